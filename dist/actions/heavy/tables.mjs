import { r as __toESM } from "./rolldown-runtime.mjs";
import { c as ModelyardError, i as writeFileAtomic } from "./run.mjs";
import { availableParallelism } from "node:os";
import { dirname, extname, isAbsolute, relative, resolve, sep } from "node:path";
import { closeSync, createReadStream, createWriteStream, existsSync, openSync, readSync, statSync } from "node:fs";
import { glob, mkdir, realpath } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createHash } from "node:crypto";
// src/adapters/duckdb/row-stream.ts
var RowChunk = class {
	rows;
	#chunk;
	#bindings;
	constructor(chunk, rows, bindings) {
		this.rows = rows;
		this.#chunk = chunk;
		this.#bindings = bindings;
	}
	float64s(column) {
		const { buffer, byteOffset } = this.#data(column, Float64Array.BYTES_PER_ELEMENT);
		return new Float64Array(buffer, byteOffset, this.rows);
	}
	int32s(column) {
		const { buffer, byteOffset } = this.#data(column, Int32Array.BYTES_PER_ELEMENT);
		return new Int32Array(buffer, byteOffset, this.rows);
	}
	texts(column) {
		const vector = this.#chunk.getColumnVector(column);
		return (row) => vector.getItem(row);
	}
	#data(column, size) {
		const vector = this.#bindings.data_chunk_get_vector(this.#chunk.chunk, column);
		return this.#bindings.vector_get_data(vector, size * this.rows);
	}
};
var RowsEndEarly = class extends Error {
	constructor() {
		super("the rows end early");
	}
};
async function* streamRows(database, select, from) {
	const { default: bindings } = await import("@duckdb/node-bindings");
	const nothing = select.map(() => "NULL");
	const stream = await database.stream(`SELECT ${[...select, "false"].join(", ")} FROM ${from} UNION ALL SELECT ${[...nothing, "true"].join(", ")}`);
	for (;;) {
		const chunk = await stream.fetchChunk();
		if (chunk === null || chunk.rowCount === 0) throw new RowsEndEarly();
		const last = chunk.rowCount - 1;
		const isEnd = chunk.getColumnVector(select.length).getItem(last) === true;
		const rows = isEnd ? last : chunk.rowCount;
		if (rows > 0) yield new RowChunk(chunk, rows, bindings);
		if (isEnd) return;
	}
}
// src/adapters/duckdb/csv-dialect.ts
const DELIMITERS = [
	",",
	";",
	"	",
	"|"
];
const HEADER_BYTES = 1 << 20;
function headOf(place) {
	const file = openSync(place, "r");
	try {
		const head = Buffer.allocUnsafe(HEADER_BYTES);
		return head.toString("utf8", 0, readSync(file, head)).replace(/^\ufeff/, "");
	} finally {
		closeSync(file);
	}
}
function dialectOf(head) {
	const record = firstRecord(head);
	const { delimiter, names } = DELIMITERS.map((mark) => ({
		delimiter: mark,
		names: fieldsOf(record, mark)
	})).reduce((most, some) => some.names.length > most.names.length ? some : most);
	return {
		delimiter,
		names: names.map((name, index) => name || `column${index}`)
	};
}
function firstRecord(head) {
	const text = head.replace(/^[\r\n]+/, "");
	let quoted = false;
	for (let at = 0; at < text.length; at += 1) if (text[at] === "\"") quoted = !quoted;
	else if (!quoted && (text[at] === "\n" || text[at] === "\r")) return text.slice(0, at);
	return text;
}
function fieldsOf(record, delimiter) {
	const fields = [];
	let from = 0;
	let quoted = false;
	for (let at = 0; at <= record.length; at += 1) {
		if (record[at] === "\"") quoted = !quoted;
		if (at < record.length && (quoted || record[at] !== delimiter)) continue;
		fields.push(unquoted(record.slice(from, at)));
		from = at + 1;
	}
	return fields;
}
function unquoted(field) {
	return /^".*"$/s.test(field) ? field.slice(1, -1).replaceAll("\"\"", "\"") : field;
}
// src/adapters/duckdb/source.ts
const NULLS = ["", "NA"];
const NUMBER_BUT_NAME = "^\\s*[+-]?0[0-9]|_";
async function sourceOf(database, place, path) {
	if (!existsSync(place)) throw badData(path, "is not there", "check the path");
	if (statSync(place).isDirectory()) throw badData(path, "is a folder", "name a CSV, Parquet or JSON lines file");
	if (statSync(place).size === 0) throw badData(path, "is empty", "check the step that wrote it");
	if (isParquet(place)) return {
		place,
		...await parquetSource(database, [place], path)
	};
	if (isJsonLines(place)) return {
		place,
		lines: {
			keepsEmpty: false,
			header: 0
		},
		...await jsonSource(database, [place], path)
	};
	const dialect = dialectOf(headOf(place));
	return {
		place,
		lines: {
			delimiter: dialect.delimiter,
			keepsEmpty: dialect.names.length === 1,
			header: 1
		},
		...await csvSource(database, [place], path, dialect)
	};
}
function isParquet(place) {
	return /\.parquet$/i.test(place);
}
function isJsonLines(place) {
	return /\.(?:jsonl|ndjson)$/i.test(place);
}
function parquetSource(database, places, path) {
	return selfDescribing(database, path, `read_parquet(${listed(places)}${unitedBy(places)})`);
}
function jsonSource(database, places, path) {
	return selfDescribing(database, path, `read_json(${listed(places)}, format = 'newline_delimited'${unitedBy(places)})`);
}
function listed(places) {
	return `[${places.map(literal).join(", ")}]`;
}
function unitedBy(places) {
	return places.length === 1 && !/[*?]/.test(places[0]) ? "" : ", union_by_name = true";
}
function identifier(name) {
	return `"${name.replaceAll("\"", "\"\"")}"`;
}
function textBeside(name) {
	return `${name}\u0001text`;
}
function presentIn(name) {
	return `${name}\u0001present`;
}
function askedBothWays(columns) {
	const numbers = new Set(columns.filter(({ kind }) => kind === "number").map(({ name }) => name));
	return new Set(columns.filter(({ name, kind }) => kind === "text" && numbers.has(name)).map(({ name }) => name));
}
function wordsOf(name) {
	return `coalesce(list(DISTINCT ${identifier(name)}) FILTER (${identifier(name)} IS NOT NULL), [])`;
}
async function countRows(database, source) {
	const rows = await database.runAndReadAll(`SELECT count(*) FROM ${source.asText([])}`);
	return Number(rows.getRows()[0]?.[0] ?? 0);
}
function literal(text) {
	return `'${text.replaceAll("'", "''")}'`;
}
function isNumeric(type) {
	return /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|REAL|DECIMAL.*|BOOLEAN)$/.test(type);
}
async function selfDescribing(database, path, from) {
	const rows = await attempt$1(path, () => database.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`));
	const types = new Map(rows.getRowsJS().map(([name, type]) => [String(name), String(type)]));
	const columns = [...types].map(([name, type]) => ({
		name,
		kind: isNumeric(type) ? "number" : "text"
	}));
	const cast = (facts) => {
		const both = askedBothWays(facts);
		return facts.map(({ name, kind }) => kind === "number" ? `CAST(${identifier(name)} AS DOUBLE) AS ${identifier(name)}` : `CAST(${identifier(name)} AS VARCHAR) AS ${identifier(both.has(name) ? textBeside(name) : name)}`);
	};
	const numeric = new Set(columns.filter(({ kind }) => kind === "number").map(({ name }) => name));
	const numberIn = (name) => numeric.has(name) ? `CAST(${identifier(name)} AS DOUBLE)` : `try_cast(CAST(${identifier(name)} AS VARCHAR) AS DOUBLE)`;
	const subquery = (list) => `(SELECT ${list.length === 0 ? "1" : list.join(", ")} FROM ${from})`;
	return {
		columns,
		asText: (names) => subquery(cast(names.map((name) => ({
			name,
			kind: "text"
		})))),
		asTyped: (facts) => subquery(cast(facts)),
		asNumbers: (names) => subquery(names.flatMap((name) => [`${numberIn(name)} AS ${identifier(name)}`, `${identifier(name)} IS NOT NULL AS ${identifier(presentIn(name))}`])),
		asKinds: (facts, more = {}) => subquery([...facts.map((fact) => kindOf(fact, numberIn)), ...named(more)]),
		timeOf: (name) => /^(?:DATE|TIMESTAMP.*)$/.test(types.get(name) ?? "") ? `CAST(${identifier(name)} AS TIMESTAMPTZ)` : `try_cast(CAST(${identifier(name)} AS VARCHAR) AS TIMESTAMPTZ)`,
		numberOf: (name) => `coalesce(try_cast(${identifier(name)} AS DOUBLE), try_cast(try_cast(${identifier(name)} AS BOOLEAN) AS DOUBLE))`
	};
}
function kindOf({ name, kind }, numberIn) {
	const column = identifier(name);
	return kind === "number" ? `CASE WHEN ${column} IS NOT NULL THEN coalesce(${numberIn(name)}, 'nan'::DOUBLE) END AS ${column}` : `CAST(${column} AS VARCHAR) AS ${column}`;
}
function named(expressions) {
	return Object.entries(expressions).map(([name, expression]) => `${expression} AS ${identifier(name)}`);
}
async function csvSource(database, places, path, { delimiter, names }) {
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== void 0) throw badData(path, `has two columns called \`${twice}\``, "rename one of them");
	const read = (type) => {
		return `${readCsv(places, delimiter, names.map((name) => `${literal(name)}: '${type(name)}'`))}, header = true, nullstr = [${NULLS.map(literal).join(", ")}])`;
	};
	const { numeric, truths, words } = await headOfColumns(database, path, names, read(() => "VARCHAR"));
	const numberOf = (name) => `try_cast(${truths.has(name) ? `try_cast(${identifier(name)} AS BOOLEAN)` : identifier(name)} AS DOUBLE)`;
	return {
		words,
		columns: names.map((name) => ({
			name,
			kind: numeric.has(name) || truths.has(name) ? "number" : "text"
		})),
		asText: () => read(() => "VARCHAR"),
		asTyped: (facts) => {
			const numbers = new Set(facts.filter(({ kind }) => kind === "number").map(({ name }) => name));
			const both = askedBothWays(facts);
			const isText = (name) => !numbers.has(name) || both.has(name);
			const from = read((name) => isText(name) ? "VARCHAR" : truths.has(name) ? "BOOLEAN" : "DOUBLE");
			const casts = [...numbers].filter((name) => both.has(name) || truths.has(name)).map((name) => {
				const column = identifier(name);
				return `CAST(${truths.has(name) ? `CAST(${column} AS BOOLEAN)` : column} AS DOUBLE) AS ${column}`;
			});
			if (casts.length === 0) return from;
			const texts = [...both].map((name) => `, ${identifier(name)} AS ${identifier(textBeside(name))}`);
			return `(SELECT * REPLACE (${casts.join(", ")})${texts.join("")} FROM ${from})`;
		},
		asNumbers: (names) => {
			const list = names.flatMap((name) => [`${numberOf(name)} AS ${identifier(name)}`, `${identifier(name)} IS NOT NULL AS ${identifier(presentIn(name))}`]);
			return `(SELECT ${list.length === 0 ? "1" : list.join(", ")} FROM ${read(() => "VARCHAR")})`;
		},
		asKinds: (facts, more = {}) => {
			const list = [...facts.map((fact) => kindOf(fact, numberOf)), ...named(more)];
			return `(SELECT ${list.length === 0 ? "1" : list.join(", ")} FROM ${read(() => "VARCHAR")})`;
		},
		timeOf: (name) => `try_cast(${identifier(name)} AS TIMESTAMPTZ)`,
		numberOf
	};
}
function readCsv(places, delimiter, columns) {
	return `read_csv(${listed(places)}, auto_detect = false, delim = ${literal(delimiter)}, quote = '"', escape = '"', columns = {${columns.join(", ")}}`;
}
async function headOfColumns(database, path, names, from) {
	const words = names.map((name, index) => `${wordsOf(name)} AS w${index}`);
	const each = (what) => `[${names.map((_, index) => what(`w${index}`)).join(", ")}]`;
	const all = (condition) => (list) => `len(${list}) > 0 AND list_bool_and(list_transform(${list}, word -> ${condition}))`;
	const [numbers = [], truths = [], lists = []] = (await readRows(database, path, `SELECT ${each(all(`try_cast(word AS DOUBLE) IS NOT NULL AND NOT regexp_matches(word, '${NUMBER_BUT_NAME}')`))}, ${each(all(`lower(word) IN ('true', 'false')`))}, ${each((list) => `CASE WHEN len(${list}) <= 500 THEN ${list} ELSE [] END`)} FROM (SELECT ${words.join(", ")} FROM (SELECT * FROM ${from} LIMIT 2048))`)).getRowsJS()[0] ?? [];
	return {
		numeric: new Set(names.filter((_, index) => numbers[index])),
		truths: new Set(names.filter((_, index) => truths[index])),
		words: new Map(names.map((name, index) => [name, lists[index] ?? []]))
	};
}
async function readRows(database, path, query) {
	try {
		return await database.runAndReadAll(query);
	} catch (error) {
		throw unreadableRows(path, error);
	}
}
function unreadableRows(path, error) {
	const said = error instanceof Error ? error.message : String(error);
	const line = /Line: (\d+)/.exec(said)?.[1];
	const why = /Expected Number of Columns:.*/.exec(said)?.[0] ?? said.split("\n")[0] ?? said;
	return badData(path, `cannot be read${line === void 0 ? "" : ` at line ${line}`}: ${why}`, "check that every row has as many fields as the header", error);
}
async function attempt$1(path, run) {
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
// src/adapters/duckdb/column-samples.ts
const GROWTH = 65536;
async function readNumbers(database, source, columns) {
	if (columns.length === 0) return [];
	const numbers = columns.map((name) => `coalesce(${identifier(name)}, 'nan'::DOUBLE)`);
	const from = source.asKinds(columns.map((name) => ({
		name,
		kind: "number"
	})));
	let values = columns.map(() => new Float64Array(GROWTH));
	let rows = 0;
	for await (const chunk of streamRows(database, numbers, from)) {
		if (rows + chunk.rows > (values[0]?.length ?? 0)) values = values.map(enlarged);
		for (const [column, into] of values.entries()) into.set(chunk.float64s(column), rows);
		rows += chunk.rows;
	}
	return values.map((column) => column.subarray(0, rows));
}
function enlarged(values) {
	const larger = new Float64Array(values.length * 2);
	larger.set(values);
	return larger;
}
// src/adapters/duckdb/column-profiles.ts
const FEW = 64;
const MOST_VALUES = 1 << 25;
async function readQuantiles(database, source, columns, shares, rows) {
	const together = Math.floor(MOST_VALUES / Math.max(1, rows));
	if (together === 0) return queryQuantiles(database, source, columns, shares);
	const found = [];
	for (let from = 0; from < columns.length; from += together) {
		const read = await readNumbers(database, source, columns.slice(from, from + together));
		for (const values of read) found.push(quantilesOf(values.filter(Number.isFinite).sort(), shares));
	}
	return found;
}
function quantilesOf(sorted, shares) {
	const few = [];
	for (const value of sorted) {
		if (few.length > FEW) break;
		if (few.at(-1) !== value) few.push(value);
	}
	if (few.length <= FEW) return { few };
	const { length } = sorted;
	const rank = (share) => Math.max(1, length - Math.floor(length - share * length)) - 1;
	return { at: Array.from({ length: shares + 1 }, (_, index) => sorted[rank(index / shares)]) };
}
async function queryQuantiles(database, source, columns, shares) {
	const at = Array.from({ length: shares + 1 }, (_, index) => index / shares);
	const select = async (names, what) => {
		return one(database, names.map((name) => `${what(identifier(name))} FILTER (WHERE isfinite(${identifier(name)}))`), source.asNumbers(names));
	};
	const estimates = await select(columns, (value) => `approx_count_distinct(${value})`);
	const isFew = columns.map((_, index) => Number(estimates[index]) <= FEW * 1.5);
	const few = await select(columns.filter((_, index) => isFew[index]), (value) => `list(DISTINCT ${value})`);
	const lists = columns.map((_, index) => isFew[index] ? valuesOf(few.shift()) : void 0);
	const isMany = (index) => (lists[index]?.length ?? 65) > FEW;
	const quantiles = await select(columns.filter((_, index) => isMany(index)), (value) => `quantile_disc(${value}, [${at.join(", ")}])`);
	return columns.map((_, index) => isMany(index) ? { at: valuesOf(quantiles.shift()) } : { few: (lists[index] ?? []).toSorted((a, b) => a - b) });
}
async function countCells(database, source, columns) {
	const names = columns.map(({ name }) => name);
	const [rows = 0, ...found] = await one(database, ["count(*)", ...columns.flatMap(({ name, ends }) => {
		const value = identifier(name);
		return [
			`count_if(${identifier(presentIn(name))})`,
			`count(${value})`,
			`min(${value})`,
			`max(${value})`,
			histogram(value, ends)
		];
	})], source.asNumbers(names));
	const counted = columns.map(({ ends }, index) => {
		const [present, numbers, least, most, cells] = found.slice(index * 5, index * 5 + 5);
		return {
			nulls: Number(rows) - Number(present),
			nan: Number(present) - Number(numbers),
			infinite: 0,
			...rangeOf(least, most),
			counts: countsOf(cells, ends),
			isOdd: [least, most].some((value) => value !== null && !Number.isFinite(value))
		};
	});
	const odd = columns.filter((_, index) => counted[index]?.isOdd);
	const again = odd.length === 0 ? [] : await countFinite(database, source, odd);
	return counted.map(({ isOdd, nan, ...column }) => {
		const finite = isOdd ? again.shift() : void 0;
		return finite === void 0 ? {
			...column,
			nan
		} : {
			...column,
			...finite,
			nan: nan + finite.nan
		};
	});
}
async function countFinite(database, source, columns) {
	const found = await one(database, columns.flatMap(({ name, ends }) => {
		const value = identifier(name);
		const finite = `FILTER (WHERE isfinite(${value}))`;
		return [
			`count_if(isnan(${value}))`,
			`count_if(isinf(${value}))`,
			`min(${value}) ${finite}`,
			`max(${value}) ${finite}`,
			`${histogram(value, ends)} ${finite}`
		];
	}), source.asNumbers(columns.map(({ name }) => name)));
	return columns.map(({ ends }, index) => {
		const [nan, infinite, least, most, cells] = found.slice(index * 5, index * 5 + 5);
		return {
			nan: Number(nan),
			infinite: Number(infinite),
			...rangeOf(least, most),
			counts: countsOf(cells, ends)
		};
	});
}
async function one(database, list, from) {
	if (list.length === 0) return [];
	return [...(await database.runAndReadAll(`SELECT ${list.join(", ")} FROM ${from}`)).getRows()[0] ?? []];
}
function histogram(value, ends) {
	return `histogram(${value}, [${Array.from(ends, exactly).join(", ")}]::DOUBLE[])`;
}
function exactly(value) {
	return Number.isFinite(value) ? value.toExponential() : `'${value}'`;
}
function countsOf(cells, ends) {
	const counts = new Array(ends.length + 1).fill(0);
	const entries = cells === null ? [] : cells.entries;
	for (const [cell, { key, value }] of entries.entries()) {
		if (cell < ends.length && key !== ends[cell]) throw new Error(`DuckDB counted up to ${key}, and not to ${ends[cell]}`);
		counts[cell] = Number(value);
	}
	return counts;
}
function rangeOf(least, most) {
	const known = (value) => typeof value === "number" && Number.isFinite(value) ? value + 0 : void 0;
	return {
		least: known(least),
		most: known(most)
	};
}
function valuesOf(list) {
	return list === null || list === void 0 ? [] : list.items.map(Number);
}
// src/adapters/duckdb/column-words.ts
const TOGETHER = 32;
async function countWords(database, source, columns, most) {
	if (columns.length === 0) return [];
	const list = columns.map((name) => `approx_count_distinct(${identifier(name)})`);
	const asTheyStand = Object.fromEntries(columns.map((name) => [name, identifier(name)]));
	const [estimates = []] = await rowsOf$1(database, `SELECT ${list.join(", ")} FROM ${source.asKinds([], asTheyStand)}`);
	const few = columns.filter((_, index) => Number(estimates[index]) <= 2 * most);
	const counts = new Map(few.map((name) => [name, new Map()]));
	for (const some of inParts(few, (name) => name)) for (const [which, word, rows] of await rowsOf$1(database, grouped(source, some))) if (word !== null) counts.get(some[Number(which)])?.set(String(word), Number(rows));
	return columns.map((name) => {
		const words = counts.get(name);
		return words === void 0 || words.size > most ? void 0 : words;
	});
}
async function countNamed(database, source, columns, limits) {
	const found = [];
	for (const some of inParts(columns, ({ name }) => name)) found.push(...await countSome(database, source, some, limits));
	return found;
}
async function countSome(database, source, columns, { length, others }) {
	const names = columns.map(({ name }) => name);
	const named = columns.flatMap(({ words }, at) => words.map((word) => `(${at}, ${literal(word)})`));
	const isNamed = named.length === 0 ? "false" : `(which, word) IN (VALUES ${named.join(", ")})`;
	const rows = await rowsOf$1(database, `WITH counted AS MATERIALIZED (
       SELECT which, left(word, ${length}) AS word, sum(rows) AS rows FROM (${grouped(source, names)}) GROUP BY ALL
     ), known AS MATERIALIZED (
       SELECT *, word IS NULL OR ${isNamed} AS known FROM counted
     )
     SELECT which, word, rows, NULL FROM known WHERE known
     UNION ALL
     SELECT which, word, rows, whole FROM (
       SELECT *, row_number() OVER (PARTITION BY which ORDER BY word) AS place, sum(rows) OVER (PARTITION BY which) AS whole
       FROM known WHERE NOT known
     ) WHERE place <= ${others}`);
	const counted = columns.map(({ words }) => ({
		nulls: 0,
		named: new Map(words.map((word) => [word, 0])),
		others: {
			rows: 0,
			first: new Map()
		}
	}));
	for (const [which, word, count, whole] of rows) {
		const column = counted[Number(which)];
		if (column === void 0) continue;
		if (word === null) column.nulls = Number(count);
		else if (whole === null) column.named.set(String(word), Number(count));
		else {
			column.others.rows = Number(whole);
			column.others.first.set(String(word), Number(count));
		}
	}
	return counted;
}
function grouped(source, names) {
	const columns = names.map(identifier);
	const sets = columns.map((column) => `(${column})`).join(", ");
	const all = 2n ** BigInt(names.length) - 1n;
	const bit = (at) => all - 2n ** BigInt(names.length - 1 - at);
	const places = names.map((_, at) => `WHEN ${bit(at)} THEN ${at}`).join(" ");
	const words = columns.map((column, at) => `WHEN ${bit(at)} THEN ${column}`).join(" ");
	const grouping = `grouping(${columns.join(", ")})`;
	return `SELECT CASE ${grouping} ${places} END AS which, CASE ${grouping} ${words} END AS word, count(*) AS rows FROM ${source.asText(names)} GROUP BY GROUPING SETS (${sets})`;
}
function inParts(columns, nameOf) {
	const parts = [];
	let names = new Set();
	for (const column of columns) {
		const name = nameOf(column);
		if (parts.length === 0 || names.size === TOGETHER || names.has(name)) {
			parts.push([]);
			names = new Set();
		}
		parts.at(-1)?.push(column);
		names.add(name);
	}
	return parts;
}
async function rowsOf$1(database, query) {
	return (await database.runAndReadAll(query)).getRows();
}
// src/adapters/duckdb/columns.ts
const UNKNOWN = -1;
function selectList(columns, categories) {
	const both = askedBothWays(columns);
	return columns.flatMap(({ name, kind }) => {
		if (kind === "number") return [`coalesce(${identifier(name)}, 'nan'::DOUBLE)`];
		const column = identifier(both.has(name) ? textBeside(name) : name);
		const words = categories.get(name);
		if (words === void 0) return [`coalesce(${column}, '')`];
		const code = `enum_code(try_cast(coalesce(${column}, '') AS ENUM (${withEmpty(words).map(literal).join(", ")})))`;
		return [`coalesce(${code}::INTEGER, ${UNKNOWN})`, `CASE WHEN ${code} IS NULL THEN ${column} END`];
	});
}
function withEmpty(words) {
	return words.includes("") ? words : ["", ...words];
}
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
			values.set(chunk.float64s(column).subarray(from, from + count), at);
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
			const text = chunk.texts(column);
			for (let row = 0; row < count; row += 1) codes[at + row] = dictionary.code(text(from + row));
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
			const given = chunk.int32s(column).subarray(from, from + count);
			codes.set(given, at);
			if (!given.includes(UNKNOWN)) return;
			const text = chunk.texts(column + 1);
			for (let row = 0; row < count; row += 1) if (given[row] === UNKNOWN) codes[at + row] = dictionary.code(text(from + row));
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
// src/adapters/duckdb/sealed-session.ts
const MEMORY = "1GB";
async function inSealedSession({ files, folders, root, spill, asksStorage = false }, run) {
	const instance = await openInstance(spill);
	const database = await instance.connect();
	try {
		if (asksStorage) await openStorage(database);
		const list = (values) => `[${values.map(literal).join(", ")}]`;
		await database.run(`SET allowed_paths = ${list(files)}`);
		await database.run(`SET allowed_directories = ${list(folders)}`);
		if (root !== void 0) await database.run(`SET file_search_path = ${literal(root)}`);
		await database.run("SET TimeZone = 'UTC'");
		await database.run("SET enable_external_access = false");
		await database.run("SET lock_configuration = true");
		return await run(database);
	} finally {
		database.closeSync();
		instance.closeSync();
	}
}
async function openInstance(spill) {
	const { DuckDBInstance } = await import("./lib.mjs").then((m) => __toESM(m.default, 1));
	return DuckDBInstance.create(":memory:", {
		autoinstall_known_extensions: "false",
		autoload_known_extensions: "false",
		preserve_insertion_order: "false",
		memory_limit: MEMORY,
		temp_directory: spill
	});
}
const CREDENTIALS = {
	KEY_ID: "AWS_ACCESS_KEY_ID",
	SECRET: "AWS_SECRET_ACCESS_KEY",
	SESSION_TOKEN: "AWS_SESSION_TOKEN",
	REGION: "AWS_REGION"
};
async function openStorage(database) {
	try {
		await database.run("LOAD httpfs");
	} catch (error) {
		throw new ModelyardError({
			code: "missing-engine",
			message: "DuckDB reads s3:// by its extension httpfs, which is not installed here",
			next: "install it once, for the same release of DuckDB: duckdb -c 'INSTALL httpfs'; or fetch the files in a step before, and name them",
			cause: error
		});
	}
	const given = Object.entries(CREDENTIALS).flatMap(([name, variable]) => {
		const value = process.env[variable];
		return value === void 0 || value === "" ? [] : [`, ${name} ${literal(value)}`];
	});
	await database.run(`CREATE SECRET (TYPE s3${given.join("")})`);
}
// src/adapters/duckdb/source-files.ts
async function findFiles(files, lookup) {
	const [, scheme] = /^([a-z][a-z0-9+.-]+):\/\//i.exec(files) ?? [];
	switch (scheme?.toLowerCase()) {
		case void 0: return {
			at: "disk",
			paths: await onDisk(files, lookup)
		};
		case "https": return {
			at: "disk",
			paths: [await fetched(files, lookup)]
		};
		case "s3": return {
			at: "storage",
			uri: files,
			below: files.slice(0, files.replace(/[*?].*$/, "").lastIndexOf("/") + 1)
		};
		default: throw badData(files, `begins with ${scheme}://, which nothing here reads`, "name a file, https:// or s3://");
	}
}
async function onDisk(files, { folder, within }) {
	const start = resolve(folder, files);
	const found = existsSync(start) ? [start] : await matching(start);
	if (found.length === 0) {
		const isPattern = /[*?]/.test(files);
		throw badData(files, isPattern ? "stands for no file" : "is not there", isPattern ? "check the pattern: * stands for any characters but /, ** for any folders" : "check the path");
	}
	if (within !== void 0) for (const path of found) await refuseOutside(path, within);
	return found.sort();
}
async function matching(pattern) {
	const found = [];
	if (/[*?]/.test(pattern)) for await (const path of glob(pattern)) found.push(path);
	return found;
}
async function refuseOutside(path, root) {
	const inside = relative(await realpath(root), await realpath(path));
	if (inside !== ".." && !inside.startsWith(`..${sep}`) && resolve(inside) !== inside) return;
	throw new ModelyardError({
		code: "path-escape",
		message: `${relative(root, path)} leads out of the repository`,
		next: "name files that lie in it, or give the path when the command is run",
		place: { path: relative(root, path) }
	});
}
async function fetched(url, { copies, fetch }) {
	const known = URL.canParse(url) ? extname(new URL(url).pathname).toLowerCase() : "";
	const path = `${copies}/fetched${/^\.[a-z]{1,10}$/.test(known) ? known : ".csv"}`;
	await pipeline(await fetch(url), createWriteStream(path));
	return path;
}
// src/adapters/duckdb/gather-rows.ts
const [AT, ZONE] = ["at", "zone"];
const NAMES_ZONE = ":\\d\\d(\\.\\d+)?\\s*(z|utc|gmt|[+-]\\d\\d(:?\\d\\d)?|[a-z]+/[a-z_/]+)$";
async function gatherRows(source, to, surroundings) {
	const folder = dirname(to);
	await mkdir(folder, { recursive: true });
	const { from, times } = source;
	const spill = `${to}.spill`;
	if ("sql" in from) return inSealedSession({
		files: [to],
		folders: [`${surroundings.root}/`],
		root: surroundings.root,
		spill
	}, async (database) => {
		return written(database, [await queryRows(database, from.sql)], {
			times,
			to,
			called: "the query"
		});
	});
	const { root, fetch } = surroundings;
	const places = await findFiles(from.files, {
		folder: source.isKept ? root : surroundings.folder,
		within: source.isKept ? root : void 0,
		copies: folder,
		fetch
	});
	return inSealedSession(places.at === "disk" ? {
		files: [...places.paths, to],
		folders: [],
		spill
	} : {
		files: [to],
		folders: [places.below],
		spill,
		asksStorage: true
	}, async (database) => written(database, await fileRows(database, places, from.files), {
		times,
		to,
		called: from.files
	}));
}
async function queryRows(database, sql) {
	const text = sql.trim().replace(/;\s*$/, "");
	const { StatementType } = await import("./lib.mjs").then((m) => __toESM(m.default, 1));
	if (!(text !== "" && await attempt("the query", async () => {
		const statements = await database.extractStatements(text);
		if (statements.count !== 1) return false;
		const statement = await statements.prepare(0);
		try {
			return statement.statementType === StatementType.SELECT;
		} finally {
			statement.destroySync();
		}
	}))) throw badQuery("is no single query", "write one SELECT, without others before or behind it");
	return selfDescribing(database, "the query", `(\n${text}\n)`);
}
async function fileRows(database, places, files) {
	if (places.at === "storage") {
		if (isParquet(places.uri)) return [await parquetSource(database, [places.uri], files)];
		if (isJsonLines(places.uri)) return [await jsonSource(database, [places.uri], files)];
		throw badData(files, "is neither Parquet nor JSON lines", "a CSV is read from a disk, or from https://");
	}
	const { paths } = places;
	const parquet = paths.filter(isParquet);
	const json = paths.filter(isJsonLines);
	const groups = [];
	if (parquet.length > 0) groups.push(await parquetSource(database, parquet, files));
	if (json.length > 0) groups.push(await jsonSource(database, json, files));
	const alike = Map.groupBy(paths.filter((path) => !isParquet(path) && !isJsonLines(path)), (path) => JSON.stringify(dialectOf(headOf(path))));
	for (const [dialect, group] of alike) groups.push(await csvSource(database, group, files, JSON.parse(dialect)));
	return groups;
}
async function written(database, groups, { times, to, called }) {
	const columns = unitedColumns(groups);
	if (times !== void 0) requireTimes(columns, times.column, called);
	const from = `(${groups.map((group) => `SELECT * FROM ${rowsOf(group, columns, times?.column)}`).join(" UNION ALL BY NAME ")})`;
	return attempt(called, async () => {
		const found = times && await timesIn(database, groups, times.column);
		const list = columns.map(({ name }) => identifier(name)).join(", ");
		const where = times === void 0 ? "" : ` WHERE ${isWithin(times.windows)}`;
		await database.run(`COPY (SELECT ${list} FROM ${from}${where}) TO ${literal(to)} (FORMAT parquet)`);
		return {
			...await digestOf(database, columns, to),
			...found && { times: found }
		};
	});
}
function unitedColumns(groups) {
	const kinds = new Map();
	for (const { columns } of groups) for (const { name, kind } of columns) if (kinds.get(name) !== "number") kinds.set(name, kind);
	return [...kinds].map(([name, kind]) => ({
		name,
		kind
	}));
}
function requireTimes(columns, column, called) {
	const found = columns.find(({ name }) => name === column);
	if (found?.kind === "text") return;
	throw badData(called, found === void 0 ? `has no column \`${column}\`, which is to say when a row is of` : `has numbers in \`${column}\`, and no times`, found === void 0 ? `it has ${columns.slice(0, 30).map(({ name }) => name).join(", ")}` : "write times such as 2026-03-08T06:00:00Z, or make them in a query: to_timestamp(seconds)");
}
function rowsOf(group, columns, time) {
	const own = new Set(group.columns.map(({ name }) => name));
	const more = time !== void 0 && own.has(time) ? { [AT]: group.timeOf(time) } : {};
	return group.asKinds(columns.filter(({ name }) => own.has(name)), more);
}
function isWithin(windows) {
	const moment = (ms) => `TIMESTAMPTZ ${literal(new Date(ms).toISOString())}`;
	const at = identifier(AT);
	return windows.map(({ from, to }) => `(${at} >= ${moment(from)} AND ${at} < ${moment(to)})`).join(" OR ");
}
async function timesIn(database, groups, column) {
	const text = `CAST(${identifier(column)} AS VARCHAR)`;
	const all = groups.map((group) => {
		const more = group.columns.some(({ name }) => name === column) ? {
			[AT]: group.timeOf(column),
			[ZONE]: `regexp_matches(${text}, ${literal(NAMES_ZONE)}, 'i')`
		} : {
			[AT]: "NULL::TIMESTAMPTZ",
			[ZONE]: "false"
		};
		return `SELECT * FROM ${group.asKinds([], more)}`;
	});
	const [at, zone] = [AT, ZONE].map(identifier);
	const [rows, unreadable, withoutZone, withZone, first, last] = ((await database.runAndReadAll(`SELECT count(*), count(*) - count(${at}), count_if(${at} IS NOT NULL AND NOT ${zone}), count_if(${at} IS NOT NULL AND ${zone}), epoch_ms(min(${at})), epoch_ms(max(${at})) FROM (${all.join(" UNION ALL BY NAME ")})`)).getRows()[0] ?? []).map((value) => value === null ? void 0 : Number(value));
	return {
		rows: rows ?? 0,
		unreadable: unreadable ?? 0,
		withoutZone: withoutZone ?? 0,
		withZone: withZone ?? 0,
		first,
		last
	};
}
async function digestOf(database, columns, path) {
	const cells = columns.map(({ name }) => identifier(name)).join(", ");
	const sum = (salt) => `sum(hash(${cells}, ${salt})::HUGEINT)::VARCHAR`;
	const found = await database.runAndReadAll(`SELECT count(*), ${sum(0)}, ${sum(1)} FROM read_parquet(${literal(path)})`);
	const text = JSON.stringify([columns.map(({ name }) => name), ...(found.getRows()[0] ?? []).map(String)]);
	return {
		rows: Number(found.getRows()[0]?.[0]),
		sha256: createHash("sha256").update(text).digest("hex")
	};
}
async function countWithin(database, source, column, windows) {
	if (windows.length === 0) return 0;
	const found = await database.runAndReadAll(`SELECT count(*) FROM ${source.asKinds([], { [AT]: source.timeOf(column) })} WHERE ${isWithin(windows)}`);
	return Number(found.getRows()[0]?.[0] ?? 0);
}
async function countRepeats(database, source) {
	const names = source.columns.map(({ name }) => identifier(name));
	if (names.length === 0) return 0;
	const found = await database.runAndReadAll(`SELECT coalesce(sum(rows - 1), 0)::BIGINT FROM (SELECT count(*) AS rows FROM (SELECT hash(${names.join(", ")}) AS digest FROM ${source.asKinds(source.columns)}) GROUP BY digest)`);
	return Number(found.getRows()[0]?.[0] ?? 0);
}
async function attempt(called, run) {
	try {
		return await run();
	} catch (error) {
		if (error instanceof ModelyardError) throw error;
		const said = String(error instanceof Error ? error.message : error).split("\n")[0];
		throw badData(called, `cannot be read: ${said}`, "check it, and that its files are whole", error);
	}
}
function badQuery(what, next) {
	return new ModelyardError({
		code: "bad-input",
		message: `the query ${what}`,
		next
	});
}
// src/adapters/duckdb/read-errors.ts
async function explainReadError(error, reading) {
	if (error instanceof ModelyardError) return error;
	for (const { name, kind } of reading.columns) {
		if (kind !== "number") continue;
		const found = await firstText(name, reading).catch(() => void 0);
		if (found !== void 0) return badData(reading.path, `holds text in column \`${name}\` at row ${found.row}, where a number is due: ${JSON.stringify(found.text.slice(0, 40))}`, "correct the row; a missing number is written as nothing or NA", error);
	}
	return unreadableRows(reading.path, error instanceof RowsEndEarly ? await causeOf(error, reading) : error);
}
async function causeOf(error, { database, source }) {
	return countRows(database, source).then(() => error, (cause) => cause);
}
async function firstText(name, { database, source }) {
	const column = identifier(name);
	const [found] = (await database.runAndReadAll(`SELECT row, ${column} FROM (SELECT row_number() OVER () AS row, * FROM ${source.asText([name])}) WHERE ${column} IS NOT NULL AND ${source.numberOf(name)} IS NULL LIMIT 1`)).getRowsJS();
	return found === void 0 ? void 0 : {
		row: Number(found[0]),
		text: String(found[1])
	};
}
// src/adapters/duckdb/row-digests.ts
async function* rowDigests(database, source, columns) {
	if (columns.length === 0) return;
	const digest = `(hash(${columns.map(({ name, kind }) => kind === "number" ? `coalesce(${identifier(name)}, 'nan'::DOUBLE)` : `coalesce(${identifier(name)}, '')`).join(", ")}) >> 11)::DOUBLE`;
	for await (const chunk of streamRows(database, [digest], source.asTyped(columns))) yield chunk.float64s(0).slice();
}
// src/adapters/duckdb/table-summary.ts
async function summarizeTable(database, source) {
	const names = source.columns.map(({ name }) => name);
	const counts = ["count(*)", ...names.map((name) => `count(${identifier(name)})`)];
	const [rows = 0, ...present] = ((await database.runAndReadAll(`SELECT ${counts.join(", ")} FROM ${source.asText(names)}`)).getRows()[0] ?? []).map(Number);
	return {
		rows,
		columns: source.columns.map((column, index) => ({
			...column,
			missing: rows - (present[index] ?? 0)
		}))
	};
}
async function compareRows(database, first, second) {
	const others = new Map(second.columns.map(({ name, kind }) => [name, kind]));
	const shared = first.columns.filter(({ name }) => others.has(name));
	if (shared.length === 0) {
		const [before, after] = [await summarizeTable(database, first), await summarizeTable(database, second)];
		return {
			added: after.rows,
			removed: before.rows
		};
	}
	const digests = (source, ours) => {
		const values = shared.map(({ name, kind }) => {
			const text = identifier(name);
			return kind === "number" && others.get(name) === "number" ? `coalesce(CAST(${source.numberOf(name)} AS VARCHAR), ${text})` : text;
		});
		const from = source.asText(shared.map(({ name }) => name));
		return `SELECT md5_number(to_json([${values.join(", ")}])::VARCHAR) AS digest, ${ours} AS side FROM ${from}`;
	};
	const [added = 0, removed = 0] = ((await database.runAndReadAll(`SELECT coalesce(sum(greatest(more, 0)), 0), coalesce(sum(greatest(-more, 0)), 0) FROM (
      SELECT sum(side) AS more FROM (${digests(first, -1)} UNION ALL ${digests(second, 1)}) GROUP BY digest)`)).getRows()[0] ?? []).map(Number);
	return {
		added,
		removed
	};
}
// src/adapters/duckdb/line-records.ts
const [LINE_FEED, RETURN, SPACE, QUOTE] = [
	10,
	13,
	32,
	34
];
var LineRecords = class {
	#separator;
	#keepsEmpty;
	#isQuoted = false;
	#atFieldStart = true;
	#behindReturn = false;
	#isEmpty = true;
	constructor({ delimiter, keepsEmpty }) {
		this.#separator = delimiter?.charCodeAt(0) ?? -1;
		this.#keepsEmpty = keepsEmpty;
	}
	scan(piece, ended) {
		for (let index = 0; index < piece.length; index += 1) {
			const byte = piece[index];
			if (this.#behindReturn) {
				const isPair = byte === LINE_FEED;
				this.#behindReturn = false;
				ended(isPair ? index + 1 : index, this.#endLine());
				if (isPair) continue;
			}
			if (this.#isQuoted) {
				if (byte === QUOTE) this.#isQuoted = false;
			} else if (byte === LINE_FEED) ended(index + 1, this.#endLine());
			else if (byte === RETURN) this.#behindReturn = true;
			else this.#take(byte);
		}
	}
	finish() {
		return this.#behindReturn ? this.#endLine() : !this.#isEmpty;
	}
	#take(byte) {
		this.#isEmpty = false;
		if (byte === QUOTE && this.#atFieldStart && this.#separator >= 0) this.#isQuoted = true;
		else if (byte !== SPACE || !this.#atFieldStart) this.#atFieldStart = byte === this.#separator;
	}
	#endLine() {
		const isRecord = !this.#isEmpty || this.#keepsEmpty;
		this.#isEmpty = true;
		this.#atFieldStart = true;
		return isRecord;
	}
};
async function* recordBytes(pieces, format, wanted) {
	const records = new LineRecords(format);
	let record = 0;
	for await (const piece of pieces) {
		const parts = [];
		let from = 0;
		const keep = (until) => {
			if (until > from && wanted(record)) parts.push(piece.subarray(from, until));
			from = until;
		};
		records.scan(piece, (next, isRecord) => {
			if (!isRecord) return;
			keep(next);
			record += 1;
		});
		keep(piece.length);
		yield* parts;
	}
	return records.finish() ? record + 1 : record;
}
// src/adapters/duckdb/write-chosen.ts
const PIECE_BYTES = 1 << 20;
async function writeChosen(source, known, rows, to) {
	refuseItself(source.place, known.path, to);
	try {
		await mkdir(dirname(to), { recursive: true });
		if (source.lines === void 0) await writeParquet(source.place, rows, to);
		else await writeFileAtomic(to, chosenLines(source, known, rows));
	} catch (error) {
		if (error instanceof ModelyardError) throw error;
		throw new ModelyardError({
			code: "cannot-write",
			message: `${to} could not be written (${String(error instanceof Error ? error.message : error).split("\n")[0]})`,
			next: "make room on the disk or name another place, then run the command again",
			cause: error
		});
	}
}
function refuseItself(place, path, to) {
	const [source, target] = [statSync(place), statSync(to, { throwIfNoEntry: false })];
	if (target === void 0 || source.dev !== target.dev || source.ino !== target.ino) return;
	throw new ModelyardError({
		code: "bad-input",
		message: `${path} is the file that rows are chosen from, and cannot be written at the same time`,
		next: "name another place"
	});
}
async function* chosenLines({ place, lines }, { path, total }, rows) {
	const { header = 0, ...format } = lines ?? { keepsEmpty: false };
	let next = 0;
	const wanted = (record) => {
		if (record < header) return true;
		while (next < rows.length && rows[next] < record - header) next += 1;
		return rows[next] === record - header;
	};
	const found = yield* recordBytes(createReadStream(place, { highWaterMark: PIECE_BYTES }), format, wanted);
	if (found - header === total) return;
	throw badData(path, `holds ${total} rows, and ${found - header} records between its line ends`, "write quotes, line ends and empty lines as RFC 4180 has them");
}
async function writeParquet(place, rows, to) {
	const { DuckDBInstance } = await import("./lib.mjs").then((m) => __toESM(m.default, 1));
	const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
	const database = await instance.connect();
	try {
		await database.run("CREATE TABLE chosen (row UBIGINT)");
		await appendNumbers(database, rows);
		await database.run(`COPY (SELECT * EXCLUDE (file_row_number) FROM read_parquet(${literal(place)}, file_row_number = true) WHERE file_row_number IN (SELECT row FROM chosen) ORDER BY file_row_number) TO ${literal(to)} (FORMAT parquet)`);
	} finally {
		database.closeSync();
		instance.closeSync();
	}
}
async function appendNumbers(database, rows) {
	const appender = await database.createAppender("chosen");
	for (const row of rows) {
		appender.appendUBigInt(BigInt(row));
		appender.endRow();
	}
	appender.closeSync();
}
// src/adapters/duckdb/write-rows.ts
async function writeWithout(database, source, column, to) {
	const kept = source.columns.map(({ name }) => name).filter((name) => name !== column);
	const list = kept.length === 0 ? `'' AS "row"` : kept.map(identifier).join(", ");
	const rows = await database.runAndReadAll(`COPY (SELECT ${list} FROM ${source.asText(kept)}) TO ${literal(to)} (FORMAT csv, HEADER true)`);
	return Number(rows.getRows()[0]?.[0] ?? 0);
}
// src/adapters/duckdb/tables.ts
function openTables(folder, root = folder, fetch = fetchNothing) {
	const named = (path) => {
		const inside = isAbsolute(path) ? relative(root, path) : path;
		return inside.startsWith("..") || isAbsolute(inside) ? path : inside.split(sep).join("/");
	};
	let opened;
	const open = () => {
		opened ??= openDatabase();
		return opened;
	};
	const connection = async () => (await open()).connect();
	const looked = new Map();
	const look = async (database, path) => {
		const place = resolve(folder, path);
		const facts = statSync(place, { throwIfNoEntry: false });
		const state = `${place}\0${facts?.mtimeMs}\0${facts?.size}`;
		const known = looked.get(state) ?? sourceOf(database, place, named(path));
		looked.set(state, known);
		return known;
	};
	const counted = new WeakMap();
	const count = (source) => {
		const known = counted.get(source) ?? countOn(connection, source);
		counted.set(source, known);
		return known;
	};
	return {
		prepare() {
			open().catch(() => {});
		},
		async columns(path) {
			using database = closing(await connection());
			return (await look(database.connection, path)).columns;
		},
		async countRows(path) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			return guarded(named(path), () => count(source));
		},
		async summarize(path) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			return await guarded(named(path), () => summarizeTable(database.connection, source));
		},
		async compareRows(first, second) {
			using database = closing(await connection());
			const sources = [await look(database.connection, first), await look(database.connection, second)];
			return await guarded(named(second), () => compareRows(database.connection, ...sources));
		},
		async gather(source, to) {
			await open();
			return gatherRows(source, resolve(folder, to), {
				folder,
				root,
				fetch
			});
		},
		async countRepeats(path) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			await withAllProcessors(database.connection);
			return await guarded(named(path), () => countRepeats(database.connection, source));
		},
		async countWithin(path, column, windows) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			requireColumns(named(path), source, [column]);
			return await guarded(named(path), () => countWithin(database.connection, source, column, windows));
		},
		async numbers(path, columns) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			requireColumns(named(path), source, columns);
			return await guarded(named(path), () => readNumbers(database.connection, source, columns));
		},
		async quantiles(path, columns, shares) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			requireColumns(named(path), source, columns);
			await withAllProcessors(database.connection);
			return await guarded(named(path), async () => readQuantiles(database.connection, source, columns, shares, await count(source)));
		},
		async countInto(path, columns) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			requireColumns(named(path), source, columns.map(({ name }) => name));
			await withAllProcessors(database.connection);
			return await guarded(named(path), () => countCells(database.connection, source, columns));
		},
		async countNamed(path, columns, limits) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			requireColumns(named(path), source, columns.map(({ name }) => name));
			await withAllProcessors(database.connection);
			return await guarded(named(path), () => countNamed(database.connection, source, columns, limits));
		},
		async countWords(path, columns, most) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			requireColumns(named(path), source, columns);
			return await guarded(named(path), () => countWords(database.connection, source, columns, most));
		},
		async *read(path, columns, batchRows) {
			using database = closing(await connection());
			const { connection: own } = database;
			const source = await look(own, path);
			requireColumns(named(path), source, columns.map(nameOf));
			try {
				yield* readBatches(own, source, columns, batchRows);
			} catch (error) {
				throw await explainReadError(error, {
					database: own,
					source,
					path: named(path),
					columns
				});
			}
		},
		async firstText(path, column) {
			using database = closing(await connection());
			const { connection: own } = database;
			const source = await look(own, path);
			return await guarded(named(path), () => firstText(column, {
				database: own,
				source
			}));
		},
		async *rowDigests(path, columns) {
			using database = closing(await connection());
			const { connection: own } = database;
			const source = await look(own, path);
			requireColumns(named(path), source, columns.map(nameOf));
			try {
				yield* rowDigests(own, source, columns);
			} catch (error) {
				throw await explainReadError(error, {
					database: own,
					source,
					path: named(path),
					columns
				});
			}
		},
		async writeRows(path, rows, to) {
			using database = closing(await connection());
			const source = await look(database.connection, path);
			const total = await guarded(named(path), () => count(source));
			await writeChosen(source, {
				path: named(path),
				total
			}, rows, resolve(folder, to));
		},
		async writeWithout(path, column, to) {
			using database = closing(await connection());
			const { connection: own } = database;
			const source = await look(own, path);
			requireColumns(named(path), source, [column]);
			return await guarded(named(path), () => writeWithout(own, source, column, resolve(folder, to)));
		}
	};
}
async function fetchNothing(url) {
	throw new ModelyardError({
		code: "unsupported",
		message: `${url} lies on the web, and nothing is fetched here`,
		next: "fetch it, and name the copy"
	});
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
		api = await import("./lib.mjs").then((m) => __toESM(m.default, 1));
	} catch (error) {
		throw new ModelyardError({
			code: "missing-engine",
			message: "DuckDB, which reads the data, could not be loaded",
			next: "install it: npm install @duckdb/node-bindings",
			cause: error
		});
	}
	const instance = await api.DuckDBInstance.create(":memory:", {
		autoinstall_known_extensions: "false",
		autoload_known_extensions: "false",
		threads: String(Math.max(1, availableParallelism() - 1))
	});
	using database = closing(await instance.connect());
	await database.connection.run("SET GLOBAL TimeZone = 'UTC'");
	return instance;
}
async function withAllProcessors(database) {
	await database.run(`SET threads TO ${availableParallelism()}`);
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
function nameOf({ name }) {
	return name;
}
function requireColumns(path, source, columns) {
	const present = new Set(source.columns.map(nameOf));
	const missing = columns.filter((name) => !present.has(name));
	if (missing.length === 0) return;
	throw new ModelyardError({
		code: "bad-data",
		message: `${path} lacks the column${missing.length === 1 ? "" : "s"} ${missing.map((name) => `\`${name}\``).join(", ")}`,
		next: `it has ${[...present].slice(0, 30).join(", ")}`,
		place: { path }
	});
}
async function* readBatches(database, source, columns, batchRows) {
	if (columns.length === 0) return;
	const categories = await guessCategories(database, source, columns);
	const stream = streamRows(database, selectList(columns, categories), source.asTyped(columns));
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
	for await (const chunk of stream) for (let from = 0; from < chunk.rows;) {
		const count = Math.min(chunk.rows - from, batchRows - filled);
		for (const reader of readers) reader.read(chunk, from, count, filled);
		from += count;
		filled += count;
		if (filled === batchRows) yield flush();
	}
	if (filled > 0) yield flush();
}
async function countOn(connection, source) {
	using database = closing(await connection());
	return await countRows(database.connection, source);
}
async function guessCategories(database, source, columns) {
	const texts = columns.filter(({ kind }) => kind === "text").map(({ name }) => name);
	if (texts.length === 0) return new Map();
	const found = source.words ?? await firstWords(database, source, texts);
	return new Map(texts.flatMap((name) => {
		const words = [...found.get(name) ?? []].sort();
		return words.length === 0 || words.length > 500 ? [] : [[name, words]];
	}));
}
async function firstWords(database, source, texts) {
	const lists = texts.map(wordsOf);
	const found = (await database.runAndReadAll(`SELECT ${lists.join(", ")} FROM (SELECT * FROM ${source.asText(texts)} LIMIT 2048)`)).getRowsJS()[0] ?? [];
	return new Map(texts.map((name, index) => [name, found[index] ?? []]));
}
export { openTables };
