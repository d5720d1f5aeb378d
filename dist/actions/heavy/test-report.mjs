import { C as strictObject, o as array, p as literal, w as string } from "./schemas.mjs";
import { t as Tests } from "./tests.mjs";
import { t as Outcome } from "./outcome.mjs";
import { n as ModelName, r as ObjectId } from "./names.mjs";
import { a as Written, i as Side } from "./measurement2.mjs";
// src/domain/results/test-report.ts
const TestReportResult = strictObject({
	kind: literal("test-report"),
	outcome: Outcome,
	model: ModelName,
	commit: ObjectId,
	version: Side,
	file: string(),
	facts: Tests,
	evidence: array(Written)
});
export { TestReportResult };
