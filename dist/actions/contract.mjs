import { d as CONTRACT, n as openHeavyPorts, t as runAction } from "./heavy/run.mjs";
// actions/contract/index.ts
await runAction({
	definition: CONTRACT,
	load: async () => (await import("./heavy/contract.mjs")).contract,
	openPorts: openHeavyPorts
});
export {};
