import { C as strictObject, o as array, p as literal, r as _enum } from "./schemas.mjs";
import { l as Latency } from "./tests.mjs";
import { i as Side, r as Measured } from "./measurement2.mjs";
// src/domain/results/latency.ts
const LatencyResult = strictObject({
	kind: literal("latency"),
	champion: Side,
	challenger: Side,
	facts: Latency,
	noisy: array(_enum(["p50", "p95"])),
	...Measured
});
export { LatencyResult };
