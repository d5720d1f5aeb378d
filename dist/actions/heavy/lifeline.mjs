import { Worker } from "node:worker_threads";
// src/adapters/onnx/frames.ts
async function writeFrame(stream, { header, buffers }) {
	const sizes = buffers.map((buffer) => buffer.length);
	const text = Buffer.from(JSON.stringify({
		header,
		sizes
	}));
	const lengths = Buffer.alloc(8);
	lengths.writeUInt32LE(text.length, 0);
	lengths.writeUInt32LE(sizes.reduce((sum, size) => sum + size, 0), 4);
	stream.write(Buffer.concat([lengths, text]));
	let flowing = true;
	for (const buffer of buffers) flowing = stream.write(buffer);
	if (flowing || stream.destroyed) return;
	await new Promise((resolve) => {
		const done = () => {
			stream.off("drain", done).off("close", done);
			resolve();
		};
		stream.on("drain", done).on("close", done);
	});
}
var UnreadableFrame = class extends Error {};
async function* readFrames(stream, most = Number.POSITIVE_INFINITY) {
	const source = chunksOf(stream);
	for (;;) {
		const lengths = await source.take(8);
		if (lengths === void 0) return;
		const sizes = [lengths.readUInt32LE(0), lengths.readUInt32LE(4)];
		if (Math.max(...sizes) > most) throw new UnreadableFrame(`${sizes[0] + sizes[1]} bytes`);
		const text = await source.take(sizes[0]);
		const body = await source.take(sizes[1]);
		if (text === void 0 || body === void 0) return;
		yield unpack(text, body);
	}
}
function unpack(text, body) {
	try {
		const { header, sizes } = JSON.parse(text.toString("utf8"));
		let at = 0;
		return {
			header,
			buffers: sizes.map((size) => {
				at += size;
				return body.subarray(at - size, at);
			})
		};
	} catch (error) {
		throw new UnreadableFrame("a header that is no JSON", { cause: error });
	}
}
function chunksOf(stream) {
	const chunks = stream[Symbol.asyncIterator]();
	let rest = Buffer.alloc(0);
	return { async take(length) {
		const taken = Buffer.allocUnsafe(length);
		for (let filled = 0; filled < length;) {
			if (rest.length === 0) {
				const { done, value } = await chunks.next();
				if (done) return void 0;
				rest = value;
			}
			const part = rest.subarray(0, length - filled);
			part.copy(taken, filled);
			filled += part.length;
			rest = rest.subarray(part.length);
		}
		return taken;
	} };
}
function numbersIn({ buffer, byteOffset, length }, type) {
	const size = type.BYTES_PER_ELEMENT;
	if (byteOffset % size === 0) return new type(buffer, byteOffset, Math.floor(length / size));
	return new type(buffer.slice(byteOffset, byteOffset + length));
}
function bufferOf(values) {
	return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}
function packCodes({ codes, words }) {
	return words.length > 256 ? codes : Uint8Array.from(codes);
}
function unpackCodes(buffer, rows) {
	return buffer.length === rows ? buffer : numbersIn(buffer, Uint32Array);
}
// src/adapters/onnx/lifeline.ts
const LIFELINE = `
  const { ppid } = process
  setInterval(() => {
    try {
      process.kill(ppid, 0)
      if (process.ppid === ppid) return
    } catch {}
    process.kill(process.pid, 'SIGKILL')
  }, 1000)
`;
const SMALL = {
	maxOldGenerationSizeMb: 8,
	maxYoungGenerationSizeMb: 1,
	codeRangeSizeMb: 4
};
const WATCHES_PARENT = "watches-parent";
function holdLifeline() {
	if (!process.argv.includes("watches-parent")) return;
	new Worker(LIFELINE, {
		eval: true,
		resourceLimits: SMALL
	}).unref();
}
export { numbersIn as a, unpackCodes as c, bufferOf as i, writeFrame as l, holdLifeline as n, packCodes as o, UnreadableFrame as r, readFrames as s, WATCHES_PARENT as t };
