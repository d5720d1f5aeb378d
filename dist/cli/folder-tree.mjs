import { n as ModelyardError } from "./error.mjs";
import { n as cannotWriteError, t as bareError } from "./git-errors.mjs";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { spawn } from "node:child_process";

// src/adapters/git/location.ts
/**
* Finds the repository that a folder lies in, as git does: the nearest folder upwards with a `.git`, or a bare one.
*
* @throws {ModelyardError} `no-repository` where there is none.
*/
function locateRepository(start) {
	for (let folder = resolve(start);; folder = dirname(folder)) {
		const dotGit = join(folder, ".git");
		if (existsSync(dotGit)) return withCommonDir(folder, gitDirOf(dotGit, folder));
		if (isGitDir(folder)) return {
			root: folder,
			gitDir: folder,
			commonDir: folder,
			isBare: true
		};
		if (dirname(folder) === folder) break;
	}
	throw new ModelyardError({
		code: "no-repository",
		message: `${start} is not inside a git repository`,
		next: "run this where your repository is, or make one: git init"
	});
}
function gitDirOf(dotGit, folder) {
	if (statSync(dotGit).isDirectory()) return dotGit;
	const target = /^gitdir: (.+)$/m.exec(readFileSync(dotGit, "utf8"))?.[1];
	return target === void 0 ? dotGit : resolve(folder, target.trim());
}
function withCommonDir(root, gitDir) {
	const pointer = join(gitDir, "commondir");
	return {
		root,
		gitDir,
		commonDir: existsSync(pointer) ? resolve(gitDir, readFileSync(pointer, "utf8").trim()) : gitDir,
		isBare: false
	};
}
function isGitDir(folder) {
	return existsSync(join(folder, "HEAD")) && existsSync(join(folder, "objects")) && existsSync(join(folder, "refs"));
}
/** What git was in the middle of when it left these marks. */
const OPERATIONS = [
	["MERGE_HEAD", "a merge"],
	["rebase-merge", "a rebase"],
	["rebase-apply", "a rebase"],
	["CHERRY_PICK_HEAD", "a cherry-pick"],
	["REVERT_HEAD", "a revert"]
];
/** A merge, rebase or the like that is under way; undefined where there is none. */
function operationUnderWay({ gitDir }) {
	return OPERATIONS.find(([mark]) => existsSync(join(gitDir, mark)))?.[1];
}

// src/adapters/git/run-git.ts
const CONFIG = [
	"-c",
	"core.quotePath=false",
	"-c",
	"color.ui=false",
	"-c",
	"log.showSignature=false"
];
const STRIPPED = [
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_INDEX_FILE",
	"GIT_OBJECT_DIRECTORY",
	"GIT_COMMON_DIR",
	"GIT_NAMESPACE"
];
/** Starts git in a repository. */
function startGit(location, args, env = {}) {
	const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !STRIPPED.includes(name)));
	return spawn("git", [...CONFIG, ...args], {
		cwd: location.root,
		env: {
			...inherited,
			LC_ALL: "C",
			GIT_TERMINAL_PROMPT: "0",
			GIT_OPTIONAL_LOCKS: "0",
			GIT_FLUSH: "0",
			...env
		},
		stdio: "pipe",
		windowsHide: true,
		detached: process.platform !== "win32" && args[0] !== "fetch" && args[0] !== "push"
	});
}
/**
* Runs git to its end.
*
* @throws {ModelyardError} `cannot-write` where the disk is full or read-only; `missing-engine` without git;
* `bug` for any other status that is not accepted.
*/
function runGit(location, args, options = {}) {
	const { input, env, accept = [0] } = options;
	return new Promise((resolve, reject) => {
		const child = startGit(location, args, env);
		const chunks = [];
		let stderr = "";
		child.stdout.on("data", (chunk) => chunks.push(chunk));
		child.stderr.on("data", (chunk) => {
			stderr += chunk.toString("utf8");
		});
		child.on("error", (error) => reject(startError(error)));
		child.on("close", (code, signal) => {
			const output = {
				status: code ?? 128,
				stdout: Buffer.concat(chunks),
				stderr
			};
			if (signal !== null) reject(interrupted(signal));
			else if (accept.includes(output.status)) resolve(output);
			else reject(gitError(args, output));
		});
		child.stdin.on("error", () => {});
		child.stdin.end(input);
	});
}
/** The output of git as text, without its last line end. */
async function gitText(location, args, options) {
	const { stdout } = await runGit(location, args, options);
	return stdout.toString("utf8").replace(/\n$/, "");
}
/** The error for a git that could not be started. */
function startError(error) {
	return new ModelyardError({
		code: "missing-engine",
		message: "the git program could not be started",
		next: "install git, or set MODELYARD_GIT=isomorphic to do without it",
		cause: error
	});
}
function interrupted(signal) {
	if (signal === "SIGXFSZ") return cannotWriteError("a file of git", new Error(signal));
	return new ModelyardError({
		code: "interrupted",
		message: `git was ended by ${signal}`,
		next: "run the command again; it goes on from where things stand"
	});
}
/** The error that git's own words mean. */
function gitError(args, { status, stderr }) {
	const said = stderr.trim().split("\n").slice(0, 3).join("; ");
	if (/No space left on device|File too large|Disk quota exceeded|Read-only file system|Permission denied|insufficient permission|(?:unable to|couldn't|could not) (?:write|create)/i.test(stderr)) return new ModelyardError({
		code: "cannot-write",
		message: `git could not write: ${said}`,
		next: "make room on the disk or allow writing there, then run the command again; nothing was changed"
	});
	if (/must be run in a work tree/.test(stderr)) return bareError();
	if (/dubious ownership/.test(stderr)) return new ModelyardError({
		code: "no-repository",
		message: "the repository belongs to another user, so git does not read it",
		next: "run as its owner, or allow it: git config --global --add safe.directory PATH"
	});
	return new ModelyardError({
		code: "bug",
		message: `git ${args[0]} ended with ${status}: ${said || "no message"}`,
		next: "please report it, with the command that you ran"
	});
}

