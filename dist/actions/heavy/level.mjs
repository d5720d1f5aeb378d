import { C as strictObject, f as int, g as number, k as _gte, o as array, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { n as sideOfLimit, t as Limit } from "./limit.mjs";
const ServiceLevel = strictObject({
	of: _enum(["operations", "business"]),
	name: string(),
	status: _enum([
		"ok",
		"breached",
		"insufficient-data",
		"error"
	]),
	grounds: array(_enum([
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
	])),
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
	const side = sideOfLimit(wanted.limit, found);
	return {
		...wanted,
		status: STATUSES[side],
		grounds: side === "open" ? [whyOpen(wanted.limit, found)] : [],
		value,
		...low !== void 0 && { low },
		...high !== void 0 && { high },
		...observations !== void 0 && { observations },
		...missing !== void 0 && missing > 0 && { missing }
	};
}
const STATUSES = {
	beyond: "breached",
	within: "ok",
	open: "insufficient-data"
};
function whyOpen({ is }, { low, high }) {
	return (is === "at-most" ? high : low) === void 0 ? "too-few" : "limit-within-interval";
}
export { judgeLevel as n, ServiceLevel as t };
