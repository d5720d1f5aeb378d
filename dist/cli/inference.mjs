import { n as ModelyardError } from "./error.mjs";
import { a as writeFrame, i as readFrames, n as bufferOf, r as numbersIn, t as UnreadableFrame } from "./frames.mjs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

// node_modules/@bufbuild/protobuf/dist/esm/wire/varint.js
/**
* Read a 64 bit varint as two JS numbers.
*
* Stores the low and high words on the reader.
*
* Copyright 2008 Google Inc.  All rights reserved.
*
* See https://github.com/protocolbuffers/protobuf/blob/8a71927d74a4ce34efe2d8769fda198f52d20d12/js/experimental/runtime/kernel/buffer_decoder.js#L175
*/
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
/**
* Parse decimal string of 64 bit integer value as two JS numbers.
*
* Copyright 2008 Google Inc.  All rights reserved.
*
* See https://github.com/protocolbuffers/protobuf-javascript/blob/a428c58273abad07c66071d9753bc4d1289de426/experimental/runtime/int64.js#L10
*/
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
/**
* Losslessly converts a 64-bit signed integer in 32:32 split representation
* into a decimal string.
*
* Copyright 2008 Google Inc.  All rights reserved.
*
* See https://github.com/protocolbuffers/protobuf-javascript/blob/a428c58273abad07c66071d9753bc4d1289de426/experimental/runtime/int64.js#L10
*/
function int64ToString(lo, hi) {
	let bits = newBits(lo, hi);
	const negative = bits.hi & 2147483648;
	if (negative) bits = negate(bits.lo, bits.hi);
	const result = uInt64ToString(bits.lo, bits.hi);
	return negative ? "-" + result : result;
}
/**
* Losslessly converts a 64-bit unsigned integer in 32:32 split representation
* into a decimal string.
*
* Copyright 2008 Google Inc.  All rights reserved.
*
* See https://github.com/protocolbuffers/protobuf-javascript/blob/a428c58273abad07c66071d9753bc4d1289de426/experimental/runtime/int64.js#L10
*/
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
/**
* Returns two's compliment negation of input.
* @see https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/Bitwise_Operators#Signed_32-bit_integers
*/
function negate(lowBits, highBits) {
	highBits = ~highBits;
	if (lowBits) lowBits = ~lowBits + 1;
	else highBits += 1;
	return newBits(lowBits, highBits);
}
/**
* Returns decimal representation of digit1e7 with leading zeros.
*/
const decimalFrom1e7WithLeadingZeros = (digit1e7) => {
	const partial = String(digit1e7);
	return "0000000".slice(partial.length) + partial;
};
/**
* Read an unsigned 32 bit varint.
*
* See https://github.com/protocolbuffers/protobuf/blob/8a71927d74a4ce34efe2d8769fda198f52d20d12/js/experimental/runtime/kernel/buffer_decoder.js#L220
*/
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
/**
* Int64Support for the current environment.
*/
const protoInt64 = /*@__PURE__*/ makeInt64Support();
function makeInt64Support() {
	const dv = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));
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
/**
* Protobuf-ES requires the Text Encoding API to convert UTF-8 from and to
* binary. This WHATWG API is widely available, but it is not part of the
* ECMAScript standard. This function used to be the way to supply an
* implementation on runtimes that do not provide one.
*
* It only configures the copy of the library it is imported from. To provide
* the encoding API for every copy of Protobuf-ES in an isolate, install
* `TextEncoder` (with the methods `encode` and optionally `encodeInto`) and
* `TextDecoder` (with the `fatal: true` and `ignoreBOM: true` constructor
* arguments and the `decode` method) on `globalThis`.
*
* Providing `encodeUtf8Into` is optional for backwards compatibility. If it
* is omitted, we emulate it with a wrapper that calls `encodeUtf8`.
*
* Note that the Text Encoding API does not provide a way to validate UTF-8.
* Our implementation uses String.prototype.isWellFormed, and falls back
* to use encodeURIComponent().
*
* @deprecated Install `TextEncoder` and `TextDecoder` on `globalThis` instead.
*/
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
/**
* Simplistic polyfill for encodeUtf8Into.
*
* @private
*/
function emulateEncodeInto(encodeUtf8) {
	return (text, dest) => {
		const bytes = encodeUtf8(text);
		dest.set(bytes);
		return { written: bytes.byteLength };
	};
}

