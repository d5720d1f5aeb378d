import { C as strictObject, N as _lte, f as int, g as number, k as _gte, o as array, r as _enum, w as string, x as record, y as optional } from "./schemas.mjs";
// src/domain/drift/feature-drift.ts
const Count = int().check(_gte(0));
const Share = number().check(_gte(0), _lte(1));
const Value = string();
const GROUNDS = [
	"distribution",
	"missing-values",
	"other-type",
	"gone",
	"too-few-rows",
	"cells-too-wide",
	"new",
	"no-values",
	"not-compared",
	"ignored",
	"no-labels",
	"unreadable"
];
const FeatureDrift = strictObject({
	feature: Value,
	status: _enum([
		"ok",
		"drift",
		"insufficient-data",
		"skipped",
		"error"
	]),
	grounds: array(_enum(GROUNDS)),
	values: optional(strictObject({
		test: _enum([
			"kolmogorov-smirnov",
			"chi-squared",
			"fisher-mid-p"
		]),
		distance: Share,
		"distance-at-most": optional(Share),
		threshold: optional(Share),
		"p-value": Share,
		"unadjusted-p-value": Share,
		"smallest-distance": Share,
		psi: optional(number()),
		wasserstein: optional(number()),
		location: optional(number()),
		direction: optional(_enum(["higher", "lower"]))
	})),
	missing: optional(strictObject({
		rates: array(Share),
		"p-value": Share,
		"unadjusted-p-value": Share
	})),
	added: optional(record(Value, Count)),
	vanished: optional(array(Value)),
	range: optional(strictObject({
		reference: array(number()),
		current: array(number())
	}))
});
const DriftThresholds = strictObject({
	level: Share,
	numbers: Share,
	categories: Share,
	missing: Share
});
const DEFAULT_THRESHOLDS = {
	level: .05,
	numbers: .1,
	categories: .1,
	missing: .05
};
export { GROUNDS as i, DriftThresholds as n, FeatureDrift as r, DEFAULT_THRESHOLDS as t };
