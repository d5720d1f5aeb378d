import { l as BENCH, n as openHeavyPorts, t as runAction } from "./heavy/run.mjs";
// actions/bench/index.ts
await runAction({
	definition: BENCH,
	load: async () => (await import("./heavy/bench.mjs")).bench,
	openPorts: openHeavyPorts
});
export {};
