import { c as ModelyardError } from "./run.mjs";
import { C as strictObject, F as _minLength, L as _regex, P as _maxLength, m as looseObject, o as array, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { s as modelFolder } from "./json-file.mjs";
import { a as RepositoryPath, n as ModelName, r as ObjectId } from "./names.mjs";
import { t as parseEvidence } from "./evidence-file.mjs";
import "./conclusion.mjs";
import "./outcome.mjs";
// src/domain/evidence/question.ts
function questionOf({ kind, subject, facts }) {
	const within = kind === "custom" ? facts.name : kind === "contract" ? facts.against : void 0;
	return JSON.stringify([
		kind,
		subject,
		within
	]);
}
// src/domain/registry/lfs.ts
const MOST_POINTER_BYTES = 1024;
function parseLfsPointer(content) {
	if (content.length > 1024) return void 0;
	const text = new TextDecoder().decode(content);
	const [, sha256, bytes] = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-\S+ \S+\n)*oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n?$/.exec(text) ?? [];
	return sha256 === void 0 ? void 0 : {
		sha256,
		bytes: Number(bytes)
	};
}
// src/domain/registry/registry-files.ts
const NUMBER = "([1-9]\\d*)";
new RegExp(`^promotions/${NUMBER}\\.json$`), new RegExp(`^versions/${NUMBER}/(version\\.json|notes\\.yaml|card\\.md)$`), new RegExp(`^versions/${NUMBER}/evidence/([a-z][a-z-]*-[0-9a-f]{12}\\.json)$`), new RegExp(`^versions/${NUMBER}/(model.*)$`, "s");
strictObject({
	schema: literal(1),
	model: ModelName,
	branch: string().check(_maxLength(200), _regex(/^modelyard\/[a-z0-9-]+\/[a-z0-9.-]+$/)),
	base: ObjectId,
	message: string().check(_minLength(1), _maxLength(2e4)),
	files: array(strictObject({
		path: RepositoryPath,
		name: optional(string().check(_regex(/^file-\d{1,4}$/)))
	})).check(_minLength(1), _maxLength(500)),
	answer: looseObject({ kind: _enum(["move", "registration"]) })
});
// src/domain/registry/manifest.ts
function folderDigest(entries, hash) {
	return hash([...entries].sort(byBytes).map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(""));
}
function byBytes({ path: a }, { path: b }) {
	const [x, y] = [[...a], [...b]];
	for (let index = 0; index < Math.min(x.length, y.length); index += 1) {
		const difference = (x[index]?.codePointAt(0) ?? 0) - (y[index]?.codePointAt(0) ?? 0);
		if (difference !== 0) return difference;
	}
	return x.length - y.length;
}
// src/commands/digest-of-path.ts
async function digestOfPath(userPath, artifacts) {
	return digestOfHashed(await artifacts.hashPath(userPath), artifacts);
}
function digestOfHashed({ isFolder, files }, artifacts) {
	if (!isFolder) return files[0]?.sha256 ?? "";
	return folderDigest(files, (text) => artifacts.hash(new TextEncoder().encode(text)));
}
// src/commands/trained-model.ts
async function filesLeft(out, artifacts) {
	try {
		return (await artifacts.hashPath(out)).files;
	} catch (error) {
		if (error instanceof ModelyardError && / empty folder/.test(error.message)) return [];
		throw error;
	}
}
function trainedModel(files, command) {
	const names = files.map(({ path }) => path.split("/")[0]);
	const isFolder = (name) => files.some(({ path }) => path.startsWith(`${name}/`));
	const models = [...new Set(names)].filter((name) => isFolder(name) ? name === "model" : /^model\.[^/]+$/.test(name));
	const [name] = models;
	if (name !== void 0 && models.length === 1) return { name };
	return {
		why: models.length === 0 ? `the training left no model: ${names.length === 0 ? "MODELYARD_OUT is empty" : `MODELYARD_OUT holds ${shown(names)}`}` : `the training left ${models.length} models, ${shown(models)}, and one is due`,
		next: `write exactly one file model.* or one folder model/ to $MODELYARD_OUT in: ${command}`
	};
}
function shown(names) {
	const unique = [...new Set(names)];
	return `${unique.slice(0, 8).join(", ")}${unique.length > 8 ? ` and ${unique.length - 8} more` : ""}`;
}
// src/commands/evidence-folder.ts
const FILE = /(?:^|\/)[a-z]+-[0-9a-f]{12}\.json$/;
async function readEvidenceFolder(folder, artifact, { artifacts }) {
	const found = new Map();
	for (const { path } of await filesLeft(folder, artifacts)) {
		if (!FILE.test(path)) continue;
		const bytes = await artifacts.readAll(`${folder}/${path}`);
		const stored = parseEvidence(`${folder}/${path}`, bytes, artifacts);
		if (stored.evidence.subject.artifact === artifact) found.set(stored.digest, {
			stored,
			bytes
		});
	}
	return [...found.values()];
}
// src/commands/evidence-reader.ts
async function readEvidence({ repository, commit, config }, artifacts, model, version) {
	const folder = `${modelFolder(config, model)}/versions/${version}/evidence`;
	const entries = await repository.listFolder(commit, folder);
	if (entries.length === 0) return [];
	const { parseEvidence } = await import("./evidence-file2.mjs");
	const ordered = entries.length > 1 ? await inGitOrder(repository, commit, folder, entries) : entries;
	return repository.readBlobs(ordered.map(({ id }) => id), (content, index) => parseEvidence(ordered[index]?.path ?? "", content, artifacts));
}
async function inGitOrder(repository, commit, folder, entries) {
	const { entries: changes } = await repository.history(commit, folder);
	const added = new Map(changes.map(({ path }, index) => [path, index]));
	return [...entries].sort((a, b) => (added.get(a.path) ?? -1) - (added.get(b.path) ?? -1));
}
// src/domain/registry/artifact-home.ts
function outerHome(uri) {
	if (uri.startsWith("release:")) return {
		is: "release",
		...releaseFile(uri)
	};
	if (!uri.startsWith("https:")) return {
		is: "by-hand",
		command: byHand(uri)
	};
	const url = URL.canParse(uri) ? new URL(uri) : void 0;
	if (url?.protocol === "https:" && url.username === "" && url.password === "") return {
		is: "web",
		url: url.href
	};
	throw badAddress("an https: address of an artifact is none, or carries a name or password");
}
function releaseFile(uri) {
	const [, tag, name] = /^release:(.+)\/([^/]+)$/.exec(uri) ?? [];
	if (tag === void 0 || name === void 0 || !/^[\w+@-](?:[\w.+@-]*[\w+@-])?$/.test(name)) throw badAddress(`${uri} names no file of a release`);
	return {
		tag,
		name
	};
}
function badAddress(message) {
	return new ModelyardError({
		code: "bad-artifact",
		message,
		next: "write release:TAG/NAME, the name of letters, digits, `.`, `_` and `-`; or https://HOST/PATH"
	});
}
function byHand(uri) {
	const [scheme = "", rest = ""] = uri.split(/:(.*)/s);
	switch (scheme) {
		case "s3": return `aws s3 cp ${uri} FILE`;
		case "gs": return `gcloud storage cp ${uri} FILE`;
		case "az": return `azcopy copy https://ACCOUNT.blob.core.windows.net/${rest.replace(/^\/+/, "")} FILE`;
		default: return `hf download ${rest.replace(/^\/+/, "").split("/").slice(0, 2).join("/")}`;
	}
}
// src/commands/version-artifact.ts
async function readVersionArtifact(registry, state, record, ports, localCopy) {
	const { artifacts } = ports;
	if (localCopy !== void 0) return onDisk(localCopy, artifacts);
	const { uri } = record.artifact;
	if (!uri.startsWith("./")) return onDisk(await broughtFrom(uri, record, ports), artifacts);
	return inRepository(registry, state, record, ports);
}
async function onDisk(path, artifacts) {
	return {
		sha256: await digestOfPath(path, artifacts),
		read: () => artifacts.readAll(path),
		place: async () => path
	};
}
async function broughtFrom(uri, { version, artifact }, { stored }) {
	if (artifact.files !== void 0) throw elsewhere(version, uri, "it is a folder, of which nothing is fetched: bring it, and name the copy: --artifact FOLDER");
	const home = outerHome(uri);
	if (home.is === "by-hand") throw elsewhere(version, uri, `fetch it: ${home.command}; and name the copy: --artifact FILE`);
	return stored.bring(home, artifact);
}
function elsewhere(version, uri, next) {
	const message = `the artifact of version ${version} lies at ${uri}, and is not fetched from there`;
	return new ModelyardError({
		code: "bad-artifact",
		message,
		next
	});
}
async function inRepository({ repository, commit, config }, { name }, record, ports) {
	const { artifacts } = ports;
	const path = `${modelFolder(config, name)}/versions/${record.version}/${record.artifact.uri.slice(2)}`;
	const bytes = await repository.readFile(commit, path);
	if (bytes !== void 0) {
		const pointer = parseLfsPointer(bytes);
		if (pointer !== void 0) return behindPointer(pointer, path, record, ports);
		return {
			sha256: artifacts.hash(bytes),
			path,
			read: async () => bytes,
			place: () => inCheckout(path, record, ports)
		};
	}
	const files = await repository.listFiles(commit, path);
	if (files.length === 0) throw missing(record.version, path);
	return {
		sha256: folderDigest(await repository.readBlobs(files.map(({ id }) => id), (content, index) => ({
			path: files[index]?.path.slice(path.length + 1) ?? "",
			sha256: parseLfsPointer(content)?.sha256 ?? artifacts.hash(content)
		})), (text) => artifacts.hash(new TextEncoder().encode(text))),
		read: async () => Promise.reject(missing(record.version, path)),
		place: () => inCheckout(path, record, ports)
	};
}
const LFS = { is: "lfs" };
async function behindPointer(pointer, path, { version, artifact }, { artifacts, worktree, stored }) {
	if (pointer.sha256 !== artifact.sha256 || pointer.bytes !== artifact.bytes) throw new ModelyardError({
		code: "digest-mismatch",
		message: `the Git LFS pointer of version ${version} names ${pointer.sha256.slice(0, 12)}… (${pointer.bytes} bytes), its record says ${artifact.sha256.slice(0, 12)}… (${artifact.bytes} bytes)`,
		next: "restore the pointer from git, or register the other bytes as a new version",
		place: { path }
	});
	const checkedOut = `${worktree.root}/${path}`;
	const place = await digestIfThere(checkedOut, artifacts) === artifact.sha256 ? checkedOut : await stored.bring(LFS, artifact);
	return {
		sha256: artifact.sha256,
		read: () => artifacts.readAll(place),
		place: async () => place
	};
}
async function digestIfThere(path, artifacts) {
	try {
		return await digestOfPath(path, artifacts);
	} catch (error) {
		if (error instanceof ModelyardError && error.code === "bad-artifact") return void 0;
		throw error;
	}
}
async function inCheckout(path, { version, artifact }, { artifacts, worktree }) {
	const place = `${worktree.root}/${path}`;
	requireDigest(version, await digestOfPath(place, artifacts), artifact.sha256, path);
	return place;
}
function requireDigest(version, found, registered, path) {
	if (found === registered) return;
	throw new ModelyardError({
		code: "digest-mismatch",
		message: `the artifact of version ${version} hashes to ${found.slice(0, 12)}…, its record says ${registered.slice(0, 12)}…`,
		next: "the bytes were changed after they were registered: restore them from git (of Git LFS by `git lfs pull`), or register them as a new version",
		...path === void 0 ? {} : { place: { path } }
	});
}
function missing(version, path) {
	return new ModelyardError({
		code: "bad-artifact",
		message: `the artifact of version ${version} is missing`,
		next: "restore it from git; a purged version has none",
		place: { path }
	});
}
// src/commands/move-facts.ts
async function digestOfData(userPath, artifacts, named = userPath) {
	try {
		const { isFolder, files } = await artifacts.hashPath(userPath);
		const [file] = files;
		if (!isFolder && file !== void 0 && file.bytes <= 1024) refuseLfsPointer(await artifacts.readHead(userPath, MOST_POINTER_BYTES), named);
		return digestOfHashed({
			isFolder,
			files
		}, artifacts);
	} catch (error) {
		if (!(error instanceof ModelyardError) || error.code !== "bad-artifact") throw error;
		const message = error.message.replace(userPath, named);
		throw new ModelyardError({
			code: "bad-data",
			message,
			next: error.next,
			place: { path: named }
		});
	}
}
function refuseLfsPointer(content, named) {
	if (parseLfsPointer(content) === void 0) return;
	throw new ModelyardError({
		code: "bad-data",
		message: `${named} stands for a file that Git LFS keeps, and its rows are not here`,
		next: "fetch it: git lfs pull; in a workflow that calls ours, write `lfs: true` under `with:`",
		place: { path: named }
	});
}
async function digestOfNamedData(path, { artifacts, worktree }) {
	await worktree.listFiles(path);
	return digestOfData(`${worktree.root}/${path}`, artifacts, path);
}
async function gatherEvidence({ registry, state }, { version, artifact }, { artifacts, drafts }, folder) {
	const committed = await readEvidence(registry, artifacts, state.name, version);
	const known = new Set(committed.map(({ digest }) => digest));
	const answered = new Map(committed.map((stored) => [questionOf(stored.evidence), startedAt(stored)]));
	const pending = new Map();
	const drafted = [];
	const own = await readDrafts(draftFolder(state.name, version), known, {
		artifacts,
		drafts
	});
	const brought = folder === void 0 ? [] : await readEvidenceFolder(folder, artifact.sha256, { artifacts });
	for (const { stored, bytes } of [...own, ...brought]) {
		if (known.has(stored.digest) || pending.has(stored.digest)) continue;
		if (stored.evidence.subject.artifact !== artifact.sha256) continue;
		if (startedAt(stored) < (answered.get(questionOf(stored.evidence)) ?? "")) continue;
		drafted.push(stored);
		pending.set(stored.digest, bytes);
	}
	drafted.sort((a, b) => startedAt(a) < startedAt(b) ? -1 : 1);
	const remarks = folder === void 0 || brought.length > 0 ? [] : [`${folder} holds no evidence of this artifact`];
	return {
		all: [...committed, ...drafted],
		pending,
		remarks
	};
}
async function readDrafts(folder, known, { artifacts, drafts }) {
	const found = [];
	for (const name of await drafts.list(folder)) {
		const bytes = name.endsWith(".json") ? await drafts.read(`${folder}/${name}`) : void 0;
		if (bytes === void 0 || known.has(artifacts.hash(bytes))) continue;
		found.push({
			stored: parseEvidence(drafts.place(`${folder}/${name}`), bytes, artifacts),
			bytes
		});
	}
	return found;
}
function startedAt({ evidence }) {
	return evidence.origin["started-at"];
}
function draftFolder(model, version) {
	return `evidence/${model}/${version}`;
}
export { readVersionArtifact as a, trainedModel as c, gatherEvidence as i, digestOfHashed as l, digestOfNamedData as n, requireDigest as o, draftFolder as r, filesLeft as s, digestOfData as t, digestOfPath as u };
