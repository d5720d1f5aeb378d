import { t as DEFAULT_THRESHOLDS } from "./feature-drift.mjs";
import { C as strictObject, F as _minLength, N as _lte, P as _maxLength, f as int, k as _gte, n as _default, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { h as benjaminiHochberg } from "./policy.mjs";
import { c as kolmogorovSeries, i as homogeneity, n as kolmogorovSmirnov, o as detectableAssociation, r as kolmogorovPValue, s as detectableDistance, t as twoProportions } from "./two-proportions.mjs";
import { _ as subtractCategories, c as profileNumbers, g as profileCategories, l as subtractNumbers, p as upperEnds, s as numbersIn, u as areSameEdges, v as valuesIn } from "./evidence.mjs";
import { c as ModelyardError } from "./run.mjs";
import { n as driftMetrics, t as writeMetrics } from "./write-metrics.mjs";
import { a as currentSource, c as sharedTimesOf, i as openSample, l as overlapRemarks, n as readReference, o as keptReference, r as profileAgainst, s as plainFile, u as repeatRemarks } from "./monitored-reference.mjs";
import { i as Span, t as Moment } from "./window.mjs";
import { l as UserName } from "./names.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { a as version, n as metrics, r as model } from "./inputs.mjs";
import { n as readWorkingDefinition } from "./working-definition.mjs";
// src/domain/stats/population-stability-index.ts
const HALF_A_ROW = .5;
function populationStabilityIndex(reference, current) {
	if (reference.length !== current.length) throw new ModelyardError({
		code: "shape-mismatch",
		message: `${reference.length} bins of the reference and ${current.length} of the current sample`,
		next: "count both into the same bins"
	});
	const [before, after] = [sharesOf(reference), sharesOf(current)];
	return before.reduce((sum, share, bin) => {
		const now = after[bin];
		return sum + (now - share) * Math.log(now / share);
	}, 0);
}
function sharesOf(counts) {
	const rows = counts.reduce((sum, count) => sum + count, 0);
	if (rows === 0) throw new ModelyardError({
		code: "empty-sample",
		message: "a sample has no rows",
		next: "compare samples that both have rows"
	});
	const total = rows + HALF_A_ROW * counts.length;
	return counts.map((count) => (count + HALF_A_ROW) / total);
}
// src/domain/drift/category-test.ts
const OTHERS = "\0others";
function testCategories(reference, current) {
	const [before, after] = [countsOf(reference), countsOf(current)];
	const found = homogeneity(before, after);
	const total = [...before.values(), ...after.values()].reduce((sum, count) => sum + count, 0);
	const kinds = found.degreesOfFreedom + 1;
	const held = [...before.keys()].filter((name) => (before.get(name) ?? 0) + (after.get(name) ?? 0) > 0);
	return {
		test: found.method,
		distance: found.cramersVCorrected,
		pValue: found.pValue,
		psi: populationStabilityIndex(held.map((name) => before.get(name) ?? 0), held.map((name) => after.get(name) ?? 0)),
		added: reference.others.rows > 0 ? {} : current.others.first,
		vanished: found.vanished.filter((name) => name !== OTHERS),
		smallestAt: (level) => kinds === 1 ? 0 : detectableAssociation(kinds, total, level)
	};
}
function countsOf({ named, others }) {
	return new Map([...Object.entries(named), [OTHERS, others.rows]]);
}
// src/domain/drift/number-distance.ts
function numberDistance(reference, current) {
	if (!areSameEdges(reference.cut, current.cut)) throw new Error("profiles of different cells have no distance");
	const ends = upperEnds(reference.cut);
	const [n, m] = [total(reference.counts), total(current.counts)];
	const isAtom = atomCells(reference.cut.atoms, ends);
	const [least, most] = rangeOf$1(reference, current);
	const runEnds = [];
	let [i, j, steps, furthest, area] = [
		0,
		0,
		0,
		0,
		0
	];
	let [location, sign] = [least, 1];
	let from = least;
	for (const [cell, ofReference] of reference.counts.entries()) {
		const ofCurrent = current.counts[cell];
		const to = Math.min(most, Math.max(from, ends[cell] ?? most));
		const before = i * m - j * n;
		i += ofReference;
		j += ofCurrent;
		const after = i * m - j * n;
		if (ofReference + ofCurrent > 0) runEnds.push(i + j);
		if (Math.abs(after) > steps) {
			steps = Math.abs(after);
			location = to;
			sign = after > 0 ? 1 : -1;
		}
		const inside = isAtom[cell] === true ? 0 : Math.max(Math.abs(before + ofReference * m), Math.abs(before - ofCurrent * n));
		furthest = Math.max(furthest, Math.abs(after), inside);
		area += (to - from) * meanDistance(before, after);
		from = to;
	}
	const whole = n * m;
	return {
		n,
		m,
		steps,
		most: Math.min(1, furthest / whole),
		location,
		sign,
		runEnds: Uint32Array.from(runEnds),
		wasserstein: area / n / m
	};
}
function meanDistance(before, after) {
	const [a, b] = [Math.abs(before), Math.abs(after)];
	if (Math.sign(before) * Math.sign(after) >= 0) return (a + b) / 2;
	return (a * a + b * b) / (2 * (a + b));
}
function atomCells(atoms, ends) {
	const known = new Set(atoms);
	return Array.from(ends, (end) => known.has(end));
}
function rangeOf$1(...profiles) {
	const least = profiles.flatMap((profile) => profile.least ?? []);
	const most = profiles.flatMap((profile) => profile.most ?? []);
	return [Math.min(...least), Math.max(...most)];
}
function total(counts) {
	return counts.reduce((sum, count) => sum + count, 0);
}
// src/domain/drift/number-test.ts
const RESAMPLES$1 = 2e3;
const BINS = 10;
function testNumbers(reference, current, effect, seed) {
	const found = numberDistance(reference, current);
	const { n, m, steps } = found;
	const distance = steps / (n * m);
	return {
		test: "kolmogorov-smirnov",
		distance,
		atMost: found.most,
		...chanceOf(found, distance > effect, seed),
		location: found.location,
		direction: found.sign === 1 ? "higher" : "lower",
		wasserstein: found.wasserstein,
		psi: populationStabilityIndex(...binned(reference.counts, current.counts)),
		smallestAt: (level) => detectableDistance(n, m, level)
	};
}
function chanceOf({ n, m, steps, runEnds }, matters, seed) {
	const series = {
		pValue: kolmogorovSeries(steps / (n * m), n, m),
		method: "series"
	};
	if (!matters || series.pValue < 1 / RESAMPLES$1) return series;
	return kolmogorovPValue({
		n,
		m,
		steps,
		distinct: runEnds.length
	}, () => runEnds, {
		resamples: RESAMPLES$1,
		seed
	});
}
function binned(reference, current) {
	const total = reference.reduce((sum, count) => sum + count, 0);
	const [before, after] = [new Array(BINS).fill(0), new Array(BINS).fill(0)];
	let below = 0;
	for (const [cell, count] of reference.entries()) {
		const bin = Math.min(9, Math.floor(below / total * BINS));
		before[bin] = before[bin] + count;
		after[bin] = after[bin] + current[cell];
		below += count;
	}
	const isHeld = (_, bin) => before[bin] + after[bin] > 0;
	return [before.filter(isHeld), after.filter(isHeld)];
}
// src/domain/drift/judge-drift.ts
const LEAST_ROWS = 30;
function judgeDrift(reference, current, thresholds, seed, exact = new Map()) {
	const kept = [...reference].map(([feature, before]) => tested(feature, before, current.get(feature), thresholds, seed, exact));
	const added = [...current.keys()].filter((feature) => !reference.has(feature));
	const all = [...kept, ...added.map((feature) => known(feature, "skipped", "new"))];
	const pValues = all.flatMap(({ values, missing }) => [values, missing].flatMap((test) => test?.pValue ?? []));
	const adjusted = benjaminiHochberg(pValues);
	let at = 0;
	const next = () => adjusted[at++];
	return all.map((one) => {
		return judged(one, {
			values: one.values && next(),
			missing: one.missing && next()
		}, pValues.length, thresholds);
	});
}
function undecided(found) {
	return found.filter(({ grounds }) => grounds.includes("cells-too-wide")).map(({ feature }) => feature);
}
function outcomeOfDrift(found) {
	const statuses = new Set(found.map(({ status }) => status));
	if (statuses.has("drift")) return "failed";
	return statuses.has("ok") && !statuses.has("insufficient-data") && !statuses.has("error") ? "passed" : "inconclusive";
}
function tested(feature, before, after, { numbers, learned }, seed, exact) {
	if (before.type === "unreadable" || after?.type === "unreadable") return known(feature, "error", "unreadable");
	if (before.type === "other") return known(feature, "skipped", "not-compared");
	if (after === void 0) return known(feature, "drift", "gone");
	if (after.type === "other" || after.type !== before.type) return known(feature, "drift", "other-type");
	const [held, holds] = [valuesOf(before), valuesOf(after)];
	const [rows, now] = [rowsOf(before), rowsOf(after)];
	if (Math.min(rows, now) < LEAST_ROWS) return known(feature, "insufficient-data", "too-few-rows");
	const missing = missingOf([rows - held, rows], [now - holds, now]);
	if (held === 0 || holds === 0) return {
		...known(feature, "skipped", "no-values"),
		...missing
	};
	if (Math.min(held, holds) < LEAST_ROWS) return {
		...known(feature, "insufficient-data", "too-few-rows"),
		...missing
	};
	if (before.type === "number" && after.type === "number") {
		const values = testNumbers(before, after, learned?.get(feature) ?? numbers, seed);
		const found = exact.get(feature);
		const known = found === void 0 ? values : {
			...values,
			...found,
			atMost: found.distance
		};
		return {
			feature,
			...missing,
			values: known,
			...rangeOf(before, after)
		};
	}
	const [first, second] = [before, after];
	return {
		feature,
		...missing,
		values: testCategories(first, second)
	};
}
function judged({ feature, known: already, values, missing, range }, chances, tests, thresholds) {
	const { level } = thresholds;
	const own = thresholds.learned?.get(feature);
	const usual = values?.test === "kolmogorov-smirnov" ? thresholds.numbers : thresholds.categories;
	const effect = own ?? usual;
	const smallest = values?.smallestAt(level / Math.max(1, tests)) ?? 0;
	const isLikely = chances.values !== void 0 && chances.values < level;
	const atMost = values !== void 0 && "atMost" in values ? values.atMost : values?.distance ?? 0;
	const found = [];
	if (values !== void 0 && isLikely && values.distance > effect) found.push("distribution");
	if (missing !== void 0 && (chances.missing ?? 1) < level && Math.abs(missing.difference) > thresholds.missing) found.push("missing-values");
	const open = [];
	if (isLikely && (values?.distance ?? 0) <= effect && atMost > effect) open.push("cells-too-wide");
	if (!isLikely && smallest > effect) open.push("too-few-rows");
	return {
		feature,
		status: found.length > 0 ? "drift" : already?.status ?? (open.length > 0 ? "insufficient-data" : "ok"),
		grounds: found.length > 0 ? found : already?.grounds ?? open,
		...values && { values: shownOf(values, chances.values, smallest, own) },
		...missing && { missing: {
			rates: missing.rates,
			"p-value": chances.missing,
			"unadjusted-p-value": missing.pValue
		} },
		...values !== void 0 && "added" in values && categoriesOf$1(values),
		...range && { range }
	};
}
function shownOf(values, pValue, smallest, threshold) {
	const shared = {
		test: values.test,
		distance: values.distance,
		...threshold !== void 0 && { threshold },
		"p-value": pValue,
		"unadjusted-p-value": values.pValue,
		"smallest-distance": smallest,
		psi: values.psi
	};
	if (!("atMost" in values)) return shared;
	const { atMost, wasserstein, location, direction, distance } = values;
	return {
		...shared,
		...atMost > distance && { "distance-at-most": atMost },
		...Number.isFinite(wasserstein) && { wasserstein },
		...distance > 0 && {
			location,
			direction
		}
	};
}
function categoriesOf$1({ added, vanished }) {
	return {
		...Object.keys(added).length > 0 && { added },
		...vanished.length > 0 && { vanished: [...vanished] }
	};
}
function known(feature, status, ground) {
	return {
		feature,
		known: {
			status,
			grounds: [ground]
		}
	};
}
function missingOf(before, after) {
	const [first, second] = [before, after].map(([count, rows]) => ({
		count,
		rows
	}));
	const missing = first.count + second.count;
	if (missing === 0 || missing === first.rows + second.rows) return {};
	const rates = [first.count / first.rows, second.count / second.rows];
	return { missing: {
		...twoProportions(first, second),
		rates
	} };
}
function rangeOf(before, after) {
	const [reference, current] = [before, after].map(({ least, most }) => [least, most]);
	return current[0] < reference[0] || current[1] > reference[1] ? { range: {
		reference,
		current
	} } : {};
}
function valuesOf(profile) {
	return profile.type === "number" ? numbersIn(profile) : valuesIn(profile);
}
function rowsOf(profile) {
	const { nulls } = profile;
	return valuesOf(profile) + nulls + (profile.type === "number" ? profile.nan + profile.infinite : 0);
}
// src/domain/drift/learned-thresholds.ts
function leastChunks(level) {
	return Math.ceil(1 / level) - 1;
}
function learnThresholds(whole, chunks, level) {
	if (chunks.length < leastChunks(level)) return void 0;
	const distances = new Map([...whole].map(([feature, profile]) => [feature, chunks.map((chunk) => distanceFromRest(profile, chunk.get(feature)))]));
	const scales = new Map([...distances].flatMap(([feature, found]) => {
		const scale = Math.sqrt(found.reduce((sum, distance) => sum + distance ** 2, 0) / found.length);
		return scale > 0 ? [[feature, scale]] : [];
	}));
	const maxima = chunks.map((_, index) => {
		const ratios = [...scales].map(([feature, scale]) => (distances.get(feature)?.[index] ?? 0) / scale);
		return Math.max(0, ...ratios);
	});
	const rank = Math.ceil((1 - level) * (chunks.length + 1) - ROUNDING);
	const factor = maxima.toSorted((a, b) => a - b)[rank - 1];
	return new Map([...scales].map(([feature, scale]) => [feature, Math.min(1, factor * scale)]));
}
const ROUNDING = 1e-9;
function distanceFromRest(whole, chunk) {
	if (whole.type === "number" && chunk?.type === "number") return distanceOfNumbers(whole, chunk);
	if (whole.type === "category" && chunk?.type === "category") return distanceOfCategories(whole, chunk);
	return 0;
}
function distanceOfNumbers(whole, chunk) {
	const rest = subtractNumbers(whole, chunk);
	if (numbersIn(rest) === 0 || numbersIn(chunk) === 0) return 0;
	const { steps, n, m } = numberDistance(rest, chunk);
	return steps / (n * m);
}
function distanceOfCategories(whole, chunk) {
	const rest = subtractCategories(whole, chunk);
	return valuesIn(rest) === 0 || valuesIn(chunk) === 0 ? 0 : testCategories(rest, chunk).distance;
}
// src/commands/learn-from-chunks.ts
const MOST_CHUNKS = 200;
async function learnFromChunks(path, profile, { rows, level }, tables) {
	const least = leastChunks(level);
	const total = await tables.countRows(path);
	const there = rows === 0 ? 0 : Math.floor(total / rows);
	if (there < least) return { why: `thresholds are learned from ${least} parts of the reference, each as large as the current sample; it has rows for ${there}, and the usual thresholds hold` };
	const columns = [...profile].flatMap(([name, { type }]) => type === "number" ? [{
		name,
		kind: "number"
	}] : type === "category" ? [{
		name,
		kind: "text"
	}] : []);
	const step = Math.ceil(there / MOST_CHUNKS);
	const chunks = [];
	let number = 0;
	for await (const batch of tables.read(path, columns, rows)) {
		if (batch.rows === rows && number % step === 0) chunks.push(profileOf(batch.columns, columns, profile));
		number += 1;
	}
	const thresholds = learnThresholds(profile, chunks, level);
	if (thresholds === void 0) throw new Error(`${there} chunks were counted, and ${chunks.length} read`);
	return {
		thresholds,
		chunks: chunks.length
	};
}
function profileOf(values, columns, whole) {
	return new Map(columns.map(({ name }, index) => {
		const [found, known] = [values[index], whole.get(name)];
		if (found?.kind === "number" && known?.type === "number") return [name, profileNumbers(found.values, 0, known.cut)];
		if (found?.kind === "text" && known?.type === "category") return [name, categoriesOf(found, known)];
		return [name, { type: "other" }];
	}));
}
function categoriesOf({ codes, words }, { named }) {
	const rows = new Float64Array(words.length);
	for (const code of codes) rows[code] = rows[code] + 1;
	const counts = new Map();
	let nulls = 0;
	for (const [code, word] of words.entries()) {
		const count = rows[code];
		if (word === "") nulls += count;
		else if (count > 0) counts.set(word, count);
	}
	return profileCategories(counts, nulls, new Set(Object.keys(named)));
}
// src/commands/monitor.ts
const RESAMPLES = 2e3;
const File = string().check(_minLength(1), _maxLength(4e3));
const input = strictObject({
	model,
	current: optional(File),
	sql: optional(string().check(_minLength(1), _maxLength(2e4))),
	time: optional(UserName),
	window: optional(Span),
	until: optional(Moment),
	version: optional(version),
	reference: optional(File),
	learn: _default(boolean(), false),
	metrics,
	seed: _default(int().check(_gte(0), _lte(2 ** 31 - 1)), 0),
	evidence: _default(boolean(), true)
});
const monitor = defineMeasurement({
	name: "monitor",
	summary: "Whether what production sees is still what the model was trained on.",
	details: `Compares each column that both samples have: numbers by Kolmogorov and Smirnov's test, categories by the chi-squared
test of homogeneity, and the share of missing values beside them. A feature drifted when the difference is large
enough to matter and its p-value, adjusted over all tests of the run, is below 0.05. Where too few rows could not
have shown such a difference, it says so in place of a pass. The target may be missing from what production saw. The
training data are read once: their profile is kept as evidence, and from then on a run reads the current sample
alone. Where model.yaml says what production saw (monitor: {current: …}), no more than the model is named.`,
	positional: ["model", "current"],
	examples: [
		{
			command: "modelyard monitor telco-churn current.csv",
			does: "compares a file with what the champion was trained on"
		},
		{
			command: "modelyard monitor telco-churn march.csv --reference february.csv",
			does: "compares two files, column by column"
		},
		{
			command: "modelyard monitor telco-churn 'seen/2026-*.csv' --time seen_at --window 7d",
			does: "looks at the last seven days of many files"
		}
	],
	permission: "read",
	doors: ["action", "cli"],
	input,
	results: ["drift"],
	async run(given, ports, watch) {
		const found = await readWorkingDefinition(given.model, ports.worktree);
		const { target, monitor: keys = {} } = found.definition;
		const thresholds = thresholdsOf(keys);
		const ignored = new Set(keys.ignore);
		const source = currentSource(given, keys.current, ports.clock.now());
		const other = referenceSource(given, keys, source);
		const folder = await ports.process.temporaryFolder();
		try {
			const reference = await readReference({
				...given,
				reference: other
			}, found, folder, ports, watch);
			watch.progress?.("reading the current sample");
			const current = await openSample(source, "current sample", folder, ports);
			const learned = given.learn || keys.thresholds?.learned === true ? await learn(reference, current, {
				level: thresholds.level,
				ignored
			}, ports.tables, watch) : { remarks: [] };
			const rules = {
				thresholds: {
					...thresholds,
					learned: learned.thresholds
				},
				ignored,
				seed: given.seed
			};
			const { features, profile } = await compared(reference, current.path, rules, ports.tables, watch);
			const labelled = features.map((feature) => unlabelled(feature, target));
			const result = {
				kind: "drift",
				model: given.model,
				outcome: outcomeOfDrift(labelled),
				reference: reference.facts,
				current: current.facts,
				thresholds,
				...learned.chunks !== void 0 && { chunks: learned.chunks },
				features: labelled,
				seed: given.seed,
				evidence: reference.written,
				remarks: [
					...sameRows(reference.facts.sha256, current.facts.sha256, source),
					...reference.remarks,
					...learned.remarks,
					...current.remarks,
					...await sharedTimes(source, other, current, ports.tables),
					...await repeated(current, profile, ports.tables),
					...unknownColumns(ignored, features)
				],
				next: reference.written.some(({ is }) => is === "new") ? [PROFILED] : []
			};
			if (given.metrics !== void 0) await writeMetrics(given.metrics, driftMetrics(result, ports.clock.now()), ports);
			return result;
		} finally {
			await folder.remove();
		}
	}
});
const PROFILED = "the next promotion of this version takes its profile along; from then on a run needs no training data";
function thresholdsOf({ thresholds: given = {} }) {
	const usual = DEFAULT_THRESHOLDS;
	return {
		level: given.level ?? usual.level,
		numbers: given.numbers ?? usual.numbers,
		categories: given.categories ?? usual.categories,
		missing: given.missing ?? usual.missing
	};
}
function referenceSource(given, keys, current) {
	if (given.reference !== void 0) return {
		from: { files: given.reference },
		isKept: false
	};
	return given.version !== void 0 || keys.reference === void 0 ? void 0 : keptReference(keys.reference, current);
}
function sameRows(reference, current, source) {
	if (reference !== current) return [];
	return [`both samples are the same ${plainFile(source) === void 0 ? "rows" : "file"}`];
}
async function sharedTimes(source, reference, { path, facts }, tables) {
	const windows = sharedTimesOf(source, reference);
	if (source.times === void 0 || windows.length === 0) return [];
	return overlapRemarks(await tables.countWithin(path, source.times.column, windows), facts.rows);
}
async function repeated({ path, facts }, profile, tables) {
	if ([...profile.values()].some(({ type }) => type === "unreadable")) return [];
	return repeatRemarks(await tables.countRepeats(path), facts.rows, profile);
}
async function learn(reference, { facts }, { level, ignored }, tables, { progress }) {
	const path = await reference.rowsAt();
	if (path === void 0) return { remarks: ["thresholds are learned from rows of the reference, which are not at hand: the usual ones hold"] };
	progress?.("learning thresholds from parts of the reference");
	const found = await learnFromChunks(path, new Map([...reference.profile].filter(([column]) => !ignored.has(column))), {
		rows: facts.rows,
		level
	}, tables).catch(unlessUnread);
	return "why" in found ? { remarks: [found.why] } : {
		...found,
		remarks: []
	};
}
function unlessUnread(error) {
	if (!(error instanceof ModelyardError) || error.code !== "bad-data") throw error;
	return { why: `thresholds could not be learned, and the usual ones hold: ${error.message}` };
}
async function compared(reference, current, { thresholds, ignored, seed }, tables, { progress }) {
	const { profile } = reference;
	const kept = ([column]) => !ignored.has(column);
	const before = new Map([...profile].filter(kept));
	const after = await profileAgainst(current, before, tables);
	const seen = new Map([...after].filter(kept));
	const left = [...new Set([...profile.keys(), ...after.keys()])].filter((column) => ignored.has(column));
	const judge = (exact) => [...judgeDrift(before, seen, thresholds, seed, exact), ...left.map((feature) => ({
		feature,
		status: "skipped",
		grounds: ["ignored"]
	}))];
	const found = judge();
	const open = undecided(found);
	const rows = open.length === 0 ? void 0 : await reference.rowsAt();
	if (rows === void 0) return {
		features: found,
		profile: after
	};
	progress?.("computing distances anew that the profile leaves open");
	return {
		features: judge(await exactly(open, rows, current, seed, tables)),
		profile: after
	};
}
function unknownColumns(ignored, features) {
	const known = new Set(features.map(({ feature }) => feature));
	const gone = [...ignored].filter((column) => !known.has(column));
	return gone.length === 0 ? [] : [`model.yaml leaves out what neither sample has: ${gone.join(", ")}`];
}
async function exactly(columns, reference, current, seed, tables) {
	const found = new Map();
	for (const column of columns) {
		const [before, after] = await Promise.all([tables.numbers(reference, [column]), tables.numbers(current, [column])]);
		const { statistic, pValue } = kolmogorovSmirnov(before[0] ?? new Float64Array(), after[0] ?? new Float64Array(), {
			resamples: RESAMPLES,
			seed
		});
		found.set(column, {
			distance: statistic,
			pValue
		});
	}
	return found;
}
function unlabelled(found, target) {
	if (found.feature !== target || !found.grounds.includes("gone")) return found;
	return {
		...found,
		status: "skipped",
		grounds: ["no-labels"]
	};
}
export { monitor };
