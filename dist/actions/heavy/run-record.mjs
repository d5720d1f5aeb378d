import { C as strictObject, D as union, N as _lte, P as _maxLength, b as partialRecord, c as custom, d as extend, f as int, g as number, k as _gte, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { i as GROUNDS, n as DriftThresholds, r as FeatureDrift } from "./feature-drift.mjs";
import { t as Outcome } from "./outcome.mjs";
import { d as VersionNumber, l as Timestamp, n as ModelName, o as Sha256 } from "./names.mjs";
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
	threshold: optional(Share),
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
	high: optional(number()),
	limit: optional(number()),
	from: optional(_enum(["labels", "estimate"])),
	baseline: optional(number())
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
const PlainRun = extend(MonitorRun, { features: custom((data) => Array.isArray(data) && data.every(isRecordedFeature)) });
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
	threshold: isShare,
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
function toMonitorRun(result, about) {
	const { model, reference, current, outcome, thresholds, features } = result;
	const [window] = current.windows ?? [];
	return {
		...headOf(model, about),
		...window !== void 0 && { window: { ...window } },
		reference: {
			sha256: reference.sha256,
			rows: reference.rows
		},
		current: {
			sha256: current.sha256,
			rows: current.rows
		},
		outcome,
		thresholds: { ...thresholds },
		features: features.map(recorded)
	};
}
function headOf(model, { at, run, version }) {
	return {
		schema: 1,
		model,
		at,
		run: run === void 0 ? "terminal" : {
			id: run.id,
			attempt: run.attempt
		},
		...version !== void 0 && { version }
	};
}
function recorded({ feature, status, grounds, values, missing }) {
	return {
		feature,
		status,
		...grounds.length > 0 && { grounds: [...grounds] },
		...values !== void 0 && {
			type: values.test === "kolmogorov-smirnov" ? "number" : "category",
			distance: rounded(values.distance),
			...values.threshold !== void 0 && { threshold: rounded(values.threshold) },
			"p-value": roundedChance(values["p-value"])
		},
		...missing !== void 0 && {
			missing: rounded(missing.rates[1] ?? 0),
			"missing-p-value": roundedChance(missing["p-value"])
		}
	};
}
const rounded = (share) => Number(share.toFixed(5));
const roundedChance = (pValue) => Number(pValue.toPrecision(3));
function runPath(run, sha256) {
	const { model, at } = run;
	return `monitoring/${model}/${at.slice(0, 4)}/${at.slice(5, 7)}/${stemOf(run)}-${sha256.slice(0, DIGITS)}.json`;
}
const DIGITS = 12;
function stemOf({ at, run }) {
	return `${at.replaceAll(/[-:]/g, "")}-${run === "terminal" ? run : `${run.id}.${run.attempt}`}`;
}
function runsFolder(model) {
	return `monitoring/${model}`;
}
const FILE = /^monitoring\/[a-z0-9-]+\/(\d{4})\/(\d{2})\/\1\2(\d{2})T(\d{2})(\d{2})(\d{2})Z-(?:terminal|[1-9]\d*\.[1-9]\d*)-([0-9a-f]{12})\.json$/;
function parseRunPath(path) {
	const [, year, month, day, hours, minutes, seconds, digest] = FILE.exec(path) ?? [];
	if (digest === void 0) return void 0;
	return {
		at: `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`,
		digest
	};
}
function compareRuns(a, b) {
	const [first, second] = [stemOf(a), stemOf(b)];
	return first < second ? -1 : first > second ? 1 : 0;
}
export { parseRunPath as a, toMonitorRun as c, compareRuns as i, MonitorRun as n, runPath as o, PlainRun as r, runsFolder as s, HISTORY_BRANCH as t };
