import { C as strictObject, f as int, g as number, k as _gte, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { d as VersionNumber, l as Timestamp, n as ModelName, r as ObjectId } from "./names.mjs";
const TriggerFinding = strictObject({
	trigger: _enum([
		"drift",
		"performance",
		"schedule",
		"new-rows",
		"command"
	]),
	is: _enum([
		"fired",
		"unconfirmed",
		"quiet",
		"unknown"
	]),
	why: string(),
	before: optional(Timestamp),
	figures: array(strictObject({
		of: string(),
		value: number(),
		limit: number()
	}))
});
const HoldFinding = strictObject({
	hold: _enum([
		"run-under-way",
		"open-candidate",
		"budget",
		"cooldown",
		"back-off",
		"confidence"
	]),
	is: _enum([
		"holds",
		"overridden",
		"unknown",
		"free"
	]),
	why: string(),
	until: optional(Timestamp)
});
// src/domain/results/retraining.ts
const RetrainingResult = strictObject({
	kind: literal("retraining"),
	model: ModelName,
	outcome: Outcome,
	decision: _enum([
		"retrain",
		"held-back",
		"not-due",
		"cannot-tell"
	]),
	triggers: array(TriggerFinding),
	holds: array(HoldFinding),
	from: optional(Timestamp),
	trained: optional(strictObject({
		version: VersionNumber,
		at: Timestamp
	})),
	"decided-at": Timestamp,
	commit: ObjectId,
	started: optional(strictObject({
		workflow: string(),
		run: int(),
		url: string()
	})),
	alerts: optional(array(int().check(_gte(1)))),
	remarks: array(string()),
	next: array(string())
});
export { RetrainingResult };
