import { a as findEvaluationData, c as evaluatePredictions, i as writeEvidence, l as samePredictions, n as engineOf, r as originOf, s as comparePredictions, t as scoreVersion } from "./score-version.mjs";
import { B as CHAMPION, G as standingOf, J as verdictOf, St as strictObject, U as policyFor, V as championOf, X as metricEntry, a as readModel, ct as nextStages, et as aliasesOf, mt as StageName, n as openRegistry, q as signedInterval, s as readVersion, st as heldStages, u as resolveVersion, w as primaryMetric, yt as int, z as defineMeasurement } from "./registry-reader.mjs";
import { n as ModelyardError } from "./error.mjs";
import { n as suggestion } from "./nearest.mjs";
import { n as judgePromotion } from "./plan-promotion.mjs";
import { a as predictions, n as measureInputs, o as version, r as model } from "./inputs.mjs";
import { o as gatherEvidence } from "./move-facts.mjs";

// src/commands/compare.ts
/** Resamples of the paired bootstrap. */
const RESAMPLES = 2e3;
const compare = defineMeasurement({
	name: "compare",
	summary: "Champion against challenger on the same rows.",
	details: `Scores both versions, computes every metric with a paired interval of the difference, gives a verdict on the primary
metric, and judges the policy of the stage that the challenger would go to next. Leaves evidence beside the challenger.`,
	positional: [
		"model",
		"champion",
		"challenger"
	],
	examples: [{
		command: "modelyard compare telco-churn",
		does: "compares the newest version with the champion"
	}, {
		command: "modelyard compare telco-churn 2 5 --report report.md",
		does: "compares two versions and keeps the report"
	}],
	permission: "write",
	doors: [
		"action",
		"cli",
		"slash"
	],
	input: strictObject({
		model,
		champion: version.default("champion").describe("The version that serves: a number, an alias or a stage."),
		challenger: version.default("latest").describe("The version that asks to replace it."),
		for: StageName.optional().describe("The stage whose policy judges; left out: the next one of the challenger."),
		seed: int().min(0).max(2 ** 31 - 1).default(0).describe("Seed of the bootstrap."),
		championPredictions: predictions,
		challengerPredictions: predictions,
		...measureInputs
	}),
	results: ["comparison"],
	async run(input, ports, watch) {
		const startedAt = ports.clock.now();
		const registry = await openRegistry(ports.repository);
		const state = await readModel(registry, input.model);
		if (input.champion === "champion" && championOf(state.pointers) === void 0) throw noChampion(state.name);
		requireStage(state, input.for);
		const [champion, challenger] = await Promise.all([input.champion, input.challenger].map(async (text) => readVersion(registry, state.name, await resolveVersion(registry, state, text))));
		const data = await findEvaluationData(state, input, ports);
		const files = [input.championPredictions, input.challengerPredictions];
		const [first, second] = await Promise.all([champion, challenger].map((record, index) => scoreVersion(registry, state, record, data, ports, watch, { predictions: files[index] })));
		const { target } = state.definition;
		const primary = primaryMetric(state.definition);
		const facts = comparePredictions(first.predictions, second.predictions, {
			target,
			primary,
			resamples: RESAMPLES,
			seed: input.seed,
			progress: (share) => watch.progress?.("computing intervals", share)
		});
		const origin = await originOf(startedAt, registry.commit, ports, files);
		const subject = {
			artifact: challenger.artifact.sha256,
			data: data.sha256
		};
		const found = [{
			schema: 1,
			kind: "evaluation",
			subject,
			facts: evaluatePredictions(second.predictions, target),
			origin
		}, {
			schema: 1,
			kind: "comparison",
			subject: {
				...subject,
				champion: champion.artifact.sha256
			},
			facts,
			origin
		}];
		const kept = await keepEvidence(input.evidence, registry, state, challenger, found, ports);
		const judged = await judge(registry, state, challenger, input.for, kept.stored, ports);
		const verdict = verdictOn(facts, primary, judged.margin);
		const identical = samePredictions(first.predictions, second.predictions);
		return {
			kind: "comparison",
			outcome: judged.gates?.outcome ?? OUTCOMES[verdict],
			model: state.name,
			commit: registry.commit,
			champion: sideOf(state, champion),
			challenger: sideOf(state, challenger),
			"primary-metric": primary,
			verdict,
			margin: judged.margin,
			identical,
			readings: readingsOf(facts),
			facts,
			...judged.stage === void 0 ? {} : { "judged-for": judged.stage },
			...judged.gates === void 0 ? {} : { gates: judged.gates },
			"policy-commit": registry.commit,
			data: {
				uri: data.uri,
				sha256: data.sha256,
				pinned: data.pinned
			},
			engine: engineOf(ports, files),
			seconds: (ports.clock.now() - startedAt) / 1e3,
			evidence: kept.written,
			remarks: [.../* @__PURE__ */ new Set([...first.remarks.map((remark) => `champion: ${remark}`), ...second.remarks.map((remark) => `challenger: ${remark}`)]), ...data.pinned ? [] : ["the data is not the pinned one, so no gate takes this evidence"]],
			next: nextSteps(state, challenger.version, judged)
		};
	}
});
function noChampion(name) {
	return new ModelyardError({
		code: "unknown-version",
		message: `${name} has no champion yet`,
		next: `measure the first version by itself: modelyard evaluate ${name} latest; or name two versions`
	});
}
/** A mistyped stage has no policy, and nothing that judges must not look like a pass. */
function requireStage({ config }, stage) {
	const held = heldStages(config.lifecycle);
	if (stage === void 0 || held.includes(stage)) return;
	throw new ModelyardError({
		code: "unknown-name",
		message: `\`${stage}\` is no stage that versions are promoted to`,
		next: suggestion(stage, held)
	});
}
const OUTCOMES = {
	better: "passed",
	"not-worse": "passed",
	worse: "failed",
	inconclusive: "inconclusive"
};
function sideOf(state, { version: number, artifact }) {
	return {
		version: number,
		artifact: artifact.sha256,
		aliases: [...aliasesOf(state.pointers, number)]
	};
}
async function keepEvidence(write, registry, state, record, found, ports) {
	const written = [];
	const stored = [];
	for (const evidence of found) {
		if (!write) {
			stored.push({
				digest: "",
				evidence
			});
			continue;
		}
		const kept = await writeEvidence(registry, state, record, evidence, ports);
		written.push(kept.written);
		stored.push(kept.stored);
	}
	return {
		written,
		stored
	};
}
/** Judges the challenger for a stage as a promotion would, on what was just measured and what is on record. */
async function judge(registry, state, record, wanted, fresh, ports) {
	const { version: number, artifact } = record;
	const { lifecycle } = state.config;
	const stage = wanted ?? nextStages(lifecycle, standingOf(state, number)).find((next) => heldStages(lifecycle).includes(next));
	if (stage === void 0 || !policyFor(state, stage).ownPolicy) return {
		stage: void 0,
		gates: void 0,
		margin: 0
	};
	const current = championOf(state.pointers);
	const { all } = await gatherEvidence({
		registry,
		state
	}, record, ports);
	return {
		stage,
		gates: judgePromotion({
			state,
			base: registry.commit,
			version: number,
			artifact: artifact.sha256,
			finding: { is: "same" },
			championArtifact: current === void 0 ? void 0 : (await readVersion(registry, state.name, current)).artifact.sha256,
			evidence: [...all, ...fresh]
		}, stage),
		margin: marginOf(state, stage)
	};
}
/** The loss on the primary metric that the policy calls too much; 0 where it names none. */
function marginOf(state, stage) {
	const primary = primaryMetric(state.definition);
	const margins = policyFor(state, stage).gates.flatMap(({ rule }) => "not-worse-by" in rule && rule.metric === primary ? [rule["not-worse-by"]] : []);
	return margins.length === 0 ? 0 : Math.min(...margins);
}
function verdictOn({ metrics }, primary, margin) {
	const paired = metrics[primary];
	if (paired?.interval === void 0) return "inconclusive";
	return verdictOf(signedInterval(primary, paired.difference, paired.interval), margin);
}
function readingsOf({ metrics }) {
	return Object.entries(metrics).map(([name, paired]) => {
		const metric = name;
		if (paired.interval === void 0 || metricEntry(metric).direction === "zero") return {
			metric,
			reading: "unread"
		};
		const { low, high } = signedInterval(metric, paired.difference, paired.interval);
		return {
			metric,
			reading: low > 0 ? "better" : high < 0 ? "worse" : "open"
		};
	});
}
function nextSteps(state, number, { stage, gates }) {
	if (stage === void 0 || gates?.outcome !== "passed" || standingOf(state, number) === stage) return [];
	return [`promote it: modelyard promote ${state.name} ${number} ${stage}`];
}

export { compare };