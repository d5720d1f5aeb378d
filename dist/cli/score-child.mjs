import { a as writeFrame, i as readFrames, n as bufferOf, r as numbersIn } from "./frames.mjs";

// src/adapters/onnx/score-child.ts
const answer = (header, buffers = []) => writeFrame(process.stdout, {
	header,
	buffers
});
async function serve() {
	const loading = import("onnxruntime-node");
	loading.catch(() => {});
	const frames = readFrames(process.stdin);
	const first = (await frames.next()).value;
	if (first?.header.is !== "model") return;
	const { inputs, outputs } = first.header;
	let engine;
	try {
		engine = await loading;
	} catch (error) {
		return answer({
			is: "failed",
			step: "engine",
			message: String(error)
		});
	}
	let session;
	try {
		session = await engine.InferenceSession.create(first.buffers[0], {
			intraOpNumThreads: 1,
			interOpNumThreads: 1,
			executionMode: "sequential",
			logSeverityLevel: 4
		});
	} catch (error) {
		return answer({
			is: "failed",
			step: "load",
			message: String(error)
		});
	}
	await answer({ is: "ready" });
	const tensors = tensorMaker(engine, inputs);
	const labels = /* @__PURE__ */ new Map();
	for await (const frame of frames) try {
		await answerScores(await session.run(tensors(frame), fetched(outputs)), outputs, labels, frame.header.rows);
	} catch (error) {
		return answer({
			is: "failed",
			step: "run",
			message: String(error)
		});
	}
}
function fetched(outputs) {
	return (outputs.task === "regression" ? [outputs.values] : [outputs.probabilities, outputs.labels]).filter((name) => name !== void 0);
}
/** Makes the input tensors of a batch; text columns keep their dictionaries from batch to batch. */
function tensorMaker(engine, inputs) {
	const dictionaries = /* @__PURE__ */ new Map();
	return ({ header, buffers }) => {
		const columns = header.columns.map((column, index) => {
			const buffer = buffers[index];
			if (column.kind === "number") return numbersIn(buffer, Float64Array);
			const words = dictionaries.get(index) ?? [];
			dictionaries.set(index, words);
			words.push(...column.words);
			return wordsOf(numbersIn(buffer, Uint32Array), words);
		});
		return Object.fromEntries(inputs.map((input) => [input.name, tensorOf(engine, input, header.rows, columns)]));
	};
}
function wordsOf(codes, words) {
	const texts = new Array(codes.length);
	for (let row = 0; row < codes.length; row += 1) texts[row] = words[codes[row]];
	return texts;
}
function tensorOf(engine, input, rows, columns) {
	const shape = [rows, ...input.rowShape];
	const sources = input.columns.map((index) => columns[index]);
	if (input.datatype === "BYTES") {
		const [only, ...others] = sources;
		const texts = others.length === 0 ? only : interleave(sources, rows, new Array(rows * sources.length));
		return new engine.Tensor("string", texts, shape);
	}
	const { type, make, convert } = NUMERIC[input.datatype] ?? FLOAT;
	const values = interleave(sources, rows, make(rows * sources.length), convert);
	return new engine.Tensor(type, values, shape);
}
const toBigInt = (value) => BigInt(value);
const FLOAT = {
	type: "float32",
	make: (length) => new Float32Array(length)
};
const NUMERIC = {
	FP32: FLOAT,
	FP64: {
		type: "float64",
		make: (length) => new Float64Array(length)
	},
	INT64: {
		type: "int64",
		make: (length) => new BigInt64Array(length),
		convert: toBigInt
	},
	UINT64: {
		type: "uint64",
		make: (length) => new BigUint64Array(length),
		convert: toBigInt
	},
	INT32: {
		type: "int32",
		make: (length) => new Int32Array(length)
	},
	UINT32: {
		type: "uint32",
		make: (length) => new Uint32Array(length)
	},
	INT16: {
		type: "int16",
		make: (length) => new Int16Array(length)
	},
	UINT16: {
		type: "uint16",
		make: (length) => new Uint16Array(length)
	},
	INT8: {
		type: "int8",
		make: (length) => new Int8Array(length)
	},
	UINT8: {
		type: "uint8",
		make: (length) => new Uint8Array(length)
	},
	BOOL: {
		type: "bool",
		make: (length) => new Uint8Array(length)
	}
};
/** Columns side by side, row after row. */
function interleave(sources, rows, target, convert) {
	const width = sources.length;
	for (const [position, source] of sources.entries()) if (convert === void 0) for (let row = 0, at = position; row < rows; row += 1, at += width) target[at] = source[row];
	else for (let row = 0, at = position; row < rows; row += 1, at += width) target[at] = convert(source[row]);
	return target;
}
async function answerScores(results, outputs, dictionary, rows) {
	const values = results[(outputs.task === "regression" ? outputs.values : outputs.probabilities) ?? ""];
	const labels = outputs.task === "regression" ? void 0 : results[outputs.labels ?? ""];
	const given = Number(values?.dims[0] ?? labels?.dims[0] ?? rows);
	if (given !== rows) return answer({
		is: "scores",
		rows: given,
		width: 0,
		labels: void 0
	});
	const buffers = [];
	if (values !== void 0) buffers.push(bufferOf(floatsOf(values)));
	const known = dictionary.size;
	if (labels !== void 0) buffers.push(bufferOf(codesOf(labels, dictionary)));
	await answer({
		is: "scores",
		rows,
		width: values === void 0 ? 0 : widthOf(values),
		labels: labels === void 0 ? void 0 : [...dictionary.keys()].slice(known)
	}, buffers);
}
function widthOf({ dims }) {
	return dims.slice(1).reduce((product, size) => product * size, 1);
}
function floatsOf(tensor) {
	const { data } = tensor;
	return tensor.type === "float32" || tensor.type === "float64" ? data : Float32Array.from(data, Number);
}
function codesOf(tensor, dictionary) {
	const { data } = tensor;
	const codes = new Uint32Array(data.length);
	for (let row = 0; row < codes.length; row += 1) {
		const word = String(data[row]);
		let code = dictionary.get(word);
		if (code === void 0) {
			code = dictionary.size;
			dictionary.set(word, code);
		}
		codes[row] = code;
	}
	return codes;
}
await serve();
process.stdout.end(() => process.exit(0));

export {  };