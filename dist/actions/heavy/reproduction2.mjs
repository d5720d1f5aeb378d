import { C as strictObject, f as int, g as number, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { n as Reproducibility } from "./tests.mjs";
import { t as Outcome } from "./outcome.mjs";
import { n as ModelName, r as ObjectId } from "./names.mjs";
import { a as Written, i as Side } from "./measurement2.mjs";
// src/domain/results/reproduction.ts
const CommandReport = strictObject({
	step: _enum([
		"install",
		"lint",
		"test",
		"train",
		"predict"
	]),
	command: string(),
	status: optional(int()),
	signal: optional(string()),
	exceeded: optional(_enum(["time", "memory"])),
	seconds: number(),
	"peak-bytes": optional(int()),
	"memory-limit": _enum([
		"system",
		"watched",
		"none"
	]),
	said: array(string())
});
const ReproductionResult = strictObject({
	kind: literal("reproduction"),
	outcome: Outcome,
	model: ModelName,
	commit: ObjectId,
	version: Side,
	"trained-at": ObjectId,
	training: CommandReport,
	facts: optional(Reproducibility),
	furthest: array(strictObject({
		row: int(),
		registered: number(),
		again: number()
	})),
	evidence: array(Written),
	remarks: array(string()),
	next: array(string())
});
export { ReproductionResult as n, CommandReport as t };
