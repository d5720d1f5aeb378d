import { r as __toESM } from "./rolldown-runtime.mjs";
import { r as require_isomorphic_git, t as atomicFs } from "./loose-files.mjs";

// src/adapters/git/isomorphic-index.ts
var import_isomorphic_git = /* @__PURE__ */ __toESM(require_isomorphic_git(), 1);
const readingFs = { promises: {
	...atomicFs.promises,
	writeFile: async () => {}
} };
/** The index in JavaScript alone. */
function isomorphicIndex({ root, gitDir }) {
	const at = {
		fs: atomicFs,
		dir: root,
		gitdir: gitDir,
		cache: {}
	};
	const asking = () => ({
		...at,
		fs: readingFs,
		cache: {}
	});
	return {
		async visible() {
			return (await import_isomorphic_git.statusMatrix(asking())).filter(([, , disk]) => disk !== 0).map(([path]) => path);
		},
		async modified(paths) {
			return (await import_isomorphic_git.statusMatrix({
				...asking(),
				...paths.length === 0 ? {} : { filepaths: [...paths] }
			})).filter(([, head, disk, index]) => !(head === 1 && disk === 1 && index === 1) && !(head === 0 && index === 0)).map(([path]) => path);
		},
		async update(entries) {
			for (const { path, after } of entries) if (after === void 0) await import_isomorphic_git.updateIndex({
				...at,
				filepath: path,
				remove: true,
				force: true
			});
			else await import_isomorphic_git.updateIndex({
				...at,
				filepath: path,
				oid: after.id,
				mode: Number.parseInt(after.mode, 8),
				add: true
			});
		}
	};
}

export { isomorphicIndex };