import { t as randomStream } from "./random.mjs";
import { a as metricEntry } from "./metric-catalogue.mjs";
import { c as familyValues, s as whyUndefined, u as prepareFamilies } from "./judge-measured.mjs";
// src/domain/comparison/importance.ts
function featureLosses(metric, value, shuffled) {
	return shuffled.map(({ column, values }) => {
		const losses = values.map((other) => lossOf(metric, value, other));
		return {
			column,
			loss: losses.reduce((total, loss) => total + loss, 0) / losses.length,
			low: Math.min(...losses),
			high: Math.max(...losses)
		};
	}).sort((a, b) => b.loss - a.loss);
}
function lossOf(metric, before, after) {
	switch (metricEntry(metric).direction) {
		case "higher": return before - after;
		case "lower": return after - before;
		case "zero": return Math.abs(after) - Math.abs(before);
	}
}
function singleMetric(metric, predictions, settings) {
	const why = whyUndefined([predictions])(metric);
	if (why !== void 0) return { why };
	const value = familyValues(prepareFamilies(predictions, settings, [metric])).get(metric);
	return value !== void 0 && Number.isFinite(value) ? value : { why: "it is not a finite number on these rows" };
}
function rowOrders(rows, repeats, seed) {
	const random = randomStream(seed);
	return Array.from({ length: repeats }, () => {
		const order = Uint32Array.from({ length: rows }, (_, row) => row);
		for (let last = rows - 1; last > 0; last -= 1) {
			const other = random.below(last + 1);
			const kept = order[last];
			order[last] = order[other];
			order[other] = kept;
		}
		return order;
	});
}
function drawEvenly(total, count, seed) {
	const random = randomStream(seed);
	return Uint32Array.from({ length: count }, (_, part) => {
		const start = Math.floor(part * total / count);
		return start + random.below(Math.floor((part + 1) * total / count) - start);
	});
}
export { singleMetric as i, featureLosses as n, rowOrders as r, drawEvenly as t };
