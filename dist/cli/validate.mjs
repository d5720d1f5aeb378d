import { $ as Pointers, A as CONFIG_PATH, C as ModelDefinition, Ct as string, D as PromotionRecord, E as isError, F as Evidence, H as isPurged, I as evidenceFileName, N as LATER_CONFIG_KEYS, O as parseJson, P as modelFolder, Q as NO_POINTERS, S as LATER_DEFINITION_KEYS, St as strictObject, U as policyFor, V as championOf, W as servedIn, _ as LastVersion, a as readModel, at as archiveStage, d as unknownRevision, i as readEvidence, j as Config, m as parseYaml, n as openRegistry, ot as firstStage, rt as versionsIn, s as readVersion, st as heldStages, t as listModels, ut as ModelName, x as Notes, xt as looseObject, y as VersionRecord, z as defineMeasurement } from "./registry-reader.mjs";
import { a as isRead, i as classifyPath, n as judgeModelChange, r as judgeMove, t as readPastOfModel } from "./past-of-model.mjs";
import { i as samePointers, t as foldRecords } from "./fold.mjs";
import { i as tiesOf, r as tiedVersion } from "./ties.mjs";
import { a as findArtifact, u as folderDigest } from "./move-facts.mjs";
import { n as ModelyardError } from "./error.mjs";
import { t as nearest } from "./nearest.mjs";

