import { n as ModelyardError } from "./error.mjs";
import { t as nearest } from "./nearest.mjs";
import { C as ModelDefinition, F as Evidence, I as evidenceFileName, L as isRepeat, P as modelFolder, S as LATER_DEFINITION_KEYS, Z as metricsOf, f as valueOrThrow, k as renderJson, m as parseYaml, p as editYaml } from "./registry-reader.mjs";
import { i as draftFolder, l as timestamp, n as digestOfNamedData, o as gatherEvidence, r as digestOfPath, t as digestOfData } from "./move-facts.mjs";
import { t as RELEASE } from "./release2.mjs";
import { t as exportLines } from "./artifact-kind.mjs";

// src/domain/stats/order.ts
/** Below this many values a comparison sort is faster than a radix sort. */
const SMALL = 1024;
const DIGIT_BITS = 16;
const DIGITS = 65536;
/**
* The positions that sort `values` ascending; equal values keep their order. A radix sort over the bits of the
* doubles, skipping digits that all values share.
*
* @param values - [n] doubles without NaN; -0 counts as 0.
* @returns [n] positions.
*/
function ascendingOrder(values) {
	const { length } = values;
	if (length <= SMALL) return Uint32Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
	const [low, high] = sortableBits(values);
	let order = new Uint32Array(length);
	for (let index = 0; index < length; index += 1) order[index] = index;
	let scratch = new Uint32Array(length);
	const counts = new Uint32Array(DIGITS);
	for (const [words, shift] of [
		[low, 0],
		[low, DIGIT_BITS],
		[high, 0],
		[high, DIGIT_BITS]
	]) {
		counts.fill(0);
		for (let index = 0; index < length; index += 1) {
			const digit = words[index] >>> shift & 65535;
			counts[digit] = counts[digit] + 1;
		}
		if (counts[words[0] >>> shift & 65535] === length) continue;
		startPositions(counts);
		for (let index = 0; index < length; index += 1) {
			const position = order[index];
			const digit = words[position] >>> shift & 65535;
			const at = counts[digit];
			scratch[at] = position;
			counts[digit] = at + 1;
		}
		[order, scratch] = [scratch, order];
	}
	return order;
}
/** Two 32-bit halves of each double, changed so that they sort as unsigned numbers. */
function sortableBits(values) {
	const { length } = values;
	const low = new Uint32Array(length);
	const high = new Uint32Array(length);
	const number = /* @__PURE__ */ new Float64Array(1);
	const words = new Uint32Array(number.buffer);
	const [lowWord, highWord] = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? [0, 1] : [1, 0];
	for (let index = 0; index < length; index += 1) {
		number[0] = values[index] + 0;
		const upper = words[highWord];
		const isNegative = upper >>> 31 === 1;
		low[index] = isNegative ? ~words[lowWord] : words[lowWord];
		high[index] = isNegative ? ~upper : upper | 2147483648;
	}
	return [low, high];
}
function startPositions(counts) {
	let sum = 0;
	for (let digit = 0; digit < counts.length; digit += 1) {
		const count = counts[digit];
		counts[digit] = sum;
		sum += count;
	}
}

// src/domain/stats/roc.ts
/**
* Each row's share of the area under the ROC curve: for a positive, the share of negatives that score lower; for a
* negative, the share of positives that score higher; ties count half. Their means over the positives, and over the
* negatives, are both the area.
*
* @param positive - [n] 1 for a positive row, 0 for a negative one.
* @param scores - [n] higher means more likely positive; no NaN.
* @returns [n] shares in [0, 1].
* @throws {ModelyardError} `shape-mismatch` when the lengths differ; `empty-sample` when a class has no row.
* @see Sun & Xu 2014, doi:10.1109/LSP.2014.2337313
*/
function placements(positive, scores) {
	const positives = countPositives(positive, scores);
	const negatives = positive.length - positives;
	const order = ascendingOrder(scores);
	const shares = new Float64Array(positive.length);
	let positivesBelow = 0;
	let negativesBelow = 0;
	for (let from = 0; from < order.length;) {
		const score = scores[order[from]];
		let to = from;
		let tiedPositives = 0;
		while (to < order.length && scores[order[to]] === score) {
			tiedPositives += positive[order[to]];
			to += 1;
		}
		const tiedNegatives = to - from - tiedPositives;
		const ofPositive = (negativesBelow + tiedNegatives / 2) / negatives;
		const ofNegative = (positives - positivesBelow - tiedPositives / 2) / positives;
		for (let at = from; at < to; at += 1) {
			const row = order[at];
			shares[row] = positive[row] === 1 ? ofPositive : ofNegative;
		}
		positivesBelow += tiedPositives;
		negativesBelow += tiedNegatives;
		from = to;
	}
	return shares;
}
/**
* Area under the ROC curve: the chance that a positive scores higher than a negative, ties counting half.
*
* @param positive - [n] 1 or 0.
* @param scores - [n] no NaN.
* @returns In [0, 1]; 0.5 is chance.
* @throws {ModelyardError} As {@link placements}.
* @see Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747
*/
function rocAuc(positive, scores) {
	const positives = countPositives(positive, scores);
	const negatives = positive.length - positives;
	const order = ascendingOrder(scores);
	let pairs = 0;
	let negativesBelow = 0;
	for (let from = 0; from < order.length;) {
		const score = scores[order[from]];
		let to = from;
		let tiedPositives = 0;
		while (to < order.length && scores[order[to]] === score) {
			tiedPositives += positive[order[to]];
			to += 1;
		}
		const tiedNegatives = to - from - tiedPositives;
		pairs += tiedPositives * (2 * negativesBelow + tiedNegatives);
		negativesBelow += tiedNegatives;
		from = to;
	}
	return pairs / (2 * positives * negatives);
}
/** The number of positive rows; refuses what has no ROC curve. */
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
/** 97.5 % quantile of the standard normal distribution. */
const Z_975 = 1.959963984540054;
/**
* The difference of two areas under the ROC curve on the same rows, with DeLong's interval:
* var(Δ) = var⁺(Δ placements) / m + var⁻(Δ placements) / n over the m positives and the n negatives.
*
* Two models that order the rows alike give an interval of width 0. Needs at least two rows of each class for a
* width that means anything; with one, that class adds none.
*
* @param positive - [n] 1 or 0.
* @param first - [n] the champion's scores.
* @param second - [n] the challenger's scores.
* @returns second − first, with its 95 % interval, not cut off at ±1.
* @throws {ModelyardError} `shape-mismatch`; `empty-sample` when a class has no row.
* @see DeLong, DeLong & Clarke-Pearson 1988, doi:10.2307/2531595; Sun & Xu 2014, doi:10.1109/LSP.2014.2337313
*/
function delongDifference(positive, first, second) {
	const [before, after] = [placements(positive, first), placements(positive, second)];
	const ofPositives = new Moments();
	const ofNegatives = new Moments();
	for (let row = 0; row < positive.length; row += 1) {
		const change = after[row] - before[row];
		if (positive[row] === 1) ofPositives.add(change);
		else ofNegatives.add(change);
	}
	const difference = ofPositives.mean;
	const halfWidth = Z_975 * Math.sqrt(ofPositives.variance / ofPositives.count + ofNegatives.variance / ofNegatives.count);
	return {
		difference,
		low: difference - halfWidth,
		high: difference + halfWidth
	};
}
/** Mean and variance in one pass, without cancellation. @see Welford 1962, doi:10.1080/00401706.1962.10490022 */
var Moments = class {
	count = 0;
	mean = 0;
	#squares = 0;
	add(value) {
		this.count += 1;
		const distance = value - this.mean;
		this.mean += distance / this.count;
		this.#squares += distance * (value - this.mean);
	}
	/** Of a sample: divided by n − 1; 0 for a single value. */
	get variance() {
		return this.count < 2 ? 0 : this.#squares / (this.count - 1);
	}
};

