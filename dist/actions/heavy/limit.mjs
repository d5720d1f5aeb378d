import { C as strictObject, g as number, r as _enum } from "./schemas.mjs";
// src/domain/monitoring/limit.ts
const Limit = strictObject({
	is: _enum(["at-most", "at-least"]),
	value: number()
});
function sideOfLimit({ is, value: limit }, { low, high, isAboveLow = false }) {
	if (is === "at-most") {
		if (low !== void 0 && (low > limit || isAboveLow && low === limit)) return "beyond";
		return high !== void 0 && high <= limit ? "within" : "open";
	}
	if (high !== void 0 && high < limit) return "beyond";
	return low !== void 0 && low >= limit ? "within" : "open";
}
export { sideOfLimit as n, Limit as t };
