import { f as EVALUATE, n as openHeavyPorts, t as runAction } from "./heavy/run.mjs";
// actions/evaluate/index.ts
await runAction({
	definition: EVALUATE,
	load: async () => (await import("./heavy/evaluate.mjs")).evaluate,
	openPorts: openHeavyPorts
});
export {};
