import { n as ModelyardError } from "./error.mjs";
import { n as suggestion, t as nearest } from "./nearest.mjs";
import { $ as Pointers, Ct as string, O as parseJson, Q as NO_POINTERS, St as strictObject, f as valueOrThrow, m as parseYaml, n as openRegistry, ot as firstStage, t as listModels, x as Notes, y as VersionRecord, yt as int, z as defineMeasurement } from "./registry-reader.mjs";
import { r as model, t as at } from "./inputs.mjs";

// src/domain/registry/search/tokens.ts
/** Words of the language; case does not matter. */
const WORDS = [
	"and",
	"or",
	"not",
	"in",
	"is",
	"null",
	"like",
	"true",
	"false",
	"asc",
	"desc"
];
const PATTERNS = [
	["number", /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w-])/y],
	["text", /'(?:[^']|'')*'/y],
	["name", /(?:"(?:[^"]|"")+"|[A-Za-z_][\w-]*)(?:\.(?:"(?:[^"]|"")+"|[A-Za-z_][\w@/-]*))*/y],
	["operator", /<=|>=|!=|<>|=|<|>|\(|\)|,/y]
];
/**
* Takes a filter apart.
*
* @throws {ModelyardError} `bad-input` that points at the column.
*/
function tokenize(text) {
	const tokens = [];
	for (let at = /^\s*/.exec(text)?.[0].length ?? 0; at < text.length;) {
		const token = tokenAt(text, at);
		if (token === void 0) throw filterError(text, at + 1, whatIsWrong(text, at));
		tokens.push(token);
		at += token.text.length;
		while (/\s/.test(text[at] ?? "")) at += 1;
	}
	return [...tokens, {
		kind: "end",
		text: "",
		column: text.length + 1
	}];
}
function tokenAt(text, at) {
	for (const [kind, pattern] of PATTERNS) {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0];
		if (found === void 0) continue;
		return {
			kind: kind === "name" && WORDS.includes(found.toLowerCase()) ? "word" : kind,
			text: found,
			column: at + 1
		};
	}
}
function whatIsWrong(text, at) {
	if (text[at] === "'") return "a text begins here and does not end";
	if (text[at] === "\"") return "a quoted name begins here and does not end";
	if (/[&|]/.test(text[at] ?? "")) return `write \`${text[at] === "&" ? "and" : "or"}\` instead of \`${text[at]}\``;
	return `\`${text[at]}\` has no meaning here`;
}
/** An error that shows the filter with a mark under the column. */
function filterError(text, column, message, next) {
	return new ModelyardError({
		code: "bad-input",
		message: `${message}, at column ${column}\n  ${text}\n  ${" ".repeat(column - 1)}^`,
		next: next ?? "write it like: metrics.roc-auc > 0.84 and (stage = production or tags.team like 'fraud%')",
		place: {
			path: "filter",
			line: 1,
			column
		}
	});
}

// src/domain/registry/search/fields.ts
const orNull = (value) => value ?? null;
const PLAIN = {
	model: ({ model }) => model,
	version: ({ record }) => record.version,
	stage: ({ stage }) => stage,
	alias: ({ aliases }) => aliases,
	"created-at": ({ record }) => record["created-at"],
	"created-by": ({ record }) => record["created-by"],
	commit: ({ record }) => record.commit,
	tree: ({ record }) => record.tree,
	"pull-request": ({ record }) => orNull(record["pull-request"]),
	run: ({ record }) => orNull(record.run),
	format: ({ record }) => record.artifact.format,
	kind: ({ record }) => orNull(record.artifact.kind),
	sha256: ({ record }) => record.artifact.sha256,
	bytes: ({ record }) => record.artifact.bytes,
	uri: ({ record }) => record.artifact.uri,
	description: (version) => orNull(version.notes().description)
};
const OPEN = {
	metrics: ({ record }, name) => ownValue(record.metrics, name),
	params: ({ record }, name) => {
		const value = ownValue(record.params, name);
		return Array.isArray(value) ? JSON.stringify(value) : value;
	},
	tags: (version, name) => ownValue(version.notes().tags ?? {}, name)
};
function ownValue(record, name) {
	return Object.hasOwn(record, name) ? record[name] : null;
}
/**
* Finds out how a field is read.
*
* @throws {ModelyardError} `bad-input` that points at a name that there is not, with the nearest that there is.
*/
function fieldReader(text, { parts, column }) {
	const [first = "", ...rest] = parts;
	const plain = rest.length === 0 && Object.hasOwn(PLAIN, first) ? PLAIN[first] : void 0;
	if (plain !== void 0) return plain;
	const open = Object.hasOwn(OPEN, first) ? OPEN[first] : void 0;
	if (open !== void 0 && rest.length > 0) return (version) => open(version, rest.join("."));
	const known = [
		...Object.keys(PLAIN),
		"metrics.NAME",
		"params.NAME",
		"tags.NAME"
	];
	const near = nearest(first, [...Object.keys(PLAIN), ...Object.keys(OPEN)]);
	throw filterError(text, column, open === void 0 ? `there is no field \`${parts.join(".")}\`` : `\`${first}\` needs a name behind it`, near === void 0 || open !== void 0 ? `fields are ${known.join(", ")}` : `did you mean \`${near}\`?`);
}
/** The names under `metrics`, `params` or `tags` of a version. */
function openNames(version, group) {
	if (group === "metrics") return Object.keys(version.record.metrics);
	return Object.keys((group === "params" ? version.record.params : version.notes().tags) ?? {});
}

