import { c as ModelyardError } from "./run.mjs";
// src/domain/comparison/probabilities.ts
function isShare(value) {
	return value >= 0 && value <= 1 + 1e-6;
}
function firstImprobable(probabilities, width) {
	const at = probabilities.findIndex((value) => !isShare(value));
	return at < 0 ? -1 : Math.floor(at / width);
}
// src/domain/comparison/predictions.ts
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
	refuseImprobable(probability);
	return {
		task: "binary-classification",
		positive,
		probability,
		hasProbabilities: true,
		classes,
		remarks
	};
}
function alignMulticlass(scores, target) {
	requireLabels(target);
	const { probabilities, labels } = scores;
	const named = probabilities === void 0 ? void 0 : columnClasses(scores, probabilities);
	const present = target.words.filter((_, code) => target.codes.includes(code));
	const classes = [...named ?? new Set([...labels ?? [], ...present])];
	const code = target.words.map((word) => classes.findIndex((name) => sameLabel(name, word)));
	const unseen = target.words.find((_, index) => code[index] === -1 && target.codes.includes(index));
	if (unseen !== void 0) throw badData(`the column \`${target.name}\` holds the class \`${unseen}\`, which the model does not know`, `it knows ${classes.slice(0, 20).join(", ")}`);
	const actual = target.codes.map((index) => code[index]);
	const width = classes.length;
	const matrix = new Float64Array(scores.rows * width);
	if (probabilities === void 0) for (const [row, label] of (labels ?? []).entries()) matrix[row * width + classes.indexOf(label)] = 1;
	else matrix.set(probabilities.values);
	refuseNaN(matrix, width);
	refuseImprobable(matrix, width);
	return {
		task: "multiclass-classification",
		classes,
		actual,
		probabilities: matrix,
		hasProbabilities: probabilities !== void 0,
		remarks: []
	};
}
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
function sameLabel(a, b) {
	if (a === b) return true;
	return a.trim() !== "" && b.trim() !== "" && Number(a) === Number(b);
}
function binaryClasses(target, positiveClass) {
	requireLabels(target);
	const present = new Set();
	for (const code of target.codes) present.add(target.words[code]);
	const others = [...present].filter((word) => !sameLabel(word, positiveClass));
	if (others.length > 1) {
		const all = [...present].slice(0, 5).map((word) => `\`${word}\``);
		throw badData(present.size > others.length ? `the column \`${target.name}\` holds ${present.size} classes (${all.join(", ")}), and two are due` : `the column \`${target.name}\` holds ${all.join(", ")}, but never the positive class \`${positiveClass}\``, present.size > others.length ? "set `task: multiclass-classification`, or evaluate on rows of two classes" : "correct `positive-class` in model.yaml");
	}
	return [others[0] ?? `not ${positiveClass}`, positiveClass];
}
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
function refuseImprobable(probabilities, width = 1) {
	const row = firstImprobable(probabilities, width);
	if (row < 0) return;
	const value = probabilities.subarray(row * width, (row + 1) * width).find((share) => !isShare(share));
	throw new ModelyardError({
		code: "not-runnable",
		message: `the model answers ${value} at row ${row + 1}, which is no probability`,
		next: "export it with probabilities between 0 and 1, not scores or logits"
	});
}
function badData(message, next) {
	return new ModelyardError({
		code: "bad-data",
		message,
		next
	});
}
// src/domain/comparison/traps.ts
const MAX_EXAMPLES = 5;
const MAX_EXAMPLE = 200;
const MAX_COLUMNS = 1e3;
const SUM_TOLERANCE = .001;
function unknownCategories(columns, known) {
	return columns.flatMap(({ column, words, counts }) => {
		const knows = known.get(column);
		if (knows === void 0) return [];
		const set = new Set(knows);
		const unknown = words.map((word, index) => ({
			word,
			rows: counts[index] ?? 0
		})).filter(({ word, rows }) => rows > 0 && !set.has(word)).sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1));
		if (unknown.length === 0) return [];
		return [{
			column,
			rows: unknown.reduce((sum, { rows }) => sum + rows, 0),
			examples: unknown.slice(0, MAX_EXAMPLES).map(({ word }) => word.slice(0, MAX_EXAMPLE))
		}];
	});
}
function predictionTraps(predictions) {
	if (predictions.task === "regression") {
		const infinite = countWhere(predictions.predicted, (value) => Math.abs(value) === Number.POSITIVE_INFINITY);
		return infinite === 0 ? {} : { infinite };
	}
	if (predictions.task === "binary-classification" || !predictions.hasProbabilities) return {};
	const { probabilities, classes } = predictions;
	let found = 0;
	for (let from = 0; from < probabilities.length; from += classes.length) {
		let sum = 0;
		for (let at = from; at < from + classes.length; at += 1) sum += probabilities[at];
		if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) found += 1;
	}
	return found === 0 ? {} : { "not-summing": found };
}
function countWhere(values, is) {
	let count = 0;
	for (const value of values) if (is(value)) count += 1;
	return count;
}
function unusedColumns(names) {
	return names.length === 0 ? {} : { "unused-columns": names.slice(0, MAX_COLUMNS) };
}
// src/commands/labelled-scores.ts
function rowsMeasuredOn({ sha256, window }) {
	return {
		data: sha256,
		...window !== void 0 && { window }
	};
}
function namedData({ uri, sha256, pinned, window }) {
	return {
		uri,
		sha256,
		pinned,
		...window !== void 0 && { window: {
			from: window.from,
			to: window.to
		} }
	};
}
function rowsRemarks({ pinned, window }) {
	if (pinned) return [];
	return [window === void 0 ? "the data is not the pinned one, so no gate takes this evidence" : `the rows are those of ${window.from} to ${window.to}, and not the newest; the models may have been trained on some of them, and no gate takes this evidence`];
}
async function trapsOf(predictions, data, found = {}) {
	return {
		...found,
		...predictionTraps(predictions),
		...await data.rowTraps?.()
	};
}
function alignScores(definition, scores, labels) {
	const { task, target } = definition;
	if (task === "regression") return alignRegression(scores.values ?? new Float64Array(), {
		name: target,
		values: labels.numbers()
	});
	const column = {
		name: target,
		...labels.text()
	};
	return task === "binary-classification" ? alignBinary(scores, column, definition["positive-class"] ?? "") : alignMulticlass(scores, column);
}
var TargetCollector = class {
	#parts = [];
	add(values) {
		this.#parts.push(values);
	}
	numbers() {
		return joined(this.#parts.map((part) => part.kind === "number" ? part.values : new Float64Array()), Float64Array);
	}
	text() {
		const parts = this.#parts.flatMap((part) => part.kind === "text" ? [part] : []);
		return {
			codes: joined(parts.map(({ codes }) => codes), Uint32Array),
			words: parts.at(-1)?.words ?? []
		};
	}
};
function joined(parts, type) {
	const whole = new type(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
// src/commands/selected-rows.ts
async function* readRows(tables, { path, only }, columns, batchRows) {
	if (only === void 0) {
		yield* tables.read(path, columns, batchRows);
		return;
	}
	let start = 0;
	let next = 0;
	for await (const batch of tables.read(path, columns, batchRows)) {
		const from = next;
		while (next < only.length && only[next] < batch.start + batch.rows) next += 1;
		if (next === from) continue;
		const picked = only.subarray(from, next).map((row) => row - batch.start);
		yield {
			start,
			rows: picked.length,
			columns: batch.columns.map((values) => pick(values, picked))
		};
		start += picked.length;
	}
}
function pick(values, rows) {
	if (values.kind === "number") return {
		kind: "number",
		values: Float64Array.from(rows, (row) => values.values[row])
	};
	return {
		...values,
		codes: rows.map((row) => values.codes[row])
	};
}
// src/domain/comparison/prediction-columns.ts
const PROBABILITY = "probability";
const OF_CLASS = "probability_";
const LABEL = "label";
const PREDICTION = "prediction";
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
function missing(file, present, wanted) {
	return new ModelyardError({
		code: "bad-data",
		message: `${file} has no predictions: it holds ${present.slice(0, 10).join(", ")}`,
		next: `write ${wanted}; one row for each row of the evaluation data, in its order`
	});
}
// src/commands/read-predictions.ts
const BATCH_ROWS = 65536;
async function readPredictions(definition, data, file, tables) {
	const { target, task } = definition;
	data.rowTraps?.();
	const labels = new TargetCollector();
	const targetColumn = {
		name: target,
		kind: task === "regression" ? "number" : "text"
	};
	let rows = 0;
	for await (const batch of readRows(tables, data, [targetColumn], BATCH_ROWS)) {
		labels.add(batch.columns[0]);
		rows += batch.rows;
	}
	const scores = await readScores(definition, {
		path: file,
		only: await rowsOfFile(file, data, rows, tables)
	}, tables);
	requireRows(file, scores.rows, data.uri, rows);
	requireProbabilities(scores, file);
	const predictions = alignScores(definition, scores, labels);
	return {
		predictions,
		traps: await trapsOf(predictions, data),
		remarks: predictions.remarks
	};
}
async function readScores(definition, file, tables) {
	const names = (await tables.columns(file.path)).map(({ name }) => name);
	const found = findPredictionColumns(definition, file.path, names);
	const parts = found.columns.map(() => []);
	let rows = 0;
	for await (const batch of readRows(tables, file, found.columns, BATCH_ROWS)) {
		for (const [index, values] of batch.columns.entries()) parts[index]?.push(values);
		rows += batch.rows;
	}
	return scoresOf(found.classes, parts, rows);
}
async function rowsOfFile(file, { path, only }, chosen, tables) {
	if (only === void 0) return void 0;
	const given = await tables.countRows(file);
	return given !== chosen && given === await tables.countRows(path) ? only : void 0;
}
function requireRows(file, predicted, data, rows) {
	if (rows > 0 && predicted === rows) return;
	throw new ModelyardError({
		code: "bad-data",
		message: rows === 0 ? `${data} holds no rows` : `${file} holds ${predicted} predictions, and ${data} holds ${rows} rows`,
		next: rows === 0 ? "check the step that wrote it" : "write one prediction for each row of the data, in the same order"
	});
}
function scoresOf(classes, parts, rows) {
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
	return {
		rows,
		probabilities: {
			classes,
			values: interleaved(parts, rows),
			width
		}
	};
}
function requireProbabilities({ probabilities }, file) {
	if (probabilities === void 0) return;
	const improbable = firstImprobable(probabilities.values, probabilities.width);
	if (improbable < 0) return;
	throw new ModelyardError({
		code: "bad-data",
		message: `${file} holds a probability that is not between 0 and 1, at row ${improbable + 1}`,
		next: "write probabilities, not scores or logits"
	});
}
function wordsOf(parts) {
	return parts.flatMap((part) => part.kind === "text" ? Array.from(part.codes, (code) => part.words[code] ?? "") : []);
}
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
export { TargetCollector as a, rowsMeasuredOn as c, unknownCategories as d, unusedColumns as f, firstImprobable as h, readRows as i, rowsRemarks as l, sameLabel as m, readScores as n, alignScores as o, alignBinary as p, pick as r, namedData as s, readPredictions as t, trapsOf as u };
