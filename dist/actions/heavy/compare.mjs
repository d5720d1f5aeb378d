import { c as ModelyardError, o as suggestion } from "./run.mjs";
import { C as strictObject, F as _minLength, N as _lte, P as _maxLength, f as int, k as _gte, n as _default, o as array, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { d as rowsOf, f as sameOrder, h as settingOf, m as selectRows, n as calledPositive, o as calledClasses, p as samePredictions, u as positiveRows } from "./decisions.mjs";
import { c as rowsMeasuredOn, l as rowsRemarks, m as sameLabel, s as namedData, t as readPredictions } from "./read-predictions.mjs";
import { S as clustersOfRows, _ as powerSums, a as evaluatePredictions, b as freedomOf, c as slicesOf, l as MAX_ROWS_DRAWN, n as readTextColumns, p as drawnIntervals, t as readMeasuredBy } from "./evaluation-columns.mjs";
import { t as incompleteBeta } from "./special-functions.mjs";
import { a as finiteValues, c as kolmogorovSeries, i as homogeneity, l as refuseNoCount, n as kolmogorovSmirnov, o as detectableAssociation, s as detectableDistance, t as twoProportions } from "./two-proportions.mjs";
import { a as enoughForInterval, c as familyValues, i as marginOn, l as metricsComputed, n as keepEvidence, r as promotionStep, s as whyUndefined, t as judgeMeasured, u as prepareFamilies } from "./judge-measured.mjs";
import { l as settingsInEffect } from "./comparison.mjs";
import { i as normalQuantile, o as studentQuantile, t as Z_975 } from "./quantiles.mjs";
import { a as fairnessOf, c as closedFormsOf, i as withPairedOwnMetrics, n as measuringRemarks, r as sizeEvidence, s as areaDifference, t as evaluationFacts } from "./evaluation-facts.mjs";
import { a as metricEntry, i as TASKS, s as primaryMetric, t as DEFAULT_PRIMARY } from "./metric-catalogue.mjs";
import { i as verdictOf, r as signedInterval } from "./verdict.mjs";
import { _ as championOf, h as columnsNamed, i as readVersion, n as openRegistry, o as resolveVersion, r as readModel } from "./evidence-file.mjs";
import { a as heldStages } from "./lifecycle.mjs";
import { c as StageName, u as UserName } from "./names.mjs";
import { t as selectEvidence } from "./select.mjs";
import { N as isMissing, b as LEVEL, h as benjaminiHochberg } from "./policy.mjs";
import { d as guessKind, h as once, m as scoreModel, o as predictByCommand, r as scoreVersion } from "./score-version.mjs";
import { a as placeOfTrainingData, n as engineOf, r as originOf, t as sideOf } from "./version-side.mjs";
import { c as trainedModel, l as digestOfHashed, t as digestOfData } from "./move-facts.mjs";
import { n as withEvaluationData, r as findRowTraps } from "./evaluation-data.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { a as version, i as predictions, r as model, t as measureInputs } from "./inputs.mjs";
import { t as scoreWithOwnMetrics } from "./own-metrics-by-command.mjs";
// src/domain/comparison/comparable.ts
function comparable(champion, challenger) {
	const [before, after] = [rowsOf(champion), rowsOf(challenger)];
	if (champion.task !== challenger.task || before !== after) throw new ModelyardError({
		code: "shape-mismatch",
		message: champion.task === challenger.task ? `the champion predicted ${before} rows and the challenger ${after}` : `the champion is a ${champion.task} and the challenger a ${challenger.task}`,
		next: "compare two models that predict the same, on the same rows"
	});
	if (champion.task !== "multiclass-classification" || challenger.task !== "multiclass-classification") return [champion, challenger];
	const classes = [...champion.classes, ...onlyIn(challenger, champion)];
	return [inOrder(champion, classes), inOrder(challenger, classes)];
}
function classRemarks(champion, challenger) {
	if (champion.task !== "multiclass-classification" || challenger.task !== "multiclass-classification") return [];
	const say = (who, classes, other) => classes.length === 0 ? [] : [`the ${who} knows ${classes.slice(0, 10).join(", ")}, which the ${other} does not: there it has the probability 0`];
	return [...say("challenger", onlyIn(challenger, champion), "champion"), ...say("champion", onlyIn(champion, challenger), "challenger")];
}
function onlyIn(one, other) {
	return one.classes.filter((name) => !other.classes.some((known) => sameLabel(name, known)));
}
function inOrder(predictions, classes) {
	const columns = classes.map((name) => predictions.classes.findIndex((known) => sameLabel(name, known)));
	if (columns.length === predictions.classes.length && columns.every((column, at) => column === at)) return predictions;
	const [from, to] = [predictions.classes.length, classes.length];
	const placeOf = predictions.classes.map((_, column) => columns.indexOf(column));
	const probabilities = new Float64Array(predictions.actual.length * to);
	for (let row = 0; row < predictions.actual.length; row += 1) for (let column = 0; column < from; column += 1) probabilities[row * to + placeOf[column]] = predictions.probabilities[row * from + column];
	const actual = predictions.actual.map((label) => placeOf[label]);
	return {
		...predictions,
		classes,
		actual,
		probabilities
	};
}
// src/domain/stats/mcnemar.ts
function mcnemar(onlyFirst, onlySecond) {
	refuseNoCount([onlyFirst, onlySecond]);
	const fewer = Math.min(onlyFirst, onlySecond);
	const all = onlyFirst + onlySecond;
	if (all === 0) return {
		pValue: 1,
		midP: 1
	};
	const exactly = atMost(fewer, all) - atMost(fewer - 1, all);
	if (onlyFirst === onlySecond) return {
		pValue: 1,
		midP: 1 - exactly / 2
	};
	return {
		pValue: 2 * atMost(fewer, all),
		midP: 2 * atMost(fewer, all) - exactly
	};
}
function atMost(heads, tosses) {
	return heads < 0 ? 0 : incompleteBeta(.5, tosses - heads, heads + 1);
}
// src/domain/comparison/disagreement.ts
const MOST_EXAMPLES = 20;
function disagreementOf(champion, challenger, settings, areClustered = false) {
	const [first, second] = [callsOf(champion, settings), callsOf(challenger, settings)];
	if (first === void 0 || second === void 0) return void 0;
	let [championRight, challengerRight] = [0, 0];
	const apart = [];
	for (let row = 0; row < first.called.length; row += 1) {
		const [a, b] = [first.called[row], second.called[row]];
		if (a === b) continue;
		apart.push(row);
		if (a === first.actual[row]) championRight += 1;
		if (b === first.actual[row]) challengerRight += 1;
	}
	const distance = (row) => Math.abs(second.certainty(row) - first.certainty(row));
	const examples = apart.map((row) => ({
		row,
		distance: distance(row)
	})).sort((a, b) => b.distance - a.distance || a.row - b.row).slice(0, MOST_EXAMPLES).map(({ row }) => row);
	return {
		rows: apart.length,
		"champion-right": championRight,
		"challenger-right": challengerRight,
		...areClustered ? {} : chanceOf(championRight, challengerRight),
		examples
	};
}
function chanceOf(championRight, challengerRight) {
	if (championRight + challengerRight === 0) return {};
	const { pValue, midP } = mcnemar(championRight, challengerRight);
	return {
		"p-value": Math.min(1, pValue),
		"mid-p-value": Math.min(1, midP)
	};
}
function callsOf(predictions, { threshold }) {
	switch (predictions.task) {
		case "binary-classification": {
			const { positive, probability } = predictions;
			const certainty = (row) => {
				const value = probability[row];
				return positive[row] === 1 ? value : 1 - value;
			};
			return {
				actual: positive,
				called: calledPositive(probability, threshold),
				certainty
			};
		}
		case "multiclass-classification": {
			const { actual, classes, probabilities } = predictions;
			const certainty = (row) => probabilities[row * classes.length + actual[row]];
			return {
				actual,
				called: calledClasses(predictions),
				certainty
			};
		}
		case "regression": return;
	}
}
// src/domain/comparison/drawn-freedom.ts
const GROUPS = 400;
function drawnFreedom({ rows, clusters }, width, statistics) {
	const units = clusters?.count ?? rows;
	const groups = Math.min(units, GROUPS);
	const counts = new Uint32Array(rows);
	const found = Array.from({ length: width }, () => []);
	for (let group = 0; group < groups; group += 1) {
		for (let row = 0; row < rows; row += 1) {
			const unit = clusters === void 0 ? row : clusters.codes[row];
			counts[row] = unit % groups === group ? 0 : 1;
		}
		for (const [index, value] of statistics(counts).entries()) if (Number.isFinite(value)) found[index]?.push(value);
	}
	return found.map(freedomOfValues);
}
function freedomOfValues(values) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
	const moved = values.map((value) => mean - value);
	return freedomOf([powerSums(moved, spread)]);
}
function widened(interval, freedom, units) {
	const more = studentQuantile(freedom) / Z_975 * Math.sqrt(units / (units - 1));
	const middle = (interval.low + interval.high) / 2;
	const half = (interval.high - interval.low) / 2 * more;
	return {
		...interval,
		low: middle - half,
		high: middle + half
	};
}
// src/domain/comparison/paired-metrics.ts
function pairedMetrics(champion, challenger, names, { settings, drawing, drawn: mayDraw, enough = () => true, progress }) {
	const why = whyUndefined([champion, challenger]);
	const wanted = names.filter((name) => why(name) === void 0);
	const [first, second] = [prepareFamilies(champion, settings, wanted), prepareFamilies(challenger, settings, wanted)];
	const [before, after] = [familyValues(first), familyValues(second)];
	const metrics = {};
	const missing = {};
	const drawn = [];
	const inClosedForm = closedFormsOf(champion, challenger, settings, drawing.clusters);
	const known = (name, difference) => {
		if (name === "roc-auc" && drawing.clusters === void 0) return areaDifference(champion, challenger);
		return inClosedForm(name, difference);
	};
	const isCertainty = certainties(champion, challenger);
	for (const name of names) {
		const [a = NaN, b = NaN] = [before.get(name), after.get(name)];
		const reason = why(name);
		if (reason !== void 0 || !Number.isFinite(a) || !Number.isFinite(b)) {
			missing[name] = reason ?? "it is not a finite number on these rows";
			continue;
		}
		const inference = enough(name) ? known(name, b - a) : void 0;
		if (enough(name) && inference === void 0 && mayDraw.includes(name)) drawn.push(name);
		const holds = inference !== void 0 && (hasWidth(inference.interval) || isCertainty(name));
		metrics[name] = {
			champion: a,
			challenger: b,
			difference: b - a,
			...holds ? inference : {}
		};
	}
	if (drawn.length === 0 || drawing.resamples === 0) return {
		metrics,
		missing
	};
	let done = 0;
	const holds = ({ names: held }) => held.some((name) => drawn.includes(name));
	const [championFamilies, challengerFamilies] = [first.filter(holds), second.filter(holds)];
	const differences = (counts) => {
		const [a, b] = [familyValues(championFamilies, counts), familyValues(challengerFamilies, counts)];
		return drawn.map((name) => b.get(name) - a.get(name));
	};
	const intervals = drawnIntervals(drawing, drawn.length, (counts) => {
		done += 1;
		if (done % 100 === 0) progress?.(done / drawing.resamples);
		return differences(counts);
	});
	if (intervals.every((interval) => interval === void 0)) return {
		metrics,
		missing
	};
	const freedoms = drawnFreedom(drawing, drawn.length, differences);
	for (const [index, name] of drawn.entries()) {
		const [interval, freedom = 0] = [intervals[index], freedoms[index]];
		if (interval !== void 0 && (hasWidth(interval) || isCertainty(name))) metrics[name] = {
			...metrics[name],
			...drawnInference(interval, freedom, drawing)
		};
	}
	return {
		metrics,
		missing
	};
}
const OF_ORDER = new Set([
	"roc-auc",
	"average-precision",
	"ks-separation",
	"lift"
]);
function hasWidth(interval) {
	return interval !== void 0 && interval.low < interval.high;
}
function certainties(champion, challenger) {
	let known;
	return (name) => {
		known ??= {
			isSame: samePredictions(champion, challenger),
			isOrder: sameOrder(champion, challenger)
		};
		return known.isSame || known.isOrder && OF_ORDER.has(name);
	};
}
function drawnInference(interval, freedom, { rows, clusters }) {
	if (!Number.isFinite(freedom)) return { interval };
	return {
		interval: widened(interval, freedom, clusters?.count ?? rows),
		"degrees-of-freedom": freedom
	};
}
// src/domain/comparison/compare-predictions.ts
function comparePredictions(first, second, options) {
	const { clusters, primary, progress } = options;
	const [champion, challenger] = comparable(first, second);
	const settings = settingsInEffect(options.settings);
	const names = metricsComputed(champion, settings);
	const rows = rowsOf(champion);
	const isSmall = rows <= MAX_ROWS_DRAWN;
	const whole = pairedMetrics(champion, challenger, names, {
		settings,
		drawing: drawingOf(rows, options, clusters),
		drawn: isSmall ? names : [primary],
		progress
	});
	const slices = slicesOf(options.slices ?? []).map((slice) => pairedSlice(champion, challenger, names, settings, slice, options));
	const disagreement = disagreementOf(champion, challenger, settings, clusters !== void 0);
	return {
		...settingOf(champion, options.target, options.settings),
		...told(whole),
		...slices.length === 0 ? {} : { slices },
		...disagreement === void 0 ? {} : { disagreement },
		...clusters === void 0 ? {} : { clusters: {
			column: clusters.column,
			count: clusters.count
		} }
	};
}
function pairedSlice(champion, challenger, names, settings, { column, value, rows }, options) {
	const { clusters, primary } = options;
	const [before, after] = [selectRows(champion, rows), selectRows(challenger, rows)];
	const found = pairedMetrics(before, after, names, {
		settings,
		drawing: drawingOf(rows.length, options, clusters === void 0 ? void 0 : clustersOfRows(clusters, rows)),
		drawn: [primary],
		enough: (name) => enoughForInterval(name, before)
	});
	return {
		column,
		value,
		rows: rows.length,
		...before.task === "binary-classification" ? { "positive-rows": positiveRows(before) } : {},
		...told(found)
	};
}
function drawingOf(rows, { resamples, seed }, clusters) {
	return {
		rows,
		resamples,
		seed,
		clusters
	};
}
function told({ metrics, missing }) {
	return {
		metrics,
		...Object.keys(missing).length === 0 ? {} : { undefined: missing }
	};
}
// src/domain/comparison/readings.ts
const VERDICT_OUTCOMES = {
	better: "passed",
	"not-worse": "passed",
	worse: "failed",
	inconclusive: "inconclusive"
};
function verdictOn({ metrics }, primary, margin) {
	const paired = metrics[primary];
	if (paired?.interval === void 0) return "inconclusive";
	return verdictOf(signedInterval(primary, paired.difference, paired.interval), margin);
}
function readingsOf({ metrics }) {
	return Object.entries(metrics).map(([name, paired]) => {
		const metric = name;
		const { direction } = metricEntry(metric);
		if (paired.interval === void 0 || direction === "zero") return {
			metric,
			direction,
			reading: "unread"
		};
		const { low, high } = signedInterval(metric, paired.difference, paired.interval);
		return {
			metric,
			direction,
			reading: low > 0 ? "better" : high < 0 ? "worse" : "open"
		};
	});
}
// src/domain/registry/diff-versions.ts
const PARTS = [
	["metrics", ({ metrics }) => new Map(Object.entries(metrics))],
	["params", ({ params }) => new Map(Object.entries(params).map(([name, value]) => [name, textOf(value)]))],
	["data", dataFacts],
	["signature", ({ signature }) => signatureFacts(signature)],
	["artifact", artifactFacts],
	["code", ({ commit, tree }) => new Map([["commit", commit.slice(0, 12)], ["tree", tree.slice(0, 12)]])]
];
function diffVersions(first, second) {
	const changes = [];
	const same = [];
	for (const [part, factsOf] of PARTS) {
		const found = diffFacts(part, factsOf(first), factsOf(second));
		if (found.length === 0) same.push(part);
		changes.push(...found);
	}
	return {
		changes,
		same
	};
}
function diffFacts(part, first, second) {
	return [...new Set([...first.keys(), ...second.keys()])].sort().flatMap((name) => {
		const [before, after] = [first.get(name), second.get(name)];
		if (before === after) return [];
		const bothNumbers = typeof before === "number" && typeof after === "number";
		return [{
			part,
			name,
			...before === void 0 ? {} : { first: String(before) },
			...after === void 0 ? {} : { second: String(after) },
			...bothNumbers ? { difference: after - before } : {}
		}];
	});
}
function dataFacts({ data }) {
	const counts = new Map();
	return new Map(data.flatMap(({ role, uri, sha256, rows }) => {
		const count = (counts.get(role) ?? 0) + 1;
		counts.set(role, count);
		const name = count === 1 ? role : `${role} ${count}`;
		return [
			[name, uri],
			[`${name} sha256`, sha256.slice(0, 12)],
			...rows === void 0 ? [] : [[`${name} rows`, rows]]
		];
	}));
}
function signatureFacts(signature) {
	const tensors = [...(signature?.inputs ?? []).map((tensor) => ({
		side: "input",
		...tensor
	})), ...(signature?.outputs ?? []).map((tensor) => ({
		side: "output",
		columns: void 0,
		...tensor
	}))];
	return new Map(tensors.map(({ side, name, datatype, shape, columns }) => [`${side} ${name}`, `${datatype}[${shape.map((size) => size === -1 ? "?" : size).join(", ")}]${columns === void 0 ? "" : ` of ${columns.join(", ")}`}`]));
}
function artifactFacts({ artifact }) {
	return new Map([
		["format", artifact.kind ?? artifact.format],
		["sha256", artifact.sha256.slice(0, 12)],
		["bytes", artifact.bytes],
		...Object.entries(artifact.opsets ?? {}).map(([domain, version]) => [`opset ${domain}`, version])
	]);
}
function textOf(value) {
	return typeof value === "number" ? value : Array.isArray(value) ? JSON.stringify(value) : String(value);
}
// src/domain/stats/sample-size.ts
function rowsToSettle({ difference, standardError, rows }, limit, chance = .8) {
	const distance = Math.abs(difference - limit);
	if (distance === 0) return void 0;
	const needed = Math.ceil(rows * ((Z_975 + normalQuantile(chance)) * standardError / distance) ** 2);
	return Number.isFinite(needed) ? Math.max(1, needed) : void 0;
}
// src/commands/beside-comparison.ts
const HALF_WIDTH = 1.959963984540054;
function measuredBeside(all, expected) {
	const evidence = selectEvidence(all, expected);
	const factsOf = (kind) => {
		const found = evidence.of(kind);
		return isMissing(found) ? void 0 : found.evidence.facts;
	};
	const found = {
		latency: factsOf("latency"),
		reproducibility: factsOf("reproducibility"),
		contract: factsOf("contract"),
		tests: factsOf("tests"),
		importance: factsOf("importance"),
		"data-change": factsOf("data"),
		size: factsOf("size")
	};
	return Object.fromEntries(Object.entries(found).filter(([, facts]) => facts !== void 0));
}
function changedParams(champion, challenger) {
	return diffVersions(champion, challenger).changes.flatMap(({ part, name, first, second }) => part === "params" ? [{
		name,
		...first === void 0 ? {} : { champion: first },
		...second === void 0 ? {} : { challenger: second }
	}] : []);
}
function rowsThatSettle({ verdict, facts, margin, "primary-metric": primary }) {
	const metric = primary;
	const paired = facts.metrics[metric];
	if (verdict !== "inconclusive" || paired?.interval === void 0) return void 0;
	if (metricEntry(metric).direction === "zero") return void 0;
	const { value, low, high } = signedInterval(metric, paired.difference, paired.interval);
	return rowsToSettle({
		difference: value,
		standardError: paired["standard-error"] ?? (high - low) / (2 * HALF_WIDTH),
		rows: facts.rows
	}, 0 - margin);
}
// src/commands/compare-sides.ts
const RESAMPLES$2 = 2e3;
const PREDICTIONS = /\.(?:csv|parquet|jsonl|ndjson)$/i;
function predictionsIn(file, sha256, definition, data, { tables }) {
	if (!PREDICTIONS.test(file)) return void 0;
	return {
		file,
		sha256,
		predictedBy: file,
		score: () => readPredictions(definition, data, file, tables)
	};
}
async function compareSides([first, second], { data, target, primary, seed, beside, measuredBy }, ports, watch) {
	const startedAt = ports.clock.now();
	const [champion, challenger] = await Promise.all([first.score(beside), second.score([])]);
	const { settings, slices, clusters } = await measuredBy(champion.beside);
	const options = {
		target,
		primary,
		settings,
		slices,
		clusters,
		resamples: RESAMPLES$2,
		seed,
		progress: (share) => watch.progress?.("computing intervals", share)
	};
	const facts = comparePredictions(champion.predictions, challenger.predictions, options);
	const compared = {
		target,
		settings,
		columns: slices
	};
	const fairness = fairnessOf(champion.predictions, challenger.predictions, compared);
	const verdict = verdictOn(facts, primary, 0);
	return {
		kind: "comparison",
		outcome: VERDICT_OUTCOMES[verdict],
		champion: {
			file: first.file,
			artifact: first.sha256
		},
		challenger: {
			file: second.file,
			artifact: second.sha256
		},
		"primary-metric": primary,
		verdict,
		margin: 0,
		identical: samePredictions(champion.predictions, challenger.predictions),
		readings: readingsOf(facts),
		facts,
		"champion-evaluation": levelsOf(champion, target, settings),
		"challenger-evaluation": levelsOf(challenger, target, settings),
		...fairness === void 0 ? {} : { fairness },
		data: namedData(data),
		engine: engineOf(ports, [first.predictedBy, second.predictedBy]),
		seconds: (ports.clock.now() - startedAt) / 1e3,
		evidence: [],
		remarks: sidedRemarks(champion, challenger),
		next: []
	};
}
function levelsOf({ predictions, traps }, target, settings) {
	const facts = evaluatePredictions(predictions, target, { settings });
	return Object.keys(traps).length === 0 ? facts : {
		...facts,
		traps
	};
}
function sidedRemarks(champion, challenger) {
	const both = champion.remarks.filter((remark) => challenger.remarks.includes(remark));
	const alone = (name, { remarks }) => remarks.filter((remark) => !both.includes(remark)).map((remark) => `${name}: ${remark}`);
	return [
		...both,
		...alone("champion", champion),
		...alone("challenger", challenger)
	];
}
// src/commands/row-numbers.ts
const BATCH_ROWS = 65536;
async function readRowNumbers(path, data, tables) {
	const columns = await tables.columns(path);
	const column = columns.find(({ name }) => name === "row") ?? (columns.length === 1 ? columns[0] : void 0);
	if (column === void 0) throw badData(path, "has no column `row`", "write the numbers of the rows, one on each line");
	const numbers = /^\d+$/.test(column.name) ? [Number(column.name)] : [];
	for await (const batch of tables.read(path, [{
		name: column.name,
		kind: "number"
	}], BATCH_ROWS)) {
		const [values] = batch.columns;
		if (values?.kind === "number") for (const number of values.values) numbers.push(number);
	}
	const rows = await tables.countRows(data);
	let before = -1;
	for (const [index, number] of numbers.entries()) {
		const at = `line ${index + 1} of the numbers`;
		if (!Number.isInteger(number) || number < 0) throw badData(path, `holds no row's number at ${at}`, "count rows from 0");
		if (number <= before) throw badData(path, `names row ${number} after row ${before}, at ${at}`, "sort them, each once");
		if (number >= rows) throw badData(path, `names row ${number}, and ${data} has ${rows}`, "count rows from 0, the header not among them");
		before = number;
	}
	if (numbers.length === 0) throw badData(path, "names no rows", "write their numbers, one on each line");
	return Uint32Array.from(numbers);
}
function badData(path, what, next) {
	return new ModelyardError({
		code: "bad-data",
		message: `${path} ${what}`,
		next,
		place: { path }
	});
}
String.raw`\by\w*\s*(?:=|<-)[^=\n]*\[\s*\[?\s*NAME`, String.raw`\by\w*\s*=[^\n]*\),[^\n"']*\[\s*\[?\s*NAME`, String.raw`\b\w*(?:target|label)\w*["']?\s*(?:=|<-|:)\s*NAME`, String.raw`\.pop\(\s*NAME`, String.raw`\.drop\([^)]*NAME`, String.raw`NAME`;
// src/commands/target-finder.ts
const SAMPLE_ROWS = 1e4;
async function describeTarget(path, name, { tables }) {
	const counts = new Map();
	let rows = 0;
	for await (const { columns } of tables.read(path, [{
		name,
		kind: "text"
	}], SAMPLE_ROWS)) {
		const [column] = columns;
		if (column?.kind !== "text") break;
		for (const code of column.codes) {
			const word = column.words[code] ?? "";
			if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
			rows += 1;
		}
		break;
	}
	const words = [...counts.keys()].sort().slice(0, 1e3);
	return {
		name,
		words,
		isNumber: words.length > 0 && words.every((word) => Number.isFinite(Number(word))),
		isWhole: words.length > 0 && words.every((word) => Number.isInteger(Number(word))),
		largestShare: rows === 0 ? void 0 : Math.max(...counts.values()) / rows
	};
}
function guessTask({ words, isNumber, isWhole }) {
	if (words.length === 2) return "binary-classification";
	if (words.length < 2) return void 0;
	return !isNumber || isWhole && words.length <= 20 ? "multiclass-classification" : "regression";
}
const POSITIVE = /^(?:1|1\.0|yes|y|true|t|positive|pos)$/i;
function guessPositive({ words }) {
	const [only, ...others] = words.filter((word) => POSITIVE.test(word));
	return others.length === 0 ? only : void 0;
}
// src/commands/compare-files.ts
const fileInputs = {
	target: optional(UserName),
	positiveClass: optional(UserName),
	task: optional(_enum(TASKS)),
	rows: optional(string().check(_minLength(1), _maxLength(4e3))),
	slices: optional(array(UserName).check(_maxLength(20)))
};
async function compareFiles(input, ports, watch) {
	const dataFile = await requireFiles(input, ports);
	const { definition, remarks } = await whatIsPredicted(input, dataFile, ports.tables);
	const data = {
		uri: dataFile,
		path: dataFile,
		only: input.rows === void 0 ? void 0 : await readRowNumbers(input.rows, dataFile, ports.tables),
		sha256: await digestOfData(dataFile, ports.artifacts),
		pinned: false,
		rowTraps: once(() => findRowTraps(ports.tables, dataFile, void 0))
	};
	const columns = input.slices ?? [];
	const result = await compareSides(await Promise.all([input.champion, input.challenger].map((file) => fileSide(file, definition, data, ports, watch))), {
		data,
		target: input.target,
		primary: DEFAULT_PRIMARY[definition.task],
		seed: input.seed,
		beside: columns,
		measuredBy: async (read) => {
			return {
				settings: {},
				slices: [...(read ?? await readTextColumns(columns, data, ports.tables)).values()],
				clusters: void 0
			};
		}
	}, ports, watch);
	return {
		...result,
		remarks: [...remarks, ...result.remarks]
	};
}
async function fileSide(file, definition, data, ports, watch) {
	const sha256 = await digestOfData(file, ports.artifacts);
	const score = async (beside) => {
		const bytes = await ports.artifacts.readAll(file);
		return scoreModel({
			name: file,
			bytes
		}, definition, data, ports, watch, { beside });
	};
	return predictionsIn(file, sha256, definition, data, ports) ?? {
		file,
		sha256,
		score
	};
}
async function whatIsPredicted(input, data, tables) {
	const { target } = input;
	const found = await describeTarget(data, target, { tables });
	const task = input.task ?? (input.positiveClass === void 0 ? guessTask(found) : "binary-classification");
	if (task === void 0) throw badInput(`\`${target}\` does not tell what is predicted`, `say it: --task ${TASKS.join(", ")}`);
	const remarks = input.task === void 0 ? [`by what \`${target}\` holds, this is ${task}`] : [];
	if (task !== "binary-classification") return {
		definition: {
			task,
			target
		},
		remarks
	};
	const positive = input.positiveClass ?? guessPositive(found);
	if (positive === void 0) throw badInput(`which value of \`${target}\` is the positive class is not clear: it holds ${found.words.slice(0, 5).join(", ")}`, "name it: --positive-class VALUE");
	return {
		definition: {
			task,
			target,
			"positive-class": positive
		},
		remarks
	};
}
async function requireFiles(input, { artifacts }) {
	if (input.model !== void 0) throw badInput(`--target compares two files, and \`${input.model}\` is a model of the registry`, "leave out --target, or the model");
	for (const [flag, given] of [
		["for", input.for],
		["champion-predictions", input.championPredictions],
		["challenger-predictions", input.challengerPredictions]
	]) if (given !== void 0) throw badInput(`--${flag} is for versions of a model, and --target compares two files`, "name the two files: --champion FILE --challenger FILE");
	for (const [flag, file] of [["champion", input.champion], ["challenger", input.challenger]]) if (!await isFile(file, artifacts)) throw badInput(`with --target, --${flag} names a file, and there is no file \`${file}\``, "name an ONNX model, or a CSV, Parquet or JSON lines file of predictions");
	if (input.data !== void 0) return input.data;
	throw badInput("two files are compared on rows that you name", "name them: --data test.csv");
}
async function requireRegistryInput(input, { artifacts }) {
	const { model, champion, challenger } = input;
	const given = [
		"positiveClass",
		"task",
		"rows",
		"slices"
	].find((key) => input[key] !== void 0);
	for (const name of [champion, challenger]) if (/[./\\]/.test(name) && await isFile(name, artifacts)) throw badInput(`\`${name}\` is a file, and files are compared on a target`, "name its column: --target COLUMN");
	if (given !== void 0) throw badInput(`--${given === "positiveClass" ? "positive-class" : given} is for two files; of a model, model.yaml says it`, "leave it out, or name two files and --target");
	if (model !== void 0) return model;
	throw badInput("compare needs MODEL, or two files", "modelyard compare MODEL; or --champion FILE --challenger FILE --data FILE --target COLUMN");
}
async function isFile(path, artifacts) {
	return artifacts.readHead(path, 1).then(() => true, () => false);
}
function badInput(message, next) {
	return new ModelyardError({
		code: "bad-input",
		message,
		next
	});
}
// src/commands/compare-preview.ts
async function comparePreview(name, input, ports, watch) {
	const registry = await openRegistry(ports.repository);
	const state = await readModel(registry, name);
	return withEvaluationData(state, input, trainedHere(state, ports), ports, (data) => preview(registry, input, {
		state,
		data,
		ports,
		watch
	}));
}
function trainedHere({ definition: { train } }, { worktree }) {
	return train === void 0 ? [] : [{
		path: `${worktree.root}/${train.data}`,
		called: "the model"
	}];
}
async function preview(registry, input, scoring) {
	const { state, data, ports, watch } = scoring;
	const { definition } = state;
	const first = input.against === void 0 ? await championIn(registry, input.artifact, scoring) : {
		...FROM_A_SAMPLE,
		side: await madeSide(input.against, void 0, scoring)
	};
	const challenger = await madeSide(input.artifact, first.signature, scoring);
	const result = await compareSides([first.side, challenger], {
		data,
		target: definition.target,
		primary: primaryMetric(definition),
		seed: input.seed,
		beside: columnsNamed(definition.evaluate ?? {}),
		measuredBy: (read) => readMeasuredBy(definition, data, ports.tables, read)
	}, ports, watch);
	return {
		...result,
		model: state.name,
		commit: registry.commit,
		...first.version && { champion: first.version },
		remarks: [...result.remarks, first.remark],
		next: [ports.host.run === void 0 ? first.next : "what its merge trains is measured and judged anew"]
	};
}
const FROM_A_SAMPLE = {
	remark: "a preview: neither is a version, so no gate takes this; trained on a sample they say what the change does, and not how good either is",
	next: "train it in full and register that to have it judged"
};
async function championIn(registry, challenger, { state, data, ports, watch }) {
	const number = championOf(state.pointers);
	if (number === void 0) throw noChampion$1(state.name);
	const record = await readVersion(registry, state.name, number);
	const { artifact, signature } = record;
	return {
		side: {
			file: `version ${number}`,
			sha256: artifact.sha256,
			predictedBy: artifact.format === "onnx" ? void 0 : BY_COMMAND,
			score: (beside) => scoreVersion(registry, state, record, data, ports, watch, { beside })
		},
		signature,
		version: sideOf(state, record),
		remark: "a preview: the challenger is no version, so no gate takes this",
		next: `register it to have it judged: modelyard register ${state.name} ${challenger}`
	};
}
const BY_COMMAND = "`predict` of model.yaml";
async function madeSide(path, signature, { state, data, ports, watch }) {
	const { definition } = state;
	const given = await ports.artifacts.hashPath(path);
	const file = modelIn(path, given);
	const hashed = file === path ? given : await ports.artifacts.hashPath(file);
	const sha256 = digestOfHashed(hashed, ports.artifacts);
	const predicted = predictionsIn(file, sha256, definition, data, ports);
	if (predicted !== void 0) return predicted;
	const { predict, train } = definition;
	if (isOnnx(file, hashed)) {
		const score = async (beside) => {
			const bytes = await ports.artifacts.readAll(file);
			const model = {
				name: file,
				bytes,
				signature: await fitting(signature, bytes, ports)
			};
			return scoreModel(model, definition, data, ports, watch, { beside });
		};
		return {
			file,
			sha256,
			score
		};
	}
	if (predict === void 0) throw notRunnable(file);
	const request = {
		command: predict.command,
		model: ports.artifacts.place(file),
		seed: train?.seed ?? 0
	};
	const score = () => predictByCommand(request, definition, data, ports, watch);
	return {
		file,
		sha256,
		predictedBy: BY_COMMAND,
		score
	};
}
function modelIn(path, { isFolder, files }) {
	const left = isFolder ? trainedModel(files, "train of model.yaml") : void 0;
	return left !== void 0 && "name" in left ? `${path}/${left.name}` : path;
}
function isOnnx(path, { isFolder }) {
	return !isFolder && guessKind(new Uint8Array(), path).format === "onnx";
}
async function fitting(signature, bytes, { inference }) {
	if (signature === void 0) return void 0;
	const names = ({ inputs }) => inputs.map(({ name }) => name).join("\n");
	const own = (await inference.describe(bytes)).signature;
	return names(own) === names(signature) ? signature : void 0;
}
function notRunnable(file) {
	return new ModelyardError({
		code: "not-runnable",
		message: `\`${file}\` is no ONNX model, and nothing says how it predicts`,
		next: "write `predict: {command: …}` into model.yaml, or export the model as ONNX"
	});
}
function noChampion$1(name) {
	return new ModelyardError({
		code: "unknown-version",
		message: `${name} has no champion yet`,
		next: "there is nothing to compare with before the first promotion"
	});
}
// src/domain/evidence/column-test.ts
const RESAMPLES$1 = 2e3;
const MOST_NAMED = 20;
const LONGEST_WORD = 200;
function testNumbers(champion, challenger, seed) {
	if ([champion, challenger].some(({ values }) => finiteValues(values).values.length === 0)) return { notTested: "no-values" };
	const found = kolmogorovSmirnov(champion.values, challenger.values, {
		resamples: RESAMPLES$1,
		seed
	});
	const [n, m] = [found.reference.used, found.current.used];
	const isLeast = found.method === "monte-carlo" && found.pValue <= 1 / 2001;
	const noNumbers = [found.reference.nan + found.reference.infinite - champion.missing, found.current.nan + found.current.infinite - challenger.missing];
	return {
		test: "kolmogorov-smirnov",
		distance: found.statistic,
		pValue: isLeast ? Math.min(found.pValue, kolmogorovSeries(found.statistic, n, m)) : found.pValue,
		smallestDistance: detectableDistance(n, m, LEVEL),
		...noNumbers[0] + noNumbers[1] === 0 ? {} : { noNumbers }
	};
}
function testWords(champion, challenger) {
	if (champion === void 0 || challenger === void 0) return { notTested: "many-words" };
	if (champion.size === 0 || challenger.size === 0) return { notTested: "no-values" };
	const found = homogeneity(champion, challenger);
	const total = [...champion.values(), ...challenger.values()].reduce((sum, count) => sum + count, 0);
	const { degreesOfFreedom, added, vanished } = found;
	return {
		test: found.method,
		distance: found.cramersVCorrected,
		pValue: found.pValue,
		smallestDistance: degreesOfFreedom === 0 ? 0 : detectableAssociation(degreesOfFreedom + 1, total, LEVEL),
		...added.length === 0 ? {} : { newWords: named(added) },
		...vanished.length === 0 ? {} : { goneWords: named(vanished) }
	};
}
function unchanged(kind) {
	return {
		test: kind === "number" ? "kolmogorov-smirnov" : "chi-squared",
		distance: 0,
		pValue: 1,
		smallestDistance: 0
	};
}
function named(words) {
	return {
		count: words.length,
		first: words.slice(0, MOST_NAMED).map((word) => word.slice(0, LONGEST_WORD))
	};
}
// src/domain/evidence/data-change.ts
const DISTANCE = .1;
const NULL_RATE = .05;
function sharedColumns(champion, challenger) {
	const after = new Map(challenger.columns.map((column) => [column.name, column]));
	return champion.columns.flatMap(({ name, kind, missing }) => {
		const now = after.get(name);
		return now?.kind === kind ? [{
			name,
			kind,
			missing: [missing, now.missing]
		}] : [];
	});
}
function dataChange(champion, challenger, rows, tests = new Map()) {
	const before = new Set(champion.columns.map(({ name }) => name));
	const after = new Map(challenger.columns.map((column) => [column.name, column]));
	const values = valuesOf(tests);
	const missing = missingOf(champion, challenger);
	const kept = champion.columns.map(({ name, kind, missing: absent }) => {
		const now = after.get(name);
		if (now === void 0) return {
			column: name,
			change: "removed"
		};
		const rates = [share(absent, champion.rows), share(now.missing, challenger.rows)];
		if (now.kind !== kind) return {
			column: name,
			change: "type",
			"null-rate": rates
		};
		return {
			column: name,
			change: "same",
			"null-rate": rates,
			...values.get(name),
			...missing.get(name)
		};
	});
	const added = challenger.columns.filter(({ name }) => !before.has(name)).map(({ name }) => ({
		column: name,
		change: "added"
	}));
	return {
		champion: {
			rows: champion.rows,
			sha256: champion.sha256
		},
		challenger: {
			rows: challenger.rows,
			sha256: challenger.sha256
		},
		...rows,
		columns: [...kept, ...added]
	};
}
function valuesOf(tests) {
	const adjusted = adjustedBy([...tests].flatMap(([name, test]) => "notTested" in test ? [] : [[name, test.pValue]]));
	return new Map([...tests].map(([name, test]) => {
		if ("notTested" in test) return [name, { "not-tested": test.notTested }];
		const pValue = adjusted.get(name);
		const { noNumbers, newWords, goneWords } = test;
		return [name, {
			change: test.distance > DISTANCE && pValue < .05 ? "moved" : "same",
			distance: test.distance,
			"p-value": pValue,
			"unadjusted-p-value": test.pValue,
			test: test.test,
			"smallest-distance": test.smallestDistance,
			...pValue >= .05 && test.smallestDistance > DISTANCE ? { "too-few-rows": true } : {},
			...noNumbers === void 0 ? {} : { "no-numbers": [...noNumbers] },
			...newWords === void 0 ? {} : { "new-words": newWords },
			...goneWords === void 0 ? {} : { "gone-words": goneWords }
		}];
	}));
}
function missingOf(champion, challenger) {
	if (champion.rows === 0 || challenger.rows === 0) return new Map();
	const tests = sharedColumns(champion, challenger).map(({ name, missing: [before, after] }) => {
		return {
			name,
			...twoProportions({
				count: before,
				rows: champion.rows
			}, {
				count: after,
				rows: challenger.rows
			})
		};
	});
	const adjusted = adjustedBy(tests.map(({ name, pValue }) => [name, pValue]));
	return new Map(tests.map(({ name, pValue, difference }) => {
		const found = adjusted.get(name);
		return [name, { missing: {
			"p-value": found,
			"unadjusted-p-value": pValue,
			moved: Math.abs(difference) > NULL_RATE && found < .05
		} }];
	}));
}
function adjustedBy(pValues) {
	const adjusted = benjaminiHochberg(pValues.map(([, pValue]) => pValue));
	return new Map(pValues.map(([name], index) => [name, adjusted[index]]));
}
function share(part, whole) {
	return whole === 0 ? 0 : part / whole;
}
// src/commands/training-data-change.ts
const MOST_VALUES = 16e6;
const MOST_WORDS = 1e3;
async function readDataChange(champion, challenger, seed, ports) {
	const folder = await ports.process.temporaryFolder();
	try {
		const places = [];
		const tables = [];
		for (const record of [champion, challenger]) {
			const found = await placeOfTrainingData(record, folder, ports);
			if ("why" in found) return found;
			places.push(found.path);
			tables.push({
				sha256: found.data.sha256,
				...await ports.tables.summarize(found.path)
			});
		}
		const [before, after] = tables;
		const both = places;
		if (before.sha256 === after.sha256) {
			const same = sharedColumns(before, after).map(({ name, kind }) => [name, unchanged(kind)]);
			return { facts: dataChange(before, after, {
				added: 0,
				removed: 0
			}, new Map(same)) };
		}
		return { facts: dataChange(before, after, await ports.tables.compareRows(...both), await testColumns(both, sharedColumns(before, after), before.rows + after.rows, seed, ports)) };
	} finally {
		await folder.remove();
	}
}
async function testColumns([champion, challenger], columns, rows, seed, { tables }) {
	const found = new Map();
	const numbers = columns.filter(({ kind }) => kind === "number");
	const atATime = Math.max(1, Math.floor(MOST_VALUES / Math.max(1, rows)));
	for (let start = 0; start < numbers.length; start += atATime) {
		const group = numbers.slice(start, start + atATime);
		const names = group.map(({ name }) => name);
		const first = await tables.numbers(champion, names);
		const second = await tables.numbers(challenger, names);
		for (const [index, { name, missing }] of group.entries()) {
			const [before, after] = [first[index], second[index]];
			found.set(name, testNumbers({
				values: before,
				missing: missing[0]
			}, {
				values: after,
				missing: missing[1]
			}, seed));
		}
	}
	const words = columns.filter(({ kind }) => kind === "text").map(({ name }) => name);
	const first = await tables.countWords(champion, words, MOST_WORDS);
	const second = await tables.countWords(challenger, words, MOST_WORDS);
	for (const [index, name] of words.entries()) found.set(name, testWords(first[index], second[index]));
	return found;
}
// src/commands/compare.ts
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
	examples: [
		{
			command: "modelyard compare telco-churn",
			does: "compares the newest version with the champion"
		},
		{
			command: "modelyard compare --champion a.onnx --challenger b.onnx --data test.csv --target churn --positive-class Yes",
			does: "compares two model files, or files of their predictions, without any registry"
		},
		{
			command: "modelyard compare telco-churn 2 5 --report report.md",
			does: "compares two versions and keeps the report"
		}
	],
	permission: "write",
	doors: [
		"action",
		"cli",
		"slash"
	],
	inComments: ["for"],
	asksGitHub: true,
	input: strictObject({
		model: optional(model),
		champion: _default(version, "champion"),
		challenger: _default(version, "latest"),
		for: optional(StageName),
		seed: _default(int().check(_gte(0), _lte(2 ** 31 - 1)), 0),
		artifact: optional(string().check(_minLength(1), _maxLength(4e3))),
		against: optional(string().check(_minLength(1), _maxLength(4e3))),
		championPredictions: predictions,
		challengerPredictions: predictions,
		...measureInputs,
		...fileInputs
	}),
	results: ["comparison"],
	async run(input, ports, watch) {
		if (input.target !== void 0) return compareFiles({
			...input,
			target: input.target
		}, ports, watch);
		const name = await requireRegistryInput(input, ports);
		if (input.artifact !== void 0) return comparePreview(name, {
			...input,
			artifact: input.artifact
		}, ports, watch);
		if (input.against !== void 0) throw nothingAgainst(input.against);
		const startedAt = ports.clock.now();
		const registry = await openRegistry(ports.repository);
		const state = await readModel(registry, name);
		if (input.champion === "champion" && championOf(state.pointers) === void 0) throw noChampion(state.name);
		requireStage(state, input.for);
		const [champion, challenger] = await Promise.all([input.champion, input.challenger].map(async (text) => readVersion(registry, state.name, await resolveVersion(registry, state, text))));
		return withEvaluationData(state, input, [champion, challenger], ports, (data) => compared(input, {
			startedAt,
			registry,
			state,
			champion,
			challenger,
			data
		}, ports, watch));
	}
});
async function compared(input, { startedAt, registry, state, champion, challenger, data }, ports, watch) {
	const files = [input.championPredictions, input.challengerPredictions];
	const beside = columnsNamed(state.definition.evaluate ?? {});
	const [first, second] = await Promise.all([champion, challenger].map((record, index) => scoreWithOwnMetrics(registry, state, record, data, ports, watch, {
		predictions: files[index],
		beside: index === 0 ? beside : []
	})));
	const measuredBy = await readMeasuredBy(state.definition, data, ports.tables, first.beside);
	const { settings, slices, clusters } = measuredBy;
	const { target } = state.definition;
	const primary = primaryMetric(state.definition);
	const differences = comparePredictions(first.predictions, second.predictions, {
		target,
		primary,
		settings,
		slices,
		clusters,
		resamples: RESAMPLES,
		seed: input.seed,
		progress: (share) => watch.progress?.("computing intervals", share)
	});
	const facts = withPairedOwnMetrics(differences, first.own, second.own, {
		slices,
		clusters,
		predictions: [first.predictions, second.predictions]
	});
	const change = await readDataChange(champion, challenger, input.seed, ports);
	const origin = await originOf(startedAt, registry.commit, ports, files);
	const subject = {
		artifact: challenger.artifact.sha256,
		...rowsMeasuredOn(data)
	};
	const pairedSubject = {
		...subject,
		champion: champion.artifact.sha256
	};
	const fairness = fairnessOf(first.predictions, second.predictions, {
		target,
		settings,
		columns: slices
	});
	const evaluation = evaluationFacts(state.definition, second, measuredBy);
	const succession = {
		artifact: subject.artifact,
		champion: pairedSubject.champion
	};
	const found = [
		{
			schema: 1,
			kind: "evaluation",
			subject,
			facts: evaluation,
			origin
		},
		sizeEvidence(challenger, origin),
		{
			schema: 1,
			kind: "comparison",
			subject: pairedSubject,
			facts,
			origin
		},
		..."why" in change ? [] : [{
			schema: 1,
			kind: "data",
			subject: succession,
			facts: change.facts,
			origin
		}],
		...fairness === void 0 ? [] : [{
			schema: 1,
			kind: "fairness",
			subject: pairedSubject,
			facts: fairness,
			origin
		}]
	];
	const kept = await keepEvidence(input.evidence, registry, state, challenger, found, ports);
	const judged = await judgeMeasured(registry, state, challenger, input.for, kept.stored, ports);
	const margin = (judged.gates && marginOn(judged.gates, primary)) ?? 0;
	const verdict = verdictOn(facts, primary, margin);
	const identical = samePredictions(first.predictions, second.predictions);
	const rows = rowsThatSettle({
		verdict,
		facts,
		margin,
		"primary-metric": primary
	});
	const expected = {
		model: state.name,
		version: challenger.version,
		artifact: subject.artifact,
		data: {
			uri: data.uri,
			sha256: data.sha256
		},
		champion: {
			version: champion.version,
			artifact: champion.artifact.sha256
		}
	};
	return {
		kind: "comparison",
		outcome: judged.gates?.outcome ?? VERDICT_OUTCOMES[verdict],
		model: state.name,
		commit: registry.commit,
		champion: sideOf(state, champion),
		challenger: sideOf(state, challenger),
		"primary-metric": primary,
		verdict,
		margin,
		identical,
		readings: readingsOf(facts),
		facts,
		...rows === void 0 ? {} : { "rows-to-settle": rows },
		"champion-evaluation": evaluationFacts(state.definition, first, measuredBy),
		"challenger-evaluation": evaluation,
		...fairness === void 0 ? {} : { fairness },
		...measuredBeside(judged.evidence, expected),
		params: changedParams(champion, challenger),
		record: challenger,
		...state.definition.description === void 0 ? {} : { description: state.definition.description },
		...judged.stage === void 0 ? {} : { "judged-for": judged.stage },
		...judged.gates === void 0 ? {} : { gates: judged.gates },
		"policy-commit": registry.commit,
		data: namedData(data),
		...data.pinned ? { "decided-before": judged.decidedBefore } : {},
		engine: engineOf(ports, files),
		seconds: (ports.clock.now() - startedAt) / 1e3,
		evidence: kept.written,
		remarks: [
			...new Set([...first.remarks.map((remark) => `champion: ${remark}`), ...second.remarks.map((remark) => `challenger: ${remark}`)]),
			...classRemarks(first.predictions, second.predictions),
			...measuringRemarks(state.definition, measuredBy),
			..."why" in change ? [`training data was not compared: ${change.why}`] : [],
			...rowsRemarks(data)
		],
		next: promotionStep(state, challenger.version, judged)
	};
}
function nothingAgainst(against) {
	return new ModelyardError({
		code: "bad-input",
		message: `\`${against}\` stands in the place of the champion, and nothing in that of the challenger`,
		next: "name a model file beside it: --artifact FILE"
	});
}
function noChampion(name) {
	return new ModelyardError({
		code: "unknown-version",
		message: `${name} has no champion yet`,
		next: `measure the first version by itself: modelyard evaluate ${name} latest; or name two versions`
	});
}
function requireStage({ config }, stage) {
	const held = heldStages(config.lifecycle);
	if (stage === void 0 || held.includes(stage)) return;
	throw new ModelyardError({
		code: "unknown-name",
		message: `\`${stage}\` is no stage that versions are promoted to`,
		next: suggestion(stage, held)
	});
}
export { compare };
