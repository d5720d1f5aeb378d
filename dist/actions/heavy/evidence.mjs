import { i as PersonName, l as Timestamp, o as Sha256, r as ObjectId, u as UserName } from "./names.mjs";
import { C as strictObject, D as union, F as _minLength, L as _regex, P as _maxLength, S as refine, d as extend, f as int, g as number, k as _gte, l as describe, o as array, p as literal, r as _enum, u as discriminatedUnion, w as string, x as record, y as optional } from "./schemas.mjs";
import { c as ModelyardError } from "./run.mjs";
import { t as sorted } from "./sorted.mjs";
import { r as Evaluation, t as Comparison } from "./comparison.mjs";
import { a as Importance, c as Contract, i as DataChange, l as Latency, n as Reproducibility, o as Size, r as Custom, s as Fairness, t as Tests } from "./tests.mjs";
import { t as ChosenWindow } from "./judging-rows.mjs";
// src/domain/drift/category-profile.ts
const MOST_NAMED = 1e3;
const Count$1 = int().check(_gte(0));
const Counts = record(string().check(_maxLength(400)), Count$1);
const CategoryProfile = strictObject({
	type: literal("category"),
	nulls: Count$1,
	named: sorted(Counts),
	others: strictObject({
		rows: Count$1,
		first: sorted(Counts).check(describe(`Rows of the first of them by name, 20 at most.`))
	})
});
function namesOf(counts) {
	const ranked = [...shorten(counts)].sort(([a, rows], [b, others]) => others - rows || (a < b ? -1 : 1));
	return new Set(ranked.slice(0, MOST_NAMED).map(([name]) => name));
}
function profileCategories(counts, nulls, names) {
	const named = new Map([...names].map((name) => [name, 0]));
	const others = new Map();
	for (const [name, rows] of shorten(counts)) if (named.has(name)) named.set(name, rows);
	else others.set(name, rows);
	return {
		type: "category",
		nulls,
		named: byName(named),
		others: {
			rows: total(others.values()),
			first: firstOf(others)
		}
	};
}
function subtractCategories(whole, part) {
	const names = Object.keys(whole.named);
	const left = new Map(names.map((name) => [name, (whole.named[name] ?? 0) - (part.named[name] ?? 0)]));
	const others = whole.others.rows - part.others.rows;
	const nulls = whole.nulls - part.nulls;
	if (names.length !== Object.keys(part.named).length || names.some((name) => !Object.hasOwn(part.named, name)) || [
		...left.values(),
		others,
		nulls
	].some((count) => count < 0)) throw new ModelyardError({
		code: "shape-mismatch",
		message: "a profile of a column is no part of another one",
		next: "count both by the categories of one reference, and take rows of it"
	});
	return {
		type: "category",
		nulls,
		named: byName(left),
		others: {
			rows: others,
			first: {}
		}
	};
}
function valuesIn({ named, others }) {
	return total(Object.values(named)) + others.rows;
}
function shorten(counts) {
	const shortened = new Map();
	for (const [name, rows] of counts) {
		const kept = name.length <= 200 ? name : [...name].slice(0, 200).join("");
		shortened.set(kept, (shortened.get(kept) ?? 0) + rows);
	}
	return shortened;
}
function firstOf(counts) {
	const names = [...counts.keys()].sort(byCodePoint).slice(0, 20);
	return byName(new Map(names.map((name) => [name, counts.get(name)])));
}
function byCodePoint(first, second) {
	let at = 0;
	while (at < first.length && first[at] === second[at]) at += 1;
	const [a, b] = [first.charCodeAt(at), second.charCodeAt(at)];
	if (Number.isNaN(a) || Number.isNaN(b)) return first.length - second.length;
	const isBeyond = (unit) => unit >= 55296 && unit <= 57343;
	return isBeyond(a) === isBeyond(b) ? a - b : isBeyond(a) ? 1 : -1;
}
function byName(counts) {
	return Object.fromEntries([...counts].sort(([a], [b]) => a < b ? -1 : 1));
}
function total(counts) {
	let sum = 0;
	for (const count of counts) sum += count;
	return sum;
}
// src/domain/drift/edges.ts
const Finite = number();
const Edges = strictObject({
	edges: array(Finite),
	atoms: array(Finite)
}).check(refine(({ edges }) => isAscending(edges), {
	path: ["edges"],
	error: "edges must ascend"
}), refine(({ edges, atoms }) => isAscending(atoms) && isSubset(atoms, edges), {
	path: ["atoms"],
	error: "atoms must be some of the edges, ascending"
}));
function edgesOfFew(values) {
	const edges = [...new Set([...values].map(plusZero))].sort((a, b) => a - b);
	return {
		edges,
		atoms: edges
	};
}
function edgesAt(quantiles) {
	const edges = quantiles.filter((value, index) => value !== quantiles[index - 1]);
	const isRepeated = (value, index) => value === quantiles[index - 1] && value !== quantiles[index - 2];
	return {
		edges: edges.map(plusZero),
		atoms: quantiles.filter(isRepeated).map(plusZero)
	};
}
function upperEnds({ edges, atoms }) {
	const isAtom = new Set(atoms);
	const ends = [];
	for (const edge of edges) {
		const below = nextDown(edge);
		if (isAtom.has(edge) && ends.at(-1) !== below) ends.push(below);
		ends.push(edge);
	}
	return Float64Array.from(ends);
}
function areSameEdges(first, second) {
	return areEqual(first.edges, second.edges) && areEqual(first.atoms, second.atoms);
}
function countInto(ends, values) {
	const counts = new Array(ends.length + 1).fill(0);
	for (const value of values) {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = low + high >> 1;
			if (value <= ends[middle]) high = middle;
			else low = middle + 1;
		}
		counts[low] = counts[low] + 1;
	}
	return counts;
}
const DOUBLE = new DataView(new ArrayBuffer(8));
function nextDown(value) {
	if (value === 0) return -Number.MIN_VALUE;
	DOUBLE.setFloat64(0, value);
	const bits = DOUBLE.getBigInt64(0);
	DOUBLE.setBigInt64(0, value > 0 ? bits - 1n : bits + 1n);
	return DOUBLE.getFloat64(0);
}
const plusZero = (value) => value === 0 ? 0 : value;
function isAscending(values) {
	return values.every((value, index) => index === 0 || value > values[index - 1]);
}
function isSubset(some, all) {
	const known = new Set(all);
	return some.every((value) => known.has(value));
}
function areEqual(first, second) {
	return first.length === second.length && first.every((value, index) => value === second[index]);
}
// src/domain/drift/number-profile.ts
const Count = int().check(_gte(0));
const NumberProfile = strictObject({
	type: literal("number"),
	nulls: Count,
	nan: Count,
	infinite: Count,
	least: optional(number()),
	most: optional(number()),
	cut: Edges,
	counts: array(Count)
}).check(refine(({ cut, counts }) => counts.length === upperEnds(cut).length + 1, {
	path: ["counts"],
	error: "there must be a count for each cell of the cut"
}));
function numbersIn({ counts }) {
	return counts.reduce((sum, count) => sum + count, 0);
}
function profileNumbers(values, nulls, cut) {
	let [nan, least, most] = [
		0,
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY
	];
	const finite = values.filter(Number.isFinite);
	for (const value of values) if (Number.isNaN(value)) nan += 1;
	for (const value of finite) {
		least = Math.min(least, value);
		most = Math.max(most, value);
	}
	return {
		type: "number",
		nulls,
		nan,
		infinite: values.length - finite.length - nan,
		...finite.length === 0 ? {} : {
			least: least + 0,
			most: most + 0
		},
		cut,
		counts: countInto(upperEnds(cut), finite)
	};
}
function subtractNumbers(whole, part) {
	const counts = whole.counts.map((count, cell) => count - (part.counts[cell] ?? 0));
	const [nulls, nan, infinite] = [
		whole.nulls - part.nulls,
		whole.nan - part.nan,
		whole.infinite - part.infinite
	];
	if (!areSameEdges(whole.cut, part.cut) || [
		...counts,
		nulls + nan,
		infinite
	].some((count) => count < 0)) throw new ModelyardError({
		code: "shape-mismatch",
		message: "a profile of a column is no part of another one",
		next: "count both into the cells of one reference, and take rows of it"
	});
	return {
		...whole,
		nulls,
		nan,
		infinite,
		counts
	};
}
// src/domain/drift/kept-profile.ts
const Numbers = string().check(_regex(/^(?:-?\d+(?:\.\d+)?(?:e[+-]\d+)?(?: -?\d+(?:\.\d+)?(?:e[+-]\d+)?)*)?$/), _maxLength(2e4), describe("Numbers, a space between two, each the shortest text that reads back as the same double."));
const KeptNumbers = strictObject({
	...NumberProfile.shape,
	cut: strictObject({
		edges: Numbers,
		atoms: Numbers
	}),
	counts: Numbers
}).check(refine((kept) => NumberProfile.safeParse(readNumbers(kept)).success, { error: "edges must ascend, atoms be some of them, and a count be there for each cell" }));
const KeptProfile = strictObject({
	uri: string().check(_maxLength(4e3), describe("The file that it is of.")),
	rows: int().check(_gte(0)),
	columns: array(strictObject({
		column: UserName,
		profile: union([
			KeptNumbers,
			CategoryProfile,
			strictObject({ type: _enum(["other", "unreadable"]) })
		])
	})).check(_maxLength(5e3), describe("In the order of the file."))
});
function keepProfile(profile, uri, rows) {
	return {
		uri,
		rows,
		columns: [...profile].flatMap(([column, found]) => UserName.safeParse(column).success && isKeepable(column) ? [{
			column,
			profile: keptColumn(found)
		}] : [])
	};
}
function readProfile({ columns }) {
	return new Map(columns.map(({ column, profile }) => [column, profile.type === "number" ? readNumbers(profile) : profile]));
}
function keptColumn(profile) {
	if (profile.type === "category") return keptCategories(profile);
	if (profile.type !== "number") return profile;
	const { edges, atoms } = profile.cut;
	return {
		...profile,
		cut: {
			edges: edges.join(" "),
			atoms: atoms.join(" ")
		},
		counts: profile.counts.join(" ")
	};
}
function keptCategories({ named, others, ...profile }) {
	const kept = Object.entries(named).filter(([category]) => isKeepable(category));
	const unnamed = Object.entries(named).filter(([category]) => !isKeepable(category));
	const first = Object.entries(others.first).filter(([category]) => isKeepable(category));
	return {
		...profile,
		named: Object.fromEntries(kept),
		others: {
			rows: others.rows + unnamed.reduce((sum, [, rows]) => sum + rows, 0),
			first: Object.fromEntries(first)
		}
	};
}
function isKeepable(category) {
	return !category.includes("__proto__");
}
function readNumbers({ cut, counts, ...profile }) {
	return {
		...profile,
		cut: {
			edges: parseNumbers(cut.edges),
			atoms: parseNumbers(cut.atoms)
		},
		counts: parseNumbers(counts)
	};
}
function parseNumbers(text) {
	return text === "" ? [] : text.split(" ").map(Number);
}
// src/domain/evidence/evidence.ts
const Origin = strictObject({
	tool: string().check(_maxLength(100), describe("What measured: name and version.")),
	by: optional(PersonName),
	repository: optional(string().check(_maxLength(200))),
	run: optional(int().check(_gte(1))),
	workflow: optional(string().check(_maxLength(300))),
	commit: optional(ObjectId),
	predictions: optional(array(Sha256).check(_minLength(1), _maxLength(2))),
	machine: string().check(_maxLength(200)),
	"started-at": Timestamp,
	seconds: number().check(_gte(0))
});
const Artifact = strictObject({ artifact: Sha256 });
const chosen = optional(ChosenWindow);
const Subject = extend(Artifact, {
	data: Sha256,
	window: chosen
});
const PairedSubject = extend(Subject, { champion: Sha256 });
const OnDataOrNot = extend(Artifact, {
	data: optional(Sha256),
	window: chosen
});
const TrainedSubject = extend(Artifact, { "training-data": Sha256 });
const Successor = extend(Artifact, { champion: Sha256 });
const evidenceOf = (kind, subject, facts) => strictObject({
	schema: literal(1),
	kind: literal(kind),
	subject,
	facts,
	origin: Origin
});
const Evidence = discriminatedUnion("kind", [
	evidenceOf("evaluation", Subject, Evaluation),
	evidenceOf("comparison", PairedSubject, Comparison),
	evidenceOf("fairness", extend(Subject, { champion: optional(Sha256) }), Fairness),
	evidenceOf("latency", PairedSubject, Latency),
	evidenceOf("importance", Subject, Importance),
	evidenceOf("size", Artifact, Size),
	evidenceOf("data", Successor, DataChange),
	evidenceOf("reproducibility", Artifact, Reproducibility),
	evidenceOf("contract", OnDataOrNot, Contract),
	evidenceOf("tests", Artifact, Tests),
	evidenceOf("profile", TrainedSubject, KeptProfile),
	evidenceOf("custom", OnDataOrNot, Custom)
]);
Evidence.def.options.map(({ shape }) => [...shape.kind.def.values][0]);
function evidenceFileName(kind, digest) {
	return `${kind}-${digest.slice(0, 12)}.json`;
}
function isRepeat(a, b) {
	const finding = ({ kind, subject, facts }) => JSON.stringify([
		kind,
		subject,
		facts
	]);
	return finding(a) === finding(b);
}
export { subtractCategories as _, keepProfile as a, profileNumbers as c, edgesAt as d, edgesOfFew as f, profileCategories as g, namesOf as h, isRepeat as i, subtractNumbers as l, MOST_NAMED as m, Origin as n, readProfile as o, upperEnds as p, evidenceFileName as r, numbersIn as s, Evidence as t, areSameEdges as u, valuesIn as v };
