import { c as ModelyardError } from "./run.mjs";
import { h as timestamp } from "./names.mjs";
import { a as metricEntry, o as metricsOf, s as primaryMetric } from "./metric-catalogue.mjs";
import { n as ascendingRanking, r as taggedRanking, t as ascendingOrder } from "./order.mjs";
import { a as heldStages, o as nextStages } from "./lifecycle.mjs";
import "./pointers.mjs";
import { A as twoDigitsUp, C as evaluateContract, D as resolutionOfComparison, E as resolutionOf, F as withoutEvidence, M as metricValue, N as isMissing, O as resolutionOfEvaluation, P as leftOut, S as evaluateMetricLimit, T as evaluateNotWorse, _ as evaluateFairnessChange, a as marginsIn, c as evaluateSliceNotWorse, d as evaluateReproducible, g as evaluateFreshness, j as differenceOf, k as rowsFor, l as evaluateSliceLimit, m as evaluateGuardrails, p as evaluateLatency, s as evaluateTests, u as evaluateSize, v as evaluateFairness, w as evaluateBetter, x as evaluateCustom, y as evaluateData } from "./policy.mjs";
import { n as overall } from "./outcome.mjs";
import { _ as championOf, i as readVersion, v as policyFor, y as standingOf } from "./evidence-file.mjs";
import { s as modelFolder } from "./json-file.mjs";
import { i as gatherEvidence } from "./move-facts.mjs";
import { i as writeEvidence } from "./version-side.mjs";
import { a as meanCost, c as classTable, d as rowsOf$1, i as decisionsAt, l as countsPerClass, o as calledClasses, r as countDecisions$1, s as classF1, t as DECISION_METRICS, u as positiveRows } from "./decisions.mjs";
import { t as selectEvidence } from "./select.mjs";
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
function rocAuc(positive, scores) {
	const won = pairsWonTwice(positive, scores);
	let pairs = 0;
	let positives = 0;
	for (let row = 0; row < won.length; row += 1) {
		if (positive[row] !== 1) continue;
		pairs += won[row];
		positives += 1;
	}
	return pairs / (2 * positives * (won.length - positives));
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
			const decisions = counts === void 0 ? once : countDecisions$1(positive, called, counts);
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
const LEAST_OF_CLASS = 10;
function enoughForInterval(name, predictions) {
	if (predictions.task !== "binary-classification") return rowsOf$1(predictions) >= 30;
	const positives = positiveRows(predictions);
	return enoughOfClasses(name, positives, predictions.positive.length - positives);
}
function enoughOfClasses(name, positives, negatives) {
	if (positives + negatives < 30) return false;
	const ofBoth = OF_BOTH_CLASSES.has(name);
	return (positives >= LEAST_OF_CLASS || !(ofBoth || OF_POSITIVES.has(name))) && (negatives >= LEAST_OF_CLASS || !(ofBoth || name === "specificity"));
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
		data: state.definition.evaluate?.data,
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
export { calibrationBins as C, rocAuc as D, pairsWonTwice as E, rankingOf as S, pairsWonAlong as T, sumOf as _, enoughForInterval as a, weightedMean as b, familyValues as c, errorsOf as d, pinballLosses as f, columnsByClass as g, classLogLosses as h, marginOn as i, metricsComputed as l, CLASS_METRICS as m, keepEvidence as n, enoughOfClasses as o, relativeErrors as p, promotionStep as r, whyUndefined as s, judgeMeasured as t, prepareFamilies as u, logLosses as v, sumBins as w, rankPart as x, squaredDistances as y };
