import { r as runGit } from "./run-git.mjs";

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

export { programIndex };