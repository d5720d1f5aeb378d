import { c as ModelyardError } from "./run.mjs";
import { C as strictObject, F as _minLength, N as _lte, P as _maxLength, f as int, g as number, k as _gte, w as string, y as optional } from "./schemas.mjs";
import { u as UserName } from "./names.mjs";
import { t as randomStream } from "./random.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { r as model } from "./inputs.mjs";
import { n as digestOfNamedData, t as digestOfData } from "./move-facts.mjs";
import { a as TargetCollector, h as firstImprobable, i as readRows, n as readScores } from "./read-predictions.mjs";
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
// src/domain/retraining/uncertain-rows.ts
const KEYS = 2 ** 21;
function marginsOf(probabilities, width) {
	const margins = new Float64Array(probabilities.length / width);
	for (let row = 0; row < margins.length; row += 1) {
		if (width === 1) {
			margins[row] = Math.abs(2 * probabilities[row] - 1);
			continue;
		}
		const [first, second] = leadersOf(probabilities, width, row);
		margins[row] = probabilities[row * width + first] - probabilities[row * width + second];
	}
	return margins;
}
function leadersOf(probabilities, width, row) {
	const at = (place) => place < 0 ? Number.NEGATIVE_INFINITY : probabilities[row * width + place];
	let [first, second] = [-1, -1];
	for (let place = 0; place < width; place += 1) if (at(place) > at(first)) [first, second] = [place, first];
	else if (at(place) > at(second)) second = place;
	return [first, second];
}
function pickUncertain(margins, strata, given, seed) {
	const keys = new Uint32Array(margins.length);
	randomStream(seed).fillBelow(KEYS, keys);
	const order = Uint32Array.from(margins.keys()).sort((a, b) => margins[a] - margins[b] || keys[a] - keys[b] || a - b);
	const open = [...given];
	return order.filter((row) => {
		const stratum = strata[row];
		open[stratum] = open[stratum] - 1;
		return open[stratum] >= 0;
	});
}
// src/commands/uncertain-sample.ts
const MOST_LISTED = 100;
async function pickRows(definition, { path, uri, predictions }, { rows: strata }, allocated, seed, { tables, artifacts }) {
	const scores = await readScores(definition, { path: predictions }, tables);
	const { classes, values, width } = requireProbabilities(scores.probabilities, definition, predictions);
	if (scores.rows !== strata.length) throw badPredictions(`${predictions} holds ${scores.rows} predictions, and ${uri} holds ${strata.length} rows`, "write one prediction for each row of the data, in the same order");
	const margins = marginsOf(values, width);
	const picked = pickUncertain(margins, strata, allocated, seed);
	const listed = picked.slice(0, MOST_LISTED);
	const keys = await keysOf(definition, path, listed, tables);
	const words = width === 1 ? [classes[0] ?? "", otherOf(classes[0])] : classes;
	return {
		rows: picked.toSorted(),
		told: {
			by: "margin",
			predictions: {
				uri: predictions,
				sha256: await digestOfData(predictions, artifacts)
			},
			"largest-margin": rounded(margins[picked.at(-1) ?? 0] ?? 0),
			rows: Array.from(listed, (row, index) => {
				const both = width === 1 ? [values[row], 1 - values[row]] : values.subarray(row * width, (row + 1) * width);
				const leaders = leadersOf(both, both.length, 0);
				const key = keys?.[index];
				return {
					row: row + 1,
					...key === void 0 ? {} : { key },
					margin: rounded(margins[row]),
					classes: leaders.map((place) => ({
						class: words[place] ?? "",
						probability: rounded(both[place])
					}))
				};
			})
		}
	};
}
const otherOf = (positive) => positive === void 0 ? "" : `not ${positive}`;
const rounded = (share) => Number(share.toFixed(5));
function requireProbabilities(probabilities, { task }, file) {
	if (probabilities === void 0) throw badPredictions(`${file} holds labels alone, which do not say how sure the model is`, "write probabilities: `probability` of the positive class, or `probability_<class>` of each");
	const { values, width } = probabilities;
	const improbable = firstImprobable(values, width);
	if (improbable >= 0) throw badPredictions(`${file} holds a probability that is not between 0 and 1, at row ${improbable + 1}`, "write probabilities, not scores or logits");
	if (width === 1 && task === "multiclass-classification") throw badPredictions(`${file} holds the probabilities of one class alone`, "write a column `probability_<class>` for each class");
	return probabilities;
}
async function keysOf({ evaluate }, path, listed, tables) {
	const key = evaluate?.key;
	if (key === void 0 || !(await tables.columns(path)).some(({ name }) => name === key)) return void 0;
	const found = new Map();
	const rising = listed.toSorted();
	for await (const { start, rows, columns } of readRows(tables, {
		path,
		only: rising
	}, [{
		name: key,
		kind: "text"
	}], 65536)) {
		const [values] = columns;
		if (values?.kind !== "text") continue;
		for (let at = 0; at < rows; at += 1) found.set(rising[start + at], values.words[values.codes[at]] ?? "");
	}
	return Array.from(listed, (row) => found.get(row) ?? "");
}
function requireClassifier({ task }) {
	if (task !== "regression") return;
	throw new ModelyardError({
		code: "bad-input",
		message: "one predicted number says nothing of how sure a regression is of it",
		next: "draw rows at random, of each kind alike: modelyard sample MODEL --stratify COLUMN --data FILE"
	});
}
function badPredictions(message, next) {
	return new ModelyardError({
		code: "bad-data",
		message,
		next
	});
}
// src/commands/sample.ts
const USUAL_SHARE = .1;
const USUAL_ROWS = 100;
const File = string().check(_minLength(1), _maxLength(4e3));
const input = strictObject({
	model,
	share: optional(number()),
	rows: optional(int()),
	stratify: optional(UserName),
	seed: optional(int().check(_gte(0), _lte(2 ** 31 - 1))),
	data: optional(File),
	uncertain: optional(File),
	out: optional(File)
});
const sample = defineMeasurement({
	name: "sample",
	summary: "Draw a stratified sample of the training data.",
	details: `The same data, choice and seed give the same bytes on every machine. Each value of the stratified column
keeps its share, and one row at least. Rows stand as they do in the data and in its order: of a CSV also quotes, line
ends and what is missing. What is not said is taken from \`train.sample\` of the model.yaml on disk, otherwise a tenth of
the rows is drawn, stratified by the target where that is a class.
With --uncertain FILE the rows of --data are picked whose labels would teach most: those whose likeliest class lies
least above the next, a hundred by itself. --stratify spreads them, the seed decides between equal ones, and as Markdown
the answer is a checklist for an issue.`,
	positional: ["model"],
	examples: [
		{
			command: "modelyard sample telco-churn",
			does: "draws what `train.sample` of model.yaml says"
		},
		{
			command: "modelyard sample telco-churn --rows 500 --stratify senior_citizen --out sample.csv",
			does: "draws 500 rows with as many senior citizens in proportion"
		},
		{
			command: "modelyard sample telco-churn --data seen.csv --uncertain predictions.csv --rows 50",
			does: "picks the 50 rows whose labels would teach most"
		}
	],
	permission: "read",
	doors: ["action", "cli"],
	input,
	results: ["sample"],
	async run(given, ports, { progress }) {
		const found = await readWorkingDefinition(given.model, ports.worktree);
		const { train } = found.definition;
		if (given.uncertain !== void 0) return uncertainSample(given, given.uncertain, found.definition, ports);
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
		return {
			...drawn(given.model, data, {
				column,
				strata,
				allocated,
				wanted,
				seed
			}),
			...await writtenFile(out, ports),
			next: [`train on it: modelyard run ${given.model} train --data ${out}`]
		};
	}
});
function drawn(model, { uri, sha256 }, { column, strata, allocated, wanted, seed }) {
	return {
		kind: "sample",
		model,
		data: {
			uri,
			sha256,
			rows: strata.rows.length
		},
		rows: wanted,
		share: Number((wanted / strata.rows.length).toPrecision(6)),
		...column === void 0 ? {} : { stratify: column },
		strata: strata.values.map((value, index) => ({
			...value,
			sampled: allocated[index] ?? 0
		})),
		seed
	};
}
async function writtenFile(out, { artifacts }) {
	const [written] = (await artifacts.hashPath(out)).files;
	return {
		path: out,
		sha256: written?.sha256 ?? "",
		bytes: written?.bytes ?? 0
	};
}
async function uncertainSample(given, predictions, definition, ports) {
	requireClassifier(definition);
	if (given.data === void 0) throw new ModelyardError({
		code: "bad-input",
		message: "which rows the predictions are of is not said",
		next: "name the file with the rows to be labelled: --data FILE"
	});
	const data = await findData(given.data, given.data, ports);
	const strata = await readStrata(data, given.stratify, ports.tables);
	const wanted = rowsWanted(given, { rows: Math.min(USUAL_ROWS, strata.rows.length) }, strata.rows.length, data.uri);
	requireRows(strata, wanted);
	const allocated = allocateRows(strata.values.map(({ rows }) => rows), wanted);
	const seed = given.seed ?? definition.train?.seed ?? 0;
	const { rows, told } = await pickRows(definition, {
		...data,
		predictions
	}, strata, allocated, seed, ports);
	const out = given.out ?? nameBeside(data.uri, "uncertain");
	await ports.tables.writeRows(data.path, rows, ports.artifacts.place(out));
	const written = await writtenFile(out, ports);
	return {
		...drawn(given.model, data, {
			column: given.stratify,
			strata,
			allocated,
			wanted,
			seed
		}),
		...written,
		uncertain: told,
		next: ["label them, and add them to the training data"]
	};
}
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
function nameBeside(uri, mark = "sample") {
	const name = uri.split(/[/\\]/).at(-1) ?? "";
	const dot = name.lastIndexOf(".");
	return dot <= 0 ? `${name}.${mark}` : `${name.slice(0, dot)}.${mark}${name.slice(dot)}`;
}
export { sample };
