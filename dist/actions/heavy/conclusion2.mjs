import { C as strictObject, o as array, p as literal, w as string, x as record, y as optional } from "./schemas.mjs";
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
