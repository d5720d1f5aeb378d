import { G as standingOf, H as isPurged, St as strictObject, a as readModel, at as archiveStage, c as readVersions, et as aliasesOf, i as readEvidence, n as openRegistry, o as readNotes, s as readVersion, t as listModels, u as resolveVersion, w as primaryMetric, z as defineMeasurement } from "./registry-reader.mjs";
import { i as samePointers, t as foldRecords } from "./fold.mjs";
import { o as version, r as model, t as at } from "./inputs.mjs";

// src/commands/show.ts
const show = defineMeasurement({
	name: "show",
	summary: "Show the models, one of them, or a version.",
	details: "Reads the last commit, not the files on disk; --at reads another branch, tag or commit.",
	positional: ["model", "version"],
	examples: [
		{
			command: "modelyard show",
			does: "lists the models"
		},
		{
			command: "modelyard show telco-churn",
			does: "shows where its versions stand"
		},
		{
			command: "modelyard show telco-churn champion",
			does: "shows everything about a version"
		}
	],
	permission: "read",
	doors: ["cli", "slash"],
	input: strictObject({
		model: model.optional(),
		version: version.optional(),
		at
	}),
	results: [
		"model-list",
		"model",
		"version"
	],
	async run(input, ports) {
		const registry = await openRegistry(ports.repository, input.at);
		if (input.model === void 0) return showModels(registry);
		const state = await readModel(registry, input.model);
		if (input.version === void 0) return showModel(registry, state, ports);
		return showVersion(registry, state, await resolveVersion(registry, state, input.version), ports);
	}
});
async function showModels(registry) {
	const names = await listModels(registry);
	const states = await Promise.all(names.map((name) => readModel(registry, name)));
	return {
		kind: "model-list",
		commit: registry.commit,
		models: states.map(({ name, definition, versions, pointers }) => ({
			model: name,
			task: definition.task,
			versions: versions.length,
			aliases: pointers.aliases,
			stages: pointers.stages
		}))
	};
}
async function showModel(registry, state, ports) {
	const { definition, pointers, records, versions, config } = state;
	const inUse = Object.entries(pointers.stages).flatMap(([stage, numbers]) => stage === archiveStage(config.lifecycle) ? [] : numbers);
	const shown = /* @__PURE__ */ new Set([
		...inUse,
		...Object.values(pointers.aliases),
		...versions.slice(-10)
	]);
	const chosen = versions.filter((number) => shown.has(number)).reverse();
	return {
		kind: "model",
		commit: registry.commit,
		model: state.name,
		...definition.description === void 0 ? {} : { description: definition.description },
		task: definition.task,
		target: definition.target,
		"primary-metric": primaryMetric(definition),
		pointers,
		records: records.length,
		"pointers-agree": samePointers(foldRecords(records, config.lifecycle).pointers, pointers),
		versions: await versionLines(registry, state, chosen, ports),
		"versions-in-all": versions.length
	};
}
async function versionLines(registry, state, numbers, { artifacts }) {
	const records = await readVersions(registry, state.name, numbers);
	return Promise.all(records.map(async (record) => ({
		version: record.version,
		stage: standingOf(state, record.version),
		aliases: [...aliasesOf(state.pointers, record.version)],
		"created-at": record["created-at"],
		"created-by": record["created-by"],
		...await metricOf(registry, state, record, artifacts)
	})));
}
/** The primary metric of a version: as evaluated on the pinned data, otherwise as its trainer claims it. */
async function metricOf(registry, state, { version: number, metrics }, artifacts) {
	const name = primaryMetric(state.definition);
	const pinned = state.definition.evaluate?.data.sha256;
	const evaluated = (await readEvidence(registry, artifacts, state.name, number)).filter(({ evidence: { kind, subject } }) => kind === "evaluation" && subject.data === pinned).map(({ evidence: found }) => found.kind === "evaluation" ? found.facts.metrics[name] : void 0).at(-1);
	if (evaluated !== void 0) return {
		metric: evaluated,
		"metric-is": "evaluated"
	};
	const claimed = metrics[name];
	return claimed === void 0 ? {} : {
		metric: claimed,
		"metric-is": "claimed"
	};
}
async function showVersion(registry, state, number, { artifacts }) {
	const evidence = await readEvidence(registry, artifacts, state.name, number);
	return {
		kind: "version",
		commit: registry.commit,
		model: state.name,
		stage: standingOf(state, number),
		aliases: [...aliasesOf(state.pointers, number)],
		purged: isPurged(state.records, number),
		record: await readVersion(registry, state.name, number),
		notes: await readNotes(registry, state.name, number),
		evidence: evidence.map(({ digest, evidence: found }) => ({
			kind: found.kind,
			digest,
			data: found.subject.data,
			...found.kind === "comparison" ? { champion: found.subject.champion } : {},
			rows: found.facts.rows,
			metrics: Object.fromEntries(Object.entries(found.facts.metrics).map(([name, value]) => [name, typeof value === "number" ? value : value.difference])),
			"measured-at": found.origin["started-at"]
		})),
		promotions: state.records.flatMap((record, index) => concerns(record, number) ? [{
			record: index + 1,
			kind: record.kind,
			text: moveText(record, number),
			at: record["requested-at"]
		}] : [])
	};
}
function concerns(record, number) {
	if (record.kind === "alias") return Object.values(record.aliases).includes(number);
	return record.version === number || "displaces" in record && record.displaces === number;
}
function moveText(record, number) {
	if (record.kind === "alias") return `named ${Object.keys(record.aliases).join(", ")}`;
	if (record.version !== number) return `replaced in ${record.to} by version ${record.version}`;
	return `${record.from} → ${record.to}`;
}

export { show };