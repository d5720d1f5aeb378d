import { n as measuringRemarks, o as measureFairness, r as sizeEvidence, t as evaluationFacts } from "./evaluation-facts.mjs";
import { s as primaryMetric } from "./metric-catalogue.mjs";
import { d as rowsOf } from "./decisions.mjs";
import { s as modelFolder } from "./json-file.mjs";
import { t as readMeasuredBy } from "./evaluation-columns.mjs";
import { n as engineOf, r as originOf } from "./version-side.mjs";
import { n as bindsRows } from "./judging-rows.mjs";
import { o as nextStages } from "./lifecycle.mjs";
import { _ as championOf, y as standingOf } from "./evidence-file.mjs";
import { n as keepEvidence, r as promotionStep, t as judgeMeasured } from "./judge-measured.mjs";
import { a as TargetCollector, c as rowsMeasuredOn, i as readRows, l as rowsRemarks, o as alignScores, r as pick, s as namedData } from "./read-predictions.mjs";
import { i as singleMetric, n as featureLosses, r as rowOrders, t as drawEvenly } from "./importance.mjs";
import { _ as planInputs, f as BATCH_ROWS, n as readModelBytes } from "./score-version.mjs";
import { l as settingsInEffect } from "./comparison.mjs";
import { c as ModelyardError } from "./run.mjs";
import { t as identityOf } from "./measured-version.mjs";
import { t as profileTraining } from "./profile-training.mjs";
// src/commands/judge-alone.ts
function isAlone(state, number) {
	const champion = championOf(state.pointers);
	return champion === void 0 || champion === number;
}
async function judgeAlone({ registry, state, record }, data, fresh, ports) {
	if (!data.pinned && bindsRows(state.definition.evaluate?.data) || !isAlone(state, record.version)) return {};
	const { stage, gates, decidedBefore } = await judgeMeasured(registry, state, record, void 0, fresh, ports);
	return {
		...stage === void 0 || gates === void 0 ? {} : {
			"judged-for": stage,
			gates
		},
		...data.pinned ? { "decided-before": decidedBefore } : {}
	};
}
function nextSteps(state, number, { gates, "judged-for": stage }, { kept, repinned }) {
	const { name } = state;
	if (!isAlone(state, number)) return kept ? [`compare it: modelyard compare ${name} champion ${number}`] : [];
	if (repinned) return [`commit model.yaml and have it reviewed, then judge by it: modelyard gates ${name} ${number}`];
	if (gates !== void 0) {
		if (kept || gates.outcome !== "passed") return promotionStep(state, number, {
			stage,
			gates
		});
		return [`keep the evidence, so that a promotion finds it: modelyard evaluate ${name} ${number}`];
	}
	const [next] = nextStages(state.config.lifecycle, standingOf(state, number));
	if (!kept) return [];
	return next === void 0 ? [`see it: modelyard show ${name} ${number}`] : [`promote it: modelyard promote ${name} ${number} ${next}`];
}
// src/commands/measure-importance.ts
const REPEATS = 10;
const MOST_ROWS = 5e3;
const MOST_COLUMNS = 1e3;
const MOST_NUMBERS = 1e6;
const READ_ROWS = 65536;
const SEED = 0;
async function importanceOf({ registry, state, record }, { copy, ...about }, ports, watch) {
	const { definition } = state;
	const bytes = await readModelBytes(registry, state, record, ports, copy);
	const model = {
		name: `version ${record.version}`,
		bytes,
		signature: record.signature
	};
	return measureImportance({
		...about,
		model,
		definition,
		metric: primaryMetric(definition),
		seed: SEED
	}, ports, watch);
}
async function measureImportance({ model, definition, settings, metric, data, rows, seed }, { inference, tables }, { signal, progress }) {
	const signature = model.signature ?? (await inference.describe(model.bytes)).signature;
	const plan = planInputs(signature, await tables.columns(data.path), definition.target);
	const columns = [...new Set(plan.columns.map(({ name }) => name))];
	if (columns.length > MOST_COLUMNS) throw tooManyColumns(columns.length);
	const only = rows > MOST_ROWS ? drawEvenly(rows, MOST_ROWS, seed) : data.only;
	const sample = await readSample({
		path: data.path,
		only
	}, plan, definition, tables);
	const score = async (variants, scored) => {
		const scores = await inference.score({
			model: model.bytes,
			inputs: plan.inputs,
			batches: batchesOf(sample, variants),
			task: definition.task === "regression" ? "regression" : "classification",
			signal,
			progress: scored
		});
		return {
			values: variants.map((variant, index) => metricOn(partOf(scores, index, sample.rows), variant, sample, {
				definition,
				settings,
				metric
			})),
			width: scores.probabilities?.width ?? 1
		};
	};
	progress?.(`measuring importance: ${columns.length} columns, ${REPEATS} times on ${sample.rows} rows`);
	const { values: asIs, width } = await score([{}], () => {});
	const orders = rowOrders(sample.rows, REPEATS, seed);
	const variants = columns.flatMap((column) => orders.map((order) => ({
		column,
		order
	})));
	const atOnce = Math.max(1, Math.floor(MOST_NUMBERS / (sample.rows * width)));
	const values = [];
	while (values.length < variants.length) {
		const done = values.length;
		const found = await score(variants.slice(done, done + atOnce), (scored) => progress?.("measuring importance", (done + scored / sample.rows) / variants.length));
		values.push(...found.values);
	}
	const shuffled = columns.map((column, at) => {
		return {
			column,
			values: values.slice(at * REPEATS, (at + 1) * REPEATS)
		};
	});
	const value = asIs[0];
	return {
		metric,
		rows: sample.rows,
		"data-rows": rows,
		repeats: REPEATS,
		seed,
		value,
		features: featureLosses(metric, value, shuffled)
	};
}
async function readSample(rows, plan, { target, task }, tables) {
	const targetColumn = {
		name: target,
		kind: task === "regression" ? "number" : "text"
	};
	const labels = new TargetCollector();
	const collectors = [...plan.columns.map(() => new TargetCollector()), labels];
	let count = 0;
	for await (const batch of readRows(tables, rows, [...plan.columns, targetColumn], READ_ROWS)) {
		for (const [index, values] of batch.columns.entries()) collectors[index]?.add(values);
		count += batch.rows;
	}
	const columns = plan.columns.map(({ name, kind }, index) => {
		const collected = collectors[index];
		return {
			name,
			values: kind === "number" ? {
				kind,
				values: collected.numbers()
			} : {
				kind,
				...collected.text()
			}
		};
	});
	return {
		rows: count,
		columns,
		labels
	};
}
async function* batchesOf({ rows, columns }, variants) {
	for (const [index, { column, order }] of variants.entries()) for (let start = 0; start < rows; start += BATCH_ROWS) {
		const end = Math.min(rows, start + BATCH_ROWS);
		yield {
			start: index * rows + start,
			rows: end - start,
			columns: columns.map(({ name, values }) => name === column && order !== void 0 ? pick(values, order.subarray(start, end)) : part(values, start, end))
		};
	}
}
function part(column, start, end) {
	return column.kind === "number" ? {
		kind: "number",
		values: column.values.subarray(start, end)
	} : {
		...column,
		codes: column.codes.subarray(start, end)
	};
}
function partOf({ probabilities, labels, values }, index, rows) {
	const [start, end] = [index * rows, (index + 1) * rows];
	return {
		rows,
		...probabilities === void 0 ? {} : { probabilities: {
			...probabilities,
			values: probabilities.values.subarray(start * probabilities.width, end * probabilities.width)
		} },
		...labels === void 0 ? {} : { labels: labels.slice(start, end) },
		...values === void 0 ? {} : { values: values.subarray(start, end) }
	};
}
function metricOn(scores, { column }, { labels }, { definition, settings, metric }) {
	const where = column === void 0 ? "" : `with \`${column}\` shuffled, `;
	const found = aligned(scores, definition, labels, where);
	const value = singleMetric(metric, found, settingsInEffect(settings));
	if (typeof value === "number") return value;
	throw new ModelyardError({
		code: "bad-data",
		message: `importance cannot be measured by ${metric}: ${where}${value.why}`,
		next: "leave out --importance, evaluate on more rows, or name another `evaluate.primary-metric`"
	});
}
function aligned(scores, definition, labels, where) {
	try {
		return alignScores(definition, scores, labels);
	} catch (error) {
		if (!(error instanceof ModelyardError)) throw error;
		const { code, message } = error;
		throw new ModelyardError({
			code,
			message: `importance cannot be measured: ${where}${message}`,
			next: "leave out --importance, or export a model that answers for every mixture of values",
			cause: error
		});
	}
}
function tooManyColumns(columns) {
	return new ModelyardError({
		code: "bad-input",
		message: `importance is measured a column at a time, and the model reads ${columns} columns, more than ${MOST_COLUMNS}`,
		next: "leave out --importance"
	});
}
// src/commands/evaluated-version.ts
async function evaluated({ input, startedAt, registry, state, record, data, pin, scored }, ports, watch) {
	const measuredBy = await readMeasuredBy(state.definition, data, ports.tables, scored.beside);
	const importance = input.importance ? await importanceOf({
		registry,
		state,
		record
	}, {
		data,
		rows: rowsOf(scored.predictions),
		settings: measuredBy.settings,
		copy: input.artifact
	}, ports, watch) : void 0;
	if (pin !== void 0) await ports.worktree.writeFile(pin.path, pin.content);
	const repinned = pin !== void 0;
	watch.progress?.("computing metrics");
	const facts = evaluationFacts(state.definition, scored, measuredBy);
	const about = {
		schema: 1,
		subject: {
			artifact: record.artifact.sha256,
			...rowsMeasuredOn(data)
		},
		origin: await originOf(startedAt, registry.commit, ports, [input.predictions])
	};
	const found = [
		{
			...about,
			kind: "evaluation",
			facts
		},
		sizeEvidence(record, about.origin),
		...fairnessAlone(state, record.version, scored.predictions, measuredBy).map((fairness) => ({
			...about,
			kind: "fairness",
			facts: fairness
		})),
		...importance === void 0 ? [] : [{
			...about,
			kind: "importance",
			facts: importance
		}]
	];
	const profile = input.profile ? await profileOf({
		registry,
		state,
		record
	}, ports, watch) : {
		evidence: [],
		remarks: []
	};
	found.push(...profile.evidence);
	const kept = await keepEvidence(input.evidence, registry, state, record, found, ports);
	const judged = await judgeAlone({
		registry,
		state,
		record
	}, data, kept.stored, ports);
	return {
		kind: "evaluation",
		...identityOf({
			registry,
			state,
			record
		}),
		"primary-metric": primaryMetric(state.definition),
		facts,
		...importance === void 0 ? {} : { importance },
		...judged,
		data: {
			...namedData(data),
			pinned: data.pinned || repinned
		},
		engine: engineOf(ports, [input.predictions]),
		seconds: (ports.clock.now() - startedAt) / 1e3,
		evidence: kept.written,
		remarks: [
			...scored.remarks,
			...measuringRemarks(state.definition, measuredBy),
			...repinned ? [`the digest of ${data.uri} now stands in ${modelFolder(state.config, state.name)}/model.yaml; commit it and have it reviewed`] : [],
			...profile.remarks,
			...repinned ? [] : rowsRemarks(data)
		],
		next: nextSteps(state, record.version, judged, {
			kept: input.evidence,
			repinned
		})
	};
}
async function profileOf(version, ports, watch) {
	const folder = await ports.process.temporaryFolder();
	try {
		const found = await profileTraining(version, folder, ports, watch);
		return "why" in found ? {
			evidence: [],
			remarks: [`no profile of the training data was left: ${found.why}`]
		} : {
			evidence: [found.evidence],
			remarks: []
		};
	} finally {
		await folder.remove();
	}
}
function fairnessAlone(state, number, predictions, { slices, settings }) {
	if (!isAlone(state, number) || slices.length === 0 || predictions.task !== "binary-classification") return [];
	const { target } = state.definition;
	return [measureFairness(predictions, void 0, {
		target,
		settings,
		columns: slices
	})];
}
export { evaluated };
