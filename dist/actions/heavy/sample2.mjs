import { C as strictObject, N as _lte, f as int, g as number, k as _gte, l as describe, o as array, p as literal, w as string, y as optional } from "./schemas.mjs";
import { n as ModelName, o as Sha256 } from "./names.mjs";
// src/domain/results/sample.ts
const Rows = int().check(_gte(0));
const Share = number().check(_gte(0), _lte(1));
const UncertainRows = strictObject({
	by: literal("margin"),
	predictions: strictObject({
		uri: string(),
		sha256: Sha256
	}),
	"largest-margin": Share,
	rows: array(strictObject({
		row: int().check(_gte(1), describe("From 1, the header not among them.")),
		key: optional(string()),
		margin: Share,
		classes: array(strictObject({
			class: string(),
			probability: Share
		}))
	}))
});
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
	uncertain: optional(UncertainRows),
	next: array(string())
});
export { SampleResult };
