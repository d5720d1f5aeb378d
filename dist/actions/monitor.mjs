import { m as MONITOR, n as openHeavyPorts, t as runAction } from "./heavy/run.mjs";
// actions/monitor/index.ts
await runAction({
	definition: MONITOR,
	load: async () => (await import("./heavy/monitor.mjs")).monitor,
	openPorts: openHeavyPorts
});
export {};
