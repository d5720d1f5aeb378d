import { C as strictObject, D as union, F as _minLength, L as _regex, N as _lte, O as _gt, P as _maxLength, S as refine, f as int, g as number, k as _gte, o as array, p as literal, r as _enum, u as discriminatedUnion, w as string, x as record, y as optional } from "./schemas.mjs";
import { u as UserName } from "./names.mjs";
// src/domain/registry/sla-service-keys.ts
const SERVICE_QUANTILES = [
	"p50",
	"p95",
	"p99"
];
[...SERVICE_QUANTILES];
const TIME_UNITS = [
	"ns",
	"us",
	"ms",
	"s"
];
const UNIT_MS = {
	ns: 1e-6,
	us: .001,
	ms: 1,
	s: 1e3
};
const Duration = string().check(_regex(/^\d{1,9}(?:\.\d{1,6})?(?:ms|s)$/, { error: "a time with its unit, like 250ms or 1.5s" }));
const Share = union([string().check(_regex(/^(?:100|\d{1,2}(?:\.\d{1,6})?)%$/, { error: "a percentage like 1%, or a share like 0.01" })), number().check(_gte(0), _lte(1))]);
const OperationsRule = discriminatedUnion("measure", [
	strictObject({
		measure: _enum(SERVICE_QUANTILES),
		max: Duration
	}),
	strictObject({
		measure: literal("error-rate"),
		max: Share
	}),
	strictObject({
		measure: literal("throughput"),
		min: number().check(_gt(0), _lte(1e9))
	})
]);
const BusinessRule = strictObject({
	name: UserName,
	of: _enum([
		"mean",
		"rate",
		"total"
	]),
	column: UserName,
	direction: _enum(["higher", "lower"]),
	target: number()
});
const Unit = optional(_enum(TIME_UNITS));
const ErrorsFrom = optional(int().check(_gte(100), _lte(599)));
const RequestFormat = strictObject({
	time: optional(UserName),
	duration: optional(UserName),
	unit: Unit,
	status: optional(UserName),
	"errors-from": ErrorsFrom,
	unreadable: optional(Share)
});
const MetricName = string().check(_maxLength(200), _regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, { error: "a name of a Prometheus metric" }));
const LabelName = string().check(_maxLength(200), _regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, { error: "a name of a Prometheus label" }));
const Query = string().check(_minLength(1), _maxLength(2e3));
const PrometheusFormat = strictObject({
	histogram: optional(MetricName),
	unit: Unit,
	counter: optional(MetricName),
	status: optional(LabelName),
	"errors-from": ErrorsFrom,
	labels: optional(record(LabelName, string().check(_maxLength(500)))),
	queries: optional(strictObject({
		p50: optional(Query),
		p95: optional(Query),
		p99: optional(Query),
		"error-rate": optional(Query),
		throughput: optional(Query)
	}))
});
const ServiceSources = strictObject({
	logs: optional(RequestFormat),
	samples: optional(RequestFormat),
	prometheus: optional(PrometheusFormat),
	business: optional(strictObject({
		time: optional(UserName),
		sql: optional(string().check(_minLength(1), _maxLength(2e4)))
	}))
});
const ServiceSla = {
	operations: optional(array(OperationsRule).check(_minLength(1), refine((rules) => areDistinct(rules.map(({ measure }) => measure)), { error: "a list that names each measure once" }))),
	business: optional(array(BusinessRule).check(_minLength(1), _maxLength(100), refine((rules) => areDistinct(rules.map(({ name }) => name)), { error: "a list that gives each a name of its own" }))),
	from: optional(ServiceSources)
};
function areDistinct(names) {
	return new Set(names).size === names.length;
}
function slaShare(share) {
	return typeof share === "number" ? share : Number(`${share.slice(0, -1)}e-2`);
}
function slaMilliseconds(duration) {
	return duration.endsWith("ms") ? Number(duration.slice(0, -2)) : Number(`${duration.slice(0, -1)}e3`);
}
export { slaShare as a, slaMilliseconds as i, TIME_UNITS as n, UNIT_MS as r, ServiceSla as t };
