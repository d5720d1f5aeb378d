import { c as ModelyardError } from "./run.mjs";
import { n as alignScores, o as firstImprobable, r as trapsOf, t as TargetCollector } from "./labelled-scores.mjs";
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
export { readRows as i, readScores as n, pick as r, readPredictions as t };
