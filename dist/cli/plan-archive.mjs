import { G as standingOf, H as isPurged, U as policyFor, at as archiveStage, st as heldStages } from "./registry-reader.mjs";
import { n as refuse, r as requestFields } from "./move-plan.mjs";
import { i as withAliases } from "./plan-promotion.mjs";
import { i as tiesOf, n as freeAliasesOf } from "./ties.mjs";

// src/domain/registry/plan-archive.ts
/**
* Plans to take a version out of use. With `purge` the bytes of its artifact go as well; the version and its record
* stay for ever. Leaving a stage needs that stage's approvals.
*/
function planArchive(facts, { purge }, request) {
	const { state, version } = facts;
	const archive = archiveStage(state.config.lifecycle);
	const from = standingOf(state, version);
	const purged = isPurged(state.records, version);
	if (from === archive && (!purge || purged)) return {
		plan: "unchanged",
		why: `version ${version} of ${state.name} is in ${archive} already${purge ? ", and its bytes are purged" : ""}`
	};
	const obstacles = [...obstaclesTo(facts, purge)];
	if (obstacles.length > 0) return refuse(...obstacles);
	return withAliases(state, {
		number: state.records.length + 1,
		record: {
			schema: 1,
			kind: "archive",
			version,
			from,
			to: archive,
			...purge ? { purged: true } : {},
			...requestFields(request),
			"judged-at": request.judgedAt
		},
		approvals: heldStages(state.config.lifecycle).includes(from) ? policyFor(state, from).approvals : []
	});
}
function* obstaclesTo({ state, version, artifactUri }, purge) {
	const [free] = freeAliasesOf(state.pointers, tiesOf(state.definition, state.config.lifecycle), version);
	if (free !== void 0) yield {
		message: `the alias \`${free}\` names version ${version}`,
		next: `move it first: modelyard alias ${state.name} ${free} VERSION, or take it away with --remove`
	};
	const standing = standingOf(state, version);
	if (purge && heldStages(state.config.lifecycle).includes(standing)) yield {
		message: `version ${version} is in ${standing}; what a stage names cannot be purged`,
		next: "archive it first, and purge it when nothing needs it any more"
	};
	if (purge && !artifactUri.startsWith("./")) yield {
		message: `the bytes of version ${version} do not lie in the repository`,
		next: `remove them at ${artifactUri}, and archive the version without --purge`
	};
}

export { planArchive as t };