import { a as numbersIn, i as bufferOf, l as writeFrame, n as holdLifeline, s as readFrames } from "./lifeline.mjs";
import { n as tensorOf } from "./tensors.mjs";
// src/adapters/onnx/time-child.ts
var Failure = class extends Error {
	step;
	constructor(step, cause) {
		super(String(cause));
		this.step = step;
	}
};
async function serve() {
	holdLifeline();
	const questions = readFrames(process.stdin);
	const first = (await questions.next()).value;
	if (first?.header.is !== "load") return;
	try {
		const models = await load(first.header, first.buffers);
		await answer({ is: "ready" });
		for await (const { buffers } of questions) {
			const [which, requests] = buffers.map((buffer) => numbersIn(buffer, Uint32Array));
			const times = await take(models, which, requests);
			await answer({ is: "times" }, [bufferOf(times)]);
		}
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		await answer({
			is: "failed",
			step: error.step,
			message: error.message
		});
	}
}
const answer = (header, buffers = []) => writeFrame(process.stdout, {
	header,
	buffers
});
async function take(models, which, requests) {
	const times = new Float64Array(which.length);
	for (let turn = 0; turn < times.length; turn += 1) {
		const { session, feeds, fetched } = models[which[turn]];
		const feed = feeds[requests[turn]];
		const begin = process.hrtime.bigint();
		try {
			await session.run(feed, fetched);
		} catch (error) {
			throw new Failure("run", error);
		}
		times[turn] = Number(process.hrtime.bigint() - begin) / 1e6;
	}
	return times;
}
async function load(header, buffers) {
	const engine = await import("onnxruntime-node").catch((error) => {
		throw new Failure("engine", error);
	});
	const columns = header.columns.map((column, index) => columnOf(column, buffers[header.models.length + index]));
	const ready = [];
	for (const [index, { inputs, outputs }] of header.models.entries()) {
		const session = await open(engine, buffers[index]);
		const feeds = Array.from({ length: header.requests }, (_, request) => {
			const from = request * header.rowsPerRequest;
			const rows = columns.map((column) => column.slice(from, from + header.rowsPerRequest));
			return Object.fromEntries(inputs.map((input) => [input.name, tensorOf(engine, input, header.rowsPerRequest, rows)]));
		});
		ready.push({
			session,
			feeds,
			fetched: fetchedFrom(outputs)
		});
	}
	return ready;
}
async function open(engine, model) {
	try {
		return await engine.InferenceSession.create(model, {
			intraOpNumThreads: 1,
			interOpNumThreads: 1,
			executionMode: "sequential",
			logSeverityLevel: 4
		});
	} catch (error) {
		throw new Failure("load", error);
	}
}
function columnOf(column, buffer) {
	if (column.kind === "number") return numbersIn(buffer, Float64Array);
	return Array.from(numbersIn(buffer, Uint32Array), (code) => column.words[code]);
}
function fetchedFrom(outputs) {
	return (outputs.task === "regression" ? [outputs.values] : [outputs.probabilities, outputs.labels]).flat().filter((name) => name !== void 0);
}
await serve();
process.stdout.end(() => process.exit(0));
export {};
