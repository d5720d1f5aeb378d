import { C as strictObject, f as int, k as _gte, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { r as METRIC_NAMES } from "./metric-catalogue.mjs";
import { n as NamedWindow } from "./window.mjs";
import { n as PairedMetric } from "./comparison.mjs";
import "./judging-rows.mjs";
import "./select.mjs";
import { t as Outcome } from "./outcome.mjs";
import { c as StageName, n as ModelName } from "./names.mjs";
import { n as VersionRecord } from "./version.mjs";
import { i as MovedFacts, t as ChangeOutcome } from "./move2.mjs";
// src/domain/evidence/earlier-comparison.ts
const EarlierComparison = strictObject({
	window: NamedWindow,
	rows: int().check(_gte(1)),
	metric: _enum(METRIC_NAMES),
	...PairedMetric.shape
});
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
	earlier: optional(EarlierComparison),
	...ChangeOutcome
});
export { RegistrationResult };
