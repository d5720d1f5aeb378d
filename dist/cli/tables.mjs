import { n as ModelyardError } from "./error.mjs";
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";

// src/adapters/duckdb/source.ts
const NULLS = ["", "NA"];
/** The first is taken where a header has none, or as many of another. */
const DELIMITERS = [
	",",
	";",
	"	",
	"|"
];
/** A header ends within so many. */
const HEADER_BYTES = 1 << 20;
/** Codes of digits, such as a zip code with a leading zero, and digits in groups. */
const NUMBER_BUT_NAME = "^\\s*[+-]?0[0-9]|_";
/** Rows by which a column's kind is told. */
const KIND_ROWS = 2048;
/**
* Looks at a file: its dialect, its columns, which of them hold numbers.
*
* @param place - The path from the root of the file system.
* @param path - As the user wrote it, for errors.
* @throws {ModelyardError} `bad-data`.
*/
async function sourceOf(database, place, path) {
	if (!existsSync(place)) throw badData(path, "is not there", "check the path");
	if (statSync(place).isDirectory()) throw badData(path, "is a folder", "name a CSV, Parquet or JSON lines file");
	if (statSync(place).size === 0) throw badData(path, "is empty", "check the step that wrote it");
	if (/\.parquet$/i.test(place)) return selfDescribing(database, path, `read_parquet(${literal(place)})`);
	if (/\.(?:jsonl|ndjson)$/i.test(place)) return selfDescribing(database, path, `read_json(${literal(place)}, format = 'newline_delimited')`);
	return csvSource(database, place, path);
}
function identifier(name) {
	return `"${name.replaceAll("\"", "\"\"")}"`;
}
function literal(text) {
	return `'${text.replaceAll("'", "''")}'`;
}
/** Whether DuckDB's type holds numbers. Truth values count as 0 and 1. */
function isNumeric(type) {
	return /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|REAL|DECIMAL.*|BOOLEAN)$/.test(type);
}
async function selfDescribing(database, path, from) {
	const columns = (await attempt(path, () => database.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`))).getRowsJS().map(([name, type]) => ({
		name: String(name),
		kind: isNumeric(String(type)) ? "number" : "text"
	}));
	const cast = (facts) => facts.map(({ name, kind }) => `CAST(${identifier(name)} AS ${kind === "number" ? "DOUBLE" : "VARCHAR"}) AS ${identifier(name)}`);
	const subquery = (list) => `(SELECT ${list.length === 0 ? "1" : list.join(", ")} FROM ${from})`;
	return {
		columns,
		asText: (names) => subquery(cast(names.map((name) => ({
			name,
			kind: "text"
		})))),
		asTyped: (facts) => subquery(cast(facts)),
		numberOf: (name) => `try_cast(${identifier(name)} AS DOUBLE)`
	};
}
async function csvSource(database, place, path) {
	const { delimiter, names } = await dialectOf(database, place, path);
	const read = (type) => {
		const columns = names.map((name) => `${literal(name)}: '${type(name)}'`);
		return `${readCsv(place, delimiter, columns)}, header = true, nullstr = [${NULLS.map(literal).join(", ")}])`;
	};
	const { numeric, truths } = await kindsOf(database, path, names, read(() => "VARCHAR"));
	return {
		columns: names.map((name) => ({
			name,
			kind: numeric.has(name) || truths.has(name) ? "number" : "text"
		})),
		asText: () => read(() => "VARCHAR"),
		asTyped: (facts) => {
			const numbers = new Set(facts.filter(({ kind }) => kind === "number").map(({ name }) => name));
			const booleans = [...numbers].filter((name) => truths.has(name)).map(identifier);
			const from = read((name) => !numbers.has(name) ? "VARCHAR" : truths.has(name) ? "BOOLEAN" : "DOUBLE");
			if (booleans.length === 0) return from;
			return `(SELECT * REPLACE (${booleans.map((name) => `CAST(${name} AS DOUBLE) AS ${name}`).join(", ")}) FROM ${from})`;
		},
		numberOf: (name) => `try_cast(${truths.has(name) ? `try_cast(${identifier(name)} AS BOOLEAN)` : identifier(name)} AS DOUBLE)`
	};
}
/** A call that is still open. Quotes are RFC 4180's: nothing is guessed from what stands in the cells. */
function readCsv(place, delimiter, columns) {
	return `read_csv(${literal(place)}, auto_detect = false, delim = ${literal(delimiter)}, quote = '"', escape = '"', columns = {${columns.join(", ")}}`;
}
/**
* The header's mark and names. DuckDB's own sniffer weighs every dialect by all rows that it samples, so that cells with
* marks in them turn a file into another one; the header alone says how the file was written.
*/
async function dialectOf(database, place, path) {
	const marks = marksOf(headOf(place));
	const delimiter = DELIMITERS.reduce((most, mark) => marks(mark) > marks(most) ? mark : most);
	const names = ((await readRows(database, path, `SELECT * FROM ${readCsv(place, delimiter, Array.from({ length: marks(delimiter) + 1 }, (_, index) => `'c${index}': 'VARCHAR'`))}, header = false, null_padding = true, parallel = false) LIMIT 1`)).getRowsJS()[0] ?? []).map((name, index) => String(name ?? "").replace(/^\ufeff/, "") || `column${index}`);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== void 0) throw badData(path, `has two columns called \`${twice}\``, "rename one of them");
	return {
		delimiter,
		names
	};
}
/** How often a mark stands outside of quotes in the first record. */
function marksOf(head) {
	const counts = /* @__PURE__ */ new Map();
	let quoted = false;
	for (const character of head.replace(/^[\r\n]+/, "")) if (character === "\"") quoted = !quoted;
	else if (quoted) continue;
	else if (character === "\n" || character === "\r") break;
	else counts.set(character, (counts.get(character) ?? 0) + 1);
	return (mark) => counts.get(mark) ?? 0;
}
/** Which columns hold numbers, and which truth values, in the first rows. One that is all missing is text. */
async function kindsOf(database, path, names, from) {
	const all = (condition) => `[${names.map(identifier).map((name) => `coalesce(bool_and(${condition(name)}) FILTER (${name} IS NOT NULL), false)`).join(", ")}]`;
	const numeric = (name) => `try_cast(${name} AS DOUBLE) IS NOT NULL AND NOT regexp_matches(${name}, '${NUMBER_BUT_NAME}')`;
	const truth = (name) => `lower(${name}) IN ('true', 'false')`;
	const [numbers = [], truths = []] = (await readRows(database, path, `SELECT ${all(numeric)}, ${all(truth)} FROM (SELECT * FROM ${from} LIMIT ${KIND_ROWS})`)).getRowsJS()[0] ?? [];
	return {
		numeric: new Set(names.filter((_, index) => numbers[index])),
		truths: new Set(names.filter((_, index) => truths[index]))
	};
}
function headOf(place) {
	const file = openSync(place, "r");
	try {
		const head = Buffer.alloc(HEADER_BYTES);
		return head.toString("utf8", 0, readSync(file, head)).replace(/^\ufeff/, "");
	} finally {
		closeSync(file);
	}
}
/** DuckDB parses rows ahead of those that a query asks for, so that each look at a CSV can stumble over a later one. */
async function readRows(database, path, query) {
	try {
		return await database.runAndReadAll(query);
	} catch (error) {
		throw unreadableRows(path, error);
	}
}
/** DuckDB's own words of rows that it cannot read, by their line. */
function unreadableRows(path, error) {
	const said = error instanceof Error ? error.message : String(error);
	const line = /Line: (\d+)/.exec(said)?.[1];
	const why = /Expected Number of Columns:.*/.exec(said)?.[0] ?? said.split("\n")[0] ?? said;
	return badData(path, `cannot be read${line === void 0 ? "" : ` at line ${line}`}: ${why}`, "check that every row has as many fields as the header", error);
}
async function attempt(path, run) {
	try {
		return await run();
	} catch (error) {
		throw badData(path, `cannot be read: ${String(error instanceof Error ? error.message : error).split("\n")[0] ?? ""}`, "check that it is the file that you mean, and whole", error);
	}
}
function badData(path, what, next, cause) {
	return new ModelyardError({
		code: "bad-data",
		message: `${path} ${what}`,
		next,
		place: { path },
		cause
	});
}

