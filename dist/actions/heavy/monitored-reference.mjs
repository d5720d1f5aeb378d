import { a as keepProfile, d as edgesAt, f as edgesOfFew, g as profileCategories, h as namesOf, m as MOST_NAMED, o as readProfile, p as upperEnds } from "./evidence.mjs";
import { c as ModelyardError } from "./run.mjs";
import { _ as championOf, i as readVersion, n as openRegistry, o as resolveVersion, r as readModel } from "./evidence-file.mjs";
import { r as originOf, t as sideOf } from "./version-side.mjs";
import { n as keepEvidence } from "./judge-measured.mjs";
import { f as timestamp } from "./names.mjs";
import { i as plainFile, o as sourceName } from "./sample-source.mjs";
import { o as nameWindow } from "./window.mjs";
import { i as gatherEvidence, n as digestOfNamedData, t as digestOfData } from "./move-facts.mjs";
import { t as placeOfTrainingData } from "./training-data.mjs";
import { t as missingKey } from "./working-definition.mjs";
// src/domain/monitoring/sample-remarks.ts
function timeRemarks({ called, column, windows, rows, times }, now) {
	const { unreadable, withoutZone, withZone, first, last } = times;
	const remarks = [];
	if (unreadable > 0) remarks.push(`${unreadable} of ${rowsText(times.rows)} of the ${called} say no time in \`${column}\`, and are of no window`);
	if (withoutZone > 0 && withZone > 0) remarks.push(`in \`${column}\` of the ${called} ${withZone} times name a zone and ${withoutZone} do not: those are taken as UTC`);
	const [from, to] = [Math.min(...windows.map((one) => one.from)), Math.max(...windows.map((one) => one.to))];
	if (rows === 0 && first !== void 0 && last !== void 0) {
		const found = `no row of the ${called} is from ${timestamp(from)} to ${timestamp(to)}`;
		if (first >= to) remarks.push(`${found}: the first is of ${timestamp(first)}; the clock is behind the data`);
		else if (last < from) remarks.push(`${found}: the last is of ${timestamp(last)}; nothing came since`);
		else remarks.push(`${found}, though there are earlier and later ones`);
	}
	if (last !== void 0 && last > now) remarks.push(`the ${called} has times up to ${timestamp(last)}, which is later than now: a clock is ahead`);
	return remarks;
}
function overlapRemarks(shared, rows) {
	if (shared === 0) return [];
	return [`${shared} of ${rowsText(rows)} of the current sample are of times that the reference is of, too`];
}
const MANY_REPEATS = .01;
function repeatRemarks(repeats, rows, profile) {
	if (rows === 0 || repeats / rows < MANY_REPEATS || combinationsIn(profile) < rows) return [];
	const share = Math.round(100 * repeats / rows);
	return [`${repeats} of ${rowsText(rows)} of the current sample (${share} %) repeat others in every column: was a part of them loaded twice?`];
}
function combinationsIn(profile) {
	let product = 1;
	for (const column of profile.values()) if (column.type === "number") product *= Math.max(1, held(column.counts));
	else if (column.type === "category") product *= Math.max(1, held(Object.values(column.named)) + Object.keys(column.others.first).length);
	else return Number.POSITIVE_INFINITY;
	return product;
}
function held(counts) {
	return counts.filter((count) => count > 0).length;
}
function rowsText(rows) {
	return rows === 1 ? "1 row" : `${rows} rows`;
}
// src/commands/monitored-sample.ts
async function openSample(source, called, folder, ports) {
	const { tables, artifacts, worktree, clock } = ports;
	const uri = sourceName(source);
	const file = plainFile(source);
	if (file !== void 0) {
		const sha256 = source.isKept ? await digestOfNamedData(file, ports) : await digestOfData(file, artifacts);
		const path = source.isKept ? `${worktree.root}/${file}` : file;
		return {
			path,
			facts: {
				uri,
				sha256,
				rows: await tables.countRows(path)
			},
			remarks: []
		};
	}
	const path = `${folder.path}/${called.replaceAll(" ", "-")}/rows.parquet`;
	const { rows, sha256, times: found } = await tables.gather(source, path);
	const { times } = source;
	if (times === void 0 || found === void 0) return {
		path,
		facts: {
			uri,
			sha256,
			rows
		},
		remarks: []
	};
	const { column, windows } = times;
	return {
		path,
		facts: {
			uri,
			sha256,
			rows,
			windows: windows.map(nameWindow)
		},
		remarks: timeRemarks({
			called,
			column,
			windows,
			rows,
			times: found
		}, clock.now())
	};
}
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
// src/commands/monitored-reference.ts
async function readReference(wanted, found, folder, ports, watch) {
	const { reference } = wanted;
	if (reference !== void 0) {
		watch.progress?.("reading the reference");
		const { path, facts, remarks } = await openSample(reference, "reference", folder, ports);
		return {
			facts,
			profile: await profileReference(path, ports.tables),
			rowsAt: async () => path,
			written: [],
			remarks
		};
	}
	const version = await monitoredVersion(wanted, ports);
	if (version !== void 0) return referenceOfVersion(version, wanted.evidence, folder, ports, watch);
	const { train } = found.definition;
	if (train === void 0) throw missingKey(found, "train", "train: {command: …, data: …}, or name a --reference");
	const sha256 = await digestOfNamedData(train.data, ports);
	const path = `${ports.worktree.root}/${train.data}`;
	return profiled({
		uri: train.data,
		path,
		sha256
	}, ports, watch);
}
async function profiled({ uri, path, sha256 }, { tables }, { progress }) {
	progress?.("reading the reference");
	const profile = await profileReference(path, tables);
	return {
		facts: {
			uri,
			sha256,
			rows: await tables.countRows(path)
		},
		profile,
		rowsAt: async () => path,
		written: [],
		remarks: []
	};
}
async function monitoredVersion({ model, version }, { repository }) {
	const registry = await openRegistry(repository).catch(unlessUnborn);
	if (registry === void 0) return void 0;
	const state = await readModel(registry, model).catch((error) => {
		if (version === void 0 && error instanceof ModelyardError && error.code === "unknown-model") return void 0;
		throw error;
	});
	if (state === void 0) return void 0;
	const number = version === void 0 ? championOf(state.pointers) : await resolveVersion(registry, state, version);
	if (number === void 0) return void 0;
	return {
		registry,
		state,
		record: await readVersion(registry, state.name, number)
	};
}
function unlessUnborn(error) {
	if (error instanceof ModelyardError && (error.code === "no-commit" || error.code === "no-registry")) return void 0;
	throw error;
}
async function referenceOfVersion({ registry, state, record }, leaves, folder, ports, watch) {
	const version = sideOf(state, record);
	const { all } = await gatherEvidence({
		registry,
		state
	}, record, ports);
	const last = all.flatMap(({ digest, evidence }) => evidence.kind === "profile" ? [{
		digest,
		evidence
	}] : []).at(-1);
	if (last !== void 0) {
		const { subject, facts } = last.evidence;
		const sha256 = subject["training-data"];
		return {
			facts: {
				uri: facts.uri,
				sha256,
				rows: facts.rows,
				version,
				profile: last.digest
			},
			profile: readProfile(facts),
			async rowsAt() {
				const place = await placeOfTrainingData(record, folder, ports);
				return "path" in place && place.data.sha256 === sha256 ? place.path : void 0;
			},
			written: [],
			remarks: []
		};
	}
	const place = await placeOfTrainingData(record, folder, ports);
	if ("why" in place) throw new ModelyardError({
		code: "bad-data",
		message: `version ${record.version} has no profile of its training data, and nothing to make one of: ${place.why}`,
		next: "run it once where the training data are, or name a --reference"
	});
	const startedAt = ports.clock.now();
	const { data } = place;
	const found = await profiled({
		uri: data.uri,
		path: place.path,
		sha256: data.sha256
	}, ports, watch);
	const evidence = {
		schema: 1,
		kind: "profile",
		subject: {
			artifact: record.artifact.sha256,
			"training-data": data.sha256
		},
		facts: keepProfile(found.profile, data.uri, found.facts.rows),
		origin: await originOf(startedAt, registry.commit, ports, [])
	};
	const { written } = await keepEvidence(leaves, registry, state, record, [evidence], ports);
	return {
		...found,
		facts: {
			...found.facts,
			version
		},
		written
	};
}
export { openSample as a, profileReference as i, readReference as n, overlapRemarks as o, profileAgainst as r, repeatRemarks as s, monitoredVersion as t };
