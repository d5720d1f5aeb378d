import { n as openHeavyPorts, p as EVALUATE, t as runAction } from "./heavy/run.mjs";
// actions/evaluate/index.ts
await runAction({
	definition: EVALUATE,
	load: async () => (await import("./heavy/evaluate.mjs")).evaluate,
	openPorts: openHeavyPorts
});
export {};
