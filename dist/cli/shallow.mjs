import { n as ModelyardError } from "./error.mjs";
import { r as runGit } from "./run-git.mjs";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

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

export { changedFiles as a, writeFolders as c, programIdentity as i, parseTree as l, noIdentityError as n, listBelow as o, personFromEnvironment as r, placeChanges as s, shallowBoundaries as t, parseCommit as u };