// src/domain/stats/random.ts
/**
* xoshiro128**, seeded by splitmix32. Period 2¹²⁸ − 1.
*
* Bounds are met by multiplication with rejection, so no number is more likely than another.
*
* @param seed - A whole number ≥ 0; its lowest 32 bits count.
* @see Blackman & Vigna 2021, doi:10.1145/3460772; Lemire 2019, doi:10.1145/3230636
*/
function randomStream(seed) {
	let [a, b, c, d] = seedState(seed);
	const next = () => {
		const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = rotate(d, 11);
		return scrambled;
	};
	return { below(bound) {
		const threshold = (2 ** 32 - bound) % bound;
		for (;;) {
			const product = next() * bound;
			const high = Math.floor(product / 2 ** 32);
			if (product - high * 2 ** 32 >= threshold) return high;
		}
	} };
}
function rotate(value, by) {
	return value << by | value >>> 32 - by;
}
function seedState(seed) {
	let mixed = seed | 0;
	const splitmix = () => {
		mixed = mixed + 2654435769 | 0;
		let value = mixed ^ mixed >>> 16;
		value = Math.imul(value, 569420461);
		value ^= value >>> 15;
		value = Math.imul(value, 1935289751);
		return value ^ value >>> 15;
	};
	return [
		splitmix(),
		splitmix(),
		splitmix(),
		splitmix()
	];
}

// src/domain/stats/paired-bootstrap.ts
/**
* The 95 % percentile interval of a statistic of paired rows: rows are drawn with replacement, both models' values
* of a row together, and the statistic is computed again.
*
* Resamples on which the statistic is undefined are left out. At small n the interval is too narrow: about 6.5 % to
* 7.1 % of intervals miss instead of 5 % at 100 rows, 5.4 % to 6.3 % at 300.
*
* @param rows - How many rows there are, ≥ 1.
* @param resamples - How often to draw, e.g. 2,000.
* @param seed - The same seed gives the same interval.
* @param statistic - From how often each row was drawn, [rows], to a number; NaN where it is undefined.
* @returns The 2.5 % and 97.5 % quantiles, interpolated linearly; undefined when fewer than half of the resamples
*   gave a number.
* @throws {ModelyardError} `empty-sample` without rows.
* @see Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13
*/
function pairedBootstrap(rows, resamples, seed, statistic) {
	if (rows < 1) throw new ModelyardError({
		code: "empty-sample",
		message: "there are no rows to draw from",
		next: "give at least one"
	});
	const random = randomStream(seed);
	const counts = new Uint32Array(rows);
	const values = [];
	for (let resample = 0; resample < resamples; resample += 1) {
		counts.fill(0);
		for (let draw = 0; draw < rows; draw += 1) {
			const row = random.below(rows);
			counts[row] = counts[row] + 1;
		}
		const value = statistic(counts);
		if (!Number.isNaN(value)) values.push(value);
	}
	if (values.length * 2 < resamples) return void 0;
	const sorted = Float64Array.from(values).sort();
	return {
		low: quantileOf(sorted, .025),
		high: quantileOf(sorted, .975)
	};
}
/** Linear interpolation between order statistics, type 7 of Hyndman & Fan 1996. */
function quantileOf(sorted, share) {
	const position = share * (sorted.length - 1);
	const below = Math.floor(position);
	const low = sorted[below];
	const high = sorted[Math.min(below + 1, sorted.length - 1)];
	return low + (position - below) * (high - low);
}