// node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js
/**
* Protobuf binary format wire types.
*
* A wire type provides just enough information to find the length of the
* following value.
*
* See https://developers.google.com/protocol-buffers/docs/encoding#structure
*/
var WireType;
(function(WireType) {
	/**
	* Used for int32, int64, uint32, uint64, sint32, sint64, bool, enum
	*/
	WireType[WireType["Varint"] = 0] = "Varint";
	/**
	* Used for fixed64, sfixed64, double.
	* Always 8 bytes with little-endian byte order.
	*/
	WireType[WireType["Bit64"] = 1] = "Bit64";
	/**
	* Used for string, bytes, embedded messages, packed repeated fields
	*
	* Only repeated numeric types (types which use the varint, 32-bit,
	* or 64-bit wire types) can be packed. In proto3, such fields are
	* packed by default.
	*/
	WireType[WireType["LengthDelimited"] = 2] = "LengthDelimited";
	/**
	* Start of a tag-delimited aggregate, such as a proto2 group, or a message
	* in editions with message_encoding = DELIMITED.
	*/
	WireType[WireType["StartGroup"] = 3] = "StartGroup";
	/**
	* End of a tag-delimited aggregate.
	*/
	WireType[WireType["EndGroup"] = 4] = "EndGroup";
	/**
	* Used for fixed32, sfixed32, float.
	* Always 4 bytes with little-endian byte order.
	*/
	WireType[WireType["Bit32"] = 5] = "Bit32";
})(WireType || (WireType = {}));
/**
* Shared empty buffer used as the initial value before the first write.
* Avoids allocating and zeroing `INITIAL_SIZE` bytes per BinaryWriter when a
* writer is only used for a tiny message (or not used at all).
*/
const EMPTY_BUFFER = /* @__PURE__ */ new Uint8Array(0);
/**
* Shared empty view, paired with `EMPTY_BUFFER`. Never written to: any
* fixed-width write first grows the buffer, which replaces this view.
*/
const EMPTY_VIEW = new DataView(EMPTY_BUFFER.buffer);
/**
* Longest string on the ASCII fast paths. Must stay below 0x80, so
* that the writer's length prefix always fits a single varint byte.
*/
const ASCII_MAX_LENGTH = 32;
var BinaryReader = class {
	constructor(buf, decodeUtf8 = getTextEncoding().decodeUtf8) {
		this.decodeUtf8 = decodeUtf8;
		this.varint64Lo = 0;
		this.varint64Hi = 0;
		this.varint64 = varint64read;
		/**
		* Read a `uint32` field, an unsigned 32 bit varint.
		*/
		this.uint32 = varint32read;
		this.buf = buf;
		this.len = buf.length;
		this.pos = 0;
		this.view = new DataView(buf.buffer, buf.byteOffset, buf.byteLength);
	}
	/**
	* Reads a tag - field number and wire type. Tags are uint32 varints; values
	* that do not fit in uint32 are rejected.
	*/
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
	/**
	* Skip one element and return the skipped data.
	*
	* When skipping StartGroup, provide the tags field number to check for
	* matching field number in the EndGroup tag. Recursion into nested groups
	* is guarded by the `recursionLimit` argument: When the limit is reached,
	* this method throws.
	*/
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
	/**
	* Throws error if position in byte array is out of range.
	*/
	assertBounds() {
		if (this.pos > this.len) throw new RangeError("premature EOF");
	}
	/**
	* Read a `int32` field, a signed 32 bit varint.
	*/
	int32() {
		return this.uint32() | 0;
	}
	/**
	* Read a `sint32` field, a signed, zigzag-encoded 32-bit varint.
	*/
	sint32() {
		let zze = this.uint32();
		return zze >>> 1 ^ -(zze & 1);
	}
	/**
	* Read a `int64` field, a signed 64-bit varint.
	*/
	int64() {
		this.varint64();
		return protoInt64.dec(this.varint64Lo, this.varint64Hi);
	}
	/**
	* Read a `uint64` field, an unsigned 64-bit varint.
	*/
	uint64() {
		this.varint64();
		return protoInt64.uDec(this.varint64Lo, this.varint64Hi);
	}
	/**
	* Read a `sint64` field, a signed, zig-zag-encoded 64-bit varint.
	*/
	sint64() {
		this.varint64();
		let lo = this.varint64Lo;
		let hi = this.varint64Hi;
		let s = -(lo & 1);
		lo = (lo >>> 1 | (hi & 1) << 31) ^ s;
		hi = hi >>> 1 ^ s;
		return protoInt64.dec(lo, hi);
	}
	/**
	* Read a `bool` field, a variant.
	*/
	bool() {
		const b = this.buf[this.pos];
		if (b < 128) {
			this.pos++;
			return b !== 0;
		}
		this.varint64();
		return this.varint64Lo !== 0 || this.varint64Hi !== 0;
	}
	/**
	* Read a `fixed32` field, an unsigned, fixed-length 32-bit integer.
	*/
	fixed32() {
		return this.view.getUint32((this.pos += 4) - 4, true);
	}
	/**
	* Read a `sfixed32` field, a signed, fixed-length 32-bit integer.
	*/
	sfixed32() {
		return this.view.getInt32((this.pos += 4) - 4, true);
	}
	/**
	* Read a `fixed64` field, an unsigned, fixed-length 64 bit integer.
	*/
	fixed64() {
		return protoInt64.uDec(this.sfixed32(), this.sfixed32());
	}
	/**
	* Read a `fixed64` field, a signed, fixed-length 64-bit integer.
	*/
	sfixed64() {
		return protoInt64.dec(this.sfixed32(), this.sfixed32());
	}
	/**
	* Read a `float` field, 32-bit floating point number.
	*/
	float() {
		return this.view.getFloat32((this.pos += 4) - 4, true);
	}
	/**
	* Read a `double` field, a 64-bit floating point number.
	*/
	double() {
		return this.view.getFloat64((this.pos += 8) - 8, true);
	}
	/**
	* Read a `bytes` field, length-delimited arbitrary data.
	*/
	bytes() {
		let len = this.uint32(), start = this.pos;
		this.pos += len;
		this.assertBounds();
		return this.buf.subarray(start, start + len);
	}
	/**
	* Read a `string` field, length-delimited data converted to UTF-8 text. If
	* `strict` is true, throw on invalid UTF-8 instead of substituting U+FFFD.
	*/
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
/**
* The fields of a message in their order. What the caller does not read is skipped. Nested messages are bytes until
* somebody opens them, so depth costs nothing.
*
* @throws {RangeError} When the bytes end early or are no protobuf.
*/
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
/** All values of the length-delimited field `number`: messages, strings or bytes. */
function bytesOf(message, number) {
	const values = [];
	for (const field of fieldsOf(message)) if (field.number === number && field.wireType === LENGTH_DELIMITED) values.push(field.reader.bytes());
	return values;
}
/**
* The message in field `number`; undefined where there is none. Where a file holds it in pieces, they count together,
* as protobuf has it: joined bytes are merged messages.
*/
function messageOf(message, number) {
	const [first, ...rest] = bytesOf(message, number);
	return first === void 0 || rest.length === 0 ? first : Buffer.concat([first, ...rest]);
}
/** The last value of the text field `number`; empty where there is none, as protobuf has it. */
function textOf(message, number) {
	const bytes = bytesOf(message, number).at(-1);
	return bytes === void 0 ? "" : new TextDecoder().decode(bytes);
}
/** The values of the integer field `number`, one by one or packed. */
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
const TENSOR = {
	stringData: 6,
	int64Data: 7,
	name: 8,
	rawData: 9,
	dataType: 2
};
/** TensorProto.DataType in the names of the Open Inference Protocol. */
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
/**
* Reads an ONNX file: names, datatypes, shapes, operator sets and nodes. Subgraphs are not opened.
*
* @throws {ModelyardError} `bad-artifact` where the bytes are no ONNX model, with what they look like.
*/
function parseOnnx(bytes) {
	let file;
	try {
		file = readModel(bytes);
	} catch (error) {
		throw notOnnx(bytes, error);
	}
	if (file === void 0) throw notOnnx(bytes, void 0);
	return file;
}
function readModel(bytes) {
	const graph = messageOf(bytes, MODEL.graph);
	if (graph === void 0) return void 0;
	const initializers = bytesOf(graph, GRAPH.initializer);
	const named = new Map(initializers.map((tensor) => [textOf(tensor, TENSOR.name), tensor]));
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
/** A size, -1 where it is free, named or not a number that can be held. */
function readSize(dimension) {
	const size = integersOf(dimension, DIM.value).at(-1);
	return size === void 0 || size < 0n || size > BigInt(Number.MAX_SAFE_INTEGER) ? -1 : Number(size);
}
function readNode(node) {
	const decode = (value) => new TextDecoder().decode(value);
	return {
		opType: textOf(node, NODE.opType),
		domain: textOf(node, NODE.domain),
		inputs: bytesOf(node, NODE.input).map(decode),
		outputs: bytesOf(node, NODE.output).map(decode),
		list(name) {
			const attribute = bytesOf(node, NODE.attribute).find((entry) => textOf(entry, ATTRIBUTE.name) === name);
			if (attribute === void 0) return [];
			const words = bytesOf(attribute, ATTRIBUTE.strings).map(decode);
			return words.length > 0 ? words : integersOf(attribute, ATTRIBUTE.ints).map(String);
		}
	};
}
const INT64 = 7n;
const STRING = 8n;
function readWords(tensor) {
	const type = integersOf(tensor, TENSOR.dataType).at(-1);
	if (type === STRING) return bytesOf(tensor, TENSOR.stringData).map((word) => new TextDecoder().decode(word));
	if (type !== INT64) return void 0;
	const [raw] = bytesOf(tensor, TENSOR.rawData);
	if (raw === void 0) return integersOf(tensor, TENSOR.int64Data).map(String);
	const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
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
/**
* Decides what to fetch.
*
* @throws {ModelyardError} `not-runnable` where no output fits the task.
*/
function planOutputs(file, task) {
	const { outputs } = file.signature;
	const floats = outputs.filter(({ datatype }) => FLOATS.includes(datatype));
	if (task === "regression") {
		const [values] = floats;
		if (values !== void 0) return {
			task,
			values: values.name
		};
		throw noOutput("a number a row", outputs);
	}
	const labels = outputs.find(({ datatype }) => datatype === "BYTES" || datatype.startsWith("INT"));
	const zipMap = file.nodes.find(isZipMap);
	const reveal = zipMap?.inputs[0];
	const probabilities = reveal ?? floats[0]?.name;
	if (probabilities === void 0 && labels === void 0) throw noOutput("labels or probabilities", outputs);
	return {
		task,
		labels: labels?.name,
		probabilities,
		classes: zipMap === void 0 ? classesOf(file) : classLabels(zipMap),
		reveal
	};
}
function isZipMap({ opType, domain }) {
	return opType === "ZipMap" && domain === "ai.onnx.ml";
}
function classLabels(node) {
	return CLASS_ATTRIBUTES.map((name) => node.list(name)).find((list) => list.length > 0);
}
/**
* The classes as the file tells them: in the attributes of a classifier, otherwise in the initializer from which
* labels are picked. Undefined where nodes disagree.
*/
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
/**
* The same model with one more output. Protobuf merges repeated messages, so a graph with nothing but the output
* appended to the file is enough: the bytes before it, and so the model, stay as they are.
*/
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

// src/adapters/onnx/score-collector.ts
/** Gathers the answers of the scoring child, batch by batch, and checks each against the rows it was fed. */
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
/** A batch that takes longer than this will not end. */
const PATIENCE_MS = 12e4;
/** Bytes of an answer for one batch: with 1,024 rows, 32,000 classes. */
const MAX_ANSWER = 268435456;
/** Batches on their way to the child at one time: it never waits, and memory stays bounded. */
const AHEAD = 3;
/**
* ONNX models by onnxruntime-node.
*
* @param childPath - The scoring child's script.
* @param version - The engine's, as evidence names it.
*/
function openInference(childPath, version) {
	return {
		engine: `onnxruntime-node ${version}`,
		async describe(model) {
			const { signature, opsets } = parseOnnx(model);
			return {
				signature,
				opsets
			};
		},
		score: (request) => score(request, childPath)
	};
}
async function score(request, childPath) {
	const outputs = planOutputs(parseOnnx(request.model), request.task);
	const folder = await mkdtemp(join(tmpdir(), "modelyard-score-"));
	const child = startChild(childPath, folder);
	try {
		return await converse(request, outputs, child);
	} finally {
		child.kill("SIGKILL");
		await rm(folder, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	}
}
function startChild(childPath, folder) {
	const { SystemRoot } = process.env;
	return spawn(process.execPath, [fileURLToPath(childPath)], {
		cwd: folder,
		env: SystemRoot === void 0 ? {} : { SystemRoot },
		stdio: "pipe",
		windowsHide: true
	});
}
async function converse({ model, inputs, batches, signal, progress }, outputs, child) {
	child.stdin.on("error", () => {});
	child.stderr.resume();
	child.stdout.on("readable", () => {});
	const abort = () => child.kill("SIGKILL");
	signal?.addEventListener("abort", abort, { once: true });
	const answers = readFrames(child.stdout, MAX_ANSWER);
	const next = () => withPatience(answers, child, signal);
	const bytes = outputs.task === "classification" && outputs.reveal !== void 0 ? revealOutput(model, outputs.reveal) : model;
	const source = batches[Symbol.asyncIterator]();
	const first = source.next();
	first.catch(() => {});
	try {
		await writeFrame(child.stdin, {
			header: {
				is: "model",
				inputs: await inputs,
				outputs
			},
			buffers: [Buffer.from(bytes)]
		});
		await next();
		const collector = new ScoreCollector(outputs);
		const sender = batchSender();
		const waiting = [];
		const collect = async () => {
			collector.add(await next(), waiting.shift() ?? 0);
			progress?.(collector.rows);
		};
		for await (const batch of resumed(first, source)) {
			if (waiting.length >= AHEAD) await collect();
			waiting.push(batch.rows);
			await writeFrame(child.stdin, sender(batch));
		}
		while (waiting.length > 0) await collect();
		return collector.finish();
	} finally {
		signal?.removeEventListener("abort", abort);
		await source.return?.();
	}
}
/** An iterator whose first answer was asked for already. */
async function* resumed(first, source) {
	for (let step = await first; !step.done; step = await source.next()) yield step.value;
}
/** Turns batches into frames; of a text column's dictionary only what is new travels. */
function batchSender() {
	const sent = /* @__PURE__ */ new Map();
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
		buffers: columns.map((column) => bufferOf(column.kind === "number" ? column.values : column.codes))
	});
}
/** The child's next answer; its failures, its death and its silence as errors. */
async function withPatience(answers, child, signal) {
	let timer;
	const silence = new Promise((resolve) => {
		timer = setTimeout(resolve, PATIENCE_MS, "silence");
	});
	try {
		const answer = await Promise.race([answers.next(), silence]);
		if (signal?.aborted) throw new ModelyardError({
			code: "interrupted",
			message: "scoring was interrupted",
			next: "run the command again"
		});
		if (answer === "silence") throw new ModelyardError({
			code: "timed-out",
			message: `the model gave no answer within ${PATIENCE_MS / 1e3} s`,
			next: "check the model; one that loops without end cannot be scored"
		});
		if (answer.done) throw await deathOf(child);
		const { header } = answer.value;
		if (header.is === "failed") throw failure(header);
		return answer.value;
	} catch (error) {
		throw error instanceof UnreadableFrame ? unreadable(error) : error;
	} finally {
		clearTimeout(timer);
	}
}
function unreadable(error) {
	return new ModelyardError({
		code: "not-runnable",
		message: `the process that ran the model gave an answer that cannot be read (${error.message})`,
		next: "check that the model gives one prediction for each row",
		cause: error
	});
}
async function deathOf(child) {
	if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once("exit", resolve));
	const how = child.signalCode ?? `status ${child.exitCode}`;
	return new ModelyardError({
		code: "not-runnable",
		message: `the process that ran the model died (${how})`,
		next: "the model may need more memory than there is; try it on its own, or on fewer columns"
	});
}
function failure({ step, message }) {
	if (step === "engine") return new ModelyardError({
		code: "missing-engine",
		message: `onnxruntime-node could not be loaded: ${shorten(message)}`,
		next: "install it: npm install --ignore-scripts onnxruntime-node"
	});
	return new ModelyardError({
		code: "not-runnable",
		message: `the model ${step === "load" ? "cannot be loaded" : "fails on the data"}: ${shorten(message)}`,
		next: step === "load" ? "export it again for operators that onnxruntime has, or register predictions instead" : "compare its inputs with the data: modelyard show MODEL VERSION"
	});
}
/** The engine's words without its source files and paths, on one line. */
function shorten(message) {
	const line = message.replace(/^Error: /, "").replace(/\S+\.(?:cc|h|cpp):\d+ ?/g, "").replace(/(?:[A-Z]:)?[\\/][^\s"':]*modelyard-score-\w+/g, "the empty folder that it runs in").replace(/\s+/g, " ");
	return line.length > 300 ? `${line.slice(0, 297)}…` : line;
}

export { openInference };