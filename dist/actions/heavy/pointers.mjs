import { C as strictObject, F as _minLength, o as array, p as literal, x as record } from "./schemas.mjs";
import "./lifecycle.mjs";
import { c as StageName, d as VersionNumber, t as AliasName } from "./names.mjs";
import { t as sorted } from "./sorted.mjs";
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
export { versionsIn as a, stageOf as i, Pointers as n, aliasesOf as r, NO_POINTERS as t };
