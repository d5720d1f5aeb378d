import { n as ModelyardError } from "./error.mjs";
import { D as PromotionRecord, O as parseJson, P as modelFolder, a as readModel, i as readEvidence, n as openRegistry, r as parseEvidence } from "./registry-reader.mjs";

// src/commands/change-set.ts
/**
* Makes the commit. On a branch of its own when it is a pull request to be; the same change again changes nothing,
* an outdated one is made anew. With `merge` on the current branch, and the files on disk follow.
*
* @throws {ModelyardError} `detached-head`, `merge-under-way`, `dirty-tree`, `moved-meanwhile`, `cannot-write`.
*/
async function applyChangeSet(change, ports) {
	return change.merge ? applyToCurrentBranch(change, ports) : applyToOwnBranch(change, ports.repository);
}
async function applyToCurrentBranch(change, { repository, worktree }) {
	const branch = await mergeableBranch(change.head, worktree);
	const paths = change.files.map(({ path }) => path);
	const dirty = [...await worktree.modified(paths), ...await inTheWay(change, {
		repository,
		worktree
	})];
	if (dirty.length > 0) throw dirtyTree(dirty);
	const commit = await commitOn(repository, change, branch, change.base);
	const left = await worktree.follow(change.base, commit).catch((error) => {
		throw afterCommit(error, branch);
	});
	if (left.length > 0) throw dirtyTree(left);
	return {
		status: "merged",
		branch,
		commit
	};
}
/** The commit is made: what was in the way of the files on disk is told, and that the next run brings them along. */
function afterCommit(error, branch) {
	if (!(error instanceof ModelyardError) || error.code !== "cannot-write") return error;
	return new ModelyardError({
		code: error.code,
		message: `${branch} has the new commit, but ${error.message}`,
		next: "make room on the disk or allow writing there, then run the command again: the files follow",
		place: error.place,
		cause: error
	});
}
/** The branch that `--merge` commits to. */
async function mergeableBranch(head, worktree) {
	const operation = await worktree.operation();
	if (operation !== void 0) throw new ModelyardError({
		code: "merge-under-way",
		message: `${operation} is under way in this repository`,
		next: "finish it or abort it, then run the command again"
	});
	if (head.branch !== void 0) return head.branch;
	throw new ModelyardError({
		code: "detached-head",
		message: "the head is detached: there is no branch to merge into",
		next: "switch to a branch first: git switch main; or leave out --merge"
	});
}
/** New files of the commit where others lie on disk already. */
async function inTheWay({ base, files }, { repository, worktree }) {
	const paths = [];
	for (const { path, content } of files) {
		const present = content === null ? void 0 : await worktree.readFile(path);
		if (present === void 0 || content === null || await repository.readFile(base, path) !== void 0) continue;
		if (!sameBytes(present, content)) paths.push(path);
	}
	return paths;
}
function sameBytes(a, b) {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
function dirtyTree(paths) {
	const shown = paths.slice(0, 5).join(", ");
	return new ModelyardError({
		code: "dirty-tree",
		message: `uncommitted changes stand in the way: ${shown}${paths.length > 5 ? ` and ${paths.length - 5} more` : ""}`,
		next: "commit, stash or remove them, then run the command again",
		place: { path: paths[0] ?? "" }
	});
}
async function applyToOwnBranch(change, repository) {
	const { branch } = change;
	const present = await repository.resolve(`refs/heads/${branch}`);
	if (present !== void 0) {
		const { parents } = await repository.commitFacts(present);
		const [parent] = parents;
		if (parents.length !== 1 || parent === void 0 || !await isOnChain(repository, parent, change.base)) throw new ModelyardError({
			code: "bad-input",
			message: `the branch ${branch} holds more than the one commit that is made for it`,
			next: `keep what is yours under another name, then delete it: git branch -m ${branch} mine`
		});
		if (parent === change.base && await holdsSame(repository, present, change)) return {
			status: "unchanged",
			branch,
			commit: present,
			why: `the branch ${branch} holds exactly this already`
		};
	}
	return {
		status: "branched",
		branch,
		commit: await commitOn(repository, change, branch, present)
	};
}
async function isOnChain(repository, commit, base) {
	return commit === base || await repository.mergeBase(commit, base) === commit;
}
async function holdsSame(repository, commit, { base, files }) {
	const changed = await repository.changes(base, commit, []);
	if (changed.length !== files.length) return false;
	const ids = await repository.blobIds(files.map(({ content }) => content ?? /* @__PURE__ */ new Uint8Array()));
	return files.every(({ path, content }, index) => changed.some((entry) => entry.path === path && entry.after?.id === (content === null ? void 0 : ids[index])));
}
function commitOn(repository, { base, files, message, person, at }, branch, expected) {
	return repository.commit({
		parent: base,
		changes: files,
		message,
		person,
		at,
		branch,
		expected
	});
}
/**
* Finishes what an interrupted `--merge` left undone: the branch stands at its commit already, files on disk do not.
* Touches only files below `folder` that still are as the commit before had them.
*/
async function catchUp({ repository, worktree }, head, folder) {
	if (head.commit === void 0 || head.branch === void 0) return;
	const { parents, message } = await repository.commitFacts(head.commit);
	if (!message.includes("Made-by: modelyard")) return;
	if ((await worktree.modified()).filter((path) => path.startsWith(`${folder}/`)).length > 0) await worktree.follow(parents[0], head.commit);
}
/** Marks the commits that a command made. */
const TRAILER = "Made-by: modelyard";

// src/domain/registry/manifest.ts
/**
* The digest of a folder: that of its manifest, one line `<sha256>  <path>` a file, sorted by the bytes of the path.
* `find . -type f | sed 's,^./,,' | LC_ALL=C sort | xargs sha256sum | sha256sum` in the folder gives the same.
*/
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

// src/commands/move-facts.ts
/**
* Reads what every move is planned from: the model as the last commit has it, and who asks.
*
* @throws {ModelyardError} What stands in the way of reading, and with `--merge` of committing.
*/
async function readMoveFacts(input, ports) {
	if (input.unapproved !== void 0 && !input.merge) throw new ModelyardError({
		code: "bad-input",
		message: "--unapproved says why a merge at this terminal does without approvals, so it needs --merge",
		next: "add --merge, or leave --unapproved out and open a pull request"
	});
	const { repository, worktree, identity, clock } = ports;
	const head = await repository.head();
	const registry = await openRegistry(repository);
	if (input.merge) {
		await mergeableBranch(head, worktree);
		if (!input.dryRun) await catchUp(ports, head, registry.config.registry);
	}
	const state = await readModel(registry, input.model);
	const definition = `${modelFolder(registry.config, input.model)}/model.yaml`;
	const edited = await worktree.modified([definition]);
	return {
		registry,
		state,
		head,
		committer: await identity.committer(),
		now: clock.now(),
		remarks: edited.length > 0 ? [`${definition} has uncommitted changes: the policy of the last commit was used, not these`] : []
	};
}
/** Hashes the artifact of a version again, as the last commit has it. */
async function findArtifact({ registry, state }, { version, artifact }, { artifacts }, localCopy) {
	if (localCopy !== void 0) return compareDigest(await digestOfPath(localCopy, artifacts), artifact.sha256);
	if (!artifact.uri.startsWith("./")) return {
		is: "absent",
		why: `the artifact of version ${version} lies at ${artifact.uri}, so its bytes cannot be hashed here`,
		next: "fetch it, and name the copy: --artifact FILE"
	};
	const { repository, commit, config } = registry;
	const path = `${modelFolder(config, state.name)}/versions/${version}/${artifact.uri.slice(2)}`;
	const bytes = await repository.readFile(commit, path);
	if (bytes !== void 0) return compareDigest(artifacts.hash(bytes), artifact.sha256);
	const files = await repository.listFiles(commit, path);
	if (files.length === 0) return {
		is: "absent",
		why: `the artifact of version ${version} is missing: ${path}`,
		next: "restore it from git"
	};
	const manifest = await repository.readBlobs(files.map(({ id }) => id), (content, index) => ({
		path: files[index]?.path.slice(path.length + 1) ?? "",
		sha256: artifacts.hash(content)
	}));
	return compareDigest(folderDigest(manifest, hashText(artifacts)), artifact.sha256);
}
/** The digest of a file or folder that lies where the user says. */
async function digestOfPath(userPath, artifacts) {
	const { isFolder, files } = await artifacts.hashPath(userPath);
	return isFolder ? folderDigest(files, hashText(artifacts)) : files[0]?.sha256 ?? "";
}
/**
* The digest of a data file that lies where the user says.
*
* @throws {ModelyardError} `bad-data` where nothing is there, it is empty or a link.
*/
async function digestOfData(userPath, artifacts, named = userPath) {
	try {
		return await digestOfPath(userPath, artifacts);
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
/**
* The digest of a data file or folder that the registry names, by its path from the repository's root.
*
* @throws {ModelyardError} `path-escape` where a link on the way leads out of the repository, or it is one itself;
*   `bad-data` where nothing is there, or it is empty.
*/
async function digestOfNamedData(path, { artifacts, worktree }) {
	await worktree.listFiles(path);
	return digestOfData(`${worktree.root}/${path}`, artifacts, path);
}
function hashText(artifacts) {
	return (text) => artifacts.hash(new TextEncoder().encode(text));
}
function compareDigest(sha256, expected) {
	return sha256 === expected ? { is: "same" } : {
		is: "different",
		sha256
	};
}
/**
* Reads the evidence of a version, drafts too: `compare` leaves its own there, for the next promotion to take. Drafts
* about another artifact are passed over: a branch that was given up had claimed the same number.
*/
async function gatherEvidence({ registry, state }, { version, artifact }, { artifacts, drafts }) {
	const committed = await readEvidence(registry, artifacts, state.name, version);
	const known = new Set(committed.map(({ digest }) => digest));
	const folder = draftFolder(state.name, version);
	const pending = /* @__PURE__ */ new Map();
	const drafted = [];
	for (const name of await drafts.list(folder)) {
		const bytes = name.endsWith(".json") ? await drafts.read(`${folder}/${name}`) : void 0;
		if (bytes === void 0 || known.has(artifacts.hash(bytes))) continue;
		const stored = parseEvidence(drafts.place(`${folder}/${name}`), bytes, artifacts);
		if (stored.evidence.subject.artifact !== artifact.sha256) continue;
		drafted.push(stored);
		pending.set(stored.digest, bytes);
	}
	drafted.sort((a, b) => a.evidence.origin["started-at"] < b.evidence.origin["started-at"] ? -1 : 1);
	return {
		all: [...committed, ...drafted],
		pending
	};
}
/** Where the evidence of a version waits for a promotion. */
function draftFolder(model, version) {
	return `evidence/${model}/${version}`;
}
/** The last fields of the record: who asks, when, why. */
async function requestOf(input, facts, branch) {
	return {
		requestedBy: `${facts.committer.name} <${facts.committer.email}>`,
		requestedAt: await earlierRequest(input, facts, branch) ?? timestamp(facts.now),
		reason: input.reason,
		judgedAt: "terminal"
	};
}
/** When the same change was asked for before, on the same base: repeating a command changes nothing. */
async function earlierRequest({ merge, model }, { registry, state }, branch) {
	const { repository, commit, config } = registry;
	const tip = merge ? void 0 : await repository.resolve(`refs/heads/${branch}`);
	if (tip === void 0 || (await repository.commitFacts(tip)).parents[0] !== commit) return void 0;
	const path = `${modelFolder(config, model)}/promotions/${state.records.length + 1}.json`;
	const bytes = await repository.readFile(tip, path);
	return bytes === void 0 ? void 0 : parseJson(PromotionRecord, path, bytes).value?.["requested-at"];
}
/** UTC to the second, as records hold it. */
function timestamp(at) {
	return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

export { findArtifact as a, requestOf as c, TRAILER as d, applyChangeSet as f, draftFolder as i, timestamp as l, mergeableBranch as m, digestOfNamedData as n, gatherEvidence as o, catchUp as p, digestOfPath as r, readMoveFacts as s, digestOfData as t, folderDigest as u };