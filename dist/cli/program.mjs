import { n as ModelyardError } from "./error.mjs";
import { a as startGit, i as startError, n as gitText, r as runGit, t as gitError } from "./run-git.mjs";
import { c as writeFolders, i as programIdentity, l as parseTree, s as placeChanges, t as shallowBoundaries, u as parseCommit } from "./shallow.mjs";
import { a as shallowError, i as remoteError, r as movedError } from "./git-errors.mjs";
import { createHash } from "node:crypto";

// src/adapters/git/cat-file.ts
const NEWLINE = 10;
/**
* One `git cat-file --batch` that stays open: any number of objects for the price of one process. Answers come in
* the order of the questions.
*/
var CatFile = class {
	#location;
	#flags;
	#child;
	#waiting = [];
	#answered = 0;
	#pending = Buffer.alloc(0);
	#current;
	/** @param flags - `--buffer` for many questions that are all asked before the end. */
	constructor(location, flags = []) {
		this.#location = location;
		this.#flags = flags;
	}
	/** The object of a name such as `HEAD:path` or an id; undefined where there is none. */
	read(name) {
		if (name.includes("\n")) return Promise.resolve(void 0);
		const child = this.#start();
		return new Promise((resolve, reject) => {
			this.#waiting.push({
				resolve,
				reject
			});
			this.#hold(child, true);
			child.stdin.write(`${name}\n`);
		});
	}
	/** Reads many objects by id with one question. */
	readAll(names) {
		if (names.length === 0) return Promise.resolve([]);
		const child = this.#start();
		const answers = names.map(() => new Promise((resolve, reject) => {
			this.#waiting.push({
				resolve,
				reject
			});
		}));
		this.#hold(child, true);
		child.stdin.write(`${names.join("\n")}\n`);
		if (this.#flags.includes("--buffer")) child.stdin.end();
		return Promise.all(answers);
	}
	#start() {
		if (this.#child !== void 0) return this.#child;
		const child = startGit(this.#location, [
			"cat-file",
			"--batch",
			...this.#flags
		]);
		this.#child = child;
		let stderr = "";
		child.stdout.on("data", (chunk) => this.#take(chunk));
		child.stderr.on("data", (chunk) => {
			stderr += chunk.toString("utf8");
		});
		child.stdin.on("error", () => {});
		child.on("error", (error) => this.#fail(startError(error)));
		child.on("close", () => {
			if (this.#answered === this.#waiting.length) return;
			this.#fail(new ModelyardError({
				code: /dubious ownership/.test(stderr) ? "no-repository" : "bug",
				message: `git cat-file ended early: ${stderr.trim().split("\n")[0] ?? ""}`,
				next: "check the repository: git fsck"
			}));
		});
		return child;
	}
	/** An idle process must not keep a finished command alive; one that owes an answer must. */
	#hold(child, on) {
		for (const handle of [
			child,
			child.stdin,
			child.stdout,
			child.stderr
		]) if (on) handle.ref?.();
		else handle.unref?.();
	}
	#take(chunk) {
		let data = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
		this.#pending = Buffer.alloc(0);
		while (data.length > 0) {
			if (this.#current === void 0) {
				const end = data.indexOf(NEWLINE);
				if (end < 0) break;
				const header = data.toString("utf8", 0, end);
				data = data.subarray(end + 1);
				const size = /^[0-9a-f]{40,64} \w+ (\d+)$/.exec(header)?.[1];
				if (size === void 0) this.#answer(void 0);
				else this.#current = {
					header,
					body: Buffer.allocUnsafe(Number(size)),
					filled: 0
				};
				continue;
			}
			const { body, filled } = this.#current;
			const part = data.subarray(0, body.length - filled);
			part.copy(body, filled);
			this.#current.filled += part.length;
			data = data.subarray(part.length);
			if (this.#current.filled < body.length || data.length === 0) break;
			data = data.subarray(1);
			const [id = "", type = "blob"] = this.#current.header.split(" ");
			this.#current = void 0;
			this.#answer({
				id,
				type,
				body
			});
		}
		this.#pending = data;
	}
	#answer(object) {
		this.#waiting[this.#answered]?.resolve(object);
		this.#answered += 1;
		if (this.#answered === this.#waiting.length) {
			this.#waiting = [];
			this.#answered = 0;
			if (this.#child !== void 0) this.#hold(this.#child, false);
		}
	}
	#fail(error) {
		this.#child = void 0;
		const waiting = this.#waiting.slice(this.#answered);
		this.#waiting = [];
		this.#answered = 0;
		for (const { reject } of waiting) reject(error);
	}
};

