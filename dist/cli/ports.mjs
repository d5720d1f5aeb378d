import { n as ModelyardError } from "./error.mjs";
import { a as shallowError, i as remoteError, n as cannotWriteError, o as writeFileAtomic, r as movedError, t as bareError } from "./git-errors.mjs";
import { _ as operationUnderWay, a as parseTree, d as gitError, f as gitText, g as locateRepository, h as startGit, i as writeFolders, l as programIdentity, m as startError, o as shallowBoundaries, p as runGit, r as placeChanges, u as parseCommit } from "./folder-tree.mjs";
import { t as nearest } from "./nearest.mjs";
import { createReadStream, promises } from "node:fs";
import { lstat, mkdir, open, readFile, readdir } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

// src/adapters/files/artifacts.ts
const createHash = (algorithm) => process.getBuiltinModule("node:crypto").createHash(algorithm);
/** Files by their bytes; relative paths start from `folder`, where the user stands. */
function openArtifacts(folder) {
	const place = (userPath) => resolve(folder, userPath);
	return {
		hash: (bytes) => createHash("sha256").update(bytes).digest("hex"),
		async hashPath(userPath) {
			if (!(await factsOf(place(userPath), userPath)).isDirectory()) return {
				isFolder: false,
				files: [{
					path: basename(place(userPath)),
					...await hashFile(place(userPath))
				}]
			};
			const files = [];
			for await (const path of filesBelow(place(userPath), "", userPath)) files.push({
				path,
				...await hashFile(join(place(userPath), path))
			});
			if (files.length === 0) throw badArtifact(userPath, "is an empty folder", "name a folder that holds the model");
			return {
				isFolder: true,
				files: files.sort((a, b) => a.path < b.path ? -1 : 1)
			};
		},
		async readHead(userPath, length) {
			const file = await open(place(userPath));
			try {
				const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
				return buffer.subarray(0, bytesRead);
			} finally {
				await file.close();
			}
		},
		readAll: (userPath) => readFile(place(userPath)),
		async write(userPath, content) {
			try {
				await mkdir(dirname(place(userPath)), { recursive: true });
				await writeFileAtomic(place(userPath), Buffer.from(content));
			} catch (error) {
				throw new ModelyardError({
					code: "cannot-write",
					message: `${userPath} could not be written (${codeOf$1(error) ?? String(error)})`,
					next: "make room on the disk or name another place, then run the command again",
					cause: error
				});
			}
		}
	};
}
async function hashFile(path) {
	const { pipeline } = await import("node:stream/promises");
	const hash = createHash("sha256");
	let bytes = 0;
	await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), async function* (chunks) {
		for await (const chunk of chunks) {
			hash.update(chunk);
			bytes += chunk.length;
		}
		yield "";
	});
	return {
		sha256: hash.digest("hex"),
		bytes
	};
}
async function* filesBelow(root, folder, userPath) {
	for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) yield* filesBelow(root, path, userPath);
		else if (entry.isFile()) yield path;
		else throw badArtifact(`${userPath}/${path}`, "is a link or a special file", "put the file itself there");
	}
}
async function factsOf(path, userPath) {
	let facts;
	try {
		facts = await lstat(path);
	} catch (error) {
		if (codeOf$1(error) !== "ENOENT" && codeOf$1(error) !== "ENOTDIR") throw error;
		throw badArtifact(userPath, "is not there", "check the path; relative paths start from the folder you are in");
	}
	if (facts.isDirectory()) return facts;
	if (!facts.isFile()) throw badArtifact(userPath, "is a link or a special file", "name the file itself");
	if (facts.size === 0) throw badArtifact(userPath, "is empty", "check the step that wrote it");
	return facts;
}
function badArtifact(path, what, next) {
	return new ModelyardError({
		code: "bad-artifact",
		message: `${path} ${what}`,
		next
	});
}
function codeOf$1(error) {
	return error instanceof Error && "code" in error ? String(error.code) : void 0;
}

