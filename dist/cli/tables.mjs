import { n as ModelyardError } from "./error.mjs";
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";

// src/adapters/duckdb/source.ts
const NULLS = ["", "NA"];
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
	const sniffed = await sniff(database, place, path);
	if (sniffed.names.length === 1) await refuseRaggedRows(database, place, path, sniffed);
	const read = (type) => {
		const columns = sniffed.names.map((name) => `${literal(name)}: '${type(name)}'`);
		return `read_csv(${literal(place)}, auto_detect = false, header = true, delim = ${literal(sniffed.delimiter)}, quote = ${literal(sniffed.quote)}, escape = ${literal(sniffed.escaping)}, nullstr = [${NULLS.map(literal).join(", ")}], columns = {${columns.join(", ")}})`;
	};
	return {
		columns: sniffed.names.map((name) => ({
			name,
			kind: sniffed.numeric.has(name) ? "number" : "text"
		})),
		asText: () => read(() => "VARCHAR"),
		asTyped: (facts) => {
			const numbers = new Set(facts.filter(({ kind }) => kind === "number").map(({ name }) => name));
			const truths = [...numbers].filter((name) => sniffed.truths.has(name)).map(identifier);
			const from = read((name) => !numbers.has(name) ? "VARCHAR" : sniffed.truths.has(name) ? "BOOLEAN" : "DOUBLE");
			if (truths.length === 0) return from;
			return `(SELECT * REPLACE (${truths.map((name) => `CAST(${name} AS DOUBLE) AS ${name}`).join(", ")}) FROM ${from})`;
		},
		numberOf: (name) => `try_cast(${sniffed.truths.has(name) ? `try_cast(${identifier(name)} AS BOOLEAN)` : identifier(name)} AS DOUBLE)`
	};
}
async function sniff(database, place, path) {
	const [delimiter, quote, escaping, , names, types] = (await attempt(path, () => database.runAndReadAll(`SELECT Delimiter, Quote, Escape, HasHeader, list_transform(Columns, c -> c.name), list_transform(Columns, c -> c.type) FROM sniff_csv(${literal(place)}, sample_size = 2048, nullstr = [${NULLS.map(literal).join(", ")}])`))).getRowsJS()[0] ?? [];
	const mark = (text, otherwise) => text === "(empty)" || text === "" ? otherwise : text;
	const header = await attempt(path, () => headerOf(database, place, mark(delimiter, ","), mark(quote, "\""), names));
	const twice = header.find((name, index) => header.indexOf(name) !== index);
	if (twice !== void 0) throw badData(path, `has two columns called \`${twice}\``, "rename one of them");
	return {
		delimiter: mark(delimiter, ","),
		quote: mark(quote, "\""),
		escaping: mark(escaping, "\""),
		names: header,
		numeric: new Set(header.filter((_, index) => isNumeric(types[index] ?? ""))),
		truths: new Set(header.filter((_, index) => types[index] === "BOOLEAN"))
	};
}
/** Where rows differ in their number of fields, the sniffer takes the file for one of a single column. */
async function refuseRaggedRows(database, place, path, { names: [name = ""], quote }) {
	const delimiter = [
		",",
		";",
		"	",
		"|"
	].find((mark) => name.includes(mark));
	if (delimiter === void 0 || firstCharacter(place) === quote) return;
	const columns = name.split(delimiter).map((_, index) => `'c${index}': 'VARCHAR'`);
	try {
		await database.runAndReadAll(`SELECT count(*) FROM read_csv(${literal(place)}, auto_detect = false, header = true, delim = ${literal(delimiter)}, quote = ${literal(quote)}, escape = ${literal(quote)}, columns = {${columns.join(", ")}})`);
	} catch (error) {
		throw unreadableRows(path, error);
	}
}
function firstCharacter(place) {
	const file = openSync(place, "r");
	try {
		const head = Buffer.alloc(4);
		return head.toString("utf8", 0, readSync(file, head)).replace(/^\ufeff/, "").slice(0, 1);
	} finally {
		closeSync(file);
	}
}
/** DuckDB's own words of rows that it cannot read, by their line. */
function unreadableRows(path, error) {
	const said = error instanceof Error ? error.message : String(error);
	const line = /Line: (\d+)/.exec(said)?.[1];
	const why = /Expected Number of Columns:.*/.exec(said)?.[0] ?? said.split("\n")[0] ?? said;
	return badData(path, `cannot be read${line === void 0 ? "" : ` at line ${line}`}: ${why}`, "check that every row has as many fields as the header", error);
}
/**
* The header's names letter for letter: the sniffer alters names that stand twice. Its own name stands for one that is
* empty, as pandas leaves the name of the index.
*/
async function headerOf(database, place, delimiter, quote, sniffed) {
	const columns = sniffed.map((_, index) => `'c${index}': 'VARCHAR'`);
	return ((await database.runAndReadAll(`SELECT * FROM read_csv(${literal(place)}, auto_detect = false, header = false, delim = ${literal(delimiter)}, quote = ${literal(quote)}, escape = ${literal(quote)}, null_padding = true, parallel = false, columns = {${columns.join(", ")}}) LIMIT 1`)).getRowsJS()[0] ?? []).map((name, index) => {
		const plain = String(name ?? "").replace(/^\ufeff/, "");
		return plain === "" ? sniffed[index] ?? plain : plain;
	});
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