// src/adapters/onnx/frames.ts
/** Writes a frame; resolves when the other side keeps up. */
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
/** The frames of a stream, until it ends. */
async function* readFrames(stream) {
	const source = chunksOf(stream);
	for (;;) {
		const lengths = await source.take(8);
		if (lengths === void 0) return;
		const text = await source.take(lengths.readUInt32LE(0));
		const body = await source.take(lengths.readUInt32LE(4));
		if (text === void 0 || body === void 0) return;
		const { header, sizes } = JSON.parse(text.toString("utf8"));
		let at = 0;
		yield {
			header,
			buffers: sizes.map((size) => {
				at += size;
				return body.subarray(at - size, at);
			})
		};
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
/** A buffer's numbers. Frames lie anywhere in memory; typed arrays need their own alignment, so the bytes are copied. */
function numbersIn(buffer, type) {
	return new type(buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length));
}
function bufferOf(values) {
	return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

export { writeFrame as i, numbersIn as n, readFrames as r, bufferOf as t };