import { C as strictObject, E as tuple, F as _minLength, M as _lt, N as _lte, O as _gt, P as _maxLength, b as partialRecord, d as extend, f as int, g as number, k as _gte, l as describe, o as array, p as literal, r as _enum, s as boolean, w as string, x as record, y as optional } from "./schemas.mjs";
import { o as Sha256, r as ObjectId, u as UserName } from "./names.mjs";
import { c as FAIRNESS_MEASURES, i as TASKS, r as METRIC_NAMES } from "./metric-catalogue.mjs";
import { t as sorted } from "./sorted.mjs";
// src/domain/evidence/latency.ts
const Positive = number().check(_gt(0));
const Ratio = strictObject({
	value: Positive,
	low: Positive,
	high: Positive
});
const Compared = strictObject({
	"champion-ms": Positive,
	"challenger-ms": Positive,
	ratio: Ratio
});
const each = (schema) => strictObject({
	p50: schema,
	p95: schema,
	p99: schema
});
const Latency = strictObject({
	"rows-per-request": int().check(_gte(1)),
	pairs: int().check(_gte(1)),
	"warm-up": int().check(_gte(0)),
	blocks: int().check(_gte(1)),
	seed: int().check(_gte(0)),
	"same-against-same": each(Ratio),
	quantiles: each(Compared)
});
// src/domain/comparison/metric-settings.ts
const CostMatrix = strictObject({
	"true-positive": number(),
	"false-positive": number(),
	"true-negative": number(),
	"false-negative": number()
});
const Share$1 = number().check(_gt(0), _lt(1));
const MetricSettings = strictObject({
	threshold: optional(number().check(_gte(0), _lte(1))),
	"lift-at": optional(number().check(_gt(0), _lte(1))),
	cost: optional(CostMatrix),
	quantile: optional(Share$1)
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
// src/domain/evidence/contract.ts
const ContractCheck = strictObject({
	check: string().check(_maxLength(100)),
	outcome: _enum([
		"kept",
		"broken",
		"not-asked"
	]),
	probes: int().check(_gte(0)),
	detail: optional(string().check(_maxLength(500)))
});
const Contract = strictObject({
	against: _enum(["artifact", "endpoint"]),
	protocol: optional(_enum(["rows", "v2"])),
	inputs: int().check(_gte(0)),
	probes: int().check(_gte(0)),
	checks: array(ContractCheck).check(_minLength(1), _maxLength(100))
});
// src/domain/evidence/fairness.ts
const Share = number().check(_gte(0), _lte(1));
const Count$2 = int().check(_gte(0));
const Rates = strictObject({
	"selection-rate": Share,
	"true-positive-rate": optional(Share),
	"false-positive-rate": optional(Share)
});
const FairnessGroup = strictObject({
	value: string().check(_maxLength(200)),
	rows: Count$2,
	positives: Count$2,
	status: _enum(["judged", "insufficient-data"]),
	challenger: Rates,
	champion: optional(Rates)
});
const Bounded = strictObject({
	value: number(),
	low: number(),
	high: number()
});
const MeasuredFairness = strictObject({
	measure: _enum(FAIRNESS_MEASURES),
	challenger: Bounded,
	champion: optional(Bounded),
	change: optional(Bounded)
});
const FairnessColumn = strictObject({
	column: UserName,
	groups: array(FairnessGroup).check(_maxLength(200)),
	measures: array(MeasuredFairness)
});
const Fairness = extend(Setting, {
	"least-rows": Count$2,
	columns: array(FairnessColumn).check(_maxLength(50))
});
// src/domain/evidence/other-kinds.ts
const Count$1 = int().check(_gte(0));
const Size = strictObject({
	bytes: Count$1,
	files: int().check(_gte(1))
});
const Importance = strictObject({
	metric: _enum(METRIC_NAMES),
	rows: int().check(_gte(1), describe("How many rows it was measured on.")),
	"data-rows": optional(int().check(_gte(1))),
	repeats: int().check(_gte(1), describe("How often each column was shuffled.")),
	seed: Count$1,
	value: optional(number()),
	features: array(strictObject({
		column: UserName,
		loss: number(),
		low: number(),
		high: number()
	})).check(_maxLength(1e3), describe("The columns that the model reads, the most important first."))
});
const COLUMN_TESTS = [
	"kolmogorov-smirnov",
	"chi-squared",
	"fisher-mid-p"
];
const NOT_TESTED = ["no-values", "many-words"];
const Words = strictObject({
	count: Count$1,
	first: array(string()).check(_maxLength(20))
});
const DataChange = strictObject({
	champion: strictObject({
		rows: Count$1,
		sha256: string()
	}),
	challenger: strictObject({
		rows: Count$1,
		sha256: string()
	}),
	added: Count$1,
	removed: Count$1,
	columns: array(strictObject({
		column: UserName,
		change: _enum([
			"same",
			"added",
			"removed",
			"type",
			"moved"
		]),
		"null-rate": optional(tuple([number(), number()])),
		distance: optional(number()),
		"p-value": optional(number()),
		"unadjusted-p-value": optional(number()),
		test: optional(_enum(COLUMN_TESTS)),
		"smallest-distance": optional(number()),
		"too-few-rows": optional(literal(true)),
		"not-tested": optional(_enum(NOT_TESTED)),
		"no-numbers": optional(tuple([Count$1, Count$1])),
		"new-words": optional(Words),
		"gone-words": optional(Words),
		missing: optional(strictObject({
			"p-value": number(),
			"unadjusted-p-value": number(),
			moved: boolean()
		}))
	})).check(_maxLength(5e3))
});
const Custom = strictObject({
	name: UserName,
	passed: optional(boolean()),
	values: optional(sorted(record(UserName, number()))),
	note: optional(string().check(_maxLength(2e3)))
});
// src/domain/evidence/reproducibility.ts
const Reproducibility = strictObject({
	finding: _enum([
		"same-bytes",
		"same-predictions",
		"different"
	]),
	commit: ObjectId,
	data: Sha256,
	seed: int(),
	artifacts: array(Sha256).check(_minLength(2), _maxLength(10), describe("The registered one, then that of each training.")),
	rows: optional(int().check(_gte(1))),
	tolerance: optional(number().check(_gte(0))),
	"compared-on": optional(Sha256),
	"largest-difference": optional(number().check(_gte(0))),
	"rows-beyond": optional(int().check(_gte(0))),
	why: optional(string().check(_maxLength(500)))
});
// src/domain/evidence/tests.ts
const Count = int().check(_gte(0));
const Tests = strictObject({
	format: _enum([
		"junit",
		"tap",
		"pytest"
	]),
	report: string().check(_maxLength(64), describe("SHA-256 of the report.")),
	passed: Count,
	failed: Count,
	errors: Count,
	skipped: Count,
	seconds: optional(number().check(_gte(0))),
	failures: array(strictObject({
		name: string().check(_maxLength(300)),
		message: string().check(_maxLength(500))
	})).check(_maxLength(20), describe("The first of those that failed."))
});
export { Latency as _, Importance as a, Contract as c, SliceName as d, Interval as f, unusualSettings as g, settingsInEffect as h, DataChange as i, Comparison as l, SETTINGS_OF as m, Reproducibility as n, Size as o, MetricSettings as p, Custom as r, Fairness as s, Tests as t, Evaluation as u };
