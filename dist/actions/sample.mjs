import { _ as SAMPLE, n as openHeavyPorts, t as runAction } from "./heavy/run.mjs";
// actions/sample/index.ts
await runAction({
	definition: SAMPLE,
	load: async () => (await import("./heavy/sample.mjs")).sample,
	openPorts: openHeavyPorts
});
export {};
