import { c as ModelyardError } from "./run.mjs";
import { C as strictObject, F as _minLength, L as _regex, P as _maxLength, T as superRefine, n as _default, o as array, s as boolean, w as string, x as record } from "./schemas.mjs";
import { a as explain, i as positionsIn, r as decodeText, t as trySchema } from "./try-schema.mjs";
import { a as RepositoryPath, c as StageName } from "./names.mjs";
import { r as METRIC_NAMES } from "./metric-catalogue.mjs";
import { n as Lifecycle, t as DEFAULT_LIFECYCLE } from "./lifecycle.mjs";
import { o as metricsNamedIn, r as StagePolicy } from "./policy.mjs";
import { o as isOurs } from "./rule-fields.mjs";
// src/domain/registry/config.ts
const CONFIG_PATH = ".github/modelyard.yml";
const DEFAULT_ROOT = "registry-data";
const WorkflowPath = string().check(_maxLength(300), _regex(/^\.github\/workflows\/[\w.-]+\.ya?ml$/, { error: "a workflow such as .github/workflows/deploy.yml" }));
const Config = strictObject({
	registry: _default(RepositoryPath, DEFAULT_ROOT),
	lifecycle: _default(Lifecycle, DEFAULT_LIFECYCLE),
	floors: _default(record(StageName, StagePolicy), {}),
	workflows: _default(array(RepositoryPath), []),
	app: _default(boolean(), false),
	environments: _default(record(StageName, string().check(_minLength(1), _maxLength(255))), {}),
	deploy: _default(record(StageName, WorkflowPath), {})
}).check(superRefine(({ lifecycle, floors, environments, deploy }, context) => {
	for (const [path, stage] of [
		...stagesNamed(lifecycle, floors),
		...Object.keys(environments).map((stage) => [["environments", stage], stage]),
		...Object.keys(deploy).map((stage) => [["deploy", stage], stage])
	]) if (!lifecycle.stages.includes(stage)) context.addIssue({
		code: "custom",
		path,
		message: `a stage of the lifecycle (${lifecycle.stages.join(", ")})`
	});
	for (const [stage, { gates = [] }] of Object.entries(floors)) for (const [path, metric] of gates.flatMap((rule, index) => metricsNamedIn(rule).map(({ keys, metric: name }) => [[
		"gates",
		index,
		...keys
	], name]))) if (!isOurs(metric)) context.addIssue({
		code: "custom",
		path: [
			"floors",
			stage,
			...path
		],
		message: `one of ${METRIC_NAMES.join(", ")}`
	});
}));
const LATER_CONFIG_KEYS = {};
function stagesNamed(lifecycle, floors) {
	const transitions = Object.entries(lifecycle.transitions ?? {});
	return [
		...transitions.map(([from]) => [[
			"lifecycle",
			"transitions",
			from
		], from]),
		...transitions.flatMap(([from, to]) => to.map((stage, index) => [[
			"lifecycle",
			"transitions",
			from,
			index
		], stage])),
		...Object.keys(floors).map((stage) => [["floors", stage], stage])
	];
}
function modelFolder(config, model) {
	return `${config.registry}/models/${model}`;
}
// src/domain/registry/json-places.ts
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g;
function placesInJson(text) {
	const positionOf = positionsIn(text);
	const repeated = [];
	const root = {
		at: 0,
		keyAt: 0,
		isList: true,
		inner: new Map()
	};
	const open = [root];
	let key;
	let keyIsDue = false;
	for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
		const around = open.at(-1) ?? root;
		if (token === ":") continue;
		if (token === "}" || token === "]") {
			open.pop();
			keyIsDue = false;
		} else if (token === ",") keyIsDue = !around.isList;
		else if (keyIsDue) {
			key = {
				text: String(JSON.parse(token)),
				at
			};
			if (around.inner.has(key.text)) repeated.push({
				key: key.text,
				...positionOf(at)
			});
			keyIsDue = false;
		} else {
			const value = {
				at,
				keyAt: key?.at ?? at,
				isList: token === "[",
				inner: new Map()
			};
			around.inner.set(key?.text ?? around.inner.size, value);
			key = void 0;
			keyIsDue = token === "{";
			if (keyIsDue || value.isList) open.push(value);
		}
	}
	return {
		of: (keys, atKey) => positionOf(offsetOf(root.inner.get(0) ?? root, keys, atKey)),
		repeated
	};
}
function offsetOf(root, keys, atKey) {
	let value = root;
	for (const key of keys) {
		const inner = value.inner.get(key);
		if (inner === void 0) return value.at;
		value = inner;
	}
	return atKey ? value.keyAt : value.at;
}
function faultInJson(text) {
	let [sound, broken] = [0, text.length + 1];
	while (broken - sound > 1) {
		const middle = sound + broken >> 1;
		if (isBeginning(text.slice(0, middle))) sound = middle;
		else broken = middle;
	}
	return sound;
}
function isBeginning(text) {
	try {
		JSON.parse(text);
		return true;
	} catch (error) {
		const message = error instanceof Error ? error.message : "";
		const position = /at position (\d+)/.exec(message)?.[1];
		return position === void 0 ? /end of JSON/.test(message) : Number(position) >= text.length;
	}
}
// src/domain/registry/json-file.ts
const MAX_JSON_BYTES = 1048576;
const NEWEST_SCHEMA = 1;
function renderJson(schema, value) {
	const text = `${JSON.stringify(schema.parse(value), null, 2)}\n`;
	if (!text.includes("__proto__")) return text;
	throw new ModelyardError({
		code: "bad-input",
		message: "the text `__proto__` cannot be kept in a file of the registry",
		next: "write it otherwise"
	});
}
function parseJson(schema, path, bytes, { canonical = false } = {}) {
	const { text, problems } = decodeText(path, bytes, MAX_JSON_BYTES);
	if (text === void 0) return {
		value: void 0,
		problems
	};
	const parsed = parseText(path, text);
	if ("problem" in parsed) return {
		value: void 0,
		problems: [...problems, parsed.problem]
	};
	const newer = newerSchema(path, text, parsed.data);
	if (newer !== void 0) return {
		value: void 0,
		problems: [newer]
	};
	const result = judge(schema, parsed.data);
	if (result === void 0) return {
		value: void 0,
		problems: [wrongThroughout(path)]
	};
	if (!result.success) {
		const complaints = explain(schema, parsed.data, result.error.issues);
		const places = placesInJson(text);
		return {
			value: void 0,
			problems: [...repeatedKeys(path, places), ...complaints.map(({ path: keys, atKey, message, next }) => ({
				severity: "error",
				code: "bad-file",
				place: {
					path,
					...places.of(keys, atKey)
				},
				message,
				next: `${next}; machines write this file, so restoring it from git is safest`
			}))]
		};
	}
	if (!canonical) return {
		value: result.data,
		problems
	};
	return {
		value: result.data,
		problems: [...problems, ...differences(path, text, `${JSON.stringify(result.data, null, 2)}\n`)]
	};
}
function judge(schema, data) {
	try {
		return trySchema(schema, data);
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
}
function wrongThroughout(path) {
	return {
		severity: "error",
		code: "bad-file",
		place: {
			path,
			line: 1,
			column: 1
		},
		message: "the file is wrong in more places than can be listed",
		next: "restore it from git; machines write it"
	};
}
function parseText(path, text) {
	try {
		return { data: JSON.parse(text) };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return { problem: {
			severity: "error",
			code: "bad-json",
			place: {
				path,
				...positionsIn(text)(faultInJson(text))
			},
			message: `this is not JSON: ${message.split(/, (?:\.{3})?"| in JSON/)[0]}`,
			next: "restore the file from git; machines write it"
		} };
	}
}
function newerSchema(path, text, data) {
	const number = typeof data === "object" && data !== null && "schema" in data ? data.schema : void 0;
	if (typeof number !== "number" || !(number > NEWEST_SCHEMA)) return void 0;
	return {
		severity: "error",
		code: "newer-schema",
		place: {
			path,
			...placesInJson(text).of(["schema"], false)
		},
		message: `schema ${number} is newer than this release reads (${NEWEST_SCHEMA})`,
		next: `install the release of Modelyard that writes schema ${number}: npm install modelyard@latest`
	};
}
function differences(path, text, canonical) {
	if (text === canonical) return [];
	const twice = repeatedKeys(path, placesInJson(text));
	if (twice.length > 0) return twice;
	const { what, next } = difference(text, canonical);
	return [{
		severity: "error",
		code: "bad-file",
		place: {
			path,
			...positionsIn(text)(firstDifference(text, canonical))
		},
		message: `${what}: the file is not as Modelyard writes it`,
		next: `${next}; machines write it, and the same facts must be the same bytes`
	}];
}
function repeatedKeys(path, { repeated }) {
	return repeated.map(({ key, line, column }) => ({
		severity: "error",
		code: "bad-file",
		place: {
			path,
			line,
			column
		},
		message: `the key \`${key}\` stands twice in one mapping`,
		next: "restore the file from git; machines write it"
	}));
}
function difference(text, canonical) {
	if (text.replaceAll("\r\n", "\n") === canonical) return {
		what: "lines end in CRLF",
		next: "keep LF, by `* text eol=lf` in the registry's .gitattributes, and restore the file from git"
	};
	const next = "restore it from git";
	if (`${text}\n` === canonical) return {
		what: "the final newline is missing",
		next
	};
	return {
		what: "keys, order or spacing differ",
		next
	};
}
function firstDifference(a, b) {
	let index = 0;
	while (index < a.length && a[index] === b[index]) index += 1;
	return index;
}
export { DEFAULT_ROOT as a, Config as i, renderJson as n, LATER_CONFIG_KEYS as o, CONFIG_PATH as r, modelFolder as s, parseJson as t };
