import { D as union, F as _minLength, P as _maxLength, S as refine, f as int, g as number, k as _gte, o as array, r as _enum } from "./schemas.mjs";
import { n as METRICS, r as METRIC_NAMES } from "./metric-catalogue.mjs";
import { u as UserName } from "./names.mjs";
// src/domain/gates/rule-fields.ts
const AnyMetric = union([_enum(METRIC_NAMES), UserName]);
function isOurs(metric) {
	return Object.hasOwn(METRICS, metric);
}
const ComparedMetric = AnyMetric.check(refine((metric) => !isOurs(metric) || METRICS[metric].direction !== "zero", { error: "a metric of which more or less is better" }));
const Margin = number().check(_gte(0));
const Columns = array(UserName).check(_minLength(1), _maxLength(20));
const LeastRows = int().check(_gte(1));
function sliceTitle({ column, value }) {
	return value === "" ? `${column} is missing` : `${column} = ${value}`;
}
export { Margin as a, LeastRows as i, Columns as n, isOurs as o, ComparedMetric as r, sliceTitle as s, AnyMetric as t };
