import { Z as NO_POINTERS, et as movePointers, it as firstStage, nt as versionsIn, rt as archiveStage, tt as stageOf } from "./registry-reader.mjs";

// src/domain/registry/fold.ts
/**
* Follows the records from no pointers at all. A record names everything that it moves, so the fold needs no
* policy of the time. Faults are reported and the move is made all the same, so that later ones can be judged.
*/
function foldRecords(records, lifecycle) {
	const steps = [];
	const faults = [];
	let pointers = NO_POINTERS;
	for (const [index, record] of records.entries()) {
		const number = index + 1;
		for (const message of faultsOf(record, pointers, lifecycle)) faults.push({
			record: number,
			message
		});
		pointers = movePointers(pointers, moveOf(record, lifecycle), lifecycle);
		steps.push(pointers);
	}
	return {
		steps,
		pointers,
		faults
	};
}
/** What a record does to the pointers. */
function moveOf(record, lifecycle) {
	if (record.kind === "alias") return { aliases: record.aliases };
	const { version, from, to, aliases } = record;
	const displaces = record.kind === "archive" ? void 0 : record.displaces;
	return {
		version,
		from,
		to: to === firstStage(lifecycle) ? OFF : to,
		displaces,
		aliases
	};
}
const OFF = "";
function* faultsOf(record, pointers, lifecycle) {
	if (record.kind === "alias") return;
	const known = (stage) => lifecycle.stages.includes(stage);
	for (const stage of [record.from, record.to]) if (!known(stage)) yield `names the stage \`${stage}\`, which the lifecycle does not have`;
	const standing = stageOf(pointers, record.version) ?? firstStage(lifecycle);
	if (standing !== record.from) yield `moves version ${record.version} from ${record.from}, but the records before it leave it in ${standing}`;
	if (record.kind === "archive") {
		if (record.to !== archiveStage(lifecycle)) yield `archives to ${record.to}, which is not the archive`;
		return;
	}
	if (record.displaces !== void 0 && !versionsIn(pointers, record.to).includes(record.displaces)) yield `displaces version ${record.displaces}, which was not in ${record.to}`;
}
/** Whether two pointers say the same: the order of versions in a stage counts, that of keys does not. */
function samePointers(a, b) {
	const text = ({ stages, aliases }) => JSON.stringify([Object.entries(stages).sort(byKey), Object.entries(aliases).sort(byKey)]);
	return text(a) === text(b);
}
function byKey([a], [b]) {
	return a < b ? -1 : a > b ? 1 : 0;
}

export { moveOf as n, samePointers as r, foldRecords as t };