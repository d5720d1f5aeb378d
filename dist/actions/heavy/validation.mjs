import { C as strictObject, d as extend, f as int, o as array, p as literal, r as _enum, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { t as Problem } from "./problem.mjs";
import { d as VersionNumber, r as ObjectId } from "./names.mjs";
import { t as ApprovalRule } from "./policy.mjs";
// src/domain/results/validation.ts
const ValidationResult = strictObject({
	kind: literal("validation"),
	outcome: Outcome,
	judged: string(),
	base: optional(ObjectId),
	head: optional(ObjectId),
	checked: strictObject({
		models: int(),
		versions: int(),
		records: int(),
		files: int()
	}),
	problems: array(Problem),
	governed: array(strictObject({
		path: string(),
		why: string(),
		models: array(string()),
		rules: array(extend(ApprovalRule, { source: _enum(["model", "floor"]) }))
	})),
	monitored: optional(array(strictObject({
		model: string(),
		looks: array(_enum([
			"drift",
			"performance",
			"service-levels"
		]))
	}))),
	touched: optional(strictObject({
		models: array(string()),
		lint: array(string()),
		test: array(string()),
		train: array(string()),
		predict: array(string()),
		serve: array(string()),
		contract: array(string()),
		served: array(string()),
		compared: array(string()),
		"fails-on-worse": array(string()),
		"registry-alone": boolean(),
		app: optional(literal(true))
	})),
	candidates: optional(array(strictObject({
		model: string(),
		version: optional(VersionNumber),
		serves: boolean()
	}))),
	remarks: array(string())
});
export { ValidationResult };
