import { C as strictObject, f as int, g as number, k as _gte, o as array, p as literal, w as string, y as optional } from "./schemas.mjs";
import { n as ModelName, o as Sha256 } from "./names.mjs";
// src/domain/results/sample.ts
const Rows = int().check(_gte(0));
const SampleResult = strictObject({
	kind: literal("sample"),
	model: ModelName,
	data: strictObject({
		uri: string(),
		sha256: Sha256,
		rows: Rows
	}),
	path: string(),
	sha256: Sha256,
	bytes: int(),
	rows: Rows,
	share: number(),
	stratify: optional(string()),
	strata: array(strictObject({
		value: string(),
		rows: Rows,
		sampled: Rows
	})),
	seed: int(),
	next: array(string())
});
export { SampleResult };
