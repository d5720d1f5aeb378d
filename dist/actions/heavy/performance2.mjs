import { C as strictObject, f as int, g as number, k as _gte, o as array, p as literal, r as _enum, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { r as METRIC_NAMES } from "./metric-catalogue.mjs";
import { a as SliceName, o as Interval } from "./comparison.mjs";
import { t as Outcome } from "./outcome.mjs";
import { t as MetricSla } from "./sla-keys.mjs";
import { n as ModelName, o as Sha256, u as UserName } from "./names.mjs";
import { i as Side } from "./measurement2.mjs";
// src/domain/performance/metric-finding.ts
const GROUNDS = [
	"straddles",
	"too-few-rows",
	"undefined",
	"no-interval",
	"no-baseline",
	"part-of-zero",
	"no-labels",
	"no-probabilities",
	"not-estimated",
	"calibration-unknown",
	"calibration-poor",
	"estimates-unchecked",
	"estimates-missed",
	"not-reconciled"
];
const MetricFinding = strictObject({
	metric: _enum(METRIC_NAMES),
	slice: optional(SliceName),
	rule: MetricSla,
	from: _enum(["labels", "estimate"]),
	status: _enum([
		"ok",
		"degraded",
		"insufficient-data",
		"error"
	]),
	ground: optional(_enum(GROUNDS)),
	rows: int().check(_gte(0)),
	value: optional(number()),
	interval: optional(Interval),
	baseline: optional(number()),
	limit: optional(number()),
	beyond: optional(number().check(_gte(0)))
});
// src/domain/results/performance.ts
const Rows = int().check(_gte(0));
const Metric = _enum(METRIC_NAMES);
const File = {
	uri: string(),
	sha256: Sha256,
	rows: Rows
};
const PerformanceResult = strictObject({
	kind: literal("performance"),
	model: ModelName,
	outcome: Outcome,
	version: optional(Side),
	predictions: strictObject(File),
	labels: optional(strictObject({
		...File,
		key: UserName
	})),
	labelled: Rows,
	findings: array(MetricFinding),
	degraded: array(string()),
	estimates: optional(strictObject({
		rows: Rows,
		"calibration-error": optional(number()),
		assumptions: array(string()),
		metrics: array(strictObject({
			metric: Metric,
			value: number(),
			interval: Interval,
			"on-labels": Interval,
			ground: optional(_enum(GROUNDS))
		}))
	})),
	reconciled: array(strictObject({
		metric: Metric,
		estimated: number(),
		low: number(),
		high: number(),
		measured: number(),
		held: boolean()
	})),
	remarks: array(string()),
	next: array(string())
});
export { PerformanceResult };