// src/adapters/git/drafts.ts
/** Drafts in `.git/modelyard`; linked working trees share them. */
function openDrafts({ commonDir, root }) {
	const place = (path) => join(commonDir, "modelyard", ...path.split("/"));
	const absent = (error) => error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
	return {
		async list(folder) {
			try {
				return (await promises.readdir(place(folder))).sort();
			} catch (error) {
				if (absent(error)) return [];
				throw error;
			}
		},
		async read(path) {
			try {
				return await promises.readFile(place(path));
			} catch (error) {
				if (absent(error)) return void 0;
				throw error;
			}
		},
		async write(path, content) {
			try {
				await promises.mkdir(dirname(place(path)), { recursive: true });
				await writeFileAtomic(place(path), Buffer.from(content));
			} catch (error) {
				throw cannotWriteError(path, error);
			}
		},
		remove: (path) => promises.rm(place(path), { force: true }),
		place: (path) => relative(root, place(path))
	};
}

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
	/**
	* Reads many objects by id with one question.
	*
	* @param take - Given each object as it comes, while git reads the next: what it returns is kept in its place.
	*/
	readAll(names, take) {
		if (names.length === 0) return Promise.resolve([]);
		const child = this.#start();
		return new Promise((resolve, reject) => {
			const taken = new Array(names.length);
			let missing = names.length;
			for (const index of names.keys()) this.#waiting.push({
				resolve(object) {
					try {
						taken[index] = take(object, index);
					} catch (error) {
						reject(error);
					}
					missing -= 1;
					if (missing === 0) resolve(taken);
				},
				reject
			});
			this.#hold(child, true);
			child.stdin.write(`${names.join("\n")}\n`);
			if (this.#flags.includes("--buffer")) child.stdin.end();
		});
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
				const size = sizeIn(header);
				if (size === void 0) this.#answer(void 0);
				else if (data.length > size) {
					this.#answerWith(header, data.subarray(0, size));
					data = data.subarray(size + 1);
				} else this.#current = {
					header,
					body: Buffer.allocUnsafe(size),
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
			const { header } = this.#current;
			this.#current = void 0;
			this.#answerWith(header, body);
		}
		this.#pending = data;
	}
	#answerWith(header, body) {
		const [id = "", type = "blob"] = header.split(" ");
		this.#answer({
			id,
			type,
			body
		});
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
/** Of `ID TYPE SIZE`; an object that is not there is answered by `NAME missing`. */
function sizeIn(header) {
	const size = header.slice(header.lastIndexOf(" ") + 1);
	return /^\d+$/.test(size) ? Number(size) : void 0;
}

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
	async function readBlobs(ids, take) {
		return (ids.length > BULK ? new CatFile(location, ["--buffer"]) : objects).readAll(ids, (object, index) => {
			if (object !== void 0) return take(object.body, index);
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
			const head = await objects.read("HEAD");
			const { createHash } = process.getBuiltinModule("node:crypto");
			const format = head?.id.length === 64 ? "sha256" : "sha1";
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

// src/adapters/git/program-index.ts
/** The index by the git program. */
function programIndex(location) {
	return {
		async visible() {
			const { stdout } = await runGit(location, [
				"ls-files",
				"-z",
				"--cached",
				"--others",
				"--exclude-standard"
			]);
			return [...new Set(stdout.toString("utf8").split("\0"))].filter((path) => path !== "");
		},
		async modified(paths) {
			const { stdout } = await runGit(location, [
				"status",
				"--porcelain=v1",
				"-z",
				"--untracked-files=no",
				"--no-renames",
				"--",
				...paths.map((path) => `:(top,literal)${path}`)
			]);
			return stdout.toString("utf8").split("\0").filter((line) => line !== "").map((line) => line.slice(3));
		},
		async update(entries) {
			const lines = entries.map(({ path, after }) => after === void 0 ? `0 ${NO_ID}\t${path}\0` : `${after.mode} ${after.id}\t${path}\0`);
			await runGit(location, [
				"update-index",
				"-z",
				"--index-info"
			], { input: lines.join("") });
		}
	};
}
const NO_ID = "0".repeat(40);

// src/adapters/git/worktree.ts
/** The files on disk of a repository that is not bare. `folder` is where the user stands. */
function openWorktree(location, folder, repository, index) {
	const { root } = location;
	async function readFile(path) {
		const file = await insideRoot(root, path);
		try {
			return await promises.readFile(file);
		} catch (error) {
			if ([
				"ENOENT",
				"ENOTDIR",
				"EISDIR"
			].includes(codeOf(error) ?? "")) return void 0;
			throw error;
		}
	}
	async function writeFile(path, content) {
		const file = await insideRoot(root, path);
		try {
			await promises.mkdir(dirname(file), { recursive: true });
			await writeFileAtomic(file, Buffer.from(content), join(location.gitDir, "modelyard/begun"));
		} catch (error) {
			throw cannotWriteError(path, error);
		}
	}
	return {
		root,
		async operation() {
			return operationUnderWay(location);
		},
		async listFiles(start) {
			const files = [];
			for await (const file of walk(root, start)) files.push(file);
			return files.sort((a, b) => a.path < b.path ? -1 : 1);
		},
		visibleFiles: async () => [...await index.visible()].sort(),
		readFile,
		writeFile,
		async modified(paths) {
			return index.modified(paths ?? []);
		},
		async follow(from, to) {
			const changes = from === void 0 ? await everything(repository, to) : await repository.changes(from, to, []);
			const left = [];
			const moved = [];
			for (const change of changes) if (await followOne(change, {
				repository,
				readFile,
				writeFile,
				remove: (path) => removeFile(root, path)
			})) moved.push(change);
			else left.push(change.path);
			if (moved.length > 0) await index.update(moved);
			return left;
		},
		pathFromRoot(userPath) {
			const slashed = relative(root, isAbsolute(userPath) ? userPath : resolve(folder, userPath)).split(sep).join("/");
			return staysInside(slashed) ? slashed : void 0;
		}
	};
}
async function everything(repository, commit) {
	return (await repository.listFiles(commit, "")).map(({ path, mode, id }) => ({
		path,
		status: "added",
		before: void 0,
		after: {
			mode,
			id
		}
	}));
}
/** Whether the file is now as the commit has it. One that holds neither side is somebody's work: left alone. */
async function followOne({ path, before, after }, disk) {
	const blob = async (side) => side === void 0 ? void 0 : (await disk.repository.readBlobs([side.id], (content) => content))[0];
	const [present, wanted] = [await disk.readFile(path), await blob(after)];
	if (sameBytes(present, wanted)) return true;
	if (!sameBytes(present, await blob(before))) return false;
	if (wanted === void 0) await disk.remove(path);
	else await disk.writeFile(path, wanted);
	return true;
}
function sameBytes(a, b) {
	return a === void 0 || b === void 0 ? a === b : Buffer.compare(a, b) === 0;
}
async function removeFile(root, path) {
	await promises.rm(await insideRoot(root, path), { force: true });
	for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) try {
		await promises.rmdir(join(root, folder));
	} catch {
		return;
	}
}
async function* walk(root, folder) {
	const start = await insideRoot(root, folder);
	let entries;
	try {
		entries = await promises.readdir(start, { withFileTypes: true });
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "")) return;
		throw error;
	}
	if (entries.some(({ name }) => name === ".git") && folder !== "") {
		yield {
			path: folder,
			kind: "repository",
			bytes: 0
		};
		return;
	}
	for (const entry of entries) {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.name === ".git") continue;
		if (entry.isDirectory()) yield* walk(root, path);
		else yield await describeFile(root, path, entry);
	}
}
async function describeFile(root, path, entry) {
	if (entry.isSymbolicLink()) return {
		path,
		kind: "link",
		bytes: 0
	};
	if (!entry.isFile()) return {
		path,
		kind: "other",
		bytes: 0
	};
	const { size } = await promises.stat(join(root, path));
	return {
		path,
		kind: "file",
		bytes: size
	};
}
/**
* The place of a path on disk, with the links on the way followed.
*
* @throws {ModelyardError} `path-escape` where they lead out of the repository, or the file itself is a link.
*/
async function insideRoot(root, path) {
	if (path === "") return root;
	if (!staysInside(path)) throw escapeError(path);
	const realRoot = await promises.realpath(root);
	const parts = path.split("/");
	let place = realRoot;
	for (const [position, part] of parts.entries()) {
		const next = join(place, part);
		let isLink;
		try {
			isLink = (await promises.lstat(next)).isSymbolicLink();
		} catch (error) {
			if (!["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "")) throw error;
			return join(place, ...parts.slice(position));
		}
		if (isLink && position === parts.length - 1) throw linkError(path);
		place = isLink ? await promises.realpath(next).catch(() => next) : next;
		if (place !== realRoot && !place.startsWith(realRoot + sep)) throw escapeError(path);
	}
	return place;
}
/** Whether a path names something below the root, git's own folder aside, before any link is followed. */
function staysInside(path) {
	const parts = path.split("/");
	if (path === "" || isAbsolute(path) || path.includes("\\") || path.includes("\0")) return false;
	return parts.every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git");
}
function escapeError(path) {
	return new ModelyardError({
		code: "path-escape",
		message: `${path} leads out of the repository`,
		next: "name a file inside the repository, by a path without `..` and without links that lead out",
		place: { path }
	});
}
function linkError(path) {
	return new ModelyardError({
		code: "path-escape",
		message: `${path} is a link; the registry holds files`,
		next: "put the file itself there",
		place: { path }
	});
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : void 0;
}

// src/adapters/git/index.ts
const GIT_ENGINES = ["program", "isomorphic"];
/**
* Opens the repository that a folder lies in. Code is loaded for the engine that is asked for alone.
*
* @throws {ModelyardError} `no-repository` where there is none.
*/
async function openGit(folder, engine) {
	const location = locateRepository(folder);
	const drafts = openDrafts(location);
	const worktreeWith = (repository, index) => location.isBare ? noWorktree(location.root) : openWorktree(location, folder, repository, index);
	if (engine === "program") {
		const { identity, ...repository } = openWithProgram(location);
		return {
			repository,
			identity,
			drafts,
			worktree: worktreeWith(repository, programIndex(location))
		};
	}
	const { openIsomorphic } = await import("./isomorphic.mjs");
	const { isomorphicIndex } = await import("./isomorphic-index.mjs");
	const { identity, ...repository } = openIsomorphic(location);
	return {
		repository,
		identity,
		drafts,
		worktree: worktreeWith(repository, isomorphicIndex(location))
	};
}
/** What a bare repository has in the place of files. */
function noWorktree(root) {
	const refuse = async () => {
		throw bareError();
	};
	return {
		root,
		operation: async () => void 0,
		listFiles: refuse,
		visibleFiles: refuse,
		readFile: refuse,
		writeFile: refuse,
		modified: refuse,
		follow: refuse,
		pathFromRoot: () => void 0
	};
}

// cli/terminal.ts
/** Whoever sits at the terminal. Questions go to stderr, so that stdout holds the answer alone. */
function people() {
	return {
		present: process.stdin.isTTY === true && process.stderr.isTTY === true,
		async ask(question, fallback) {
			const { createInterface } = await import("node:readline/promises");
			const lines = createInterface({
				input: process.stdin,
				output: process.stderr
			});
			try {
				const answer = await lines.question(`${question}${fallback === "" ? "" : ` [${fallback}]`} `);
				return answer.trim() === "" ? fallback : answer.trim();
			} finally {
				lines.close();
			}
		}
	};
}
/** Whether to colour what goes to a stream: a terminal that nobody asked to leave plain. https://no-color.org */
function wantsColor(stream) {
	if (process.env.NO_COLOR) return false;
	if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== "0";
	return stream.isTTY === true && process.env.TERM !== "dumb";
}

// cli/ports.ts
/** The engine's version, as evidence names it; held to package.json by a test. */
const ONNXRUNTIME = "1.30.0";
/** Everything outside, as a command at a terminal meets it. Heavy engines are loaded when they are first asked. */
async function openPorts(folder) {
	const git = await openGit(folder, gitEngine());
	return {
		...git,
		artifacts: openArtifacts(folder),
		inference: lazyInference(),
		tables: lazyTables(folder, git.worktree.root),
		clock: { now: () => Date.now() },
		people: people(),
		host: { machine: `${process.platform} ${process.arch}, Node.js ${process.versions.node}` }
	};
}
function gitEngine() {
	const wanted = process.env.MODELYARD_GIT ?? "program";
	if (GIT_ENGINES.includes(wanted)) return wanted;
	throw new ModelyardError({
		code: "bad-input",
		message: `MODELYARD_GIT cannot be \`${wanted}\``,
		next: `set it to ${nearest(wanted, GIT_ENGINES) ?? GIT_ENGINES.join(" or ")}`
	});
}
function lazyInference() {
	const child = new URL(import.meta.url.endsWith(".ts") ? "../src/adapters/onnx/score-child.ts" : "./score-child.mjs", import.meta.url);
	const load = once(async () => (await import("./inference.mjs")).openInference(child, ONNXRUNTIME));
	return {
		engine: `onnxruntime-node ${ONNXRUNTIME}`,
		describe: async (model) => (await load()).describe(model),
		score: async (request) => (await load()).score(request)
	};
}
function lazyTables(folder, root) {
	const load = once(async () => (await import("./tables.mjs")).openTables(folder, root));
	return {
		columns: async (path) => (await load()).columns(path),
		countRows: async (path) => (await load()).countRows(path),
		async *read(path, columns, batchRows) {
			yield* (await load()).read(path, columns, batchRows);
		}
	};
}
function once(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
}

export { wantsColor as n, openPorts as t };