import { C as strictObject, D as union, F as _minLength, L as _regex, O as _gt, P as _maxLength, S as refine, g as number, o as array, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { r as METRIC_NAMES } from "./metric-catalogue.mjs";
import { n as Columns, r as ComparedMetric } from "./rule-fields.mjs";
// src/domain/registry/sla-keys.ts
const Metric = _enum(METRIC_NAMES);
const Drop = union([string().check(_regex(/^(?:[1-9]\d?|\d{1,2}\.\d*[1-9]\d*)%$/, { error: "a percentage above 0% and below 100%, such as 5%" })), number().check(_gt(0))]);
const slices = optional(Columns);
const MetricSla = union([
	strictObject({
		metric: _enum(METRIC_NAMES).check(refine((name) => ComparedMetric.safeParse(name).success, { error: "a metric of which more or less is better" })),
		drop: Drop,
		slices
	}),
	strictObject({
		metric: Metric,
		min: number(),
		slices
	}),
	strictObject({
		metric: Metric,
		max: number(),
		slices
	})
]);
const MetricsSla = { metrics: optional(array(MetricSla).check(_minLength(1), _maxLength(50))) };
export { MetricsSla as n, MetricSla as t };
