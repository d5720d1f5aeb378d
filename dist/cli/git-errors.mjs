import { n as ModelyardError } from "./error.mjs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

// src/adapters/files/write-file-atomic.ts
/**
* Writes elsewhere, flushes and renames: the old content or the new one, never a part, whatever happens. Several
* libraries do the same with a single write, and do not look whether a full disk took all of it.
*
* @param workshop - The folder to write in, since a process that is killed leaves there what it had begun. Without one, or
*   where it lies on another disk, that is the file's own folder.
* @throws What the file system says, e.g. `ENOSPC`; the file is then as it was.
*/
async function writeFileAtomic(path, content, workshop = dirname(path)) {
	const begun = join(workshop, `${basename(path)}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
	const mode = (await stat(path).catch(() => void 0))?.mode;
	try {
		if (workshop !== dirname(path)) await mkdir(workshop, { recursive: true });
		const file = await open(begun, "wx", mode === void 0 ? 438 : mode & 511);
		try {
			await file.writeFile(content);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(begun, path);
	} catch (error) {
		await rm(begun, { force: true });
		if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
		await writeFileAtomic(path, content);
	}
}

// src/adapters/git/git-errors.ts
function movedError(branch) {
	return new ModelyardError({
		code: "moved-meanwhile",
		message: `the branch ${branch} was moved by somebody else meanwhile`,
		next: "run the command again; it starts from where the branch stands now"
	});
}
function remoteError(verb, remote, said, cause) {
	return new ModelyardError({
		code: "remote-failed",
		message: `git could not ${verb} ${remote}: ${said.trim().split("\n")[0] ?? ""}`,
		next: "check the address, the network and your access, then run the command again",
		cause
	});
}
function bareError() {
	return new ModelyardError({
		code: "no-repository",
		message: "this repository is bare: it has no files to work on",
		next: "run the command in a clone of it"
	});
}
function shallowError(wanted) {
	return new ModelyardError({
		code: "shallow-clone",
		message: `this clone is shallow and does not reach back to ${wanted}`,
		next: "fetch the rest: git fetch --unshallow, or in a workflow `fetch-depth: 0` for actions/checkout"
	});
}
function cannotWriteError(path, cause) {
	const said = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
	return new ModelyardError({
		code: "cannot-write",
		message: `${path} could not be written (${said})`,
		next: "make room on the disk or allow writing there, then run the command again; nothing was changed",
		cause
	});
}

export { shallowError as a, remoteError as i, cannotWriteError as n, writeFileAtomic as o, movedError as r, bareError as t };