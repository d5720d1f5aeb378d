import { C as strictObject, F as _minLength, P as _maxLength, S as refine, l as describe, o as array, x as record, y as optional } from "./schemas.mjs";
import { c as StageName } from "./names.mjs";
// src/domain/registry/lifecycle.ts
const Lifecycle = strictObject({
	stages: array(StageName).check(_minLength(3), _maxLength(20), refine((stages) => new Set(stages).size === stages.length, { error: "a list that names each stage once" }), describe("Stages in their order; the first holds new versions, the last is the archive.")),
	transitions: optional(record(StageName, array(StageName)))
});
const DEFAULT_LIFECYCLE = { stages: [
	"development",
	"staging",
	"production",
	"archived"
] };
function firstStage(lifecycle) {
	return lifecycle.stages[0];
}
function archiveStage(lifecycle) {
	return lifecycle.stages.at(-1);
}
function heldStages(lifecycle) {
	return lifecycle.stages.slice(1, -1);
}
function nextStages(lifecycle, stage) {
	if (lifecycle.transitions !== void 0) return lifecycle.transitions[stage] ?? [];
	const position = lifecycle.stages.indexOf(stage);
	if (position === lifecycle.stages.length - 1) return [firstStage(lifecycle)];
	return heldStages(lifecycle).includes(lifecycle.stages[position + 1]) ? [lifecycle.stages[position + 1]] : [];
}
export { heldStages as a, firstStage as i, Lifecycle as n, nextStages as o, archiveStage as r, DEFAULT_LIFECYCLE as t };
