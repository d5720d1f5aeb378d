import { _ as planInputs, n as readModelBytes, p as limitRemarks } from "./score-version.mjs";
import { C as strictObject, N as _lte, O as _gt, f as int, g as number, k as _gte, n as _default } from "./schemas.mjs";
import { c as ModelyardError } from "./run.mjs";
import { l as LATENCY_QUANTILES } from "./metric-catalogue.mjs";
import "./tests.mjs";
import { t as ascendingOrder } from "./order.mjs";
import { t as randomStream } from "./random.mjs";
import { _ as championOf, g as CHAMPION$1, i as readVersion, n as openRegistry, o as resolveVersion, r as readModel } from "./evidence-file.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { n as withEvaluationData } from "./evaluation-data.mjs";
import { i as writeEvidence, r as originOf, t as sideOf } from "./version-side.mjs";
import { a as version, r as model, t as measureInputs } from "./inputs.mjs";
import { c as rowsMeasuredOn, l as rowsRemarks, s as namedData } from "./read-predictions.mjs";
import { t as sampleRows } from "./sample-rows.mjs";
// src/domain/latency/block-ratio.ts
const SHARES = {
	p50: .5,
	p95: .95,
	p99: .99
};
const SHARE_LIST = LATENCY_QUANTILES.map((name) => SHARES[name]);
function quantileRatiosOverBlocks(first, second, { blocks, resamples, seed }) {
	refuseUnfit(first, second, blocks);
	const series = [inOrder(first, blocks), inOrder(second, blocks)];
	const counts = new Uint32Array(blocks).fill(1);
	const observed = series.map((one) => weightedQuantiles(one, counts));
	const random = randomStream(seed);
	const drawn = SHARE_LIST.map(() => new Float64Array(resamples));
	for (let resample = 0; resample < resamples; resample += 1) {
		counts.fill(0);
		for (let draw = 0; draw < blocks; draw += 1) {
			const block = random.below(blocks);
			counts[block] = counts[block] + 1;
		}
		const [under, over] = series.map((one) => weightedQuantiles(one, counts));
		for (const [at, ratios] of drawn.entries()) ratios[resample] = over[at] / under[at];
	}
	const ratios = LATENCY_QUANTILES.map((name, at) => {
		const [under, over] = observed.map((quantiles) => quantiles[at]);
		const sorted = drawn[at].sort();
		const bound = (share) => sorted[Math.round(share * (resamples - 1))];
		return [name, {
			first: under,
			second: over,
			ratio: {
				value: over / under,
				low: bound(.025),
				high: bound(.975)
			}
		}];
	});
	return Object.fromEntries(ratios);
}
function inOrder(series, blocks) {
	const order = ascendingOrder(series);
	const length = Math.floor(series.length / blocks);
	const sizes = new Uint32Array(blocks).fill(length);
	sizes[blocks - 1] = series.length - length * (blocks - 1);
	return {
		times: Float64Array.from(order, (at) => series[at]),
		blockOf: order.map((at) => Math.min(blocks - 1, Math.floor(at / length))),
		sizes
	};
}
function weightedQuantiles({ times, blockOf, sizes }, counts) {
	let total = 0;
	for (let block = 0; block < sizes.length; block += 1) total += sizes[block] * counts[block];
	const found = [];
	let passed = 0;
	for (let at = 0; at < times.length && found.length < SHARE_LIST.length; at += 1) {
		passed += counts[blockOf[at]];
		while (found.length < SHARE_LIST.length && passed >= SHARE_LIST[found.length] * total) found.push(times[at]);
	}
	return found;
}
function refuseUnfit(first, second, blocks) {
	if (first.length !== second.length) throw new ModelyardError({
		code: "shape-mismatch",
		message: `there are ${first.length} times of one and ${second.length} of the other`,
		next: "time both in every pair"
	});
	if (blocks < 1 || first.length < blocks) throw new ModelyardError({
		code: "empty-sample",
		message: `${first.length} pairs cannot be cut into ${blocks} blocks`,
		next: "time more pairs, or cut fewer blocks"
	});
}
// src/domain/latency/summary.ts
const RESAMPLES = 2e3;
function summarizeLatency(same, compared, { rowsPerRequest, warmUp, blocks, seed }) {
	const drawn = {
		blocks,
		seed,
		resamples: RESAMPLES
	};
	const alike = quantileRatiosOverBlocks(...same, drawn);
	const apart = quantileRatiosOverBlocks(...compared, drawn);
	return {
		"rows-per-request": rowsPerRequest,
		pairs: compared[0].length,
		"warm-up": warmUp,
		blocks,
		seed,
		"same-against-same": ofEach(alike, ({ ratio }) => ratio),
		quantiles: ofEach(apart, ({ first, second, ratio }) => ({
			"champion-ms": first,
			"challenger-ms": second,
			ratio
		}))
	};
}
function ofEach(found, take) {
	return {
		p50: take(found.p50),
		p95: take(found.p95),
		p99: take(found.p99)
	};
}
const QUIET = 1.1;
function noisyQuantiles(latency) {
	const same = latency["same-against-same"];
	return ["p50", "p95"].filter((name) => same[name].high > QUIET || same[name].low < 1 / QUIET);
}
const MOST_PAIRS = 2e4;
const MOST_BLOCKS = 100;
const LEAST_BLOCK = 10;
function pairedTurns(pairs, models, requests, random) {
	const turns = {
		models: new Uint32Array(2 * pairs),
		requests: new Uint32Array(2 * pairs)
	};
	for (let pair = 0; pair < pairs; pair += 1) {
		const turned = random.below(2);
		const request = random.below(requests);
		for (const place of [0, 1]) {
			turns.models[2 * pair + place] = models[place === turned ? 0 : 1];
			turns.requests[2 * pair + place] = request;
		}
	}
	return turns;
}
function turnsBetween({ models, requests }, from, to) {
	return {
		models: models.subarray(2 * from, 2 * to),
		requests: requests.subarray(2 * from, 2 * to)
	};
}
function timesByPair({ models }, times, first) {
	const series = [new Float64Array(times.length / 2), new Float64Array(times.length / 2)];
	for (let turn = 0; turn < times.length; turn += 1) series[models[turn] === first ? 0 : 1][turn >> 1] = times[turn];
	return series;
}
function planPairs(budgetMs, msOfBoth) {
	const fitting = Math.min(MOST_PAIRS, Math.max(200, Math.floor(budgetMs / msOfBoth)));
	const blocks = Math.min(MOST_BLOCKS, Math.floor(fitting / LEAST_BLOCK));
	return {
		pairs: fitting - fitting % blocks,
		blocks
	};
}
// src/commands/time-pairs.ts
const CHAMPION = 0;
const CHAMPION_AGAIN = 1;
const CHALLENGER = 2;
const WARM_UP_PAIRS = 100;
const WARM_UP_SHARE = .1;
async function timePairs(timing, { progress }) {
	const { loaded, requests, rowsPerRequest, seed } = timing;
	const random = randomStream(seed);
	progress?.("warming up");
	const warm = await warmUp(timing, random);
	const { pairs, blocks } = planPairs(timing.seconds * 1e3, warm.msOfBoth);
	const lot = Math.max(1, Math.floor(500 / warm.msOfBoth));
	const take = async (second, step) => {
		const turns = pairedTurns(pairs, [CHAMPION, second], requests, random);
		return timesByPair(turns, await inLots(loaded, turns, pairs, lot, (share) => progress?.(step, share)), CHAMPION);
	};
	const same = await take(CHAMPION_AGAIN, "timing the champion against itself");
	const compared = await take(CHALLENGER, "timing champion and challenger");
	progress?.("computing intervals");
	return summarizeLatency(same, compared, {
		rowsPerRequest,
		warmUp: warm.pairs,
		blocks,
		seed
	});
}
async function inLots(loaded, turns, pairs, lot, progress) {
	const times = new Float64Array(2 * pairs);
	for (let from = 0; from < pairs; from += lot) {
		progress(from / pairs);
		times.set(await loaded.time(turnsBetween(turns, from, Math.min(pairs, from + lot))), 2 * from);
	}
	return times;
}
async function warmUp({ loaded, requests, seconds }, random) {
	const budgetMs = seconds * 1e3 * WARM_UP_SHARE;
	let pairs = 0;
	let spentMs = 0;
	let msOfBoth;
	do {
		msOfBoth = 0;
		for (const second of [CHAMPION_AGAIN, CHALLENGER]) {
			const turns = pairedTurns(WARM_UP_PAIRS / 2, [CHAMPION, second], requests, random);
			const times = await loaded.time(turns);
			msOfBoth += typicalPair(times);
		}
		pairs += WARM_UP_PAIRS;
		spentMs += msOfBoth * WARM_UP_PAIRS / 2;
	} while (spentMs + msOfBoth * WARM_UP_PAIRS / 2 <= budgetMs && pairs < 5e3);
	return {
		pairs,
		msOfBoth
	};
}
function typicalPair(times) {
	const pairs = Float64Array.from({ length: times.length / 2 }, (_, pair) => times[2 * pair] + times[2 * pair + 1]).sort();
	const kept = pairs.subarray(0, Math.ceil(pairs.length * .9));
	return kept.reduce((sum, time) => sum + time, 0) / kept.length;
}
// src/commands/bench.ts
const MOST_REQUESTS = 1e3;
const MOST_ROWS = 2e5;
const bench = defineMeasurement({
	name: "bench",
	summary: "How fast a version answers, against the champion.",
	details: `Loads the champion twice and the challenger once in one process and lets them answer the same
requests in pairs, in random order: first the champion against itself, then champion against challenger. Reports
ratios of p50, p95 and p99 with intervals. Times are service times of single requests, one at a time: no queue
and no network is in them.`,
	positional: [
		"model",
		"champion",
		"challenger"
	],
	examples: [{
		command: "modelyard bench telco-churn 2 5 --seconds 2",
		does: "compares how fast two versions answer"
	}, {
		command: "modelyard bench telco-churn --rows-per-request 256 --seconds 2 --no-evidence",
		does: "looks at batches of the newest version, for information"
	}],
	permission: "write",
	doors: ["action", "cli"],
	asksGitHub: true,
	input: strictObject({
		model,
		champion: _default(version, CHAMPION$1),
		challenger: _default(version, "latest"),
		rowsPerRequest: _default(int().check(_gte(1), _lte(MOST_ROWS)), 1),
		seconds: _default(number().check(_gt(0), _lte(3600)), 20),
		seed: _default(int().check(_gte(0), _lte(2 ** 31 - 1)), 0),
		...measureInputs
	}),
	results: ["latency"],
	async run(input, ports, watch) {
		const startedAt = ports.clock.now();
		const registry = await openRegistry(ports.repository);
		const state = await readModel(registry, input.model);
		if (input.champion === "champion" && championOf(state.pointers) === void 0) throw nothingToCompare(state.name);
		const [champion, challenger] = await Promise.all([input.champion, input.challenger].map(async (text) => readVersion(registry, state.name, await resolveVersion(registry, state, text))));
		return withEvaluationData(state, input, [champion, challenger], ports, (data) => timed(input, {
			startedAt,
			registry,
			state,
			champion,
			challenger,
			data
		}, ports, watch));
	}
});
async function timed(input, { startedAt, registry, state, champion, challenger, data }, ports, watch) {
	const present = await ports.tables.columns(data.path);
	const sides = [await sideToTime(registry, state, champion, present, ports), await sideToTime(registry, state, challenger, present, ports)];
	const { rowsPerRequest } = input;
	const columns = sides.flatMap(({ plan }) => plan.columns);
	const rows = await sampleRows(ports.tables, data, columns, {
		parts: Math.min(MOST_REQUESTS, Math.floor(MOST_ROWS / rowsPerRequest)),
		length: rowsPerRequest
	});
	const models = timedModels(state, sides);
	const loaded = await ports.stopwatch.load({
		models,
		rows,
		rowsPerRequest,
		signal: watch.signal
	});
	const facts = await (async () => {
		try {
			const requests = rows.rows / rowsPerRequest;
			const { seconds, seed } = input;
			return await timePairs({
				loaded,
				requests,
				rowsPerRequest,
				seconds,
				seed
			}, watch);
		} finally {
			await loaded.close();
		}
	})();
	const evidence = {
		schema: 1,
		kind: "latency",
		subject: {
			artifact: challenger.artifact.sha256,
			...rowsMeasuredOn(data),
			champion: champion.artifact.sha256
		},
		facts,
		origin: await originOf(startedAt, registry.commit, ports, [])
	};
	const written = input.evidence ? [(await writeEvidence(registry, state, challenger, evidence, ports)).written] : [];
	const noisy = noisyQuantiles(facts);
	return {
		kind: "latency",
		model: state.name,
		commit: registry.commit,
		champion: sideOf(state, champion),
		challenger: sideOf(state, challenger),
		facts,
		noisy,
		data: namedData(data),
		engine: ports.inference.engine,
		seconds: (ports.clock.now() - startedAt) / 1e3,
		evidence: written,
		remarks: [
			...new Set(sides.flatMap(({ plan }) => plan.remarks)),
			...limitRemarks(loaded.memoryLimit),
			...champion.artifact.sha256 === challenger.artifact.sha256 ? ["both versions are the same artifact"] : [],
			...rowsRemarks(data)
		],
		next: noisy.length === 0 ? [] : [`measure again where less else runs, or longer: modelyard bench ${state.name} ${champion.version} ${challenger.version} --seconds 60`]
	};
}
async function sideToTime(registry, state, record, present, ports) {
	const bytes = await readModelBytes(registry, state, record, ports, void 0);
	const signature = record.signature ?? (await ports.inference.describe(bytes)).signature;
	return {
		bytes,
		plan: planInputs(signature, present, state.definition.target)
	};
}
function timedModels({ definition }, [champion, challenger]) {
	const task = definition.task === "regression" ? "regression" : "classification";
	const behind = champion.plan.columns.length;
	const shifted = challenger.plan.inputs.map((input) => ({
		...input,
		columns: input.columns.map((position) => position + behind)
	}));
	const first = {
		model: champion.bytes,
		inputs: champion.plan.inputs,
		task
	};
	return [
		first,
		first,
		{
			model: challenger.bytes,
			inputs: shifted,
			task
		}
	];
}
function nothingToCompare(name) {
	return new ModelyardError({
		code: "unknown-version",
		message: `${name} has no champion yet, and one version alone has no ratio`,
		next: `name two versions: modelyard bench ${name} 1 2`
	});
}
export { bench };