// src/domain/comparison/weighted-metric.ts
/** The mean of one number a row. */
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
/** A row is called positive at this probability and above. */
const THRESHOLD = .5;
/** Probabilities are kept this far from 0 and 1 in logarithms: the spacing of doubles at 1, as scikit-learn has it. */
const CLIP$1 = Number.EPSILON;
/** Prepares a metric on binary predictions. Ratios with nothing below the line are 0, as scikit-learn has them. */
function prepareBinary(name, predictions) {
	const { positive, probability } = predictions;
	const fromConfusion = CONFUSION_METRICS[name];
	if (fromConfusion !== void 0) {
		const called = calledPositive(probability);
		return (counts) => fromConfusion(confusion(positive, called, counts));
	}
	switch (name) {
		case "roc-auc": return rankMetric(predictions, "area");
		case "average-precision": return rankMetric(predictions, "precision");
		case "log-loss": return weightedMean(probability.map((value, row) => {
			const clipped = Math.min(1 - CLIP$1, Math.max(CLIP$1, value));
			return -(positive[row] === 1 ? Math.log(clipped) : Math.log(1 - clipped));
		}));
		case "brier": return weightedMean(probability.map((value, row) => (value - positive[row]) ** 2));
		default: return () => NaN;
	}
}
/** [n] 1 where a row is called positive. A loop: `from` with a function takes twenty times as long. */
function calledPositive(probability) {
	const called = new Uint8Array(probability.length);
	for (let row = 0; row < called.length; row += 1) called[row] = probability[row] >= .5 ? 1 : 0;
	return called;
}
function confusion(positive, called, counts) {
	const cells = [
		0,
		0,
		0,
		0
	];
	for (let row = 0; row < positive.length; row += 1) {
		const cell = 2 * positive[row] + called[row];
		cells[cell] = cells[cell] + (counts === void 0 ? 1 : counts[row]);
	}
	const [trueNegative = 0, falsePositive = 0, falseNegative = 0, truePositive = 0] = cells;
	return {
		truePositive,
		falsePositive,
		trueNegative,
		falseNegative
	};
}
const ratio = (part, whole) => whole === 0 ? 0 : part / whole;
const CONFUSION_METRICS = {
	accuracy: ({ truePositive, trueNegative, falsePositive, falseNegative }) => (truePositive + trueNegative) / (truePositive + trueNegative + falsePositive + falseNegative),
	"balanced-accuracy": ({ truePositive, trueNegative, falsePositive, falseNegative }) => {
		const recalls = [[truePositive, truePositive + falseNegative], [trueNegative, trueNegative + falsePositive]].filter(([, whole]) => whole !== 0);
		return recalls.reduce((sum, [part, whole]) => sum + part / whole, 0) / recalls.length;
	},
	precision: ({ truePositive, falsePositive }) => ratio(truePositive, truePositive + falsePositive),
	recall: ({ truePositive, falseNegative }) => ratio(truePositive, truePositive + falseNegative),
	f1: ({ truePositive, falsePositive, falseNegative }) => ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative),
	matthews: ({ truePositive, trueNegative, falsePositive, falseNegative }) => {
		const scale = Math.sqrt(truePositive + falsePositive) * Math.sqrt(truePositive + falseNegative) * Math.sqrt(trueNegative + falsePositive) * Math.sqrt(trueNegative + falseNegative);
		return ratio(truePositive * trueNegative - falsePositive * falseNegative, scale);
	}
};
const rankings = /* @__PURE__ */ new WeakMap();
/** Several metrics ask for the order of the same scores, which is sorted once. */
function rankingOf(positive, scores) {
	const known = rankings.get(scores);
	if (known?.positive === positive) return known;
	const order = ascendingOrder(scores);
	const sortedPositive = new Uint8Array(order.length);
	const ends = new Uint8Array(order.length);
	for (let at = 0; at < order.length; at += 1) {
		const row = order[at];
		sortedPositive[at] = positive[row];
		const isLast = at + 1 === order.length;
		ends[at] = isLast || scores[order[at + 1]] !== scores[row] ? 1 : 0;
	}
	const ranking = {
		order,
		sortedPositive,
		ends,
		positive
	};
	rankings.set(scores, ranking);
	return ranking;
}
/** Metrics of the order of rows. Sorted once; a resample only walks along the order with its counts. */
function rankMetric({ positive, probability }, what) {
	const { order, sortedPositive, ends } = rankingOf(positive, probability);
	return (counts) => {
		let [positives, negatives, tiedPositives, tiedNegatives, area, precision] = [
			0,
			0,
			0,
			0,
			0,
			0
		];
		for (let at = order.length - 1, endsNext = 1; at >= 0; at -= 1) {
			if (endsNext === 1) {
				tiedPositives = 0;
				tiedNegatives = 0;
			}
			const count = counts === void 0 ? 1 : counts[order[at]];
			if (sortedPositive[at] === 1) tiedPositives += count;
			else tiedNegatives += count;
			endsNext = at === 0 ? 1 : ends[at - 1];
			if (endsNext === 0) continue;
			area += tiedNegatives * (positives + tiedPositives / 2);
			positives += tiedPositives;
			negatives += tiedNegatives;
			if (tiedPositives > 0) precision += tiedPositives * (positives / (positives + negatives));
		}
		if (positives === 0 || negatives === 0) return NaN;
		return what === "area" ? area / (positives * negatives) : precision / positives;
	};
}

// src/domain/comparison/multiclass-metrics.ts
const CLIP = Number.EPSILON;
/** Prepares a metric on multiclass predictions. A row's label is its largest probability, the first of equal ones. */
function prepareMulticlass(name, predictions) {
	const { actual, classes, probabilities } = predictions;
	const width = classes.length;
	switch (name) {
		case "log-loss": return weightedMean(Float64Array.from(actual, (label, row) => {
			const value = probabilities[row * width + label];
			return -Math.log(Math.min(1 - CLIP, Math.max(CLIP, value)));
		}));
		case "roc-auc-ovr": return oneAgainstRest(predictions);
		default: {
			const fromTable = TABLE_METRICS[name];
			if (fromTable === void 0) return () => NaN;
			const called = largest(probabilities, width);
			return (counts) => fromTable(confusionTable(actual, called, width, counts), width);
		}
	}
}
function largest(probabilities, width) {
	return Uint32Array.from({ length: probabilities.length / width }, (_, row) => {
		let best = 0;
		for (let column = 1; column < width; column += 1) if (probabilities[row * width + column] > probabilities[row * width + best]) best = column;
		return best;
	});
}
/** Row-major [classes, classes]; rows are actual. */
function confusionTable(actual, called, width, counts) {
	const table = new Float64Array(width * width);
	for (let row = 0; row < actual.length; row += 1) {
		const cell = actual[row] * width + called[row];
		table[cell] = table[cell] + (counts === void 0 ? 1 : counts[row]);
	}
	return table;
}
function perClass(table, width) {
	return Array.from({ length: width }, (_, label) => {
		let [actual, called] = [0, 0];
		for (let other = 0; other < width; other += 1) {
			actual += table[label * width + other];
			called += table[other * width + label];
		}
		return {
			correct: table[label * width + label],
			actual,
			called
		};
	});
}
const f1 = ({ correct, actual, called }) => actual + called === 0 ? 0 : 2 * correct / (actual + called);
const TABLE_METRICS = {
	accuracy: (table, width) => {
		const classes = perClass(table, width);
		return sumOf(classes, ({ correct }) => correct) / sumOf(classes, ({ actual }) => actual);
	},
	"balanced-accuracy": (table, width) => {
		const present = perClass(table, width).filter(({ actual }) => actual > 0);
		return sumOf(present, ({ correct, actual }) => correct / actual) / present.length;
	},
	"macro-f1": (table, width) => {
		const seen = perClass(table, width).filter(({ actual, called }) => actual + called > 0);
		return sumOf(seen, f1) / seen.length;
	},
	"weighted-f1": (table, width) => {
		const classes = perClass(table, width);
		return sumOf(classes, (counts) => f1(counts) * counts.actual) / sumOf(classes, ({ actual }) => actual);
	}
};
function sumOf(items, value) {
	return items.reduce((sum, item) => sum + value(item), 0);
}
/** The mean over the classes of the area of each against the rest; undefined where a class has no row. */
function oneAgainstRest({ actual, classes, probabilities }) {
	const width = classes.length;
	return (counts) => {
		const rows = counts === void 0 ? [...actual.keys()] : [...actual.keys()].flatMap((row) => Array(counts[row]).fill(row));
		let sum = 0;
		for (let label = 0; label < width; label += 1) {
			const positive = Uint8Array.from(rows, (row) => actual[row] === label ? 1 : 0);
			if (!(positive.includes(1) && positive.includes(0))) return NaN;
			sum += rocAuc(positive, Float64Array.from(rows, (row) => probabilities[row * width + label]));
		}
		return sum / width;
	};
}

// src/domain/comparison/regression-metrics.ts
/** Prepares a metric on a regression's predictions. Errors are predicted − actual. */
function prepareRegression(name, { actual, predicted }) {
	const errors = Float64Array.from(predicted, (value, row) => value - actual[row]);
	switch (name) {
		case "mae": return weightedMean(errors.map(Math.abs));
		case "rmse": {
			const meanSquare = weightedMean(errors.map((error) => error * error));
			return (counts) => Math.sqrt(meanSquare(counts));
		}
		case "mean-error": return weightedMean(errors);
		case "mape": return weightedMean(errors.map((error, row) => Math.abs(error) / Math.max(Number.EPSILON, Math.abs(actual[row]))));
		case "median-absolute-error": return weightedMedian(errors.map(Math.abs));
		case "r2": return coefficientOfDetermination(actual, errors);
		default: return () => NaN;
	}
}
/** 1 − Σ error² / Σ (actual − mean)²; undefined where the target does not vary. */
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
/** The middle value, or the mean of the two middle ones. */
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

