import { b as strictObject, f as literal, g as optional, o as array, x as string } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { n as ModelName } from "./names.mjs";
import { n as VersionRecord } from "./version.mjs";
import { t as ChangeOutcome } from "./move2.mjs";
// src/domain/results/registration.ts
const RegistrationResult = strictObject({
	kind: literal("registration"),
	outcome: optional(Outcome),
	model: ModelName,
	record: optional(VersionRecord),
	export: array(string()),
	...ChangeOutcome
});
export { RegistrationResult };
