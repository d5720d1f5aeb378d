import { C as strictObject, o as array, p as literal, y as optional } from "./schemas.mjs";
import { r as Custom } from "./tests.mjs";
import { t as Outcome } from "./outcome.mjs";
import { n as ModelName, r as ObjectId } from "./names.mjs";
import { a as Written, i as Side } from "./measurement2.mjs";
// src/domain/results/custom-evidence.ts
const CustomEvidenceResult = strictObject({
	kind: literal("custom-evidence"),
	outcome: optional(Outcome),
	model: ModelName,
	commit: ObjectId,
	version: Side,
	facts: Custom,
	evidence: array(Written)
});
export { CustomEvidenceResult };
