import { n as ModelyardError } from "./error.mjs";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

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

export { operationUnderWay as n, locateRepository as t };