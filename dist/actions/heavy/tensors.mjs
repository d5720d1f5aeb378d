// src/adapters/onnx/tensors.ts
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
function interleave(sources, rows, target, convert) {
	const width = sources.length;
	for (const [position, source] of sources.entries()) if (convert === void 0) for (let row = 0, at = position; row < rows; row += 1, at += width) target[at] = source[row];
	else for (let row = 0, at = position; row < rows; row += 1, at += width) target[at] = convert(source[row]);
	return target;
}
export { tensorOf as n, interleave as t };