// src/domain/registry/search/evaluate.ts
/**
* Turns a parsed filter into a condition.
*
* @param text - The filter as written, for errors.
* @throws {ModelyardError} `bad-input` for a field that there is not.
*/
function conditionOf(text, filter) {
	switch (filter.is) {
		case "and":
		case "or": return asksNotes$1(filter.left) && !asksNotes$1(filter.right) ? joined(filter.is, conditionOf(text, filter.right), conditionOf(text, filter.left)) : joined(filter.is, conditionOf(text, filter.left), conditionOf(text, filter.right));
		case "not": {
			const inner = conditionOf(text, filter.filter);
			return (version) => {
				const value = inner(version);
				return value === null ? null : !value;
			};
		}
		case "null": {
			const read = fieldReader(text, filter.field);
			return (version) => isNull(read(version));
		}
		case "compare": return any(text, filter.field, (value) => compare(value, filter.comparison, filter.value));
		case "in": return any(text, filter.field, (value) => filter.values.some((wanted) => compare(value, "=", wanted)));
		case "like": {
			const isLike = likeMatcher(filter.pattern);
			return any(text, filter.field, (value) => isLike(String(value)));
		}
	}
}
/** Whether a part of the filter is answered by a version's notes, which are YAML and cost more than all the rest. */
function asksNotes$1(filter) {
	return fieldsOf(filter).some(({ parts: [group] }) => group === "tags" || group === "description");
}
function joined(word, left, right) {
	const decisive = word === "or";
	return (version) => {
		const first = left(version);
		if (first === decisive) return decisive;
		const second = right(version);
		if (second === decisive) return decisive;
		return first === null || second === null ? null : !decisive;
	};
}
/** A version has several aliases: a condition on them holds when it holds for one. */
function any(text, field, holds) {
	const read = fieldReader(text, field);
	return (version) => {
		const value = read(version);
		const present = (Array.isArray(value) ? value : [value]).filter((item) => item !== null);
		return present.length === 0 ? null : present.some(holds);
	};
}
function isNull(value) {
	return Array.isArray(value) ? value.length === 0 : value === null;
}
function compare(value, comparison, wanted) {
	const order = orderOf(value, wanted);
	if (order === void 0) return comparison === "!=";
	switch (comparison) {
		case "=": return order === 0;
		case "!=": return order !== 0;
		case "<": return order < 0;
		case "<=": return order <= 0;
		case ">": return order > 0;
		case ">=": return order >= 0;
	}
}
/** Numbers compare as numbers, also with text that is one; everything else as text. Undefined: not comparable. */
function orderOf(a, b) {
	if (typeof a === "number" || typeof b === "number") {
		const [x, y] = [numberOf(a), numberOf(b)];
		return x === void 0 || y === void 0 ? void 0 : x - y;
	}
	const [x, y] = [String(a), String(b)];
	return x < y ? -1 : x > y ? 1 : 0;
}
function numberOf(value) {
	if (typeof value === "number") return value;
	if (typeof value !== "string" || value.trim() === "" || Number.isNaN(Number(value))) return void 0;
	return Number(value);
}
/**
* % stands for anything, _ for one character; case counts. After a mismatch the last % takes one character more: a
* regular expression would try every division among all of them.
*/
function likeMatcher(pattern) {
	const wanted = [...pattern];
	return (text) => {
		const given = [...text];
		let [at, next] = [0, 0];
		let retry;
		while (at < given.length) if (wanted[next] === "%") {
			next += 1;
			retry = {
				next,
				at
			};
		} else if (next < wanted.length && (wanted[next] === "_" || wanted[next] === given[at])) {
			at += 1;
			next += 1;
		} else if (retry === void 0) return false;
		else {
			retry.at += 1;
			at = retry.at;
			next = retry.next;
		}
		return wanted.slice(next).every((part) => part === "%");
	};
}
/** The fields that a filter names, in the order in which they stand. */
function fieldsOf(filter) {
	switch (filter.is) {
		case "and":
		case "or": return [...fieldsOf(filter.left), ...fieldsOf(filter.right)];
		case "not": return fieldsOf(filter.filter);
		default: return [filter.field];
	}
}

