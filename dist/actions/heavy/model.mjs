import { C as strictObject, f as int, g as number, o as array, p as literal, r as _enum, s as boolean, w as string, x as record, y as optional } from "./schemas.mjs";
import { c as StageName, d as VersionNumber, l as Timestamp, n as ModelName, r as ObjectId } from "./names.mjs";
import { t as Notes } from "./notes.mjs";
import { n as Pointers } from "./pointers.mjs";
import { n as VersionRecord } from "./version.mjs";
// src/domain/results/model.ts
const VersionLine = strictObject({
	version: VersionNumber,
	stage: StageName,
	aliases: array(string()),
	"created-at": Timestamp,
	"created-by": string(),
	metric: optional(number()),
	"metric-is": optional(_enum(["evaluated", "claimed"]))
});
const ModelListResult = strictObject({
	kind: literal("model-list"),
	commit: ObjectId,
	models: array(strictObject({
		model: ModelName,
		task: string(),
		versions: int(),
		aliases: Pointers.shape.aliases,
		stages: Pointers.shape.stages
	}))
});
const ModelResult = strictObject({
	kind: literal("model"),
	commit: ObjectId,
	model: ModelName,
	description: optional(string()),
	task: string(),
	target: string(),
	"primary-metric": string(),
	pointers: Pointers,
	records: int(),
	"pointers-agree": boolean(),
	versions: array(VersionLine),
	"versions-in-all": int()
});
const VersionResult = strictObject({
	kind: literal("version"),
	commit: ObjectId,
	model: ModelName,
	stage: StageName,
	aliases: array(string()),
	purged: boolean(),
	record: VersionRecord,
	notes: Notes,
	card: optional(string()),
	evidence: array(strictObject({
		kind: string(),
		digest: string(),
		data: optional(string()),
		champion: optional(string()),
		rows: optional(int()),
		metrics: record(string(), number()),
		"measured-at": Timestamp
	})),
	promotions: array(strictObject({
		record: int(),
		kind: string(),
		text: string(),
		at: Timestamp
	}))
});
export { ModelListResult, ModelResult, VersionResult };
