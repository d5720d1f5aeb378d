import { a as metricEntry, s as primaryMetric } from "./metric-catalogue.mjs";
import { C as strictObject, F as _minLength, P as _maxLength, w as string, y as optional } from "./schemas.mjs";
import { g as unusualSettings, h as settingsInEffect } from "./tests.mjs";
import { _ as logLosses, c as enoughOfClasses, d as levelIntervals, f as withinRange, h as prepareFamilies, i as LEVEL_DRAWING, k as normalInterval, l as whyUndefined, n as readTextColumns, o as slicesOf, p as familyValues, r as settingsIn, s as enoughForInterval, v as squaredDistances, w as closedFormOfGroups, x as decisionInfluence } from "./evaluation-columns.mjs";
import { a as meanCost, d as rowsOf, m as selectRows, t as DECISION_METRICS } from "./decisions.mjs";
import { n as ascendingRanking } from "./order.mjs";
import { n as sideOfLimit } from "./limit.mjs";
import { l as UserName } from "./names.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { a as version, r as model } from "./inputs.mjs";
import { c as ModelyardError } from "./run.mjs";
import { a as TargetCollector, n as readScores, o as alignScores } from "./read-predictions.mjs";
import { i as gatherEvidence, t as digestOfData } from "./move-facts.mjs";
import { t as monitoredVersion } from "./monitored-reference.mjs";
import { t as sideOf } from "./version-side.mjs";
import { n as readWorkingDefinition } from "./working-definition.mjs";
// src/domain/performance/cbpe.ts
const ASSUMPTIONS = [
	"calibrated: of the rows of this population that the model gives a probability, that share is positive",
	"no concept drift: what the inputs say of the target is still what it was when calibration was measured",
	"independent: given its probability, whether one row is positive says nothing of another"
];
const ESTIMATED_METRICS = [
	"roc-auc",
	"accuracy",
	"balanced-accuracy",
	"f1",
	"precision",
	"recall",
	"specificity",
	"log-loss",
	"brier",
	"cost"
];
function estimateByConfidence(probability, settings) {
	const expected = expectedDecisions(probability, settings.threshold);
	const positives = expected.truePositive + expected.falseNegative;
	const metrics = new Map();
	for (const name of ESTIMATED_METRICS) {
		if (!enoughOfClasses(name, positives, probability.length - positives)) continue;
		const expectation = expectationOf(name, probability, expected, settings);
		if (expectation !== void 0) metrics.set(name, estimated(name, probability, expectation));
	}
	return {
		expected,
		metrics
	};
}
function expectedDecisions(probability, threshold) {
	let [truePositive, falsePositive, trueNegative, falseNegative] = [
		0,
		0,
		0,
		0
	];
	for (const chance of probability) if (chance >= threshold) {
		truePositive += chance;
		falsePositive += 1 - chance;
	} else {
		falseNegative += chance;
		trueNegative += 1 - chance;
	}
	return {
		truePositive,
		falsePositive,
		trueNegative,
		falseNegative
	};
}
function expectationOf(name, probability, expected, { threshold, cost }) {
	if (name === "roc-auc") return expectedArea(probability);
	if (name === "brier") return expectedLoss(probability, squaredDistances);
	if (name === "log-loss") return expectedLoss(probability, logLosses);
	const moved = decisionInfluence(name, expected, cost);
	if (moved === void 0) return void 0;
	const [trueNegative, falsePositive, falseNegative, truePositive] = moved;
	return {
		value: name !== "cost" ? DECISION_METRICS[name](expected) : cost ? meanCost(expected, cost) : NaN,
		ifPositive: probability.map((chance) => chance >= threshold ? truePositive : falseNegative),
		ifNegative: probability.map((chance) => chance >= threshold ? falsePositive : trueNegative)
	};
}
function expectedLoss(probability, losses) {
	const rows = probability.length;
	const [ofPositive, ofNegative] = [losses(new Uint8Array(rows).fill(1), probability), losses(new Uint8Array(rows), probability)];
	let sum = 0;
	for (let row = 0; row < rows; row += 1) {
		const chance = probability[row];
		sum += chance * ofPositive[row] + (1 - chance) * ofNegative[row];
	}
	const value = sum / rows;
	return {
		value,
		ifPositive: ofPositive.map((loss) => loss - value),
		ifNegative: ofNegative.map((loss) => loss - value)
	};
}
function expectedArea(probability) {
	const rows = probability.length;
	const { order, ends } = ascendingRanking(probability);
	let [positives, certain] = [0, 0];
	for (const chance of probability) {
		positives += chance;
		certain += chance * (1 - chance);
	}
	const negatives = rows - positives;
	const pairs = positives * negatives - certain;
	const [negativesBelow, positivesAbove] = [new Float64Array(rows), new Float64Array(rows)];
	let [below, above, won, start] = [
		0,
		positives,
		0,
		0
	];
	for (let at = 0; at < rows; at += 1) {
		if (ends[at] !== 1) continue;
		const chance = probability[order[at]];
		const size = at + 1 - start;
		above -= size * chance;
		const [losers, winners] = [below + (size - 1) * (1 - chance) / 2, above + (size - 1) * chance / 2];
		for (; start <= at; start += 1) {
			negativesBelow[order[start]] = losers;
			positivesAbove[order[start]] = winners;
		}
		won += size * chance * losers;
		below += size * (1 - chance);
	}
	const value = won / pairs;
	const scale = rows / pairs;
	return {
		value,
		ifPositive: negativesBelow.map((count, row) => scale * (count - value * (negatives - 1 + probability[row]))),
		ifNegative: positivesAbove.map((count, row) => scale * (count - value * (positives - probability[row])))
	};
}
function estimated(name, probability, expectation) {
	const { value, ifPositive, ifNegative } = expectation;
	const rows = probability.length;
	const [chances, moved] = [new Float64Array(2 * rows), new Float64Array(2 * rows)];
	let variance = 0;
	for (let row = 0; row < rows; row += 1) {
		const chance = probability[row];
		const [one, other] = [ifPositive[row], ifNegative[row]];
		chances.set([chance, 1 - chance], 2 * row);
		moved.set([one, other], 2 * row);
		variance += chance * (1 - chance) * (one - other) ** 2;
	}
	const within = ({ low, high }) => withinRange(name, {
		low,
		high,
		level: .95,
		method: "closed-form"
	});
	return {
		value,
		interval: within(closedFormOfGroups(value, moved, chances) ?? {
			low: -Infinity,
			high: Infinity
		}),
		onLabels: within(normalInterval(value, Math.sqrt(variance) / rows))
	};
}
// src/domain/performance/judge-metric.ts
function judgeMetric(rule, seen, baseline) {
	const told = {
		...seen.value === void 0 ? {} : { value: seen.value },
		..."interval" in seen ? { interval: seen.interval } : {},
		...baseline === void 0 ? {} : { baseline }
	};
	const limit = limitOf(rule, baseline);
	if (typeof limit === "string") return {
		...told,
		status: limit === "part-of-zero" ? "error" : "insufficient-data",
		ground: limit
	};
	const { value: edge } = limit;
	if ("ground" in seen) return {
		...told,
		limit: edge,
		status: "insufficient-data",
		ground: seen.ground
	};
	const side = sideOfLimit(limit, seen.interval);
	if (side === "within") return {
		...told,
		limit: edge,
		status: "ok"
	};
	if (side === "open") return {
		...told,
		limit: edge,
		status: "insufficient-data",
		ground: "straddles"
	};
	const distance = Math.abs(seen.value - edge);
	return {
		...told,
		limit: edge,
		status: "degraded",
		beyond: edge === 0 ? distance : distance / Math.abs(edge)
	};
}
function outcomeOfMetrics(findings) {
	const statuses = settledStatuses(findings);
	if (statuses.includes("degraded")) return "failed";
	return statuses.length > 0 && statuses.every((status) => status === "ok") ? "passed" : "inconclusive";
}
function settledStatuses(findings) {
	return [...Map.groupBy(findings, ({ metric, slice, rule }) => JSON.stringify([
		metric,
		slice,
		rule
	])).values()].map((of) => {
		const statuses = new Set(of.map(({ status }) => status));
		return [
			"degraded",
			"error",
			"ok"
		].find((status) => statuses.has(status)) ?? "insufficient-data";
	});
}
function metricTitle({ metric, slice }) {
	return slice === void 0 ? metric : `${metric} on ${slice.column}=${slice.value}`;
}
function degradedIn(findings) {
	return [...new Set(findings.filter(({ status }) => status === "degraded").map(metricTitle))];
}
function limitOf(rule, baseline) {
	if ("min" in rule) return {
		is: "at-least",
		value: rule.min
	};
	if ("max" in rule) return {
		is: "at-most",
		value: rule.max
	};
	if (baseline === void 0) return "no-baseline";
	const isPart = typeof rule.drop === "string";
	if (isPart && baseline === 0) return "part-of-zero";
	const drop = isPart ? Math.abs(baseline) * Number.parseFloat(rule.drop) / 100 : rule.drop;
	return metricEntry(rule.metric).direction === "lower" ? {
		is: "at-most",
		value: baseline + drop
	} : {
		is: "at-least",
		value: baseline - drop
	};
}
function whyNotBelieved(evaluation) {
	const error = evaluation?.metrics["calibration-error"];
	if (error === void 0) return "calibration-unknown";
	return error > .05 ? "calibration-poor" : void 0;
}
// src/domain/performance/seen-metrics.ts
function seenOnLabels(predictions, settings, wanted) {
	const rows = rowsOf(predictions);
	if (rows === 0) return new Map(wanted.map((name) => [name, { ground: "no-labels" }]));
	const why = whyUndefined([predictions]);
	const defined = wanted.filter((name) => why(name) === void 0);
	const families = prepareFamilies(predictions, settings, defined);
	const found = familyValues(families);
	const values = new Map(defined.flatMap((name) => {
		const value = found.get(name);
		return value !== void 0 && Number.isFinite(value) ? [[name, value]] : [];
	}));
	const enough = new Map([...values].filter(([name]) => enoughForInterval(name, predictions)));
	const intervals = levelIntervals(predictions, families, enough, settings, {
		...LEVEL_DRAWING,
		rows
	});
	return new Map(wanted.map((name) => {
		const value = values.get(name);
		if (value === void 0) return [name, { ground: "undefined" }];
		const interval = intervals.get(name);
		if (interval !== void 0) return [name, {
			value,
			interval
		}];
		return [name, {
			value,
			ground: enough.has(name) ? "no-interval" : "too-few-rows"
		}];
	}));
}
// src/domain/performance/look-at-performance.ts
function lookAtPerformance(production, rules, settings, calibration, baseline) {
	const { predictions, labelled, unlabelled, slices } = production;
	const reconciled = reconcile(predictions, labelled, settings);
	const missed = new Set(reconciled.filter(({ held }) => !held).map(({ metric }) => metric));
	const ground = whyNotEstimated(predictions) ?? whyNotBelieved(calibration);
	return {
		findings: [{
			rules,
			labelled,
			unlabelled,
			baseline: baseline?.metrics ?? {}
		}, ...slices.map((slice) => groupOf(slice, production, rules, baseline))].flatMap((group) => [...group.labelled.length > 0 || group.unlabelled.length === 0 ? measuredFindings(group, predictions, settings) : [], ...group.unlabelled.length > 0 && (group.labelled.length === 0 || ground !== "not-estimated") ? estimatedFindings(group, predictions, settings, ground, missed) : []]),
		estimates: unlabelled.length === 0 ? void 0 : estimatesOf(predictions, unlabelled, settings),
		ground: unlabelled.length === 0 ? void 0 : ground,
		reconciled
	};
}
function groupOf({ column, value, rows }, { labelled }, rules, baseline) {
	const known = new Set(labelled);
	const same = baseline?.slices?.find((one) => one.column === column && one.value === value);
	return {
		slice: {
			column,
			value
		},
		rules: rules.filter(({ slices = [] }) => slices.includes(column)),
		labelled: rows.filter((row) => known.has(row)),
		unlabelled: rows.filter((row) => !known.has(row)),
		baseline: same?.metrics ?? {}
	};
}
function measuredFindings(group, all, settings) {
	const names = [...new Set(group.rules.map(({ metric }) => metric))];
	const seen = seenOnLabels(selectRows(all, group.labelled), settings, names);
	return judged(group, "labels", group.labelled.length, (name) => seen.get(name) ?? { ground: "undefined" });
}
function estimatedFindings(group, all, settings, ground, missed) {
	const estimates = estimatesOf(all, group.unlabelled, settings)?.metrics ?? new Map();
	return judged(group, "estimate", group.unlabelled.length, (name) => {
		const estimate = estimates.get(name);
		const why = ground ?? (missed.has(name) ? "not-reconciled" : void 0);
		if (why !== void 0) return {
			value: estimate?.value,
			ground: why
		};
		return estimate === void 0 ? { ground: "not-estimated" } : {
			value: estimate.value,
			interval: estimate.interval
		};
	});
}
function judged({ slice, rules, baseline }, from, rows, seen) {
	return rules.map((rule) => ({
		metric: rule.metric,
		...slice && { slice },
		rule,
		from,
		rows,
		...judgeMetric(rule, seen(rule.metric), baseline[rule.metric])
	}));
}
function whyNotEstimated(predictions) {
	if (predictions.task !== "binary-classification") return "not-estimated";
	return predictions.hasProbabilities ? void 0 : "no-probabilities";
}
function estimatesOf(predictions, rows, settings) {
	const part = selectRows(predictions, rows);
	if (part.task !== "binary-classification" || !part.hasProbabilities) return void 0;
	return estimateByConfidence(part.probability, settings);
}
function reconcile(all, labelled, settings) {
	const estimates = estimatesOf(all, labelled, settings);
	if (estimates === void 0) return [];
	const part = selectRows(all, labelled);
	if (rowsOf(part) === 0) return [];
	const names = [...estimates.metrics.keys()];
	const values = familyValues(prepareFamilies(part, settings, names));
	return [...estimates.metrics].flatMap(([metric, { value: estimated, onLabels }]) => {
		const measured = values.get(metric) ?? NaN;
		if (!Number.isFinite(measured)) return [];
		const { low, high } = onLabels;
		return [{
			metric,
			estimated,
			low,
			high,
			measured,
			held: low <= measured && measured <= high
		}];
	});
}
// src/domain/performance/join-labels.ts
function joinLabels(keys, { file, keys: given, labels }) {
	const known = new Map();
	const predicted = new Set(keys.words);
	let [unknown, repeated] = [0, 0];
	for (let row = 0; row < given.codes.length; row += 1) {
		const key = wordAt(given, row);
		const label = wordAt(labels, row);
		if (!predicted.has(key) || key === "") unknown += 1;
		else if (hasCome(label)) {
			const before = known.get(key);
			if (before !== void 0 && before !== label) throw conflicting(file, given.name, key, [before, label]);
			if (before !== void 0) repeated += 1;
			known.set(key, label);
		}
	}
	const rows = Array.from(keys.codes, (_, row) => wordAt(keys, row));
	const keyless = rows.filter((key) => key === "").length;
	return {
		labels: rows.map((key) => known.get(key)),
		unknown,
		repeated,
		sharing: rows.length - keyless - new Set(rows.filter((key) => key !== "")).size,
		keyless
	};
}
function labelsBeside(column) {
	return Array.from(column.codes, (_, row) => {
		const label = wordAt(column, row);
		return hasCome(label) ? label : void 0;
	});
}
function joinRemarks({ unknown, repeated, sharing, keyless }) {
	return [
		[unknown, "labels are of keys that no prediction has"],
		[repeated, "labels repeat what another says"],
		[sharing, "predictions share their key with another, and its label"],
		[keyless, "predictions have no key, so no label"]
	].flatMap(([count, what]) => count === 0 ? [] : [`${what}: ${count}`]);
}
function wordAt({ codes, words }, row) {
	return words[codes[row]];
}
function hasCome(label) {
	return !/^(?:nan)?$/i.test(label);
}
function conflicting(file, column, key, labels) {
	return new ModelyardError({
		code: "bad-data",
		message: `${file} has two labels for \`${column}\` ${key}: ${labels.join(" and ")}`,
		next: "leave one of them, the later one where labels are corrected",
		place: { path: file }
	});
}
// src/commands/labelled-predictions.ts
async function readLabelledPredictions(files, definition, ports) {
	const { tables } = ports;
	const scores = await readScores(definition, { path: files.predictions }, tables);
	if (scores.rows === 0) throw badData(`${files.predictions} holds no rows`, "check the step that wrote it", files.predictions);
	const { labels, remarks, file } = await labelsOf(files, definition, scores.rows, ports);
	const rows = Array.from(labels.keys());
	const predictions = alignScores(definition, scores, columnOf(labels, definition, scores, files));
	return {
		predictions,
		labelled: Uint32Array.from(rows.filter((row) => labels[row] !== void 0)),
		unlabelled: Uint32Array.from(rows.filter((row) => labels[row] === void 0)),
		...file && { labels: file },
		remarks: [...remarks, ...predictions.remarks]
	};
}
async function labelsOf({ predictions, labels: file, key }, { target }, rows, { tables, artifacts }) {
	if (file === void 0 !== (key === void 0)) throw new ModelyardError({
		code: "bad-input",
		message: "labels in a file of their own are found by a key, and one of the two is missing",
		next: "give both: --labels FILE --key COLUMN"
	});
	if (file === void 0 || key === void 0) {
		if (!(await tables.columns(predictions)).map(({ name }) => name).includes(target)) {
			const remark = `no label is known: ${predictions} has no column \`${target}\`, and no file of labels is named`;
			return {
				labels: Array(rows).fill(void 0),
				remarks: [remark]
			};
		}
		return {
			labels: labelsBeside((await readTextColumns([target], { path: predictions }, tables)).get(target)),
			remarks: []
		};
	}
	const keys = (await readTextColumns([key], { path: predictions }, tables)).get(key);
	const given = await readTextColumns([key, target], { path: file }, tables);
	const column = (name) => given.get(name);
	const joined = joinLabels(keys, {
		file,
		keys: column(key),
		labels: column(target)
	});
	return {
		labels: joined.labels,
		file: {
			uri: file,
			sha256: await digestOfData(file, artifacts),
			rows: column(key).codes.length,
			key
		},
		remarks: joinRemarks(joined)
	};
}
function columnOf(labels, { task, target, "positive-class": positive }, scores, { predictions, labels: file }) {
	const collector = new TargetCollector();
	if (task === "regression") {
		const values = Float64Array.from(labels, (label) => label === void 0 ? 0 : Number(label));
		const row = values.findIndex((value) => !Number.isFinite(value));
		if (row >= 0) throw badData(`the label \`${labels[row]}\` of ${target} is no finite number`, "correct it where labels are written", file ?? predictions);
		collector.add({
			kind: "number",
			values
		});
		return collector;
	}
	const filler = positive ?? scores.probabilities?.classes[0] ?? scores.labels?.[0] ?? "";
	const codes = new Map();
	const column = Uint32Array.from(labels, (label = filler) => {
		const code = codes.get(label) ?? codes.size;
		codes.set(label, code);
		return code;
	});
	collector.add({
		kind: "text",
		codes: column,
		words: [...codes.keys()]
	});
	return collector;
}
function badData(message, next, path) {
	return new ModelyardError({
		code: "bad-data",
		message,
		next,
		place: { path }
	});
}
// src/commands/performance.ts
const File = string().check(_minLength(1), _maxLength(4e3));
const input = strictObject({
	model,
	predictions: File,
	labels: optional(File),
	key: optional(UserName),
	version: optional(version)
});
const performance = defineMeasurement({
	name: "performance",
	summary: "Whether a model is as good in production as it was when it was evaluated.",
	details: `Measures the metrics that model.yaml names under sla on the predictions whose label has come, and judges each
by its 95 % interval: degraded where all of it lies beyond the limit; where it lies on both sides, too few rows to tell.
What has no label yet is estimated for two classes from the probabilities themselves. That is believed where the
evaluation on record found them calibrated, and where it held on the labelled rows what was measured there.`,
	positional: ["model", "predictions"],
	examples: [{
		command: "modelyard performance telco-churn predictions.csv",
		does: "measures a file of predictions that holds the target too, empty where it is not known yet"
	}, {
		command: "modelyard performance telco-churn predictions.csv --labels labels.csv --key customer_id",
		does: "finds the labels by a key"
	}],
	permission: "read",
	doors: ["action", "cli"],
	input,
	results: ["performance"],
	async run(given, ports, watch) {
		const { definition } = await readWorkingDefinition(given.model, ports.worktree);
		const rules = rulesOf(definition);
		watch.progress?.("reading what was predicted");
		const found = await readLabelledPredictions(given, definition, ports);
		const columns = [...new Set(rules.flatMap(({ slices = [] }) => slices))];
		const slices = await readTextColumns(columns, { path: given.predictions }, ports.tables);
		const measured = await monitoredVersion(given, ports);
		const onRecord = measured === void 0 ? void 0 : await evaluationOf(measured, definition, ports);
		const settings = settingsIn(definition.evaluate ?? {});
		const isAlike = onRecord === void 0 || JSON.stringify(onRecord.settings ?? {}) === JSON.stringify(unusualSettings(definition.task, settings) ?? {});
		watch.progress?.("computing metrics");
		const performance = lookAtPerformance({
			...found,
			slices: slicesOf([...slices.values()])
		}, rules, settingsInEffect(settings), onRecord, isAlike ? onRecord : void 0);
		return {
			kind: "performance",
			model: given.model,
			outcome: outcomeOfMetrics(performance.findings),
			...measured && { version: sideOf(measured.state, measured.record) },
			predictions: {
				uri: given.predictions,
				sha256: await digestOfData(given.predictions, ports.artifacts),
				rows: found.labelled.length + found.unlabelled.length
			},
			...found.labels && { labels: found.labels },
			labelled: found.labelled.length,
			findings: [...performance.findings],
			degraded: degradedIn(performance.findings),
			...estimatesIn(performance, found.unlabelled.length, onRecord),
			reconciled: [...performance.reconciled],
			remarks: [
				...found.remarks,
				...measured === void 0 ? ["no version serves, so there is no baseline"] : [],
				...measured !== void 0 && onRecord === void 0 ? [`version ${measured.record.version} has no evaluation on record, so there is no baseline`] : [],
				...isAlike ? [] : ["the evaluation on record measured by other settings than model.yaml says now, so it is no baseline"]
			],
			next: measured !== void 0 && (onRecord === void 0 || !isAlike) ? [`modelyard evaluate ${given.model} ${measured.record.version}`] : []
		};
	}
});
function rulesOf(definition) {
	const given = definition.sla?.metrics;
	if (given !== void 0) return given;
	const metric = primaryMetric(definition);
	return metricEntry(metric).direction === "zero" ? [] : [{
		metric,
		drop: "5%"
	}];
}
async function evaluationOf({ registry, state, record }, { evaluate }, ports) {
	const { all } = await gatherEvidence({
		registry,
		state
	}, record, ports);
	const pinned = evaluate?.data.sha256;
	return all.flatMap(({ evidence }) => evidence.kind === "evaluation" && (pinned === void 0 || evidence.subject.data === pinned) ? [evidence.facts] : []).at(-1);
}
function estimatesIn({ estimates, ground }, rows, onRecord) {
	if (estimates === void 0) return {};
	const error = onRecord?.metrics["calibration-error"];
	return { estimates: {
		rows,
		...ground && { ground },
		...error === void 0 ? {} : { "calibration-error": error },
		assumptions: [...ASSUMPTIONS],
		metrics: [...estimates.metrics].map(([metric, { value, interval, onLabels }]) => ({
			metric,
			value,
			interval,
			"on-labels": onLabels
		}))
	} };
}
export { performance };
