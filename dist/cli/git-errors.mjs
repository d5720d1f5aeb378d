import { n as ModelyardError } from "./error.mjs";

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

export { shallowError as a, remoteError as i, cannotWriteError as n, movedError as r, bareError as t };