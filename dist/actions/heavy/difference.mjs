import { C as strictObject, g as number, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { d as VersionNumber, n as ModelName } from "./names.mjs";
// src/domain/results/difference.ts
const Change = strictObject({
	part: _enum([
		"artifact",
		"params",
		"metrics",
		"data",
		"signature",
		"code"
	]),
	name: string(),
	first: optional(string()),
	second: optional(string()),
	difference: optional(number())
});
const DifferenceResult = strictObject({
	kind: literal("difference"),
	model: ModelName,
	first: VersionNumber,
	second: VersionNumber,
	changes: array(Change),
	same: array(string())
});
export { DifferenceResult };
