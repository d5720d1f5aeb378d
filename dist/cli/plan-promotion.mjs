import { n as suggestion } from "./nearest.mjs";
import { G as standingOf, H as isPurged, K as judgeGates, U as policyFor, V as championOf, at as archiveStage, ct as nextStages, ot as firstStage, rt as versionsIn, st as heldStages, tt as movePointers, w as primaryMetric } from "./registry-reader.mjs";
import { r as moveOf } from "./fold.mjs";
import { n as refuse, r as requestFields, t as artifactReason } from "./move-plan.mjs";
import { i as tiesOf, n as freeAliasesOf, t as aliasesToFollow } from "./ties.mjs";

// src/domain/evidence/select.ts
/**
* Picks the evidence that a gate may read: of this artifact, on the data that the base pins, and for a comparison
* against the champion of now. Of several that fit, the last counts.
*
* @param candidates - In git order, oldest first; what is not committed yet comes last.
*/
function selectEvidence(candidates, expected) {
	return {
		evaluation: newest(candidates, "evaluation", expected),
		comparison: newest(candidates, "comparison", expected),
		hasChampion: expected.champion !== void 0
	};
}
function newest(candidates, kind, expected) {
	const ofKind = candidates.filter(({ evidence }) => evidence.kind === kind);
	if (expected.data === void 0) return {
		why: "the policy pins no evaluation data, so no evidence can be bound to it",
		next: `write the file and its digest into model.yaml: modelyard evaluate ${expected.model} ${expected.version} --pin`
	};
	const fitting = ofKind.findLast(({ evidence }) => misfit(evidence, expected) === void 0);
	if (fitting !== void 0) return fitting;
	const last = ofKind.at(-1);
	return {
		why: last === void 0 ? `there is no ${kind} of version ${expected.version}` : `the ${kind} ${last.digest.slice(0, 12)} ${misfit(last.evidence, expected)}`,
		next: nextStep(kind, expected)
	};
}
function misfit(evidence, expected) {
	const short = (digest) => digest.slice(0, 12);
	const { subject } = evidence;
	if (subject.artifact !== expected.artifact) return `is about the artifact ${short(subject.artifact)}, but version ${expected.version} is ${short(expected.artifact)}`;
	if (subject.data !== expected.data) return `used the data ${short(subject.data)}, but the policy pins ${short(expected.data ?? "")}`;
	if (evidence.kind === "comparison" && evidence.subject.champion !== expected.champion?.artifact) {
		const now = expected.champion === void 0 ? "there is none now" : `the champion is version ${expected.champion.version}, ${short(expected.champion.artifact)}`;
		return `is against the champion ${short(evidence.subject.champion)}, but ${now}`;
	}
}
function nextStep(kind, { model, version, champion }) {
	if (kind === "evaluation" && champion === void 0) return `run: modelyard evaluate ${model} ${version}`;
	return `run: modelyard compare ${model} champion ${version}`;
}

