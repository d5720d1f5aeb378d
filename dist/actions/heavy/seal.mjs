import { C as strictObject, P as _maxLength, f as int, k as _gte, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { c as StageName, d as VersionNumber, l as Timestamp, n as ModelName, o as Sha256, r as ObjectId } from "./names.mjs";
// src/domain/registry/seal.ts
const Held = strictObject({
	outcome: Outcome,
	"policy-commit": ObjectId,
	reasons: array(string())
});
strictObject({
	schema: literal(1),
	"pull-request": optional(int().check(_gte(1))),
	head: optional(ObjectId),
	"merge-commit": ObjectId,
	"merged-by": string().check(_maxLength(200)),
	"merged-at": Timestamp,
	approvals: array(strictObject({
		login: string().check(_maxLength(200)),
		id: int(),
		review: int(),
		commit: ObjectId,
		at: Timestamp
	})),
	held: optional(Held),
	gates: optional(Sha256),
	problems: optional(array(string()))
});
// src/domain/results/seal.ts
const Pull = strictObject({
	number: int().check(_gte(1)),
	url: string()
});
const SealedDeployment = strictObject({
	environment: string(),
	id: int(),
	change: _enum(["created", "found"]),
	workflow: optional(string()),
	run: optional(string())
});
const SealedMove = strictObject({
	model: ModelName,
	record: int().check(_gte(1)),
	kind: _enum([
		"promotion",
		"rollback",
		"archive",
		"alias"
	]),
	version: optional(VersionNumber),
	from: optional(StageName),
	to: optional(StageName),
	outcome: Outcome,
	"merge-commit": ObjectId,
	"pull-request": optional(Pull),
	"merged-by": string(),
	"merged-at": Timestamp,
	approvals: array(string()),
	held: optional(Held),
	problems: array(string()),
	closed: array(Pull),
	deployment: optional(SealedDeployment),
	remarks: array(string())
});
const SealResult = strictObject({
	kind: literal("seal"),
	outcome: Outcome,
	commit: ObjectId,
	sealed: array(SealedMove),
	waiting: int(),
	remarks: array(string()),
	next: array(string())
});
export { SealResult };
