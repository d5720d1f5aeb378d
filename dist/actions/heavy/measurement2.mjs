import { C as strictObject, f as int, g as number, k as _gte, o as array, p as literal, r as _enum, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { r as METRIC_NAMES } from "./metric-catalogue.mjs";
import { t as VERDICTS } from "./verdict.mjs";
import { r as Evaluation, t as Comparison } from "./comparison.mjs";
import { a as Importance, c as Contract, i as DataChange, l as Latency, n as Reproducibility, o as Size, s as Fairness, t as Tests } from "./tests.mjs";
import { t as Outcome } from "./outcome.mjs";
import { t as GateTree } from "./result.mjs";
import { n as NamedWindow } from "./window.mjs";
import { c as StageName, d as VersionNumber, n as ModelName, o as Sha256, r as ObjectId, u as UserName } from "./names.mjs";
import { n as VersionRecord } from "./version.mjs";
// src/domain/results/measurement.ts
const Written = strictObject({
	path: string(),
	digest: Sha256,
	is: _enum(["new", "repeat"])
});
const Measured = {
	model: ModelName,
	commit: ObjectId,
	data: strictObject({
		uri: string(),
		sha256: Sha256,
		pinned: boolean(),
		window: optional(NamedWindow)
	}),
	engine: string(),
	seconds: number(),
	evidence: array(Written),
	remarks: array(string()),
	next: array(string()),
	importance: optional(Importance),
	size: optional(Size),
	"decided-before": optional(int().check(_gte(0)))
};
const ParamChange = strictObject({
	name: UserName,
	champion: optional(string()),
	challenger: optional(string())
});
const Side = strictObject({
	version: VersionNumber,
	artifact: Sha256,
	aliases: array(string())
});
const ComparedSide = strictObject({
	version: optional(VersionNumber),
	file: optional(string()),
	artifact: Sha256,
	aliases: optional(array(string()))
});
const EvaluationResult = strictObject({
	kind: literal("evaluation"),
	version: Side,
	"primary-metric": string(),
	facts: Evaluation,
	"judged-for": optional(StageName),
	gates: optional(GateTree),
	...Measured
});
const ComparisonResult = strictObject({
	kind: literal("comparison"),
	outcome: Outcome,
	champion: ComparedSide,
	challenger: ComparedSide,
	"primary-metric": string(),
	verdict: _enum(VERDICTS),
	margin: number(),
	identical: boolean(),
	readings: array(strictObject({
		metric: _enum(METRIC_NAMES),
		reading: _enum([
			"better",
			"worse",
			"open",
			"unread"
		]),
		direction: optional(_enum([
			"higher",
			"lower",
			"zero"
		]))
	})),
	facts: Comparison,
	fairness: optional(Fairness),
	"judged-for": optional(StageName),
	gates: optional(GateTree),
	"policy-commit": optional(ObjectId),
	"rows-to-settle": optional(int().check(_gte(1))),
	"champion-evaluation": optional(Evaluation),
	"challenger-evaluation": optional(Evaluation),
	latency: optional(Latency),
	reproducibility: optional(Reproducibility),
	contract: optional(Contract),
	tests: optional(Tests),
	"data-change": optional(DataChange),
	params: optional(array(ParamChange)),
	record: optional(VersionRecord),
	description: optional(string()),
	...Measured,
	model: optional(ModelName),
	commit: optional(ObjectId)
});
export { Written as a, Side as i, EvaluationResult as n, Measured as r, ComparisonResult as t };
