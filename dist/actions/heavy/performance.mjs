import { c as slicesOf, d as withinRange, i as LEVEL_DRAWING, n as readTextColumns, o as ASSUMPTIONS, r as settingsIn, s as estimatesOn, u as levelIntervals } from "./evaluation-columns.mjs";
import { C as strictObject, F as _minLength, P as _maxLength, w as string, y as optional } from "./schemas.mjs";
import { a as metricEntry, s as primaryMetric } from "./metric-catalogue.mjs";
import { l as settingsInEffect, u as unusualSettings } from "./comparison.mjs";
import { n as bindsRows, r as isOfNamedRows } from "./judging-rows.mjs";
import { n as sideOfLimit } from "./limit.mjs";
import { a as enoughForInterval, c as familyValues, s as whyUndefined, u as prepareFamilies } from "./judge-measured.mjs";
import { d as rowsOf, m as selectRows } from "./decisions.mjs";
import { u as UserName } from "./names.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { a as version, r as model } from "./inputs.mjs";
import { c as ModelyardError } from "./run.mjs";
import { a as TargetCollector, n as readScores, o as alignScores } from "./read-predictions.mjs";
import { i as gatherEvidence, t as digestOfData } from "./move-facts.mjs";
import { t as monitoredVersion } from "./monitored-reference.mjs";
import { t as namedFile } from "./named-file.mjs";
import { t as sideOf } from "./version-side.mjs";
import { n as readWorkingDefinition, t as missingKey } from "./working-definition.mjs";
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
function biasOnRecord(metric, onRecord) {
	const measured = onRecord?.metrics[metric];
	const estimated = onRecord?.estimated?.[metric];
	if (measured === void 0 || estimated === void 0) return "estimates-unchecked";
	const bias = {
		low: measured - estimated.high,
		high: measured - estimated.low
	};
	return bias.low > 0 || bias.high < 0 ? "estimates-missed" : bias;
}
function whyNotBelieved(evaluation) {
	const error = evaluation?.metrics["calibration-error"];
	if (error === void 0) return "calibration-unknown";
	return error > .05 ? "calibration-poor" : void 0;
}
function widened(metric, interval, { low, high }) {
	return withinRange(metric, {
		...interval,
		low: interval.low + low,
		high: interval.high + high
	});
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
function lookAtPerformance(production, rules, settings, onRecord) {
	const ground = whyNotEstimated(production.predictions) ?? whyNotBelieved(onRecord);
	const [whole, ...slices] = groupsOf(production, rules, onRecord).map((group) => lookAtGroup(group, settings, ground));
	const { findings = [], estimates = [], reconciled = [] } = whole ?? {};
	return {
		findings: [...findings, ...slices.flatMap((slice) => slice.findings)],
		estimates,
		reconciled
	};
}
function groupsOf({ predictions, labelled, unlabelled, slices }, rules, onRecord) {
	const isLabelled = new Uint8Array(rowsOf(predictions));
	for (const row of labelled) isLabelled[row] = 1;
	const selected = (rows) => selectRows(predictions, rows);
	return [{
		rules,
		labelled: selected(labelled),
		unlabelled: selected(unlabelled),
		onRecord
	}, ...slices.map(({ column, value, rows }) => ({
		slice: {
			column,
			value
		},
		rules: rules.filter(({ slices: columns = [] }) => columns.includes(column)),
		labelled: selected(rows.filter((row) => isLabelled[row] === 1)),
		unlabelled: selected(rows.filter((row) => isLabelled[row] === 0)),
		onRecord: onRecord?.slices?.find((one) => one.column === column && one.value === value)
	}))];
}
function lookAtGroup(group, settings, ground) {
	const [labelled, unlabelled] = [rowsOf(group.labelled), rowsOf(group.unlabelled)];
	const reconciled = reconcile(group.labelled, settings);
	const estimates = believedIn(group, settings, reconciled, ground);
	return {
		findings: [...labelled > 0 || unlabelled === 0 ? measuredFindings(group, settings) : [], ...unlabelled > 0 && (labelled === 0 || ground !== "not-estimated") ? estimatedFindings(group, estimates, ground) : []],
		estimates,
		reconciled
	};
}
function measuredFindings(group, settings) {
	const names = [...new Set(group.rules.map(({ metric }) => metric))];
	const seen = seenOnLabels(group.labelled, settings, names);
	return judged(group, "labels", rowsOf(group.labelled), (name) => seen.get(name) ?? { ground: "undefined" });
}
function believedIn({ unlabelled, onRecord }, settings, reconciled, ground) {
	const missed = new Set(reconciled.filter(({ held }) => !held).map(({ metric }) => metric));
	const believed = (metric, { value, ofPopulation, onLabels }) => {
		const interval = ofPopulation();
		const bias = ground ?? (missed.has(metric) ? "not-reconciled" : biasOnRecord(metric, onRecord));
		return typeof bias === "string" ? {
			metric,
			value,
			interval,
			onLabels,
			ground: bias
		} : {
			metric,
			value,
			interval: widened(metric, interval, bias),
			onLabels,
			ground: void 0
		};
	};
	return [...estimatesOn(unlabelled, settings)?.metrics ?? []].map((one) => believed(...one));
}
function estimatedFindings(group, estimates, ground) {
	return judged(group, "estimate", rowsOf(group.unlabelled), (name) => {
		const found = estimates.find(({ metric }) => metric === name);
		if (found === void 0) return { ground: ground ?? "not-estimated" };
		const { value, interval } = found;
		return found.ground === void 0 ? {
			value,
			interval
		} : {
			value,
			ground: found.ground
		};
	});
}
function judged({ slice, rules, onRecord }, from, rows, seen) {
	return rules.map((rule) => ({
		metric: rule.metric,
		...slice && { slice },
		rule,
		from,
		rows,
		...judgeMetric(rule, seen(rule.metric), onRecord?.metrics[rule.metric])
	}));
}
function whyNotEstimated(predictions) {
	if (predictions.task !== "binary-classification") return "not-estimated";
	return predictions.hasProbabilities ? void 0 : "no-probabilities";
}
function reconcile(labelled, settings) {
	const estimates = [...estimatesOn(labelled, settings)?.metrics ?? []];
	if (estimates.length === 0) return [];
	const names = estimates.map(([name]) => name);
	const values = familyValues(prepareFamilies(labelled, settings, names));
	return estimates.flatMap(([metric, { value: estimated, onLabels }]) => {
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
	const [ofLabels, ofPredictions] = [leastKey(given), leastKey(keys)];
	const isApart = unknown === given.codes.length && ofLabels !== void 0 && ofPredictions !== void 0;
	return {
		labels: rows.map((key) => known.get(key)),
		...isApart && { unalike: {
			labels: ofLabels,
			predictions: ofPredictions
		} },
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
function joinRemarks({ unknown, repeated, sharing, keyless, unalike }) {
	if (unalike !== void 0) return [`no label's key is one of a prediction, letter for letter: \`${unalike.labels}\` there, \`${unalike.predictions}\` here; write both alike`];
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
function leastKey({ words }) {
	return words.reduce((least, word) => word !== "" && (least === void 0 || word < least) ? word : least, void 0);
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
	predictions: optional(File),
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
evaluation on record found such an estimate to hold, and where it held on the labelled rows what was measured there.`,
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
	async run(input, ports, watch) {
		const working = await readWorkingDefinition(input.model, ports.worktree);
		const { definition } = working;
		const given = {
			...input,
			...await filesOf(input, working, ports)
		};
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
		}, rules, settingsInEffect(settings), isAlike ? onRecord : void 0);
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
async function filesOf({ predictions, labels, key }, working, { worktree }) {
	if (predictions !== void 0) return {
		predictions,
		labels,
		key
	};
	const named = working.definition.monitor?.performance;
	if (named === void 0) throw missingKey(working, "monitor.performance", "monitor: {performance: {predictions: seen/predictions.csv}}; or name the file: modelyard performance MODEL FILE");
	return {
		predictions: await namedFile(named.predictions, worktree),
		labels: labels ?? (named.labels && await namedFile(named.labels, worktree)),
		key: key ?? named.key
	};
}
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
	const named = evaluate?.data;
	return all.flatMap(({ evidence }) => evidence.kind === "evaluation" && (!bindsRows(named) || isOfNamedRows(evidence.subject, named)) ? [evidence.facts] : []).at(-1);
}
function estimatesIn({ estimates }, rows, onRecord) {
	if (estimates.length === 0) return {};
	const error = onRecord?.metrics["calibration-error"];
	return { estimates: {
		rows,
		...error === void 0 ? {} : { "calibration-error": error },
		assumptions: [...ASSUMPTIONS],
		metrics: estimates.map(({ metric, value, interval, onLabels, ground }) => ({
			metric,
			value,
			interval,
			"on-labels": onLabels,
			...ground && { ground }
		}))
	} };
}
export { performance };