// src/domain/comparison/measure.ts
/** Metrics that need probabilities; a model that gives labels alone has none of them. */
const OF_PROBABILITIES = [
	"roc-auc",
	"average-precision",
	"log-loss",
	"brier",
	"roc-auc-ovr"
];
/** Above this many rows only the metric that decides gets a bootstrap interval. */
const MAX_ROWS_FOR_ALL = 2e4;
/** Prepares a metric of a task on its predictions. */
function prepareMetric(name, predictions) {
	switch (predictions.task) {
		case "binary-classification": return prepareBinary(name, predictions);
		case "multiclass-classification": return prepareMulticlass(name, predictions);
		case "regression": return prepareRegression(name, predictions);
	}
}
/** All metrics of one model on its rows. */
function evaluatePredictions(predictions, target) {
	const metrics = {};
	const missing = {};
	for (const name of metricsOf(predictions.task)) {
		const why = whyUndefined(name, [predictions]);
		const value = why === void 0 ? prepareMetric(name, predictions)() : NaN;
		if (Number.isFinite(value)) metrics[name] = value;
		else missing[name] = why ?? "it is not a finite number on these rows";
	}
	return {
		...settingOf(predictions, target),
		metrics,
		...Object.keys(missing).length === 0 ? {} : { undefined: missing }
	};
}
/**
* Champion against challenger on the same rows: every metric of both, and intervals of the differences, DeLong's for
* the ROC AUC and of a paired bootstrap for the others. Above 20,000 rows only the primary metric is bootstrapped.
*/
function comparePredictions(champion, challenger, options) {
	const metrics = {};
	const missing = {};
	const names = metricsOf(champion.task);
	for (const [index, name] of names.entries()) {
		options.progress?.(index / names.length);
		const why = whyUndefined(name, [champion, challenger]);
		const [first, second] = [prepareMetric(name, champion), prepareMetric(name, challenger)];
		const [before, after] = why === void 0 ? [first(), second()] : [NaN, NaN];
		if (!Number.isFinite(before) || !Number.isFinite(after)) {
			missing[name] = why ?? "it is not a finite number on these rows";
			continue;
		}
		const interval = intervalOf(name, champion, challenger, [first, second], options);
		metrics[name] = {
			champion: before,
			challenger: after,
			difference: after - before,
			...interval === void 0 ? {} : { interval }
		};
	}
	return {
		...settingOf(champion, options.target),
		metrics,
		...Object.keys(missing).length === 0 ? {} : { undefined: missing }
	};
}
function intervalOf(name, champion, challenger, [first, second], { primary, resamples, seed }) {
	if (name === "roc-auc") {
		const [a, b] = [champion, challenger];
		const { low, high } = delongDifference(a.positive, a.probability, b.probability);
		return {
			low,
			high,
			level: .95,
			method: "delong"
		};
	}
	const rows = rowsOf(champion);
	if (rows > MAX_ROWS_FOR_ALL && name !== primary) return void 0;
	const bounds = pairedBootstrap(rows, resamples, seed, (counts) => second(counts) - first(counts));
	return bounds === void 0 ? void 0 : {
		...bounds,
		level: .95,
		method: "bootstrap-percentile",
		resamples,
		seed
	};
}
/** Whether two models predicted the same for every row. */
function samePredictions(a, b) {
	const numbers = (predictions) => {
		if (predictions.task === "binary-classification") return predictions.probability;
		return predictions.task === "regression" ? predictions.predicted : predictions.probabilities;
	};
	const [first, second] = [numbers(a), numbers(b)];
	return first.length === second.length && first.every((value, index) => value === second[index]);
}
function rowsOf(predictions) {
	return predictions.task === "binary-classification" ? predictions.positive.length : predictions.actual.length;
}
function settingOf(predictions, target) {
	const rows = rowsOf(predictions);
	if (predictions.task === "regression") return {
		task: predictions.task,
		rows,
		target
	};
	if (predictions.task === "multiclass-classification") return {
		task: predictions.task,
		rows,
		target,
		classes: [...predictions.classes]
	};
	return {
		task: predictions.task,
		rows,
		target,
		"positive-class": predictions.classes[1],
		"positive-rows": predictions.positive.reduce((sum, value) => sum + value, 0),
		classes: [...predictions.classes]
	};
}
function whyUndefined(name, models) {
	if (OF_PROBABILITIES.includes(name) && models.some((model) => model.task !== "regression" && !model.hasProbabilities)) return "a model gives labels and no probabilities";
	const [first] = models;
	if (first?.task === "binary-classification" && RANKED.includes(name)) {
		const positives = first.positive.reduce((sum, value) => sum + value, 0);
		if (positives === 0 || positives === first.positive.length) return "the rows hold one class only";
	}
	if (first?.task === "multiclass-classification" && name === "roc-auc-ovr") {
		if (new Set(first.actual).size < first.classes.length) return "the rows do not hold every class";
	}
}
const RANKED = ["roc-auc", "average-precision"];

// src/commands/evaluation-data.ts
/**
* The rows to judge on: those that the policy names, or with `data` others, which no gate will take.
*
* @throws {ModelyardError} `bad-input` where the policy names none; `digest-mismatch` where the file is not the one
*   that it pins; `path-escape` where a link leads out of the repository.
*/
async function findEvaluationData(state, { data, pin }, ports) {
	const named = state.definition.evaluate?.data;
	if (data !== void 0) {
		const sha256 = await digestOfData(data, ports.artifacts);
		return {
			uri: ports.worktree.pathFromRoot(data) ?? data,
			path: data,
			sha256,
			pinned: sha256 === named?.sha256
		};
	}
	if (named === void 0) throw new ModelyardError({
		code: "bad-input",
		message: `${state.name} names no evaluation data`,
		next: "write `evaluate: {data: {uri: data/test.csv}}` into its model.yaml, or name a file: --data FILE"
	});
	const path = `${ports.worktree.root}/${named.uri}`;
	const sha256 = await digestOfNamedData(named.uri, ports);
	if (named.sha256 === void 0 || named.sha256 === sha256 || pin) return {
		uri: named.uri,
		path,
		sha256,
		pinned: named.sha256 === sha256
	};
	throw new ModelyardError({
		code: "digest-mismatch",
		message: `${named.uri} hashes to ${sha256.slice(0, 12)}…, and model.yaml pins ${named.sha256.slice(0, 12)}…`,
		next: "restore the file, or pin the new one with --pin and have that reviewed",
		place: { path: named.uri }
	});
}
/**
* The model.yaml on disk with the digest of the evaluation data in it; comments and order stay. Undefined where it
* stands there already.
*
* @throws {ModelyardError} What is wrong with that file, where it cannot be read, or would be wrong with the data in it.
*/
async function pinEvaluationData(state, data, { worktree }) {
	const path = `${modelFolder(state.config, state.name)}/model.yaml`;
	const bytes = await worktree.readFile(path);
	if (bytes === void 0) return void 0;
	const check = (content) => valueOrThrow(parseYaml(ModelDefinition, path, content, { later: LATER_DEFINITION_KEYS }));
	check(bytes);
	const text = new TextDecoder().decode(bytes);
	const edited = editYaml(text, [{
		keys: [
			"evaluate",
			"data",
			"uri"
		],
		value: data.uri
	}, {
		keys: [
			"evaluate",
			"data",
			"sha256"
		],
		value: data.sha256
	}]);
	if (edited === text) return void 0;
	const content = new TextEncoder().encode(edited);
	check(content);
	return {
		path,
		content
	};
}

