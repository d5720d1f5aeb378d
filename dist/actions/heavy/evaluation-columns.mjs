import { c as ModelyardError } from "./run.mjs";
import { a as metricEntry } from "./metric-catalogue.mjs";
import { t as randomStream } from "./random.mjs";
import { h as columnsNamed } from "./evidence-file.mjs";
import { l as settingsInEffect, s as MetricSettings } from "./comparison.mjs";
import { a as TargetCollector, i as readRows } from "./read-predictions.mjs";
import { a as meanCost, c as classTable, d as rowsOf, h as settingOf, i as decisionsAt, l as countsPerClass, m as selectRows, n as calledPositive, o as calledClasses, r as countDecisions, s as classF1, t as DECISION_METRICS, u as positiveRows } from "./decisions.mjs";
import { a as studentPValue, o as studentQuantile, r as normalPValue, t as Z_975 } from "./quantiles.mjs";
import { C as calibrationBins, E as pairsWonTwice, S as rankingOf, T as pairsWonAlong, _ as sumOf, c as familyValues, d as errorsOf, f as pinballLosses, g as columnsByClass, h as classLogLosses, l as metricsComputed, m as CLASS_METRICS, o as enoughOfClasses, p as relativeErrors, s as whyUndefined, u as prepareFamilies, v as logLosses, w as sumBins, x as rankPart, y as squaredDistances } from "./judge-measured.mjs";
// src/domain/comparison/clusters.ts
function clustersOf({ name, codes, words }) {
	const missing = codes.findIndex((code) => words[code] === "");
	if (missing >= 0) throw new ModelyardError({
		code: "bad-data",
		message: `the column \`${name}\` has no value at row ${missing + 1}, so it is not known which rows belong together`,
		next: "fill it in, or take `cluster` out of `evaluate` in model.yaml"
	});
	return numbered(name, codes, words.length);
}
function clustersOfRows({ column, codes, count }, rows) {
	return numbered(column, rows.map((row) => codes[row]), count);
}
function numbered(column, given, most) {
	const numbers = new Int32Array(most).fill(-1);
	const codes = new Uint32Array(given.length);
	let count = 0;
	for (let row = 0; row < given.length; row += 1) {
		const before = given[row];
		if (numbers[before] === -1) {
			numbers[before] = count;
			count += 1;
		}
		codes[row] = numbers[before];
	}
	return {
		column,
		codes,
		count
	};
}
// src/domain/stats/difference.ts
function normalInterval(difference, standardError) {
	return {
		difference,
		low: difference - Z_975 * standardError,
		high: difference + Z_975 * standardError,
		standardError,
		pValue: normalPValue(difference, standardError)
	};
}
function studentInterval(difference, standardError, parts) {
	const freedom = freedomOf(parts);
	const t = studentQuantile(freedom);
	const { skewness, tilt } = shapeOf(parts, t);
	return {
		difference,
		low: difference - standardError * Math.max(t, reach(t, skewness - tilt)),
		high: difference + standardError * Math.max(t, reach(t, -skewness - tilt)),
		standardError,
		pValue: studentPValue(difference, standardError, freedom),
		freedom
	};
}
function shapeOf(parts, t) {
	let [squares, cubes, fourths, normal] = [
		0,
		0,
		0,
		0
	];
	for (const part of parts) {
		squares += part.squares;
		cubes += part.cubes;
		fourths += part.fourths;
		normal += 3 * part.squares * part.squares / part.rows;
	}
	if (!(squares > 0)) return {
		skewness: 0,
		tilt: 0
	};
	const skewness = cubes / squares ** 1.5;
	const excess = (fourths - normal) / (squares * squares) - 1.5 * skewness * skewness;
	return {
		skewness,
		tilt: Math.min(Math.max(0, excess) * t, 1 / (2 * t))
	};
}
function reach(t, skewness) {
	if (Math.abs(skewness) < 1e-5) return t;
	return 3 / skewness * (Math.cbrt(1 + skewness * (t - skewness / 6)) - 1);
}
function freedomOf(parts) {
	let [squares, cubes, fourths, even, few] = [
		0,
		0,
		0,
		0,
		0
	];
	for (const part of parts) {
		squares += part.squares;
		cubes += part.cubes;
		fourths += part.fourths;
		if (part.rows < 2) continue;
		even += part.squares * part.squares / part.rows;
		few += part.squares * part.squares / (part.rows - 1);
	}
	if (!(squares > 0)) return Number.POSITIVE_INFINITY;
	return 1 / (Math.max(few, (fourths - even) / 2) / (squares * squares) + cubes * cubes / squares ** 3);
}
// src/domain/stats/delong.ts
function delongDifference(positive, first, second) {
	const { difference, standardError } = areaChange(positive, first, second);
	return normalInterval(difference, standardError);
}
function delongStudent(positive, first, second) {
	const { difference, standardError, classes } = areaChange(positive, first, second);
	return {
		...studentInterval(difference, standardError, classes),
		pValue: normalPValue(difference, standardError)
	};
}
function areaChange(positive, first, second) {
	const [before, after] = [pairsWonTwice(positive, first), pairsWonTwice(positive, second)];
	const rows = positive.length;
	let [positives, ofPositives, ofNegatives] = [
		0,
		0,
		0
	];
	for (let row = 0; row < rows; row += 1) {
		const change = after[row] - before[row];
		if (positive[row] === 1) {
			positives += 1;
			ofPositives += change;
		} else ofNegatives += change;
	}
	const negatives = rows - positives;
	const [meanOfPositives, meanOfNegatives] = [ofPositives / positives, ofNegatives / negatives];
	let [squaresOfPositives, squaresOfNegatives] = [0, 0];
	let [cubesOfPositives, cubesOfNegatives] = [0, 0];
	let [fourthsOfPositives, fourthsOfNegatives] = [0, 0];
	for (let row = 0; row < rows; row += 1) {
		const change = after[row] - before[row];
		if (positive[row] === 1) {
			const moved = change - meanOfPositives;
			const square = moved * moved;
			squaresOfPositives += square;
			cubesOfPositives += square * moved;
			fourthsOfPositives += square * square;
		} else {
			const moved = change - meanOfNegatives;
			const square = moved * moved;
			squaresOfNegatives += square;
			cubesOfNegatives += square * moved;
			fourthsOfNegatives += square * square;
		}
	}
	const variance = meanVariance(squaresOfPositives, positives) / (2 * negatives) ** 2 + meanVariance(squaresOfNegatives, negatives) / (2 * positives) ** 2;
	return {
		difference: ofPositives / (2 * positives * negatives),
		standardError: Math.sqrt(variance),
		classes: [{
			rows: positives,
			squares: squaresOfPositives,
			cubes: cubesOfPositives,
			fourths: fourthsOfPositives
		}, {
			rows: negatives,
			squares: squaresOfNegatives,
			cubes: cubesOfNegatives,
			fourths: fourthsOfNegatives
		}]
	};
}
function meanVariance(squares, count) {
	return count < 2 ? 0 : squares / (count - 1) / count;
}
// src/domain/comparison/closed-form.ts
function closedForm(value, influence, clusters) {
	const units = unitsOf(influence, clusters);
	if (units === void 0) return void 0;
	return ofUnits(value, {
		units,
		count: units.length,
		rows: influence.length
	});
}
function closedFormOfGroups(value, influence, counts) {
	let rows = 0;
	for (let group = 0; group < counts.length; group += 1) rows += counts[group];
	return rows < 2 ? void 0 : ofUnits(value, {
		units: influence,
		counts,
		count: rows,
		rows
	});
}
function ofUnits(value, { units, counts, count, rows }) {
	let squares = 0;
	for (let unit = 0; unit < units.length; unit += 1) {
		const times = counts === void 0 ? 1 : counts[unit];
		squares += times * units[unit] ** 2;
	}
	return studentInterval(value, Math.sqrt(squares * count / (count - 1)) / rows, [powerSums(units, Math.sqrt(squares / count), counts)]);
}
function powerSums(units, spread, counts) {
	let [rows, squares, cubes, fourths] = [
		0,
		0,
		0,
		0
	];
	for (let unit = 0; unit < units.length; unit += 1) {
		const times = counts === void 0 ? 1 : counts[unit];
		const moved = units[unit] / spread;
		const square = moved * moved;
		rows += times;
		squares += times * square;
		cubes += times * square * moved;
		fourths += times * square * square;
	}
	return {
		rows,
		squares,
		cubes,
		fourths
	};
}
function unitsOf(values, clusters) {
	const units = clusters === void 0 ? values : sumByCluster(values, clusters);
	return units.length < (clusters === void 0 ? 2 : 20) ? void 0 : units;
}
function sumByCluster(influence, { codes, count }) {
	const sums = new Float64Array(count);
	for (let row = 0; row < influence.length; row += 1) {
		const cluster = codes[row];
		sums[cluster] = sums[cluster] + influence[row];
	}
	return sums;
}
// src/domain/comparison/decision-influence.ts
function decisionInfluence(name, decisions, cost) {
	const rows = rowsOfCalls(decisions);
	if (name === "balanced-accuracy") {
		const [recall, specificity] = [RATIOS.recall, RATIOS.specificity].map(([part, whole]) => ofRatio(part, whole, rows));
		if (recall === void 0 || specificity === void 0) return void 0;
		return recall.map((value, call) => (value + specificity[call]) / 2);
	}
	if (name === "matthews") return leftOut(DECISION_METRICS.matthews, decisions);
	const parts = ratioParts(name, cost);
	return parts === void 0 ? void 0 : ofRatio(...parts, rows);
}
function rowsOfCalls({ trueNegative, falsePositive, falseNegative, truePositive }) {
	return [
		trueNegative,
		falsePositive,
		falseNegative,
		truePositive
	];
}
function decisionsOfCalls([trueNegative, falsePositive, falseNegative, truePositive]) {
	return {
		trueNegative,
		falsePositive,
		falseNegative,
		truePositive
	};
}
function ratioParts(name, cost) {
	if (name === "cost") return cost && [[
		cost["true-negative"],
		cost["false-positive"],
		cost["false-negative"],
		cost["true-positive"]
	], EACH];
	return Object.hasOwn(RATIOS, name) ? RATIOS[name] : void 0;
}
const EACH = [
	1,
	1,
	1,
	1
];
const RATIOS = {
	accuracy: [[
		1,
		0,
		0,
		1
	], EACH],
	precision: [[
		0,
		0,
		0,
		1
	], [
		0,
		1,
		0,
		1
	]],
	recall: [[
		0,
		0,
		0,
		1
	], [
		0,
		0,
		1,
		1
	]],
	specificity: [[
		1,
		0,
		0,
		0
	], [
		1,
		1,
		0,
		0
	]],
	f1: [[
		0,
		0,
		0,
		2
	], [
		0,
		1,
		1,
		2
	]]
};
function leftOut(metric, decisions) {
	const rows = rowsOfCalls(decisions);
	const all = rows.reduce((sum, count) => sum + count, 0);
	const value = metric(decisions);
	const moved = rows.map((count, call) => {
		const left = rows.map((other, at) => at === call ? other - 1 : other);
		return count === 0 ? 0 : (all - 1) * (value - metric(decisionsOfCalls(left)));
	});
	const mean = moved.reduce((sum, each, call) => sum + each * rows[call], 0) / all;
	return moved.map((each) => each - mean);
}
function ofRatio(part, whole, rows) {
	const sum = (values) => values.reduce((total, value, call) => total + value * rows[call], 0);
	const below = sum(whole);
	if (below === 0) return void 0;
	const [ratio, scale] = [sum(part) / below, sum(EACH) / below];
	return part.map((value, call) => (value - ratio * whole[call]) * scale);
}
// src/domain/stats/resample.ts
function resample(rows, resamples, seed, statistic, clusters) {
	requireRows(rows, clusters);
	const units = clusters?.count ?? rows;
	const random = randomStream(seed);
	const draws = new Uint32Array(units);
	const ofUnits = new Uint32Array(units);
	const counts = clusters === void 0 ? ofUnits : new Uint32Array(rows);
	const values = new Float64Array(resamples);
	let defined = 0;
	for (let turn = 0; turn < resamples; turn += 1) {
		random.fillBelow(units, draws);
		count(draws, ofUnits);
		if (clusters !== void 0) spread(ofUnits, clusters.codes, counts);
		const value = statistic(counts);
		if (Number.isNaN(value)) continue;
		values[defined] = value;
		defined += 1;
	}
	return values.subarray(0, defined);
}
function count(draws, counts) {
	counts.fill(0);
	for (let index = 0; index < draws.length; index += 1) {
		const unit = draws[index];
		counts[unit] = counts[unit] + 1;
	}
}
function spread(ofClusters, codes, counts) {
	for (let row = 0; row < codes.length; row += 1) counts[row] = ofClusters[codes[row]];
}
function requireRows(rows, clusters) {
	if (rows < 1 || clusters !== void 0 && clusters.count < 1) throw new ModelyardError({
		code: "empty-sample",
		message: "there are no rows to draw from",
		next: "give at least one"
	});
	if (clusters !== void 0 && clusters.codes.length !== rows) throw new ModelyardError({
		code: "shape-mismatch",
		message: `${rows} rows and clusters for ${clusters.codes.length}`,
		next: "name the cluster of each row"
	});
}
// src/domain/stats/sample-quantile.ts
function sampleQuantile(sorted, share) {
	const position = share * (sorted.length - 1);
	const below = Math.floor(position);
	const low = sorted[below];
	const high = sorted[Math.min(below + 1, sorted.length - 1)];
	return low + (position - below) * (high - low);
}
// src/domain/stats/paired-bootstrap.ts
function pairedBootstrap(rows, resamples, seed, statistic, clusters) {
	const values = resample(rows, resamples, seed, statistic, clusters);
	if (values.length * 2 < resamples) return void 0;
	const sorted = values.sort();
	return {
		low: sampleQuantile(sorted, .025),
		high: sampleQuantile(sorted, .975)
	};
}
// src/domain/comparison/drawn-intervals.ts
function drawnIntervals({ rows, resamples, seed, clusters }, width, statistics) {
	if (clusters !== void 0 && clusters.count < 20) return Array(width).fill(void 0);
	const drawn = Array.from({ length: width }, () => new Float64Array(resamples));
	const kept = new Uint32Array(width);
	const keep = (counts) => {
		for (const [index, value] of statistics(counts).entries()) {
			if (Number.isNaN(value)) continue;
			const values = drawn[index];
			const at = kept[index];
			values[at] = value;
			kept[index] = at + 1;
		}
		return 0;
	};
	const spread = new Uint32Array(rows);
	if (clusters === void 0) pairedBootstrap(rows, resamples, seed, keep);
	else pairedBootstrap(clusters.count, resamples, seed, (counts) => keep(spreadCounts(counts, clusters, spread)));
	const method = clusters === void 0 ? "bootstrap-percentile" : "bootstrap-cluster";
	return drawn.map((values, index) => {
		const count = kept[index];
		if (count * 2 < resamples) return void 0;
		const sorted = values.subarray(0, count).sort();
		const [low, high] = [sampleQuantile(sorted, .025), sampleQuantile(sorted, .975)];
		return {
			low,
			high,
			level: .95,
			method,
			resamples,
			seed
		};
	});
}
function spreadCounts(counts, { codes }, into) {
	for (let row = 0; row < into.length; row += 1) into[row] = counts[codes[row]];
	return into;
}
// src/domain/comparison/ranking-influence.ts
function areaInfluence(positive, scores) {
	const ranking = rankingOf(positive, scores);
	const rows = scores.length;
	const positives = positivesOf(ranking);
	const order = ranking.order.map((row, at) => 2 * row + ranking.sortedPositive[at]);
	const won = pairsWonAlong({
		order,
		ends: ranking.ends
	}, positives);
	let wonByPositives = 0;
	for (let row = 0; row < rows; row += 1) if (positive[row] === 1) wonByPositives += won[row];
	const negatives = rows - positives;
	const area = wonByPositives / (2 * positives * negatives);
	const influence = new Float64Array(rows);
	for (let row = 0; row < rows; row += 1) {
		const [own, other] = positive[row] === 1 ? [positives, negatives] : [negatives, positives];
		influence[row] = (won[row] / (2 * other) - area) * weightOf(rows, own);
	}
	return influence;
}
function precisionInfluence(positive, scores) {
	const ranking = rankingOf(positive, scores);
	const { order, sortedPositive, ends } = ranking;
	const rows = order.length;
	const positives = positivesOf(ranking);
	const influence = new Float64Array(rows);
	let [found, sum, gained, lost] = [
		positives,
		0,
		0,
		0
	];
	for (let from = 0; from < rows;) {
		let [to, tied] = [from, 0];
		for (let isOpen = true; isOpen; to += 1) {
			tied += sortedPositive[to];
			isOpen = ends[to] === 0;
		}
		const called = rows - from;
		const precision = found / called;
		sum += tied * precision;
		gained += tied / called;
		lost += tied * precision / called;
		const ofPositive = precision + (gained - lost);
		for (let at = from; at < to; at += 1) influence[order[at]] = sortedPositive[at] === 1 ? ofPositive : 0 - lost;
		found -= tied;
		from = to;
	}
	const [average, weight] = [sum / positives, weightOf(rows, positives)];
	for (let row = 0; row < rows; row += 1) influence[row] = (influence[row] - positive[row] * average) * weight;
	return influence;
}
function weightOf(rows, own) {
	return (rows - 1) / Math.max(1, own - 1);
}
function positivesOf({ sortedPositive }) {
	let positives = 0;
	for (const value of sortedPositive) positives += value;
	return positives;
}
// src/domain/comparison/class-influence.ts
function classInfluence(name, predictions) {
	const { actual, classes } = predictions;
	const width = classes.length;
	const called = calledClasses(predictions);
	const rows = actual.length;
	const moved = movedByCell(name, classTable(actual, called, width), width);
	const influence = new Float64Array(rows);
	for (let row = 0; row < rows; row += 1) influence[row] = (rows - 1) * moved[actual[row] * width + called[row]];
	return influence;
}
function movedByCell(name, table, width) {
	const { part, weight } = CLASS_METRICS[name];
	const counts = countsPerClass(table, width);
	const parts = counts.map(part);
	const weights = counts.map(weight);
	const [above, below] = [sumOf(counts, part), sumOf(counts, weight)];
	const moved = new Float64Array(table.length);
	for (let cell = 0; cell < table.length; cell += 1) {
		if (table[cell] === 0) continue;
		const [is, says] = [Math.floor(cell / width), cell % width];
		let [aboveWithout, belowWithout] = [above, below];
		for (const label of is === says ? [is] : [is, says]) {
			const left = withoutRow(counts[label], label === is, label === says);
			aboveWithout += part(left) - parts[label];
			belowWithout += weight(left) - weights[label];
		}
		moved[cell] = belowWithout === 0 ? 0 : above / below - aboveWithout / belowWithout;
	}
	return moved;
}
function withoutRow({ correct, actual, called }, is, says) {
	return {
		correct: correct - (is && says ? 1 : 0),
		actual: actual - (is ? 1 : 0),
		called: called - (says ? 1 : 0)
	};
}
function meanAreaInfluence(predictions) {
	const columns = columnsByClass(predictions);
	const mean = new Float64Array(predictions.actual.length);
	for (const { positive, scores } of columns) {
		const influence = areaInfluence(positive, scores);
		for (let row = 0; row < mean.length; row += 1) mean[row] = mean[row] + influence[row] / columns.length;
	}
	return mean;
}
function isClassMetric(name) {
	return Object.hasOwn(CLASS_METRICS, name);
}
// src/domain/comparison/influence.ts
function influenceOf(name, predictions, settings) {
	switch (predictions.task) {
		case "binary-classification": return ofBinary(name, predictions, settings);
		case "multiclass-classification":
			if (name === "log-loss") return centred(classLogLosses(predictions));
			if (name === "roc-auc-ovr") return centred(meanAreaInfluence(predictions));
			return isClassMetric(name) ? centred(classInfluence(name, predictions)) : void 0;
		case "regression": return ofRegression(name, predictions.actual, predictions.predicted, settings.quantile);
	}
}
function ofBinary(name, predictions, settings) {
	const { positive, probability } = predictions;
	const { threshold, cost } = settings;
	if (name === "log-loss") return centred(logLosses(positive, probability));
	if (name === "brier") return centred(squaredDistances(positive, probability));
	if (name === "roc-auc") return areaInfluence(positive, probability);
	if (name === "average-precision") return centred(precisionInfluence(positive, probability));
	const { called, decisions } = decisionsAt(positive, probability, threshold);
	const ofCalls = decisionInfluence(name, decisions, cost);
	if (ofCalls === void 0) return void 0;
	const influence = new Float64Array(positive.length);
	for (let row = 0; row < influence.length; row += 1) influence[row] = ofCalls[2 * positive[row] + called[row]];
	return influence;
}
function ofRegression(name, actual, predicted, quantile) {
	const errors = errorsOf(actual, predicted);
	switch (name) {
		case "mae": return centred(errors.map(Math.abs));
		case "mean-error": return centred(errors);
		case "mape": return centred(relativeErrors(errors.map(Math.abs), actual));
		case "pinball-loss": return centred(pinballLosses(errors, quantile));
		case "rmse": {
			const squares = errors.map((error) => error * error);
			const root = Math.sqrt(meanOf(squares));
			return root === 0 ? squares : centred(squares).map((value) => value / (2 * root));
		}
		case "r2": {
			const spread = centred(actual).map((value) => value * value);
			const squares = errors.map((error) => error * error);
			const total = meanOf(spread);
			if (total === 0) return void 0;
			const ratio = meanOf(squares) / total;
			return squares.map((value, row) => (ratio * spread[row] - value) / total);
		}
		default: return;
	}
}
function centred(values) {
	const mean = meanOf(values);
	return values.map((value) => value - mean);
}
function meanOf(values) {
	let sum = 0;
	for (const value of values) sum += value;
	return sum / values.length;
}
// src/domain/comparison/level-intervals.ts
const MAX_ROWS_DRAWN = 2e4;
function levelIntervals(predictions, families, values, settings, drawing) {
	const { rows, clusters } = drawing;
	const intervals = new Map();
	const keep = (name, interval) => {
		if (interval !== void 0) intervals.set(name, withinRange(name, interval));
	};
	const open = [...values.keys()].filter((name) => name !== "calibration-error");
	if (rows > 2e4) {
		const closed = closedLevels(predictions, settings, clusters);
		for (const name of open) {
			const found = closed(name, values.get(name));
			if (found !== void 0) keep(name, {
				...bounds(found),
				level: .95,
				method: "closed-form"
			});
		}
		return intervals;
	}
	if (clusters === void 0 && values.has("roc-auc")) keep("roc-auc", areaInterval(predictions));
	const drawn = open.filter((name) => !intervals.has(name));
	if (drawn.length === 0) return intervals;
	const wanted = families.filter(({ names }) => names.some((name) => drawn.includes(name)));
	const found = drawnIntervals(drawing, drawn.length, (counts) => {
		const resampled = familyValues(wanted, counts);
		return drawn.map((name) => resampled.get(name));
	});
	for (const [index, name] of drawn.entries()) keep(name, found[index]);
	return intervals;
}
function closedLevels(predictions, settings, clusters) {
	const decisions = clusters === void 0 && predictions.task === "binary-classification" ? countDecisions(predictions.positive, calledPositive(predictions.probability, settings.threshold)) : void 0;
	return (name, value) => {
		const ofCalls = decisions && decisionInfluence(name, decisions, settings.cost);
		if (decisions !== void 0 && ofCalls !== void 0) return closedFormOfGroups(value, ofCalls, rowsOfCalls(decisions));
		const influence = influenceOf(name, predictions, settings);
		return influence && closedForm(value, influence, clusters);
	};
}
function areaInterval(predictions) {
	const { positive, probability } = predictions;
	const { low, high } = delongDifference(positive, new Float64Array(probability.length), probability);
	return {
		low: .5 + low,
		high: .5 + high,
		level: .95,
		method: "delong"
	};
}
function bounds({ low, high }) {
	return {
		low,
		high
	};
}
function withinRange(name, interval) {
	if (metricEntry(name).unit !== "share") return interval;
	return {
		...interval,
		low: Math.max(0, interval.low),
		high: Math.min(1, interval.high)
	};
}
// src/domain/comparison/slices.ts
const MOST_VALUES = 50;
const LONGEST_VALUE = 200;
function slicesOf(columns) {
	return columns.flatMap((column) => {
		const byCode = rowsByCode(column);
		const values = [...byCode.keys()].sort(byValue(column.words));
		refuseNoGroups(column, values.map((code) => column.words[code]));
		return values.map((code) => ({
			column: column.name,
			value: column.words[code],
			rows: byCode.get(code)
		}));
	});
}
function rowsByCode({ codes, words }) {
	const sizes = new Uint32Array(words.length);
	for (const code of codes) sizes[code] = sizes[code] + 1;
	const byCode = new Map();
	for (let code = 0; code < words.length; code += 1) if (sizes[code] > 0) byCode.set(code, new Uint32Array(sizes[code]));
	sizes.fill(0);
	for (let row = 0; row < codes.length; row += 1) {
		const code = codes[row];
		const at = sizes[code];
		const rows = byCode.get(code);
		rows[at] = row;
		sizes[code] = at + 1;
	}
	return byCode;
}
function byValue(words) {
	return (first, second) => {
		const [a, b] = [words[first], words[second]];
		if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
		const [x, y] = [Number(a), Number(b)];
		if (Number.isFinite(x) && Number.isFinite(y) && x !== y) return x - y;
		return a < b ? -1 : a > b ? 1 : 0;
	};
}
function refuseNoGroups({ name }, values) {
	const long = values.find((value) => value.length > LONGEST_VALUE);
	if (values.length <= MOST_VALUES && long === void 0) return;
	const numbers = values.every((value) => value === "" || Number.isFinite(Number(value)));
	throw new ModelyardError({
		code: "bad-data",
		message: long === void 0 ? `the column \`${name}\` has ${values.length} values, and slices are made of at most ${MOST_VALUES}` : `the column \`${name}\` holds a value of ${long.length} characters, and a slice's has at most ${LONGEST_VALUE}`,
		next: numbers ? `add a column of ranges to the data, e.g. ${name}_range with values like 0-9, and name that in evaluate.slices` : "add a column of fewer groups to the data and name that in evaluate.slices, or leave the column out"
	});
}
// src/domain/comparison/confidence-estimates.ts
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
function estimatesOn(predictions, settings) {
	if (predictions.task !== "binary-classification" || !predictions.hasProbabilities) return void 0;
	const { positive, probability } = predictions;
	return estimateByConfidence(probability, settings, () => rankingOf(positive, probability));
}
function estimateByConfidence(probability, { threshold, cost }, ranking) {
	const calls = expectedCalls(probability, threshold);
	const chances = chancesOf(probability);
	const positives = calls.expected.truePositive + calls.expected.falseNegative;
	const metrics = new Map();
	for (const name of ESTIMATED_METRICS) {
		if (!enoughOfClasses(name, positives, probability.length - positives)) continue;
		const expectation = name === "roc-auc" ? expectedArea(chances, ranking()) : name === "brier" || name === "log-loss" ? expectedLoss(chances, name === "brier" ? squaredDistances : logLosses) : expectedDecision(name, calls, cost);
		if (expectation !== void 0) metrics.set(name, estimated(name, probability.length, expectation));
	}
	return {
		expected: calls.expected,
		metrics
	};
}
function expectedCalls(probability, threshold) {
	let [truePositive, falsePositive, trueNegative, falseNegative] = [
		0,
		0,
		0,
		0
	];
	let [ofNegative, ofPositive] = [0, 0];
	for (const chance of probability) if (chance >= threshold) {
		truePositive += chance;
		falsePositive += 1 - chance;
		ofPositive += chance * (1 - chance);
	} else {
		falseNegative += chance;
		trueNegative += 1 - chance;
		ofNegative += chance * (1 - chance);
	}
	return {
		expected: {
			truePositive,
			falsePositive,
			trueNegative,
			falseNegative
		},
		variances: [ofNegative, ofPositive]
	};
}
function expectedDecision(name, { expected, variances: [ofNegative, ofPositive] }, cost) {
	const moved = decisionInfluence(name, expected, cost);
	if (moved === void 0) return void 0;
	const [trueNegative, falsePositive, falseNegative, truePositive] = moved;
	return {
		value: name !== "cost" ? DECISION_METRICS[name](expected) : cost ? meanCost(expected, cost) : NaN,
		moved,
		rows: rowsOfCalls(expected),
		variance: ofNegative * (falseNegative - trueNegative) ** 2 + ofPositive * (truePositive - falsePositive) ** 2
	};
}
function chancesOf(probability) {
	const rows = probability.length;
	const chances = new Float64Array(2 * rows);
	chances.set(probability);
	for (let row = 0; row < rows; row += 1) chances[rows + row] = 1 - probability[row];
	return chances;
}
function varianceOf(moved, chances) {
	const rows = moved.length / 2;
	let variance = 0;
	for (let row = 0; row < rows; row += 1) {
		const apart = moved[row] - moved[rows + row];
		variance += chances[row] * chances[rows + row] * apart * apart;
	}
	return variance;
}
function expectedLoss(chances, losses) {
	const rows = chances.length / 2;
	const probability = chances.subarray(0, rows);
	const moved = new Float64Array(2 * rows);
	moved.set(losses(new Uint8Array(rows).fill(1), probability));
	moved.set(losses(new Uint8Array(rows), probability), rows);
	let sum = 0;
	for (let kind = 0; kind < moved.length; kind += 1) sum += chances[kind] * moved[kind];
	const value = sum / rows;
	for (let kind = 0; kind < moved.length; kind += 1) moved[kind] = moved[kind] - value;
	return {
		value,
		moved,
		rows: chances,
		variance: varianceOf(moved, chances)
	};
}
function expectedArea(chances, { order, ends }) {
	const rows = chances.length / 2;
	let [positives, certain] = [0, 0];
	for (let row = 0; row < rows; row += 1) {
		const chance = chances[row];
		positives += chance;
		certain += chance * (1 - chance);
	}
	const negatives = rows - positives;
	const pairs = positives * negatives - certain;
	const won = new Float64Array(2 * rows);
	let [below, above, sum, start] = [
		0,
		positives,
		0,
		0
	];
	for (let at = 0; at < rows; at += 1) {
		if (ends[at] !== 1) continue;
		const chance = chances[order[at]];
		const size = at + 1 - start;
		above -= size * chance;
		const [losers, winners] = [below + (size - 1) * (1 - chance) / 2, above + (size - 1) * chance / 2];
		for (; start <= at; start += 1) {
			won[order[start]] = losers;
			won[rows + order[start]] = winners;
		}
		sum += size * chance * losers;
		below += size * (1 - chance);
	}
	const value = sum / pairs;
	const scale = rows / pairs;
	for (let row = 0; row < rows; row += 1) {
		const chance = chances[row];
		won[row] = scale * (won[row] - value * (negatives - 1 + chance));
		won[rows + row] = scale * (won[rows + row] - value * (positives - chance));
	}
	return {
		value,
		moved: won,
		rows: chances,
		variance: varianceOf(won, chances)
	};
}
function estimated(name, rows, { value, moved, rows: counts, variance }) {
	const within = ({ low, high }) => withinRange(name, {
		low,
		high,
		level: .95,
		method: "closed-form"
	});
	return {
		value,
		ofPopulation: () => within(closedFormOfGroups(value, moved, counts) ?? {
			low: -Infinity,
			high: Infinity
		}),
		onLabels: within(normalInterval(value, Math.sqrt(variance) / rows))
	};
}
// src/domain/comparison/confusion.ts
const MOST_CLASSES$1 = 50;
function confusionOf(predictions, { threshold }) {
	if (predictions.task === "regression" || predictions.classes.length > MOST_CLASSES$1) return void 0;
	if (predictions.task === "binary-classification") {
		const { positive, probability } = predictions;
		const found = countDecisions(positive, calledPositive(probability, threshold));
		return [[found.trueNegative, found.falsePositive], [found.falseNegative, found.truePositive]];
	}
	const width = predictions.classes.length;
	const table = classTable(predictions.actual, calledClasses(predictions), width);
	return Array.from({ length: width }, (_, row) => [...table.subarray(row * width, (row + 1) * width)]);
}
// src/domain/comparison/curves.ts
const MOST_POINTS = 201;
function curvesOf(predictions) {
	if (predictions.task === "regression") return { residuals: residualQuantiles(predictions) };
	if (predictions.task === "multiclass-classification" || !predictions.hasProbabilities) return void 0;
	return {
		...rankCurves(predictions),
		calibration: calibration(predictions)
	};
}
function rankCurves({ positive, probability }) {
	const { sortedPositive, ends } = rankingOf(positive, probability);
	let positives = 0;
	for (const value of positive) positives += value;
	const negatives = positive.length - positives;
	if (positives === 0 || negatives === 0) return {};
	const roc = [[0, 0]];
	const precisionRecall = [];
	let [found, wrong] = [0, 0];
	for (let at = sortedPositive.length - 1; at >= 0; at -= 1) {
		if (sortedPositive[at] === 1) found += 1;
		else wrong += 1;
		if (at > 0 && ends[at - 1] === 0) continue;
		roc.push([wrong / negatives, found / positives]);
		precisionRecall.push([found / positives, found / (found + wrong)]);
	}
	return {
		roc: thinned(roc),
		"precision-recall": thinned(precisionRecall)
	};
}
function thinned(points) {
	const most = Math.min(MOST_POINTS, points.length);
	return Array.from({ length: most }, (_, index) => {
		const [x, y] = points[most === 1 ? 0 : Math.round(index * (points.length - 1) / (most - 1))];
		return [rounded(x), rounded(y)];
	});
}
function calibration({ positive, probability }) {
	const sums = sumBins(calibrationBins(probability), positive, probability);
	return Array.from({ length: 10 }, (_, bin) => {
		const rows = sums.rows[bin];
		return {
			rows,
			predicted: rounded(sums.predicted[bin] / rows),
			observed: rounded(sums.positives[bin] / rows)
		};
	}).filter(({ rows }) => rows > 0);
}
function residualQuantiles({ actual, predicted }) {
	const errors = errorsOf(actual, predicted).filter(Number.isFinite).sort();
	if (errors.length === 0) return [];
	const count = Math.min(MOST_POINTS, errors.length);
	return Array.from({ length: count }, (_, index) => {
		const share = count === 1 ? .5 : index / (count - 1);
		return [rounded(share), rounded(sampleQuantile(errors, share))];
	});
}
function rounded(value) {
	return Number(value.toPrecision(6));
}
// src/domain/comparison/per-class.ts
const MOST_CLASSES = 1e3;
function perClass(predictions) {
	const { actual, classes } = predictions;
	if (classes.length > MOST_CLASSES) return void 0;
	const table = classTable(actual, calledClasses(predictions), classes.length);
	return countsPerClass(table, classes.length).map((counts, label) => ({
		class: classes[label],
		rows: counts.actual,
		precision: counts.called === 0 ? 0 : counts.correct / counts.called,
		...counts.actual === 0 ? {} : { recall: counts.correct / counts.actual },
		f1: classF1(counts)
	}));
}
// src/domain/comparison/measure.ts
const LEVEL_DRAWING = {
	resamples: 2e3,
	seed: 0
};
function evaluatePredictions(predictions, target, options = {}) {
	const settings = settingsInEffect(options.settings);
	const { families, metrics, missing } = measured(predictions, settings);
	const rows = rowsOf(predictions);
	const isFull = options.intervals === true;
	const intervals = isFull ? levelIntervals(predictions, families, metrics, settings, {
		...LEVEL_DRAWING,
		rows,
		clusters: options.clusters
	}) : void 0;
	const estimated = isFull ? estimatedIn(predictions, settings, metrics) : {};
	const slices = slicesOf(options.slices ?? []).map((slice) => sliceMetrics(predictions, settings, slice, isFull));
	const confusion = confusionOf(predictions, settings);
	const curves = curvesOf(predictions);
	const classes = predictions.task === "multiclass-classification" ? perClass(predictions) : void 0;
	return {
		...settingOf(predictions, target, options.settings),
		metrics: Object.fromEntries(metrics),
		...filled({ undefined: Object.fromEntries(missing) }, missing.size),
		...filled({ intervals: Object.fromEntries(intervals ?? []) }, intervals?.size ?? 0),
		...estimated,
		...confusion === void 0 ? {} : { confusion },
		...curves === void 0 ? {} : { curves },
		...filled({ slices }, slices.length),
		...classes === void 0 ? {} : { "per-class": classes }
	};
}
function measured(predictions, settings) {
	const why = whyUndefined([predictions]);
	const names = metricsComputed(predictions, settings);
	const families = prepareFamilies(predictions, settings, names.filter((name) => why(name) === void 0));
	const values = familyValues(families);
	const metrics = new Map();
	const missing = new Map();
	for (const name of names) {
		const value = values.get(name) ?? NaN;
		const reason = why(name);
		if (reason === void 0 && Number.isFinite(value)) metrics.set(name, value);
		else missing.set(name, reason ?? "it is not a finite number on these rows");
	}
	return {
		families,
		metrics,
		missing
	};
}
function estimatedIn(predictions, settings, measured) {
	const estimates = [...estimatesOn(predictions, settings)?.metrics ?? []].filter(([name]) => measured.has(name)).map(([name, { value, onLabels }]) => [name, {
		value,
		low: onLabels.low,
		high: onLabels.high
	}]);
	return filled({ estimated: Object.fromEntries(estimates) }, estimates.length);
}
function sliceMetrics(predictions, settings, { column, value, rows }, isFull) {
	const part = partOf(predictions, rows);
	const { metrics, missing } = measured(part, settings);
	return {
		column,
		value,
		rows: rows.length,
		...part.task === "binary-classification" ? { "positive-rows": positiveRows(part) } : {},
		metrics: Object.fromEntries(metrics),
		...filled({ undefined: Object.fromEntries(missing) }, missing.size),
		...isFull ? estimatedIn(part, settings, metrics) : {}
	};
}
function partOf(predictions, rows) {
	const part = selectRows(predictions, rows);
	if (part.task === "binary-classification" && predictions.task === "binary-classification") rankPart(rankingOf(predictions.positive, predictions.probability), rows, part);
	return part;
}
function filled(part, size) {
	return size === 0 ? {} : part;
}
// src/domain/comparison/repeated-keys.ts
function repeatedKeys({ codes, words }) {
	const seen = new Uint8Array(words.length);
	let repeated = 0;
	for (const code of codes) {
		if (words[code] === "") continue;
		repeated += seen[code];
		seen[code] = 1;
	}
	return repeated;
}
// src/commands/evaluation-columns.ts
const BATCH_ROWS = 65536;
async function readMeasuredBy({ evaluate }, data, tables, found) {
	const columns = found ?? await readTextColumns(columnsNamed(evaluate ?? {}), data, tables);
	const { slices = [], cluster, key } = evaluate ?? {};
	const column = (name) => columns.get(name);
	return {
		settings: settingsIn(evaluate ?? {}),
		slices: slices.map(column),
		clusters: cluster === void 0 ? void 0 : clustersOf(column(cluster)),
		repeatedKeys: key === void 0 ? 0 : repeatedKeys(column(key))
	};
}
function settingsIn(evaluate) {
	const names = Object.keys(MetricSettings.shape);
	return Object.fromEntries(names.flatMap((name) => evaluate[name] === void 0 ? [] : [[name, evaluate[name]]]));
}
async function readTextColumns(names, data, tables) {
	if (names.length === 0) return new Map();
	const collectors = new Map(names.map((name) => [name, new TargetCollector()]));
	const columns = names.map((name) => ({
		name,
		kind: "text"
	}));
	for await (const batch of readRows(tables, data, columns, BATCH_ROWS)) for (const [index, values] of batch.columns.entries()) collectors.get(names[index] ?? "")?.add(values);
	return new Map([...collectors].map(([name, collector]) => [name, {
		name,
		...collector.text()
	}]));
}
export { clustersOfRows as S, powerSums as _, evaluatePredictions as a, freedomOf as b, slicesOf as c, withinRange as d, influenceOf as f, closedForm as g, ratioParts as h, LEVEL_DRAWING as i, MAX_ROWS_DRAWN as l, decisionInfluence as m, readTextColumns as n, ASSUMPTIONS as o, drawnIntervals as p, settingsIn as r, estimatesOn as s, readMeasuredBy as t, levelIntervals as u, unitsOf as v, studentInterval as x, delongStudent as y };
