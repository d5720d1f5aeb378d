import { n as ModelyardError } from "./error.mjs";
import { t as writeFileAtomic } from "./write-file-atomic.mjs";
import { n as cannotWriteError } from "./git-errors.mjs";
import { n as operationUnderWay } from "./location.mjs";
import { promises } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

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
	const blob = async (side) => side === void 0 ? void 0 : (await disk.repository.readBlobs([side.id]))[0];
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

export { openWorktree };