// src/domain/registry/search/filter.ts
/**
* Parses a filter: comparisons of a field with a value, `like` with % and _, `in (…)`, `is null`, joined by
* `and`, `or`, `not` and parentheses; `not` binds tighter than `and`, `and` tighter than `or`, as in SQL. A value is
* a number, a 'text' with '' for a quote, true, false, or a bare word.
*
* @throws {ModelyardError} `bad-input` that points at the column.
*/
function parseFilter(text) {
	const reader = new TokenReader(text, tokenize(text));
	const filter = readOr(reader);
	const rest = reader.peek();
	if (rest.kind !== "end") throw filterError(text, rest.column, `\`${rest.text}\` is not expected here`, "join conditions with `and` or `or`");
	return filter;
}
/** Deeper than anybody writes; without a limit a long filter could exhaust the stack. */
const MAX_DEPTH = 200;
var TokenReader = class {
	text;
	/** How many parentheses and `not`s the reader is in. */
	depth = 0;
	#tokens;
	#at = 0;
	constructor(text, tokens) {
		this.text = text;
		this.#tokens = tokens;
	}
	peek() {
		return this.#tokens[this.#at];
	}
	take() {
		const token = this.peek();
		if (token.kind !== "end") this.#at += 1;
		return token;
	}
	takeWord(word) {
		const token = this.peek();
		const found = token.kind === "word" && token.text.toLowerCase() === word;
		if (found) this.take();
		return found;
	}
	takeOperator(text) {
		const token = this.peek();
		const found = token.kind === "operator" && token.text === text;
		if (found) this.take();
		return found;
	}
	refuse(wanted) {
		const { text, column, kind } = this.peek();
		throw filterError(this.text, column, kind === "end" ? `${wanted} is missing` : `${wanted} is due, not \`${text}\``);
	}
};
function readOr(reader) {
	let left = readAnd(reader);
	while (reader.takeWord("or")) left = {
		is: "or",
		left,
		right: readAnd(reader)
	};
	return left;
}
function readAnd(reader) {
	let left = readNot(reader);
	while (reader.takeWord("and")) left = {
		is: "and",
		left,
		right: readNot(reader)
	};
	return left;
}
function readNot(reader) {
	const { column } = reader.peek();
	if (reader.takeWord("not")) return {
		is: "not",
		filter: nested(reader, column, readNot)
	};
	if (!reader.takeOperator("(")) return readCondition(reader);
	const filter = nested(reader, column, readOr);
	if (!reader.takeOperator(")")) reader.refuse("a closing parenthesis");
	return filter;
}
function nested(reader, column, read) {
	if (reader.depth === MAX_DEPTH) throw filterError(reader.text, column, `more than ${MAX_DEPTH} conditions stand inside each other`);
	reader.depth += 1;
	const filter = read(reader);
	reader.depth -= 1;
	return filter;
}
function readCondition(reader) {
	if (reader.peek().kind !== "name") reader.refuse("a field such as metrics.roc-auc");
	const field = fieldOf(reader.take());
	if (reader.takeWord("is")) {
		const negated = reader.takeWord("not");
		if (!reader.takeWord("null")) reader.refuse("`null`");
		return negate({
			is: "null",
			field
		}, negated);
	}
	const negated = reader.takeWord("not");
	if (reader.takeWord("like")) {
		if (reader.peek().kind !== "text") reader.refuse("a text such as 'fraud%'");
		return negate({
			is: "like",
			field,
			pattern: textOf(reader.take())
		}, negated);
	}
	if (reader.takeWord("in")) return negate({
		is: "in",
		field,
		values: readList(reader)
	}, negated);
	if (negated) reader.refuse("`like` or `in`");
	const comparison = COMPARISONS[reader.peek().text];
	if (comparison === void 0) reader.refuse("a comparison such as = or >");
	reader.take();
	return {
		is: "compare",
		field,
		comparison,
		value: readValue(reader)
	};
}
const COMPARISONS = {
	"=": "=",
	"!=": "!=",
	"<>": "!=",
	"<": "<",
	"<=": "<=",
	">": ">",
	">=": ">="
};
function negate(filter, negated) {
	return negated ? {
		is: "not",
		filter
	} : filter;
}
function readList(reader) {
	if (!reader.takeOperator("(")) reader.refuse("an opening parenthesis");
	const values = [readValue(reader)];
	while (reader.takeOperator(",")) values.push(readValue(reader));
	if (!reader.takeOperator(")")) reader.refuse("a comma or a closing parenthesis");
	return values;
}
function readValue(reader) {
	const token = reader.peek();
	if (token.kind === "number") return Number(reader.take().text);
	if (token.kind === "text") return textOf(reader.take());
	if (token.kind === "name") return reader.take().text;
	if (reader.takeWord("true")) return true;
	if (reader.takeWord("false")) return false;
	if (token.text.toLowerCase() === "null") throw filterError(reader.text, token.column, "nothing equals null", "write `is null` or `is not null`");
	return reader.refuse("a value");
}
function textOf({ text }) {
	return text.slice(1, -1).replaceAll("''", "'");
}
/** The parts of a name; quotes taken off. */
function fieldOf({ text, column }) {
	return {
		parts: [...text.matchAll(/"((?:[^"]|"")+)"|[^."]+/g)].map(([plain, quoted]) => quoted === void 0 ? plain : quoted.replaceAll("\"\"", "\"")),
		column
	};
}