// src/adapters/duckdb/columns.ts
/**
* What to select: numbers as they are, a category as its code beside its word where it has none, other text as its
* words. Codes are numbers, which cross into JavaScript thirty times faster than text.
*/
function selectList(columns, categories) {
	return columns.flatMap(({ name, kind }) => {
		const column = identifier(name);
		if (kind === "number") return [`coalesce(${column}, 'nan'::DOUBLE)`];
		const words = categories.get(name);
		if (words === void 0) return [`coalesce(${column}, '')`];
		const code = `enum_code(try_cast(coalesce(${column}, '') AS ENUM (${withEmpty(words).map(literal).join(", ")})))`;
		return [`${code}::INTEGER`, `CASE WHEN ${code} IS NULL THEN ${column} END`];
	}).join(", ");
}
function withEmpty(words) {
	return words.includes("") ? words : ["", ...words];
}
/** One reader a column, each knowing its places in the chunk. */
function columnReaders(columns, categories, batchRows) {
	let position = 0;
	return columns.map(({ name, kind }) => {
		const at = position;
		const words = categories.get(name);
		position += kind === "text" && words !== void 0 ? 2 : 1;
		if (kind === "number") return numberReader(at, batchRows);
		return words === void 0 ? textReader(at, batchRows) : categoryReader(at, batchRows, withEmpty(words));
	});
}
function numberReader(column, batchRows) {
	let values = new Float64Array(batchRows);
	return {
		read(chunk, from, count, at) {
			const vector = chunk.getColumnVector(column);
			for (let row = 0; row < count; row += 1) values[at + row] = vector.getItem(from + row);
		},
		take(rows) {
			const taken = values.subarray(0, rows);
			values = new Float64Array(batchRows);
			return {
				kind: "number",
				values: taken
			};
		}
	};
}
function textReader(column, batchRows) {
	const dictionary = new Dictionary([]);
	let codes = new Uint32Array(batchRows);
	return {
		read(chunk, from, count, at) {
			const vector = chunk.getColumnVector(column);
			for (let row = 0; row < count; row += 1) codes[at + row] = dictionary.code(vector.getItem(from + row));
		},
		take(rows) {
			const taken = codes.subarray(0, rows);
			codes = new Uint32Array(batchRows);
			return {
				kind: "text",
				codes: taken,
				words: dictionary.words
			};
		}
	};
}
function categoryReader(column, batchRows, words) {
	const dictionary = new Dictionary(words);
	let codes = new Uint32Array(batchRows);
	return {
		read(chunk, from, count, at) {
			const vector = chunk.getColumnVector(column);
			const others = chunk.getColumnVector(column + 1);
			for (let row = 0; row < count; row += 1) {
				const code = vector.getItem(from + row);
				codes[at + row] = code ?? dictionary.code(others.getItem(from + row));
			}
		},
		take(rows) {
			const taken = codes.subarray(0, rows);
			codes = new Uint32Array(batchRows);
			return {
				kind: "text",
				codes: taken,
				words: dictionary.words
			};
		}
	};
}
/** Words with their codes; it only grows, so codes of earlier batches stay true. */
var Dictionary = class {
	words;
	#codes;
	constructor(words) {
		this.words = [...words];
		this.#codes = new Map(words.map((word, code) => [word, code]));
	}
	code(word) {
		const known = this.#codes.get(word);
		if (known !== void 0) return known;
		this.#codes.set(word, this.words.length);
		this.words.push(word);
		return this.words.length - 1;
	}
};

