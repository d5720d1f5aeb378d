import { t as writeFileAtomic } from "./write-file-atomic.mjs";
import { n as cannotWriteError } from "./git-errors.mjs";
import { promises } from "node:fs";
import { dirname, join, relative } from "node:path";

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

export { openDrafts };