// src/adapters/git/commit-object.ts
/** Takes a raw commit object apart. */
function parseCommit(id, text) {
	const split = text.indexOf("\n\n");
	const headers = split < 0 ? text : text.slice(0, split);
	const field = (name) => new RegExp(`^${name} (.*)$`, "m").exec(headers)?.[1] ?? "";
	const committer = parsePerson(field("committer"));
	return {
		id,
		tree: field("tree"),
		parents: [...headers.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]),
		author: parsePerson(field("author")).person,
		committer: committer.person,
		committedAt: committer.at,
		message: split < 0 ? "" : text.slice(split + 2)
	};
}
function parsePerson(line) {
	const match = /^(.*?) ?<(.*)> (-?\d+) [+-]\d{4}$/.exec(line);
	return {
		person: {
			name: match?.[1] ?? "",
			email: match?.[2] ?? ""
		},
		at: Number(match?.[3] ?? 0) * 1e3
	};
}

// src/adapters/git/identity.ts
const SOURCES = {
	local: "this repository's git configuration",
	worktree: "this working tree's git configuration",
	global: "your global git configuration",
	system: "this machine's git configuration",
	command: "the git configuration of this command"
};
/** The person that environment variables name, as git reads them. */
function personFromEnvironment() {
	const { GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL, GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL } = process.env;
	const name = GIT_AUTHOR_NAME ?? GIT_COMMITTER_NAME;
	const email = GIT_AUTHOR_EMAIL ?? GIT_COMMITTER_EMAIL;
	return name && email ? {
		name,
		email
	} : void 0;
}
function noIdentityError() {
	return new ModelyardError({
		code: "no-identity",
		message: "git does not know who you are",
		next: "tell it: git config user.name \"Your Name\" and git config user.email you@example.com"
	});
}
/** Who commits: the environment, else git's configuration, of which the source is named. */
function programIdentity(location) {
	return { async committer() {
		const person = personFromEnvironment();
		if (person !== void 0) return {
			...person,
			source: "the environment"
		};
		const name = await setting(location, "user.name");
		const email = await setting(location, "user.email");
		if (name === void 0 || email === void 0) throw noIdentityError();
		return {
			name: name.value,
			email: email.value,
			source: SOURCES[name.scope] ?? name.scope
		};
	} };
}
async function setting(location, key) {
	const { status, stdout } = await runGit(location, [
		"config",
		"--show-scope",
		"--get",
		key
	], { accept: [0, 1] });
	const [scope = "", value = ""] = stdout.toString("utf8").trimEnd().split("	");
	return status === 0 && value !== "" ? {
		scope,
		value
	} : void 0;
}

// src/adapters/git/shallow.ts
/** The commits at which a shallow clone is cut off: their parents are not there. Empty in a whole clone. */
function shallowBoundaries({ commonDir }) {
	const file = join(commonDir, "shallow");
	return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter((line) => line !== "") : [];
}