// src/adapters/duckdb/read-errors.ts
/** Why reading failed: the first text where a number is due, by column and row; otherwise DuckDB's own words. */
async function explainReadError(error, reading) {
	if (error instanceof ModelyardError) return error;
	for (const { name, kind } of reading.columns) {
		if (kind !== "number") continue;
		const found = await firstText(name, reading);
		if (found !== void 0) return badData(reading.path, `holds text in column \`${name}\` at row ${found.row}, where a number is due: ${JSON.stringify(found.text.slice(0, 40))}`, "correct the row; a missing number is written as nothing or NA", error);
	}
	return unreadableRows(reading.path, error);
}
/** Rows are counted from 1, the header not among them. */
async function firstText(name, { database, source }) {
	try {
		const column = identifier(name);
		const [found] = (await database.runAndReadAll(`SELECT row, ${column} FROM (SELECT row_number() OVER () AS row, * FROM ${source.asText([name])}) WHERE ${column} IS NOT NULL AND ${source.numberOf(name)} IS NULL LIMIT 1`)).getRowsJS();
		return found === void 0 ? void 0 : {
			row: Number(found[0]),
			text: String(found[1])
		};
	} catch {
		return;
	}
}

// src/adapters/duckdb/tables.ts
/** Rows by which categories are guessed; words that come later are read one by one. */
const SAMPLE_ROWS = 4096;
/** With more words than this a column is no category, and its words are read one by one. */
const MAX_CATEGORIES = 500;
/**
* CSV, Parquet and JSON lines by DuckDB. `NA` and nothing at all are missing: NaN for a number, the empty word for a
* text.
*
* @param folder - Where the user stands; relative paths start from there.
* @param root - Of the repository: errors name what lies in it by its path from there.
*/
function openTables(folder, root = folder) {
	const named = (path) => {
		const inside = isAbsolute(path) ? relative(root, path) : path;
		return inside.startsWith("..") || isAbsolute(inside) ? path : inside.split(sep).join("/");
	};
	let opened;
	const connection = async () => {
		opened ??= openDatabase();
		return (await opened).connect();
	};
	const looked = /* @__PURE__ */ new Map();
	const look = async (database, path) => {
		const place = resolve(folder, path);
		const facts = statSync(place, { throwIfNoEntry: false });
		const state = `${place}\0${facts?.mtimeMs}\0${facts?.size}`;
		const known = looked.get(state) ?? sourceOf(database, place, named(path));
		looked.set(state, known);
		return known;
	};
	return {
		async columns(path) {
			using database = closing(await connection());
			return (await look(database.connection, path)).columns;
		},
		async countRows(path) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			return await guarded(named(path), () => countOf(database.connection, source));
		},
		async *read(path, columns, batchRows) {
			using database = closing(await connection());
			using counting = closing(await connection());
			const { connection: own } = database;
			const source = await look(own, path);
			requireColumns(named(path), source, columns);
			const rows = countOf(counting.connection, source);
			rows.catch(() => {});
			try {
				yield* readBatches(own, source, columns, batchRows, rows);
			} catch (error) {
				throw await explainReadError(error, {
					database: own,
					source,
					path: named(path),
					columns
				});
			} finally {
				await rows.catch(() => {});
			}
		}
	};
}
function closing(connection) {
	return {
		connection,
		[Symbol.dispose]: () => connection.closeSync()
	};
}
async function openDatabase() {
	let api;
	try {
		api = await import("@duckdb/node-api");
	} catch (error) {
		throw new ModelyardError({
			code: "missing-engine",
			message: "DuckDB, which reads the data, could not be loaded",
			next: "install it: npm install @duckdb/node-api",
			cause: error
		});
	}
	return api.DuckDBInstance.create(":memory:", {
		autoinstall_known_extensions: "false",
		autoload_known_extensions: "false"
	});
}
async function guarded(path, run) {
	try {
		return await run();
	} catch (error) {
		throw new ModelyardError({
			code: "bad-data",
			message: `${path} cannot be read: ${String(error instanceof Error ? error.message : error).split("\n")[0]}`,
			next: "check that it is the file that you mean, and whole",
			place: { path },
			cause: error
		});
	}
}
function requireColumns(path, source, columns) {
	const present = new Set(source.columns.map(({ name }) => name));
	const missing = columns.filter(({ name }) => !present.has(name)).map(({ name }) => name);
	if (missing.length === 0) return;
	throw new ModelyardError({
		code: "bad-data",
		message: `${path} lacks the column${missing.length === 1 ? "" : "s"} ${missing.map((name) => `\`${name}\``).join(", ")}`,
		next: `it has ${[...present].slice(0, 30).join(", ")}`,
		place: { path }
	});
}
async function* readBatches(database, source, columns, batchRows, rows) {
	if (columns.length === 0) return;
	const categories = await guessCategories(database, source, columns);
	const stream = await database.stream(`SELECT ${selectList(columns, categories)} FROM ${source.asTyped(columns)}`);
	const readers = columnReaders(columns, categories, batchRows);
	let start = 0;
	let filled = 0;
	const flush = () => {
		const batch = {
			start,
			rows: filled,
			columns: readers.map((reader) => reader.take(filled))
		};
		start += filled;
		filled = 0;
		return batch;
	};
	for (;;) {
		const chunk = await stream.fetchChunk();
		if (chunk === null || chunk.rowCount === 0) break;
		for (let from = 0; from < chunk.rowCount;) {
			const count = Math.min(chunk.rowCount - from, batchRows - filled);
			for (const reader of readers) reader.read(chunk, from, count, filled);
			from += count;
			filled += count;
			if (filled === batchRows) yield flush();
		}
	}
	if (start + filled !== await rows) throw new Error("the rows end early");
	if (filled > 0) yield flush();
}
async function countOf(database, source) {
	const rows = await database.runAndReadAll(`SELECT count(*) FROM ${source.asText([])}`);
	return Number(rows.getRows()[0]?.[0] ?? 0);
}
/** The words of each text column that has few, from its first rows. */
async function guessCategories(database, source, columns) {
	const texts = columns.filter(({ kind }) => kind === "text").map(({ name }) => name);
	if (texts.length === 0) return /* @__PURE__ */ new Map();
	const lists = texts.map((name) => `list(DISTINCT ${identifier(name)}) FILTER (${identifier(name)} IS NOT NULL)`);
	const found = (await database.runAndReadAll(`SELECT ${lists.join(", ")} FROM (SELECT * FROM ${source.asText(texts)} LIMIT ${SAMPLE_ROWS})`)).getRowsJS()[0] ?? [];
	return new Map(texts.flatMap((name, index) => {
		const words = [...found[index] ?? []].sort();
		return words.length === 0 || words.length > MAX_CATEGORIES ? [] : [[name, words]];
	}));
}

export { openTables };