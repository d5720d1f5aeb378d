import { $ as Pointers, D as PromotionRecord, H as isPurged, P as modelFolder, k as renderJson } from "./registry-reader.mjs";
import { n as foldedFiles } from "./fold.mjs";
import { t as planAlias } from "./plan-alias.mjs";
import { t as planArchive } from "./plan-archive.mjs";
import { r as planPromotion } from "./plan-promotion.mjs";
import { t as planRollback } from "./plan-rollback.mjs";

// src/domain/registry/registry-files.ts
const NUMBER = "([1-9]\\d*)";
const PATTERNS = [
	[/^model\.yaml$/, (_match, model) => ({
		is: "model-definition",
		model
	})],
	[/^stages\.json$/, (_match, model) => ({
		is: "pointers",
		model
	})],
	[/^versions\/last\.json$/, (_match, model) => ({
		is: "last-version",
		model
	})],
	[new RegExp(`^promotions/${NUMBER}\\.json$`), (match, model) => ({
		is: "record",
		model,
		number: Number(match[1])
	})],
	[new RegExp(`^versions/${NUMBER}/(version\\.json|notes\\.yaml|card\\.md)$`), (match, model) => ({
		is: VERSION_FILES[match[2] ?? ""] ?? "card",
		model,
		version: Number(match[1])
	})],
	[new RegExp(`^versions/${NUMBER}/evidence/([a-z][a-z-]*-[0-9a-f]{12}\\.json)$`), (match, model) => ({
		is: "evidence",
		model,
		version: Number(match[1]),
		name: match[2] ?? ""
	})],
	[new RegExp(`^versions/${NUMBER}/(model.*)$`, "s"), (match, model) => ({
		is: "artifact",
		model,
		version: Number(match[1]),
		name: match[2] ?? ""
	})]
];
const VERSION_FILES = {
	"version.json": "version-record",
	"notes.yaml": "notes",
	"card.md": "card"
};
/** Tells what a path below the registry's root is by its text. `path` is relative to that root. */
function classifyPath(path) {
	const [first, model = "", ...rest] = path.split("/");
	if (first !== "models") return /^(?:README(?:\.md)?|\.gitattributes|\.gitignore)$/.test(path) ? { is: "root-file" } : {
		is: "other",
		why: "unknown-file"
	};
	if (rest.length === 0) return {
		is: "other",
		why: "unknown-file"
	};
	if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(model)) return {
		is: "other",
		why: "bad-model-name"
	};
	const inner = rest.join("/");
	for (const [pattern, build] of PATTERNS) {
		const match = pattern.exec(inner);
		if (match !== null) return build(match, model);
	}
	if (/^README(?:\.md)?$/.test(inner)) return { is: "root-file" };
	return {
		is: "other",
		why: /^(?:versions\/[^/]+\/version|promotions\/[^/]+)\.json$/.test(inner) ? "bad-number" : "unknown-file"
	};
}
/** Whether the content of a path is read; artifacts are only hashed. */
function isRead(path) {
	return path.is !== "artifact" && path.is !== "card" && path.is !== "other" && path.is !== "root-file";
}

