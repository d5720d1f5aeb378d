import { C as strictObject, F as _minLength, P as _maxLength, S as refine, l as describe, o as array, p as literal, x as record, y as optional } from "./schemas.mjs";
import { s as StageName, t as AliasName, u as VersionNumber } from "./names.mjs";
import { t as sorted } from "./sorted.mjs";
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
// src/domain/registry/pointers.ts
const Pointers = strictObject({
	schema: literal(1),
	stages: record(StageName, array(VersionNumber).check(_minLength(1))),
	aliases: sorted(record(AliasName, VersionNumber))
});
const NO_POINTERS = {
	schema: 1,
	stages: {},
	aliases: {}
};
function stageOf(pointers, version) {
	return Object.entries(pointers.stages).find(([, versions]) => versions.includes(version))?.[0];
}
function versionsIn(pointers, stage) {
	return pointers.stages[stage] ?? [];
}
function aliasesOf(pointers, version) {
	return Object.entries(pointers.aliases).flatMap(([alias, named]) => named === version ? [alias] : []);
}
export { versionsIn as a, archiveStage as c, nextStages as d, stageOf as i, firstStage as l, Pointers as n, DEFAULT_LIFECYCLE as o, aliasesOf as r, Lifecycle as s, NO_POINTERS as t, heldStages as u };
