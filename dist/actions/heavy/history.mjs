import { C as strictObject, f as int, h as nullable, o as array, p as literal, r as _enum, s as boolean, w as string, x as record, y as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { c as StageName, d as VersionNumber, l as Timestamp, n as ModelName, r as ObjectId } from "./names.mjs";
import { n as Pointers } from "./pointers.mjs";
// src/domain/results/history.ts
const Approval = strictObject({
	login: string(),
	at: string()
});
const HistoryEntry = strictObject({
	record: int(),
	kind: _enum([
		"promotion",
		"rollback",
		"archive",
		"alias"
	]),
	version: optional(VersionNumber),
	from: optional(StageName),
	to: optional(StageName),
	displaces: optional(VersionNumber),
	aliases: record(string(), nullable(VersionNumber)),
	purged: optional(boolean()),
	"requested-by": string(),
	"requested-at": Timestamp,
	reason: optional(string()),
	unapproved: optional(string()),
	gates: optional(Outcome),
	evidence: array(string()),
	commit: optional(ObjectId),
	"merged-at": optional(string()),
	"merged-by": optional(string()),
	imported: boolean(),
	approvals: optional(array(Approval))
});
const HistoryResult = strictObject({
	kind: literal("history"),
	outcome: Outcome,
	commit: ObjectId,
	model: ModelName,
	"as-of": optional(string()),
	pointers: Pointers,
	entries: array(HistoryEntry),
	"records-in-all": int(),
	problems: array(string()),
	remarks: array(string())
});
export { HistoryResult };