// src/domain/registry/search/mentions.ts
/**
* Whether a filter can be true of a version whose notes hold some words and not others: to look for a word costs a
* thirtieth of reading the YAML. True wherever that is not certain.
*
* @param has - Whether the text of the notes holds a word, or may hold it in other letters.
*/
function mayHold(filter, has) {
	switch (filter.is) {
		case "and": return mayHold(filter.left, has) && mayHold(filter.right, has);
		case "or": return mayHold(filter.left, has) || mayHold(filter.right, has);
		case "not":
		case "null": return true;
		case "compare": return !asksNotes(filter) || filter.comparison !== "=" || mayBe(filter.value, has);
		case "in": return !asksNotes(filter) || filter.values.some((value) => mayBe(value, has));
		case "like": return !asksNotes(filter) || wordsIn(filter.pattern).every(has);
	}
}
function asksNotes({ field }) {
	return field.parts[0] === "tags" || field.parts[0] === "description";
}
function mayBe(value, has) {
	if (typeof value !== "string" || !Number.isNaN(Number(value))) return true;
	return wordsIn(value).every(has);
}
/** Words of a text that YAML can write in no other way than by their letters. */
function wordsIn(text) {
	return (text.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !NAMES_OF_VALUES.some((name) => name.includes(word)));
}
/** Values that YAML writes in several ways, as they become text. */
const NAMES_OF_VALUES = [
	"true",
	"false",
	"Infinity",
	"NaN",
	"null"
];

// src/domain/registry/search/order.ts
/**
* Parses an order: `metrics.roc-auc desc, version`.
*
* @throws {ModelyardError} `bad-input` that points at the column.
*/
function parseOrder(text) {
	const tokens = tokenize(text);
	const orders = [];
	for (let at = 0;;) {
		const token = tokens[at];
		if (token?.kind !== "name") throw filterError(text, token?.column ?? 1, "a field is due", "write it like: metrics.roc-auc desc, version");
		at += 1;
		const direction = tokens[at]?.kind === "word" ? tokens[at]?.text.toLowerCase() : void 0;
		if (direction === "asc" || direction === "desc") at += 1;
		orders.push({
			field: fieldOf(token),
			descending: direction === "desc"
		});
		const separator = tokens[at];
		if (separator?.kind === "end") return orders;
		if (separator?.text !== ",") throw filterError(text, separator?.column ?? 1, "`asc`, `desc` or a comma is due");
		at += 1;
	}
}
/** Compares versions by an order; what has no value comes last either way, then model and version decide. */
function comparerOf(text, orders) {
	const compares = orders.map(({ field, descending }) => {
		const read = fieldReader(text, field);
		const value = (version) => {
			const found = read(version);
			return Array.isArray(found) ? found[0] ?? null : found;
		};
		return (a, b) => compareValues(value(a), value(b), descending ? -1 : 1);
	});
	const byVersion = (a, b) => a.model === b.model ? a.record.version - b.record.version : a.model < b.model ? -1 : 1;
	return (a, b) => {
		for (const compare of compares) {
			const order = compare(a, b);
			if (order !== 0) return order;
		}
		return byVersion(a, b);
	};
}
function compareValues(a, b, sign) {
	if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
	if (typeof a === "number" && typeof b === "number") return sign * (a - b);
	if (typeof a === "number" || typeof b === "number") return sign * (typeof a === "number" ? -1 : 1);
	const [x, y] = [String(a), String(b)];
	return x === y ? 0 : sign * (x < y ? -1 : 1);
}

