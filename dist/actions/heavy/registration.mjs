import { C as strictObject, f as int, k as _gte, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { c as StageName, n as ModelName } from "./names.mjs";
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
	candidate: optional(_enum([
		"ready",
		"draft",
		"closed"
	])),
	alerts: optional(array(int().check(_gte(1)))),
	...ChangeOutcome
});
export { RegistrationResult };
