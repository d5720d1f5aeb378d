import { C as strictObject, d as extend, f as int, k as _gte, o as array, p as literal, w as string, y as optional } from "./schemas.mjs";
import { n as DriftThresholds, r as FeatureDrift } from "./feature-drift.mjs";
import { t as Outcome } from "./outcome.mjs";
import { n as DriftCause } from "./drift-cause.mjs";
import { n as NamedWindow } from "./window.mjs";
import { n as ModelName, o as Sha256 } from "./names.mjs";
import { a as Written, i as Side } from "./measurement2.mjs";
// src/domain/results/drift.ts
const Sample = strictObject({
	uri: string(),
	sha256: Sha256,
	rows: int().check(_gte(0)),
	windows: optional(array(NamedWindow))
});
const DriftResult = strictObject({
	kind: literal("drift"),
	model: ModelName,
	outcome: Outcome,
	reference: extend(Sample, {
		version: optional(Side),
		profile: optional(Sha256)
	}),
	current: Sample,
	thresholds: DriftThresholds,
	chunks: optional(int().check(_gte(1))),
	features: array(FeatureDrift),
	cause: optional(DriftCause),
	seed: int(),
	evidence: array(Written),
	remarks: array(string()),
	next: array(string())
});
export { DriftResult };
