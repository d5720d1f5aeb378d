import { a as USUAL_LIMITS, i as nextAnswer, n as planOutputs, o as refuseExternalTensors, r as revealOutput, s as parseOnnx, t as startModel } from "./start-model.mjs";
import { a as numbersIn, i as bufferOf, l as writeFrame, o as packCodes, s as readFrames } from "./lifeline.mjs";
import { c as ModelyardError } from "./run.mjs";
// src/adapters/onnx/known-words.ts
const WORD_ATTRIBUTES = {
	OneHotEncoder: ["cats_strings"],
	LabelEncoder: ["keys_strings", "classes_strings"],
	CategoryMapper: ["cats_strings"],
	OrdinalEncoder: ["cats_strings"]
};
const PASSES = [
	"Identity",
	"Reshape",
	"Flatten",
	"Squeeze",
	"Unsqueeze",
	"Gather",
	"ArrayFeatureExtractor"
];
const MAX_STEPS = 1e4;
function knownWords({ signature, nodes }) {
	const readers = new Map();
	for (const node of nodes) for (const name of node.inputs) {
		const found = readers.get(name);
		if (found === void 0) readers.set(name, [node]);
		else found.push(node);
	}
	const known = new Map();
	for (const { name, datatype, shape } of signature.inputs) {
		if (datatype !== "BYTES" || shape.slice(1).some((size) => size !== 1)) continue;
		const words = wordsFrom(name, readers);
		if (words !== void 0) known.set(name, [...words]);
	}
	return known;
}
function wordsFrom(tensor, readers) {
	const words = new Set();
	const waiting = [tensor];
	for (let step = 0; waiting.length > 0; step += 1) {
		if (step > MAX_STEPS) return void 0;
		for (const node of readers.get(waiting.pop()) ?? []) {
			const list = (WORD_ATTRIBUTES[node.opType] ?? []).map((name) => node.list(name)).find((found) => found.length > 0);
			if (list !== void 0) for (const word of list) words.add(word);
			else if (PASSES.includes(node.opType)) waiting.push(...node.outputs);
			else return void 0;
		}
	}
	return words.size === 0 ? void 0 : words;
}
// src/adapters/onnx/describe-model.ts
const describeModel = async (model) => {
	const file = parseOnnx(model);
	return {
		signature: file.signature,
		opsets: file.opsets,
		knownWords: knownWords(file)
	};
};
// src/adapters/onnx/score-collector.ts
var ScoreCollector = class {
	rows = 0;
	#outputs;
	#values = [];
	#labels = [];
	#words = [];
	#width = 0;
	#hasLabels = false;
	constructor(outputs) {
		this.#outputs = outputs;
	}
	add({ header, buffers }, fed) {
		if (header.is !== "scores") return;
		if (header.rows !== fed) throw wrongRowCount(fed, header.rows);
		const [first, second] = buffers;
		if (header.width > 0 && first !== void 0) {
			const values = first.length === header.rows * header.width * 8 ? numbersIn(first, Float64Array) : numbersIn(first, Float32Array);
			if (values.length !== fed * header.width) throw wrongRowCount(fed, values.length / header.width);
			this.#values.push(values);
			this.#width = header.width;
		}
		if (header.labels !== void 0) {
			this.#hasLabels = true;
			this.#words.push(...header.labels);
			const codes = numbersIn(header.width > 0 ? second : first, Uint32Array);
			if (codes.length !== fed) throw wrongRowCount(fed, codes.length);
			for (const code of codes) this.#labels.push(this.#words[code]);
		}
		this.rows += fed;
	}
	finish() {
		const labels = this.#hasLabels ? { labels: this.#labels } : {};
		const { rows } = this;
		if (this.#outputs.task === "regression") {
			if (rows > 0 && this.#width !== 1) throw wrongWidth(this.#width);
			return {
				rows,
				values: joined(this.#values, Float64Array, rows)
			};
		}
		if (this.#width === 0) return {
			rows,
			...labels
		};
		const values = joined(this.#values, Float32Array, rows * this.#width);
		return {
			rows,
			...labels,
			probabilities: {
				classes: this.#outputs.classes ?? [],
				values,
				width: this.#width
			}
		};
	}
};
function joined(parts, type, length) {
	const whole = new type(length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
function wrongRowCount(fed, given) {
	return new ModelyardError({
		code: "not-runnable",
		message: `the model was given ${fed} rows and answered with ${given}`,
		next: "export it with a free number of rows, one prediction for each"
	});
}
function wrongWidth(width) {
	return new ModelyardError({
		code: "not-runnable",
		message: `the model gives ${width} numbers a row, and regression needs one`,
		next: "check `task` in model.yaml"
	});
}
// src/adapters/onnx/inference.ts
const MAX_ANSWER = 268435456;
const AHEAD = 3;
function openInference(childPath, version, options = {}) {
	const { limits: own, bySystem = true } = options;
	const start = ({ bytes, seconds }) => startModel(childPath, {
		bytes,
		seconds: 4 * seconds,
		bySystem
	});
	let prepared;
	return {
		engine: `onnxruntime-node ${version}`,
		prepare() {
			prepared ??= start(limitsOf(own));
		},
		describe: describeModel,
		async score(request) {
			const limits = limitsOf(own, request.limits);
			const process = request.limits === void 0 ? prepared ?? start(limits) : start(limits);
			if (process === prepared) prepared = void 0;
			return await score(request, process, limits);
		}
	};
}
async function score(request, process, limits) {
	try {
		const outputs = planOutputs(parseOnnx(request.model), request.task);
		refuseExternalTensors(request.model);
		return await converse(request, outputs, process, limits);
	} finally {
		await process.end();
	}
}
function limitsOf(...given) {
	const said = given.flatMap((limits) => Object.entries(limits ?? {}).filter(([, value]) => value !== void 0));
	return {
		...USUAL_LIMITS,
		...Object.fromEntries(said)
	};
}
async function converse({ model, inputs, batches, signal, progress }, outputs, process, limits) {
	const { child } = process;
	const abort = () => child.kill("SIGKILL");
	signal?.addEventListener("abort", abort, { once: true });
	const answers = readFrames(child.stdout, MAX_ANSWER);
	const endsAt = performance.now() + limits.seconds * 1e3;
	const next = (seconds, what) => {
		const left = Math.max(0, endsAt - performance.now());
		const patience = left < seconds * 1e3 ? {
			ms: left,
			of: limits.seconds,
			what: "the model was not done"
		} : {
			ms: seconds * 1e3,
			of: seconds,
			what
		};
		const asked = {
			process,
			limit: limits.bytes,
			models: "one",
			work: "scoring"
		};
		return nextAnswer(answers, asked, patience, signal);
	};
	const bytes = outputs.task === "classification" && outputs.reveal !== void 0 ? revealOutput(model, outputs.reveal) : model;
	const source = batches[Symbol.asyncIterator]();
	const first = source.next();
	first.catch(() => {});
	const planned = typeof inputs === "function" ? inputs() : Promise.resolve(inputs);
	planned.catch(() => {});
	try {
		await writeFrame(child.stdin, {
			header: {
				is: "model",
				outputs
			},
			buffers: [bufferOf(bytes)]
		});
		await writeFrame(child.stdin, {
			header: {
				is: "inputs",
				inputs: await planned
			},
			buffers: []
		});
		await next(limits.loadSeconds, "the model could not be loaded");
		const memoryLimit = await process.memoryLimit();
		const collector = new ScoreCollector(outputs);
		const sender = batchSender();
		const waiting = [];
		const collect = async () => {
			collector.add(await next(limits.batchSeconds, "the model gave no answer"), waiting.shift() ?? 0);
			progress?.(collector.rows);
		};
		for await (const batch of resumed(first, source)) {
			if (waiting.length >= AHEAD) await collect();
			waiting.push(batch.rows);
			await writeFrame(child.stdin, sender(batch));
		}
		while (waiting.length > 0) await collect();
		return {
			...collector.finish(),
			memoryLimit
		};
	} finally {
		signal?.removeEventListener("abort", abort);
		await source.return?.();
	}
}
async function* resumed(first, source) {
	for (let step = await first; !step.done; step = await source.next()) yield step.value;
}
function batchSender() {
	const sent = new Map();
	return ({ rows, columns }) => ({
		header: {
			is: "batch",
			rows,
			columns: columns.map((column, index) => {
				if (column.kind === "number") return { kind: "number" };
				const known = sent.get(index) ?? 0;
				sent.set(index, column.words.length);
				return {
					kind: "text",
					words: column.words.slice(known)
				};
			})
		},
		buffers: columns.map((column) => bufferOf(column.kind === "number" ? column.values : packCodes(column)))
	});
}
export { openInference };
