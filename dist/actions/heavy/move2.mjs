import { C as strictObject, d as extend, f as int, h as nullable, k as _gte, o as array, p as literal, r as _enum, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { t as GateTree } from "./result.mjs";
import { n as Reason } from "./problem.mjs";
import { c as StageName, d as VersionNumber, n as ModelName, r as ObjectId } from "./names.mjs";
import { t as ApprovalRule } from "./policy.mjs";
// src/domain/results/move.ts
const ChangeStatus = _enum([
	"planned",
	"branched",
	"merged",
	"proposed",
	"left",
	"unchanged",
	"refused"
]);
const ChangeOutcome = {
	status: ChangeStatus,
	reasons: array(Reason),
	why: optional(string()),
	files: array(strictObject({
		path: string(),
		change: _enum([
			"added",
			"modified",
			"deleted"
		])
	})),
	branch: optional(string()),
	commit: optional(ObjectId),
	"pull-request": optional(strictObject({
		number: int().check(_gte(1)),
		url: string(),
		change: _enum([
			"opened",
			"updated",
			"unchanged"
		])
	})),
	"commit-status": optional(strictObject({
		context: string(),
		state: _enum(["success", "failure"]),
		description: string(),
		change: _enum([
			"set",
			"unchanged",
			"not-set"
		])
	})),
	"other-checks": optional(strictObject({
		names: array(string()),
		"start-by-click": boolean()
	})),
	committer: optional(strictObject({
		name: string(),
		email: string(),
		source: string()
	})),
	remarks: array(string()),
	next: array(string())
};
const AliasChange = strictObject({
	alias: string(),
	before: nullable(VersionNumber),
	after: nullable(VersionNumber)
});
const MovedFacts = {
	version: optional(VersionNumber),
	from: optional(StageName),
	to: optional(StageName),
	displaces: optional(VersionNumber),
	aliases: array(AliasChange),
	purged: optional(boolean()),
	record: optional(int()),
	reason: optional(string()),
	replaces: optional(int().check(_gte(1))),
	unapproved: optional(string()),
	gates: optional(GateTree),
	approvals: optional(strictObject({
		outcome: Outcome,
		"by-hand": optional(boolean()),
		rules: array(extend(ApprovalRule, {
			source: _enum(["model", "floor"]),
			outcome: optional(Outcome),
			reason: optional(string()),
			next: optional(string())
		}))
	}))
};
const MoveResult = strictObject({
	kind: literal("move"),
	outcome: optional(Outcome),
	action: _enum([
		"promotion",
		"rollback",
		"archive",
		"alias"
	]),
	title: string(),
	model: ModelName,
	...MovedFacts,
	...ChangeOutcome
});
export { MovedFacts as i, ChangeStatus as n, MoveResult as r, ChangeOutcome as t };