// src/domain/registry/governance.ts
/** Keys of `model.yaml` that judge nothing. */
const FREE_KEYS = [
	"description",
	"environment",
	"lint",
	"test",
	"serve",
	"train"
];
const CODEOWNERS_PATHS = [
	"CODEOWNERS",
	".github/CODEOWNERS",
	"docs/CODEOWNERS"
];
/** Finds the changes to what judges. */
function* governedChanges(facts) {
	const { config } = facts;
	if (config === void 0) return;
	const all = [...facts.models.keys()];
	const build = (path, why, models) => ({
		path,
		why,
		models,
		rules: rulesOf(models, config, facts.models)
	});
	for (const { path } of facts.changes) {
		if (path === ".github/modelyard.yml") yield build(path, "it says where the registry is and what every policy inherits", all);
		if (config.workflows.includes(path)) yield build(path, "it makes the evidence that is believed", all);
		const model = modelOfDefinition(path, config);
		const keys = model === void 0 ? [] : governedKeys(facts.definitions.get(model));
		if (model !== void 0 && keys.length > 0) yield build(path, `it changes ${keys.join(", ")}`, [model]);
		const readers = all.filter((name) => readsPath(facts.models.get(name), path));
		if (readers.length > 0) yield build(path, "it is the data that versions are judged on", readers);
		const owners = facts.codeowners.get(path);
		if (owners !== void 0 && ownersChanged(owners, config, facts.models)) yield build(path, "it says who owns what judges", all);
	}
}
/**
* Every approval rule that the base holds for models; a model that it does not have takes the floor's, and without a
* floor one approval by a person with `maintain`.
*/
function rulesOf(models, config, known) {
	const rules = models.flatMap((name) => {
		const own = known.get(name);
		return heldStages(config.lifecycle).flatMap((stage) => [...approvalsOf(config.floors[stage], "floor"), ...own === void 0 ? [] : approvalsOf(own.policy[stage], "model")]);
	});
	const floor = heldStages(config.lifecycle).flatMap((stage) => approvalsOf(config.floors[stage], "floor"));
	const needed = models.length === 0 ? floor : rules;
	const distinct = new Map(needed.map((rule) => [JSON.stringify(rule.rule), rule]));
	return distinct.size > 0 ? [...distinct.values()] : [{
		rule: { required: 1 },
		source: "floor"
	}];
}
function approvalsOf(policy, source) {
	const rollback = policy?.rollback?.approvals;
	return [policy?.approvals, rollback].flatMap((rule) => rule === void 0 ? [] : [{
		rule,
		source
	}]);
}
function modelOfDefinition(path, config) {
	const model = path.split("/").at(-2) ?? "";
	return path === `${modelFolder(config, model)}/model.yaml` ? model : void 0;
}
/** The keys that judge and differ. A side that is no mapping differs in everything. */
function governedKeys(sides) {
	const [base, head] = [mapping(sides?.base), mapping(sides?.head)];
	const keys = [.../* @__PURE__ */ new Set([...Object.keys(base), ...Object.keys(head)])];
	const differs = (key) => !sameValue(base[key], head[key]);
	const watch = sameValue(mapping(base.train).watch, mapping(head.train).watch) ? [] : ["train.watch"];
	return [...keys.filter((key) => !FREE_KEYS.includes(key) && differs(key)), ...watch];
}
function mapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function sameValue(a, b) {
	if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
	if (typeof a === "object" && a !== null && typeof b === "object" && b !== null && !Array.isArray(a) && !Array.isArray(b)) {
		const [x, y] = [a, b];
		return [.../* @__PURE__ */ new Set([...Object.keys(x), ...Object.keys(y)])].every((key) => sameValue(x[key], y[key]));
	}
	return Object.is(a, b);
}
function readsPath(definition, path) {
	const uri = definition?.evaluate?.data.uri;
	return uri !== void 0 && (path === uri || path.startsWith(`${uri}/`));
}
/** Whether lines that may cover what judges differ. A pattern that surely lies elsewhere does not count. */
function ownersChanged({ base, head }, config, models) {
	const governed = [
		CONFIG_PATH,
		config.registry,
		...config.workflows,
		...CODEOWNERS_PATHS,
		...dataPaths(models)
	];
	const relevant = (text) => text.split("\n").map((line) => line.replace(/#.*/, "").trim()).filter((line) => line !== "" && governed.some((path) => mayCover(line.split(/\s+/)[0] ?? "", path)));
	return JSON.stringify(relevant(base)) !== JSON.stringify(relevant(head));
}
function dataPaths(models) {
	return [...models.values()].flatMap(({ evaluate }) => evaluate === void 0 ? [] : [evaluate.data.uri]);
}
/** Whether a pattern of CODEOWNERS may match a path or something below it: false only when it surely does not. */
function mayCover(pattern, path) {
	const anchored = pattern.startsWith("/") || pattern.replace(/\/$/, "").includes("/");
	const parts = pattern.replace(/^\//, "").split("/");
	const wild = (part) => /[*?[\]]/.test(part);
	if (!anchored) return true;
	const wanted = path.split("/");
	return parts.every((part, index) => part === "" || wild(part) || wanted[index] === void 0 || wanted[index] === part || parts.slice(0, index).some(wild));
}
/**
* Whether a registry that moved to another root moved byte for byte.
*
* @param before - Blob ids below the old root, by the path inside it.
* @param after - The same below the new root.
*/
function movedUnchanged(before, after) {
	return before.size === after.size && [...before].every(([path, id]) => after.get(path) === id);
}

// src/domain/registry/validate-version.ts
/** A version's files against its record. */
function* judgeVersion(model, version, records, hash) {
	const { number, folder, record, evidence, artifacts } = version;
	const path = `${folder}/version.json`;
	if (record === void 0) {
		if (evidence.length > 0 || artifacts.length > 0) yield error$1("bad-file", path, `version ${number} has no record that can be read`, "restore it from git");
		return;
	}
	if (record.version !== number) yield error$1("bad-file", path, `it says version ${record.version}, and its folder is ${number}`, "restore it from git");
	yield* judgeArtifact(model, {
		...version,
		record
	}, records, hash);
	yield* judgeEvidence(version);
}
/** Evidence lies beside the version that it is about. */
function* judgeEvidence({ number, record, evidence }) {
	for (const found of evidence) {
		if (record === void 0 || found.evidence === void 0) continue;
		if (found.evidence.subject.artifact === record.artifact.sha256) continue;
		yield error$1("digest-mismatch", found.path, `the evidence is about the artifact ${found.evidence.subject.artifact.slice(0, 12)}, and version ${number} is ${record.artifact.sha256.slice(0, 12)}`, "remove it; evidence lies beside the version that it is about");
	}
}
function* judgeArtifact(model, { number, folder, record, artifacts }, records, hash) {
	const { uri, sha256, bytes } = record.artifact;
	const purged = isPurged(records, number);
	const own = uri.startsWith("./") ? uri.slice(2) : void 0;
	const files = artifacts.filter(({ path }) => path === own || own !== void 0 && path.startsWith(`${own}/`));
	for (const { path } of artifacts.filter((file) => !files.includes(file))) yield error$1("bad-file", `${folder}/${path}`, `the record of version ${number} does not name this file`, "remove it");
	if (own === void 0) return;
	const path = `${folder}/${own}`;
	if (purged) {
		if (files.length > 0) yield error$1("bad-file", path, `the bytes of version ${number} were purged, and are here`, "remove them");
		return;
	}
	if (files.length === 0) {
		yield error$1("bad-artifact", path, `the artifact of version ${number} of ${model} is missing`, "restore it from git");
		return;
	}
	const digest = files.every((file) => file.path !== own) ? folderDigest(files.map((file) => ({
		path: file.path.slice(own.length + 1),
		sha256: file.sha256
	})), (text) => hash(new TextEncoder().encode(text))) : files[0]?.sha256;
	const size = files.reduce((sum, file) => sum + file.bytes, 0);
	if (digest !== sha256 || size !== bytes) yield error$1("digest-mismatch", path, `the artifact hashes to ${digest?.slice(0, 12)}… (${size} bytes), and its record says ${sha256.slice(0, 12)}… (${bytes} bytes)`, "restore it from git; a changed artifact is a new version");
}
function error$1(code, path, message, next) {
	return {
		severity: "error",
		code,
		place: { path },
		message,
		next
	};
}

// src/domain/registry/validate-model.ts
/** What is wrong with a model as a whole: its files against each other. */
function* validateModel(model, config, hash) {
	if (model.definition === void 0) yield error("bad-file", `${model.folder}/model.yaml`, `the model ${model.name} has no model.yaml`, "write one: modelyard init");
	yield* judgeDefinition(model, config);
	yield* judgeNumbers(model);
	const records = contiguous(model);
	for (const version of model.versions) yield* judgeVersion(model.name, version, records, hash);
	yield* judgeRecords(model, records, config);
	yield* judgePointers(model, records, config);
}
/** Stages that policy and aliases name are those of the lifecycle. */
function* judgeDefinition({ definition }, config) {
	if (definition?.value === void 0) return;
	const held = heldStages(config.lifecycle);
	const named = [...Object.keys(definition.value.policy).map((stage) => ({
		keys: ["policy", stage],
		atKey: true,
		stage
	})), ...Object.entries(definition.value.aliases ?? {}).map(([alias, stage]) => ({
		keys: ["aliases", alias],
		atKey: false,
		stage
	}))];
	for (const { keys, atKey, stage } of named) {
		if (held.includes(stage)) continue;
		yield {
			severity: "error",
			code: "bad-file",
			place: definition.locate(keys, atKey),
			message: `\`${stage}\` is no stage that versions are promoted to`,
			next: `choose one of ${held.join(", ")}`
		};
	}
	for (const alias of Object.keys(definition.value.aliases ?? {})) {
		if (!config.lifecycle.stages.includes(alias)) continue;
		yield {
			severity: "error",
			code: "bad-file",
			place: definition.locate(["aliases", alias], true),
			message: `the alias \`${alias}\` has the name of a stage`,
			next: "choose another name"
		};
	}
}
/** Numbers are 1, 2, 3 … and the highest ever given is kept. */
function* judgeNumbers({ folder, versions, last }) {
	const highest = versions.at(-1)?.number ?? 0;
	const path = `${folder}/versions/last.json`;
	if (last === void 0 && highest > 0) yield error("bad-file", path, "the file that keeps the highest version number is missing", "restore it from git");
	const kept = last?.value?.last;
	if (kept !== void 0 && kept < highest) yield error("bad-file", path, `it says that version ${kept} is the highest, and there is version ${highest}`, "restore it from git");
	const present = new Set(versions.map(({ number }) => number));
	for (let number = 1; number <= Math.max(kept ?? 0, highest); number += 1) {
		if (present.has(number)) continue;
		yield error("bad-file", `${folder}/versions/${number}`, `version ${number} is missing: versions are never deleted`, "restore its folder from git; `archive --purge` removes bytes alone");
		return;
	}
}
/** The records from 1 on without a gap, as far as they can be read. */
function contiguous({ records }) {
	const found = [];
	for (let number = 1;; number += 1) {
		const record = records.get(number);
		if (record === void 0) return found;
		found.push(record);
	}
}
/** Records are numbered without a gap, follow from each other, and name what is there. */
function* judgeRecords(model, records, config) {
	const path = (number) => `${model.folder}/promotions/${number}.json`;
	if (Math.max(0, ...model.records.keys()) > records.length && !model.records.has(records.length + 1)) yield error("bad-file", path(records.length + 1), `the record ${records.length + 1} is missing: records are never deleted`, "restore it from git");
	for (const { record, message } of foldRecords(records, config.lifecycle).faults) yield error("bad-file", path(record), message, "restore the records from git; they are never edited");
	const known = new Map(model.versions.map((version) => [version.number, version]));
	for (const [index, record] of records.entries()) {
		for (const version of versionsNamed(record)) if (!known.has(version)) yield error("bad-file", path(index + 1), `it names version ${version}, which there is not`, "restore the version from git");
		if (record.kind === "promotion") {
			const present = new Set(known.get(record.version)?.evidence.map(({ digest }) => digest));
			for (const digest of record.evidence) {
				if (present.has(digest)) continue;
				yield error("bad-file", path(index + 1), `it was judged on the evidence ${digest.slice(0, 12)}, which is missing`, "restore it from git");
			}
		}
		if (record.kind === "rollback" && !servedIn(records.slice(0, index), record.version, record.to)) yield error("bad-file", path(index + 1), `it rolls ${record.to} back to version ${record.version}, which never was there by a promotion whose gates passed`, "restore the records from git");
	}
}
function versionsNamed(record) {
	const aliases = Object.values(record.aliases ?? {}).filter((version) => version !== null);
	if (record.kind === "alias") return aliases;
	const displaced = record.kind === "archive" ? void 0 : record.displaces;
	return [
		record.version,
		...displaced === void 0 ? [] : [displaced],
		...aliases
	];
}
/** The pointers are the fold of the records, and keep the invariants by themselves. */
function* judgePointers(model, records, config) {
	const path = `${model.folder}/stages.json`;
	if (model.pointers !== void 0 && model.pointers.value === void 0) return;
	const pointers = model.pointers?.value ?? NO_POINTERS;
	if (model.pointers !== void 0 && model.records.size === 0) {
		yield error("bad-file", path, "there are pointers, and no record that made them", "restore both from git");
		return;
	}
	if (records.length === model.records.size && !samePointers(foldRecords(records, config.lifecycle).pointers, pointers)) yield error("bad-file", path, "the pointers are not what the records add up to: they were edited by hand", "restore the file from git, and move versions with modelyard promote, rollback, archive or alias");
	yield* judgeStages(model, pointers, config);
	yield* judgeAliases(model, pointers, config);
}
function* judgeStages(model, pointers, config) {
	const path = `${model.folder}/stages.json`;
	const restore = "restore the file from git";
	const named = [...heldStages(config.lifecycle), archiveStage(config.lifecycle)];
	const present = Object.keys(pointers.stages).filter((stage) => named.includes(stage));
	if (present.some((stage, index) => stage !== named.filter((other) => present.includes(other))[index])) yield error("bad-file", path, "the stages do not stand in the order of the lifecycle", restore);
	const seen = /* @__PURE__ */ new Set();
	for (const [stage, versions] of Object.entries(pointers.stages)) {
		if (!named.includes(stage)) yield error("bad-file", path, `the stage \`${stage}\` cannot stand here: ${stage === firstStage(config.lifecycle) ? "no pointer names versions in the first stage" : "the lifecycle does not have it"}`, restore);
		for (const version of versions) {
			if (seen.has(version)) yield error("bad-file", path, `version ${version} stands in more than one place`, restore);
			seen.add(version);
			if (!model.versions.some(({ number }) => number === version)) yield error("bad-file", path, `${stage} names version ${version}, which there is not`, restore);
		}
		const definition = model.definition?.value;
		if (definition === void 0 || !heldStages(config.lifecycle).includes(stage)) continue;
		const { maxVersions } = policyFor({
			config,
			definition
		}, stage);
		if (versions.length > maxVersions) yield error("bad-file", path, `${stage} holds ${versions.length} versions, and the policy allows ${maxVersions}`, "archive some of them, or raise `max-versions`");
	}
}
function* judgeAliases(model, pointers, config) {
	const path = `${model.folder}/stages.json`;
	const archived = versionsIn(pointers, archiveStage(config.lifecycle));
	for (const [alias, version] of Object.entries(pointers.aliases)) {
		const restore = `move it: modelyard alias ${model.name} ${alias} VERSION`;
		if (config.lifecycle.stages.includes(alias)) yield error("bad-file", path, `the alias \`${alias}\` has the name of a stage`, "choose another name");
		if (!model.versions.some(({ number }) => number === version)) yield error("bad-file", path, `the alias \`${alias}\` names version ${version}, which there is not`, restore);
		if (archived.includes(version)) yield error("bad-file", path, `the alias \`${alias}\` names version ${version}, which is archived`, restore);
	}
	if (model.definition?.value === void 0) return;
	for (const [alias, stage] of Object.entries(tiesOf(model.definition.value, config.lifecycle))) {
		const due = tiedVersion(pointers, stage);
		const named = pointers.aliases[alias] ?? null;
		if (named === due) continue;
		yield error("bad-file", path, `the alias \`${alias}\` is tied to ${stage}, which holds ${due ?? "nothing"}, and names ${named ?? "nothing"}`, due === null ? `take it away: modelyard alias ${model.name} ${alias} --remove` : `let it follow: modelyard alias ${model.name} ${alias} ${due}`);
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

// src/domain/registry/validate-registry.ts
/**
* Judges all files below the registry's root: each by its schema, then a model as a whole. Every problem, not the
* first.
*
* @param hash - The SHA-256 of bytes, as hexadecimal digits.
*/
function validateRegistry(config, files, hash) {
	const models = /* @__PURE__ */ new Map();
	const problems = files.flatMap((file) => place(file, config, models, hash));
	const parsed = [...models.values()].map((model) => ({
		...model,
		versions: [...model.versions.values()].sort((a, b) => a.number - b.number)
	}));
	return {
		problems: [...problems, ...parsed.flatMap((model) => [...validateModel(model, config, hash)])].sort(byPlace),
		models: parsed
	};
}
/** Sorts one file into its model; what is wrong with it alone. */
function place(file, config, models, hash) {
	if (file.kind !== "file") return [notAFile(file)];
	const what = classifyPath(file.path.slice(config.registry.length + 1));
	if (what.is === "root-file") return [];
	if (what.is === "other") return [misplaced(file.path, what.why)];
	if (!ModelName.safeParse(what.model).success) return [badModelName(file.path)];
	const model = modelOf(models, what.model, `${config.registry}/models/${what.model}`);
	const content = file.content ?? /* @__PURE__ */ new Uint8Array();
	switch (what.is) {
		case "model-definition": {
			const { value, problems, locate } = parseYaml(ModelDefinition, file.path, content, { later: LATER_DEFINITION_KEYS });
			model.definition = {
				path: file.path,
				value,
				locate
			};
			return problems;
		}
		case "pointers": {
			const { value, problems } = parseJson(Pointers, file.path, content, { canonical: true });
			model.pointers = {
				path: file.path,
				value
			};
			return problems;
		}
		case "last-version": {
			const { value, problems } = parseJson(LastVersion, file.path, content, { canonical: true });
			model.last = {
				path: file.path,
				value
			};
			return problems;
		}
		case "record": {
			const { value, problems } = parseJson(PromotionRecord, file.path, content, { canonical: true });
			model.records.set(what.number, value);
			return problems;
		}
		case "version-record": {
			const { value, problems } = parseJson(VersionRecord, file.path, content, { canonical: true });
			versionOf(model, what.version).record = value;
			return problems;
		}
		case "notes":
			versionOf(model, what.version);
			return parseYaml(Notes, file.path, content).problems;
		case "evidence": {
			const { value, problems } = parseJson(Evidence, file.path, content, { canonical: true });
			const digest = hash(content);
			versionOf(model, what.version).evidence.push({
				path: file.path,
				digest,
				evidence: value
			});
			return value === void 0 || evidenceFileName(value.kind, digest) === what.name ? problems : [...problems, changedEvidence(file.path, digest)];
		}
		case "artifact":
			versionOf(model, what.version).artifacts.push({
				path: what.name,
				sha256: file.sha256 ?? "",
				bytes: file.bytes
			});
			return [];
		case "card":
			versionOf(model, what.version);
			return [];
	}
}
function modelOf(models, name, folder) {
	const known = models.get(name);
	if (known !== void 0) return known;
	const model = {
		name,
		folder,
		definition: void 0,
		pointers: void 0,
		last: void 0,
		records: /* @__PURE__ */ new Map(),
		versions: /* @__PURE__ */ new Map()
	};
	models.set(name, model);
	return model;
}
function versionOf(model, number) {
	const known = model.versions.get(number);
	if (known !== void 0) return known;
	const version = {
		number,
		folder: `${model.folder}/versions/${number}`,
		record: void 0,
		evidence: [],
		artifacts: []
	};
	model.versions.set(number, version);
	return version;
}
function notAFile({ path, kind }) {
	return problem("path-escape", path, `this ${kind === "link" ? "is a link" : kind === "repository" ? "is another git repository" : "is no ordinary file"}; the registry holds files alone`, "put the file itself there");
}
/** A file that stands where nothing is read. */
function misplaced(path, why) {
	switch (why) {
		case "bad-model-name": return badModelName(path);
		case "bad-number": return problem("bad-file", path, "versions and records are numbered 1, 2, 3 …, and this name is no such number", "give it back its name, by git, or move it elsewhere");
		case "unknown-file": return unknownFile(path);
	}
}
function badModelName(path) {
	return problem("bad-file", path, `\`${path.split("/").slice(0, -1).find((_, index, parts) => parts[index - 1] === "models") ?? path}\` is no model name`, "name the folder with 1 to 64 lower-case letters, digits and hyphens, none of them first, and not like a Windows device");
}
function unknownFile(path) {
	return {
		...problem("bad-file", path, "this file has no place in the registry", "move it elsewhere"),
		severity: "warning"
	};
}
function changedEvidence(path, digest) {
	return problem("digest-mismatch", path, `the evidence was changed after it was written: it hashes to ${digest.slice(0, 12)}`, "restore it from git, or remove it and measure again");
}
function problem(code, path, message, next) {
	return {
		severity: "error",
		code,
		place: { path },
		message,
		next
	};
}
function byPlace(a, b) {
	if (a.place.path !== b.place.path) return a.place.path < b.place.path ? -1 : 1;
	return (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0);
}

// src/commands/validate-added.ts
/** Judges what a commit adds by its bytes: new versions with their artifacts, new evidence with its name and subject. */
async function judgeAdded(head, changes, { artifacts }) {
	const problems = [];
	for (const addition of additionsOf(head, changes)) {
		const version = await readAddition(head, addition, artifacts.hash);
		for (const { path, digest, evidence } of version.evidence) if (evidence !== void 0 && !path.endsWith(`/${evidenceFileName(evidence.kind, digest)}`)) problems.push(changedEvidence(path, digest));
		const judged = addition.isNewVersion ? judgeVersion(addition.model, version, [], artifacts.hash) : judgeEvidence(version);
		problems.push(...judged);
	}
	return problems;
}
function additionsOf({ config }, changes) {
	const additions = /* @__PURE__ */ new Map();
	for (const { path, status } of changes) {
		if (status !== "added" || !path.startsWith(`${config.registry}/`)) continue;
		const what = classifyPath(path.slice(config.registry.length + 1));
		if (what.is !== "version-record" && what.is !== "evidence") continue;
		const key = `${what.model}/${what.version}`;
		const addition = additions.get(key) ?? {
			model: what.model,
			number: what.version,
			isNewVersion: false,
			evidence: []
		};
		additions.set(key, addition);
		if (what.is === "evidence") addition.evidence.push(path);
		else addition.isNewVersion = true;
	}
	return additions.values();
}
async function readAddition({ repository, commit, config }, { model, number, isNewVersion, evidence }, hash) {
	const folder = `${config.registry}/models/${model}/versions/${number}`;
	const read = async (path) => await repository.readFile(commit, path) ?? /* @__PURE__ */ new Uint8Array();
	const recordPath = `${folder}/version.json`;
	const own = (isNewVersion ? await repository.listFiles(commit, folder) : []).filter(({ path }) => classifyPath(path.slice(config.registry.length + 1)).is === "artifact");
	const artifacts = await repository.readBlobs(own.map(({ id }) => id), (content, index) => ({
		path: own[index]?.path.slice(folder.length + 1) ?? "",
		sha256: hash(content),
		bytes: content.length
	}));
	return {
		number,
		folder,
		record: parseJson(VersionRecord, recordPath, await read(recordPath)).value,
		evidence: await Promise.all(evidence.map(async (path) => {
			const bytes = await read(path);
			return {
				path,
				digest: hash(bytes),
				evidence: parseJson(Evidence, path, bytes).value
			};
		})),
		artifacts
	};
}

// src/commands/validate-base.ts
/** Judges what a commit does to the registry of its base, as a pull request is judged. Reads what changed alone. */
async function validateAgainstBase(baseName, headName, ports) {
	const { repository } = ports;
	const tip = await repository.resolve(baseName);
	if (tip === void 0) throw unknownRevision(baseName);
	const broken = await judgeConfiguration(repository, headName);
	if (broken !== void 0) return {
		judged: `${headName} against ${baseName}`,
		...broken
	};
	const head = await openRegistry(repository, headName);
	const baseCommit = await repository.mergeBase(tip, head.commit) ?? tip;
	const hasRegistry = await repository.readFile(baseCommit, CONFIG_PATH) !== void 0;
	const base = hasRegistry ? await openRegistry(repository, baseCommit) : void 0;
	const changes = await repository.changes(baseCommit, head.commit, []);
	const files = await judgeFiles(head, changes);
	const misread = [...files.problems, ...await judgeAdded(head, changes, ports)];
	const problems = [...misread, ...await judgeRoot(base, head)];
	const models = await changedModels(base, head, changes, ports);
	const moves = [];
	for (const change of models) {
		problems.push(...judgeModelChange(change));
		if (change.records.size > 0 && change.base !== void 0) moves.push(change.model);
		const [only, ...others] = change.records;
		if (only === void 0 || others.length > 0 || change.base === void 0 || base === void 0 || misread.some(isError)) continue;
		const facts = await replanFacts(base, head, change, only[1], ports);
		problems.push(...judgeMove({
			...change,
			base: change.base
		}, only[0], only[1], facts, changes));
	}
	const governed = base === void 0 ? [] : await findGoverned(base, head, changes);
	problems.push(...mixedProblems(moves, governed));
	return {
		judged: `${headName} against ${baseName}`,
		base: baseCommit,
		head: head.commit,
		checked: {
			models: models.length,
			versions: models.reduce((sum, { versions }) => sum + versions.length, 0),
			records: models.reduce((sum, { records }) => sum + records.size, 0),
			files: files.read
		},
		problems,
		governed: governed.map(({ path, why, models: touched, rules }) => ({
			path,
			why,
			models: [...touched],
			rules: rules.map(({ rule, source }) => ({
				...rule,
				source
			}))
		})),
		remarks: [...hasRegistry ? [] : ["the base has no registry yet: records that come with it count as imported"], ...moves.length > 0 || governed.length > 0 ? ["approvals are given on the pull request and were not judged here"] : []]
	};
}
/** What is found where the configuration itself cannot be read: nothing else can then be judged. */
async function judgeConfiguration(repository, revision) {
	const commit = await repository.resolve(revision);
	const bytes = commit === void 0 ? void 0 : await repository.readFile(commit, CONFIG_PATH);
	if (bytes === void 0) return void 0;
	const { problems } = parseYaml(Config, CONFIG_PATH, bytes, { later: LATER_CONFIG_KEYS });
	if (!problems.some(isError)) return void 0;
	return {
		checked: {
			models: 0,
			versions: 0,
			records: 0,
			files: 1
		},
		problems: [...problems],
		governed: [],
		remarks: ["nothing else was judged: where the registry lies and what its stages are is not known"]
	};
}
/** Each changed file of the registry by its schema. */
async function judgeFiles({ repository, commit, config }, changes) {
	const problems = [];
	let read = 0;
	for (const { path, after } of changes) {
		if (after === void 0 || !path.startsWith(`${config.registry}/`)) continue;
		if (after.mode === "120000" || after.mode === "160000") {
			problems.push({
				severity: "error",
				code: "path-escape",
				place: { path },
				message: `this is ${after.mode === "120000" ? "a link" : "another git repository"}; the registry holds files alone`,
				next: "put the file itself there"
			});
			continue;
		}
		const what = classifyPath(path.slice(config.registry.length + 1));
		if (what.is === "other") problems.push(misplaced(path, what.why));
		if (!isRead(what)) continue;
		read += 1;
		const bytes = await repository.readFile(commit, path);
		if (bytes === void 0) continue;
		for (const problem of readProblems(what.is, path, bytes)) problems.push(problem);
	}
	return {
		problems,
		read
	};
}
const CANONICAL = { canonical: true };
function readProblems(is, path, bytes) {
	switch (is) {
		case "model-definition": return parseYaml(ModelDefinition, path, bytes, { later: LATER_DEFINITION_KEYS }).problems;
		case "notes": return parseYaml(Notes, path, bytes).problems;
		case "pointers": return parseJson(Pointers, path, bytes, CANONICAL).problems;
		case "last-version": return parseJson(LastVersion, path, bytes, CANONICAL).problems;
		case "record": return parseJson(PromotionRecord, path, bytes, CANONICAL).problems;
		case "version-record": return parseJson(VersionRecord, path, bytes, CANONICAL).problems;
		case "evidence": return parseJson(Evidence, path, bytes, CANONICAL).problems;
		default: return [];
	}
}
/** The registry's root moves only byte for byte. */
async function judgeRoot(base, head) {
	if (base === void 0 || base.config.registry === head.config.registry) return [];
	const below = async ({ repository, commit, config }) => {
		const entries = await repository.listFiles(commit, config.registry);
		return new Map(entries.map(({ path, id }) => [path.slice(config.registry.length + 1), id]));
	};
	if (movedUnchanged(await below(base), await below(head))) return [];
	return [{
		severity: "error",
		code: "bad-file",
		place: { path: CONFIG_PATH },
		message: `the registry moves from ${base.config.registry} to ${head.config.registry}, and is not the same there`,
		next: "move the folder unchanged, and change its files in another pull request"
	}];
}
/** The models that the commit touches, each with what it adds. */
async function changedModels(base, head, changes, { repository }) {
	const root = `${head.config.registry}/models/`;
	const names = [...new Set(changes.filter(({ path }) => path.startsWith(root)).map(({ path }) => path.slice(root.length).split("/")[0] ?? ""))];
	const known = new Set(base === void 0 || base.config.registry !== head.config.registry ? [] : await listModels(base));
	const models = [];
	for (const model of names) {
		const folder = modelFolder(head.config, model);
		const own = changes.filter(({ path }) => path.startsWith(`${folder}/`));
		const added = own.filter(({ status }) => status === "added");
		const numbered = (pattern) => added.flatMap(({ path }) => {
			const number = pattern.exec(path.slice(folder.length))?.[1];
			return number === void 0 ? [] : [{
				path,
				number: Number(number)
			}];
		});
		const records = /* @__PURE__ */ new Map();
		for (const { path, number } of numbered(/^\/promotions\/(\d+)\.json$/)) {
			const value = await readJson(repository, head.commit, path, PromotionRecord);
			if (value !== void 0) records.set(number, value);
		}
		const versions = [];
		for (const { path } of numbered(/^\/versions\/(\d+)\/version\.json$/)) {
			const value = await readJson(repository, head.commit, path, VersionRecord);
			if (value !== void 0) versions.push(value);
		}
		models.push({
			model,
			folder,
			changes: own.map(({ path, status }) => ({
				path,
				status
			})),
			base: base !== void 0 && known.has(model) ? await readBase(base, model, records.size > 0) : void 0,
			baseHasRegistry: base !== void 0,
			records,
			versions,
			lastVersion: (await readJson(repository, head.commit, `${folder}/versions/last.json`, LastVersion))?.last ?? 0,
			pointers: await readJson(repository, head.commit, `${folder}/stages.json`, Pointers)
		});
	}
	return models;
}
/** The model on the base; its records, which may be thousands, only when a new one has to be judged by them. */
async function readBase(base, model, withRecords) {
	return readModel(base, model, { records: withRecords });
}
async function readJson(repository, commit, path, schema) {
	const bytes = await repository.readFile(commit, path);
	return bytes === void 0 ? void 0 : parseJson(schema, path, bytes).value;
}
async function replanFacts(registryBase, head, change, record, ports) {
	const base = change.base;
	const championNumber = championOf(base.pointers);
	const champion = championNumber === void 0 ? void 0 : await readVersion(registryBase, change.model, championNumber);
	const common = {
		base: head.commit,
		championArtifact: champion?.artifact.sha256
	};
	if (record.kind === "alias") return {
		...common,
		version: void 0,
		finding: { is: "same" },
		evidence: []
	};
	if (!(base.versions.includes(record.version) || change.versions.some(({ version }) => version === record.version))) return {
		...common,
		version: void 0,
		finding: { is: "same" },
		evidence: []
	};
	const version = await readVersion(head, change.model, record.version);
	const purges = record.kind === "archive" && record.purged === true;
	const evidence = await readEvidence(head, ports.artifacts, change.model, record.version);
	return {
		...common,
		version,
		finding: purges ? { is: "same" } : await findArtifact({
			registry: head,
			state: base
		}, version, ports),
		evidence
	};
}
async function findGoverned(base, head, changes) {
	const paths = new Set(changes.map(({ path }) => path));
	if (!(paths.has(".github/modelyard.yml") || base.config.workflows.some((path) => paths.has(path)) || CODEOWNERS_PATHS.some((path) => paths.has(path)) || changes.some(({ path }) => path.endsWith("/model.yaml") || !path.startsWith(`${base.config.registry}/`)))) return [];
	const models = /* @__PURE__ */ new Map();
	for (const name of await listModels(base)) {
		const path = `${modelFolder(base.config, name)}/model.yaml`;
		const bytes = await base.repository.readFile(base.commit, path);
		const value = bytes === void 0 ? void 0 : parseYaml(ModelDefinition, path, bytes).value;
		if (value !== void 0) models.set(name, value);
	}
	const definitions = /* @__PURE__ */ new Map();
	const codeowners = /* @__PURE__ */ new Map();
	for (const path of paths) {
		if (path.endsWith("/model.yaml")) definitions.set(path.split("/").at(-2) ?? "", {
			base: await plainYaml(base, path),
			head: await plainYaml(head, path)
		});
		if (CODEOWNERS_PATHS.includes(path)) codeowners.set(path, {
			base: await plainText(base, path),
			head: await plainText(head, path)
		});
	}
	return [...governedChanges({
		config: base.config,
		models,
		changes,
		definitions,
		codeowners
	})];
}
async function plainText({ repository, commit }, path) {
	return new TextDecoder().decode(await repository.readFile(commit, path));
}
/** The file as it was parsed; one that cannot be is its own text, so that it differs from every other. */
async function plainYaml(registry, path) {
	const bytes = await registry.repository.readFile(registry.commit, path);
	if (bytes === void 0) return {};
	return parseYaml(ModelDefinition, path, bytes).value ?? { broken: new TextDecoder().decode(bytes) };
}
/** What judges and what is judged never change together. */
function mixedProblems(moves, governed) {
	if (moves.length === 0) return [];
	return governed.map(({ path, why }) => ({
		severity: "error",
		code: "bad-file",
		place: { path },
		message: `${why}, and the same pull request moves versions of ${moves.join(", ")}`,
		next: "open two pull requests: first what judges, then the promotion"
	}));
}

// src/commands/validate-tree.ts
/** Above this size a file that should be small is not read: its size alone says enough. */
const MAX_READ = 4194304;
/** Judges the registry as it lies on disk, and the history behind it. */
async function validateTree(ports) {
	const { worktree, artifacts } = ports;
	const bytes = await worktree.readFile(CONFIG_PATH);
	if (bytes === void 0) throw new ModelyardError({
		code: "no-registry",
		message: `there is no registry here: ${CONFIG_PATH} is missing`,
		next: "make one with `modelyard init`"
	});
	const config = parseYaml(Config, CONFIG_PATH, bytes, { later: LATER_CONFIG_KEYS });
	const settings = config.value ?? whatIsWhole(bytes);
	if (settings === void 0) return found("the working tree", config.problems, [], 1, []);
	const files = await readFiles(settings.registry, ports);
	const { problems, models } = validateRegistry(settings, files, artifacts.hash);
	const history = await validateHistory(settings, models, ports);
	return found("the working tree", [
		...config.problems,
		...problems,
		...history.problems
	], models, files.length + 1, history.remarks);
}
/**
* Where the registry is and its lifecycle, if these can be read in a configuration that is wrong elsewhere. One of them
* mistyped must not make every file wrong that follows it.
*/
function whatIsWhole(bytes) {
	const { registry, lifecycle } = Config.shape;
	const { value } = parseYaml(looseObject({
		registry,
		lifecycle
	}), CONFIG_PATH, bytes);
	const mistyped = Object.keys(value ?? {}).some((key) => !Object.hasOwn(Config.shape, key) && nearest(key, ["registry", "lifecycle"]) !== void 0);
	return value === void 0 || mistyped ? void 0 : Config.safeParse({
		registry: value.registry,
		lifecycle: value.lifecycle
	}).data;
}
function found(judged, problems, models, files, remarks) {
	return {
		judged,
		checked: {
			models: models.length,
			versions: models.reduce((sum, { versions }) => sum + versions.length, 0),
			records: models.reduce((sum, { records }) => sum + records.size, 0),
			files
		},
		problems: [...problems],
		governed: [],
		remarks: [...remarks]
	};
}
async function readFiles(root, { worktree, artifacts }) {
	const listed = await worktree.listFiles(root);
	return Promise.all(listed.map(async (file) => {
		if (file.kind !== "file") return file;
		const what = classifyPath(file.path.slice(root.length + 1));
		if (isRead(what)) return {
			...file,
			content: await readSmall(file, worktree)
		};
		if (what.is !== "artifact") return file;
		const hashed = await artifacts.hashPath(`${worktree.root}/${file.path}`);
		return {
			...file,
			sha256: hashed.files[0]?.sha256
		};
	}));
}
/** A file that is far too large is cut off: what is left is still too large to be accepted. */
async function readSmall({ path, bytes }, worktree) {
	if (bytes > MAX_READ) return new Uint8Array(MAX_READ);
	return await worktree.readFile(path) ?? /* @__PURE__ */ new Uint8Array();
}
/** Judges the first-parent history: nothing merged ever changed, and pointers moved only with records. */
async function validateHistory(config, models, { repository }) {
	const { commit } = await repository.head();
	if (commit === void 0) return {
		problems: [],
		remarks: ["nothing is committed yet, so there is no history to judge"]
	};
	if (await repository.isShallow()) return {
		problems: [],
		remarks: ["this clone is shallow, so the history was not judged: git fetch --unshallow, or `fetch-depth: 0`"]
	};
	const problems = [];
	for (const model of models) {
		const past = await readPastOfModel({
			repository,
			commit,
			config
		}, model.name, "all files", recordsOf(model));
		problems.push(...past?.problems ?? []);
	}
	return {
		problems,
		remarks: []
	};
}
function recordsOf({ records }) {
	return [...records].sort(([a], [b]) => a - b).flatMap(([, record]) => record === void 0 ? [] : [record]);
}

// src/commands/validate.ts
const validate = defineMeasurement({
	name: "validate",
	summary: "Check the registry: its files, and with --base what a branch does to it.",
	details: `Without flags: every file of the registry as it lies on disk, each model as a whole, and the history behind it. With
--base: what the last commit changes against that branch, tag or commit, as a pull request is judged. All problems, not
the first; each with its place and what to do.`,
	positional: [],
	examples: [{
		command: "modelyard validate",
		does: "checks the registry on disk"
	}, {
		command: "modelyard validate --base origin/main",
		does: "checks what this branch does to the registry of main"
	}],
	permission: "read",
	doors: ["action", "cli"],
	input: strictObject({
		base: string().min(1).max(300).optional().describe("Branch, tag or commit to judge against."),
		at: string().min(1).max(300).default("HEAD").describe("With --base: the commit to judge.")
	}),
	results: ["validation"],
	async run(input, ports) {
		const found = input.base === void 0 ? await validateTree(ports) : await validateAgainstBase(input.base, input.at, ports);
		const problems = [...distinct(found.problems)];
		return {
			kind: "validation",
			outcome: problems.some(isError) ? "failed" : "passed",
			...found,
			problems
		};
	}
});
function distinct(problems) {
	return new Map(problems.map((problem) => [JSON.stringify([problem.place, problem.message]), problem])).values();
}

export { validate };