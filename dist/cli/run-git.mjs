import { n as ModelyardError } from "./error.mjs";
import { n as cannotWriteError, t as bareError } from "./git-errors.mjs";
import { spawn } from "node:child_process";

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

export { startGit as a, startError as i, gitText as n, runGit as r, gitError as t };