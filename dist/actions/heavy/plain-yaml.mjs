import { n as MAX_YAML_BYTES, r as decodeText, t as trySchema } from "./try-schema.mjs";
// src/domain/registry/plain-yaml.ts
function parsePlainYaml(schema, path, bytes) {
	const { text } = decodeText(path, bytes, MAX_YAML_BYTES);
	return text === void 0 ? void 0 : plainValue(schema, text);
}
function plainValue(schema, text) {
	const plain = plainMapping(text);
	const read = plain === void 0 ? void 0 : trySchema(schema, plain);
	return read?.success ? { value: read.data } : void 0;
}
const IGNORED = /^ *(?:#.*)?$/;
const MAX_DEPTH = 8;
function plainMapping(text) {
	const lines = text.split("\n").filter((line) => !IGNORED.test(line)).map((line) => {
		const indent = skipSpaces(line, 0);
		return {
			indent,
			text: line.slice(indent)
		};
	});
	const [first] = lines;
	if (first === void 0 || first.indent > 0 || first.text.startsWith("- ")) return void 0;
	const read = blockMapping(lines, 0, 0);
	return read?.next === lines.length ? read.value : void 0;
}
const KEY = /^([A-Za-z][A-Za-z0-9_-]{0,200}):(?: +(?! )(.*))?$/;
const NO_TEXT = /^(?:null|true|false)$/i;
function block(lines, start, depth) {
	if (depth >= MAX_DEPTH) return void 0;
	return lines[start]?.text.startsWith("- ") ? blockList(lines, start, depth) : blockMapping(lines, start, depth);
}
function blockMapping(lines, start, depth) {
	const indent = lines[start]?.indent;
	const mapping = {};
	let at = start;
	for (let line = lines[at]; line?.indent === indent && !line?.text.startsWith("- "); line = lines[at]) {
		const [, key = "", rest] = KEY.exec(line?.text ?? "") ?? [];
		if (key === "" || NO_TEXT.test(key) || Object.hasOwn(mapping, key)) return void 0;
		const read = rest === void 0 || rest.startsWith("#") ? void 0 : wholeOf(rest, depth);
		const held = read ?? (rest === void 0 ? heldBy(lines, at, depth) : void 0);
		if (held === void 0) return void 0;
		mapping[key] = held.value;
		at = read === void 0 ? held.next : at + 1;
	}
	return {
		value: mapping,
		next: at
	};
}
function heldBy(lines, at, depth) {
	const [key, next] = [lines[at], lines[at + 1]];
	if (key === void 0 || next === void 0) return void 0;
	return next.indent > key.indent || next.indent === key.indent && next.text.startsWith("- ") ? block(lines, at + 1, depth + 1) : void 0;
}
function blockList(lines, start, depth) {
	const indent = lines[start]?.indent;
	const list = [];
	let at = start;
	for (let line = lines[at]; line?.indent === indent && line?.text.startsWith("- "); line = lines[at]) {
		const text = line?.text.slice(2) ?? "";
		if (KEY.test(text)) {
			lines[at] = {
				indent: (indent ?? 0) + 2,
				text
			};
			const read = block(lines, at, depth + 1);
			if (read === void 0) return void 0;
			list.push(read.value);
			at = read.next;
		} else {
			const read = wholeOf(text, depth);
			if (read === void 0) return void 0;
			list.push(read.value);
			at += 1;
		}
	}
	return {
		value: list,
		next: at
	};
}
const REST = /^ *(?: #.*)?$/;
function wholeOf(text, depth) {
	const read = inlineValue(text, 0, {
		depth: depth + 1,
		plain: /[A-Za-z0-9_./%()+;,-]/y
	});
	return read !== void 0 && REST.test(text.slice(read.next)) ? read : void 0;
}
const IN_BRACKETS = /[A-Za-z0-9_./%()+;-]/y;
const QUOTED = /"([ !#-[\]-~]*)"|'([ -&(-~]*)'/y;
function inlineValue(text, start, within) {
	if (within.depth > MAX_DEPTH) return void 0;
	const first = text[start];
	if (first === "{") return inlineMapping(text, start, within.depth);
	if (first === "[") return inlineList(text, start, within.depth);
	if (first === "\"" || first === "'") {
		QUOTED.lastIndex = start;
		const [whole, double, single] = QUOTED.exec(text) ?? [];
		const value = double ?? single;
		return whole === void 0 || value === void 0 ? void 0 : {
			value,
			next: start + whole.length
		};
	}
	return plainScalar(text, start, within.plain);
}
function inlineMapping(text, start, depth) {
	const mapping = {};
	const next = entries(text, start, "}", (at) => {
		const [whole = "", key = ""] = KEY_INSIDE.exec(text.slice(at)) ?? [];
		if (key === "" || NO_TEXT.test(key) || Object.hasOwn(mapping, key)) return void 0;
		const read = inlineValue(text, at + whole.length, {
			depth: depth + 1,
			plain: IN_BRACKETS
		});
		if (read !== void 0) mapping[key] = read.value;
		return read?.next;
	});
	return next === void 0 ? void 0 : {
		value: mapping,
		next
	};
}
const KEY_INSIDE = /^([A-Za-z][A-Za-z0-9_-]{0,200}): +/;
function inlineList(text, start, depth) {
	const list = [];
	const next = entries(text, start, "]", (at) => {
		const read = inlineValue(text, at, {
			depth: depth + 1,
			plain: IN_BRACKETS
		});
		if (read !== void 0) list.push(read.value);
		return read?.next;
	});
	return next === void 0 ? void 0 : {
		value: list,
		next
	};
}
function entries(text, start, end, readEntry) {
	let at = skipSpaces(text, start + 1);
	if (text[at] === end) return at + 1;
	for (;;) {
		const behind = readEntry(at);
		if (behind === void 0) return void 0;
		at = skipSpaces(text, behind);
		if (text[at] === end) return at + 1;
		if (text[at] !== "," || text[at + 1] !== " ") return void 0;
		at = skipSpaces(text, at + 1);
	}
}
function skipSpaces(text, start) {
	let at = start;
	while (text[at] === " ") at += 1;
	return at;
}
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const TEXT = /^(?:[A-Za-z].*|\d+(?:\.\d+)?%|(?=\d*[a-df])[0-9a-f]{64})$/s;
function plainScalar(text, start, plain) {
	let [at, end] = [start, start];
	for (;;) {
		plain.lastIndex = at;
		if (plain.test(text)) {
			at += 1;
			end = at;
		} else if (text[at] === " ") at += 1;
		else break;
	}
	const word = text.slice(start, end);
	if (word === "true" || word === "false") return {
		value: word === "true",
		next: end
	};
	if (NO_TEXT.test(word)) return void 0;
	if (NUMBER.test(word)) return {
		value: Number(word),
		next: end
	};
	return TEXT.test(word) ? {
		value: word,
		next: end
	} : void 0;
}
export { plainValue as n, parsePlainYaml as t };
