import { n as openHeavyPorts, t as runAction, u as COMPARE } from "./heavy/run.mjs";
// actions/compare/index.ts
await runAction({
	definition: COMPARE,
	load: async () => (await import("./heavy/compare.mjs")).compare,
	openPorts: openHeavyPorts
});
export {};