// src/adapters/git/write-tree.ts
/** How many `git hash-object` run side by side. */
const WRITERS = 4;
/** Writes the tree of a commit with some files changed, and all objects that it needs. */
async function writeTree(location, base, changes, listFolder) {
	const ids = await writeBlobs(location, changes);
	const maker = new TreeMaker(location);
	try {
		return await writeFolders(placeChanges(changes, ids), "", {
			existing: async (folder) => (base === void 0 ? [] : await listFolder(base, folder)).map(itemOf),
			make: (items) => maker.make(items)
		});
	} finally {
		maker.close();
	}
}
function itemOf({ path, mode, id }) {
	return {
		name: path.slice(path.lastIndexOf("/") + 1),
		mode,
		id
	};
}
async function writeBlobs(location, changes) {
	const ids = changes.map(() => null);
	const queue = changes.entries();
	const work = async () => {
		for (const [index, { content }] of queue) {
			if (content === null) continue;
			ids[index] = await gitText(location, [
				"hash-object",
				"-w",
				"--no-filters",
				"--stdin"
			], { input: content });
		}
	};
	await Promise.all(Array.from({ length: WRITERS }, work));
	return ids;
}
/** One `git mktree` for all folders of a commit. */
var TreeMaker = class {
	#child;
	#failed;
	#waiting;
	#output = "";
	constructor(location) {
		const child = startGit(location, [
			"mktree",
			"-z",
			"--missing",
			"--batch"
		]);
		this.#child = child;
		let stderr = "";
		child.stderr.on("data", (chunk) => {
			stderr += chunk.toString("utf8");
		});
		child.stdin.on("error", () => {});
		child.stdout.on("data", (chunk) => this.#take(chunk.toString("latin1")));
		this.#failed = new Promise((_resolve, reject) => {
			child.on("error", (error) => reject(startError(error)));
			child.on("close", () => reject(mktreeError(stderr)));
		});
		this.#failed.catch(() => {});
	}
	make(items) {
		const answer = new Promise((resolve) => {
			this.#waiting = resolve;
		});
		const lines = items.map(({ mode, name, id }) => `${mode} ${TYPES[mode] ?? "blob"} ${id}\t${name}\0`);
		this.#child.stdin.write(`${lines.join("")}\0`);
		return Promise.race([answer, this.#failed]);
	}
	close() {
		this.#child.stdin.end();
	}
	#take(text) {
		this.#output += text;
		const end = this.#output.indexOf("\n");
		if (end < 0) return;
		const id = this.#output.slice(0, end);
		this.#output = this.#output.slice(end + 1);
		this.#waiting?.(id);
	}
};
const TYPES = {
	"040000": "tree",
	"160000": "commit"
};
function mktreeError(stderr) {
	return new ModelyardError({
		code: "cannot-write",
		message: `git could not write a folder: ${stderr.trim().split("\n")[0] ?? ""}`,
		next: "make room on the disk or allow writing there, then run the command again; nothing was changed"
	});
}

