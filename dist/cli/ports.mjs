import { n as ModelyardError } from "./error.mjs";
import { t as writeFileAtomic } from "./write-file-atomic.mjs";
import { t as bareError } from "./git-errors.mjs";
import { t as locateRepository } from "./location.mjs";
import { t as nearest } from "./nearest.mjs";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, mkdir, open, readFile, readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createInterface } from "node:readline/promises";

// src/adapters/files/artifacts.ts
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
					message: `${userPath} could not be written (${codeOf(error) ?? String(error)})`,
					next: "make room on the disk or name another place, then run the command again",
					cause: error
				});
			}
		}
	};
}
async function hashFile(path) {
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
		if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") throw error;
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
	const { openWorktree } = await import("./worktree.mjs");
	const { openDrafts } = await import("./drafts.mjs");
	const drafts = openDrafts(location);
	const worktreeWith = (repository, index) => location.isBare ? noWorktree(location.root) : openWorktree(location, folder, repository, index);
	if (engine === "program") {
		const { openWithProgram } = await import("./program.mjs");
		const { programIndex } = await import("./program-index.mjs");
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