import { n as openHeavyPorts, t as runAction, u as BENCH } from "./heavy/run.mjs";
// actions/bench/index.ts
await runAction({
	definition: BENCH,
	load: async () => (await import("./heavy/bench.mjs")).bench,
	openPorts: openHeavyPorts
});
export {};
