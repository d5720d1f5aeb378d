import { c as ModelyardError } from "./run.mjs";
import { C as strictObject, F as _minLength, N as _lte, O as _gt, P as _maxLength, g as number, n as _default, r as _enum, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { _ as championOf, i as readVersion, n as openRegistry, o as resolveVersion, r as readModel } from "./evidence-file.mjs";
import { _ as planInputs, a as failureOfPredict, c as written, g as firstUnfit, i as PREDICTIONS, n as readModelBytes, s as runPredict, t as placeOfArtifact } from "./score-version.mjs";
import { t as sampleRows } from "./sample-rows.mjs";
import { c as rowsMeasuredOn, l as rowsRemarks, m as sameLabel, n as readScores, p as alignBinary, s as namedData } from "./read-predictions.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { n as withEvaluationData } from "./evaluation-data.mjs";
import { i as writeEvidence, r as originOf, t as sideOf } from "./version-side.mjs";
import { a as version, r as model, t as measureInputs } from "./inputs.mjs";
// src/domain/contract/check.ts
const MOST_DETAIL = 500;
function kept$1(check, probes, detail) {
	return {
		check,
		outcome: "kept",
		probes,
		...detail === void 0 ? {} : { detail: shortened(detail) }
	};
}
function broken(check, probes, detail) {
	return {
		check,
		outcome: "broken",
		probes,
		detail: shortened(detail)
	};
}
function notAsked(check, why) {
	return {
		check,
		outcome: "not-asked",
		probes: 0,
		detail: shortened(why)
	};
}
function shortened(text) {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length > MOST_DETAIL ? `${line.slice(0, 499)}…` : line;
}
// src/domain/contract/signature.ts
function signatureChecks(champion, challenger) {
	return [tensorCheck("inputs-as-champion", champion.inputs, challenger.inputs), tensorCheck("outputs-as-champion", champion.outputs, challenger.outputs)];
}
function tensorCheck(check, before, now) {
	const old = new Map(before.map((tensor) => [tensor.name, tensor]));
	const names = new Set(now.map(({ name }) => name));
	const added = now.filter(({ name }) => !old.has(name)).map(({ name }) => `\`${name}\``);
	const removed = before.filter(({ name }) => !names.has(name)).map(({ name }) => `\`${name}\``);
	const changed = now.flatMap((tensor) => {
		const was = old.get(tensor.name);
		if (was === void 0 || typeText(was) === typeText(tensor)) return [];
		return [`\`${tensor.name}\` from ${typeText(was)} to ${typeText(tensor)}`];
	});
	const parts = [
		...added.length > 0 ? [`added ${listed(added)}`] : [],
		...removed.length > 0 ? [`removed ${listed(removed)}`] : [],
		...changed.length > 0 ? [`changed ${listed(changed)}`] : []
	];
	return parts.length === 0 ? kept$1(check, now.length) : broken(check, now.length, parts.join("; "));
}
function typeText(tensor) {
	const columns = "columns" in tensor && tensor.columns !== void 0 ? ` of ${tensor.columns.join(", ")}` : "";
	const sizes = tensor.shape.slice(1).map((size) => size === -1 ? "?" : size);
	return `${tensor.datatype}[${["rows", ...sizes].join(", ")}]${columns}`;
}
function classCheck(champion, challenger) {
	const check = "classes-as-champion";
	const added = challenger.filter((name) => !champion.includes(name)).map((name) => `\`${name}\``);
	const removed = champion.filter((name) => !challenger.includes(name)).map((name) => `\`${name}\``);
	if (added.length + removed.length === 0) return kept$1(check, challenger.length);
	const parts = [...added.length > 0 ? [`added ${listed(added)}`] : [], ...removed.length > 0 ? [`removed ${listed(removed)}`] : []];
	return broken(check, challenger.length, parts.join("; "));
}
function listed(names) {
	return names.length > 8 ? `${names.slice(0, 8).join(", ")} and ${names.length - 8} more` : names.join(", ");
}
// src/commands/probe-rows.ts
function rowsOf({ rows, columns }) {
	return Array.from({ length: rows }, (_, row) => columns.map((column) => {
		if (column.kind === "text") return column.words[column.codes[row]];
		const value = column.values[row];
		return Number.isNaN(value) ? null : value;
	}));
}
function batchesOf(columns, rows, sizes) {
	const whole = columns.map(({ kind }, index) => columnOf(kind, rows, index));
	let start = 0;
	return sizes.map((size) => {
		const from = start;
		start += size;
		return {
			start: from,
			rows: size,
			columns: whole.map((column) => column.kind === "number" ? {
				kind: "number",
				values: column.values.slice(from, start)
			} : {
				kind: "text",
				codes: column.codes.slice(from, start),
				words: column.words
			})
		};
	});
}
function columnOf(kind, rows, index) {
	if (kind === "number") return {
		kind,
		values: Float64Array.from(rows, (row) => row[index] === null ? NaN : Number(row[index]))
	};
	const words = [...new Set(rows.map((row) => String(row[index] ?? "")))];
	const code = new Map(words.map((word, at) => [word, at]));
	return {
		kind,
		words,
		codes: Uint32Array.from(rows, (row) => code.get(String(row[index] ?? "")))
	};
}
// src/commands/ask-artifact.ts
function askedArtifact(model, plan, task, inference, signal) {
	const askOtherwise = async ({ columns, inputs }, rows, sizes = [rows.length]) => {
		const batches = batchesOf(columns, rows, sizes);
		try {
			const scores = await inference.score({
				model,
				inputs,
				batches: each(batches),
				task,
				signal
			});
			return {
				is: "answered",
				scores,
				predicted: predictedOf(scores)
			};
		} catch (error) {
			return refusalOf(error);
		}
	};
	return {
		plan,
		askOtherwise,
		ask: (rows, sizes) => askOtherwise(plan, rows, sizes)
	};
}
async function* each(batches) {
	yield* batches;
}
function predictedOf({ rows, labels, probabilities, values }) {
	return {
		rows,
		labels,
		numbers: values !== void 0 ? {
			width: 1,
			values
		} : probabilities === void 0 ? void 0 : {
			width: probabilities.width,
			values: probabilities.values
		}
	};
}
const DIED = /\bthe process that ran the model\b/;
function refusalOf(error) {
	if (!(error instanceof ModelyardError)) throw error;
	const { code, message } = error;
	if (code === "timed-out" || code === "not-runnable" && DIED.test(message)) return {
		is: "broke",
		why: message
	};
	if (code === "not-runnable" || code === "bad-data" || code === "bad-artifact") return {
		is: "refused",
		why: message
	};
	throw error;
}
async function servedByEngine(subject, state, data, ports, watch) {
	const plan = await planOf(subject, state, data, ports);
	const rows = await rowsToAsk(plan, data, ports);
	const own = await askedBy(subject, plan, state, ports, watch).ask(rows);
	const { record, bytes } = subject;
	const { columns, remarks } = plan;
	return {
		version: record.version,
		model: bytes,
		columns,
		rows,
		own,
		plan,
		remarks
	};
}
async function readSubject(registry, state, record, ports) {
	const bytes = await readModelBytes(registry, state, record, ports, void 0);
	return {
		record,
		bytes,
		signature: record.signature ?? (await ports.inference.describe(bytes)).signature
	};
}
async function planOf({ signature }, { definition }, { path }, { tables }) {
	return planInputs(signature, await tables.columns(path), definition.target);
}
async function rowsToAsk(plan, data, { tables }) {
	return rowsOf(await sampleRows(tables, data, plan.columns, {
		parts: 32,
		length: 1
	}));
}
function askedBy({ bytes }, plan, state, { inference }, { signal }) {
	return askedArtifact(bytes, plan, taskOf(state), inference, signal);
}
function taskOf({ definition }) {
	return definition.task === "regression" ? "regression" : "classification";
}
// src/commands/expected-predictions.ts
function classesOf({ probabilities, labels }) {
	if (probabilities !== void 0 && probabilities.classes.length > 0) return probabilities.classes;
	return [...new Set(labels)].sort();
}
function expectationOf(scores, definition) {
	const whole = predictedOf(scores);
	const positive = positiveProbability(scores, definition);
	return ({ numbers }) => numbers?.width === 1 && positive !== void 0 ? {
		...whole,
		numbers: {
			width: 1,
			values: positive
		}
	} : whole;
}
function positiveProbability(scores, { task, target, "positive-class": positiveClass = "" }) {
	if (task !== "binary-classification" || scores.probabilities === void 0) return void 0;
	try {
		const labels = {
			name: target,
			words: [positiveClass],
			codes: new Uint32Array(scores.rows)
		};
		return alignBinary(scores, labels, positiveClass).probability;
	} catch (error) {
		if (error instanceof ModelyardError && error.code === "not-runnable") return void 0;
		throw error;
	}
}
// src/domain/contract/predicted.ts
const TOLERANCE = {
	absolute: 1e-6,
	relative: 1e-4
};
const TOLERANCE_TEXT = "relative 1e-4, absolute 1e-6";
function isClose(a, b) {
	if (a === b || Number.isNaN(a) && Number.isNaN(b)) return true;
	if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
	return Math.abs(a - b) <= TOLERANCE.absolute + TOLERANCE.relative * Math.max(Math.abs(a), Math.abs(b));
}
function differenceBetween(expected, given, isSame = isClose) {
	if (given.rows !== expected.rows) return `${given.rows} predictions for ${expected.rows} rows`;
	return labelDifference(expected, given) ?? numberDifference(expected, given, isSame);
}
function labelDifference({ labels: expected }, { labels: given }) {
	if (expected === void 0 || given === void 0) return void 0;
	const rows = given.flatMap((label, row) => sameLabel(label, expected[row]) ? [] : [row]);
	const [first] = rows;
	if (first === void 0) return void 0;
	return `${countOf(rows.length)} another label, first row ${first}: \`${given[first]}\` instead of \`${expected[first]}\``;
}
function numberDifference({ numbers: expected, rows }, { numbers: given }, isSame) {
	if (expected === void 0 || given === void 0) return void 0;
	const { width } = expected;
	if (given.width !== width) return `${given.width} numbers a row instead of ${width}`;
	let differing = 0;
	let worst = {
		row: -1,
		given: 0,
		expected: 0,
		by: -1
	};
	for (let row = 0; row < rows; row += 1) {
		let differs = false;
		for (let at = row * width; at < (row + 1) * width; at += 1) {
			const [a, b] = [given.values[at], expected.values[at]];
			if (isSame(a, b)) continue;
			differs = true;
			const apart = Math.abs(a - b);
			const by = Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart;
			if (by > worst.by) worst = {
				row,
				given: a,
				expected: b,
				by
			};
		}
		if (differs) differing += 1;
	}
	if (differing === 0) return void 0;
	return `${countOf(differing)} another number, farthest row ${worst.row}: ${worst.given} instead of ${worst.expected}`;
}
function countOf(rows) {
	return rows === 1 ? "1 row has" : `${rows} rows have`;
}
function isReordered(expected, given) {
	if (expected.rows !== given.rows) return false;
	const sides = [expected, given].map((one) => inOrder(one, expected, given));
	return differenceBetween(expected, given) !== void 0 && differenceBetween(...sides) === void 0;
}
function inOrder({ rows, labels, numbers }, a, b) {
	const both = a.numbers !== void 0 && b.numbers !== void 0;
	const order = [...Array(rows).keys()].sort((first, second) => {
		const width = both ? numbers?.width ?? 0 : 0;
		for (let column = 0; column < width; column += 1) {
			const apart = numbers?.values[first * width + column] - numbers?.values[second * width + column];
			if (apart !== 0 && !Number.isNaN(apart)) return apart;
		}
		return (labels?.[first] ?? "") < (labels?.[second] ?? "") ? -1 : 1;
	});
	return {
		rows,
		labels: labels === void 0 ? void 0 : order.map((row) => labels[row]),
		numbers: numbers === void 0 ? void 0 : {
			width: numbers.width,
			values: order.flatMap((row) => Array.from({ length: numbers.width }, (_, at) => numbers.values[row * numbers.width + at]))
		}
	};
}
function countNaN({ numbers }) {
	return numbers === void 0 ? 0 : Array.from(numbers.values).filter(Number.isNaN).length;
}
function rowsBetween({ labels, numbers }, from, to) {
	return {
		rows: to - from,
		labels: labels?.slice(from, to),
		numbers: numbers === void 0 ? void 0 : {
			width: numbers.width,
			values: Array.from(numbers.values).slice(from * numbers.width, to * numbers.width)
		}
	};
}
// src/domain/contract/probes.ts
const MOST_COLUMNS = 20;
const KINDS = [
	{
		check: "missing-values",
		in: ["number", "text"],
		values: [null]
	},
	{
		check: "unknown-categories",
		in: ["text"],
		values: ["a category that nobody has ever seen"]
	},
	{
		check: "empty-text",
		in: ["text"],
		values: [""]
	},
	{
		check: "long-text",
		in: ["text"],
		values: ["long ".repeat(2e4)]
	},
	{
		check: "extreme-numbers",
		in: ["number"],
		values: [1e30, -1e30]
	},
	{
		check: "infinite-numbers",
		in: ["number"],
		values: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
		wire: false
	}
];
function valueProbes(columns, row, { overWire }) {
	return KINDS.filter((kind) => !(overWire && kind.wire === false)).map(({ check, in: kinds, values }) => {
		const changes = spread(columns.flatMap(({ kind }, index) => kinds.includes(kind) ? [index] : [])).flatMap((place) => values.map((value) => ({
			place,
			value
		})));
		return {
			check,
			rows: changes.map(({ place, value }) => row.with(place, value)),
			columns: changes.map(({ place }) => columns[place]?.name ?? "")
		};
	});
}
function wrongTypeProbe(columns, row) {
	const places = spread([...columns.keys()]);
	return {
		check: "wrong-types",
		rows: places.map((place) => row.with(place, columns[place]?.kind === "number" ? "not a number" : 42)),
		columns: places.map((place) => columns[place]?.name ?? "")
	};
}
function spread(places) {
	if (places.length <= MOST_COLUMNS) return places;
	return Array.from({ length: MOST_COLUMNS }, (_, index) => places[Math.floor(index * places.length / MOST_COLUMNS)]);
}
// src/commands/probe-tensor-types.ts
async function wrongTypeCheck(artifact, row) {
	const check = "wrong-types";
	const { plan } = artifact;
	const firstOfType = [...new Map(plan.inputs.map((input) => [input.datatype, input])).values()];
	let answered = 0;
	for (const { name, datatype, columns: positions } of firstOfType) {
		const wrong = datatype === "BYTES" ? "FP32" : "BYTES";
		const kind = datatype === "BYTES" ? "number" : "text";
		const behind = plan.columns.length;
		const asked = await artifact.askOtherwise({
			...plan,
			columns: [...plan.columns, ...positions.map((at) => ({
				name: plan.columns[at]?.name ?? "",
				kind
			}))],
			inputs: plan.inputs.map((input) => input.name === name ? {
				...input,
				datatype: wrong,
				columns: positions.map((_, index) => behind + index)
			} : input)
		}, [[...row, ...positions.map(() => kind === "number" ? 1 : "not a number")]]);
		if (asked.is === "broke") return broken(check, firstOfType.length, `\`${name}\` as ${wrong}: ${asked.why}`);
		if (asked.is === "answered") answered += 1;
	}
	const refused = firstOfType.length - answered;
	return kept$1(check, firstOfType.length, `${refused} of ${firstOfType.length} types refused`);
}
// src/commands/probe-artifact.ts
async function probeArtifact(artifact, rows, { progress }) {
	progress?.("asking the artifact for rows of the data");
	const probes = valueProbes(artifact.plan.columns, rows[0], { overWire: false });
	const whole = await artifact.ask(rows);
	if (whole.is !== "answered") {
		const others = [
			BATCH$1,
			REPEAT$1,
			NO_ROWS$1,
			...probes.map(({ check }) => check),
			"wrong-types"
		];
		const why = "it does not answer for rows of the data";
		return {
			checks: [broken("answers", rows.length, whole.why), ...others.map((check) => notAsked(check, why))],
			scores: void 0
		};
	}
	progress?.("asking the artifact for odd rows");
	const questions = [
		batchQuestion$1(rows, whole),
		repeatQuestion(rows),
		NO_ROWS_QUESTION,
		...probes.map((probe) => valueQuestion$1(artifact, probe))
	];
	return {
		checks: [
			kept$1("answers", rows.length),
			...await inTurn(artifact, questions),
			await wrongTypeCheck(artifact, rows[0])
		],
		scores: whole.scores
	};
}
const BATCH$1 = "batch-equals-single-rows";
const REPEAT$1 = "same-row-same-answer";
const NO_ROWS$1 = "no-rows";
async function inTurn(artifact, questions) {
	const together = await artifact.ask(questions.flatMap(({ rows }) => rows), questions.flatMap(({ sizes }) => sizes));
	const checks = [];
	let from = 0;
	for (const { rows, sizes, judge } of questions) {
		const to = from + rows.length;
		const asked = together.is === "answered" ? {
			...together,
			predicted: rowsBetween(together.predicted, from, to)
		} : await artifact.ask(rows, sizes);
		checks.push(await judge(asked));
		from = to;
	}
	return checks;
}
const oneByOne = (rows) => ({
	rows,
	sizes: rows.map(() => 1)
});
const allAtOnce = (rows) => ({
	rows,
	sizes: rows.length === 0 ? [] : [rows.length]
});
function batchQuestion$1(rows, whole) {
	return {
		...oneByOne(rows),
		judge(single) {
			if (single.is !== "answered") return broken(BATCH$1, rows.length, `row by row: ${single.why}`);
			const difference = differenceBetween(single.predicted, whole.predicted);
			return difference === void 0 ? kept$1(BATCH$1, rows.length, `within ${TOLERANCE_TEXT}`) : broken(BATCH$1, rows.length, `in one batch ${difference} (allowed: ${TOLERANCE_TEXT})`);
		}
	};
}
function repeatQuestion(rows) {
	const twice = [...rows, ...rows];
	return {
		...oneByOne(twice),
		judge(asked) {
			if (asked.is !== "answered") return broken(REPEAT$1, twice.length, asked.why);
			const difference = differenceBetween(rowsBetween(asked.predicted, 0, rows.length), rowsBetween(asked.predicted, rows.length, twice.length), Object.is);
			return difference === void 0 ? kept$1(REPEAT$1, rows.length) : broken(REPEAT$1, rows.length, `asked again, ${difference}`);
		}
	};
}
const NO_ROWS_QUESTION = {
	rows: [],
	sizes: [0],
	judge(asked) {
		if (asked.is === "broke") return broken(NO_ROWS$1, 1, asked.why);
		return kept$1(NO_ROWS$1, 1, asked.is === "refused" ? `refused: ${asked.why}` : void 0);
	}
};
function valueQuestion$1(artifact, { check, rows, columns }) {
	const fitting = rows.flatMap((row, index) => fits(artifact.plan, row) ? [{
		row,
		column: columns[index]
	}] : []);
	const unfit = rows.length - fitting.length;
	const byType = unfit === 0 ? [] : [`${unfit} do not go into its whole-number inputs, so callers must refuse them`];
	const keptWith = (details) => kept$1(check, rows.length, details.length === 0 ? void 0 : details.join("; "));
	return {
		...allAtOnce(fitting.map(({ row }) => row)),
		async judge(together) {
			if (rows.length === 0) return notAsked(check, "no input takes such values");
			if (fitting.length === 0) return keptWith(byType);
			if (together.is === "answered") {
				const nan = countNaN(together.predicted);
				return keptWith([...byType, ...nan === 0 ? [] : [`${nan} of the numbers that it answers are NaN`]]);
			}
			const refusals = [];
			for (const { row, column } of fitting) {
				const alone = await artifact.ask([row]);
				if (alone.is === "broke") return broken(check, rows.length, `with \`${column}\` changed: ${alone.why}`);
				if (alone.is === "refused") refusals.push(alone.why);
			}
			if (together.is === "broke") return broken(check, rows.length, `in one batch: ${together.why}`);
			return keptWith([...byType, `${refusals.length} refused, e.g.: ${refusals[0] ?? together.why}`]);
		}
	};
}
function fits({ columns, inputs }, row) {
	return inputs.every(({ datatype, columns: positions }) => positions.every((at) => {
		if (columns[at]?.kind !== "number") return true;
		const value = row[at];
		return firstUnfit(Float64Array.of(value === null ? NaN : Number(value)), datatype) === void 0;
	}));
}
// src/commands/contract-of-artifact.ts
async function artifactFacts(registry, state, subject, data, ports, watch) {
	const champion = await readChampion(registry, state, subject.record, ports);
	const signatures = champion === void 0 ? ["inputs", "outputs"].map((part) => notAsked(`${part}-as-champion`, NO_CHAMPION)) : signatureChecks(champion.signature, subject.signature);
	let plan;
	try {
		plan = await planOf(subject, state, data, ports);
	} catch (error) {
		if (!(error instanceof ModelyardError && error.code === "bad-data")) throw error;
		return {
			checks: [broken("inputs-fit-data", subject.signature.inputs.length, error.message), ...signatures],
			remarks: [],
			champion: champion?.record
		};
	}
	const rows = await rowsToAsk(plan, data, ports);
	const { checks, scores } = await probeArtifact(askedBy(subject, plan, state, ports, watch), rows, watch);
	return {
		checks: [
			kept$1("inputs-fit-data", subject.signature.inputs.length),
			...signatures,
			...checks,
			await classesAsChampion(scores, champion, state, data, ports, watch)
		],
		remarks: plan.remarks,
		champion: champion?.record
	};
}
const NO_CHAMPION = "there is no other version that serves, or it is no ONNX model";
async function readChampion(registry, state, { version: number }, ports) {
	const current = championOf(state.pointers);
	if (current === void 0 || current === number) return void 0;
	const record = await readVersion(registry, state.name, current);
	return record.artifact.format === "onnx" ? readSubject(registry, state, record, ports) : void 0;
}
async function classesAsChampion(scores, champion, state, data, ports, watch) {
	const check = "classes-as-champion";
	if (champion === void 0) return notAsked(check, NO_CHAMPION);
	if (state.definition.task === "regression") return notAsked(check, "a regression has no classes");
	if (scores === void 0) return notAsked(check, "it does not answer for rows of the data");
	try {
		const plan = await planOf(champion, state, data, ports);
		const rows = await rowsToAsk(plan, data, ports);
		const asked = await askedBy(champion, plan, state, ports, watch).ask(rows);
		return asked.is === "answered" ? classCheck(classesOf(asked.scores), classesOf(scores)) : notAsked(check, `the champion does not answer: ${asked.why}`);
	} catch (error) {
		if (!(error instanceof ModelyardError && error.code === "bad-data")) throw error;
		return notAsked(check, `the champion cannot be asked: ${error.message}`);
	}
}
// src/commands/ask-command.ts
const BY_SIGNAL = 128;
function askedCommand(request, columns, definition, ports, watch) {
	return {
		columns,
		async ask(rows) {
			const input = await ports.process.temporaryFolder();
			const output = await ports.process.temporaryFolder();
			try {
				await input.write("rows.csv", new TextEncoder().encode(csvOf(columns, rows)));
				const places = {
					rows: `${input.path}/rows.csv`,
					output: output.path
				};
				const end = await runPredict(request, places, ports.process, watch);
				const failure = failureOfPredict(end, request.limits);
				if (failure !== void 0) return {
					is: endedByItself(end) ? "refused" : "broke",
					why: failure.message
				};
				return await readAnswer(`${output.path}/${PREDICTIONS}`, end, definition, ports);
			} finally {
				await Promise.all([input.remove(), output.remove()]);
			}
		}
	};
}
function endedByItself({ status, exceeded }) {
	return exceeded === void 0 && status !== void 0 && status < BY_SIGNAL;
}
async function readAnswer(file, end, definition, ports) {
	try {
		const scores = await written(file, end, ports, () => readScores(definition, { path: file }, ports.tables));
		const odd = scores.probabilities?.values.find((value) => value < 0 || value > 1);
		if (odd !== void 0) return {
			is: "broke",
			why: `it predicts ${odd} as a probability`
		};
		return {
			is: "answered",
			scores,
			predicted: predictedOf(scores)
		};
	} catch (error) {
		if (error instanceof ModelyardError && (error.code === "bad-data" || error.code === "not-runnable")) return {
			is: "broke",
			why: error.message
		};
		throw error;
	}
}
function csvOf(columns, rows) {
	return `${[columns.map(({ name }) => name), ...rows.map((row) => row.map(cellText))].map((line) => line.map(quoted).join(",")).join("\n")}\n`;
}
function cellText(cell) {
	if (cell === null) return "";
	return String(cell).replace("Infinity", "inf");
}
function quoted(text) {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
// src/commands/probe-command.ts
const SINGLE_ROWS = 3;
async function probeCommand(command, rows, { progress }) {
	const { columns } = command;
	const probes = [...valueProbes(columns, rows[0], { overWire: false }).filter(({ check }) => check !== EMPTY_TEXT), wrongTypeProbe(columns, rows[0])];
	const whole = await askFor(command, rows);
	if (whole.is !== "answered") {
		const others = [
			BATCH,
			REPEAT,
			NO_ROWS,
			EMPTY_TEXT,
			...probes.map(({ check }) => check)
		];
		const why = "it does not answer for rows of the data";
		return {
			checks: [broken("answers", rows.length, whole.why), ...others.map((check) => notAsked(check, why))],
			scores: void 0
		};
	}
	const checks = [
		kept$1("answers", rows.length),
		await batchCheck(command, rows, whole.predicted),
		await repeatCheck(command, rows, whole.predicted),
		await noRowsCheck(command),
		notAsked(EMPTY_TEXT, "a CSV does not tell it from a missing value")
	];
	for (const probe of probes) {
		progress?.(`asking the command: ${probe.check.replaceAll("-", " ")}`);
		checks.push(await valueCheck(command, probe));
	}
	return {
		checks,
		scores: whole.scores
	};
}
const BATCH = "batch-equals-single-rows";
const REPEAT = "same-row-same-answer";
const NO_ROWS = "no-rows";
const EMPTY_TEXT = "empty-text";
async function askFor(command, rows) {
	const asked = await command.ask(rows);
	return asked.is === "answered" && asked.predicted.rows !== rows.length ? {
		is: "broke",
		why: `${asked.predicted.rows} predictions for ${rows.length} rows`
	} : asked;
}
async function batchCheck(command, rows, whole) {
	const singles = rows.slice(0, SINGLE_ROWS);
	for (const [index, row] of singles.entries()) {
		const alone = await askFor(command, [row]);
		if (alone.is !== "answered") return broken(BATCH, singles.length, `row ${index} by itself: ${alone.why}`);
		const difference = differenceBetween(alone.predicted, rowsBetween(whole, index, index + 1));
		if (difference !== void 0) return broken(BATCH, singles.length, `row ${index} in one batch: ${difference} (allowed: ${TOLERANCE_TEXT})`);
	}
	return kept$1(BATCH, singles.length, `within ${TOLERANCE_TEXT}`);
}
async function repeatCheck(command, rows, whole) {
	const again = await askFor(command, rows);
	if (again.is !== "answered") return broken(REPEAT, rows.length, again.why);
	const difference = differenceBetween(whole, again.predicted, Object.is);
	return difference === void 0 ? kept$1(REPEAT, rows.length) : broken(REPEAT, rows.length, `asked again, ${difference}`);
}
async function noRowsCheck(command) {
	const asked = await askFor(command, []);
	if (asked.is === "broke") return broken(NO_ROWS, 1, asked.why);
	return kept$1(NO_ROWS, 1, asked.is === "refused" ? `refused: ${asked.why}` : void 0);
}
async function valueCheck(command, { check, rows }) {
	if (rows.length === 0) return notAsked(check, "no column takes such values");
	const asked = await askFor(command, rows);
	if (asked.is === "broke") return broken(check, rows.length, asked.why);
	if (asked.is === "refused") return kept$1(check, rows.length, `refused: ${asked.why}`);
	const nan = countNaN(asked.predicted);
	return kept$1(check, rows.length, nan === 0 ? void 0 : `${nan} of the numbers that it answers are NaN`);
}
// src/commands/contract-of-command.ts
const LIMITS = {
	seconds: 600,
	bytes: 4 * 2 ** 30
};
async function readCommandSubject(registry, state, record, data, ports, watch) {
	const { definition } = state;
	const { predict, train, target } = definition;
	if (record.artifact.format === "onnx" || predict === void 0) return void 0;
	const model = await placeOfArtifact(registry, state, record, ports);
	const columns = (await ports.tables.columns(data.path)).filter(({ name }) => name !== target);
	if (columns.length === 0) throw new ModelyardError({
		code: "bad-data",
		message: `${data.uri} holds nothing but \`${target}\``,
		next: "name data with the columns that the model predicts from"
	});
	return {
		record,
		model,
		command: askedCommand({
			command: predict.command,
			model,
			seed: train?.seed ?? 0,
			limits: LIMITS
		}, columns, definition, ports, watch)
	};
}
async function commandFacts({ command }, data, ports, watch) {
	watch.progress?.("asking the command of model.yaml for rows of the data");
	const { checks } = await probeCommand(command, await rowsAsWritten(command.columns, data, ports), watch);
	return {
		checks: [...[
			"inputs-fit-data",
			"inputs-as-champion",
			"outputs-as-champion",
			"classes-as-champion"
		].map((check) => notAsked(check, "it is no ONNX model, which would say so")), ...checks],
		remarks: []
	};
}
async function servedByCommand({ record, model, command }, data, ports) {
	const { columns } = command;
	const rows = rowsOf(await sampleRows(ports.tables, data, columns, {
		parts: 32,
		length: 1
	}));
	const own = await command.ask(await rowsAsWritten(columns, data, ports));
	return {
		version: record.version,
		model,
		columns,
		rows,
		own,
		plan: void 0,
		remarks: []
	};
}
async function rowsAsWritten(columns, data, { tables }) {
	const asText = columns.map(({ name }) => ({
		name,
		kind: "text"
	}));
	return rowsOf(await sampleRows(tables, data, asText, {
		parts: 32,
		length: 1
	}));
}
// src/domain/contract/protocol.ts
function parseAnswer(text) {
	try {
		return { value: JSON.parse(text) };
	} catch {
		const start = text.slice(0, 60).replace(/\s+/g, " ");
		return { unreadable: `the answer is no JSON${/\b(?:NaN|Infinity)\b/.test(text) ? ", which has no NaN and no infinity" : ""}: it begins with \`${start}\`` };
	}
}
function flatNumbers(value) {
	const flat = Array.isArray(value) ? value.flat(8) : [value];
	if (flat.some((item) => typeof item !== "number" && item !== null)) return void 0;
	return flat.map((item) => item === null ? NaN : item);
}
function labelText(value) {
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
}
// src/domain/contract/rows-protocol.ts
function rowsProtocol(columns, expected, { probability = "probability", label = "label" }) {
	const objectOf = (row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]));
	return {
		name: "rows",
		encode: (rows) => JSON.stringify(rows.map(objectOf)),
		decode(text) {
			const parsed = parseAnswer(text);
			if ("unreadable" in parsed) return parsed;
			if (!Array.isArray(parsed.value)) return { unreadable: "the answer is no list of predictions" };
			return predictionsOf(parsed.value, expected, {
				probability,
				label
			});
		},
		malformed: [
			{
				what: "no JSON",
				body: "{\"rows\": ["
			},
			{
				what: "a text instead of rows",
				body: "\"rows\""
			},
			{
				what: "numbers instead of rows",
				body: "[1, 2]"
			}
		]
	};
}
function predictionsOf(items, expected, names) {
	const rows = items.length;
	const parts = items.map((item) => partsOf(item, expected, names));
	const wrong = parts.findIndex(({ numbers, label }) => numbers === void 0 && label === void 0);
	if (wrong >= 0) return { unreadable: `the prediction of row ${wrong} is neither a number nor a label: \`${JSON.stringify(items[wrong])?.slice(0, 80)}\`` };
	const width = parts[0]?.numbers?.length;
	const allNumbers = parts.every(({ numbers }) => numbers?.length === width);
	const labels = parts.flatMap(({ label }) => label === void 0 ? [] : [label]);
	if (labels.length > 0 && labels.length < rows) return { unreadable: "some predictions have a label and some none" };
	if (width !== void 0 && !allNumbers) return { unreadable: "predictions have different numbers of numbers" };
	return { predicted: {
		rows,
		labels: labels.length > 0 ? labels : void 0,
		numbers: width === void 0 ? void 0 : {
			width,
			values: parts.flatMap(({ numbers }) => numbers ?? [])
		}
	} };
}
function partsOf(item, { task, classes }, names) {
	if (typeof item !== "object" || Array.isArray(item)) {
		const text = labelText(item);
		return task === "classification" && text !== void 0 && (typeof item !== "number" || classes.some((name) => sameLabel(name, text))) ? { label: text } : { numbers: flatNumbers(item) };
	}
	const fields = item ?? {};
	const value = fieldOf(fields, names.probability ?? "") ?? (task === "regression" ? fieldOf(fields, "prediction") : void 0);
	const byClass = typeof value === "object" && value !== null && !Array.isArray(value) ? classes.map((name) => fieldOf(value, name)) : value;
	return {
		numbers: byClass === void 0 ? void 0 : flatNumbers(byClass),
		label: labelText(fieldOf(fields, names.label ?? ""))
	};
}
function fieldOf(fields, name) {
	return Object.hasOwn(fields, name) ? fields[name] : void 0;
}
// src/domain/contract/v2-protocol.ts
function v2Protocol({ inputs }, names) {
	const encode = (rows) => JSON.stringify({ inputs: inputs.map(({ name, datatype, rowShape, columns }) => ({
		name,
		shape: [rows.length, ...rowShape],
		datatype,
		data: rows.flatMap((row) => columns.map((at) => row[at] ?? null))
	})) });
	return {
		name: "v2",
		encode,
		decode(text) {
			const parsed = parseAnswer(text);
			return "unreadable" in parsed ? parsed : outputsOf(parsed.value, names);
		},
		malformed: [
			{
				what: "no JSON",
				body: "{\"inputs\": ["
			},
			{
				what: "no inputs",
				body: "{}"
			},
			{
				what: "an input that the model does not have",
				body: "{\"inputs\": [{\"name\": \"no such input\", \"shape\": [1, 1], \"datatype\": \"FP32\", \"data\": [0]}]}"
			}
		]
	};
}
function outputsOf(answer, names) {
	const given = typeof answer === "object" && answer !== null && "outputs" in answer ? answer.outputs : void 0;
	if (!Array.isArray(given) || !given.every(isOutput)) return { unreadable: "the answer has no `outputs` with a name, a datatype, a shape and data each" };
	const outputs = given;
	const find = (name, datatype) => outputs.find((output) => name === void 0 ? datatype.test(output.datatype) : output.name === name);
	const numbers = find(names.probability, /^(?:FP|BF)/);
	const labels = find(names.label, /^(?:BYTES|U?INT|BOOL)/);
	const rows = (numbers ?? labels)?.shape[0];
	if (rows === void 0) return { unreadable: "none of its outputs holds predictions" };
	const values = numbers === void 0 ? void 0 : flatNumbers(numbers.data);
	if (numbers !== void 0 && (values === void 0 || values.length !== sizeOf(numbers.shape))) return { unreadable: `the output \`${numbers.name}\` does not hold the numbers that its shape says` };
	const texts = labels === void 0 ? void 0 : [labels.data].flat(8).map(labelText);
	if (texts !== void 0 && (texts.length !== rows || texts.includes(void 0))) return { unreadable: `the output \`${labels?.name}\` does not hold a label for each row` };
	return { predicted: {
		rows,
		labels: texts,
		numbers: values === void 0 ? void 0 : {
			width: rows === 0 ? 1 : values.length / rows,
			values
		}
	} };
}
function isOutput(value) {
	if (typeof value !== "object" || value === null) return false;
	const { name, datatype, shape } = value;
	return typeof name === "string" && typeof datatype === "string" && Array.isArray(shape) && shape.length > 0 && shape.every((size) => Number.isInteger(size) && size >= 0) && "data" in value;
}
function sizeOf(shape) {
	return shape.reduce((product, size) => product * size, 1);
}
function inferAddress(base, model) {
	if (/\/infer\/?(?:\?|$)/.test(base)) return base;
	return `${base.replace(/\/+$/, "")}/v2/models/${encodeURIComponent(model)}/infer`;
}
// src/commands/ask-endpoint.ts
async function ask({ endpoint, url, timeoutMs, protocol }, body, { signal }) {
	return read(await endpoint.call({
		method: "POST",
		url,
		body,
		timeoutMs,
		signal
	}), protocol);
}
function read(reply, protocol) {
	if (reply.is === "nothing") {
		const { why, detail } = reply;
		return {
			is: "wrong",
			why: `${{
				"timed-out": "timed out",
				"too-large": "its answer is too large",
				redirected: "it redirects",
				unreachable: "it cannot be reached",
				cut: "it ended the connection"
			}[why]}: ${detail}`,
			gone: why === "timed-out" || why === "unreachable"
		};
	}
	const { status, contentType, text } = reply;
	if (status >= 400 && status < 500) return {
		is: "refusal",
		status
	};
	if (status < 200 || status >= 300) return {
		is: "wrong",
		why: `it answers with status ${status}`,
		gone: false
	};
	const decoded = protocol.decode(text);
	if ("unreadable" in decoded) return {
		is: "wrong",
		why: decoded.unreadable,
		gone: false
	};
	return {
		is: "predictions",
		predicted: decoded.predicted,
		contentType
	};
}
// src/commands/probe-endpoint.ts
const SMALL_BATCH = 7;
async function probeEndpoint(served, rows, watch) {
	const row = rows[0];
	const probes = [...valueProbes(served.columns, row, { overWire: true }), wrongTypeProbe(served.columns, row)];
	watch.progress?.("asking the endpoint for rows of the data");
	const whole = await ask(served, served.protocol.encode(rows), watch);
	const questions = questionsAfter(whole.is === "predictions" ? whole.predicted : { rows: 0 }, probes, served, rows);
	if (whole.is !== "predictions") {
		const why = whole.is === "refusal" ? `it answers rows of the data with status ${whole.status}` : whole.why;
		const others = [
			"content-type",
			"same-as-artifact",
			"order",
			...questions.map(({ check }) => check)
		];
		return [broken("answers", rows.length, why), ...others.map((check) => notAsked(check, "it does not answer for rows of the data"))];
	}
	const checks = [
		kept$1("answers", rows.length),
		contentTypeCheck(whole.contentType),
		...artifactChecks(served, whole.predicted, rows.length)
	];
	let gone = false;
	for (const { check, put } of questions) {
		watch.progress?.(`asking the endpoint: ${check.replaceAll("-", " ")}`);
		const finding = gone ? {
			check: notAsked(check, "it had stopped answering"),
			gone
		} : await put(watch);
		checks.push(finding.check);
		gone = finding.gone;
	}
	return checks;
}
function questionsAfter(whole, probes, served, rows) {
	return [
		{
			check: "batch-equals-single-rows",
			put: (watch) => batchQuestion(served, rows, whole, watch)
		},
		{
			check: "no-rows",
			put: (watch) => noRowsQuestion(served, watch)
		},
		...probes.map((probe) => ({
			check: probe.check,
			put: (watch) => valueQuestion(served, probe, watch)
		})),
		{
			check: "malformed-requests",
			put: (watch) => malformedQuestion(served, watch)
		},
		{
			check: "same-answer-afterwards",
			put: (watch) => againQuestion(served, rows, whole, watch)
		}
	];
}
const found = (check) => ({
	check,
	gone: false
});
function contentTypeCheck(contentType) {
	return contentType === "application/json" || contentType.endsWith("+json") ? kept$1("content-type", 1) : broken("content-type", 1, `\`${contentType || "none"}\` instead of \`application/json\``);
}
function artifactChecks(served, given, rows) {
	const expected = served.expectedFor(given);
	const difference = differenceBetween(expected, given);
	const reordered = isReordered(expected, given);
	return [difference === void 0 ? kept$1("same-as-artifact", rows, `within ${TOLERANCE_TEXT}`) : broken("same-as-artifact", rows, `${difference} (allowed: ${TOLERANCE_TEXT})`), reordered ? broken("order", rows, "the predictions are those of the artifact, in another order than the rows") : difference === void 0 ? kept$1("order", rows) : notAsked("order", "the predictions are not those of the artifact")];
}
async function batchQuestion(served, rows, whole, watch) {
	const check = "batch-equals-single-rows";
	for (const size of [1, SMALL_BATCH]) for (let from = 0; from < rows.length; from += size) {
		const part = rows.slice(from, from + size);
		const answer = await ask(served, served.protocol.encode(part), watch);
		const where = `rows ${from} to ${from + part.length - 1} by themselves`;
		if (answer.is !== "predictions") return lost(check, rows.length, where, answer);
		const difference = differenceBetween(rowsBetween(whole, from, from + part.length), answer.predicted);
		if (difference !== void 0) return found(broken(check, rows.length, `${where}: ${difference}`));
	}
	return found(kept$1(check, rows.length, `within ${TOLERANCE_TEXT}`));
}
function lost(check, probes, where, answer) {
	if (answer.is === "refusal") return found(broken(check, probes, `${where}: status ${answer.status}`));
	return {
		check: broken(check, probes, `${where}: ${answer.why}`),
		gone: answer.gone
	};
}
async function noRowsQuestion(served, watch) {
	const answer = await ask(served, served.protocol.encode([]), watch);
	if (answer.is === "wrong") return lost("no-rows", 1, "a request without rows", answer);
	if (answer.is === "refusal") return found(kept$1("no-rows", 1, `status ${answer.status}`));
	const { rows } = answer.predicted;
	return found(rows === 0 ? kept$1("no-rows", 1) : broken("no-rows", 1, `${rows} predictions for no rows`));
}
async function valueQuestion(served, { check, rows, columns }, watch) {
	if (rows.length === 0) return found(notAsked(check, "no input takes such values"));
	let refused = 0;
	for (const [index, row] of rows.entries()) {
		const answer = await ask(served, served.protocol.encode([row]), watch);
		const where = `with \`${columns[index]}\` changed`;
		if (answer.is === "wrong") return lost(check, index + 1, where, answer);
		if (answer.is === "refusal") refused += 1;
		else if (answer.predicted.rows !== 1) return found(broken(check, index + 1, `${where}: ${answer.predicted.rows} predictions for 1 row`));
	}
	return found(kept$1(check, rows.length, refused === 0 ? void 0 : `${refused} refused by a status of 4xx`));
}
async function malformedQuestion(served, watch) {
	const check = "malformed-requests";
	const { malformed } = served.protocol;
	for (const [index, { what, body }] of malformed.entries()) {
		const answer = await ask(served, body, watch);
		if (answer.is === "predictions") return found(broken(check, index + 1, `${what}: it answers with predictions`));
		if (answer.is === "wrong") return lost(check, index + 1, what, answer);
	}
	return found(kept$1(check, malformed.length));
}
async function againQuestion(served, rows, whole, watch) {
	const check = "same-answer-afterwards";
	const answer = await ask(served, served.protocol.encode(rows), watch);
	if (answer.is !== "predictions") return lost(check, rows.length, "the same rows again", answer);
	const difference = differenceBetween(whole, answer.predicted);
	return found(difference === void 0 ? kept$1(check, rows.length) : broken(check, rows.length, `the same rows again: ${difference}`));
}
// src/commands/served-model.ts
const READY_WITHIN_MS = 6e4;
const STILL_READY_WITHIN_MS = 5e3;
const SERVE_SECONDS = 3600;
async function withServedModel(serve, model, { process, endpoint, artifacts }, { signal, progress }, use) {
	const folder = await process.temporaryFolder();
	try {
		const path = typeof model === "string" ? model : `${folder.path}/model.onnx`;
		if (typeof model !== "string") await artifacts.write(path, model);
		const port = await process.freePort();
		progress?.("starting the endpoint");
		const running = process.start({
			command: serve.command,
			env: {
				MODELYARD_MODEL: path,
				PORT: String(port)
			},
			limits: { seconds: SERVE_SECONDS },
			signal
		});
		const base = `http://127.0.0.1:${port}`;
		if (!await endpoint.waitFor(`${base}${serve.ready}`, READY_WITHIN_MS, running.ended, signal)) throw notReady(serve, await running.stop());
		try {
			const found = await use(`${base}${serve.path ?? ""}`);
			if (await endpoint.waitFor(`${base}${serve.ready}`, STILL_READY_WITHIN_MS, running.ended, signal)) return { found };
			return {
				found,
				fallen: `the endpoint was not ready any more when it had been asked${saidAtEnd(await running.stop())}`
			};
		} finally {
			await running.stop();
		}
	} finally {
		await folder.remove();
	}
}
function notReady({ command, ready }, end) {
	return new ModelyardError({
		code: "not-runnable",
		message: `the endpoint was not ready at ${ready}${saidAtEnd(end)}`,
		next: `try it by hand: PORT=8000 MODELYARD_MODEL=model.onnx ${command}`
	});
}
function saidAtEnd({ status, tail }) {
	const last = tail.trim().split("\n").slice(-3).join(" | ").slice(-300);
	return `${status === void 0 ? "" : `; its command ended with status ${status}`}${last === "" ? "" : `; it said: ${last}`}`;
}
// src/commands/contract-of-endpoint.ts
async function endpointFacts(input, state, served, ports, watch) {
	const { definition } = state;
	const { columns, own, plan, remarks, rows } = served;
	if (own.is !== "answered") throw new ModelyardError({
		code: "not-runnable",
		message: `the artifact itself does not answer, so there is nothing to hold its endpoint to: ${own.why}`,
		next: `see why: modelyard contract ${state.name} ${served.version}`
	});
	const { serve } = definition;
	const name = input.protocol ?? serve?.protocol ?? "rows";
	const names = {
		probability: serve?.probability,
		label: serve?.label
	};
	const expected = {
		task: taskOf(state),
		classes: classesOf(own.scores)
	};
	const protocol = name === "v2" ? v2Protocol(tensorsOf(plan), names) : rowsProtocol(columns, expected, names);
	const probe = async (base) => {
		const url = name === "v2" ? inferAddress(base, state.name) : base;
		return {
			checks: await probeEndpoint({
				endpoint: ports.endpoint,
				url,
				protocol,
				timeoutMs: input.timeoutSeconds * 1e3,
				columns,
				expectedFor: expectationOf(own.scores, definition)
			}, rows, watch),
			remarks,
			url,
			protocol: name
		};
	};
	if (input.url !== void 0) return probe(input.url);
	if (serve === void 0) throw new ModelyardError({
		code: "bad-input",
		message: `${state.name} does not say how it is served`,
		next: "write `serve: {command: ..., ready: /health, path: /predict}` into its model.yaml, or name an endpoint: --url"
	});
	const { process } = ports;
	if (process === void 0) throw new ModelyardError({
		code: "unsupported",
		message: "commands of model.yaml cannot be started here",
		next: "start the endpoint yourself and name it: --url http://127.0.0.1:8000/predict"
	});
	const { found, fallen } = await withServedModel(serve, served.model, {
		...ports,
		process
	}, watch, probe);
	return fallen === void 0 ? found : {
		...found,
		remarks: [...found.remarks, fallen]
	};
}
function tensorsOf(plan) {
	if (plan !== void 0) return plan;
	throw new ModelyardError({
		code: "bad-input",
		message: "v2 speaks in tensors, and of a version that is no ONNX model nobody knows which",
		next: "ask it by rows: --protocol rows"
	});
}
// src/commands/contract.ts
const contract = defineMeasurement({
	name: "contract",
	summary: "Whether a version, or its endpoint, keeps what callers rely on.",
	details: `Holds an ONNX artifact to the data's columns and to the champion's signature, and asks it in batches, row by row, twice,
and with values that training never had: an answer or a clear error is due. What is no ONNX is asked by predict of
model.yaml. With --url a running endpoint is asked, with --serve the one that model.yaml starts: its predictions must be
those that the artifact itself gives here.`,
	positional: ["model", "version"],
	examples: [{
		command: "modelyard contract telco-churn latest",
		does: "tries the newest version"
	}, {
		command: "modelyard contract telco-churn 4 --no-evidence",
		does: "looks at what changed for callers since the champion"
	}],
	permission: "write",
	doors: ["action", "cli"],
	asksGitHub: true,
	input: strictObject({
		model,
		version,
		url: optional(string().check(_minLength(1), _maxLength(2e3))),
		protocol: optional(_enum(["rows", "v2"])),
		serve: _default(boolean(), false),
		timeoutSeconds: _default(number().check(_gt(0), _lte(600)), 10),
		...measureInputs
	}),
	results: ["contract"],
	async run(input, ports, watch) {
		const startedAt = ports.clock.now();
		refuseMixed(input);
		const registry = await openRegistry(ports.repository);
		const state = await readModel(registry, input.model);
		const record = await readVersion(registry, state.name, await resolveVersion(registry, state, input.version));
		return withEvaluationData(state, input, [record], ports, (data) => kept(input, {
			startedAt,
			registry,
			state,
			record,
			data
		}, ports, watch));
	}
});
async function kept(input, { startedAt, registry, state, record, data }, ports, watch) {
	const byCommand = await readCommandSubject(registry, state, record, data, ports, watch);
	const subject = byCommand ?? await readSubject(registry, state, record, ports);
	const atEndpoint = input.url !== void 0 || input.serve;
	const served = async () => "command" in subject ? servedByCommand(subject, data, ports) : servedByEngine(subject, state, data, ports, watch);
	const found = atEndpoint ? await endpointFacts(input, state, await served(), ports, watch) : "command" in subject ? await commandFacts(subject, data, ports, watch) : await artifactFacts(registry, state, subject, data, ports, watch);
	const inputs = "command" in subject ? subject.command.columns : subject.signature.inputs;
	const facts = factsOf(atEndpoint ? "endpoint" : "artifact", inputs.length, found);
	const evidence = {
		schema: 1,
		kind: "contract",
		subject: {
			artifact: record.artifact.sha256,
			...rowsMeasuredOn(data)
		},
		facts,
		origin: await originOf(startedAt, registry.commit, ports, [])
	};
	const written = input.evidence ? [(await writeEvidence(registry, state, record, evidence, ports)).written] : [];
	return {
		kind: "contract",
		outcome: facts.checks.some(({ outcome }) => outcome === "broken") ? "failed" : "passed",
		model: state.name,
		commit: registry.commit,
		version: sideOf(state, record),
		...found.champion === void 0 ? {} : { champion: sideOf(state, found.champion) },
		...found.url === void 0 ? {} : { url: found.url.replace(/\?.*$/s, "") },
		facts,
		data: namedData(data),
		engine: byCommand === void 0 ? ports.inference.engine : "predict of model.yaml",
		seconds: (ports.clock.now() - startedAt) / 1e3,
		evidence: written,
		remarks: [...found.remarks, ...rowsRemarks(data)],
		next: []
	};
}
function refuseMixed({ url, serve, protocol }) {
	if (url !== void 0 && serve) throw new ModelyardError({
		code: "bad-input",
		message: "--url asks an endpoint that runs already, and --serve starts one",
		next: "leave one of them out"
	});
	if (protocol !== void 0 && url === void 0 && !serve) throw new ModelyardError({
		code: "bad-input",
		message: "--protocol says how an endpoint is asked, and none is named",
		next: "name it: --url http://127.0.0.1:8000/predict; or leave --protocol out to try the artifact"
	});
}
function factsOf(against, inputs, { checks, protocol }) {
	return {
		against,
		...protocol === void 0 ? {} : { protocol },
		inputs,
		probes: checks.reduce((sum, { probes }) => sum + probes, 0),
		checks: [...checks]
	};
}
export { contract };
