import { rt as versionsIn, st as heldStages } from "./registry-reader.mjs";

// src/domain/registry/ties.ts
/**
* The aliases that are tied to a stage: as `aliases` of model.yaml says; otherwise the champion is what stands in the
* last stage before the archive, the challenger what stands in the one before that.
*/
function tiesOf({ aliases }, lifecycle) {
	if (aliases !== void 0) return aliases;
	const held = heldStages(lifecycle);
	const [champion, challenger] = [held.at(-1), held.at(-2)];
	return {
		...champion === void 0 ? {} : { champion },
		...challenger === void 0 ? {} : { challenger }
	};
}
/** The version that a stage gives to the alias tied to it: the one that came last; null while it is empty. */
function tiedVersion(pointers, stage) {
	return versionsIn(pointers, stage).at(-1) ?? null;
}
/** What tied aliases must change so that they name what their stages hold in `pointers`. */
function aliasesToFollow(pointers, ties) {
	return Object.fromEntries(Object.entries(ties).map(([alias, stage]) => [alias, tiedVersion(pointers, stage)]).filter(([alias, version]) => (pointers.aliases[alias] ?? null) !== version).sort(([a], [b]) => a < b ? -1 : 1));
}
/** The aliases that name `version` and are tied to no stage. */
function freeAliasesOf(pointers, ties, version) {
	return Object.entries(pointers.aliases).filter(([alias, named]) => named === version && ties[alias] === void 0).map(([alias]) => alias);
}

export { tiesOf as i, freeAliasesOf as n, tiedVersion as r, aliasesToFollow as t };