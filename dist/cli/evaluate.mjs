import { a as findEvaluationData, c as evaluatePredictions, i as writeEvidence, n as engineOf, o as pinEvaluationData, r as originOf, t as scoreVersion } from "./score-version.mjs";
import { Ct as string, G as standingOf, P as modelFolder, St as strictObject, V as championOf, a as readModel, ct as nextStages, et as aliasesOf, n as openRegistry, s as readVersion, u as resolveVersion, vt as boolean, w as primaryMetric, z as defineMeasurement } from "./registry-reader.mjs";
import { a as predictions, n as measureInputs, o as version, r as model } from "./inputs.mjs";

// src/commands/evaluate.ts
const evaluate = defineMeasurement({
	name: "evaluate",
	summary: "Score a version on the evaluation data and compute its metrics.",
	details: `Runs an ONNX artifact in a process of its own, in batches, and leaves evidence beside the version, where a
promotion finds it. The same finding twice is written once. Any other version is judged by a file of its predictions:
CSV, Parquet or JSON with the column probability (of the positive class), probability_<class>, label or prediction.`,
	positional: ["model", "version"],
	examples: [{
		command: "modelyard evaluate telco-churn latest",
		does: "computes the metrics of the newest version"
	}, {
		command: "modelyard evaluate telco-churn 5 --data data/october.csv --no-evidence",
		does: "looks at other rows, for information"
	}],
	permission: "write",
	doors: ["action", "cli"],
	input: strictObject({
		model,
		version,
		...measureInputs,
		pin: boolean().default(false).describe("Write the data's digest into model.yaml, so that evidence counts."),
		predictions,
		artifact: string().min(1).optional().describe("A local copy of the artifact, where it lies outside the repository.")
	}),
	results: ["evaluation"],
	async run(input, ports, watch) {
		const startedAt = ports.clock.now();
		const registry = await openRegistry(ports.repository);
		const state = await readModel(registry, input.model);
		const record = await readVersion(registry, state.name, await resolveVersion(registry, state, input.version));
		const data = await findEvaluationData(state, input, ports);
		const pin = input.pin ? await pinEvaluationData(state, data, ports) : void 0;
		const scored = await scoreVersion(registry, state, record, data, ports, watch, input);
		if (pin !== void 0) await ports.worktree.writeFile(pin.path, pin.content);
		const repinned = pin !== void 0;
		watch.progress?.("computing metrics");
		const facts = evaluatePredictions(scored.predictions, state.definition.target);
		const evidence = {
			schema: 1,
			kind: "evaluation",
			subject: {
				artifact: record.artifact.sha256,
				data: data.sha256
			},
			facts,
			origin: await originOf(startedAt, registry.commit, ports, [input.predictions])
		};
		const written = input.evidence ? [(await writeEvidence(registry, state, record, evidence, ports)).written] : [];
		return {
			kind: "evaluation",
			model: state.name,
			commit: registry.commit,
			version: {
				version: record.version,
				artifact: record.artifact.sha256,
				aliases: [...aliasesOf(state.pointers, record.version)]
			},
			"primary-metric": primaryMetric(state.definition),
			facts,
			data: {
				uri: data.uri,
				sha256: data.sha256,
				pinned: data.pinned || repinned
			},
			engine: engineOf(ports, [input.predictions]),
			seconds: (ports.clock.now() - startedAt) / 1e3,
			evidence: written,
			remarks: [
				...scored.remarks,
				...repinned ? [`the digest of ${data.uri} now stands in ${modelFolder(state.config, state.name)}/model.yaml; commit it and have it reviewed`] : [],
				...data.pinned || repinned ? [] : ["the data is not the pinned one, so no gate takes this evidence"]
			],
			next: written.length === 0 ? [] : [nextStep(state, record.version)]
		};
	}
});
function nextStep(state, number) {
	const champion = championOf(state.pointers);
	if (champion !== void 0 && champion !== number) return `compare it: modelyard compare ${state.name} champion ${number}`;
	const [stage] = nextStages(state.config.lifecycle, standingOf(state, number));
	return stage === void 0 ? `see it: modelyard show ${state.name} ${number}` : `promote it: modelyard promote ${state.name} ${number} ${stage}`;
}

export { evaluate };