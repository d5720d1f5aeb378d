import { C as strictObject, d as extend, f as int, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { t as GateTree } from "./result.mjs";
import { c as StageName, d as VersionNumber, n as ModelName, o as Sha256, r as ObjectId } from "./names.mjs";
import { t as ApprovalRule } from "./policy.mjs";
// src/domain/results/gates.ts
const Side = strictObject({
	version: VersionNumber,
	artifact: Sha256
});
const PolicyLine = strictObject({
	source: _enum([
		"model",
		"floor",
		"default"
	]),
	text: string(),
	why: optional(string())
});
const GatesResult = strictObject({
	kind: literal("gates"),
	outcome: Outcome,
	model: ModelName,
	version: Side,
	stage: StageName,
	"stands-in": StageName,
	champion: optional(Side),
	data: optional(strictObject({
		uri: string(),
		sha256: optional(Sha256),
		time: optional(string()),
		"window-days": optional(int())
	})),
	"policy-commit": ObjectId,
	"as-if": optional(string()),
	policy: optional(strictObject({
		gates: array(PolicyLine),
		approvals: array(extend(ApprovalRule, { source: _enum(["model", "floor"]) }))
	})),
	gates: GateTree,
	"asks-for": array(string()),
	serves: optional(literal(true)),
	remarks: array(string()),
	next: array(string())
});
export { GatesResult };