// src/domain/registry/plan-promotion.ts
/**
* Plans to move a version along the lifecycle: judges the policy of the base, swaps the pointers, moves the
* aliases that are tied to a stage and archives what is replaced.
*/
function planPromotion(facts, to, request) {
	const { state, version } = facts;
	const from = standingOf(state, version);
	if (from === to) return {
		plan: "unchanged",
		why: `version ${version} of ${state.name} is in ${to} already`
	};
	const obstacles = [...obstaclesTo(facts, from, to)];
	if (obstacles.length > 0) return refuse(...obstacles);
	if (to === firstStage(state.config.lifecycle)) return reopen(facts, from, to, request);
	const gates = judgePromotion(facts, to);
	if (gates.outcome !== "passed") return {
		plan: "refused",
		reasons: [gatesReason(gates, to)],
		gates
	};
	const policy = policyFor(state, to);
	const held = versionsIn(state.pointers, to);
	const displaces = held.length >= policy.maxVersions ? held[0] : void 0;
	const free = displaces === void 0 ? [] : freeAliasesOf(state.pointers, tiesOf(state.definition, state.config.lifecycle), displaces);
	if (displaces !== void 0 && free.length > 0) return refuse(aliasReason(free, displaces));
	if (held.length > policy.maxVersions) return refuse(crowdedReason(to, held.length, policy.maxVersions));
	return withAliases(state, {
		number: state.records.length + 1,
		record: {
			schema: 1,
			kind: "promotion",
			version,
			from,
			to,
			...displaces === void 0 ? {} : { displaces },
			...requestFields(request),
			evidence: judgedDigests(gates),
			gates: {
				outcome: gates.outcome,
				"policy-commit": facts.base
			},
			"judged-at": request.judgedAt
		},
		gates,
		approvals: policy.approvals
	});
}
/** The gates of a stage for a version, on the evidence that fits it. */
function judgePromotion(facts, stage) {
	const { state, version } = facts;
	const policy = policyFor(state, stage);
	const champion = championOf(state.pointers);
	const evidence = selectEvidence(facts.evidence, {
		model: state.name,
		version,
		artifact: facts.artifact,
		data: state.definition.evaluate?.data.sha256,
		champion: champion === void 0 || champion === version || facts.championArtifact === void 0 ? void 0 : {
			version: champion,
			artifact: facts.championArtifact
		}
	});
	return judgeGates(policy.ownPolicy ? policy.gates : [], evidence, primaryMetric(state.definition));
}
/** Adds what the record does to tied aliases, and the pointers that follow from it. */
function withAliases(state, move) {
	const { lifecycle } = state.config;
	const moved = movePointers(state.pointers, moveOf(move.record, lifecycle), lifecycle);
	const aliases = aliasesToFollow(moved, tiesOf(state.definition, state.config.lifecycle));
	const record = Object.keys(aliases).length === 0 ? move.record : {
		...move.record,
		aliases
	};
	return {
		plan: "move",
		...move,
		record,
		pointers: movePointers(state.pointers, moveOf(record, lifecycle), lifecycle)
	};
}
function* obstaclesTo(facts, from, to) {
	const { state, version } = facts;
	const { lifecycle } = state.config;
	const allowed = nextStages(lifecycle, from);
	if (!lifecycle.stages.includes(to)) {
		yield {
			message: `there is no stage \`${to}\``,
			next: suggestion(to, lifecycle.stages)
		};
		return;
	}
	if (to === archiveStage(lifecycle)) yield {
		message: `${to} is the archive`,
		next: `use: modelyard archive ${state.name} ${version}`
	};
	else if (!allowed.includes(to)) yield {
		message: `the lifecycle has no way from ${from} to ${to}`,
		next: allowed.length > 0 ? `from ${from} a version may go to ${allowed.join(" or ")}` : `from ${from} a version leaves by \`archive\`, or when another takes its place`
	};
	if (isPurged(state.records, version)) {
		yield {
			message: `the bytes of version ${version} were purged`,
			next: "register the artifact as a new version"
		};
		return;
	}
	const artifact = artifactReason(version, facts.artifact, facts.finding);
	if (artifact !== void 0) yield artifact;
	if (heldStages(lifecycle).includes(to) && !policyFor(state, to).ownPolicy) yield {
		message: `${state.name} has no policy for ${to} at ${facts.base.slice(0, 7)}`,
		next: `write one into model.yaml under \`policy.${to}\`, and merge it first`
	};
}
/** Back from the archive into the first stage: nothing serves there, so nothing is judged. */
function reopen(facts, from, to, request) {
	return withAliases(facts.state, {
		number: facts.state.records.length + 1,
		record: {
			schema: 1,
			kind: "promotion",
			version: facts.version,
			from,
			to,
			...requestFields(request),
			evidence: [],
			"judged-at": request.judgedAt
		},
		approvals: []
	});
}
function judgedDigests(gates) {
	return [...new Set(gates.gates.flatMap(({ evidence }) => evidence === void 0 ? [] : [evidence]))].sort();
}
function gatesReason(gates, to) {
	const open = gates.gates.filter(({ outcome }) => outcome === "failed" || outcome === "inconclusive");
	const counted = `${open.length} of ${gates.gates.length} gates of ${to} did not pass`;
	const next = [...open.map((gate) => gate.next), ...gates.remarks.map((remark) => remark.next)].find((text) => text !== void 0);
	return {
		message: open.length > 0 ? counted : gates.remarks[0]?.message ?? counted,
		next: next ?? "see what each gate wants"
	};
}
function aliasReason(aliases, version) {
	const [first = ""] = aliases;
	return {
		message: `the alias ${aliases.map((alias) => `\`${alias}\``).join(", ")} names version ${version}, which would be archived`,
		next: `move it first: modelyard alias MODEL ${first} VERSION, or take it away with --remove`
	};
}
function crowdedReason(stage, held, limit) {
	return {
		message: `${stage} holds ${held} versions, and the policy allows ${limit}`,
		next: `archive ${held - limit} of them first, or raise \`max-versions\``
	};
}

export { withAliases as i, judgePromotion as n, planPromotion as r, aliasReason as t };