import { B as CHAMPION, G as standingOf, U as policyFor, at as archiveStage, tt as movePointers } from "./registry-reader.mjs";
import { n as refuse, r as requestFields } from "./move-plan.mjs";
import { i as tiesOf, r as tiedVersion } from "./ties.mjs";

// src/domain/registry/plan-alias.ts
/**
* Plans to let an alias name a version, or with null nothing. An alias that is tied to a stage moves only with it;
* here it can only be set to what the stage says, for the case that the tie itself is new.
*/
function planAlias(state, alias, version, request) {
	if ((state.pointers.aliases[alias] ?? null) === version) {
		const names = version === null ? "names nothing" : `names version ${version}`;
		return {
			plan: "unchanged",
			why: `the alias \`${alias}\` of ${state.name} ${names} already`
		};
	}
	const obstacles = [...obstaclesTo(state, alias, version)];
	if (obstacles.length > 0) return refuse(...obstacles);
	const { lifecycle } = state.config;
	const aliases = { [alias]: version };
	return {
		plan: "move",
		number: state.records.length + 1,
		record: {
			schema: 1,
			kind: "alias",
			aliases,
			...requestFields(request),
			"judged-at": request.judgedAt
		},
		pointers: movePointers(state.pointers, { aliases }, lifecycle),
		approvals: alias === "champion" ? everyRule(state) : []
	};
}
function* obstaclesTo(state, alias, version) {
	const { lifecycle } = state.config;
	if (lifecycle.stages.includes(alias)) yield {
		message: `\`${alias}\` is a stage`,
		next: "choose another name for the alias"
	};
	const stage = tiesOf(state.definition, lifecycle)[alias];
	if (stage !== void 0 && tiedVersion(state.pointers, stage) !== version) yield {
		message: `the alias \`${alias}\` is tied to ${stage} and moves only with it`,
		next: `promote the version to ${stage}, or roll ${stage} back`
	};
	if (version === null) return;
	if (!state.versions.includes(version)) yield {
		message: `${state.name} has no version ${version}`,
		next: `see which there are: modelyard show ${state.name}`
	};
	else if (standingOf(state, version) === archiveStage(lifecycle)) yield {
		message: `version ${version} is archived; an alias names a version in use`,
		next: `bring it back first: modelyard promote ${state.name} ${version} ${lifecycle.stages[0]}`
	};
}
/** Gates compare with the champion, so naming another one meets every approval rule that the model has. */
function everyRule(state) {
	return state.config.lifecycle.stages.flatMap((stage) => policyFor(state, stage).approvals);
}

export { planAlias as t };