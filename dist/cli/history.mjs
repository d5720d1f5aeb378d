import { n as ModelyardError } from "./error.mjs";
import { A as CONFIG_PATH, Ct as string, O as parseJson, P as modelFolder, St as strictObject, _t as array, a as readModel, b as parseDate, bt as literal, dt as ObjectId, ht as Timestamp, l as registryAsOf, n as openRegistry, pt as Sha256, yt as int, z as defineMeasurement } from "./registry-reader.mjs";
import { i as samePointers, t as foldRecords } from "./fold.mjs";
import { r as model, t as at } from "./inputs.mjs";
import { t as readPastOfModel } from "./past-of-model.mjs";

// src/domain/registry/seal.ts
/** `MODEL/N.json` on the branch `modelyard-audit`: who approved and merged a promotion, written at the merge. */
const Seal = strictObject({
	schema: literal(1),
	"pull-request": int().min(1),
	"merge-commit": ObjectId,
	"merged-by": string().max(200),
	"merged-at": Timestamp,
	approvals: array(strictObject({
		login: string().max(200),
		id: int(),
		review: int(),
		commit: ObjectId,
		at: Timestamp
	})),
	gates: Sha256.optional().describe("Digest of the gate tree that was judged.")
});
const AUDIT_BRANCH = "modelyard-audit";

// src/commands/history.ts
const history = defineMeasurement({
	name: "history",
	summary: "Who moved what where, when and why.",
	details: `Reads the records of promotions, rollbacks, archivings and alias moves, with the commits that brought them and
the approvals that were sealed. A move of the pointers that no record tells is reported as tampering, with the commit;
\`modelyard validate\` looks whether anything else that was merged was changed.`,
	positional: ["model"],
	examples: [{
		command: "modelyard history telco-churn",
		does: "lists every move"
	}, {
		command: "modelyard history telco-churn --as-of 2026-10-01",
		does: "tells how things stood on that day"
	}],
	permission: "read",
	doors: ["cli", "slash"],
	input: strictObject({
		model,
		asOf: string().min(1).max(40).optional().describe("A day, or a time with its zone; as things stood then."),
		limit: int().min(1).max(1e5).default(50).describe("How many of the newest moves to list."),
		at
	}),
	results: ["history"],
	async run(input, { repository }) {
		const registry = await asOf(await openRegistry(repository, input.at), input.asOf);
		const reading = readModel(registry, input.model);
		const records = reading.then((model) => model.records);
		const folder = modelFolder(registry.config, input.model);
		const [state, past] = await Promise.all([reading, readPastOfModel(registry, input.model, "pointers", records)]);
		const fold = foldRecords(state.records, state.config.lifecycle);
		const problems = [
			...fold.faults.map(({ record, message }) => `promotions/${record}.json ${message}`),
			...samePointers(fold.pointers, state.pointers) ? [] : ["stages.json is not what the records add up to: it was edited past them"],
			...(past?.problems ?? []).map(({ place, message }) => `${place.path.slice(folder.length + 1)}: ${message}`)
		];
		const importedAt = await firstRegistryCommit(repository, past?.entries[0]?.commit);
		const from = Math.max(0, state.records.length - input.limit);
		const seals = await readSeals(repository, state.name, state.records.length, from);
		return {
			kind: "history",
			outcome: problems.length === 0 ? "passed" : "failed",
			commit: registry.commit,
			model: state.name,
			...input.asOf === void 0 ? {} : { "as-of": input.asOf },
			pointers: state.pointers,
			entries: state.records.slice(from).map((record, index) => entryOf(record, from + index, past?.arrivals[from + index], importedAt, seals.get(from + index + 1))),
			"records-in-all": state.records.length,
			problems,
			remarks: past === void 0 ? ["this clone is shallow: commits are not told; for them, git fetch --unshallow or `fetch-depth: 0`"] : []
		};
	}
});
async function asOf(registry, text) {
	if (text === void 0) return registry;
	const time = parseDate(text);
	if (time !== void 0) return registryAsOf(registry, time, text);
	throw new ModelyardError({
		code: "bad-input",
		message: `\`${text}\` is not a date`,
		next: "write it as 2026-10-01, or with a time as 2026-10-01T09:00:00Z"
	});
}
/** The commit itself, if the registry did not exist before it. */
async function firstRegistryCommit(repository, commit) {
	if (commit === void 0) return void 0;
	const [parent] = (await repository.commitFacts(commit)).parents;
	return (parent === void 0 ? void 0 : await repository.readFile(parent, ".github/modelyard.yml")) === void 0 ? commit : void 0;
}
async function readSeals(repository, model, records, from) {
	const seals = /* @__PURE__ */ new Map();
	const commit = await repository.resolve("modelyard-audit") ?? await repository.resolve(`origin/${"modelyard-audit"}`);
	if (commit === void 0) return seals;
	for (let number = from + 1; number <= records; number += 1) {
		const path = `${model}/${number}.json`;
		const bytes = await repository.readFile(commit, path);
		const seal = bytes === void 0 ? void 0 : parseJson(Seal, path, bytes).value;
		if (seal !== void 0) seals.set(number, seal);
	}
	return seals;
}
function entryOf(record, index, arrival, importedAt, seal) {
	return {
		record: index + 1,
		kind: record.kind,
		...record.kind === "alias" ? {} : {
			version: record.version,
			from: record.from,
			to: record.to
		},
		..."displaces" in record && record.displaces !== void 0 ? { displaces: record.displaces } : {},
		aliases: record.aliases ?? {},
		...record.kind === "archive" && record.purged ? { purged: true } : {},
		"requested-by": record["requested-by"],
		"requested-at": record["requested-at"],
		...record.reason === void 0 ? {} : { reason: record.reason },
		...record.unapproved === void 0 ? {} : { unapproved: record.unapproved },
		...record.kind === "promotion" && record.gates !== void 0 ? { gates: record.gates.outcome } : {},
		evidence: record.kind === "promotion" ? record.evidence : [],
		...arrival === void 0 ? {} : {
			commit: arrival.commit,
			"merged-at": new Date(arrival.committedAt).toISOString()
		},
		...seal === void 0 ? {} : {
			"merged-by": seal["merged-by"],
			approvals: seal.approvals.map(({ login, at: when }) => ({
				login,
				at: when
			}))
		},
		imported: arrival !== void 0 && arrival.commit === importedAt
	};
}

export { history };