import { a as numbersIn, c as unpackCodes, i as bufferOf, l as writeFrame, n as holdLifeline, s as readFrames } from "./lifeline.mjs";
import { n as tensorOf, t as interleave } from "./tensors.mjs";
// src/adapters/onnx/score-child.ts
const answer = (header, buffers = []) => writeFrame(process.stdout, {
	header,
	buffers
});
async function serve() {
	holdLifeline();
	const loading = import("onnxruntime-node");
	loading.catch(() => {});
	const frames = readFrames(process.stdin);
	const first = (await frames.next()).value;
	if (first?.header.is !== "model") return;
	const { outputs } = first.header;
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
	const second = (await frames.next()).value;
	if (second?.header.is !== "inputs") return;
	const { inputs } = second.header;
	const tensors = tensorMaker(engine, inputs);
	const labels = new Map();
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
	return (outputs.task === "regression" ? [outputs.values] : [...outputs.probabilities, outputs.labels]).filter((name) => name !== void 0);
}
function tensorMaker(engine, inputs) {
	const dictionaries = new Map();
	return ({ header, buffers }) => {
		const columns = header.columns.map((column, index) => {
			const buffer = buffers[index];
			if (column.kind === "number") return numbersIn(buffer, Float64Array);
			const words = dictionaries.get(index) ?? [];
			dictionaries.set(index, words);
			words.push(...column.words);
			return wordsOf(unpackCodes(buffer, header.rows), words);
		});
		return Object.fromEntries(inputs.map((input) => [input.name, tensorOf(engine, input, header.rows, columns)]));
	};
}
function wordsOf(codes, words) {
	const texts = new Array(codes.length);
	for (let row = 0; row < codes.length; row += 1) texts[row] = words[codes[row]];
	return texts;
}
async function answerScores(results, outputs, dictionary, rows) {
	const tensors = (outputs.task === "regression" ? [outputs.values] : outputs.probabilities).map((name) => results[name]);
	const labels = outputs.task === "regression" ? void 0 : results[outputs.labels ?? ""];
	const other = [...tensors, ...labels === void 0 ? [] : [labels]].map(rowsOf).find((count) => count !== rows);
	if (other !== void 0) return answer({
		is: "scores",
		rows: other,
		width: 0,
		labels: void 0
	});
	const buffers = [];
	const width = tensors.reduce((sum, tensor) => sum + widthOf(tensor), 0);
	if (tensors.length > 0) buffers.push(bufferOf(sideBySide(tensors.map(floatsOf), rows)));
	const known = dictionary.size;
	if (labels !== void 0) buffers.push(bufferOf(codesOf(labels, dictionary)));
	await answer({
		is: "scores",
		rows,
		width,
		labels: labels === void 0 ? void 0 : [...dictionary.keys()].slice(known)
	}, buffers);
}
function rowsOf({ dims, size }) {
	return Number(dims[0] ?? size);
}
function widthOf({ dims }) {
	return dims.slice(1).reduce((product, size) => product * size, 1);
}
function floatsOf(tensor) {
	const { data } = tensor;
	return tensor.type === "float32" || tensor.type === "float64" ? data : Float32Array.from(data, Number);
}
function sideBySide(columns, rows) {
	const [first, ...others] = columns;
	if (first !== void 0 && others.length === 0) return first;
	return interleave(columns, rows, new Float64Array(rows * columns.length));
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
export {};