// src/adapters/git/program.ts
/** Above this many blobs a process of its own, which does not flush after each, is faster. */
const BULK = 200;
/** The repository by the git program. */
function openWithProgram(location) {
	const objects = new CatFile(location);
	async function readCommit(name) {
		const object = await objects.read(`${name}^{commit}`);
		return object === void 0 ? void 0 : parseCommit(object.id, object.body.toString("utf8"));
	}
	async function listFolder(commit, folder) {
		const object = await objects.read(folder === "" ? `${commit}^{tree}` : `${commit}:${folder}`);
		if (object === void 0 || object.type !== "tree") return [];
		const prefix = folder === "" ? "" : `${folder}/`;
		return parseTree(object.body, object.id.length / 2).map(({ name, mode, id }) => ({
			path: prefix + name,
			mode,
			id
		}));
	}
	async function readBlobs(ids) {
		return (await (ids.length > BULK ? new CatFile(location, ["--buffer"]) : objects).readAll(ids)).map((object, index) => {
			if (object !== void 0) return object.body;
			throw new ModelyardError({
				code: "bug",
				message: `the repository lacks the object ${ids[index]}`,
				next: "check the repository: git fsck"
			});
		});
	}
	const isShallow = async () => shallowBoundaries(location).length > 0;
	return {
		async head() {
			const branch = await runGit(location, [
				"symbolic-ref",
				"--quiet",
				"--short",
				"HEAD"
			], { accept: [0, 1] });
			return {
				commit: (await objects.read("HEAD^{commit}"))?.id,
				branch: branch.status === 0 ? branch.stdout.toString("utf8").trim() : void 0
			};
		},
		async resolve(revision) {
			if (!isPlainRevision(revision)) return void 0;
			return (await objects.read(`${revision}^{commit}`))?.id;
		},
		async commitFacts(commit) {
			const facts = await readCommit(commit);
			if (facts !== void 0) return facts;
			throw new ModelyardError({
				code: "bug",
				message: `the repository lacks the commit ${commit}`,
				next: "check the repository: git fsck"
			});
		},
		listFolder,
		async listFiles(commit, folder) {
			const { stdout } = await runGit(location, [
				"ls-tree",
				"-r",
				"-z",
				"--full-tree",
				commit,
				...folder === "" ? [] : ["--", folder]
			]);
			return parseListing(stdout);
		},
		async readFile(commit, path) {
			const object = await objects.read(`${commit}:${path}`);
			return object?.type === "blob" ? object.body : void 0;
		},
		readBlobs,
		async blobIds(contents) {
			const format = (await objects.read("HEAD"))?.id.length === 64 ? "sha256" : "sha1";
			return Array.from(contents, (bytes) => createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest("hex"));
		},
		async changes(from, to, folders) {
			const { stdout } = await runGit(location, [
				"diff-tree",
				"-r",
				"-z",
				"--raw",
				"--no-renames",
				"--no-abbrev",
				from,
				to,
				"--",
				...folders
			]);
			return parseTreeChanges(stdout);
		},
		async history(commit, path) {
			return {
				entries: parseHistory(await gitText(location, [
					"log",
					"--first-parent",
					"-m",
					"--raw",
					"--no-abbrev",
					"--no-renames",
					"--no-color",
					"--no-mailmap",
					"--format=%x01%H%x1f%ct%x1f%an%x1f%s",
					commit,
					"--",
					path
				])),
				complete: !await isShallow()
			};
		},
		async chain(commit) {
			return {
				entries: (await gitText(location, [
					"rev-list",
					"--first-parent",
					"--timestamp",
					commit
				])).split("\n").filter((line) => line !== "").map((line) => {
					const [seconds = "0", id = ""] = line.split(" ");
					return {
						commit: id,
						committedAt: Number(seconds) * 1e3
					};
				}).reverse(),
				complete: !await isShallow()
			};
		},
		async lastChangeOutside(commit, folder) {
			const found = await gitText(location, [
				"log",
				"-1",
				"--first-parent",
				"-m",
				"--format=%H",
				commit,
				"--",
				":(top)",
				`:(top,exclude,literal)${folder}`
			]);
			if (await isShallow()) throwIfCut(found, location);
			if (found !== "") return found;
			return gitText(location, [
				"rev-list",
				"--first-parent",
				"--max-parents=0",
				commit
			]);
		},
		async mergeBase(a, b) {
			const { status, stdout } = await runGit(location, [
				"merge-base",
				a,
				b
			], { accept: [0, 1] });
			if (status === 0) return stdout.toString("utf8").trim();
			if (await isShallow()) throw shallowError("where two branches parted");
		},
		isShallow,
		async listTags() {
			return (await gitText(location, ["tag", "--list"])).split("\n").filter((name) => name !== "");
		},
		async commit(request) {
			const id = await writeCommit(location, request, listFolder);
			await moveRef(location, request.branch, id, request.expected, request);
			return id;
		},
		async moveBranch(branch, to, expected) {
			await moveRef(location, branch, to, expected);
		},
		async fetch(remote, branch) {
			const target = `refs/modelyard/fetched/${branch}`;
			const args = [
				"fetch",
				"--quiet",
				"--no-tags",
				"--no-write-fetch-head",
				remote,
				`+refs/heads/${branch}:${target}`
			];
			const output = await runGit(location, args, { accept: [
				0,
				1,
				128
			] });
			if (output.status === 0) return (await objects.read(`${target}^{commit}`))?.id;
			if (/couldn't find remote ref/.test(output.stderr)) return void 0;
			throw remoteError("fetch from", remote, output.stderr, gitError(args, output));
		},
		async push(remote, branch, commit, expected) {
			const ref = `refs/heads/${branch}`;
			const args = [
				"push",
				"--porcelain",
				`--force-with-lease=${ref}:${expected ?? ""}`,
				remote,
				`${commit}:${ref}`
			];
			const output = await runGit(location, args, { accept: [
				0,
				1,
				128
			] });
			if (output.status === 0) return;
			const said = output.stdout.toString("utf8") + output.stderr;
			if (/stale info|\[rejected\]|failed to update ref|cannot lock ref/.test(said)) throw movedError(branch);
			throw remoteError("push to", remote, output.stderr, gitError(args, output));
		},
		identity: programIdentity(location)
	};
}
/** The id of a new commit: the parent's tree with the changes, written but on no branch yet. */
async function writeCommit(location, request, listFolder) {
	const tree = await writeTree(location, request.parent, request.changes, listFolder);
	const parents = request.parent === void 0 ? [] : ["-p", request.parent];
	return gitText(location, [
		"-c",
		"i18n.commitEncoding=utf-8",
		"commit-tree",
		tree,
		...parents,
		"-F",
		"-"
	], {
		input: request.message,
		env: personEnv(request)
	});
}
function personEnv({ person, at }) {
	const date = `@${Math.floor(at / 1e3)} +0000`;
	return {
		GIT_AUTHOR_NAME: person.name,
		GIT_AUTHOR_EMAIL: person.email,
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_NAME: person.name,
		GIT_COMMITTER_EMAIL: person.email,
		GIT_COMMITTER_DATE: date
	};
}
async function moveRef(location, branch, to, expected, who = {
	person: {
		name: "Modelyard",
		email: "modelyard@localhost"
	},
	at: 0
}) {
	const none = "0".repeat((to ?? expected ?? "").length);
	const ref = `refs/heads/${branch}`;
	const args = to === void 0 ? [
		"update-ref",
		"-d",
		ref,
		expected ?? none
	] : [
		"update-ref",
		"-m",
		"modelyard",
		ref,
		to,
		expected ?? none
	];
	const output = await runGit(location, args, {
		accept: [
			0,
			1,
			128
		],
		env: personEnv(who)
	});
	if (output.status === 0) return;
	if (/but expected|reference already exists|unable to resolve reference|\.lock': File exists/.test(output.stderr)) throw movedError(branch);
	throw gitError(args, output);
}
function throwIfCut(found, location) {
	if (found === "" || shallowBoundaries(location).includes(found)) throw shallowError("the commit that last changed the code");
}
function parseListing(stdout) {
	const entries = [];
	for (let at = 0; at < stdout.length;) {
		const end = stdout.indexOf(0, at);
		const line = stdout.toString("utf8", at, end);
		const tab = line.indexOf("	");
		const [mode, , id] = line.slice(0, tab).split(" ");
		entries.push({
			path: line.slice(tab + 1),
			mode,
			id
		});
		at = end + 1;
	}
	return entries;
}
function parseTreeChanges(stdout) {
	const fields = stdout.toString("utf8").split("\0");
	const changes = [];
	for (let index = 0; index + 1 < fields.length; index += 2) {
		const parsed = parseRaw(fields[index]);
		if (parsed !== void 0) changes.push({
			path: fields[index + 1],
			...parsed
		});
	}
	return changes;
}
/** `:100644 100644 before after M` */
function parseRaw(line) {
	const match = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([AMDT])/.exec(line);
	if (match === null) return void 0;
	const [, modeBefore, modeAfter, before, after, letter] = match;
	const side = (mode, id) => mode === "000000" ? void 0 : {
		mode,
		id
	};
	return {
		status: letter === "A" ? "added" : letter === "D" ? "deleted" : "modified",
		before: side(modeBefore, before),
		after: side(modeAfter, after)
	};
}
function parseHistory(text) {
	const entries = [];
	for (const block of text.split("").slice(1)) {
		const [header = "", ...lines] = block.split("\n");
		const [commit = "", seconds = "0", author = "", subject = ""] = header.split("");
		for (const line of lines) {
			const parsed = parseRaw(line);
			if (parsed === void 0) continue;
			entries.push({
				commit,
				committedAt: Number(seconds) * 1e3,
				author,
				subject,
				path: unquote(line.slice(line.indexOf("	") + 1)),
				status: parsed.status,
				before: parsed.before?.id,
				after: parsed.after?.id
			});
		}
	}
	return entries.reverse();
}
function unquote(path) {
	return path.startsWith("\"") ? path.slice(1, -1).replace(/\\(["\\])/g, "$1") : path;
}
/** Revisions that mean one commit by name: no ranges, searches or options. */
function isPlainRevision(revision) {
	return /^[^-\s:^~?*[\\@{}][^\s:?*[\\{}]*$|^HEAD$|^@$/.test(revision) && !revision.includes("..");
}

export { openWithProgram };