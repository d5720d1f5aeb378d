import { p as MODELYARD, r as openReportingPorts, t as runAction } from "./heavy/run.mjs";
// actions/modelyard/index.ts
await runAction({
	definition: MODELYARD,
	load: async () => (await import("./heavy/compare.mjs")).compare,
	openPorts: openReportingPorts,
	reporting: {
		inputs: [
			"part",
			"on",
			"number",
			"sha",
			"registry"
		],
		load: async () => (await import("./heavy/report.mjs")).report
	}
});
export {};
