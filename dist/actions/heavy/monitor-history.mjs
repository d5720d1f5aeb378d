import { C as strictObject, D as union, M as _lte, c as custom, d as extend, f as int, g as number, k as _gte, o as array, p as literal, r as _enum, s as boolean, v as omit, w as string, y as optional } from "./schemas.mjs";
import { i as GROUNDS, n as DriftThresholds, r as FeatureDrift } from "./feature-drift.mjs";
import { t as Outcome } from "./outcome.mjs";
import { c as Timestamp, n as ModelName, o as Sha256, r as ObjectId, u as VersionNumber } from "./names.mjs";
// src/domain/monitoring/run-record.ts
const Share = number().check(_gte(0), _lte(1));
const Positive = int().check(_gte(1));
const Sample = strictObject({
	sha256: Sha256,
	rows: int().check(_gte(0))
});
const RecordedFeature = strictObject({
	feature: FeatureDrift.shape.feature,
	status: FeatureDrift.shape.status,
	grounds: optional(FeatureDrift.shape.grounds),
	type: optional(_enum(["number", "category"])),
	distance: optional(Share),
	"p-value": optional(Share),
	missing: optional(Share),
	"missing-p-value": optional(Share)
});
const MonitorRun = strictObject({
	schema: literal(1),
	model: ModelName,
	at: Timestamp,
	run: union([literal("terminal"), strictObject({
		id: Positive,
		attempt: Positive
	})]),
	version: optional(VersionNumber),
	window: optional(strictObject({
		from: Timestamp,
		to: Timestamp
	})),
	reference: Sample,
	current: Sample,
	outcome: Outcome,
	thresholds: DriftThresholds,
	features: array(RecordedFeature)
});
extend(MonitorRun, { features: custom((data) => Array.isArray(data) && data.every(isRecordedFeature)) });
const isShare = (value) => typeof value === "number" && value >= 0 && value <= 1;
const isOneOf = (values) => {
	const known = new Set(values);
	return (value) => known.has(value);
};
const isGround = isOneOf(GROUNDS);
const IS = {
	feature: (value) => typeof value === "string",
	status: isOneOf(FeatureDrift.shape.status.options),
	grounds: (value) => Array.isArray(value) && value.every(isGround),
	type: isOneOf(["number", "category"]),
	distance: isShare,
	"p-value": isShare,
	missing: isShare,
	"missing-p-value": isShare
};
function isRecordedFeature(value) {
	if (typeof value !== "object" || value === null || !("feature" in value && "status" in value)) return false;
	for (const key in value) {
		if (!Object.hasOwn(IS, key)) return false;
		if (!IS[key](value[key])) return false;
	}
	return true;
}
// src/domain/results/monitor-history.ts
const Drifting = strictObject({
	feature: string(),
	since: Timestamp,
	confirmed: boolean()
});
const MonitorHistoryResult = strictObject({
	kind: literal("monitor-history"),
	model: ModelName,
	commit: ObjectId,
	"as-of": optional(string()),
	runs: array(extend(omit(MonitorRun, {
		schema: true,
		model: true
	}), { drifting: array(Drifting) })),
	"runs-in-all": int(),
	remarks: array(string())
});
export { MonitorHistoryResult };
