import { C as strictObject, f as int, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { n as ModelName, o as Sha256, r as ObjectId } from "./names.mjs";
import { t as CommandReport } from "./reproduction2.mjs";
// src/domain/results/run.ts
const Made = strictObject({
	name: string(),
	sha256: Sha256,
	bytes: int(),
	files: optional(int())
});
const RunResult = strictObject({
	kind: literal("run"),
	outcome: _enum(["passed", "failed"]),
	model: ModelName,
	commit: optional(ObjectId),
	command: CommandReport,
	why: optional(string()),
	seed: int(),
	data: optional(strictObject({
		uri: string(),
		sha256: Sha256,
		rows: optional(int())
	})),
	artifact: optional(Sha256),
	made: array(Made),
	predictions: optional(int()),
	out: optional(string()),
	remarks: array(string()),
	next: array(string())
});
export { RunResult };
