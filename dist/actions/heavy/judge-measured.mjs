import { a as heldStages, o as nextStages } from "./lifecycle.mjs";
import { _ as standingOf, g as policyFor, h as championOf, i as readVersion } from "./evidence-file.mjs";
import { f as timestamp } from "./names.mjs";
import { a as metricEntry, s as primaryMetric } from "./metric-catalogue.mjs";
import { A as twoDigitsUp, C as evaluateContract, D as resolutionOfComparison, E as resolutionOf, F as withoutEvidence, M as metricValue, N as isMissing, O as resolutionOfEvaluation, P as leftOut, S as evaluateMetricLimit, T as evaluateNotWorse, _ as evaluateFairnessChange, a as marginsIn, c as evaluateSliceNotWorse, d as evaluateReproducible, g as evaluateFreshness, j as differenceOf, k as rowsFor, l as evaluateSliceLimit, m as evaluateGuardrails, p as evaluateLatency, s as evaluateTests, u as evaluateSize, v as evaluateFairness, w as evaluateBetter, x as evaluateCustom, y as evaluateData } from "./policy.mjs";
import { n as overall } from "./outcome.mjs";
import "./pointers.mjs";
import { s as modelFolder } from "./json-file.mjs";
import { i as writeEvidence } from "./version-side.mjs";
import { i as gatherEvidence } from "./move-facts.mjs";
// src/domain/gates/defaults.ts
function comparesOn(rule, metric) {
	if ("guardrails" in rule) return rule.guardrails.includes(metric);
	return "metric" in rule && rule.metric === metric && ("not-worse-by" in rule || "better" in rule || "better-by" in rule);
}
function wantsDefault(rules, primaryMetric) {
	return rules.length > 0 && metricEntry(primaryMetric).direction !== "zero" && !rules.some((rule) => comparesOn(rule, primaryMetric));
}
const USUAL = {
	absolute: .01,
	relative: .02
};
const ROOM = 1.43;
const FAR = 5;
function defaultMargin(evidence, metric) {
	const { value, resolution } = whatIsKnown(evidence, metric);
	const { unit } = metricEntry(metric);
	const isRelative = unit === "target" || unit === "nats";
	if (isRelative && value === void 0) return void 0;
	const usual = isRelative ? twoDigitsUp(USUAL.relative * Math.abs(value ?? 0)) : USUAL.absolute;
	const needed = resolution === void 0 ? 0 : twoDigitsUp(ROOM * resolution.halfWidth);
	if (needed <= usual) return {
		margin: usual,
		why: isRelative ? `${USUAL.relative * 100} % of the value` : "the usual one",
		isWide: false
	};
	return {
		margin: needed,
		why: `what ${resolution?.rows} rows allow an equal challenger to keep in four of five cases`,
		isWide: needed > FAR * usual
	};
}
function whatIsKnown(evidence, metric) {
	const comparison = evidence.of("comparison");
	if (!isMissing(comparison)) {
		const { facts } = comparison.evidence;
		const difference = differenceOf(facts, metric);
		if (!("why" in difference)) return {
			value: difference.champion,
			resolution: resolutionOfComparison(facts, metric)
		};
	}
	const evaluation = evidence.of("evaluation");
	if (isMissing(evaluation)) return {};
	const { facts } = evaluation.evidence;
	const value = metricValue(facts, metric);
	return typeof value === "number" ? {
		value,
		resolution: resolutionOfEvaluation(facts, metric)
	} : {};
}
function evaluateDefault(evidence, metric) {
	const found = defaultMargin(evidence, metric);
	if (found === void 0) {
		const about = {
			gate: "not-worse",
			about: metric,
			wanted: {
				is: "above",
				word: "a margin that the comparison gives"
			}
		};
		const comparison = evidence.of("comparison");
		if (!evidence.hasChampion) return leftOut(about);
		return withoutEvidence(about, isMissing(comparison) ? comparison : {
			why: "the comparison holds no interval for it",
			next: "compare on rows on which it is defined"
		});
	}
	const finding = evaluateNotWorse({
		metric,
		"not-worse-by": found.margin
	}, evidence);
	return {
		...finding,
		reason: `${finding.reason}; the margin ${found.margin} is a default: ${found.why}`
	};
}
// src/domain/gates/warnings.ts
function* warningsOn(rules, evidence, { primaryMetric, hasDefault, decidedBefore }) {
	for (const { metric, margin } of rules.flatMap(marginsIn)) {
		const warning = tooFine(metric, margin, resolutionIn(evidence, metric));
		if (warning !== void 0) yield warning;
	}
	const usual = hasDefault ? defaultMargin(evidence, primaryMetric) : void 0;
	if (usual?.isWide) yield {
		message: `the default margin on ${primaryMetric} is ${usual.margin}, since the evaluation rows resolve no less: it protects little`,
		next: "evaluate on more rows, or write the margin that you mean into the policy"
	};
	if (decidedBefore > 0) yield {
		message: `these evaluation rows have decided ${decidedBefore} promotion${decidedBefore === 1 ? "" : "s"} of this model before`,
		next: "what is chosen by the same rows again and again comes to fit them: take new ones from time to time"
	};
	const evaluation = evidence.of("evaluation");
	const seen = isMissing(evaluation) ? void 0 : evaluation.evidence.facts.traps?.["in-training-data"];
	if (seen !== void 0) yield {
		message: `${seen} of the evaluation rows stand in the training data too`,
		next: "take them out of one of the two: a model knows the rows that it was trained on"
	};
}
const MOST_ROWS = 1e9;
function tooFine(metric, margin, resolution) {
	if (resolution === void 0 || margin === 0 || margin >= resolution.halfWidth) return void 0;
	const least = twoDigitsUp(resolution.halfWidth);
	const rows = rowsFor(resolution, margin);
	const [may, about] = resolution.from === "comparison" ? ["is", "the"] : ["may be", "the about"];
	return {
		message: `the margin ${margin} on ${metric} ${may} smaller than ${about} ${least} that ${resolution.rows} evaluation rows can resolve`,
		next: rows > MOST_ROWS ? `allow ${least}` : `evaluate on about ${rows} rows, or allow ${least}`
	};
}
function resolutionIn(evidence, metric) {
	const [comparison, evaluation] = [evidence.of("comparison"), evidence.of("evaluation")];
	return resolutionOf(metric, isMissing(comparison) ? void 0 : comparison.evidence.facts, isMissing(evaluation) ? void 0 : evaluation.evidence.facts);
}
// src/domain/gates/index.ts
function judgeGates(policy, evidence, { primaryMetric, now, defaults, decidedBefore = 0 }) {
	const rules = policy.map(({ rule }) => rule);
	const hasDefault = defaults && wantsDefault(rules, primaryMetric);
	const gates = policy.map(({ rule, source }) => ({
		...evaluateGate(rule, evidence, now),
		source
	}));
	if (hasDefault) gates.push({
		...evaluateDefault(evidence, primaryMetric),
		source: "default"
	});
	const remarks = [...remarksOn(rules, evidence, primaryMetric)];
	const warnings = [...warningsOn(rules, evidence, {
		primaryMetric,
		hasDefault,
		decidedBefore
	})];
	const outcomes = gates.flatMap(({ outcome }) => outcome === "left-out" ? [] : [outcome]);
	return {
		outcome: overall(remarks.length > 0 ? [...outcomes, "inconclusive"] : outcomes),
		gates,
		remarks,
		...warnings.length === 0 ? {} : { warnings }
	};
}
function evaluateGate(rule, evidence, now) {
	if ("metric" in rule) {
		if ("not-worse-by" in rule) return evaluateNotWorse(rule, evidence);
		return "better" in rule || "better-by" in rule ? evaluateBetter(rule, evidence) : evaluateMetricLimit(rule, evidence);
	}
	if ("slices" in rule) return "not-worse-by" in rule ? evaluateSliceNotWorse(rule, evidence) : evaluateSliceLimit(rule, evidence);
	if ("fairness" in rule) return "not-worse-by" in rule ? evaluateFairnessChange(rule, evidence) : evaluateFairness(rule, evidence);
	if ("guardrails" in rule) return evaluateGuardrails(rule, evidence);
	if ("latency" in rule) return evaluateLatency(rule, evidence);
	if ("size" in rule) return evaluateSize(rule, evidence);
	if ("reproducible" in rule) return evaluateReproducible(rule, evidence);
	if ("contract" in rule) return evaluateContract(rule, evidence);
	if ("data" in rule) return evaluateData(rule, evidence);
	if ("tests" in rule) return evaluateTests(rule, evidence);
	if ("custom" in rule) return evaluateCustom(rule, evidence);
	return evaluateFreshness(rule, evidence, now);
}
function marginOn(tree, metric) {
	const margins = tree.gates.flatMap(({ gate, about, wanted }) => gate === "not-worse" && about === metric && wanted.value !== void 0 ? [0 - wanted.value] : []);
	return margins.length === 0 ? void 0 : Math.min(...margins);
}
function* remarksOn(rules, evidence, primaryMetric) {
	if (rules.length === 0) {
		yield {
			message: "the policy of this stage has no gate, so nothing can pass",
			next: `add one under \`policy\`, e.g. gates: [{metric: ${primaryMetric}, not-worse-by: 0.01}]`
		};
		return;
	}
	const hasFloor = rules.some((rule) => "metric" in rule && rule.metric === primaryMetric && ("min" in rule || "max" in rule));
	if (!evidence.hasChampion && !hasFloor) yield {
		message: `there is no champion yet, and no gate holds ${primaryMetric} to a limit of its own`,
		next: `add a gate with \`min\` or \`max\` on ${primaryMetric}`
	};
}
// src/domain/evidence/select.ts
function selectEvidence(candidates, expected) {
	return {
		hasChampion: expected.champion !== void 0,
		of: (kind, choice) => newest(candidates, kind, expected, choice)
	};
}
const ON_DATA = [
	"evaluation",
	"comparison",
	"fairness",
	"latency",
	"importance"
];
const NAMES = {
	evaluation: "evaluation",
	comparison: "comparison",
	fairness: "fairness measurement",
	latency: "latency measurement",
	importance: "importance measurement",
	size: "size measurement",
	data: "comparison of training data",
	reproducibility: "reproducibility measurement",
	contract: "contract check",
	tests: "test report",
	profile: "profile of the training data",
	custom: "custom measurement"
};
function newest(candidates, kind, expected, { suits, named } = {
	suits: () => true,
	named: NAMES[kind]
}) {
	if (expected.data === void 0 && ON_DATA.includes(kind)) return {
		why: "the policy pins no evaluation data, so no evidence can be bound to it",
		next: `hold out rows that no training sees, name their file under evaluate.data of model.yaml, and write its digest there: modelyard evaluate ${expected.model} ${expected.version} --pin`
	};
	const chosen = candidates.filter((stored) => stored.evidence.kind === kind && suits(stored.evidence.facts));
	const fitting = chosen.findLast(({ evidence }) => fits(evidence, expected));
	if (fitting !== void 0) return fitting;
	const last = chosen.at(-1);
	return {
		why: last === void 0 ? `there is no ${named} of version ${expected.version}` : `the ${named} ${short(last.digest)} ${misfit(last.evidence, expected)}`,
		next: nextStep(kind, expected)
	};
}
function fits(evidence, expected) {
	return misfit(evidence, expected) === void 0;
}
function misfit({ subject }, expected) {
	if (subject.artifact !== expected.artifact) return `is about the artifact ${short(subject.artifact)}, but version ${expected.version} is ${short(expected.artifact)}`;
	if ("data" in subject && subject.data !== void 0 && subject.data !== expected.data) {
		const pinned = expected.data === void 0 ? "pins none" : `pins ${short(expected.data)}`;
		return `used the data ${short(subject.data)}, but the policy ${pinned}`;
	}
	if ("champion" in subject && subject.champion !== void 0 && subject.champion !== expected.champion?.artifact) {
		const now = expected.champion === void 0 ? "there is none now" : `the champion is version ${expected.champion.version}, ${short(expected.champion.artifact)}`;
		return `is against the champion ${short(subject.champion)}, but ${now}`;
	}
}
function nextStep(kind, { model, version, champion }) {
	const compare = `run: modelyard compare ${model} champion ${version}`;
	switch (kind) {
		case "comparison":
		case "data": return compare;
		case "evaluation":
		case "fairness": return champion === void 0 ? `run: modelyard evaluate ${model} ${version}` : compare;
		case "size": return `run: modelyard evaluate ${model} ${version}`;
		case "importance": return `run: modelyard evaluate ${model} ${version} --importance`;
		case "latency": return `run: modelyard bench ${model} champion ${version}`;
		case "reproducibility": return `run: modelyard reproduce ${model} ${version}`;
		case "contract": return `run: modelyard contract ${model} ${version}`;
		case "tests": return `run: modelyard tests ${model} ${version} REPORT`;
		case "profile": return `run: modelyard monitor ${model} CURRENT --version ${version}`;
		case "custom": return `run: modelyard evidence add ${model} ${version}`;
	}
}
function short(digest) {
	return digest.slice(0, 12);
}
new TextEncoder();
// src/domain/registry/plan-promotion.ts
function judgePromotion(facts, stage, now) {
	const { state } = facts;
	const policy = policyFor(state, stage);
	const evidence = selectEvidence(facts.evidence, expectationOf(facts));
	return judgeGates(policy.ownPolicy ? policy.gates : [], evidence, {
		primaryMetric: primaryMetric(state.definition),
		now,
		defaults: policy.defaults,
		decidedBefore: facts.decidedBefore
	});
}
function expectationOf({ state, version, artifact, championArtifact }) {
	const champion = championOf(state.pointers);
	return {
		model: state.name,
		version,
		artifact,
		data: state.definition.evaluate?.data.sha256,
		champion: champion === void 0 || champion === version || championArtifact === void 0 ? void 0 : {
			version: champion,
			artifact: championArtifact
		}
	};
}
// src/domain/gates/decided-before.ts
function decidedBefore(records, dataOf, data) {
	return records.filter((record) => record.kind === "promotion" && record.evidence.some((digest) => dataOf.get(digest) === data)).length;
}
// src/commands/decisions-on-data.ts
const TELLING = [
	"comparison",
	"evaluation",
	"fairness"
];
async function countDecisions(registry, state, artifacts) {
	const pinned = state.definition.evaluate?.data.sha256;
	if (pinned === void 0) return 0;
	const dataOf = new Map();
	for (const record of state.records) {
		if (record.kind !== "promotion") continue;
		for (const digest of record.evidence) {
			const data = await dataOfEvidence(registry, state.name, record.version, digest, artifacts);
			if (data === void 0) continue;
			dataOf.set(digest, data);
			if (data === pinned) break;
		}
	}
	return decidedBefore(state.records, dataOf, pinned);
}
async function dataOfEvidence({ repository, commit, config }, model, version, digest, artifacts) {
	const { parseEvidence } = await import("./evidence-file2.mjs");
	const { evidenceFileName } = await import("./evidence2.mjs");
	const folder = `${modelFolder(config, model)}/versions/${version}/evidence`;
	for (const kind of TELLING) {
		const path = `${folder}/${evidenceFileName(kind, digest)}`;
		const bytes = await repository.readFile(commit, path);
		if (bytes === void 0) continue;
		const { subject } = parseEvidence(path, bytes, artifacts).evidence;
		return "data" in subject ? subject.data : void 0;
	}
}
// src/commands/judge-measured.ts
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
async function judgeMeasured(registry, state, record, wanted, fresh, ports) {
	const { version: number, artifact } = record;
	const { lifecycle } = state.config;
	const stage = wanted ?? nextStages(lifecycle, standingOf(state, number)).find((next) => heldStages(lifecycle).includes(next));
	const { all } = await gatherEvidence({
		registry,
		state
	}, record, ports);
	const evidence = [...all, ...fresh];
	const decidedBefore = await countDecisions(registry, state, ports.artifacts);
	if (stage === void 0 || !policyFor(state, stage).ownPolicy) return {
		stage: void 0,
		gates: void 0,
		evidence,
		decidedBefore
	};
	const current = championOf(state.pointers);
	return {
		stage,
		gates: judgePromotion({
			state,
			base: registry.commit,
			version: number,
			artifact: artifact.sha256,
			finding: { is: "same" },
			championArtifact: current === void 0 ? void 0 : (await readVersion(registry, state.name, current)).artifact.sha256,
			evidence,
			decidedBefore
		}, stage, timestamp(ports.clock.now())),
		evidence,
		decidedBefore
	};
}
function promotionStep(state, number, { stage, gates }) {
	if (stage === void 0 || gates?.outcome !== "passed" || standingOf(state, number) === stage) return [];
	return [`promote it: modelyard promote ${state.name} ${number} ${stage}`];
}
export { marginOn as a, selectEvidence as i, keepEvidence as n, promotionStep as r, judgeMeasured as t };
