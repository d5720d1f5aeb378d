import { G as standingOf, H as isPurged, U as policyFor, W as servedIn, rt as versionsIn, st as heldStages } from "./registry-reader.mjs";
import { n as refuse, r as requestFields, t as artifactReason } from "./move-plan.mjs";
import { i as withAliases, t as aliasReason } from "./plan-promotion.mjs";
import { i as tiesOf, n as freeAliasesOf } from "./ties.mjs";

// src/domain/registry/plan-rollback.ts
/**
* Plans to put a version back that stood in `stage` before by a promotion whose gates passed. Its bytes are hashed
* again; no other gate is asked. What it replaces is archived.
*/
function planRollback(facts, stage, request) {
	const { state, version } = facts;
	const from = standingOf(state, version);
	if (from === stage) return {
		plan: "unchanged",
		why: `version ${version} of ${state.name} is in ${stage} already`
	};
	const obstacles = [...obstaclesTo(facts, stage)];
	if (obstacles.length > 0) return refuse(...obstacles);
	const policy = policyFor(state, stage);
	const held = versionsIn(state.pointers, stage);
	const displaces = held.length >= policy.maxVersions ? held.at(-1) : void 0;
	const free = displaces === void 0 ? [] : freeAliasesOf(state.pointers, tiesOf(state.definition, state.config.lifecycle), displaces);
	if (displaces !== void 0 && free.length > 0) return refuse(aliasReason(free, displaces));
	return withAliases(state, {
		number: state.records.length + 1,
		record: {
			schema: 1,
			kind: "rollback",
			version,
			from,
			to: stage,
			...displaces === void 0 ? {} : { displaces },
			...requestFields(request),
			"judged-at": request.judgedAt
		},
		approvals: policy.rollbackApprovals
	});
}
function* obstaclesTo({ state, version, artifact, finding }, stage) {
	const held = heldStages(state.config.lifecycle);
	if (!held.includes(stage)) {
		yield {
			message: `there is no rollback to ${stage}`,
			next: `roll back one of ${held.join(", ")}`
		};
		return;
	}
	if (!servedIn(state.records, version, stage)) {
		const served = servedVersions(state.records, stage);
		yield {
			message: `version ${version} was never in ${stage} by a promotion whose gates passed`,
			next: served.length > 0 ? `choose one that was: ${served.join(", ")}` : "promote a version instead; a rollback only repeats what was judged before"
		};
	}
	if (isPurged(state.records, version)) {
		yield {
			message: `the bytes of version ${version} were purged`,
			next: "choose another version"
		};
		return;
	}
	const reason = artifactReason(version, artifact, finding);
	if (reason !== void 0) yield reason;
}
/**
* The version that a rollback without a number goes to: the one that stood in the stage, judged, before the
* present one. Refused right after a rollback, so that repeating the command does not go back ever further.
*/
function previousVersion(state, stage) {
	const last = state.records.findLast((record) => record.kind !== "alias" && record.to === stage);
	if (last?.kind === "rollback") return {
		message: `the last move to ${stage} was already a rollback, to version ${last.version}`,
		next: `name the version to go further back to: modelyard rollback ${state.name} ${stage} VERSION`
	};
	const current = versionsIn(state.pointers, stage);
	const before = arrivals(state.records, stage).reverse().find((version) => !current.includes(version) && servedIn(state.records, version, stage) && !isPurged(state.records, version));
	if (before === void 0) return {
		message: `no earlier version of ${state.name} was in ${stage}`,
		next: `see what was: modelyard history ${state.name}`
	};
	return { version: before };
}
function servedVersions(records, stage) {
	return [...new Set(arrivals(records, stage))].filter((version) => servedIn(records, version, stage) && !isPurged(records, version));
}
/** The versions that came into a stage by promotion or rollback, in order. */
function arrivals(records, stage) {
	return records.flatMap((record) => (record.kind === "promotion" || record.kind === "rollback") && record.to === stage ? [record.version] : []);
}

export { previousVersion as n, planRollback as t };