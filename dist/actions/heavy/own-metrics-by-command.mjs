import { c as ModelyardError } from "./run.mjs";
import { d as rowsOf, n as calledPositive, o as calledClasses } from "./decisions.mjs";
import { l as settingsInEffect } from "./comparison.mjs";
import { s as modelFolder } from "./json-file.mjs";
import { l as USUAL_LIMITS, r as scoreVersion, u as failureOf } from "./score-version.mjs";
// src/domain/joined-bytes.ts
function joinedBytes(parts) {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
// src/domain/comparison/parse-own-metric.ts
function parseOwnMetric(name, { per }, printed, rows) {
	const found = parsed(name, printed);
	if (per === "set") {
		if (isFiniteNumber(found)) return {
			per,
			value: found
		};
		throw unfit(name, `printed ${kindOf(found)}`, "print one finite number: it is `per: set`");
	}
	if (!Array.isArray(found)) throw unfit(name, `printed ${kindOf(found)}`, "print a list of one number a row: it is `per: row`");
	if (found.length !== rows) throw unfit(name, `printed ${found.length} numbers, and there are ${rows} rows`, "print one for each row, in the order of the data");
	const odd = found.findIndex((value) => !isFiniteNumber(value));
	if (odd >= 0) throw unfit(name, `printed ${kindOf(found[odd])} for row ${odd + 1}`, "print finite numbers alone");
	return {
		per,
		values: Float64Array.from(found)
	};
}
function parsed(name, printed) {
	try {
		return JSON.parse(printed);
	} catch (cause) {
		const start = printed.trim().slice(0, 60);
		throw unfit(name, start === "" ? "printed nothing" : `printed what is no JSON: ${JSON.stringify(start)}`, "print the JSON alone on standard output, and everything else on standard error", cause);
	}
}
function isFiniteNumber(value) {
	return typeof value === "number" && Number.isFinite(value);
}
function kindOf(value) {
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === "number") return Number.isFinite(value) ? "a number" : "a number that is not finite";
	return value === null ? "null" : typeof value === "object" ? "a mapping" : `a ${typeof value}`;
}
function unfit(name, what, next, cause) {
	return new ModelyardError({
		code: "bad-data",
		message: `the command of the metric \`${name}\` ${what}`,
		next,
		cause
	});
}
// src/domain/comparison/predictions-file.ts
const ROWS = 1e4;
function* predictionsCsv(predictions, settings) {
	const { header, cells } = columnsOf(predictions, settings);
	yield `${header.map(quoted).join(",")}\n`;
	const rows = rowsOf(predictions);
	for (let start = 0; start < rows; start += ROWS) {
		let piece = "";
		for (let row = start; row < Math.min(rows, start + ROWS); row += 1) piece += `${cells(row).join(",")}\n`;
		yield piece;
	}
}
function columnsOf(predictions, settings) {
	switch (predictions.task) {
		case "regression": return {
			header: ["prediction"],
			cells: (row) => [predictions.predicted[row]]
		};
		case "binary-classification": {
			const { probability, hasProbabilities } = predictions;
			const called = calledPositive(probability, settingsInEffect(settings).threshold);
			const words = predictions.classes.map(quoted);
			const label = (row) => words[called[row]];
			return hasProbabilities ? {
				header: ["probability", "label"],
				cells: (row) => [probability[row], label(row)]
			} : {
				header: ["label"],
				cells: (row) => [label(row)]
			};
		}
		case "multiclass-classification": {
			const { probabilities, classes, hasProbabilities } = predictions;
			const called = calledClasses(predictions);
			const words = classes.map(quoted);
			const label = (row) => words[called[row]];
			if (!hasProbabilities) return {
				header: ["label"],
				cells: (row) => [label(row)]
			};
			const width = classes.length;
			return {
				header: [...classes.map((name) => `probability_${name}`), "label"],
				cells: (row) => [...probabilities.subarray(row * width, (row + 1) * width), label(row)]
			};
		}
	}
}
function quoted(text) {
	return /^\s|[",\r\n]|\s$|^$/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
// src/commands/own-metrics-by-command.ts
const PREDICTIONS = "predictions.csv";
const BYTES = {
	perRow: 64,
	least: 65536
};
async function scoreWithOwnMetrics(registry, state, record, data, ports, watch, atHand = {}) {
	const scored = await scoreVersion(registry, state, record, data, ports, watch, atHand);
	return {
		...scored,
		own: await measureOwnMetrics(state, record, scored.predictions, data, ports, watch)
	};
}
async function measureOwnMetrics(state, { version }, predictions, data, ports, watch, limits = USUAL_LIMITS) {
	const { evaluate, train } = state.definition;
	const rules = Object.entries(evaluate?.metrics ?? {});
	const found = new Map();
	if (rules.length === 0) return found;
	const input = await ports.process.temporaryFolder();
	try {
		await input.write(PREDICTIONS, bytesOf(predictionsCsv(predictions, evaluate ?? {})));
		const env = {
			MODELYARD_DATA: ports.artifacts.place(data.path),
			MODELYARD_PREDICTIONS: `${input.path}/${PREDICTIONS}`,
			MODELYARD_SEED: String(train?.seed ?? 0)
		};
		for (const [name, rule] of rules) {
			const values = await runOwnMetric({
				name,
				rule,
				rows: rowsOf(predictions),
				env,
				limits
			}, ports, watch).catch((error) => {
				throw placed(error, version, `${modelFolder(state.config, state.name)}/model.yaml`);
			});
			found.set(name, {
				rule,
				values
			});
		}
		return found;
	} finally {
		await input.remove();
	}
}
async function runOwnMetric({ name, rule, rows, env, limits }, { process }, { signal, progress }) {
	const output = await process.temporaryFolder();
	try {
		progress?.(`measuring ${name} by its command`);
		const keptOutputBytes = BYTES.least + (rule.per === "row" ? BYTES.perRow * rows : 0);
		const end = await process.run({
			command: rule.command,
			env: {
				...env,
				MODELYARD_OUT: output.path
			},
			limits,
			signal,
			said: (line) => progress?.(line),
			keptOutputBytes
		});
		const { text = "", isWhole = true } = end.output ?? {};
		if (!isWhole) throw tooMuch(name, rule, keptOutputBytes);
		const failure = failureOf(end, limits, {
			named: `the command of the metric \`${name}\``,
			variables: [
				"MODELYARD_DATA",
				"MODELYARD_PREDICTIONS",
				"MODELYARD_OUT"
			]
		});
		if (failure !== void 0) throw failure;
		return parseOwnMetric(name, rule, text, rows);
	} finally {
		await output.remove();
	}
}
function tooMuch(name, { per }, bytes) {
	return new ModelyardError({
		code: "bad-data",
		message: `the command of the metric \`${name}\` printed more than ${bytes} bytes`,
		next: `print ${per === "row" ? "a list of one number a row" : "one number"} on standard output, and everything else on standard error`
	});
}
function placed(error, version, path) {
	if (!(error instanceof ModelyardError) || error.code === "interrupted") return error;
	const { code, message, next } = error;
	return new ModelyardError({
		code,
		message: `version ${version}: ${message}`,
		next,
		place: { path },
		cause: error
	});
}
function bytesOf(pieces) {
	const encoder = new TextEncoder();
	return joinedBytes(Array.from(pieces, (piece) => encoder.encode(piece)));
}
export { scoreWithOwnMetrics as t };
