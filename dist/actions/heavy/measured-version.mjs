import { i as writeEvidence, r as originOf, t as sideOf } from "./version-side.mjs";
import { i as readVersion, n as openRegistry, o as resolveVersion, r as readModel } from "./evidence-file.mjs";
// src/commands/measured-version.ts
async function readMeasuredVersion({ model, version }, { repository }) {
	const registry = await openRegistry(repository);
	const state = await readModel(registry, model);
	return {
		registry,
		state,
		record: await readVersion(registry, state.name, await resolveVersion(registry, state, version))
	};
}
function identityOf({ registry, state, record }) {
	return {
		model: state.name,
		commit: registry.commit,
		version: sideOf(state, record)
	};
}
async function leaveFinding({ registry, state, record }, finding, startedAt, ports) {
	const evidence = {
		schema: 1,
		...finding,
		subject: { artifact: record.artifact.sha256 },
		origin: await originOf(startedAt, registry.commit, ports, [])
	};
	return (await writeEvidence(registry, state, record, evidence, ports)).written;
}
export { leaveFinding as n, readMeasuredVersion as r, identityOf as t };