// src/domain/registry/judge-change.ts
/**
* Judges what a pull request does to a model's files: what is merged stays, numbers grow, and pointers move only
* with a record.
*/
function* judgeModelChange(change) {
	yield* judgeImmutable(change);
	if (change.base === void 0) {
		yield* judgeNewModel(change);
		return;
	}
	yield* judgeNewVersions(change, change.base);
	yield* judgeNewRecords(change, change.base);
}
function inModel({ folder, model }, path) {
	return classifyPath(`models/${model}${path.slice(folder.length)}`);
}
const IMMUTABLE = {
	"version-record": "a version that was merged",
	artifact: "the artifact of a version that was merged",
	evidence: "evidence that was merged",
	record: "a record that was merged"
};
function* judgeImmutable(change) {
	const purged = new Set([...change.records.values()].flatMap((record) => record.kind === "archive" && record.purged ? [record.version] : []));
	for (const { path, status } of change.changes) {
		if (status === "added") continue;
		const what = inModel(change, path);
		const name = IMMUTABLE[what.is];
		if (name === void 0) {
			if (status === "deleted" && [
				"model-definition",
				"pointers",
				"last-version"
			].includes(what.is)) yield error("bad-file", path, "this file was removed", "restore it: models and versions are archived, not deleted");
			continue;
		}
		if (what.is === "artifact" && status === "deleted" && purged.has(what.version)) continue;
		yield error("bad-file", path, `${name} was ${status === "deleted" ? "deleted" : "changed"}`, what.is === "artifact" && status === "deleted" ? "restore it: bytes are removed by `modelyard archive --purge`, which leaves a record" : "restore it from the base; it never changes again");
	}
}
function* judgeNewModel(change) {
	if (!change.baseHasRegistry) return;
	for (const number of change.records.keys()) yield error("bad-file", `${change.folder}/promotions/${number}.json`, "a model without a policy on the base is not promoted", "merge the model and its policy first, then promote");
	if (change.pointers !== void 0 && change.records.size === 0) yield error("bad-file", `${change.folder}/stages.json`, "pointers come with records alone", "remove the file");
}
/** Numbers go on from the highest ever given, without a gap. */
function* judgeNewVersions(change, base) {
	const added = /* @__PURE__ */ new Set();
	for (const { path, status } of change.changes) {
		const what = inModel(change, path);
		if ("version" in what && status === "added" && what.is !== "evidence" && what.is !== "notes" && what.is !== "card") {
			if (what.is === "version-record") added.add(what.version);
			else if (!change.versions.some(({ version }) => version === what.version)) yield error("bad-file", path, `this adds to version ${what.version}, which is merged`, "register it as a new version");
		}
	}
	const highest = base.lastVersion;
	for (const version of [...added].sort((a, b) => a - b)) {
		const path = `${change.folder}/versions/${version}/version.json`;
		if (version <= highest) yield error("bad-file", path, `the number ${version} was given before; the highest is ${highest}`, "register it again: it gets the next number");
		else if (version > highest + added.size) yield error("bad-file", path, `the number ${version} leaves a gap: the next is ${highest + 1}`, "register it again: it gets the next number");
	}
	const due = Math.max(highest, ...added);
	if (change.lastVersion !== due) yield error("bad-file", `${change.folder}/versions/last.json`, `it says ${change.lastVersion}, and the highest version is ${due}`, "register versions with modelyard register, which keeps the file");
}
/** Pointers move with one record at a time, numbered on from the base. */
function* judgeNewRecords(change, base) {
	const numbers = [...change.records.keys()].sort((a, b) => a - b);
	const next = base.records.length + 1;
	for (const number of numbers) {
		if (number === next) continue;
		yield error("bad-file", `${change.folder}/promotions/${number}.json`, numbers.includes(next) ? "a pull request makes one move of a model" : `the next record is number ${next}`, numbers.includes(next) ? "open one pull request for each move" : "plan the move again on the base of now");
	}
	if (change.changes.some(({ path }) => inModel(change, path).is === "pointers") && numbers.length === 0) yield error("bad-file", `${change.folder}/stages.json`, "pointers were moved without a record", "restore the file, and move versions with modelyard promote, rollback, archive or alias");
}
/**
* Judges the one move that a pull request records: planned again from the base it must come out the same, byte for
* byte, and the pull request must hold nothing else.
*
* @param all - Every changed path of the pull request.
*/
function* judgeMove(change, number, record, facts, all) {
	const path = `${change.folder}/promotions/${number}.json`;
	const plan = replan(withNewVersions(change), record, facts);
	if (plan.plan !== "move") {
		const reasons = plan.plan === "refused" ? plan.reasons : [{
			message: plan.why,
			next: "close the pull request"
		}];
		for (const { message, next } of reasons) yield error("bad-file", path, `the move is refused: ${message}`, next);
		return;
	}
	if (renderJson(PromotionRecord, plan.record) !== renderJson(PromotionRecord, record)) yield error("bad-file", path, `the record is not what the plan gives: ${differingKeys(plan.record, record)}`, "plan the move again on the base of now");
	if (renderJson(Pointers, plan.pointers) !== renderJson(Pointers, change.pointers ?? {
		schema: 1,
		stages: {},
		aliases: {}
	})) yield error("bad-file", `${change.folder}/stages.json`, "the pointers are not what the plan gives", "plan the move again on the base of now");
	yield* judgeCompany(change, record, facts, all);
}
/** What may stand beside a move: its record, the pointers, evidence and card of its version, that version if new. */
function* judgeCompany(change, record, { evidence }, all) {
	const version = record.kind === "alias" ? void 0 : record.version;
	const isNew = change.versions.some((added) => added.version === version);
	for (const { path, status } of all) {
		const what = path.startsWith(`${change.folder}/`) ? inModel(change, path) : {
			is: "other",
			why: "unknown-file"
		};
		const own = "version" in what && what.version === version;
		if (!(what.is === "record" || what.is === "pointers" || own && (isNew || what.is === "evidence" || what.is === "card") || what.is === "last-version" && isNew || own && what.is === "artifact" && status === "deleted" && record.kind === "archive" && record.purged === true)) yield error("bad-file", path, "a promotion changes nothing else", "move this change to a pull request of its own");
	}
	const added = new Set(all.flatMap(({ path, status }) => status === "added" && inModel(change, path).is === "evidence" ? [path.slice(-17, -5)] : []));
	const seen = /* @__PURE__ */ new Set();
	for (const found of evidence.filter(({ digest }) => added.has(digest.slice(0, 12)))) {
		const about = JSON.stringify([found.evidence.kind, found.evidence.subject]);
		if (seen.has(about)) yield error("bad-file", `${change.folder}/versions/${version}/evidence/${found.evidence.kind}-${found.digest.slice(0, 12)}.json`, `a promotion adds one ${found.evidence.kind} of a kind, and this is a second`, "keep one of the two");
		seen.add(about);
	}
}
function withNewVersions({ base, versions, lastVersion }) {
	const numbers = [.../* @__PURE__ */ new Set([...base.versions, ...versions.map(({ version }) => version)])];
	return {
		...base,
		versions: numbers.sort((a, b) => a - b),
		lastVersion
	};
}
/** Plans a recorded move again: the same question to the planner, with the record's own words for who and when. */
function replan(state, record, facts) {
	const request = {
		requestedBy: record["requested-by"],
		requestedAt: record["requested-at"],
		reason: record.reason,
		unapproved: record.unapproved,
		judgedAt: record["judged-at"]
	};
	if (record.kind === "alias") {
		const [entry, ...others] = Object.entries(record.aliases);
		if (entry === void 0 || others.length > 0) return {
			plan: "refused",
			reasons: [{
				message: "an alias record moves one alias",
				next: "make one record for each"
			}]
		};
		return planAlias(state, entry[0], entry[1], request);
	}
	const { version } = facts;
	if (version === void 0) return {
		plan: "refused",
		reasons: [{
			message: `there is no version ${record.version}`,
			next: "register it first"
		}]
	};
	const about = {
		state,
		version: record.version,
		artifact: version.artifact.sha256,
		finding: facts.finding
	};
	switch (record.kind) {
		case "promotion": {
			const base = record.gates?.["policy-commit"] ?? facts.base;
			return planPromotion({
				...about,
				base,
				championArtifact: facts.championArtifact,
				evidence: facts.evidence
			}, record.to, request);
		}
		case "rollback": return planRollback(about, record.to, request);
		case "archive": return planArchive({
			...about,
			artifactUri: version.artifact.uri
		}, { purge: record.purged === true }, request);
	}
}
function differingKeys(planned, recorded) {
	const [a, b] = [planned, recorded];
	return [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key])).map((key) => `\`${key}\``).join(", ");
}
/** Immutable files that changed along the history: tampering, with the commit. */
function* judgeHistory(folder, model, changes, records) {
	for (const { path, status, commit, author } of changes) {
		if (status === "added") continue;
		const what = classifyPath(`models/${model}${path.slice(folder.length)}`);
		const name = IMMUTABLE[what.is];
		if (name === void 0 || what.is === "artifact" && status === "deleted" && isPurged(records, what.version)) continue;
		yield error("bad-file", path, `${name} was ${status === "deleted" ? "deleted" : "changed"} by commit ${commit.slice(0, 12)} of ${author}`, `see what it was: git show ${commit.slice(0, 12)}`);
	}
}
function error(code, path, message, next) {
	return {
		severity: "error",
		code,
		place: { path },
		message,
		next
	};
}

