import { C as strictObject, E as tuple, F as _minLength, M as _lt, N as _lte, O as _gt, P as _maxLength, b as partialRecord, d as extend, f as int, g as number, k as _gte, l as describe, o as array, r as _enum, w as string, x as record, y as optional } from "./schemas.mjs";
import { i as TASKS, r as METRIC_NAMES } from "./metric-catalogue.mjs";
import { u as UserName } from "./names.mjs";
import { t as sorted } from "./sorted.mjs";
// src/domain/comparison/metric-settings.ts
const CostMatrix = strictObject({
	"true-positive": number(),
	"false-positive": number(),
	"true-negative": number(),
	"false-negative": number()
});
const Share = number().check(_gt(0), _lt(1));
const MetricSettings = strictObject({
	threshold: optional(number().check(_gte(0), _lte(1))),
	"lift-at": optional(number().check(_gt(0), _lte(1))),
	cost: optional(CostMatrix),
	quantile: optional(Share)
});
const USUAL = {
	threshold: .5,
	"lift-at": .1,
	quantile: .5
};
function settingsInEffect(given = {}) {
	return {
		threshold: given.threshold ?? USUAL.threshold,
		liftAt: given["lift-at"] ?? USUAL["lift-at"],
		quantile: given.quantile ?? USUAL.quantile,
		cost: given.cost
	};
}
const SETTINGS_OF = {
	"binary-classification": [
		"threshold",
		"lift-at",
		"cost"
	],
	"multiclass-classification": [],
	regression: ["quantile"]
};
function unusualSettings(task, given = {}) {
	const kept = SETTINGS_OF[task].flatMap((name) => {
		const value = given[name];
		return value === void 0 || value === USUAL[name] ? [] : [[name, value]];
	});
	return kept.length === 0 ? void 0 : Object.fromEntries(kept);
}
const Interval = strictObject({
	low: number(),
	high: number(),
	level: number().check(_gt(0), _lt(1)),
	method: _enum([
		"delong",
		"tango",
		"score",
		"closed-form",
		"bootstrap-percentile",
		"bootstrap-bca",
		"bootstrap-cluster",
		"wilson",
		"clopper-pearson",
		"newcombe",
		"block-bootstrap"
	]),
	resamples: optional(int().check(_gte(1))),
	seed: optional(int().check(_gte(0)))
});
// src/domain/evidence/evaluation.ts
const Metric = _enum(METRIC_NAMES);
const Setting = strictObject({
	task: _enum(TASKS),
	rows: int().check(_gte(1)),
	target: UserName,
	"positive-class": optional(UserName),
	"positive-rows": optional(int().check(_gte(0))),
	classes: optional(array(UserName).check(_minLength(2), _maxLength(1e4))),
	settings: optional(MetricSettings)
});
const Undefined = sorted(partialRecord(Metric, string().check(_maxLength(300))));
const OwnMetric = strictObject({
	value: number(),
	direction: _enum([
		"higher",
		"lower",
		"zero"
	]),
	unit: optional(string().check(_maxLength(40))),
	interval: optional(Interval)
});
const OwnMetrics = sorted(record(UserName, OwnMetric));
const Estimated = sorted(partialRecord(Metric, strictObject({
	value: number(),
	low: number(),
	high: number()
})));
const Points = array(tuple([number(), number()])).check(_maxLength(201));
const CalibrationBin = strictObject({
	rows: int().check(_gte(1)),
	predicted: number(),
	observed: number()
});
const Curves = strictObject({
	roc: optional(Points),
	"precision-recall": optional(Points),
	calibration: optional(array(CalibrationBin).check(_maxLength(20))),
	residuals: optional(Points)
});
const SliceName = strictObject({
	column: UserName,
	value: string().check(_maxLength(200))
});
const Slice = extend(SliceName, {
	rows: int().check(_gte(1)),
	"positive-rows": optional(int().check(_gte(0))),
	metrics: sorted(partialRecord(Metric, number())),
	undefined: optional(Undefined),
	estimated: optional(Estimated),
	"own-metrics": optional(OwnMetrics)
});
const ClassMetrics = strictObject({
	class: UserName,
	rows: int().check(_gte(0)),
	precision: number(),
	recall: optional(number()),
	f1: number()
});
const Traps = strictObject({
	"unknown-categories": optional(array(strictObject({
		column: UserName,
		rows: int().check(_gte(1)),
		examples: array(string().check(_maxLength(200))).check(_maxLength(5))
	}))),
	"unused-columns": optional(array(UserName).check(_maxLength(1e3))),
	infinite: optional(int().check(_gte(1))),
	"not-summing": optional(int().check(_gte(1))),
	"duplicate-keys": optional(int().check(_gte(1))),
	"in-training-data": optional(int().check(_gte(1)))
});
const Evaluation = extend(Setting, {
	metrics: sorted(partialRecord(Metric, number())),
	undefined: optional(Undefined),
	"own-metrics": optional(OwnMetrics),
	intervals: optional(sorted(partialRecord(Metric, Interval))),
	estimated: optional(Estimated),
	confusion: optional(array(array(int().check(_gte(0)))).check(_maxLength(50))),
	curves: optional(Curves),
	slices: optional(array(Slice).check(_maxLength(500))),
	"per-class": optional(array(ClassMetrics).check(_maxLength(1e3))),
	traps: optional(Traps)
});
// src/domain/evidence/comparison.ts
const PairedMetric = strictObject({
	champion: number(),
	challenger: number(),
	difference: number(),
	interval: optional(Interval),
	"p-value": optional(number().check(_gte(0), _lte(1))),
	"degrees-of-freedom": optional(number().check(_gt(0))),
	"standard-error": optional(number().check(_gte(0)))
});
const PairedOwnMetric = extend(PairedMetric, {
	direction: OwnMetric.shape.direction,
	unit: OwnMetric.shape.unit
});
const PairedOwnMetrics = sorted(record(UserName, PairedOwnMetric));
const Metrics = sorted(partialRecord(_enum(METRIC_NAMES), PairedMetric));
const PairedSlice = extend(SliceName, {
	rows: int().check(_gte(1)),
	"positive-rows": optional(int().check(_gte(0))),
	metrics: Metrics,
	undefined: optional(Undefined),
	"own-metrics": optional(PairedOwnMetrics)
});
const Disagreement = strictObject({
	rows: int().check(_gte(0)),
	"champion-right": int().check(_gte(0)),
	"challenger-right": int().check(_gte(0)),
	"p-value": optional(number().check(_gte(0), _lte(1))),
	"mid-p-value": optional(number().check(_gte(0), _lte(1))),
	examples: array(int().check(_gte(0))).check(_maxLength(20), describe("Row numbers from 0, where the two are furthest apart."))
});
const Comparison = extend(Setting, {
	metrics: Metrics,
	undefined: optional(Undefined),
	"own-metrics": optional(PairedOwnMetrics),
	slices: optional(array(PairedSlice).check(_maxLength(500))),
	disagreement: optional(Disagreement),
	clusters: optional(strictObject({
		column: UserName,
		count: int().check(_gte(1))
	}))
});
export { SliceName as a, SETTINGS_OF as c, Setting as i, settingsInEffect as l, PairedMetric as n, Interval as o, Evaluation as r, MetricSettings as s, Comparison as t, unusualSettings as u };
