import { a as nearest, c as ModelyardError } from "./run.mjs";
import { a as TargetCollector, d as unknownCategories, f as unusedColumns, i as readRows, o as alignScores, t as readPredictions, u as trapsOf } from "./read-predictions.mjs";
import { a as readVersionArtifact, o as requireDigest } from "./move-facts.mjs";
// src/domain/comparison/input-plan.ts
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
	const inputs = signature.inputs.map((input) => {
		if (input.datatype === "OTHER") throw unfit(input, "and that is no tensor", "export the model with tensors as inputs");
		const names = columnsFor(input, data, target, remarks);
		return {
			name: input.name,
			datatype: input.datatype,
			rowShape: rowShapeOf(input, names.length),
			columns: names.map((name) => use(name, input.datatype)),
			wants: wantsText(input)
		};
	});
	const used = new Set([target, ...columns.map(({ name }) => name)]);
	return {
		inputs,
		columns,
		unused: data.map(({ name }) => name).filter((name) => !used.has(name)),
		remarks
	};
}
function columnsFor(input, data, target, remarks) {
	const present = new Set(data.map(({ name }) => name));
	if (input.columns !== void 0) {
		const missing = input.columns.find((name) => !present.has(name));
		if (missing === void 0) return input.columns;
		throw unfit(input, `the data has no column \`${missing}\``, hint(missing, present));
	}
	const width = widthOf(input);
	if (present.has(input.name) && (width === 1 || width === void 0)) return [input.name];
	if (width === 1) throw unfit(input, `the data has no column \`${input.name}\``, hint(input.name, present));
	const numbers = data.filter(({ name, kind }) => kind === "number" && name !== target).map(({ name }) => name);
	if (input.datatype !== "BYTES" && (width === void 0 || width === numbers.length)) {
		remarks.push(`the input \`${input.name}\` takes the ${numbers.length} columns of numbers in the data's order`);
		return numbers;
	}
	throw unfit(input, `the data has ${numbers.length} columns of numbers beside the target, and none of the input's name`, "register the version with the names of its columns: --columns a,b,c");
}
function widthOf({ shape }) {
	const sizes = shape.slice(1);
	return sizes.includes(-1) ? void 0 : sizes.reduce((product, size) => product * size, 1);
}
function rowShapeOf(input, columns) {
	const sizes = input.shape.slice(1);
	const known = sizes.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
	const filled = sizes.filter((size) => size === -1).length === 1 && columns % known === 0 ? sizes.map((size) => size === -1 ? columns / known : size) : sizes;
	if (filled.includes(-1) || filled.reduce((product, size) => product * size, 1) !== columns) throw unfit(input, `${columns} columns do not fill it`, "register the version with the names of its columns: --columns a,b,c");
	return filled;
}
const TYPE_NAMES = {
	FP16: "float16",
	FP32: "float32",
	FP64: "float64",
	BF16: "bfloat16",
	BYTES: "string",
	OTHER: "something"
};
function wantsText({ name, datatype, shape }) {
	const sizes = shape.map((size) => size === -1 ? "?" : size).join(",");
	return `input \`${name}\` wants ${TYPE_NAMES[datatype] ?? datatype.toLowerCase()}${datatype === "OTHER" ? "" : `[${sizes}]`}`;
}
function unfit(input, what, next) {
	return new ModelyardError({
		code: "bad-data",
		message: `${wantsText(input)}; ${what}`,
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
function firstUnfit(values, datatype) {
	const range = RANGES[datatype];
	if (range === void 0) return void 0;
	const [low, high] = range;
	for (let at = 0; at < values.length; at += 1) {
		const value = values[at];
		if (Number.isInteger(value) && value >= low && value <= high) continue;
		return {
			at,
			why: Number.isNaN(value) ? "holds nothing" : `holds ${value}`
		};
	}
}
// src/domain/once.ts
function once(make) {
	let made;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
// src/commands/score-model.ts
const BATCH_ROWS = 1024;
async function scoreModel(model, definition, data, { inference, tables }, { signal, progress }, { beside = [], meanwhile } = {}) {
	const described = await inference.describe(model.bytes);
	const { target, task } = definition;
	const regression = task === "regression";
	const planned = once(async () => {
		const present = await tables.columns(data.path);
		return planInputs(model.signature ?? described.signature, present, target);
	});
	const others = [...new Set(beside)];
	const fed = new FedRows(others);
	const batches = async function* () {
		const plan = await planned();
		const columns = [
			...plan.columns,
			{
				name: target,
				kind: regression ? "number" : "text"
			},
			...others.map((name) => ({
				name,
				kind: "text"
			}))
		];
		try {
			for await (const batch of readRows(tables, data, columns, BATCH_ROWS)) {
				data.rowTraps?.();
				meanwhile?.();
				yield fed.take(batch, plan);
			}
		} catch (error) {
			throw await explainMisfit(error, plan, data, tables);
		}
	};
	const scores = await inference.score({
		model: model.bytes,
		inputs: async () => (await planned()).inputs,
		batches: batches(),
		task: regression ? "regression" : "classification",
		signal,
		progress: (rows) => progress?.(`scoring ${model.name}: ${rows} rows`)
	});
	if (scores.rows === 0) throw new ModelyardError({
		code: "bad-data",
		message: `${data.uri} holds no rows`,
		next: "check the step that wrote it"
	});
	const plan = await planned();
	const predictions = alignScores(definition, scores, fed.labels);
	const found = fed.traps(plan, described.knownWords ?? new Map());
	const traps = await trapsOf(predictions, data, found);
	return {
		predictions,
		beside: fed.beside(),
		traps,
		memoryLimit: scores.memoryLimit,
		remarks: [
			...plan.remarks,
			...predictions.remarks,
			...limitRemarks(scores.memoryLimit)
		]
	};
}
function limitRemarks(limit) {
	if (limit === "watched") return ["this system limits no memory: the size of the process that ran the model was watched"];
	return limit === "none" ? ["nothing limited the memory of the process that ran the model"] : [];
}
var FedRows = class {
	labels = new TargetCollector();
	#beside;
	#counts = [];
	#words = [];
	constructor(beside) {
		this.#beside = new Map(beside.map((name) => [name, new TargetCollector()]));
	}
	take(batch, plan) {
		for (const input of plan.inputs) for (const position of input.columns) refuseUnfit(batch, position, plan, input);
		const [labels, ...others] = batch.columns.slice(plan.columns.length);
		const columns = batch.columns.slice(0, plan.columns.length);
		for (const [index, values] of columns.entries()) if (values.kind === "text") this.#count(index, values.codes, values.words);
		this.labels.add(labels);
		for (const [index, collector] of [...this.#beside.values()].entries()) collector.add(others[index]);
		return {
			...batch,
			columns
		};
	}
	beside() {
		return new Map([...this.#beside].map(([name, collector]) => [name, {
			name,
			...collector.text()
		}]));
	}
	#count(index, codes, words) {
		const counts = this.#counts[index] ?? [];
		this.#counts[index] = counts;
		for (let code = counts.length; code < words.length; code += 1) counts.push(0);
		for (const code of codes) counts[code] = counts[code] + 1;
		this.#words[index] = words;
	}
	traps(plan, known) {
		const ofColumns = new Map();
		for (const { name, columns } of plan.inputs) {
			const [only, ...others] = columns;
			const words = known.get(name);
			if (only === void 0 || others.length > 0 || words === void 0) continue;
			ofColumns.set(plan.columns[only]?.name ?? name, words);
		}
		const counted = this.#counts.map((counts, index) => {
			return {
				column: plan.columns[index]?.name ?? "",
				words: this.#words[index] ?? [],
				counts
			};
		});
		const unknown = unknownCategories(Object.values(counted), ofColumns);
		return {
			...unknown.length === 0 ? {} : { "unknown-categories": unknown },
			...unusedColumns(plan.unused)
		};
	}
};
function refuseUnfit(batch, position, plan, { datatype, wants }) {
	const values = batch.columns[position];
	if (values?.kind !== "number") return;
	const unfit = firstUnfit(values.values, datatype);
	if (unfit === void 0) return;
	throw new ModelyardError({
		code: "bad-data",
		message: `${wants}; column \`${plan.columns[position]?.name}\` ${unfit.why} at row ${batch.start + unfit.at + 1}`,
		next: "correct the row, or export the model with a float input, which can hold fractions and missing numbers"
	});
}
async function explainMisfit(error, plan, { path }, tables) {
	if (!(error instanceof ModelyardError) || error.code !== "bad-data" || error.place === void 0) return error;
	for (const { columns, datatype, wants } of plan.inputs) {
		if (datatype === "BYTES") continue;
		for (const position of columns) {
			const name = plan.columns[position]?.name ?? "";
			const found = await tables.firstText(path, name).catch(() => void 0);
			if (found === void 0) continue;
			return new ModelyardError({
				code: "bad-data",
				message: `${wants}; column \`${name}\` holds text at row ${found.row}: ${JSON.stringify(found.text.slice(0, 40))}`,
				next: "correct the row; a missing number is written as nothing or NA",
				place: error.place,
				cause: error
			});
		}
	}
	return error;
}
// src/domain/registry/artifact-kind.ts
const opaque = (kind, facts = {}) => ({
	format: "opaque",
	kind,
	runsCode: false,
	...facts
});
function guessKind(head, name) {
	const text = String.fromCharCode(...head);
	const ending = name.toLowerCase().replace(/^.*?\./, "");
	if (/^\x80[\x02-\x05]/.test(text)) return pickle(ending);
	if (text.startsWith("PK")) return zipKind(text, ending);
	if (text.startsWith("HDF\r\n")) return opaque("hdf5");
	if (text.startsWith("GGUF")) return opaque("gguf");
	if (text.startsWith("TFL3", 4)) return opaque("tflite");
	if (text.startsWith("version https://git-lfs")) return opaque("git-lfs-pointer");
	if (/^tree\r?\n/.test(text)) return opaque("lightgbm-text", { family: "lightgbm" });
	if (/^\s*\{\s*"learner"|^\{L.*learner/s.test(text)) return opaque("xgboost", { family: "xgboost" });
	if (/^.{8}\{"/s.test(text) && ending.endsWith("safetensors")) return opaque("safetensors");
	if (/<PMML\b/.test(text)) return opaque("pmml");
	if (/^RD[AXB][23]\n|^\x1f\x8b/.test(text) && /^rds|^rda|^rdata/.test(ending)) return opaque("r-data", { runsCode: true });
	if (/^(?:joblib|pkl|pickle)/.test(ending)) return pickle(ending);
	if (ending.endsWith("onnx")) return {
		format: "onnx",
		kind: "onnx",
		runsCode: false
	};
	return opaque("unknown");
}
function pickle(ending) {
	return opaque(ending.startsWith("joblib") ? "joblib" : "pickle", {
		runsCode: true,
		family: "scikit-learn"
	});
}
function zipKind(text, ending) {
	if (/data\.pkl/.test(text) || /^pth?$/.test(ending)) return opaque("pytorch", { runsCode: true });
	if (ending.endsWith("keras")) return opaque("keras");
	if (ending.endsWith("npz")) return opaque("numpy");
	return opaque("zip");
}
const EXPORT = {
	"scikit-learn": [
		"from skl2onnx import to_onnx   # pip install skl2onnx",
		"onnx_model = to_onnx(model, X_train[:1], options={\"zipmap\": False})",
		"open(\"model.onnx\", \"wb\").write(onnx_model.SerializeToString())"
	],
	xgboost: [
		"from onnxmltools import convert_xgboost   # pip install onnxmltools",
		"from onnxmltools.convert.common.data_types import FloatTensorType",
		"onnx_model = convert_xgboost(model, initial_types=[(\"input\", FloatTensorType([None, X_train.shape[1]]))])",
		"open(\"model.onnx\", \"wb\").write(onnx_model.SerializeToString())"
	],
	lightgbm: [
		"from onnxmltools import convert_lightgbm   # pip install onnxmltools",
		"from onnxmltools.convert.common.data_types import FloatTensorType",
		"onnx_model = convert_lightgbm(model, initial_types=[(\"input\", FloatTensorType([None, X_train.shape[1]]))])",
		"open(\"model.onnx\", \"wb\").write(onnx_model.SerializeToString())"
	]
};
function exportLines({ family }) {
	return family === void 0 ? [] : EXPORT[family];
}
// src/commands/command-failure.ts
const USUAL_LIMITS = {
	seconds: 3600,
	bytes: 4 * 2 ** 30
};
const NOT_FOUND = 127;
function failureOf(end, { seconds, bytes = Number.POSITIVE_INFINITY }, { named, variables }) {
	const { status, signal, exceeded } = end;
	if (exceeded === "time") return new ModelyardError({
		code: "timed-out",
		message: `${named} was not done within ${seconds} s${lastWords(end)}`,
		next: "make it faster, or evaluate on fewer rows"
	});
	if (exceeded === void 0 && status === 0) return void 0;
	const how = exceeded === "memory" ? `took more than ${(bytes / 2 ** 30).toFixed(1)} GiB of memory` : status === void 0 ? `was ended by ${signal ?? "a signal"}` : `ended with status ${status}`;
	return new ModelyardError({
		code: "not-runnable",
		message: `${named} ${how}${lastWords(end)}`,
		next: status === NOT_FOUND ? "the shell found no such program: install it, or correct the command in model.yaml" : `run the command of model.yaml yourself, with ${variables.slice(0, -1).join(", ")} and ${variables.at(-1)} set`
	});
}
function lastWords({ tail }) {
	const lines = tail.trimEnd().split("\n").slice(-12);
	return tail.trim() === "" ? ", and said nothing" : `; it said last:\n${lines.join("\n")}`;
}
// src/commands/predicted-by-command.ts
const PREDICTIONS = "predictions.csv";
async function predictByCommand(request, definition, data, ports, watch) {
	const { process, tables } = ports;
	const input = await process.temporaryFolder();
	const output = await process.temporaryFolder();
	try {
		const rows = `${input.path}/rows.csv`;
		await tables.writeWithout(data.path, definition.target, rows);
		watch.progress?.("predicting by the command of model.yaml");
		const end = await runPredict(request, {
			rows,
			output: output.path
		}, process, watch);
		const failure = failureOfPredict(end, request.limits);
		if (failure !== void 0) throw failure;
		return {
			...await readWritten(`${output.path}/${PREDICTIONS}`, end, definition, data, ports),
			memoryLimit: end.memoryLimit
		};
	} finally {
		await Promise.all([input.remove(), output.remove()]);
	}
}
async function runPredict({ command, model, seed, limits = USUAL_LIMITS }, { rows, output }, process, { signal, progress }) {
	const end = await process.run({
		command,
		env: {
			MODELYARD_MODEL: model,
			MODELYARD_DATA: rows,
			MODELYARD_OUT: output,
			MODELYARD_SEED: String(seed)
		},
		limits,
		signal,
		said: (line) => progress?.(line)
	});
	if (!signal?.aborted) return end;
	throw new ModelyardError({
		code: "interrupted",
		message: "predicting was interrupted",
		next: "run the command again"
	});
}
function failureOfPredict(end, limits = USUAL_LIMITS) {
	return failureOf(end, limits, {
		named: "`predict`",
		variables: [
			"MODELYARD_MODEL",
			"MODELYARD_DATA",
			"MODELYARD_OUT"
		]
	});
}
function readWritten(file, end, definition, data, ports) {
	return written(file, end, ports, () => readPredictions(definition, data, file, ports.tables));
}
async function written(file, end, { artifacts }, read) {
	if (!await artifacts.readHead(file, 1).then(() => true, () => false)) throw new ModelyardError({
		code: "not-runnable",
		message: `\`predict\` left no ${PREDICTIONS} in $MODELYARD_OUT${lastWords(end)}`,
		next: "write it there: one row for each row of $MODELYARD_DATA, in their order"
	});
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof ModelyardError)) throw error;
		const { code, message, next } = error;
		const named = message.replaceAll(file, `${PREDICTIONS} of \`predict\``);
		throw new ModelyardError({
			code,
			message: named,
			next,
			cause: error
		});
	}
}
// src/commands/score-version.ts
async function scoreVersion(registry, state, record, data, ports, watch, { artifact, predictions: file, beside, meanwhile } = {}) {
	if (file !== void 0) return readPredictions(state.definition, data, file, ports.tables);
	const { predict, train } = state.definition;
	if (record.artifact.format !== "onnx" && predict !== void 0) {
		const model = await placeOfArtifact(registry, state, record, ports, artifact);
		return predictByCommand({
			command: predict.command,
			model,
			seed: train?.seed ?? 0
		}, state.definition, data, ports, watch);
	}
	const bytes = await readModelBytes(registry, state, record, ports, artifact);
	return scoreModel({
		name: `version ${record.version}`,
		bytes,
		signature: record.signature
	}, state.definition, data, ports, watch, {
		beside,
		meanwhile
	});
}
async function placeOfArtifact(registry, state, record, ports, localCopy) {
	const found = await readVersionArtifact(registry, state, record, ports, localCopy);
	const place = await found.place();
	requireDigest(record.version, found.sha256, record.artifact.sha256, place);
	return place;
}
async function readModelBytes(registry, state, record, ports, localCopy) {
	const { version, artifact } = record;
	if (artifact.format !== "onnx") throw notRunnable(version, artifact.kind ?? "unknown");
	const found = await readVersionArtifact(registry, state, record, ports, localCopy);
	const bytes = await found.read();
	requireDigest(version, ports.artifacts.hash(bytes), artifact.sha256, found.path);
	return bytes;
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
export { planInputs as _, failureOfPredict as a, written as c, guessKind as d, BATCH_ROWS as f, firstUnfit as g, once as h, PREDICTIONS as i, USUAL_LIMITS as l, scoreModel as m, readModelBytes as n, predictByCommand as o, limitRemarks as p, scoreVersion as r, runPredict as s, placeOfArtifact as t, failureOf as u };
