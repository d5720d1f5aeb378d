import { C as strictObject, D as union, N as _lte, P as _maxLength, b as partialRecord, c as custom, d as extend, f as int, g as number, k as _gte, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { i as GROUNDS, n as DriftThresholds, r as FeatureDrift } from "./feature-drift.mjs";
import { t as Outcome } from "./outcome.mjs";
import { c as Timestamp, n as ModelName, o as Sha256, u as VersionNumber } from "./names.mjs";
import { n as NamedWindow } from "./window.mjs";
// src/domain/monitoring/run-record.ts
const HISTORY_BRANCH = "modelyard-history";
const Share = number().check(_gte(0), _lte(1));
const Positive = int().check(_gte(1));
const Sample = strictObject({
	sha256: Sha256,
	rows: int().check(_gte(0))
});
const RunFailure = strictObject({
	code: string().check(_maxLength(100)),
	message: string().check(_maxLength(1e3))
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
const RecordedLevel = strictObject({
	of: _enum([
		"operations",
		"business",
		"performance"
	]),
	name: string(),
	status: _enum([
		"ok",
		"bad",
		"untold"
	]),
	value: optional(number()),
	low: optional(number()),
	high: optional(number())
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
	window: optional(NamedWindow),
	failure: optional(RunFailure),
	failures: optional(partialRecord(_enum(["performance", "service-levels"]), RunFailure)),
	reference: optional(Sample),
	current: optional(Sample),
	outcome: Outcome,
	thresholds: optional(DriftThresholds),
	features: array(RecordedFeature),
	levels: optional(array(RecordedLevel))
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
function runsFolder(model) {
	return `monitoring/${model}`;
}
export { MonitorRun as n, runsFolder as r, HISTORY_BRANCH as t };