// src/commands/evidence-writer.ts
/**
* Where a measurement at a terminal comes from.
*
* @param predictions - The files that stood where the engine stands; undefined for a version that was scored.
*/
async function originOf(startedAt, commit, { artifacts, clock, host, identity }, predictions) {
	const by = await identity.committer().catch(() => void 0);
	const files = predictions.filter((file) => file !== void 0);
	const digests = await Promise.all(files.map((file) => digestOfPath(file, artifacts)));
	return {
		tool: `modelyard ${RELEASE}`,
		...by === void 0 ? {} : { by: by.name },
		commit,
		...digests.length === 0 ? {} : { predictions: digests },
		machine: host.machine,
		"started-at": timestamp(startedAt),
		seconds: Math.round(clock.now() - startedAt) / 1e3
	};
}
/** What made the predictions, as a report names it. */
function engineOf({ inference }, predictions) {
	const files = predictions.filter((file) => file !== void 0);
	const named = files.length === 0 ? [] : [`predictions from ${files.join(" and ")}`];
	return [...files.length < predictions.length ? [inference.engine] : [], ...named].join(", ");
}
/**
* Leaves evidence as a draft, where the next promotion finds it. The same finding is not written again: the one on
* record is named instead.
*/
async function writeEvidence(registry, state, record, evidence, ports) {
	const { all, pending } = await gatherEvidence({
		registry,
		state
	}, record, ports);
	const { version } = record;
	const folder = draftFolder(state.name, version);
	const place = (kind, digest) => pending.has(digest) ? ports.drafts.place(`${folder}/${evidenceFileName(kind, digest)}`) : `${modelFolder(registry.config, state.name)}/versions/${version}/evidence/${evidenceFileName(kind, digest)}`;
	const parsed = Evidence.parse(evidence);
	const repeat = all.findLast((known) => isRepeat(known.evidence, parsed));
	if (repeat !== void 0) {
		const { digest } = repeat;
		return {
			written: {
				path: place(evidence.kind, digest),
				digest,
				is: "repeat"
			},
			stored: repeat
		};
	}
	const bytes = new TextEncoder().encode(renderJson(Evidence, evidence));
	const digest = ports.artifacts.hash(bytes);
	const draft = `${folder}/${evidenceFileName(evidence.kind, digest)}`;
	await ports.drafts.write(draft, bytes);
	return {
		written: {
			path: ports.drafts.place(draft),
			digest,
			is: "new"
		},
		stored: {
			digest,
			evidence: parsed
		}
	};
}

// src/domain/comparison/input-plan.ts
/**
* Decides which columns feed which input: those that the signature names, otherwise the column of the input's own
* name, otherwise for an input that takes several all columns of numbers but the target, in the file's order, if
* they are just as many.
*
* @throws {ModelyardError} `bad-data` that says which input finds no column, and what would fit.
*/
function planInputs(signature, data, target) {
	const columns = [];
	const remarks = [];
	const use = (name, datatype) => {
		const kind = datatype === "BYTES" ? "text" : "number";
		const at = columns.findIndex((column) => column.name === name && column.kind === kind);
		return at >= 0 ? at : columns.push({
			name,
			kind
		}) - 1;
	};
	return {
		inputs: signature.inputs.map((input) => {
			if (input.datatype === "OTHER") throw unfit(input, "is no tensor", "export the model with tensors as inputs");
			const names = columnsFor(input, data, target, remarks);
			return {
				name: input.name,
				datatype: input.datatype,
				rowShape: rowShapeOf(input, names.length),
				columns: names.map((name) => use(name, input.datatype))
			};
		}),
		columns,
		remarks
	};
}
function columnsFor(input, data, target, remarks) {
	const present = new Set(data.map(({ name }) => name));
	if (input.columns !== void 0) {
		const missing = input.columns.find((name) => !present.has(name));
		if (missing === void 0) return input.columns;
		throw unfit(input, `takes the column \`${missing}\`, which the data does not have`, hint(missing, present));
	}
	const width = widthOf(input);
	if (present.has(input.name) && (width === 1 || width === void 0)) return [input.name];
	if (width === 1) throw unfit(input, "finds no column of its name", hint(input.name, present));
	const numbers = data.filter(({ name, kind }) => kind === "number" && name !== target).map(({ name }) => name);
	if (input.datatype !== "BYTES" && (width === void 0 || width === numbers.length)) {
		remarks.push(`the input \`${input.name}\` takes the ${numbers.length} columns of numbers in the data's order`);
		return numbers;
	}
	throw unfit(input, `takes ${width ?? "any number of"} columns, and the data has ${numbers.length} columns of numbers beside the target`, "register the version with the names of its columns: --columns a,b,c");
}
/** How many numbers a row has; undefined where the model leaves it open. */
function widthOf({ shape }) {
	const sizes = shape.slice(1);
	return sizes.includes(-1) ? void 0 : sizes.reduce((product, size) => product * size, 1);
}
function rowShapeOf({ name, shape }, columns) {
	const sizes = shape.slice(1);
	const known = sizes.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
	const filled = sizes.filter((size) => size === -1).length === 1 && columns % known === 0 ? sizes.map((size) => size === -1 ? columns / known : size) : sizes;
	if (filled.includes(-1) || filled.reduce((product, size) => product * size, 1) !== columns) throw new ModelyardError({
		code: "bad-data",
		message: `the input \`${name}\` has the shape [${shape.join(", ")}], which ${columns} columns do not fill`,
		next: "register the version with the names of its columns: --columns a,b,c"
	});
	return filled;
}
function unfit(input, what, next) {
	return new ModelyardError({
		code: "bad-data",
		message: `the model's input \`${input.name}\` (${input.datatype}) ${what}`,
		next
	});
}
function hint(name, present) {
	const near = nearest(name, present);
	if (near !== void 0) return `the data has \`${near}\`; rename it, or export the model with that name`;
	return `the data has ${[...present].slice(0, 30).join(", ")}`;
}
const RANGES = {
	BOOL: [0, 1],
	UINT8: [0, 255],
	UINT16: [0, 2 ** 16 - 1],
	UINT32: [0, 2 ** 32 - 1],
	UINT64: [0, Number.MAX_SAFE_INTEGER],
	INT8: [-128, 127],
	INT16: [-(2 ** 15), 2 ** 15 - 1],
	INT32: [-(2 ** 31), 2 ** 31 - 1],
	INT64: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
};
/**
* The first value that a tensor of whole numbers cannot hold; typed arrays would wrap it around without a word.
*
* @returns The position and what is wrong, or undefined where all fit. Tensors of floats hold everything.
*/
function firstUnfit(values, datatype) {
	const range = RANGES[datatype];
	if (range === void 0) return void 0;
	const [low, high] = range;
	for (let at = 0; at < values.length; at += 1) {
		const value = values[at];
		if (Number.isInteger(value) && value >= low && value <= high) continue;
		const why = Number.isNaN(value) ? "is missing" : `is ${value}`;
		return {
			at,
			why: `${why}, and the model takes ${datatype}`
		};
	}
}

