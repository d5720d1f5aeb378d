import { C as string, S as strictObject, b as record, o as array, p as literal, v as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { t as JobResult } from "./conclusion.mjs";
import { r as ObjectId } from "./names.mjs";
// src/domain/results/conclusion.ts
const ConclusionResult = strictObject({
	kind: literal("conclusion"),
	outcome: Outcome,
	description: string(),
	context: string(),
	sha: optional(ObjectId),
	jobs: record(string(), JobResult),
	"switched-off": array(string()),
	previews: array(string()),
	"nothing-for": array(string()),
	app: optional(literal(true)),
	remarks: array(string()),
	next: array(string())
});
export { ConclusionResult };
