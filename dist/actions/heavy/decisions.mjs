import { t as ascendingOrder } from "./order.mjs";
import { u as unusualSettings } from "./comparison.mjs";
// src/domain/comparison/predicted-rows.ts
function rowsOf(predictions) {
	return predictions.task === "binary-classification" ? predictions.positive.length : predictions.actual.length;
}
function positiveRows({ positive }) {
	let count = 0;
	for (const value of positive) count += value;
	return count;
}
function settingOf(predictions, target, settings) {
	const { task } = predictions;
	const unusual = unusualSettings(task, settings);
	const told = unusual === void 0 ? {} : { settings: unusual };
	const about = {
		task,
		rows: rowsOf(predictions),
		target
	};
	if (predictions.task === "regression") return {
		...about,
		...told
	};
	const classes = [...predictions.classes];
	if (predictions.task === "multiclass-classification") return {
		...about,
		classes,
		...told
	};
	return {
		...about,
		"positive-class": predictions.classes[1],
		"positive-rows": positiveRows(predictions),
		classes,
		...told
	};
}
function selectRows(predictions, rows) {
	switch (predictions.task) {
		case "binary-classification": return {
			...predictions,
			positive: take(predictions.positive, rows, new Uint8Array(rows.length)),
			probability: take(predictions.probability, rows, new Float64Array(rows.length))
		};
		case "regression": return {
			...predictions,
			actual: take(predictions.actual, rows, new Float64Array(rows.length)),
			predicted: take(predictions.predicted, rows, new Float64Array(rows.length))
		};
		case "multiclass-classification": {
			const width = predictions.classes.length;
			const probabilities = new Float64Array(rows.length * width);
			for (let at = 0; at < rows.length; at += 1) {
				const from = rows[at] * width;
				probabilities.set(predictions.probabilities.subarray(from, from + width), at * width);
			}
			const actual = take(predictions.actual, rows, new Uint32Array(rows.length));
			return {
				...predictions,
				actual,
				probabilities
			};
		}
	}
}
function take(values, rows, into) {
	for (let at = 0; at < rows.length; at += 1) into[at] = values[rows[at]];
	return into;
}
function samePredictions(a, b) {
	const [first, second] = [numbersOf(a), numbersOf(b)];
	return first.length === second.length && first.every((value, index) => value === second[index]);
}
function sameOrder(a, b) {
	if (a.task !== "binary-classification" || b.task !== "binary-classification") return false;
	const order = ascendingOrder(a.probability);
	for (let at = 1; at < order.length; at += 1) {
		const [lower, upper] = [order[at - 1], order[at]];
		const isTied = a.probability[lower] === a.probability[upper];
		const rise = b.probability[upper] - b.probability[lower];
		if (isTied ? rise !== 0 : rise <= 0) return false;
	}
	return true;
}
function numbersOf(predictions) {
	if (predictions.task === "binary-classification") return predictions.probability;
	return predictions.task === "regression" ? predictions.predicted : predictions.probabilities;
}
// src/domain/comparison/class-table.ts
function calledClasses({ probabilities, classes }) {
	const width = classes.length;
	const called = new Uint32Array(probabilities.length / width);
	for (let row = 0; row < called.length; row += 1) {
		let best = row * width;
		for (let at = best + 1; at < (row + 1) * width; at += 1) if (probabilities[at] > probabilities[best]) best = at;
		called[row] = best - row * width;
	}
	return called;
}
function classTable(actual, called, width, counts) {
	const table = new Float64Array(width * width);
	for (let row = 0; row < actual.length; row += 1) {
		const cell = actual[row] * width + called[row];
		table[cell] = table[cell] + (counts === void 0 ? 1 : counts[row]);
	}
	return table;
}
function countsPerClass(table, width) {
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
function classF1({ correct, actual, called }) {
	return actual + called === 0 ? 0 : 2 * correct / (actual + called);
}
// src/domain/comparison/decisions.ts
function calledPositive(probability, threshold) {
	const called = new Uint8Array(probability.length);
	for (let row = 0; row < called.length; row += 1) called[row] = probability[row] >= threshold ? 1 : 0;
	return called;
}
function countDecisions(positive, called, counts) {
	let [truePositive, falsePositive, falseNegative, all] = [
		0,
		0,
		0,
		0
	];
	for (let row = 0; row < positive.length; row += 1) {
		const count = counts === void 0 ? 1 : counts[row];
		all += count;
		if (called[row] === 1) {
			if (positive[row] === 1) truePositive += count;
			else falsePositive += count;
		} else if (positive[row] === 1) falseNegative += count;
	}
	const trueNegative = all - truePositive - falsePositive - falseNegative;
	return {
		truePositive,
		falsePositive,
		trueNegative,
		falseNegative
	};
}
const known = new WeakMap();
function decisionsAt(positive, probability, threshold) {
	const before = known.get(probability);
	if (before?.positive === positive && before.threshold === threshold) return before;
	const called = calledPositive(probability, threshold);
	const found = {
		positive,
		threshold,
		called,
		decisions: countDecisions(positive, called)
	};
	known.set(probability, found);
	return found;
}
const ratio = (part, whole) => whole === 0 ? 0 : part / whole;
const DECISION_METRICS = {
	accuracy: ({ truePositive, trueNegative, falsePositive, falseNegative }) => (truePositive + trueNegative) / (truePositive + trueNegative + falsePositive + falseNegative),
	"balanced-accuracy": ({ truePositive, trueNegative, falsePositive, falseNegative }) => (truePositive / (truePositive + falseNegative) + trueNegative / (trueNegative + falsePositive)) / 2,
	f1: ({ truePositive, falsePositive, falseNegative }) => 2 * truePositive / (2 * truePositive + falsePositive + falseNegative),
	precision: ({ truePositive, falsePositive }) => ratio(truePositive, truePositive + falsePositive),
	recall: ({ truePositive, falseNegative }) => truePositive / (truePositive + falseNegative),
	specificity: ({ trueNegative, falsePositive }) => trueNegative / (trueNegative + falsePositive),
	matthews: ({ truePositive, trueNegative, falsePositive, falseNegative }) => {
		const scale = Math.sqrt(truePositive + falsePositive) * Math.sqrt(truePositive + falseNegative) * Math.sqrt(trueNegative + falsePositive) * Math.sqrt(trueNegative + falseNegative);
		return ratio(truePositive * trueNegative - falsePositive * falseNegative, scale);
	}
};
function meanCost(decisions, cost) {
	const { truePositive, falsePositive, trueNegative, falseNegative } = decisions;
	return (truePositive * cost["true-positive"] + falsePositive * cost["false-positive"] + trueNegative * cost["true-negative"] + falseNegative * cost["false-negative"]) / (truePositive + falsePositive + trueNegative + falseNegative);
}
export { meanCost as a, classTable as c, rowsOf as d, sameOrder as f, settingOf as h, decisionsAt as i, countsPerClass as l, selectRows as m, calledPositive as n, calledClasses as o, samePredictions as p, countDecisions as r, classF1 as s, DECISION_METRICS as t, positiveRows as u };
