import { C as strictObject, N as _lte, f as int, g as number, k as _gte, o as array, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { l as Timestamp, o as Sha256, r as ObjectId } from "./names.mjs";
import { n as NamedWindow } from "./window.mjs";
// src/domain/monitoring/drift-cause.ts
const Share = number().check(_gte(0), _lte(1));
const Count = int().check(_gte(0));
const Features = array(string());
const CAUSES = [
	"pipeline-change",
	"seasonality",
	"real-shift"
];
const SIGNS = [
	"other-type",
	"gone",
	"missing-values",
	"categories",
	"unit",
	"at-once",
	"other-reference",
	"commits",
	"same-months",
	"gradual",
	"performance"
];
const Hint = strictObject({
	cause: _enum(CAUSES),
	signs: array(strictObject({
		sign: _enum(SIGNS),
		features: Features,
		unit: optional(string())
	}))
});
const DriftCause = strictObject({
	ranked: array(strictObject({
		feature: string(),
		effect: Share,
		importance: optional(number())
	})),
	importance: optional(Sha256),
	onsets: array(strictObject({
		features: Features,
		since: Timestamp,
		window: optional(NamedWindow),
		after: optional(Timestamp),
		commits: optional(array(strictObject({
			commit: ObjectId,
			subject: string()
		}))),
		"commits-in-all": optional(Count)
	})),
	classifier: optional(strictObject({
		auc: Share,
		"p-value": Share,
		permutations: Count,
		rows: array(Count),
		features: Count
	})),
	hints: array(Hint),
	untold: array(string())
});
export { DriftCause as n, SIGNS as r, CAUSES as t };