// src/domain/comparison/predictions.ts
/**
* Puts a binary classifier's scores beside the labels. The positive class is found by its name, never by its place:
* exporters sort classes as they like. A model that calls its classes 0 and 1 means by 1 the positive one.
*
* @throws {ModelyardError} `bad-data` on labels that are missing, more than two, or not those of `positiveClass`;
*   `not-runnable` where the model does not say which column is which, or answers NaN.
*/
function alignBinary(scores, target, positiveClass) {
	const classes = binaryClasses(target, positiveClass);
	const isPositive = Uint8Array.from(target.words, (word) => sameLabel(word, positiveClass) ? 1 : 0);
	const positive = new Uint8Array(target.codes.length);
	for (let row = 0; row < positive.length; row += 1) positive[row] = isPositive[target.codes[row]];
	const { probabilities, labels } = scores;
	const remarks = [];
	if (probabilities === void 0) {
		const given = labels ?? [];
		const called = labelOf(positiveClass, [...new Set(given)], remarks);
		return {
			task: "binary-classification",
			positive,
			probability: Float64Array.from(given, (label) => sameLabel(label, called) ? 1 : 0),
			hasProbabilities: false,
			classes,
			remarks
		};
	}
	const { values, width } = probabilities;
	const column = width === 1 && probabilities.classes.length !== 1 ? 0 : positiveColumn(scores, probabilities, positiveClass, remarks);
	const probability = new Float64Array(scores.rows);
	for (let row = 0; row < scores.rows; row += 1) probability[row] = values[row * width + column];
	refuseNaN(probability);
	return {
		task: "binary-classification",
		positive,
		probability,
		hasProbabilities: true,
		classes,
		remarks
	};
}
/**
* Puts a classifier's scores beside the labels; its columns are brought into the order of the classes' names.
*
* @throws {ModelyardError} `bad-data` on missing labels, or ones that the model never saw; `not-runnable` as above.
*/
function alignMulticlass(scores, target) {
	requireLabels(target);
	const { probabilities, labels } = scores;
	const named = probabilities === void 0 ? void 0 : columnClasses(scores, probabilities);
	const present = target.words.filter((_, code) => target.codes.includes(code));
	const classes = [...named ?? /* @__PURE__ */ new Set([...labels ?? [], ...present])];
	const code = target.words.map((word) => classes.findIndex((name) => sameLabel(name, word)));
	const unseen = target.words.find((_, index) => code[index] === -1 && target.codes.includes(index));
	if (unseen !== void 0) throw badData(`the column \`${target.name}\` holds the class \`${unseen}\`, which the model does not know`, `it knows ${classes.slice(0, 20).join(", ")}`);
	const actual = target.codes.map((index) => code[index]);
	const width = classes.length;
	const matrix = new Float64Array(scores.rows * width);
	if (probabilities === void 0) for (const [row, label] of (labels ?? []).entries()) matrix[row * width + classes.indexOf(label)] = 1;
	else matrix.set(probabilities.values);
	refuseNaN(matrix, width);
	return {
		task: "multiclass-classification",
		classes,
		actual,
		probabilities: matrix,
		hasProbabilities: probabilities !== void 0,
		remarks: []
	};
}
/**
* Puts a regression's numbers beside the target.
*
* @throws {ModelyardError} `bad-data` where the target is missing; `not-runnable` where the model answers NaN.
*/
function alignRegression(predicted, target) {
	const missing = target.values.findIndex((value) => !Number.isFinite(value));
	if (missing >= 0) throw badData(`the column \`${target.name}\` has no finite number at row ${missing + 1}`, "remove the rows without a target, or fill them in");
	refuseNaN(predicted);
	return {
		task: "regression",
		actual: target.values,
		predicted,
		remarks: []
	};
}
/** Whether two class names mean the same: the same text, or the same number (`1` and `1.0`). */
function sameLabel(a, b) {
	if (a === b) return true;
	return a.trim() !== "" && b.trim() !== "" && Number(a) === Number(b);
}
function binaryClasses(target, positiveClass) {
	requireLabels(target);
	const present = /* @__PURE__ */ new Set();
	for (const code of target.codes) present.add(target.words[code]);
	const others = [...present].filter((word) => !sameLabel(word, positiveClass));
	if (others.length > 1) {
		const all = [...present].slice(0, 5).map((word) => `\`${word}\``);
		throw badData(present.size > others.length ? `the column \`${target.name}\` holds ${present.size} classes (${all.join(", ")}), and two are due` : `the column \`${target.name}\` holds ${all.join(", ")}, but never the positive class \`${positiveClass}\``, present.size > others.length ? "set `task: multiclass-classification`, or evaluate on rows of two classes" : "correct `positive-class` in model.yaml");
	}
	return [others[0] ?? `not ${positiveClass}`, positiveClass];
}
/** `NaN` is how many tools write a missing label; as a class it would be a silent second one. */
function requireLabels(target) {
	const missing = target.words.map((word) => /^(?:nan)?$/i.test(word));
	const row = target.codes.findIndex((code) => missing[code] === true);
	if (row >= 0) throw badData(`the column \`${target.name}\` has no label at row ${row + 1}`, "remove the rows without a label, or fill them in");
}
function positiveColumn(scores, probabilities, positiveClass, remarks) {
	const classes = columnClasses(scores, probabilities);
	const column = classes.indexOf(labelOf(positiveClass, classes, remarks));
	if (column >= 0) return column;
	throw new ModelyardError({
		code: "not-runnable",
		message: `there is a probability of ${classes.join(", ")} alone, and none of \`${positiveClass}\``,
		next: "give the probability of the positive class"
	});
}
const POSITIVE_WORDS = ["1", "true"];
const NEGATIVE_WORDS = ["0", "false"];
/** What the model calls the positive class. */
function labelOf(positiveClass, classes, remarks) {
	const same = classes.find((name) => sameLabel(name, positiveClass));
	if (same !== void 0) return same;
	const plain = (words) => classes.find((name) => words.includes(name.toLowerCase()));
	const [one, zero] = [plain(POSITIVE_WORDS), plain(NEGATIVE_WORDS)];
	if (classes.every((name) => name === one || name === zero) && classes.length > 0) {
		remarks.push(`the model calls its classes ${classes.join(" and ")}; ${one ?? "1"} is taken as \`${positiveClass}\``);
		return one ?? "1";
	}
	throw new ModelyardError({
		code: "not-runnable",
		message: `the model's classes are ${classes.slice(0, 10).join(", ") || "not named"}, and none is \`${positiveClass}\``,
		next: "correct `positive-class` in model.yaml, or export the model with its class names"
	});
}
/** The class of each column: as the file says, otherwise learned from the labels that go with the largest column. */
function columnClasses({ rows, labels }, { classes, values, width }) {
	if (classes.length === width) return classes;
	const learned = new Array(width);
	for (let row = 0; row < rows && labels !== void 0; row += 1) {
		let largest = 0;
		for (let column = 1; column < width; column += 1) if (values[row * width + column] > values[row * width + largest]) largest = column;
		learned[largest] ??= labels[row];
	}
	const known = learned.filter((name) => name !== void 0);
	if (known.length === width && new Set(known).size === width) return known;
	throw new ModelyardError({
		code: "not-runnable",
		message: `the model gives ${width} probabilities a row and does not say which class each belongs to`,
		next: "export it with its class names, e.g. with skl2onnx from a fitted classifier"
	});
}
function refuseNaN(values, width = 1) {
	const first = values.findIndex((value) => Number.isNaN(value));
	if (first < 0) return;
	let count = 0;
	for (const value of values) if (Number.isNaN(value)) count += 1;
	throw new ModelyardError({
		code: "not-runnable",
		message: `the model answers NaN, ${count} times in ${values.length / width} rows, first at row ${Math.floor(first / width) + 1}`,
		next: "impute missing values inside the model, or correct the rows"
	});
}
function badData(message, next) {
	return new ModelyardError({
		code: "bad-data",
		message,
		next
	});
}

