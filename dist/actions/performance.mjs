import { h as PERFORMANCE, n as openHeavyPorts, t as runAction } from "./heavy/run.mjs";
// actions/performance/index.ts
await runAction({
	definition: PERFORMANCE,
	load: async () => (await import("./heavy/performance.mjs")).performance,
	openPorts: openHeavyPorts
});
export {};