// src/commands/search.ts
const search = defineMeasurement({
	name: "search",
	summary: "Find versions by what they are.",
	details: `A filter compares fields: version, stage, alias, created-at, created-by, commit, format, bytes, description, model,
metrics.NAME, params.NAME, tags.NAME. It knows = != < <= > >=, like with % and _, in (…), is null, and, or, not and
parentheses. Text stands in single quotes; a bare word will do. Metrics are the trainers' own.`,
	positional: ["filter"],
	examples: [{
		command: "modelyard search 'metrics.roc-auc > 0.82 and stage != archived'",
		does: "finds good versions in use"
	}, {
		command: "modelyard search \"tags.team like 'fraud%'\" --order 'metrics.roc-auc desc' --limit 5",
		does: "finds the best five of a team"
	}],
	permission: "read",
	doors: ["cli"],
	input: strictObject({
		filter: string().max(1e4).default("").describe("The condition; left out: every version."),
		model: model.optional().describe("Search one model only."),
		order: string().max(1e3).default("model, version").describe("Fields to sort by, each with asc or desc."),
		limit: int().min(1).max(1e6).default(100).describe("How many versions to list."),
		at
	}),
	results: ["search"],
	async run(input, { repository }) {
		const filter = input.filter.trim() === "" ? void 0 : parseFilter(input.filter);
		const order = parseOrder(input.order);
		const holds = filter === void 0 ? () => true : conditionOf(input.filter, filter);
		const compare = comparerOf(input.order, order);
		const registry = await openRegistry(repository, input.at);
		const mayNote = (has) => filter === void 0 || mayHold(filter, has);
		const { found, searched } = await readVersions(registry, input.model, (version) => holds(version) === true, mayNote);
		if (found.length === 0 && filter !== void 0) {
			const all = await readVersions(registry, input.model, () => true);
			requireKnownNames(input.filter, filter, all.found);
		}
		found.sort(compare);
		const fields = shownFields(filter, order.map(({ field }) => field));
		const readers = fields.map((field) => fieldReader(input.filter, field));
		return {
			kind: "search",
			commit: registry.commit,
			filter: input.filter,
			columns: fields.map(({ parts }) => parts.join(".")),
			found: found.length,
			searched,
			versions: found.slice(0, input.limit).map((version) => ({
				model: version.model,
				version: version.record.version,
				stage: version.stage,
				aliases: [...version.aliases],
				"created-at": version.record["created-at"],
				values: readers.map((read) => plainValue(read(version)))
			}))
		};
	}
});
/** The fields beside those that every answer shows. */
function shownFields(filter, ordered) {
	const always = [
		"model",
		"version",
		"stage",
		"alias",
		"created-at"
	];
	const named = [...filter === void 0 ? [] : fieldsOf(filter), ...ordered];
	return [...new Map(named.map((field) => [field.parts.join("."), field]))].filter(([name]) => !always.includes(name)).map(([, field]) => field);
}
function plainValue(value) {
	return Array.isArray(value) ? value.join(", ") : value;
}
/** Nothing was found: a metric, parameter or tag that no version has is a mistake in the filter. */
function requireKnownNames(text, filter, versions) {
	if (versions.length === 0) return;
	for (const { parts, column } of fieldsOf(filter)) {
		const [group = "", ...rest] = parts;
		if (rest.length === 0) continue;
		const names = new Set(versions.flatMap((version) => openNames(version, group)));
		if (names.has(rest.join("."))) continue;
		throw filterError(text, column, `no version has \`${parts.join(".")}\``, suggestion(rest.join("."), [...names].sort()));
	}
}
/**
* Reads all versions in one go, each parsed and asked as it comes while git reads on: what does not hold is dropped at
* once, so that ten thousand versions are never in memory.
*
* @param mayNote - Whether notes that hold these words can make it hold; otherwise they are not parsed.
*/
async function readVersions(registry, only, holds, mayNote = () => true) {
	const { repository, commit, config } = registry;
	const root = `${config.registry}/models`;
	const names = await listModels(registry);
	if (only !== void 0) requireModel(names, only);
	const models = sortFiles(await repository.listFiles(commit, only === void 0 ? root : `${root}/${only}`), root, names);
	const found = [];
	const keep = (version) => {
		if (holds(version)) found.push(version);
	};
	const wanted = [...models].flatMap(([name, files]) => readingsOf(name, files, {
		lifecycle: config.lifecycle,
		keep,
		mayNote
	}));
	await repository.readBlobs(wanted.map(({ id }) => id), (content, index) => wanted[index]?.take(content));
	return {
		found,
		searched: [...models.values()].reduce((sum, { versions }) => sum + versions.length, 0)
	};
}
/** Pointers come before the versions that they name, notes before the version that they belong to. */
function readingsOf(model, { pointers, versions, notes }, { lifecycle, keep, mayNote }) {
	let standing = standings(NO_POINTERS);
	const parsedNotes = /* @__PURE__ */ new Map();
	const readPointers = (entry) => ({
		id: entry.id,
		take(content) {
			standing = standings(valueOrThrow(parseJson(Pointers, entry.path, content)));
		}
	});
	const readVersion = (entry) => {
		const noted = notes.get(entry.path.slice(0, entry.path.lastIndexOf("/")));
		let bytes = /* @__PURE__ */ new Uint8Array();
		const readRecord = {
			id: entry.id,
			take(content) {
				const record = valueOrThrow(parseJson(VersionRecord, entry.path, content));
				keep({
					model,
					record,
					stage: standing.stages.get(record.version) ?? firstStage(lifecycle),
					aliases: standing.aliases.get(record.version) ?? [],
					notes: () => noted === void 0 || !mayNote((word) => mayMention(bytes, word)) ? {} : notesOf(noted, bytes, parsedNotes)
				});
			}
		};
		if (noted === void 0) return [readRecord];
		const take = (content) => {
			bytes = content;
		};
		return [{
			id: noted.id,
			take
		}, readRecord];
	};
	return [...pointers === void 0 ? [] : [readPointers(pointers)], ...versions.flatMap(readVersion)];
}
const decoder = new TextDecoder();
/** Letters are written otherwise only behind a backslash. */
function mayMention(content, word) {
	const text = decoder.decode(content);
	return text.includes(word) || text.includes("\\");
}
/** Notes are parsed when a filter asks for them, and the same ones once. */
function notesOf({ id, path }, content, parsed) {
	const known = parsed.get(id) ?? valueOrThrow(parseYaml(Notes, path, content));
	parsed.set(id, known);
	return known;
}
function requireModel(models, name) {
	if (models.includes(name)) return;
	throw new ModelyardError({
		code: "unknown-model",
		message: `there is no model \`${name}\``,
		next: suggestion(name, models)
	});
}
function sortFiles(entries, root, names) {
	const models = new Map(names.map((name) => [name, {
		versions: [],
		notes: /* @__PURE__ */ new Map(),
		pointers: void 0
	}]));
	for (const entry of entries) {
		const [name = "", ...rest] = entry.path.slice(root.length + 1).split("/");
		const model = models.get(name);
		if (model === void 0) continue;
		if (rest[0] === "stages.json") model.pointers = entry;
		else if (rest[0] === "versions" && rest[2] === "version.json") model.versions.push(entry);
		else if (rest[0] === "versions" && rest[2] === "notes.yaml") model.notes.set(entry.path.slice(0, entry.path.lastIndexOf("/")), entry);
	}
	return models;
}
/** Where each version stands, turned around: one look-up a version instead of a search through all lists. */
function standings({ stages, aliases }) {
	const byVersion = /* @__PURE__ */ new Map();
	for (const [alias, version] of Object.entries(aliases)) byVersion.set(version, [...byVersion.get(version) ?? [], alias]);
	return {
		stages: new Map(Object.entries(stages).flatMap(([stage, versions]) => versions.map((version) => [version, stage]))),
		aliases: byVersion
	};
}

export { search };