// src/domain/registry/match-history.ts
/**
* Matches records with the commits that brought them, by what the pointers were afterwards: each change of
* `stages.json` must leave it as the fold of the records up to some number has it, and numbers only grow. A commit
* may bring several records at once.
*
* @param steps - Blob ids of the folded pointers after each record.
* @param changes - Oldest first.
*/
function matchHistory(steps, changes) {
	const arrivals = new Array(steps.length).fill(void 0);
	const unexplained = [];
	let next = 0;
	for (const change of changes) {
		const found = change.after === void 0 ? -1 : steps.indexOf(change.after, next);
		if (found < 0) {
			unexplained.push(change);
			continue;
		}
		arrivals.fill(change, next, found + 1);
		next = found + 1;
	}
	return {
		arrivals,
		unexplained
	};
}

// src/commands/past-of-model.ts
/**
* Holds git's history of a model's files against its records: what was merged never changed, and pointers moved only
* with a record. Undefined where the clone is shallow.
*
* @param scope - All files of the model; or its pointers alone, which at 5,000 promotions is five times faster, since git
*   then compares no folder of 5,000 records with itself 5,000 times.
* @param records - In order, or a promise of them: git is asked meanwhile.
*/
async function readPastOfModel({ repository, commit, config }, model, scope, records) {
	const folder = modelFolder(config, model);
	const path = `${folder}/stages.json`;
	const asked = scope === "pointers" ? path : folder;
	const [{ entries, complete }, known] = await Promise.all([repository.history(commit, asked), records]);
	if (!complete) return void 0;
	const ids = await repository.blobIds(foldedFiles(known, config.lifecycle));
	const { arrivals, unexplained } = matchHistory(ids, entries.filter((entry) => entry.path === path));
	const problems = [...judgeHistory(folder, model, entries, known)];
	for (const { commit: changed, author } of unexplained) problems.push({
		severity: "error",
		code: "bad-file",
		place: { path },
		message: `commit ${changed.slice(0, 12)} by ${author} changed the pointers to what no record says`,
		next: `see what it did: git show ${changed.slice(0, 12)}`
	});
	return {
		entries,
		arrivals,
		problems
	};
}

export { isRead as a, classifyPath as i, judgeModelChange as n, judgeMove as r, readPastOfModel as t };