import { c as ModelyardError } from "./run.mjs";
import { a as metricEntry, o as metricsOf } from "./metric-catalogue.mjs";
import { d as MetricSettings, p as settingsInEffect } from "./tests.mjs";
import { n as ascendingRanking, r as taggedRanking, t as ascendingOrder } from "./order.mjs";
import { t as randomStream } from "./random.mjs";
import { p as columnsNamed } from "./evidence-file.mjs";
import { a as TargetCollector, i as readRows } from "./read-predictions.mjs";
import { a as meanCost, c as classTable, d as rowsOf$1, h as settingOf, i as decisionsAt, l as countsPerClass, m as selectRows, n as calledPositive, o as calledClasses, p as samePredictions, r as countDecisions, s as classF1, t as DECISION_METRICS, u as positiveRows } from "./decisions.mjs";
import { a as normalQuantile, i as normalPValue, o as studentPValue, r as Z_975, s as studentQuantile } from "./proportion.mjs";
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
// src/domain/stats/roc.ts
function pairsWonTwice(positive, scores) {
	return pairsWonAlong(taggedRanking(scores, positive), countPositives(positive, scores));
}
function pairsWonAlong({ order, ends }, positives) {
	const won = new Uint32Array(order.length);
	let positivesBelow = 0;
	let negativesBelow = 0;
	for (let from = 0; from < order.length;) {
		let to = from;
		let tiedPositives = 0;
		for (let isOpen = true; isOpen; to += 1) {
			tiedPositives += order[to] & 1;
			isOpen = ends[to] === 0;
		}
		const tiedNegatives = to - from - tiedPositives;
		const byPositive = 2 * negativesBelow + tiedNegatives;
		const byNegative = 2 * (positives - positivesBelow) - tiedPositives;
		for (let at = from; at < to; at += 1) {
			const tagged = order[at];
			won[tagged >>> 1] = byNegative + (tagged & 1) * (byPositive - byNegative);
		}
		positivesBelow += tiedPositives;
		negativesBelow += tiedNegatives;
		from = to;
	}
	return won;
}
function countPositives(positive, scores) {
	if (positive.length !== scores.length) throw new ModelyardError({
		code: "shape-mismatch",
		message: `${positive.length} labels and ${scores.length} scores`,
		next: "give one score for each label"
	});
	let count = 0;
	for (const value of positive) count += value;
	if (count === 0 || count === positive.length) throw new ModelyardError({
		code: "empty-sample",
		message: "the rows hold one class only",
		next: "evaluate on rows of both classes"
	});
	return count;
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
	const rows = counts.reduce((sum, count) => sum + count, 0);
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
const known$2 = new WeakMap();
function calibrationBins(probability) {
	const before = known$2.get(probability);
	if (before !== void 0) return before;
	const bins = new Uint8Array(probability.length);
	for (let row = 0; row < bins.length; row += 1) {
		const value = probability[row];
		const guess = Math.min(9, Math.max(0, Math.floor(value * 10)));
		bins[row] = guess > 0 && value <= guess * (1 / 10) ? guess - 1 : guess;
	}
	known$2.set(probability, bins);
	return bins;
}
function sumBins(bins, positive, probability, counts) {
	const rows = new Float64Array(10);
	const predicted = new Float64Array(10);
	const positives = new Float64Array(10);
	for (let row = 0; row < bins.length; row += 1) {
		const bin = bins[row];
		const count = counts === void 0 ? 1 : counts[row];
		rows[bin] = rows[bin] + count;
		predicted[bin] = predicted[bin] + count * probability[row];
		positives[bin] = positives[bin] + count * positive[row];
	}
	return {
		rows,
		predicted,
		positives
	};
}
function calibrationError({ rows, predicted, positives }) {
	let [sum, all] = [0, 0];
	for (let bin = 0; bin < 10; bin += 1) {
		sum += Math.abs(positives[bin] - predicted[bin]);
		all += rows[bin];
	}
	return sum / all;
}
// src/domain/comparison/ranking.ts
const known$1 = new WeakMap();
function rankingOf(positive, scores) {
	const before = known$1.get(scores);
	if (before?.positive === positive) return before;
	const { order, ends } = ascendingRanking(scores);
	const sortedPositive = new Uint8Array(order.length);
	for (let at = 0; at < order.length; at += 1) sortedPositive[at] = positive[order[at]];
	const ranking = {
		order,
		sortedPositive,
		ends,
		positive
	};
	known$1.set(scores, ranking);
	return ranking;
}
function rankPart(whole, rows, { positive, probability }) {
	const places = new Uint32Array(whole.order.length);
	for (let at = 0; at < rows.length; at += 1) places[rows[at]] = at + 1;
	const order = new Uint32Array(rows.length);
	const sortedPositive = new Uint8Array(rows.length);
	const ends = new Uint8Array(rows.length);
	let found = 0;
	for (let at = 0; at < whole.order.length; at += 1) {
		const place = places[whole.order[at]];
		if (place > 0) {
			order[found] = place - 1;
			sortedPositive[found] = whole.sortedPositive[at];
			found += 1;
		}
		if (whole.ends[at] === 1 && found > 0) ends[found - 1] = 1;
	}
	const ranking = {
		order,
		sortedPositive,
		ends,
		positive
	};
	known$1.set(probability, ranking);
	return ranking;
}
function rankFigures(ranking, liftAt, counts) {
	const { sortedPositive, ends } = ranking;
	const { weights, all, allPositives } = weighted(ranking, counts);
	const allNegatives = all - allPositives;
	if (allPositives === 0 || allNegatives === 0) return {
		area: NaN,
		precision: NaN,
		separation: NaN,
		lift: NaN
	};
	const looked = liftAt * all;
	let [positives, negatives, tiedPositives, tiedNegatives] = [
		0,
		0,
		0,
		0
	];
	let [area, precision, separation, lifted] = [
		0,
		0,
		0,
		0
	];
	for (let at = sortedPositive.length - 1; at >= 0; at -= 1) {
		const count = weights[at];
		const hits = count * sortedPositive[at];
		tiedPositives += hits;
		tiedNegatives += count - hits;
		if (at > 0 && ends[at - 1] === 0) continue;
		area += tiedNegatives * (positives + tiedPositives / 2);
		if (tiedPositives > 0) {
			const room = looked - positives - negatives;
			if (room > 0) lifted += tiedPositives * Math.min(1, room / (tiedPositives + tiedNegatives));
			positives += tiedPositives;
			negatives += tiedNegatives;
			precision += tiedPositives * (positives / (positives + negatives));
			separation = Math.max(separation, positives / allPositives - negatives / allNegatives);
			tiedPositives = 0;
		} else negatives += tiedNegatives;
		tiedNegatives = 0;
	}
	return {
		area: area / (allPositives * allNegatives),
		precision: precision / allPositives,
		separation,
		lift: lifted / looked / (allPositives / all)
	};
}
function rankArea(ranking, counts) {
	const { sortedPositive, ends } = ranking;
	const { weights, all, allPositives } = weighted(ranking, counts);
	let [positives, tiedPositives, tiedNegatives, area] = [
		0,
		0,
		0,
		0
	];
	for (let at = sortedPositive.length - 1; at >= 0; at -= 1) {
		const count = weights[at];
		const hits = count * sortedPositive[at];
		tiedPositives += hits;
		tiedNegatives += count - hits;
		if (at > 0 && ends[at - 1] === 0) continue;
		area += tiedNegatives * (positives + tiedPositives / 2);
		positives += tiedPositives;
		tiedPositives = 0;
		tiedNegatives = 0;
	}
	return area / (allPositives * (all - allPositives));
}
let scratch = new Uint32Array(0);
function weighted({ order, sortedPositive }, counts) {
	if (scratch.length < order.length) scratch = new Uint32Array(order.length);
	const weights = scratch;
	let [all, allPositives] = [0, 0];
	for (let at = 0; at < order.length; at += 1) {
		const count = counts === void 0 ? 1 : counts[order[at]];
		weights[at] = count;
		all += count;
		allPositives += count * sortedPositive[at];
	}
	return {
		weights,
		all,
		allPositives
	};
}
// src/domain/comparison/weighted-metric.ts
function single(name, metric) {
	return {
		names: [name],
		values: (counts) => [metric(counts)]
	};
}
function weightedMean(values) {
	return (counts) => {
		let sum = 0;
		let total = 0;
		for (let row = 0; row < values.length; row += 1) {
			const count = counts === void 0 ? 1 : counts[row];
			sum += count * values[row];
			total += count;
		}
		return sum / total;
	};
}
// src/domain/comparison/binary-metrics.ts
const CLIP$1 = Number.EPSILON;
const RANKS = [
	"roc-auc",
	"average-precision",
	"ks-separation",
	"lift"
];
const DECISIONS = Object.keys(DECISION_METRICS);
function binaryFamilies(predictions, settings, wanted) {
	const { positive, probability } = predictions;
	const families = [];
	if (RANKS.some((name) => wanted.has(name))) {
		const ranking = rankingOf(positive, probability);
		families.push({
			names: RANKS,
			values: (counts) => {
				const { area, precision, separation, lift } = rankFigures(ranking, settings.liftAt, counts);
				return [
					area,
					precision,
					separation,
					lift
				];
			}
		});
	}
	if (DECISIONS.some((name) => wanted.has(name)) || wanted.has("cost")) families.push(decisionFamily(predictions, settings));
	if (wanted.has("log-loss")) families.push(single("log-loss", weightedMean(logLosses(positive, probability))));
	if (wanted.has("brier")) families.push(single("brier", weightedMean(squaredDistances(positive, probability))));
	if (wanted.has("calibration-error")) {
		const bins = calibrationBins(probability);
		families.push(single("calibration-error", (counts) => calibrationError(sumBins(bins, positive, probability, counts))));
	}
	return families;
}
function decisionFamily({ positive, probability }, { threshold, cost }) {
	const { called, decisions: once } = decisionsAt(positive, probability, threshold);
	return {
		names: [...DECISIONS, "cost"],
		values: (counts) => {
			const decisions = counts === void 0 ? once : countDecisions(positive, called, counts);
			return [...DECISIONS.map((name) => DECISION_METRICS[name](decisions)), cost === void 0 ? NaN : meanCost(decisions, cost)];
		}
	};
}
const logLosses = rowByRow((positive, value) => {
	const clipped = Math.min(1 - CLIP$1, Math.max(CLIP$1, value));
	return -Math.log(positive === 1 ? clipped : 1 - clipped);
});
const squaredDistances = rowByRow((positive, value) => (value - positive) ** 2);
function rowByRow(loss) {
	const known = new WeakMap();
	return (positive, probability) => {
		const before = known.get(probability);
		if (before?.positive === positive) return before.losses;
		const losses = new Float64Array(probability.length);
		for (let row = 0; row < losses.length; row += 1) losses[row] = loss(positive[row], probability[row]);
		known.set(probability, {
			positive,
			losses
		});
		return losses;
	};
}
// src/domain/comparison/multiclass-metrics.ts
const CLIP = Number.EPSILON;
function multiclassFamilies(predictions, wanted) {
	const { actual, classes } = predictions;
	const families = [];
	if (CLASS_NAMES.some((name) => wanted.has(name))) {
		const called = calledClasses(predictions);
		families.push({
			names: CLASS_NAMES,
			values: (counts) => {
				const found = countsPerClass(classTable(actual, called, classes.length, counts), classes.length);
				return CLASS_NAMES.map((name) => {
					const { part, weight } = CLASS_METRICS[name];
					return sumOf(found, part) / sumOf(found, weight);
				});
			}
		});
	}
	if (wanted.has("log-loss")) families.push(single("log-loss", weightedMean(classLogLosses(predictions))));
	if (wanted.has("roc-auc-ovr")) families.push(single("roc-auc-ovr", oneAgainstRest(predictions)));
	return families;
}
function classLogLosses({ actual, classes, probabilities }) {
	const losses = new Float64Array(actual.length);
	for (let row = 0; row < losses.length; row += 1) {
		const value = probabilities[row * classes.length + actual[row]];
		losses[row] = -Math.log(Math.min(1 - CLIP, Math.max(CLIP, value)));
	}
	return losses;
}
const rowsOf = ({ actual }) => actual;
const isPresent = ({ actual }) => actual > 0 ? 1 : 0;
const CLASS_METRICS = {
	accuracy: {
		part: ({ correct }) => correct,
		weight: rowsOf
	},
	"balanced-accuracy": {
		part: ({ correct, actual }) => actual > 0 ? correct / actual : 0,
		weight: isPresent
	},
	"macro-f1": {
		part: classF1,
		weight: ({ actual, called }) => actual + called > 0 ? 1 : 0
	},
	"weighted-f1": {
		part: (counts) => classF1(counts) * counts.actual,
		weight: rowsOf
	}
};
const CLASS_NAMES = Object.keys(CLASS_METRICS);
function sumOf(items, value) {
	return items.reduce((sum, item) => sum + value(item), 0);
}
function oneAgainstRest(predictions) {
	const rankings = columnsByClass(predictions).map(({ positive, scores }) => rankingOf(positive, scores));
	return (counts) => sumOf(rankings, (ranking) => rankArea(ranking, counts)) / rankings.length;
}
const known = new WeakMap();
function columnsByClass(predictions) {
	const before = known.get(predictions);
	if (before !== void 0) return before;
	const { actual, classes, probabilities } = predictions;
	const width = classes.length;
	const columns = classes.map((_, label) => {
		const positive = new Uint8Array(actual.length);
		const scores = new Float64Array(actual.length);
		for (let row = 0; row < actual.length; row += 1) {
			positive[row] = actual[row] === label ? 1 : 0;
			scores[row] = probabilities[row * width + label];
		}
		return {
			positive,
			scores
		};
	});
	known.set(predictions, columns);
	return columns;
}
// src/domain/comparison/ranking-influence.ts
function areaInfluence(positive, scores) {
	const ranking = rankingOf(positive, scores);
	const rows = scores.length;
	const positives = positivesOf(ranking);
	const won = pairsWonAlong({
		order: ranking.order.map((row, at) => 2 * row + ranking.sortedPositive[at]),
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
// src/domain/comparison/regression-metrics.ts
function regressionFamilies({ actual, predicted }, { quantile }, wanted) {
	const errors = errorsOf(actual, predicted);
	const absolute = errors.map(Math.abs);
	return [
		["rmse", () => rootMeanSquare(errors)],
		["mae", () => weightedMean(absolute)],
		["median-absolute-error", () => weightedMedian(absolute)],
		["mape", () => weightedMean(relativeErrors(absolute, actual))],
		["pinball-loss", () => weightedMean(pinballLosses(errors, quantile))],
		["r2", () => coefficientOfDetermination(actual, errors)],
		["mean-error", () => weightedMean(errors)]
	].flatMap(([name, prepare]) => wanted.has(name) ? [single(name, prepare())] : []);
}
function errorsOf(actual, predicted) {
	return predicted.map((value, row) => value - actual[row]);
}
function relativeErrors(absolute, actual) {
	return absolute.map((error, row) => error / Math.max(Number.EPSILON, Math.abs(actual[row])));
}
function pinballLosses(errors, quantile) {
	return errors.map((error) => error < 0 ? -quantile * error : (1 - quantile) * error);
}
function rootMeanSquare(errors) {
	const meanSquare = weightedMean(errors.map((error) => error * error));
	return (counts) => Math.sqrt(meanSquare(counts));
}
function coefficientOfDetermination(actual, errors) {
	const mean = weightedMean(actual);
	return (counts) => {
		const centre = mean(counts);
		let [residual, total] = [0, 0];
		for (let row = 0; row < actual.length; row += 1) {
			const count = counts === void 0 ? 1 : counts[row];
			residual += count * errors[row] ** 2;
			total += count * (actual[row] - centre) ** 2;
		}
		return total === 0 ? NaN : 1 - residual / total;
	};
}
function weightedMedian(values) {
	const order = ascendingOrder(values);
	return (counts) => {
		const countOf = (row) => counts === void 0 ? 1 : counts[row];
		let total = 0;
		for (const row of order) total += countOf(row);
		const [lower, upper] = [Math.floor((total - 1) / 2), Math.floor(total / 2)];
		let seen = 0;
		let low = NaN;
		for (const row of order) {
			seen += countOf(row);
			if (Number.isNaN(low) && seen > lower) low = values[row];
			if (seen > upper) return (low + values[row]) / 2;
		}
		return NaN;
	};
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
// src/domain/comparison/metric-families.ts
function metricsComputed({ task }, { cost }) {
	return metricsOf(task).filter((name) => name !== "cost" || cost !== void 0);
}
function prepareFamilies(predictions, settings, wanted) {
	const names = new Set(wanted);
	switch (predictions.task) {
		case "binary-classification": return binaryFamilies(predictions, settings, names);
		case "multiclass-classification": return multiclassFamilies(predictions, names);
		case "regression": return regressionFamilies(predictions, settings, names);
	}
}
function familyValues(families, counts) {
	return new Map(families.flatMap(({ names, values }) => {
		const found = values(counts);
		return names.map((name, index) => [name, found[index]]);
	}));
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
// src/domain/stats/closed-form.ts
function mean$1(values) {
	let sum = 0;
	for (let row = 0; row < values.length; row += 1) sum += values[row];
	return sum / values.length;
}
// src/domain/stats/ratio-of-means.ts
function ratioOfMeans(above, below) {
	const rows = above.length;
	const [top, bottom] = [mean$1(above), mean$1(below)];
	if (rows < 2 || !(bottom > 0)) return void 0;
	const estimate = top / bottom;
	const moments = momentsOf(above, below, estimate, bottom);
	const intervalAt = (ratio) => {
		const parts = moments(ratio);
		const standardError = Math.sqrt(parts.squares * rows / (rows - 1)) / rows;
		return studentInterval(estimate - ratio, standardError, [parts]);
	};
	const { standardError, freedom } = intervalAt(estimate);
	const low = endBeside(estimate, -standardError, (ratio) => intervalAt(ratio).low > 0);
	const high = endBeside(estimate, standardError, (ratio) => intervalAt(ratio).high < 0);
	if (low === void 0 || high === void 0) return void 0;
	return {
		low,
		high,
		standardError,
		pValue: intervalAt(0).pValue,
		...freedom && { freedom }
	};
}
function momentsOf(above, below, estimate, bottom) {
	const sums = Array.from({ length: 5 }, () => new Float64Array(5));
	for (let row = 0; row < above.length; row += 1) {
		const [one, other] = [above[row] / bottom - estimate, below[row] / bottom - 1];
		let first = 1;
		for (let i = 0; i <= 4; i += 1, first *= one) {
			const line = sums[i];
			for (let j = Math.max(0, 2 - i), power = first * other ** j; j <= 4 - i; j += 1, power *= other) line[j] = line[j] + power;
		}
	}
	const power = (degree, ratio) => {
		let sum = 0;
		for (let j = 0; j <= degree; j += 1) sum += (CHOOSE[degree]?.[j] ?? 0) * (-ratio) ** j * sums[degree - j][j];
		return sum;
	};
	return (ratio) => ({
		rows: above.length,
		squares: Math.max(0, power(2, ratio)),
		cubes: power(3, ratio),
		fourths: power(4, ratio)
	});
}
const CHOOSE = {
	2: [
		1,
		2,
		1
	],
	3: [
		1,
		3,
		3,
		1
	],
	4: [
		1,
		4,
		6,
		4,
		1
	]
};
function endBeside(from, step, isOut) {
	if (step === 0) return from;
	let [near, far] = [from, from + step];
	for (let doubled = step; !isOut(far); doubled *= 2) {
		if (Math.abs(doubled) > 1e6 * Math.abs(step)) return void 0;
		[near, far] = [far, far + doubled];
	}
	for (let turn = 0; turn < 60; turn += 1) {
		const middle = (near + far) / 2;
		if (isOut(middle)) far = middle;
		else near = middle;
	}
	return (near + far) / 2;
}
// src/domain/stats/paired-ratio.ts
const UNSEEN = 1e-6;
const EXACT = 1e-9;
function pairedRatioInterval(cells) {
	const counted = cells.filter(({ first, second }) => first.below !== 0 || second.below !== 0).map((cell) => ({
		...cell,
		rows: cell.rows + UNSEEN
	}));
	const [before, after] = [ratioOf(cells, "first"), ratioOf(cells, "second")];
	if (before === void 0 || after === void 0) return void 0;
	const estimate = after - before;
	const statistic = scoreStatistic$1(counted, before, estimate);
	const step = 4 / Math.sqrt(counted.reduce((sum, { rows }) => sum + rows, 0));
	return {
		low: rootBeside(estimate, -step, -1, (delta) => statistic(delta) - Z_975),
		high: rootBeside(estimate, step, 1, (delta) => statistic(delta) + Z_975),
		pValue: normalPValue(statistic(0), 1)
	};
}
function ratioOf(cells, model) {
	let [above, below] = [0, 0];
	for (const cell of cells) {
		above += cell.rows * cell[model].above;
		below += cell.rows * cell[model].below;
	}
	return below === 0 ? void 0 : above / below;
}
function scoreStatistic$1(cells, before, estimate) {
	const likeliest = likeliestChances(cells);
	const rows = cells.reduce((sum, cell) => sum + cell.rows, 0);
	let level = before;
	return (delta) => {
		const [least, most] = [Math.max(0, -delta) + EXACT, Math.min(1, 1 - delta) - EXACT];
		if (least < most) {
			const start = Math.min(Math.max(level, least), most);
			const slope = (ratio) => likeliest(ratio, delta).slope;
			const way = slope(start) > 0 ? 1 : -1;
			level = rootBeside(start, .01 * way, way > 0 ? most : least, slope);
		}
		const { squares, cubes } = likeliest(level, delta);
		const distance = Math.sqrt(squares * (rows - 1) / rows);
		return Math.sign(estimate - delta) * Math.min(distance, unskewed(distance, cubes / squares ** 1.5));
	};
}
function unskewed(score, skewness) {
	if (!(score > 1 && skewness > 1e-5)) return score;
	return 6 / skewness * (Math.cbrt(1 + skewness * score / 2) - 1) + skewness / 6;
}
function likeliestChances(cells) {
	const rows = Float64Array.from(cells, (cell) => cell.rows);
	const all = rows.reduce((sum, count) => sum + count, 0);
	const [first, second, by] = [
		rows.slice(),
		rows.slice(),
		rows.slice()
	];
	let [lambda, mu] = [0, 0];
	const divide = (x, y) => {
		let sum = 0;
		for (let cell = 0; cell < rows.length; cell += 1) {
			const divisor = 1 + x * first[cell] + y * second[cell];
			if (divisor <= 0) return Number.NEGATIVE_INFINITY;
			by[cell] = divisor;
			sum += rows[cell] * Math.log(divisor);
		}
		return sum;
	};
	return (ratio, delta) => {
		for (const [cell, { first: one, second: other }] of cells.entries()) {
			first[cell] = one.above - ratio * one.below;
			second[cell] = other.above - (ratio + delta) * other.below;
		}
		let here = divide(lambda, mu);
		if (here === Number.NEGATIVE_INFINITY) {
			[lambda, mu] = [0, 0];
			here = divide(0, 0);
		}
		for (let turn = 0; turn < 60; turn += 1) {
			const { x, y, gain } = newtonStep(rows, first, second, by);
			if (!(gain > 1e-14)) break;
			let share = 1;
			let next = divide(lambda + x, mu + y);
			while (share > 1e-9 && next < here + 1e-4 * share * gain) {
				share /= 2;
				next = divide(lambda + share * x, mu + share * y);
			}
			[lambda, mu, here] = [
				lambda + share * x,
				mu + share * y,
				next
			];
		}
		let [squares, cubes, slope] = [
			0,
			0,
			0
		];
		for (const [cell, { first: one, second: other }] of cells.entries()) {
			const [count, divisor] = [rows[cell], by[cell]];
			const expected = count / divisor;
			squares += (count - expected) ** 2 / expected;
			cubes += (count - expected) ** 3 / expected ** 2;
			slope += expected / all * (lambda * one.below + mu * other.below);
		}
		return {
			squares,
			cubes,
			slope
		};
	};
}
function newtonStep(rows, first, second, by) {
	let [alongFirst, alongSecond, xx, xy, yy] = [
		0,
		0,
		0,
		0,
		0
	];
	for (let cell = 0; cell < rows.length; cell += 1) {
		const [a, b, divisor] = [
			first[cell],
			second[cell],
			by[cell]
		];
		const weight = rows[cell] / divisor;
		const square = weight / divisor;
		alongFirst += weight * a;
		alongSecond += weight * b;
		xx += square * a * a;
		xy += square * a * b;
		yy += square * b * b;
	}
	const determinant = xx * yy - xy * xy;
	const x = (yy * alongFirst - xy * alongSecond) / determinant;
	const y = (xx * alongSecond - xy * alongFirst) / determinant;
	return {
		x,
		y,
		gain: alongFirst * x + alongSecond * y
	};
}
function rootBeside(from, step, limit, value) {
	let [near, atNear] = [from, value(from)];
	if (atNear === 0) return near;
	let [far, atFar] = [near, atNear];
	for (let size = step; atFar * atNear > 0; size *= 2) {
		if (far === limit) return limit;
		[near, atNear] = [far, atFar];
		far = step > 0 ? Math.min(limit, far + size) : Math.max(limit, far + size);
		atFar = value(far);
	}
	for (let turn = 0; turn < 100 && Math.abs(far - near) > EXACT && atFar !== 0; turn += 1) {
		const middle = far - atFar * (far - near) / (atFar - atNear);
		const atMiddle = value(middle);
		if (atMiddle * atFar < 0) [near, atNear] = [far, atFar];
		else atNear /= 2;
		[far, atFar] = [middle, atMiddle];
	}
	return far;
}
// src/domain/stats/proportion-difference.ts
function tangoInterval(discordance) {
	requireDiscordance(discordance);
	const { firstOnly, secondOnly, total } = discordance;
	const estimate = (secondOnly - firstOnly) / total;
	return {
		low: root(-1, estimate, (delta) => scoreStatistic(discordance, delta) > Z_975),
		high: root(estimate, 1, (delta) => scoreStatistic(discordance, delta) > -Z_975)
	};
}
function scoreStatistic({ firstOnly, secondOnly, total }, delta) {
	const distance = secondOnly - firstOnly - total * delta;
	if (distance === 0) return 0;
	const a = 2 * total;
	const b = (2 * total - secondOnly + firstOnly) * delta - firstOnly - secondOnly;
	const c = -firstOnly * delta * (1 - delta);
	const chance = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
	return distance / Math.sqrt(total * (2 * chance + delta * (1 - delta)));
}
function root(low, high, holds) {
	let [below, above] = [low, high];
	for (let step = 0; step < 60; step += 1) {
		const middle = (below + above) / 2;
		if (holds(middle)) below = middle;
		else above = middle;
	}
	return (below + above) / 2;
}
function requireDiscordance({ firstOnly, secondOnly, total }) {
	if (total < 1) throw new ModelyardError({
		code: "empty-sample",
		message: "there are no rows to compare on",
		next: "give at least one"
	});
	if (!(firstOnly >= 0 && secondOnly >= 0 && firstOnly + secondOnly <= total)) throw new ModelyardError({
		code: "bad-input",
		message: `${firstOnly} and ${secondOnly} discordant rows of ${total}`,
		next: "give no more discordant rows than there are"
	});
}
// src/domain/comparison/proportion-bounds.ts
function wilsonBounds(part, whole, z) {
	const value = part / whole;
	const scale = 1 + z * z / whole;
	const centre = (value + z * z / (2 * whole)) / scale;
	const half = z / scale * Math.sqrt(value * (1 - value) / whole + (z / (2 * whole)) ** 2);
	return {
		value,
		low: Math.min(value, Math.max(0, centre - half)),
		high: Math.max(value, Math.min(1, centre + half))
	};
}
function differenceBounds(first, second) {
	const value = first.value - second.value;
	return {
		value,
		low: value - Math.hypot(first.value - first.low, second.high - second.value),
		high: value + Math.hypot(first.high - first.value, second.value - second.low)
	};
}
function pairedChangeBounds(onlySecond, onlyFirst, rows, z) {
	const value = (onlySecond - onlyFirst) / rows;
	const centre = (onlySecond - onlyFirst) / (rows + 2);
	const variance = (onlySecond + onlyFirst + 1) / (rows + 2) - centre * centre;
	const half = z * Math.sqrt(variance / (rows + 2));
	return {
		value,
		low: Math.min(value, Math.max(-1, centre - half)),
		high: Math.max(value, Math.min(1, centre + half))
	};
}
// src/domain/comparison/paired-decisions.ts
function countPairedDecisions(champion, challenger, { threshold }) {
	const before = calledPositive(champion.probability, threshold);
	const after = calledPositive(challenger.probability, threshold);
	const { positive } = champion;
	const cells = new Float64Array(8);
	for (let row = 0; row < positive.length; row += 1) {
		const cell = 4 * positive[row] + 2 * before[row] + after[row];
		cells[cell] = cells[cell] + 1;
	}
	return cells;
}
function decisionDifference(name, difference, cells, { cost }) {
	const spread = standardErrorOf(name, cells, cost);
	const found = spread === void 0 ? void 0 : boundsOf(name, cells, cost);
	if (spread === void 0 || found === void 0) return void 0;
	const standardError = spread > 0 ? spread : (found.high - found.low) / (2 * Z_975);
	return {
		difference,
		standardError,
		pValue: normalPValue(difference, standardError),
		...found
	};
}
function boundsOf(name, cells, cost) {
	switch (name) {
		case "accuracy": return tangoDifference(discordanceIn(cells, [0, 1]));
		case "recall": return tangoDifference(discordanceIn(cells, [1]));
		case "specificity": return tangoDifference(discordanceIn(cells, [0]));
		case "balanced-accuracy": return {
			...meanOfShares(cells),
			method: "tango"
		};
		default: {
			const found = scoreBounds(name, cells, cost);
			return found === void 0 ? void 0 : {
				...found,
				method: "score"
			};
		}
	}
}
function tangoDifference(discordance) {
	const { firstOnly, secondOnly } = discordance;
	return {
		...tangoInterval(discordance),
		pValue: normalPValue(secondOnly - firstOnly, Math.sqrt(firstOnly + secondOnly)),
		method: "tango"
	};
}
function meanOfShares(cells) {
	const [recall, specificity] = [shareOf(cells, 1), shareOf(cells, 0)];
	const { low, high } = differenceBounds(recall, {
		value: -specificity.value,
		low: -specificity.high,
		high: -specificity.low
	});
	return {
		low: low / 2,
		high: high / 2
	};
}
function shareOf(cells, is) {
	const discordance = discordanceIn(cells, [is]);
	const { firstOnly, secondOnly, total } = discordance;
	return {
		value: (secondOnly - firstOnly) / total,
		...tangoInterval(discordance)
	};
}
function scoreBounds(name, cells, cost) {
	const parts = ratioParts(name, cost);
	if (parts === void 0) return void 0;
	const [above, below] = parts;
	const least = name === "cost" ? Math.min(...above) : 0;
	const range = name === "cost" ? Math.max(...above) - least : 1;
	if (range === 0) return void 0;
	const found = pairedRatioInterval(Array.from(cells, (rows, cell) => ({
		rows,
		first: partOf(2 * (cell >> 2) + (cell >> 1 & 1)),
		second: partOf(2 * (cell >> 2) + (cell & 1))
	})));
	return found === void 0 ? void 0 : {
		...found,
		low: found.low * range,
		high: found.high * range
	};
	function partOf(call) {
		return {
			above: (above[call] - least) / range,
			below: below[call]
		};
	}
}
function standardErrorOf(name, cells, cost) {
	const at = (is, champion, challenger) => cells[4 * is + 2 * champion + challenger];
	const influenceIn = (count) => decisionInfluence(name, decisionsOf(count), cost);
	const before = influenceIn((is, says) => at(is, says, 0) + at(is, says, 1));
	const after = influenceIn((is, says) => at(is, 0, says) + at(is, 1, says));
	if (before === void 0 || after === void 0) return void 0;
	let [rows, squares] = [0, 0];
	for (let cell = 0; cell < cells.length; cell += 1) {
		const [is, first, second] = [
			cell >> 2,
			cell >> 1 & 1,
			cell & 1
		];
		const moved = after[2 * is + second] - before[2 * is + first];
		rows += cells[cell];
		squares += cells[cell] * moved * moved;
	}
	return rows < 2 ? void 0 : Math.sqrt(squares * rows / (rows - 1)) / rows;
}
function decisionsOf(count) {
	return {
		trueNegative: count(0, 0),
		falsePositive: count(0, 1),
		falseNegative: count(1, 0),
		truePositive: count(1, 1)
	};
}
function discordanceIn(cells, classes) {
	let [firstOnly, secondOnly, total] = [
		0,
		0,
		0
	];
	for (const is of classes) {
		const at = (first, second) => cells[4 * is + 2 * first + second];
		firstOnly += at(is, 1 - is);
		secondOnly += at(1 - is, is);
		total += at(0, 0) + at(0, 1) + at(1, 0) + at(1, 1);
	}
	return {
		firstOnly,
		secondOnly,
		total
	};
}
// src/domain/comparison/paired-closed-form.ts
function areaDifference(champion, challenger) {
	const [a, b] = [champion, challenger];
	return inference(delongStudent(a.positive, a.probability, b.probability), "delong");
}
function closedFormsOf(champion, challenger, settings, clusters) {
	const isSame = samePredictions(champion, challenger);
	const cells = clusters === void 0 && !isSame && isBinary(champion) && isBinary(challenger) ? countPairedDecisions(champion, challenger, settings) : void 0;
	const countsRight = clusters === void 0 && !isSame && isMulticlass(champion) && isMulticlass(challenger);
	return (name, difference) => {
		const ofDecisions = cells && decisionDifference(name, difference, cells, settings);
		if (ofDecisions !== void 0) return inference(ofDecisions, ofDecisions.method);
		const found = name === "r2" && isRegression(champion) && isRegression(challenger) ? explainedMore(difference, champion, challenger, clusters) : byInfluence(name, difference, champion, challenger, settings, clusters);
		if (found === void 0) return void 0;
		if (countsRight && name === "accuracy") {
			const { method, ...bounds } = tangoDifference(discordanceOf(champion, challenger));
			return inference({
				...found,
				...bounds
			}, method);
		}
		return found.low === found.high && !isSame ? void 0 : inference(found, "closed-form");
	};
}
function explainedMore(difference, champion, challenger, clusters) {
	const { actual } = champion;
	let mean = 0;
	for (const value of actual) mean += value / actual.length;
	const [gained, spread] = [new Float64Array(actual.length), new Float64Array(actual.length)];
	for (let row = 0; row < actual.length; row += 1) {
		const is = actual[row];
		gained[row] = (champion.predicted[row] - is) ** 2 - (challenger.predicted[row] - is) ** 2;
		spread[row] = (is - mean) ** 2;
	}
	const [above, below] = [unitsOf(gained, clusters), unitsOf(spread, clusters)];
	const found = above && below && ratioOfMeans(above, below);
	return found && {
		difference,
		...found
	};
}
function discordanceOf(champion, challenger) {
	const [before, after] = [calledClasses(champion), calledClasses(challenger)];
	const { actual } = champion;
	let [firstOnly, secondOnly] = [0, 0];
	for (let row = 0; row < actual.length; row += 1) {
		const [first, second] = [before[row] === actual[row], after[row] === actual[row]];
		if (first && !second) firstOnly += 1;
		if (second && !first) secondOnly += 1;
	}
	return {
		firstOnly,
		secondOnly,
		total: actual.length
	};
}
function isMulticlass(predictions) {
	return predictions.task === "multiclass-classification";
}
function isRegression(predictions) {
	return predictions.task === "regression";
}
function isBinary(predictions) {
	return predictions.task === "binary-classification";
}
function byInfluence(name, difference, champion, challenger, settings, clusters) {
	const first = influenceOf(name, champion, settings);
	const second = first === void 0 ? void 0 : influenceOf(name, challenger, settings);
	if (first === void 0 || second === void 0) return void 0;
	for (let row = 0; row < first.length; row += 1) second[row] = second[row] - first[row];
	return closedForm(difference, second, clusters);
}
function inference({ low, high, pValue, standardError, freedom = Number.POSITIVE_INFINITY }, method) {
	return {
		interval: {
			low,
			high,
			level: .95,
			method
		},
		...Number.isFinite(freedom) ? { "degrees-of-freedom": freedom } : {},
		"p-value": pValue,
		"standard-error": standardError
	};
}
// src/domain/comparison/undefined-metrics.ts
const OF_PROBABILITIES = new Set([
	"roc-auc",
	"average-precision",
	"log-loss",
	"brier",
	"calibration-error",
	"ks-separation",
	"lift",
	"roc-auc-ovr"
]);
const OF_BOTH_CLASSES = new Set([
	"roc-auc",
	"average-precision",
	"balanced-accuracy",
	"matthews",
	"ks-separation",
	"lift"
]);
const OF_POSITIVES = new Set([
	"f1",
	"precision",
	"recall"
]);
const LEAST_OF_CLASS$1 = 10;
function enoughForInterval(name, predictions) {
	if (rowsOf$1(predictions) < 30) return false;
	if (predictions.task !== "binary-classification") return true;
	const positives = positiveRows(predictions);
	const negatives = predictions.positive.length - positives;
	const ofBoth = OF_BOTH_CLASSES.has(name);
	return (positives >= LEAST_OF_CLASS$1 || !(ofBoth || OF_POSITIVES.has(name))) && (negatives >= LEAST_OF_CLASS$1 || !(ofBoth || name === "specificity"));
}
function whyUndefined(models) {
	const [first] = models;
	const labelsAlone = models.some((model) => model.task !== "regression" && !model.hasProbabilities);
	const rowsLack = first === void 0 ? () => void 0 : classesLacking(first);
	return (name) => labelsAlone && OF_PROBABILITIES.has(name) ? "a model gives labels and no probabilities" : rowsLack(name);
}
function classesLacking(predictions) {
	switch (predictions.task) {
		case "regression": return () => void 0;
		case "multiclass-classification": {
			const lacksOne = new Set(predictions.actual).size < predictions.classes.length;
			return (name) => lacksOne && name === "roc-auc-ovr" ? "the rows do not hold every class" : void 0;
		}
		case "binary-classification": {
			const positives = positiveRows(predictions);
			const negatives = predictions.positive.length - positives;
			return (name) => {
				if ((positives === 0 || negatives === 0) && OF_BOTH_CLASSES.has(name)) return "the rows hold one class only";
				if (positives === 0 && OF_POSITIVES.has(name)) return "no row is of the positive class";
				return negatives === 0 && name === "specificity" ? "no row is of the negative class" : void 0;
			};
		}
	}
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
const LEAST_OF_CLASS = 10;
function countGroup(value, rows, positive, challenger, champion) {
	const cells = [new Float64Array(4), new Float64Array(4)];
	for (const row of rows) {
		const cell = cells[positive[row]];
		const [now, before] = [challenger[row], champion[row]];
		cell[0] = cell[0] + 1;
		cell[1] = cell[1] + now;
		cell[2] = cell[2] + before;
		cell[3] = cell[3] + now * before;
	}
	const [negatives, positives] = cells;
	const all = negatives.map((count, index) => count + positives[index]);
	return {
		value,
		isJudged: rows.length >= 30 && [negatives, positives].every(([count = 0]) => count >= LEAST_OF_CLASS),
		rates: {
			selection: rateOf(all),
			truePositive: rateOf(positives),
			falsePositive: rateOf(negatives)
		}
	};
}
function rateOf([rows = 0, challenger = 0, champion = 0, both = 0]) {
	return {
		rows,
		challenger,
		champion,
		onlyChallenger: challenger - both,
		onlyChampion: champion - both
	};
}
function rateBounds(counts, side, z) {
	return wilsonBounds(counts[side], counts.rows, z);
}
function changeBounds({ onlyChallenger, onlyChampion, rows }, z) {
	return pairedChangeBounds(onlyChallenger, onlyChampion, rows, z);
}
function shownGroup({ value, isJudged, rates }, hasChampion) {
	const shown = (side) => ({
		"selection-rate": rates.selection[side] / rates.selection.rows,
		...rates.truePositive.rows === 0 ? {} : { "true-positive-rate": rates.truePositive[side] / rates.truePositive.rows },
		...rates.falsePositive.rows === 0 ? {} : { "false-positive-rate": rates.falsePositive[side] / rates.falsePositive.rows }
	});
	return {
		value,
		rows: rates.selection.rows,
		positives: rates.truePositive.rows,
		status: isJudged ? "judged" : "insufficient-data",
		challenger: shown("challenger"),
		...hasChampion ? { champion: shown("champion") } : {}
	};
}
// src/domain/comparison/group-differences.ts
const MISSED = .05;
function differenceOver(groups, rates, side) {
	return largest(pairsOf(groups, rates).map((pair) => pairDifference(pair, side, zFor(groups, rates, MISSED))));
}
function changeOfDifference(groups, rates) {
	const pairs = pairsOf(groups, rates);
	const zOfLevel = zFor(groups, rates, MISSED / 4);
	const zOfChange = zFor(groups, rates, MISSED / 2);
	const found = pairs.map(({ rate, first, second }) => ({
		champion: pairDifference({
			rate,
			first,
			second
		}, "champion", zOfLevel),
		challenger: pairDifference({
			rate,
			first,
			second
		}, "challenger", zOfLevel),
		change: differenceBounds(changeBounds(first.rates[rate], zOfChange), changeBounds(second.rates[rate], zOfChange))
	}));
	const before = largest(found.map(({ champion }) => champion));
	const now = largest(found.map(({ challenger }) => challenger));
	const lows = found.filter(({ champion }) => champion.high >= before.low).map(({ champion, change }) => Math.max(change.low, now.low - champion.high));
	const highs = found.filter(({ challenger }) => challenger.high >= now.low).map(({ challenger, change }) => Math.min(change.high, challenger.high - before.low));
	return {
		value: now.value - before.value,
		low: Math.max(-1, Math.min(...lows)),
		high: Math.min(1, Math.max(...highs))
	};
}
function ratioOver(groups, side, missed = MISSED) {
	const z = normalQuantile(1 - missed / (2 * groups.length));
	const rates = groups.map(({ rates: { selection } }) => rateBounds(selection, side, z));
	const most = Math.max(...rates.map(({ value }) => value));
	const least = Math.min(...rates.map(({ value }) => value));
	if (most === 0) return void 0;
	const ratios = rates.flatMap((a, first) => rates.flatMap((b, second) => first === second ? [] : [{
		low: a.low / b.high,
		high: b.low === 0 ? 1 : a.high / b.low
	}]));
	const value = least / most;
	return {
		value,
		low: Math.min(value, ...ratios.map(({ low }) => low)),
		high: Math.max(value, Math.min(1, ...ratios.map(({ high }) => high)))
	};
}
function changeOfRatio(groups) {
	const now = ratioOver(groups, "challenger", MISSED / 2);
	const before = ratioOver(groups, "champion", MISSED / 2);
	if (now === void 0 || before === void 0) return void 0;
	return {
		value: now.value - before.value,
		low: now.low - before.high,
		high: now.high - before.low
	};
}
function pairsOf(groups, rates) {
	return rates.flatMap((rate) => groups.flatMap((first) => groups.flatMap((second) => first === second ? [] : [{
		rate,
		first,
		second
	}])));
}
function zFor(groups, rates, missed) {
	const pairs = groups.length * (groups.length - 1) * rates.length / 2;
	return normalQuantile(1 - missed / (2 * pairs));
}
function pairDifference({ rate, first, second }, side, z) {
	return differenceBounds(rateBounds(first.rates[rate], side, z), rateBounds(second.rates[rate], side, z));
}
function largest(differences) {
	return {
		value: Math.max(...differences.map(({ value }) => value)),
		low: Math.max(0, ...differences.map(({ low }) => low)),
		high: Math.min(1, Math.max(...differences.map(({ high }) => high)))
	};
}
// src/domain/comparison/fairness.ts
function measureFairness(challenger, champion, { target, settings, columns }) {
	const { threshold } = settingsInEffect(settings);
	const now = calledPositive(challenger.probability, threshold);
	const before = champion === void 0 ? now : calledPositive(champion.probability, threshold);
	const hasChampion = champion !== void 0;
	return {
		...settingOf(challenger, target, settings),
		"least-rows": 30,
		columns: columns.map((column) => {
			const groups = slicesOf([column]).map(({ value, rows }) => countGroup(value, rows, challenger.positive, now, before));
			return {
				column: column.name,
				groups: groups.map((group) => shownGroup(group, hasChampion)),
				measures: measuresOver(groups.filter(({ isJudged }) => isJudged), hasChampion)
			};
		})
	};
}
const DIFFERENCES = [
	["demographic-parity-difference", ["selection"]],
	["equal-opportunity-difference", ["truePositive"]],
	["equalized-odds-difference", ["truePositive", "falsePositive"]]
];
function measuresOver(groups, hasChampion) {
	if (groups.length < 2) return [];
	const [parity, ...odds] = DIFFERENCES.map(([measure, rates]) => ({
		measure,
		challenger: differenceOver(groups, rates, "challenger"),
		...hasChampion ? {
			champion: differenceOver(groups, rates, "champion"),
			change: changeOfDifference(groups, rates)
		} : {}
	}));
	return [
		...parity === void 0 ? [] : [parity],
		...ratioMeasure(groups, hasChampion),
		...odds
	];
}
function ratioMeasure(groups, hasChampion) {
	const challenger = ratioOver(groups, "challenger");
	if (challenger === void 0) return [];
	const [champion, change] = hasChampion ? [ratioOver(groups, "champion"), changeOfRatio(groups)] : [void 0, void 0];
	return [{
		measure: "demographic-parity-ratio",
		challenger,
		...champion === void 0 || change === void 0 ? {} : {
			champion,
			change
		}
	}];
}
function fairnessOf(champion, challenger, options) {
	if (options.columns.length === 0) return void 0;
	if (champion.task !== "binary-classification" || challenger.task !== "binary-classification") return void 0;
	return measureFairness(challenger, champion, options);
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
	const { families, metrics, missing } = measured$1(predictions, settings);
	const rows = rowsOf$1(predictions);
	const intervals = options.intervals === true ? levelIntervals(predictions, families, metrics, settings, {
		...LEVEL_DRAWING,
		rows,
		clusters: options.clusters
	}) : void 0;
	const slices = slicesOf(options.slices ?? []).map((slice) => sliceMetrics(predictions, settings, slice));
	const confusion = confusionOf(predictions, settings);
	const curves = curvesOf(predictions);
	const classes = predictions.task === "multiclass-classification" ? perClass(predictions) : void 0;
	return {
		...settingOf(predictions, target, options.settings),
		metrics: Object.fromEntries(metrics),
		...filled({ undefined: Object.fromEntries(missing) }, missing.size),
		...filled({ intervals: Object.fromEntries(intervals ?? []) }, intervals?.size ?? 0),
		...confusion === void 0 ? {} : { confusion },
		...curves === void 0 ? {} : { curves },
		...filled({ slices }, slices.length),
		...classes === void 0 ? {} : { "per-class": classes }
	};
}
function measured$1(predictions, settings) {
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
function sliceMetrics(predictions, settings, { column, value, rows }) {
	const part = partOf(predictions, rows);
	const { metrics, missing } = measured$1(part, settings);
	return {
		column,
		value,
		rows: rows.length,
		...part.task === "binary-classification" ? { "positive-rows": positiveRows(part) } : {},
		metrics: Object.fromEntries(metrics),
		...filled({ undefined: Object.fromEntries(missing) }, missing.size)
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
// src/domain/comparison/own-metrics.ts
function withOwnMetrics(facts, own, { slices, clusters }) {
	if (own.size === 0) return facts;
	const drawing = {
		...LEVEL_DRAWING,
		rows: facts.rows,
		clusters
	};
	const groups = slicesOf(slices);
	return {
		...facts,
		"own-metrics": mapped(own, ({ rule, values }) => ownMetric(rule, values, drawing)),
		...facts.slices === void 0 ? {} : { slices: facts.slices.map((slice, at) => sliceWithOwn(slice, groups[at], own)) }
	};
}
function sliceWithOwn(slice, group, own) {
	const metrics = mapped(own, ({ rule, values }) => {
		const part = valuesOn(values, group);
		return part === void 0 ? void 0 : ownMetric(rule, {
			per: "row",
			values: part
		});
	});
	return Object.keys(metrics).length === 0 ? slice : {
		...slice,
		"own-metrics": metrics
	};
}
function withPairedOwnMetrics(facts, champion, challenger, { slices, clusters, predictions }) {
	if (champion.size === 0) return facts;
	const groups = slicesOf(slices);
	return {
		...facts,
		"own-metrics": mapped(champion, ({ rule, values }, name) => pairedOwnMetric(rule, values, measured(challenger, name), { clusters })),
		...facts.slices === void 0 ? {} : { slices: facts.slices.map((slice, at) => pairedSliceWithOwn(slice, groups[at], champion, challenger, {
			clusters,
			predictions
		})) }
	};
}
function pairedSliceWithOwn(slice, group, champion, challenger, { clusters, predictions: [first, second] }) {
	if (group === void 0) return slice;
	const { rows } = group;
	const together = clusters === void 0 ? void 0 : clustersOfRows(clusters, rows);
	const isSame = samePredictions(selectRows(first, rows), selectRows(second, rows));
	const metrics = mapped(champion, ({ rule, values }, name) => {
		const [before, after] = [valuesOn(values, group), valuesOn(measured(challenger, name), group)];
		if (before === void 0 || after === void 0) return void 0;
		const found = levelsOf(rule, mean(before), mean(after));
		const inference = rows.length < 30 ? void 0 : closedDifference(differences(before, after), together);
		const isCertain = inference?.interval !== void 0 && inference.interval.low === inference.interval.high;
		return {
			...found,
			...isCertain && !isSame ? {} : inference
		};
	});
	return Object.keys(metrics).length === 0 ? slice : {
		...slice,
		"own-metrics": metrics
	};
}
function ownMetric({ direction, unit }, found, drawing) {
	const value = found.per === "set" ? found.value : mean(found.values);
	const interval = found.per === "row" && drawing !== void 0 ? meanInference(found.values, drawing)?.interval : void 0;
	return {
		value,
		direction,
		...unit === void 0 ? {} : { unit },
		...interval === void 0 ? {} : { interval }
	};
}
function pairedOwnMetric(rule, champion, challenger, { clusters }) {
	const found = levelsOf(rule, ownMetric(rule, champion).value, ownMetric(rule, challenger).value);
	if (champion.per === "set" || challenger.per === "set") return found;
	return {
		...found,
		...closedDifference(differences(champion.values, challenger.values), clusters)
	};
}
function levelsOf({ direction, unit }, champion, challenger) {
	return {
		champion,
		challenger,
		difference: challenger - champion,
		direction,
		...unit === void 0 ? {} : { unit }
	};
}
function meanInference(values, drawing) {
	if (drawing.rows > 2e4) return closedDifference(values, drawing.clusters);
	const statistic = weightedMean(values);
	const [interval] = drawnIntervals(drawing, 1, (counts) => [statistic(counts)]);
	return interval === void 0 ? void 0 : { interval };
}
function closedDifference(values, clusters) {
	const value = mean(values);
	const found = closedForm(value, values.map((one) => one - value), clusters);
	return found === void 0 ? void 0 : inference(found, "closed-form");
}
function differences(before, after) {
	return after.map((value, row) => value - before[row]);
}
function mean(values) {
	return weightedMean(values)();
}
function valuesOn(found, group) {
	if (found.per === "set" || group === void 0) return void 0;
	return Float64Array.from(group.rows, (row) => found.values[row]);
}
function measured(own, name) {
	const found = own.get(name);
	if (found === void 0) throw new Error(`${name} was measured of one model alone`);
	return found.values;
}
function mapped(own, metric) {
	return Object.fromEntries([...own].flatMap(([name, found]) => {
		const value = metric(found, name);
		return value === void 0 ? [] : [[name, value]];
	}));
}
// src/domain/evidence/size.ts
function sizeEvidence({ artifact }, origin) {
	return {
		schema: 1,
		kind: "size",
		subject: { artifact: artifact.sha256 },
		facts: {
			bytes: artifact.bytes,
			files: artifact.files ?? 1
		},
		origin
	};
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
// src/commands/evaluation-facts.ts
function evaluationFacts({ target, evaluate }, { predictions, traps: found, own }, { settings, slices, clusters, repeatedKeys }) {
	const facts = withOwnMetrics(evaluatePredictions(predictions, target, {
		settings,
		slices,
		clusters,
		intervals: true
	}), own, {
		slices,
		clusters
	});
	const { "duplicate-keys": repeatedRows, ...others } = found;
	const repeated = evaluate?.key === void 0 ? repeatedRows ?? 0 : repeatedKeys;
	const traps = {
		...others,
		...repeated === 0 ? {} : { "duplicate-keys": repeated }
	};
	return {
		...facts,
		...Object.keys(traps).length === 0 ? {} : { traps }
	};
}
function measuringRemarks({ evaluate }, { clusters, repeatedKeys }) {
	const whole = Object.entries(evaluate?.metrics ?? {}).flatMap(([name, { per }]) => per === "set" ? [`\`${name}\``] : []);
	return [
		...whole.length === 0 ? [] : [`${whole.join(", ")} ${whole.length === 1 ? "is" : "are"} one number for all rows: without an interval, what compares it with the champion is inconclusive`],
		...repeatedKeys === 0 ? [] : [`${repeatedKeys === 1 ? "1 row has" : `${repeatedKeys} rows have`} a \`${evaluate?.key}\` that another row has before`],
		...clusters === void 0 ? [] : clusterRemarks(clusters.column, clusters.count)
	];
}
const ENOUGH_CLUSTERS = 40;
function clusterRemarks(column, count) {
	if (count >= ENOUGH_CLUSTERS) return [];
	return [count < 20 ? `the rows have ${count} values of \`${column}\`; with fewer than 20 there are no intervals` : `the rows have ${count} values of \`${column}\`; with fewer than ${ENOUGH_CLUSTERS} intervals are too narrow`];
}
export { clustersOfRows as S, metricsComputed as _, sizeEvidence as a, powerSums as b, fairnessOf as c, enoughForInterval as d, whyUndefined as f, familyValues as g, MAX_ROWS_DRAWN as h, readTextColumns as i, measureFairness as l, closedFormsOf as m, measuringRemarks as n, withPairedOwnMetrics as o, areaDifference as p, readMeasuredBy as r, evaluatePredictions as s, evaluationFacts as t, slicesOf as u, prepareFamilies as v, freedomOf as x, drawnIntervals as y };
