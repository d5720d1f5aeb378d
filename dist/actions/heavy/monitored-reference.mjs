import { o as readProfile } from "./evidence.mjs";
import { c as ModelyardError } from "./run.mjs";
import { _ as championOf, i as readVersion, n as openRegistry, o as resolveVersion, r as readModel } from "./evidence-file.mjs";
import { n as keepEvidence } from "./judge-measured.mjs";
import { h as timestamp } from "./names.mjs";
import { i as plainFile, o as sourceName } from "./sample-source.mjs";
import { o as nameWindow } from "./window.mjs";
import { i as gatherEvidence, n as digestOfNamedData, t as digestOfData } from "./move-facts.mjs";
import { r as profileReference, t as profileTraining } from "./profile-training.mjs";
import { a as placeOfTrainingData, t as sideOf } from "./version-side.mjs";
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
	const found = await profileTraining({
		registry,
		state,
		record
	}, folder, ports, watch);
	if ("why" in found) throw new ModelyardError({
		code: "bad-data",
		message: `version ${record.version} has no profile of its training data, and nothing to make one of: ${found.why}`,
		next: "run it once where the training data are, or name a --reference"
	});
	const { path, profile, evidence } = found;
	const { written } = await keepEvidence(leaves, registry, state, record, [evidence], ports);
	const { uri, rows } = evidence.facts;
	return {
		facts: {
			uri,
			sha256: evidence.subject["training-data"],
			rows,
			version
		},
		profile,
		rowsAt: async () => path,
		written,
		remarks: []
	};
}
export { repeatRemarks as a, overlapRemarks as i, readReference as n, openSample as r, monitoredVersion as t };
