import { a as USUAL_LIMITS, i as nextAnswer, n as planOutputs, o as refuseExternalTensors, r as revealOutput, s as parseOnnx, t as startModel } from "./start-model.mjs";
import { a as numbersIn, i as bufferOf, l as writeFrame, s as readFrames } from "./lifeline.mjs";
// src/adapters/onnx/stopwatch.ts
const MOST_BYTES = 2 * USUAL_LIMITS.bytes;
const PATIENCE_MS = 12e4;
const MAX_ANSWER = 67108864;
function openStopwatch(childPath, { patienceMs = PATIENCE_MS, bytes = MOST_BYTES, bySystem = true } = {}) {
	return { async load(request) {
		const loading = loadingFrame(request);
		const process = startModel(childPath, {
			bytes,
			seconds: 4 * USUAL_LIMITS.seconds,
			bySystem
		});
		const conversation = converse(process, bytes, request.signal);
		try {
			await conversation.ask(loading, PATIENCE_MS);
		} catch (error) {
			await conversation.close();
			throw error;
		}
		return {
			memoryLimit: await process.memoryLimit(),
			async time({ models, requests }) {
				const turns = [bufferOf(models), bufferOf(requests)];
				const [times] = await conversation.ask({
					header: { is: "turns" },
					buffers: turns
				}, patienceMs);
				return numbersIn(times ?? Buffer.alloc(0), Float64Array);
			},
			close: conversation.close
		};
	} };
}
function loadingFrame({ models, rows, rowsPerRequest }) {
	const planned = models.map(({ model, inputs, task }) => {
		const outputs = planOutputs(parseOnnx(model), task);
		refuseExternalTensors(model);
		const revealed = outputs.task === "classification" && outputs.reveal !== void 0 ? revealOutput(model, outputs.reveal) : model;
		return {
			inputs,
			outputs,
			bytes: Buffer.from(revealed)
		};
	});
	return {
		header: {
			is: "load",
			models: planned.map(({ inputs, outputs }) => ({
				inputs,
				outputs
			})),
			columns: rows.columns.map((column) => column.kind === "number" ? { kind: "number" } : {
				kind: "text",
				words: column.words
			}),
			requests: Math.floor(rows.rows / rowsPerRequest),
			rowsPerRequest
		},
		buffers: [...planned.map(({ bytes }) => bytes), ...rows.columns.map((column) => bufferOf(column.kind === "number" ? column.values : column.codes))]
	};
}
function converse(process, limit, signal) {
	const { child } = process;
	const kill = () => child.kill("SIGKILL");
	signal?.addEventListener("abort", kill, { once: true });
	const answers = readFrames(child.stdout, MAX_ANSWER);
	const asked = {
		process,
		limit,
		models: "several",
		work: "timing"
	};
	return {
		async ask(question, ms) {
			await writeFrame(child.stdin, question);
			const patience = {
				ms,
				of: ms / 1e3,
				what: "the models gave no answer"
			};
			return (await nextAnswer(answers, asked, patience, signal)).buffers;
		},
		async close() {
			signal?.removeEventListener("abort", kill);
			await process.end();
		}
	};
}
export { openStopwatch };
