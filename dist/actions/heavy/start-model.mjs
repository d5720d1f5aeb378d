import { c as ModelyardError } from "./run.mjs";
import { r as UnreadableFrame, t as WATCHES_PARENT } from "./lifeline.mjs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { Socket } from "node:net";
import { promisify } from "node:util";
// node_modules/@bufbuild/protobuf/dist/esm/wire/varint.js
function varint64read() {
	const buf = this.buf;
	let pos = this.pos;
	let lo = 0;
	let hi = 0;
	for (let shift = 0; shift < 28; shift += 7) {
		const b = buf[pos++];
		lo |= (b & 127) << shift;
		if ((b & 128) == 0) {
			this.pos = pos;
			this.assertBounds();
			this.varint64Lo = lo;
			this.varint64Hi = hi;
			return;
		}
	}
	const middleByte = buf[pos++];
	lo |= (middleByte & 15) << 28;
	hi = (middleByte & 112) >> 4;
	if ((middleByte & 128) == 0) {
		this.pos = pos;
		this.assertBounds();
		this.varint64Lo = lo;
		this.varint64Hi = hi;
		return;
	}
	for (let shift = 3; shift <= 31; shift += 7) {
		const b = buf[pos++];
		hi |= (b & 127) << shift;
		if ((b & 128) == 0) {
			this.pos = pos;
			this.assertBounds();
			this.varint64Lo = lo;
			this.varint64Hi = hi;
			return;
		}
	}
	throw new Error("invalid varint");
}
const TWO_PWR_32_DBL = 4294967296;
function int64FromString(dec) {
	const minus = dec[0] === "-";
	if (minus) dec = dec.slice(1);
	const base = 1e6;
	let lowBits = 0;
	let highBits = 0;
	function add1e6digit(begin, end) {
		const digit1e6 = Number(dec.slice(begin, end));
		highBits *= base;
		lowBits = lowBits * base + digit1e6;
		if (lowBits >= TWO_PWR_32_DBL) {
			highBits = highBits + (lowBits / TWO_PWR_32_DBL | 0);
			lowBits = lowBits % TWO_PWR_32_DBL;
		}
	}
	add1e6digit(-24, -18);
	add1e6digit(-18, -12);
	add1e6digit(-12, -6);
	add1e6digit(-6);
	return minus ? negate(lowBits, highBits) : newBits(lowBits, highBits);
}
function int64ToString(lo, hi) {
	let bits = newBits(lo, hi);
	const negative = bits.hi & 2147483648;
	if (negative) bits = negate(bits.lo, bits.hi);
	const result = uInt64ToString(bits.lo, bits.hi);
	return negative ? "-" + result : result;
}
function uInt64ToString(lo, hi) {
	({lo, hi} = toUnsigned(lo, hi));
	if (hi <= 2097151) return String(TWO_PWR_32_DBL * hi + lo);
	const low = lo & 16777215;
	const mid = (lo >>> 24 | hi << 8) & 16777215;
	const high = hi >> 16 & 65535;
	let digitA = low + mid * 6777216 + high * 6710656;
	let digitB = mid + high * 8147497;
	let digitC = high * 2;
	const base = 1e7;
	if (digitA >= base) {
		digitB += Math.floor(digitA / base);
		digitA %= base;
	}
	if (digitB >= base) {
		digitC += Math.floor(digitB / base);
		digitB %= base;
	}
	return digitC.toString() + decimalFrom1e7WithLeadingZeros(digitB) + decimalFrom1e7WithLeadingZeros(digitA);
}
function toUnsigned(lo, hi) {
	return {
		lo: lo >>> 0,
		hi: hi >>> 0
	};
}
function newBits(lo, hi) {
	return {
		lo: lo | 0,
		hi: hi | 0
	};
}
function negate(lowBits, highBits) {
	highBits = ~highBits;
	if (lowBits) lowBits = ~lowBits + 1;
	else highBits += 1;
	return newBits(lowBits, highBits);
}
const decimalFrom1e7WithLeadingZeros = (digit1e7) => {
	const partial = String(digit1e7);
	return "0000000".slice(partial.length) + partial;
};
function varint32read() {
	let b = this.buf[this.pos++];
	if ((b & 128) === 0) {
		this.assertBounds();
		return b;
	}
	let result = b & 127;
	b = this.buf[this.pos++];
	result |= (b & 127) << 7;
	if ((b & 128) === 0) {
		this.assertBounds();
		return result;
	}
	b = this.buf[this.pos++];
	result |= (b & 127) << 14;
	if ((b & 128) === 0) {
		this.assertBounds();
		return result;
	}
	b = this.buf[this.pos++];
	result |= (b & 127) << 21;
	if ((b & 128) === 0) {
		this.assertBounds();
		return result;
	}
	b = this.buf[this.pos++];
	result |= (b & 15) << 28;
	for (let readBytes = 5; (b & 128) !== 0 && readBytes < 10; readBytes++) b = this.buf[this.pos++];
	if ((b & 128) !== 0) throw new Error("invalid varint");
	this.assertBounds();
	return result >>> 0;
}
// node_modules/@bufbuild/protobuf/dist/esm/proto-int64.js
const protoInt64 = makeInt64Support();
function makeInt64Support() {
	const dv = new DataView(new ArrayBuffer(8));
	if (typeof BigInt === "function" && typeof dv.getBigInt64 === "function" && typeof dv.getBigUint64 === "function" && typeof dv.setBigInt64 === "function" && typeof dv.setBigUint64 === "function" && (!!globalThis.Deno || !!globalThis.Bun || typeof process != "object" || typeof process.env != "object" || process.env.BUF_BIGINT_DISABLE !== "1")) {
		const MIN = BigInt("-9223372036854775808");
		const MAX = BigInt("9223372036854775807");
		const UMIN = BigInt("0");
		const UMAX = BigInt("18446744073709551615");
		return {
			zero: BigInt(0),
			supported: true,
			parse(value) {
				const bi = typeof value == "bigint" ? value : BigInt(value);
				if (bi > MAX || bi < MIN) throw new Error(`invalid int64: ${value}`);
				return bi;
			},
			uParse(value) {
				const bi = typeof value == "bigint" ? value : BigInt(value);
				if (bi > UMAX || bi < UMIN) throw new Error(`invalid uint64: ${value}`);
				return bi;
			},
			enc(value) {
				dv.setBigInt64(0, this.parse(value), true);
				return {
					lo: dv.getInt32(0, true),
					hi: dv.getInt32(4, true)
				};
			},
			uEnc(value) {
				dv.setBigInt64(0, this.uParse(value), true);
				return {
					lo: dv.getInt32(0, true),
					hi: dv.getInt32(4, true)
				};
			},
			dec(lo, hi) {
				dv.setInt32(0, lo, true);
				dv.setInt32(4, hi, true);
				return dv.getBigInt64(0, true);
			},
			uDec(lo, hi) {
				dv.setInt32(0, lo, true);
				dv.setInt32(4, hi, true);
				return dv.getBigUint64(0, true);
			}
		};
	}
	return {
		zero: "0",
		supported: false,
		parse(value) {
			if (typeof value != "string") value = value.toString();
			assertInt64String(value);
			return value;
		},
		uParse(value) {
			if (typeof value != "string") value = value.toString();
			assertUInt64String(value);
			return value;
		},
		enc(value) {
			if (typeof value != "string") value = value.toString();
			assertInt64String(value);
			return int64FromString(value);
		},
		uEnc(value) {
			if (typeof value != "string") value = value.toString();
			assertUInt64String(value);
			return int64FromString(value);
		},
		dec(lo, hi) {
			return int64ToString(lo, hi);
		},
		uDec(lo, hi) {
			return uInt64ToString(lo, hi);
		}
	};
}
function assertInt64String(value) {
	if (!/^-?[0-9]+$/.test(value)) throw new Error("invalid int64: " + value);
}
function assertUInt64String(value) {
	if (!/^[0-9]+$/.test(value)) throw new Error("invalid uint64: " + value);
}
// node_modules/@bufbuild/protobuf/dist/esm/wire/text-encoding.js
let te;
function configureTextEncoding(textEncoding) {
	var _a;
	te = Object.assign(Object.assign({}, textEncoding), { encodeUtf8Into: (_a = textEncoding.encodeUtf8Into) !== null && _a !== void 0 ? _a : emulateEncodeInto(textEncoding.encodeUtf8.bind(textEncoding)) });
}
function getTextEncoding() {
	if (!te) {
		const globals = globalThis;
		if (!globals.TextEncoder || !globals.TextDecoder) throw new Error("encoding API missing: install TextEncoder and TextDecoder on globalThis");
		const textEncoder = new globals.TextEncoder();
		const textDecoder = new globals.TextDecoder("utf-8", { ignoreBOM: true });
		let textDecoderStrict;
		const config = {
			encodeUtf8(text) {
				return textEncoder.encode(text);
			},
			decodeUtf8(bytes, strict) {
				if (strict) {
					if (!textDecoderStrict) textDecoderStrict = new globals.TextDecoder("utf-8", {
						fatal: true,
						ignoreBOM: true
					});
					return textDecoderStrict.decode(bytes);
				}
				return textDecoder.decode(bytes);
			},
			checkUtf8(text) {
				try {
					return true;
				} catch (_) {
					return false;
				}
			}
		};
		if (textEncoder.encodeInto) config.encodeUtf8Into = textEncoder.encodeInto.bind(textEncoder);
		const nativeStringIsWellFormed = String.prototype.isWellFormed;
		if (nativeStringIsWellFormed) config.checkUtf8 = (text) => {
			return nativeStringIsWellFormed.call(text);
		};
		configureTextEncoding(config);
	}
	return te;
}
function emulateEncodeInto(encodeUtf8) {
	return (text, dest) => {
		const bytes = encodeUtf8(text);
		dest.set(bytes);
		return { written: bytes.byteLength };
	};
}
// node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js
var WireType;
(function(WireType) {
	WireType[WireType["Varint"] = 0] = "Varint";
	WireType[WireType["Bit64"] = 1] = "Bit64";
	WireType[WireType["LengthDelimited"] = 2] = "LengthDelimited";
	WireType[WireType["StartGroup"] = 3] = "StartGroup";
	WireType[WireType["EndGroup"] = 4] = "EndGroup";
	WireType[WireType["Bit32"] = 5] = "Bit32";
})(WireType || (WireType = {}));
new DataView(new Uint8Array(0).buffer);
const ASCII_MAX_LENGTH = 32;
var BinaryReader = class {
	constructor(buf, decodeUtf8 = getTextEncoding().decodeUtf8) {
		this.decodeUtf8 = decodeUtf8;
		this.varint64Lo = 0;
		this.varint64Hi = 0;
		this.varint64 = varint64read;
		this.uint32 = varint32read;
		this.buf = buf;
		this.len = buf.length;
		this.pos = 0;
		this.view = new DataView(buf.buffer, buf.byteOffset, buf.byteLength);
	}
	tag() {
		const start = this.pos;
		const tag = this.uint32();
		const bytesRead = this.pos - start;
		if (bytesRead > 5 || bytesRead == 5 && this.buf[this.pos - 1] > 15) throw new Error("illegal tag: varint overflows uint32");
		const fieldNo = tag >>> 3;
		const wireType = tag & 7;
		if (fieldNo <= 0 || wireType > 5) throw new Error("illegal tag: field no " + fieldNo + " wire type " + wireType);
		return [fieldNo, wireType];
	}
	skip(wireType, fieldNo, recursionLimit = 100) {
		let start = this.pos;
		switch (wireType) {
			case WireType.Varint:
				while (this.buf[this.pos++] & 128);
				break;
			case WireType.Bit64: this.pos += 4;
			case WireType.Bit32:
				this.pos += 4;
				break;
			case WireType.LengthDelimited:
				let len = this.uint32();
				this.pos += len;
				break;
			case WireType.StartGroup:
				if (recursionLimit <= 0) throw new Error("maximum recursion depth reached");
				for (;;) {
					const [fn, wt] = this.tag();
					if (wt === WireType.EndGroup) {
						if (fieldNo !== void 0 && fn !== fieldNo) throw new Error("invalid end group tag");
						break;
					}
					this.skip(wt, fn, recursionLimit - 1);
				}
				break;
			default: throw new Error("cant skip wire type " + wireType);
		}
		this.assertBounds();
		return this.buf.subarray(start, this.pos);
	}
	assertBounds() {
		if (this.pos > this.len) throw new RangeError("premature EOF");
	}
	int32() {
		return this.uint32() | 0;
	}
	sint32() {
		let zze = this.uint32();
		return zze >>> 1 ^ -(zze & 1);
	}
	int64() {
		this.varint64();
		return protoInt64.dec(this.varint64Lo, this.varint64Hi);
	}
	uint64() {
		this.varint64();
		return protoInt64.uDec(this.varint64Lo, this.varint64Hi);
	}
	sint64() {
		this.varint64();
		let lo = this.varint64Lo;
		let hi = this.varint64Hi;
		let s = -(lo & 1);
		lo = (lo >>> 1 | (hi & 1) << 31) ^ s;
		hi = hi >>> 1 ^ s;
		return protoInt64.dec(lo, hi);
	}
	bool() {
		const b = this.buf[this.pos];
		if (b < 128) {
			this.pos++;
			return b !== 0;
		}
		this.varint64();
		return this.varint64Lo !== 0 || this.varint64Hi !== 0;
	}
	fixed32() {
		return this.view.getUint32((this.pos += 4) - 4, true);
	}
	sfixed32() {
		return this.view.getInt32((this.pos += 4) - 4, true);
	}
	fixed64() {
		return protoInt64.uDec(this.sfixed32(), this.sfixed32());
	}
	sfixed64() {
		return protoInt64.dec(this.sfixed32(), this.sfixed32());
	}
	float() {
		return this.view.getFloat32((this.pos += 4) - 4, true);
	}
	double() {
		return this.view.getFloat64((this.pos += 8) - 8, true);
	}
	bytes() {
		let len = this.uint32(), start = this.pos;
		this.pos += len;
		this.assertBounds();
		return this.buf.subarray(start, start + len);
	}
	string(strict) {
		const len = this.uint32();
		const start = this.pos;
		this.pos += len;
		this.assertBounds();
		const buf = this.buf;
		if (len <= ASCII_MAX_LENGTH) {
			const codes = new Array(len);
			for (let i = 0; i < len; i++) {
				const byte = buf[start + i];
				if (byte > 127) return this.decodeUtf8(buf.subarray(start, this.pos), strict);
				codes[i] = byte;
			}
			return String.fromCharCode.apply(String, codes);
		}
		return this.decodeUtf8(buf.subarray(start, this.pos), strict);
	}
};
// src/adapters/onnx/protobuf.ts
function* fieldsOf(bytes) {
	const reader = new BinaryReader(bytes);
	while (reader.pos < reader.len) {
		const [number, wireType] = reader.tag();
		const start = reader.pos;
		yield {
			number,
			reader,
			wireType
		};
		if (reader.pos === start) reader.skip(wireType, number);
		if (reader.pos > reader.len) throw new RangeError("the bytes end early");
	}
}
function eachNested(message, take) {
	const reader = new BinaryReader(message);
	while (reader.pos < reader.len) {
		let tag = message[reader.pos];
		if (tag < 128) reader.pos += 1;
		else tag = reader.uint32();
		const wireType = tag & 7;
		if (wireType === LENGTH_DELIMITED) take(tag >>> 3, reader.bytes());
		else if (wireType === FIXED_32) reader.pos += 4;
		else if (wireType === VARINT) while (message[reader.pos++] >= 128);
		else reader.skip(wireType, tag >>> 3);
		if (reader.pos > reader.len) throw new RangeError("the bytes end early");
	}
}
function bytesOf(message, number) {
	const values = [];
	eachNested(message, (field, bytes) => {
		if (field === number) values.push(bytes);
	});
	return values;
}
function messageOf(message, number) {
	const [first, ...rest] = bytesOf(message, number);
	return first === void 0 || rest.length === 0 ? first : Buffer.concat([first, ...rest]);
}
function textOf(message, number) {
	const bytes = bytesOf(message, number).at(-1);
	return bytes === void 0 ? "" : new TextDecoder().decode(bytes);
}
function integersOf(message, number) {
	const values = [];
	for (const field of fieldsOf(message)) {
		if (field.number !== number) continue;
		if (field.wireType === VARINT) values.push(BigInt(field.reader.int64()));
		else if (field.wireType === LENGTH_DELIMITED) {
			const packed = new BinaryReader(field.reader.bytes());
			while (packed.pos < packed.len) values.push(BigInt(packed.int64()));
		}
	}
	return values;
}
const VARINT = 0;
const FIXED_32 = 5;
const LENGTH_DELIMITED = 2;
// src/adapters/onnx/model-file.ts
const MODEL = {
	graph: 7,
	opsetImport: 8
};
const OPSET = {
	domain: 1,
	version: 2
};
const GRAPH = {
	node: 1,
	initializer: 5,
	input: 11,
	output: 12,
	sparseInitializer: 15
};
const VALUE = {
	name: 1,
	type: 2
};
const TYPE = { tensor: 1 };
const TENSOR_TYPE = {
	elemType: 1,
	shape: 2
};
const SHAPE = { dim: 1 };
const DIM = { value: 1 };
const NODE = {
	input: 1,
	output: 2,
	opType: 4,
	attribute: 5,
	domain: 7
};
const ATTRIBUTE = {
	name: 1,
	ints: 8,
	strings: 9
};
const TENSOR$1 = {
	int32Data: 5,
	stringData: 6,
	int64Data: 7,
	name: 8,
	rawData: 9,
	dataType: 2
};
const DATATYPES = {
	1: "FP32",
	2: "UINT8",
	3: "INT8",
	4: "UINT16",
	5: "INT16",
	6: "INT32",
	7: "INT64",
	8: "BYTES",
	9: "BOOL",
	10: "FP16",
	11: "FP64",
	12: "UINT32",
	13: "UINT64",
	16: "BF16"
};
function parseOnnx(bytes) {
	const known = READ.get(bytes);
	if (known !== void 0) return known;
	let file;
	try {
		file = readModel(bytes);
	} catch (error) {
		throw notOnnx(bytes, error);
	}
	if (file === void 0) throw notOnnx(bytes, void 0);
	READ.set(bytes, file);
	return file;
}
const READ = new WeakMap();
function readModel(bytes) {
	const graph = messageOf(bytes, MODEL.graph);
	if (graph === void 0) return void 0;
	const initializers = bytesOf(graph, GRAPH.initializer);
	const named = new Map(initializers.map((tensor) => [textOf(tensor, TENSOR$1.name), tensor]));
	const inputs = bytesOf(graph, GRAPH.input).map(readValue).filter(({ name }) => !named.has(name));
	const outputs = bytesOf(graph, GRAPH.output).map(readValue);
	const opsets = readOpsets(bytes);
	if (outputs.length === 0 || Object.keys(opsets).length === 0) return void 0;
	return {
		signature: {
			inputs,
			outputs
		},
		opsets,
		nodes: bytesOf(graph, GRAPH.node).map(readNode),
		words: (name) => {
			const tensor = named.get(name);
			return tensor === void 0 ? void 0 : readWords(tensor);
		}
	};
}
function readOpsets(model) {
	return Object.fromEntries(bytesOf(model, MODEL.opsetImport).map((opset) => [textOf(opset, OPSET.domain) || "ai.onnx", Number(integersOf(opset, OPSET.version).at(-1) ?? 0n)]));
}
function readValue(value) {
	const name = textOf(value, VALUE.name);
	const type = messageOf(value, VALUE.type);
	const tensor = type === void 0 ? void 0 : messageOf(type, TYPE.tensor);
	if (tensor === void 0) return {
		name,
		datatype: "OTHER",
		shape: []
	};
	const shape = messageOf(tensor, TENSOR_TYPE.shape);
	return {
		name,
		datatype: DATATYPES[Number(integersOf(tensor, TENSOR_TYPE.elemType).at(-1) ?? 0n)] ?? "OTHER",
		shape: shape === void 0 ? [] : bytesOf(shape, SHAPE.dim).map(readSize)
	};
}
function readSize(dimension) {
	const size = integersOf(dimension, DIM.value).at(-1);
	return size === void 0 || size < 0n || size > BigInt(Number.MAX_SAFE_INTEGER) ? -1 : Number(size);
}
function readNode(node) {
	const decode = (value) => new TextDecoder().decode(value);
	let attributes;
	return {
		opType: textOf(node, NODE.opType),
		domain: textOf(node, NODE.domain),
		inputs: bytesOf(node, NODE.input).map(decode),
		outputs: bytesOf(node, NODE.output).map(decode),
		list(name) {
			attributes ??= new Map(bytesOf(node, NODE.attribute).map((entry) => [textOf(entry, ATTRIBUTE.name), entry]));
			const attribute = attributes.get(name);
			if (attribute === void 0) return [];
			const words = bytesOf(attribute, ATTRIBUTE.strings).map(decode);
			return words.length > 0 ? words : integersOf(attribute, ATTRIBUTE.ints).map(String);
		}
	};
}
const INT32 = 6n;
const INT64 = 7n;
const STRING = 8n;
function readWords(tensor) {
	const type = integersOf(tensor, TENSOR$1.dataType).at(-1);
	if (type === STRING) return bytesOf(tensor, TENSOR$1.stringData).map((word) => new TextDecoder().decode(word));
	if (type !== INT64 && type !== INT32) return void 0;
	const [raw] = bytesOf(tensor, TENSOR$1.rawData);
	if (raw === void 0) return integersOf(tensor, type === INT32 ? TENSOR$1.int32Data : TENSOR$1.int64Data).map(String);
	const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
	if (type === INT32) return Array.from({ length: raw.byteLength >> 2 }, (_, index) => String(view.getInt32(index * 4, true)));
	return Array.from({ length: raw.byteLength >> 3 }, (_, index) => String(view.getBigInt64(index * 8, true)));
}
function notOnnx(bytes, cause) {
	if (new TextDecoder("latin1").decode(bytes.subarray(0, 60)).startsWith("version https://git-lfs")) return new ModelyardError({
		code: "bad-artifact",
		message: "this is a Git LFS pointer, not the model itself",
		next: "fetch it with `git lfs pull`; in a workflow, `lfs: true` for actions/checkout",
		cause
	});
	return new ModelyardError({
		code: "bad-artifact",
		message: bytes.length === 0 ? "the file is empty" : "the file is no ONNX model, or was cut short",
		next: "check the step that wrote it, or register it as what it is: --as opaque",
		cause
	});
}
// src/adapters/onnx/external-tensors.ts
const MAX_DEPTH = 100;
const HOLDS = {
	model: {
		7: "graph",
		20: "training",
		25: "function"
	},
	training: {
		1: "graph",
		2: "graph"
	},
	function: {
		7: "node",
		11: "attribute"
	},
	graph: {
		1: "node",
		5: "tensor",
		15: "sparse"
	},
	node: { 5: "attribute" },
	attribute: {
		5: "tensor",
		6: "graph",
		10: "tensor",
		11: "graph",
		22: "sparse",
		23: "sparse"
	},
	sparse: {
		1: "tensor",
		2: "tensor"
	},
	tensor: {}
};
const TENSOR = {
	name: 8,
	externalData: 13,
	dataLocation: 14
};
const ENTRY = {
	key: 1,
	value: 2
};
const EXTERNAL = 1n;
function refuseExternalTensors(model) {
	try {
		const waiting = [{
			kind: "model",
			bytes: model,
			depth: 0
		}];
		for (let visit = waiting.pop(); visit !== void 0; visit = waiting.pop()) {
			if (visit.depth > MAX_DEPTH) throw tooDeep();
			if (visit.kind === "tensor") refuseExternal(visit.bytes);
			const holds = HOLDS[visit.kind];
			const depth = visit.depth + 1;
			eachNested(visit.bytes, (number, bytes) => {
				const kind = holds[number];
				if (kind !== void 0) waiting.push({
					kind,
					bytes,
					depth
				});
			});
		}
	} catch (error) {
		throw error instanceof ModelyardError ? error : notOnnx(model, error);
	}
}
function refuseExternal(tensor) {
	const entries = bytesOf(tensor, TENSOR.externalData);
	if (entries.length === 0 && !integersOf(tensor, TENSOR.dataLocation).includes(EXTERNAL)) return;
	const place = entries.find((entry) => textOf(entry, ENTRY.key) === "location");
	const location = place === void 0 ? "a place that it does not name" : `\`${brief(textOf(place, ENTRY.value))}\``;
	throw new ModelyardError({
		code: "bad-artifact",
		message: `the model keeps the tensor \`${brief(textOf(tensor, TENSOR.name))}\` in another file, at ${location}`,
		next: "save it as one file, which is all that is read: onnx.save_model(model, path, save_as_external_data=False)"
	});
}
function brief(text) {
	return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
function tooDeep() {
	return new ModelyardError({
		code: "bad-artifact",
		message: `the model nests its graphs more than ${MAX_DEPTH} messages deep`,
		next: "export it again; no exporter makes such a model"
	});
}
// src/adapters/onnx/limits.ts
const USUAL_LIMITS = {
	bytes: 4 * 2 ** 30,
	loadSeconds: 120,
	batchSeconds: 120,
	seconds: 14400
};
// src/adapters/onnx/next-answer.ts
async function nextAnswer(answers, asked, patience, signal) {
	if (patience.ms <= 0) throw tooSlow(patience);
	let timer;
	const silence = new Promise((resolve) => {
		timer = setTimeout(resolve, patience.ms, "silence");
	});
	try {
		const answer = await Promise.race([answers.next(), silence]);
		if (signal?.aborted) throw new ModelyardError({
			code: "interrupted",
			message: `${asked.work} was interrupted`,
			next: "run the command again"
		});
		if (answer === "silence") throw tooSlow(patience);
		if (answer.done) throw await deathOf(asked);
		const { header } = answer.value;
		if (isFailed(header)) throw failure(header, asked);
		return answer.value;
	} catch (error) {
		throw error instanceof UnreadableFrame ? unreadable(error, asked) : error;
	} finally {
		clearTimeout(timer);
	}
}
function tooSlow({ of, what }) {
	return new ModelyardError({
		code: "timed-out",
		message: `${what} within ${of} s`,
		next: "check the model; one that loops without end cannot be scored"
	});
}
function isFailed(header) {
	return header.is === "failed";
}
function ranBy({ models }) {
	return `the process that ran the model${models === "one" ? "" : "s"}`;
}
function unreadable(error, asked) {
	return new ModelyardError({
		code: "not-runnable",
		message: `${ranBy(asked)} gave an answer that cannot be read (${error.message})`,
		next: "check that the model gives one prediction for each row",
		cause: error
	});
}
async function deathOf(asked) {
	const { child, gone, outgrew } = asked.process;
	await gone;
	const most = `${(asked.limit / 2 ** 30).toFixed(1)} GiB`;
	const how = outgrew() ? `it took more than ${most}` : child.signalCode ?? `status ${child.exitCode}`;
	return new ModelyardError({
		code: "not-runnable",
		message: `${ranBy(asked)} died (${how})`,
		next: asked.models === "one" ? `the model may need more memory than the ${most} that it is given; try it on its own, or on fewer columns` : `they may need more memory than the ${most} that they are given; try each on its own: modelyard evaluate MODEL VERSION`
	});
}
function failure({ step, message }, { models }) {
	if (step === "engine") return new ModelyardError({
		code: "missing-engine",
		message: `onnxruntime-node could not be loaded: ${shorten(message)}`,
		next: "install it: npm install --ignore-scripts onnxruntime-node"
	});
	return new ModelyardError({
		code: "not-runnable",
		message: `${models === "one" ? "the" : "a"} model ${step === "load" ? "cannot be loaded" : "fails on the data"}: ${shorten(message)}`,
		next: models === "several" ? "see which one and why: modelyard evaluate MODEL VERSION" : step === "load" ? "export it again for operators that onnxruntime has, or register predictions instead" : "compare its inputs with the data: modelyard show MODEL VERSION"
	});
}
function shorten(message) {
	const line = message.replace(/^Error: /, "").replace(/\S+\.(?:cc|h|cpp):\d+ ?/g, "").replace(/(?:[A-Z]:)?[\\/][^\s"':]*modelyard-model-\w+/g, "the empty folder that it runs in").replace(/\s+/g, " ");
	return line.length > 300 ? `${line.slice(0, 297)}…` : line;
}
// src/adapters/onnx/output-plan.ts
const FLOATS = [
	"FP32",
	"FP64",
	"FP16"
];
const CLASS_ATTRIBUTES = [
	"classlabels_strings",
	"classlabels_int64s",
	"classlabels_ints"
];
function planOutputs(file, task) {
	const { outputs } = file.signature;
	const floats = outputs.filter(({ datatype }) => FLOATS.includes(datatype));
	const wholes = outputs.filter(({ datatype }) => /^U?INT|^BOOL$/.test(datatype));
	if (task === "regression") {
		const [values] = [...floats, ...wholes];
		if (values !== void 0) return {
			task,
			values: values.name
		};
		throw noOutput("a number a row", outputs);
	}
	const labels = outputs.find(({ datatype }) => datatype === "BYTES") ?? wholes[0];
	const zipMap = file.nodes.find(isZipMap);
	const reveal = zipMap?.inputs[0];
	if (zipMap !== void 0 && reveal !== void 0) {
		const classes = classLabels(zipMap);
		return {
			task,
			labels: classes === void 0 ? labels?.name : void 0,
			probabilities: [reveal],
			classes,
			reveal
		};
	}
	const columns = floats.filter(isColumn);
	const probabilities = columns.length > 1 && columns.length === floats.length ? columns : floats.slice(0, 1);
	if (probabilities.length === 0 && labels === void 0) throw noOutput("labels or probabilities", outputs);
	const names = probabilities.map(({ name }) => name);
	const known = classesOf(file);
	const classes = names.length > 1 ? names.map((name) => classOfColumn(name, known ?? [])) : known;
	const width = names.length > 1 ? names.length : probabilities[0]?.shape[1];
	return {
		task,
		labels: classes !== void 0 && classes.length === width ? void 0 : labels?.name,
		probabilities: names,
		classes,
		reveal: void 0
	};
}
function isColumn({ shape }) {
	return shape.length === 1 || shape.length === 2 && shape[1] === 1;
}
function classOfColumn(name, known) {
	const plain = (text) => text.replace(/\W+/g, "_");
	return known.find((label) => [
		label,
		`i${label}`,
		`s${label}`
	].some((form) => plain(form) === plain(name))) ?? (/^i-?\d+$/.test(name) ? name.slice(1) : name);
}
function isZipMap({ opType, domain }) {
	return opType === "ZipMap" && domain === "ai.onnx.ml";
}
function classLabels(node) {
	return CLASS_ATTRIBUTES.map((name) => node.list(name)).find((list) => list.length > 0);
}
function classesOf({ nodes, words }) {
	const fromNodes = nodes.flatMap((node) => {
		const classes = classLabels(node);
		return classes === void 0 ? [] : [classes];
	});
	const picked = nodes.filter(({ opType }) => opType === "ArrayFeatureExtractor" || opType === "Gather").flatMap(({ inputs }) => words(inputs[0] ?? "") ?? []);
	const found = fromNodes.length > 0 ? fromNodes : picked.length > 1 ? [picked] : [];
	return new Set(found.map((classes) => JSON.stringify(classes))).size === 1 ? found[0] : void 0;
}
function noOutput(wanted, outputs) {
	const given = outputs.map(({ name, datatype }) => `${name} (${datatype})`).join(", ");
	return new ModelyardError({
		code: "not-runnable",
		message: `the model gives no ${wanted}; its outputs are ${given}`,
		next: "check `task` in model.yaml, or export the model with such an output"
	});
}
function revealOutput(model, tensor) {
	const graph = lengthDelimited(7, lengthDelimited(12, lengthDelimited(1, new TextEncoder().encode(tensor))));
	const revealed = new Uint8Array(model.length + graph.length);
	revealed.set(model);
	revealed.set(graph, model.length);
	return revealed;
}
function lengthDelimited(field, content) {
	const header = [...varint(field << 3 | 2), ...varint(content.length)];
	const bytes = new Uint8Array(header.length + content.length);
	bytes.set(header);
	bytes.set(content, header.length);
	return bytes;
}
function varint(value) {
	const bytes = [];
	for (let rest = value;; rest >>>= 7) {
		if (rest < 128) return [...bytes, rest];
		bytes.push(rest & 127 | 128);
	}
}
// src/adapters/onnx/resident-size.ts
const run = promisify(execFile);
async function residentBytes(pid) {
	try {
		if (process.platform === "linux") return kibibytes(await readFile(`/proc/${pid}/status`, "utf8"), /VmRSS:\s*(\d+)/);
		if (process.platform !== "win32") return kibibytes((await run("ps", [
			"-o",
			"rss=",
			"-p",
			String(pid)
		])).stdout, /(\d+)/);
		const { stdout } = await run("tasklist", [
			"/FI",
			`PID eq ${pid}`,
			"/FO",
			"CSV",
			"/NH"
		], { windowsHide: true });
		const size = /"([\d\s.,'’]+)\sK"\s*$/.exec(stdout)?.[1];
		return size === void 0 ? void 0 : Number(size.replace(/\D/g, "")) * 1024;
	} catch {
		return;
	}
}
function kibibytes(text, pattern) {
	const found = pattern.exec(text)?.[1];
	return found === void 0 ? void 0 : Number(found) * 1024;
}
// src/adapters/onnx/start-model.ts
const LOOK_EVERY_MS = 200;
const SHELL = "/bin/sh";
const NO_RESERVE = "--disable-wasm-trap-handler";
function startModel(script, limits) {
	const folder = mkdtempSync(join(tmpdir(), "modelyard-model-"));
	const own = [
		process.execPath,
		NO_RESERVE,
		fileURLToPath(script)
	];
	const asked = limits.bySystem && process.platform === "linux" && existsSync(SHELL);
	const [program = "", ...args] = asked ? [
		SHELL,
		"-c",
		LIMITED,
		"sh",
		...sizes(limits),
		...own
	] : [...own, WATCHES_PARENT];
	const { SystemRoot } = process.env;
	const child = spawn(program, args, {
		cwd: folder,
		env: SystemRoot === void 0 ? {} : { SystemRoot },
		stdio: asked ? [
			"pipe",
			"pipe",
			"pipe",
			"pipe"
		] : "pipe",
		windowsHide: true
	});
	child.stdin.on("error", () => {});
	child.stderr.resume();
	child.stdout.on("readable", () => {});
	const lifeline = lifelineOf(child);
	const kill = () => child.kill("SIGKILL");
	const abandon = () => {
		kill();
		rmSync(folder, {
			recursive: true,
			force: true
		});
	};
	process.once("exit", abandon);
	const gone = new Promise((resolve) => {
		child.once("exit", () => resolve()).once("error", () => resolve());
	});
	const watch = watchSize(child, limits.bytes);
	return {
		child,
		gone,
		async memoryLimit() {
			if (await limitedBySystem(child.pid)) return "system";
			return await watch.seen ? "watched" : "none";
		},
		outgrew: watch.outgrew,
		async end() {
			watch.stop();
			kill();
			await gone;
			lifeline?.end("\n");
			process.off("exit", abandon);
			await rm(folder, {
				recursive: true,
				force: true,
				maxRetries: 3
			});
		}
	};
}
const LIMITED = `ulimit -v "$1" 2>/dev/null
ulimit -t "$2" 2>/dev/null
shift 2
unset PWD OLDPWD SHLVL
(read -r _ <&3 || kill -9 $$) >/dev/null 2>&1 &
exec "$@" 3<&-`;
function lifelineOf({ stdio }) {
	const pipe = stdio[3];
	if (!(pipe instanceof Socket)) return void 0;
	pipe.on("error", () => {}).unref();
	return pipe;
}
function sizes({ bytes, seconds }) {
	return [String(Math.floor(bytes / 1024)), String(Math.ceil(seconds))];
}
async function limitedBySystem(pid) {
	try {
		return /^Max address space\s+\d/m.test(await readFile(`/proc/${pid}/limits`, "utf8"));
	} catch {
		return false;
	}
}
function watchSize(child, most) {
	let outgrew = false;
	let timer;
	let stopped = false;
	const look = async () => {
		const bytes = child.pid === void 0 ? void 0 : await residentBytes(child.pid);
		if (bytes !== void 0 && bytes > most && !stopped) {
			outgrew = true;
			child.kill("SIGKILL");
		} else if (!stopped) timer = setTimeout(look, LOOK_EVERY_MS);
		return bytes !== void 0;
	};
	return {
		seen: look(),
		outgrew: () => outgrew,
		stop() {
			stopped = true;
			clearTimeout(timer);
		}
	};
}
export { USUAL_LIMITS as a, nextAnswer as i, planOutputs as n, refuseExternalTensors as o, revealOutput as r, parseOnnx as s, startModel as t };