// src/adapters/git/tree-object.ts
/**
* Takes a raw tree object apart: `mode SP name NUL id`, repeated.
*
* @param idBytes - 20, or 32 in a repository that hashes with SHA-256.
*/
function parseTree(body, idBytes) {
	const items = [];
	for (let at = 0; at < body.length;) {
		const space = body.indexOf(32, at);
		const end = body.indexOf(0, space);
		const id = body.toString("hex", end + 1, end + 1 + idBytes);
		items.push({
			mode: modeOf(body.toString("latin1", at, space)),
			name: body.toString("utf8", space + 1, end),
			id
		});
		at = end + 1 + idBytes;
	}
	return items;
}
/** Modes as git prints them; old repositories hold `100664`, trees are stored as `40000`. */
function modeOf(text) {
	switch (text.padStart(6, "0")) {
		case "040000": return "040000";
		case "120000": return "120000";
		case "160000": return "160000";
		case "100755": return "100755";
		default: return "100644";
	}
}
/** Tree entries in git's order: folders sort as if their names ended in `/`. */
function sortTree(items) {
	const key = (item) => Buffer.from(item.mode === "040000" ? `${item.name}/` : item.name, "utf8");
	return [...items].sort((a, b) => Buffer.compare(key(a), key(b)));
}

// src/adapters/git/folder-tree.ts
/** Sorts changes into folders. `ids` are the new blobs in the order of the changes. */
function placeChanges(changes, ids) {
	const root = {
		files: /* @__PURE__ */ new Map(),
		folders: /* @__PURE__ */ new Map()
	};
	for (const [index, { path }] of changes.entries()) place(root, path.split("/"), ids[index] ?? null);
	return root;
}
function place(folder, parts, id) {
	const [name = "", ...rest] = parts;
	if (rest.length === 0) {
		folder.files.set(name, id);
		return;
	}
	const inner = folder.folders.get(name) ?? {
		files: /* @__PURE__ */ new Map(),
		folders: /* @__PURE__ */ new Map()
	};
	folder.folders.set(name, inner);
	place(inner, rest, id);
}
/** Writes the trees of changed folders, innermost first; the root's id. Only folders on the way are read. */
async function writeFolders(change, path, writer) {
	return await writeFolder(change, path, writer) ?? writer.make([]);
}
/** Undefined where nothing is left in the folder. */
async function writeFolder(change, path, writer) {
	const items = new Map((await writer.existing(path)).map((item) => [item.name, item]));
	for (const [name, id] of change.files) if (id === null) items.delete(name);
	else items.set(name, {
		name,
		mode: items.get(name)?.mode === "100755" ? "100755" : "100644",
		id
	});
	for (const [name, inner] of change.folders) {
		const id = await writeFolder(inner, path === "" ? name : `${path}/${name}`, writer);
		if (id === void 0) items.delete(name);
		else items.set(name, {
			name,
			mode: "040000",
			id
		});
	}
	return items.size === 0 ? void 0 : writer.make(sortTree([...items.values()]));
}
/** All files below a tree, by path. */
async function listBelow(trees, id, folder) {
	const entries = [];
	for (const item of await trees.readTree(id)) {
		const path = folder === "" ? item.name : `${folder}/${item.name}`;
		if (item.mode === "040000") entries.push(...await listBelow(trees, item.id, path));
		else entries.push({
			path,
			mode: item.mode,
			id: item.id
		});
	}
	return entries;
}
/** The files that differ between two entries of one path; folders with the same id are not opened. */
async function changedFiles(trees, before, after, path) {
	if (before?.id === after?.id && before?.mode === after?.mode) return [];
	const own = changeOfFile(before, after, path);
	const [old, now] = [await itemsOf(trees, before), await itemsOf(trees, after)];
	const inner = [];
	for (const name of [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].sort()) inner.push(...await changedFiles(trees, old.get(name), now.get(name), path === "" ? name : `${path}/${name}`));
	return [...own, ...inner];
}
async function itemsOf(trees, side) {
	if (side?.mode !== "040000") return /* @__PURE__ */ new Map();
	return new Map((await trees.readTree(side.id)).map((item) => [item.name, item]));
}
function changeOfFile(before, after, path) {
	const [old, now] = [fileOf(before), fileOf(after)];
	if (old === void 0 && now === void 0) return [];
	return [{
		path,
		status: old === void 0 ? "added" : now === void 0 ? "deleted" : "modified",
		before: old,
		after: now
	}];
}
function fileOf(side) {
	return side === void 0 || side.mode === "040000" ? void 0 : {
		mode: side.mode,
		id: side.id
	};
}

export { operationUnderWay as _, parseTree as a, personFromEnvironment as c, gitError as d, gitText as f, locateRepository as g, startGit as h, writeFolders as i, programIdentity as l, startError as m, listBelow as n, shallowBoundaries as o, runGit as p, placeChanges as r, noIdentityError as s, changedFiles as t, parseCommit as u };