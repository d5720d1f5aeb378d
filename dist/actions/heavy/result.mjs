import { C as strictObject, D as union, g as number, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
// src/domain/gates/result.ts
const GATE_KINDS = [
	"metric-limit",
	"not-worse",
	"better",
	"guardrails",
	"slice-limit",
	"slice-not-worse",
	"fairness",
	"fairness-change",
	"latency",
	"size",
	"reproducible",
	"contract",
	"data",
	"tests",
	"custom",
	"freshness"
];
const Unit = optional(_enum([
	"ratio",
	"bytes",
	"days",
	"count",
	"share"
]));
const Observed = strictObject({
	value: optional(number()),
	low: optional(number()),
	high: optional(number()),
	word: optional(string()),
	unit: Unit
});
const Wanted = strictObject({
	is: _enum([
		"at-least",
		"at-most",
		"above",
		"below",
		"equal"
	]),
	value: optional(number()),
	word: optional(string()),
	unit: Unit
});
const GatePart = strictObject({
	name: string(),
	outcome: union([Outcome, literal("left-out")]),
	observed: optional(Observed),
	reason: string()
});
const GateResult = strictObject({
	gate: _enum(GATE_KINDS),
	about: optional(string()),
	source: _enum([
		"model",
		"floor",
		"default"
	]),
	outcome: union([Outcome, literal("left-out")]),
	observed: optional(Observed),
	wanted: Wanted,
	reason: string(),
	next: optional(string()),
	evidence: optional(string()),
	parts: optional(array(GatePart))
});
const Advice = strictObject({
	message: string(),
	next: string()
});
const GateTree = strictObject({
	outcome: Outcome,
	gates: array(GateResult),
	remarks: array(Advice),
	warnings: optional(array(Advice))
});
export { GateTree as t };
