import { g as REPRODUCE, n as openHeavyPorts, t as runAction } from "./heavy/run.mjs";
// actions/reproduce/index.ts
await runAction({
	definition: REPRODUCE,
	load: async () => (await import("./heavy/reproduce.mjs")).reproduce,
	openPorts: openHeavyPorts
});
export {};