// src/commands/labelled-scores.ts
/** Puts scores beside the target's values. */
function alignScores(definition, scores, labels) {
	const { task, target } = definition;
	if (task === "regression") return alignRegression(scores.values ?? /* @__PURE__ */ new Float64Array(), {
		name: target,
		values: labels.numbers()
	});
	const column = {
		name: target,
		...labels.text()
	};
	return task === "binary-classification" ? alignBinary(scores, column, definition["positive-class"] ?? "") : alignMulticlass(scores, column);
}
/** The target over all batches. */
var TargetCollector = class {
	#parts = [];
	add(values) {
		this.#parts.push(values);
	}
	numbers() {
		return joined(this.#parts.map((part) => part.kind === "number" ? part.values : /* @__PURE__ */ new Float64Array()), Float64Array);
	}
	text() {
		const parts = this.#parts.flatMap((part) => part.kind === "text" ? [part] : []);
		return {
			codes: joined(parts.map(({ codes }) => codes), Uint32Array),
			words: parts.at(-1)?.words ?? []
		};
	}
};
/** Parts end to end. */
function joined(parts, type) {
	const whole = new type(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

// src/domain/comparison/prediction-columns.ts
const PROBABILITY = "probability";
const OF_CLASS = "probability_";
const LABEL = "label";
const PREDICTION = "prediction";
/**
* Finds what a model predicted among the columns of a file: `prediction` for regression; for classes a column
* `probability_<class>` each, or `probability` of the positive class, or `label` alone. Other columns are not read.
*
* @param present - The file's columns in their order.
* @throws {ModelyardError} `bad-data` where none of these is there.
*/
function findPredictionColumns({ task, "positive-class": positiveClass }, file, present) {
	if (task === "regression") {
		if (present.includes(PREDICTION)) return {
			columns: [{
				name: PREDICTION,
				kind: "number"
			}],
			classes: void 0
		};
		throw missing(file, present, `a column \`${PREDICTION}\` with the predicted number`);
	}
	const ofClasses = present.filter((name) => name.startsWith(OF_CLASS));
	if (ofClasses.length > 0) return {
		columns: ofClasses.map((name) => ({
			name,
			kind: "number"
		})),
		classes: ofClasses.map((name) => name.slice(12))
	};
	if (task === "binary-classification" && present.includes(PROBABILITY)) return {
		columns: [{
			name: PROBABILITY,
			kind: "number"
		}],
		classes: [positiveClass ?? ""]
	};
	if (present.includes(LABEL)) return {
		columns: [{
			name: LABEL,
			kind: "text"
		}],
		classes: void 0
	};
	throw missing(file, present, task === "binary-classification" ? `a column \`${PROBABILITY}\` of the positive class, or \`${LABEL}\`` : `a column \`${OF_CLASS}<class>\` for each class, or \`${LABEL}\``);
}
/**
* The first value that is no probability.
*
* @param probabilities - Row-major [rows, width].
* @returns Its row, from 0, or -1.
*/
function firstImprobable(probabilities, width) {
	const at = probabilities.findIndex((value) => !(value >= 0 && value <= 1 + 1e-6));
	return at < 0 ? -1 : Math.floor(at / width);
}
function missing(file, present, wanted) {
	return new ModelyardError({
		code: "bad-data",
		message: `${file} has no predictions: it holds ${present.slice(0, 10).join(", ")}`,
		next: `write ${wanted}; one row for each row of the evaluation data, in its order`
	});
}

// src/commands/read-predictions.ts
const BATCH_ROWS$1 = 65536;
/**
* Puts predictions that were made elsewhere beside the labels: for versions that are no ONNX, the file stands where
* the engine stands. It has one row for each row of the evaluation data, in the same order.
*
* @throws {ModelyardError} `bad-data` where a column is missing, the rows are not as many, or a probability is none.
*/
async function readPredictions(state, data, file, tables) {
	const { target, task } = state.definition;
	const found = findPredictionColumns(state.definition, file, (await tables.columns(file)).map(({ name }) => name));
	const labels = new TargetCollector();
	const targetColumn = {
		name: target,
		kind: task === "regression" ? "number" : "text"
	};
	let rows = 0;
	for await (const batch of tables.read(data.path, [targetColumn], BATCH_ROWS$1)) {
		labels.add(batch.columns[0]);
		rows += batch.rows;
	}
	const parts = found.columns.map(() => []);
	let predicted = 0;
	for await (const batch of tables.read(file, found.columns, BATCH_ROWS$1)) {
		for (const [index, values] of batch.columns.entries()) parts[index]?.push(values);
		predicted += batch.rows;
	}
	requireRows(file, predicted, data.uri, rows);
	const scores = scoresOf(found.classes, parts, rows, file);
	const predictions = alignScores(state.definition, scores, labels);
	return {
		predictions,
		remarks: predictions.remarks
	};
}
function requireRows(file, predicted, data, rows) {
	if (rows > 0 && predicted === rows) return;
	throw new ModelyardError({
		code: "bad-data",
		message: rows === 0 ? `${data} holds no rows` : `${file} holds ${predicted} predictions, and ${data} holds ${rows} rows`,
		next: rows === 0 ? "check the step that wrote it" : "write one prediction for each row of the data, in the same order"
	});
}
function scoresOf(classes, parts, rows, file) {
	if (classes === void 0) {
		const [part = []] = parts;
		return part[0]?.kind === "text" ? {
			rows,
			labels: wordsOf(part)
		} : {
			rows,
			values: interleaved(parts, rows)
		};
	}
	const width = classes.length;
	const values = interleaved(parts, rows);
	const improbable = firstImprobable(values, width);
	if (improbable >= 0) throw new ModelyardError({
		code: "bad-data",
		message: `${file} holds a probability that is not between 0 and 1, at row ${improbable + 1}`,
		next: "write probabilities, not scores or logits"
	});
	return {
		rows,
		probabilities: {
			classes,
			values,
			width
		}
	};
}
function wordsOf(parts) {
	return parts.flatMap((part) => part.kind === "text" ? Array.from(part.codes, (code) => part.words[code] ?? "") : []);
}
/** Columns in parts as one row-major matrix. */
function interleaved(parts, rows) {
	const width = parts.length;
	const matrix = new Float64Array(rows * width);
	for (const [column, pieces] of parts.entries()) {
		let row = 0;
		for (const piece of pieces) {
			if (piece.kind !== "number") continue;
			for (const value of piece.values) {
				matrix[row * width + column] = value;
				row += 1;
			}
		}
	}
	return matrix;
}

// src/commands/score-version.ts
/** Rows that the engine scores at one time. Fixed: other batches change last digits, and evidence is to be repeatable. */
const BATCH_ROWS = 1024;
/**
* Scores a version on the evaluation data and puts the predictions beside the labels.
*
* @throws {ModelyardError} `digest-mismatch` where the bytes are not those that were registered; `not-runnable`,
*   `bad-data`, `bad-artifact`.
*/
async function scoreVersion(registry, state, record, data, ports, { signal, progress }, { artifact, predictions: file } = {}) {
	if (file !== void 0) return readPredictions(state, data, file, ports.tables);
	const model = await readModelBytes(registry, state, record, ports, artifact);
	const signature = record.signature ?? (await ports.inference.describe(model)).signature;
	const { target, task } = state.definition;
	const regression = task === "regression";
	const labels = new TargetCollector();
	const planned = ports.tables.columns(data.path).then((present) => planInputs(signature, present, target));
	const inputs = planned.then((plan) => plan.inputs);
	inputs.catch(() => {});
	const batches = async function* () {
		const { columns: inputColumns, inputs: tensors } = await planned;
		const columns = [...inputColumns, {
			name: target,
			kind: regression ? "number" : "text"
		}];
		yield* inputsOnly(ports.tables.read(data.path, columns, BATCH_ROWS), columns, tensors, labels);
	};
	const scores = await ports.inference.score({
		model,
		inputs,
		batches: batches(),
		task: regression ? "regression" : "classification",
		signal,
		progress: (rows) => progress?.(`scoring version ${record.version}: ${rows} rows`)
	});
	if (scores.rows === 0) throw new ModelyardError({
		code: "bad-data",
		message: `${data.uri} holds no rows`,
		next: "check the step that wrote it"
	});
	const predictions = alignScores(state.definition, scores, labels);
	return {
		predictions,
		remarks: [...(await planned).remarks, ...predictions.remarks]
	};
}
async function readModelBytes({ repository, commit, config }, state, { version, artifact }, { artifacts }, localCopy) {
	if (artifact.format !== "onnx") throw notRunnable(version, artifact.kind ?? "unknown");
	const path = `${modelFolder(config, state.name)}/versions/${version}/${artifact.uri.replace(/^\.\//, "")}`;
	const bytes = localCopy !== void 0 ? await artifacts.readAll(localCopy) : artifact.uri.startsWith("./") ? await repository.readFile(commit, path) : void 0;
	if (bytes === void 0) throw new ModelyardError({
		code: "bad-artifact",
		message: artifact.uri.startsWith("./") ? `the artifact of version ${version} is missing` : `the artifact of version ${version} lies at ${artifact.uri}`,
		next: artifact.uri.startsWith("./") ? "restore it from git; a purged version has none" : "fetch it, and name the copy: --artifact FILE",
		place: { path }
	});
	const digest = artifacts.hash(bytes);
	if (digest === artifact.sha256) return bytes;
	throw new ModelyardError({
		code: "digest-mismatch",
		message: `the artifact of version ${version} hashes to ${digest.slice(0, 12)}…, its record says ${artifact.sha256.slice(0, 12)}…`,
		next: "the bytes were changed after they were registered: restore them from git, or register them as a new version",
		place: { path }
	});
}
const PREDICTED = "predict the evaluation data yourself and name the file: --predictions, or --challenger-predictions of compare";
function notRunnable(version, kind) {
	const family = {
		pickle: "scikit-learn",
		joblib: "scikit-learn",
		xgboost: "xgboost",
		"lightgbm-text": "lightgbm"
	}[kind];
	const lines = family === void 0 ? [] : exportLines({ family });
	return new ModelyardError({
		code: "not-runnable",
		message: `version ${version} is ${kind}, which is never loaded here${kind === "pickle" || kind === "joblib" ? ", since loading it runs code that it carries" : ""}`,
		next: lines.length === 0 ? `export it as ONNX and register that; or ${PREDICTED}` : `export it as ONNX and register that: ${lines.join("; ")}; or ${PREDICTED}`
	});
}
/** Hands the input columns on and keeps the target, which comes last. */
async function* inputsOnly(batches, columns, inputs, labels) {
	const checked = inputs.flatMap(({ datatype, columns: positions }) => positions.map((position) => ({
		datatype,
		position
	})));
	for await (const batch of batches) {
		for (const { datatype, position } of checked) refuseUnfit(batch, columns[position]?.name ?? "", datatype, batch.columns[position]);
		labels.add(batch.columns[columns.length - 1]);
		yield {
			...batch,
			columns: batch.columns.slice(0, -1)
		};
	}
}
function refuseUnfit(batch, name, datatype, values) {
	if (values?.kind !== "number") return;
	const unfit = firstUnfit(values.values, datatype);
	if (unfit === void 0) return;
	throw new ModelyardError({
		code: "bad-data",
		message: `the column \`${name}\` ${unfit.why}, at row ${batch.start + unfit.at + 1}`,
		next: "correct the row, or export the model with a float input, which can hold missing numbers"
	});
}

export { findEvaluationData as a, evaluatePredictions as c, writeEvidence as i, samePredictions as l, engineOf as n, pinEvaluationData as o, originOf as r, comparePredictions as s, scoreVersion as t };