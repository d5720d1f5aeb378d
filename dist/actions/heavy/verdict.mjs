import { a as metricEntry } from "./metric-catalogue.mjs";
// src/domain/comparison/verdict.ts
const VERDICTS = [
	"better",
	"not-worse",
	"worse",
	"inconclusive"
];
function verdictOf(difference, margin) {
	if (difference.low > 0) return "better";
	if (difference.low > -margin) return "not-worse";
	return difference.high < -margin ? "worse" : "inconclusive";
}
function signedInterval(metric, difference, interval) {
	return signedBy(metricEntry(metric).direction, difference, interval);
}
function signedBy(direction, difference, { low, high }) {
	return direction === "lower" ? {
		value: 0 - difference,
		low: 0 - high,
		high: 0 - low
	} : {
		value: difference,
		low,
		high
	};
}
export { verdictOf as i, signedBy as n, signedInterval as r, VERDICTS as t };
