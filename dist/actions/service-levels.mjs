import { n as openHeavyPorts, t as runAction, v as SERVICE_LEVELS } from "./heavy/run.mjs";
// actions/service-levels/index.ts
await runAction({
	definition: SERVICE_LEVELS,
	load: async () => (await import("./heavy/service-levels.mjs")).serviceLevels,
	openPorts: openHeavyPorts
});
export {};
