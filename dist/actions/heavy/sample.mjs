import { c as ModelyardError } from "./run.mjs";
import { C as strictObject, M as _lte, N as _maxLength, P as _minLength, f as int, g as number, k as _gte, w as string, y as optional } from "./schemas.mjs";
import { l as UserName } from "./names.mjs";
import { t as randomStream } from "./random.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { r as model } from "./inputs.mjs";
import { n as digestOfNamedData, t as digestOfData } from "./move-facts.mjs";
import { t as TargetCollector } from "./labelled-scores.mjs";
import { n as readWorkingDefinition, t as missingKey } from "./working-definition.mjs";
// src/domain/stats/stratified-sample.ts
const HALF = 2 ** 21;
function allocateRows(sizes, wanted) {
	const all = sizes.reduce((sum, size) => sum + BigInt(size), 0n);
	const products = sizes.map((size) => BigInt(size) * BigInt(wanted));
	const given = products.map((product) => Number(product / all));
	const left = wanted - given.reduce((sum, rows) => sum + rows, 0);
	const byRemainder = products.map((product, stratum) => ({
		stratum,
		remainder: product % all
	})).sort((a, b) => compare(b.remainder, a.remainder) || a.stratum - b.stratum);
	for (const { stratum } of byRemainder.slice(0, left)) given[stratum] = given[stratum] + 1;
	for (const [stratum, rows] of given.entries()) {
		if (rows > 0) continue;
		const giver = furthestBeyond(given, products, all);
		given[giver] = given[giver] - 1;
		given[stratum] = 1;
	}
	return given;
}
function furthestBeyond(given, products, all) {
	let furthest = -1;
	let most = 0n;
	for (const [stratum, rows] of given.entries()) {
		if (rows < 2) continue;
		const beyond = BigInt(rows) * all - products[stratum];
		if (furthest >= 0 && beyond <= most) continue;
		furthest = stratum;
		most = beyond;
	}
	return furthest;
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function drawRows(strata, given, seed) {
	const needed = [...given];
	const left = given.map(() => 0);
	for (const stratum of strata) left[stratum] = left[stratum] + 1;
	const draw = wideDraws(seed);
	const drawn = new Uint32Array(needed.reduce((sum, rows) => sum + rows, 0));
	let at = 0;
	for (let row = 0; row < strata.length; row += 1) {
		const stratum = strata[row];
		const open = left[stratum];
		left[stratum] = open - 1;
		if (draw(open) >= needed[stratum]) continue;
		needed[stratum] = needed[stratum] - 1;
		drawn[at] = row;
		at += 1;
	}
	return drawn;
}
function wideDraws(seed) {
	const random = randomStream(seed);
	const halves = new Uint32Array(2);
	return (bound) => {
		const fair = HALF * HALF - HALF * HALF % bound;
		for (;;) {
			random.fillBelow(HALF, halves);
			const number = halves[0] * HALF + halves[1];
			if (number < fair) return number % bound;
		}
	};
}
// src/commands/strata.ts
const BATCH_ROWS = 65536;
const MOST_VALUES = 1e3;
async function readStrata({ path, uri }, column, tables) {
	const { codes, words } = column === void 0 ? {
		codes: new Uint32Array(await tables.countRows(path)),
		words: [""]
	} : await readWords(path, column, tables);
	if (codes.length === 0) throw new ModelyardError({
		code: "bad-data",
		message: `${uri} holds no rows`,
		next: "check the step that wrote it",
		place: { path: uri }
	});
	const counts = new Float64Array(words.length);
	for (const code of codes) counts[code] = counts[code] + 1;
	const met = [...words.keys()].filter((code) => counts[code] > 0);
	if (column !== void 0 && met.length > MOST_VALUES) throw tooMany(column, met.length);
	const word = (code) => words[code];
	const order = met.sort((a, b) => word(a) < word(b) ? -1 : 1);
	const places = new Uint32Array(words.length);
	for (const [place, code] of order.entries()) places[code] = place;
	return {
		column,
		rows: codes.map((code) => places[code]),
		values: order.map((code) => ({
			value: word(code),
			rows: counts[code]
		}))
	};
}
async function readWords(path, column, tables) {
	const read = new TargetCollector();
	for await (const batch of tables.read(path, [{
		name: column,
		kind: "text"
	}], BATCH_ROWS)) read.add(batch.columns[0]);
	return read.text();
}
function tooMany(column, values) {
	return new ModelyardError({
		code: "bad-input",
		message: `\`${column}\` has ${values} values, and at most ${MOST_VALUES} make strata`,
		next: "stratify by a column of fewer values"
	});
}
// src/commands/sample.ts
const USUAL_SHARE = .1;
const File = string().check(_minLength(1), _maxLength(4e3));
const input = strictObject({
	model,
	share: optional(number()),
	rows: optional(int()),
	stratify: optional(UserName),
	seed: optional(int().check(_gte(0), _lte(2 ** 31 - 1))),
	data: optional(File),
	out: optional(File)
});
const sample = defineMeasurement({
	name: "sample",
	summary: "Draw a stratified sample of the training data.",
	details: `The same data, choice and seed give the same bytes on every machine. Each value of the stratified column
keeps its share, and one row at least. Rows stand as they do in the data and in its order: of a CSV also quotes, line
ends and what is missing. What is not said is taken from \`train.sample\` of the model.yaml on disk, otherwise a tenth of
the rows is drawn, stratified by the target where that is a class.`,
	positional: ["model"],
	examples: [{
		command: "modelyard sample telco-churn",
		does: "draws what `train.sample` of model.yaml says"
	}, {
		command: "modelyard sample telco-churn --rows 500 --stratify senior_citizen --out sample.csv",
		does: "draws 500 rows with as many senior citizens in proportion"
	}],
	permission: "read",
	doors: ["action", "cli"],
	input,
	results: ["sample"],
	async run(given, ports, { progress }) {
		const found = await readWorkingDefinition(given.model, ports.worktree);
		const { train } = found.definition;
		if (train === void 0) throw missingKey(found, "train", "train: {command: …, data: …}");
		const data = await findData(given.data, train.data, ports);
		progress?.("reading the data");
		const column = given.stratify ?? train.sample?.stratify ?? classOf(found.definition);
		const strata = await readStrata(data, column, ports.tables);
		const wanted = rowsWanted(given, train.sample, strata.rows.length, data.uri);
		const sizes = strata.values.map(({ rows }) => rows);
		requireRows(strata, wanted);
		const allocated = allocateRows(sizes, wanted);
		const seed = given.seed ?? train.seed;
		const out = given.out ?? nameBeside(data.uri);
		progress?.("writing the sample");
		await ports.tables.writeRows(data.path, drawRows(strata.rows, allocated, seed), ports.artifacts.place(out));
		const [written] = (await ports.artifacts.hashPath(out)).files;
		return {
			kind: "sample",
			model: given.model,
			data: {
				uri: data.uri,
				sha256: data.sha256,
				rows: strata.rows.length
			},
			path: out,
			sha256: written?.sha256 ?? "",
			bytes: written?.bytes ?? 0,
			rows: wanted,
			share: Number((wanted / strata.rows.length).toPrecision(6)),
			...column === void 0 ? {} : { stratify: column },
			strata: strata.values.map((value, index) => ({
				...value,
				sampled: allocated[index] ?? 0
			})),
			seed,
			next: [`train on it: modelyard run ${given.model} train --data ${out}`]
		};
	}
});
function classOf({ task, target }) {
	return task === "regression" ? void 0 : target;
}
async function findData(given, named, ports) {
	if (given !== void 0) return {
		uri: given,
		path: given,
		sha256: await digestOfData(given, ports.artifacts)
	};
	const sha256 = await digestOfNamedData(named, ports);
	return {
		uri: named,
		path: `${ports.worktree.root}/${named}`,
		sha256
	};
}
function rowsWanted(given, said = {}, total, uri) {
	const { share, rows } = given.share === void 0 && given.rows === void 0 ? said : given;
	if (share !== void 0 && rows !== void 0) throw badSize("a share and a number of rows were given", "give one of them");
	if (rows !== void 0) {
		if (rows >= 1 && rows <= total) return rows;
		throw badSize(`${rows} rows cannot be drawn from ${total}, as many as ${uri} has`, "ask for at least one, and no more than there are");
	}
	const part = share ?? USUAL_SHARE;
	if (!(part > 0 && part <= 1)) throw badSize(`the share ${part} is none`, "give one above 0 and up to 1, such as 0.1");
	return Math.max(1, Math.round(part * total));
}
function requireRows({ column, values }, wanted) {
	if (values.length <= wanted) return;
	throw badSize(`\`${column}\` has ${values.length} values, and a sample of ${wanted} rows has no room for a row of each`, "ask for more rows, or stratify by a column of fewer values");
}
function badSize(message, next) {
	return new ModelyardError({
		code: "bad-input",
		message,
		next
	});
}
function nameBeside(uri) {
	const name = uri.split(/[/\\]/).at(-1) ?? "";
	const dot = name.lastIndexOf(".");
	return dot <= 0 ? `${name}.sample` : `${name.slice(0, dot)}.sample${name.slice(dot)}`;
}
export { sample };
