import { a as keepProfile, d as edgesAt, f as edgesOfFew, g as profileCategories, h as namesOf, m as MOST_NAMED, p as upperEnds } from "./evidence.mjs";
import { a as placeOfTrainingData, r as originOf } from "./version-side.mjs";
import { c as ModelyardError } from "./run.mjs";
// src/commands/profile-sample.ts
const SHARES = 128;
const LIMITS = {
	length: 200,
	others: 20
};
async function profileReference(path, tables) {
	const columns = await tables.columns(path);
	const named = (wanted) => columns.filter(({ kind }) => kind === wanted).map(({ name }) => name);
	const read = new ColumnsRead();
	await Promise.all([read.each(named("number"), (name) => name, (some) => profileNumbers(path, some, tables)), read.each(named("text"), (name) => name, (some) => profileWords(path, some, tables))]);
	return read.inOrderOf(columns);
}
async function profileNumbers(path, names, tables) {
	const cuts = (await tables.quantiles(path, names, SHARES)).map(edgesOf);
	return countNumbers(path, names.map((name, index) => ({
		name,
		cut: cuts[index]
	})), tables);
}
async function profileWords(path, names, tables) {
	const [words, rows] = [await tables.countWords(path, names, MOST_NAMED), await tables.countRows(path)];
	return words.map((counts) => {
		if (counts === void 0) return { type: "other" };
		const present = [...counts.values()].reduce((sum, count) => sum + count, 0);
		return profileCategories(counts, rows - present, namesOf(counts));
	});
}
async function profileAgainst(path, reference, tables) {
	const columns = await tables.columns(path);
	const numbers = [];
	const categories = [];
	for (const { name, kind } of columns) {
		const known = reference.get(name);
		if (known?.type === "number") numbers.push({
			name,
			cut: known.cut
		});
		if (known?.type === "category" && kind === "text") categories.push({
			name,
			words: Object.keys(known.named)
		});
	}
	const read = new ColumnsRead();
	await Promise.all([read.each(numbers, ({ name }) => name, async (some) => (await countNumbers(path, some, tables)).map((profile) => holdsWordsAlone(profile) ? { type: "other" } : profile)), read.each(categories, ({ name }) => name, async (some) => (await tables.countNamed(path, some, LIMITS)).map(categoryProfile))]);
	return read.inOrderOf(columns);
}
async function countNumbers(path, columns, tables) {
	const counted = await tables.countInto(path, columns.map(({ name, cut }) => ({
		name,
		ends: upperEnds(cut)
	})));
	return columns.map(({ cut }, index) => numberProfile(counted[index], cut));
}
var ColumnsRead = class {
	#profiles = new Map();
	#wasRead = false;
	#failure;
	async each(columns, nameOf, read) {
		if (columns.length === 0) return;
		try {
			const found = await read(columns);
			for (const [index, column] of columns.entries()) this.#profiles.set(nameOf(column), found[index]);
			this.#wasRead = true;
		} catch (error) {
			if (!(error instanceof ModelyardError) || error.code !== "bad-data") throw error;
			const [only] = columns;
			if (columns.length > 1) for (const column of columns) await this.each([column], nameOf, read);
			else this.#profiles.set(nameOf(only), { type: "unreadable" });
			this.#failure ??= { error };
		}
	}
	inOrderOf(columns) {
		if (this.#failure !== void 0 && !this.#wasRead) throw this.#failure.error;
		return new Map(columns.map(({ name }) => [name, this.#profiles.get(name) ?? { type: "other" }]));
	}
};
function edgesOf(quantiles) {
	return "few" in quantiles ? edgesOfFew(quantiles.few) : edgesAt(quantiles.at);
}
function numberProfile({ nulls, nan, infinite, least, most, counts }, cut) {
	return {
		type: "number",
		nulls,
		nan,
		infinite,
		...least === void 0 || most === void 0 ? {} : {
			least,
			most
		},
		cut,
		counts: [...counts]
	};
}
function categoryProfile({ nulls, named, others }) {
	const counts = new Map([...named, ...others.first]);
	const profile = profileCategories(counts, nulls, new Set(named.keys()));
	return {
		...profile,
		others: {
			...profile.others,
			rows: others.rows
		}
	};
}
function holdsWordsAlone({ nan, infinite, least }) {
	return least === void 0 && infinite === 0 && nan > 0;
}
// src/commands/profile-training.ts
async function profileTraining({ registry, record }, folder, ports, { progress }) {
	const startedAt = ports.clock.now();
	const place = await placeOfTrainingData(record, folder, ports);
	if ("why" in place) return place;
	const { path, data } = place;
	progress?.("reading the training data");
	const profile = await profileReference(path, ports.tables);
	return {
		path,
		profile,
		evidence: {
			schema: 1,
			kind: "profile",
			subject: {
				artifact: record.artifact.sha256,
				"training-data": data.sha256
			},
			facts: keepProfile(profile, data.uri, await ports.tables.countRows(path)),
			origin: await originOf(startedAt, registry.commit, ports, [])
		}
	};
}
export { profileAgainst as n, profileReference as r, profileTraining as t };
