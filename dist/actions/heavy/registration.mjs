import { C as strictObject, o as array, p as literal, w as string, y as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { n as ModelName, s as StageName } from "./names.mjs";
import { n as VersionRecord } from "./version.mjs";
import { i as MovedFacts, t as ChangeOutcome } from "./move2.mjs";
// src/domain/results/registration.ts
const FirstPromotion = strictObject({
	stage: StageName,
	title: string(),
	...MovedFacts
});
const RegistrationResult = strictObject({
	kind: literal("registration"),
	outcome: optional(Outcome),
	model: ModelName,
	record: optional(VersionRecord),
	export: array(string()),
	promotion: optional(FirstPromotion),
	...ChangeOutcome
});
export { RegistrationResult };
