import { C as strictObject, f as int, g as number, k as _gte, o as array, r as _enum, w as string, y as optional } from "./schemas.mjs";
// src/domain/service/level.ts
const LEVEL_GROUNDS = [
	"not-given",
	"not-recorded",
	"nothing-seen",
	"too-few",
	"limit-within-interval",
	"no-window",
	"unreadable",
	"other-values",
	"no-column",
	"not-answered"
];
const Limit = strictObject({
	is: _enum(["at-most", "at-least"]),
	value: number()
});
const ServiceLevel = strictObject({
	of: _enum(["operations", "business"]),
	name: string(),
	status: _enum([
		"ok",
		"breached",
		"insufficient-data",
		"error"
	]),
	grounds: array(_enum(LEVEL_GROUNDS)),
	detail: optional(string()),
	limit: Limit,
	unit: _enum([
		"ms",
		"share",
		"requests/s",
		"own"
	]),
	value: optional(number()),
	low: optional(number()),
	high: optional(number()),
	observations: optional(int().check(_gte(0))),
	missing: optional(int().check(_gte(1)))
});
function judgeLevel(wanted, found) {
	if ("status" in found) {
		const { status, ground, detail } = found;
		return {
			...wanted,
			status,
			grounds: [ground],
			...detail !== void 0 && { detail }
		};
	}
	const { value, low, high, observations, missing } = found;
	const verdict = verdictOf(wanted.limit, found);
	return {
		...wanted,
		status: typeof verdict === "string" ? verdict : "insufficient-data",
		grounds: typeof verdict === "string" ? [] : [verdict.because],
		value,
		...low !== void 0 && { low },
		...high !== void 0 && { high },
		...observations !== void 0 && { observations },
		...missing !== void 0 && missing > 0 && { missing }
	};
}
function verdictOf({ is, value: limit }, { low, high, isAboveLow = false }) {
	const isAbove = low !== void 0 && (low > limit || isAboveLow && low === limit);
	const isBelow = high !== void 0 && high < limit;
	if (is === "at-most") {
		if (isAbove) return "breached";
		if (high !== void 0 && high <= limit) return "ok";
		return { because: high === void 0 ? "too-few" : "limit-within-interval" };
	}
	if (isBelow) return "breached";
	if (low !== void 0 && low >= limit) return "ok";
	return { because: low === void 0 ? "too-few" : "limit-within-interval" };
}
export { judgeLevel as n, ServiceLevel as t };
