import { t as digestOfData } from "./move-facts.mjs";
// src/commands/training-data.ts
async function placeOfTrainingData(record, folder, { artifacts, repository, worktree }) {
	const named = record.data.filter(({ role }) => role === "train");
	const [data] = named;
	if (data === void 0 || named.length > 1) return { why: `version ${record.version} names ${named.length === 0 ? "no" : "several"} training data` };
	const path = `${worktree.root}/${data.uri}`;
	if (await digestOfData(path, artifacts).catch(() => void 0) === data.sha256) return {
		path,
		data
	};
	const commit = await repository.resolve(record.commit);
	const bytes = commit === void 0 ? void 0 : await repository.readFile(commit, data.uri);
	if (bytes === void 0 || artifacts.hash(bytes) !== data.sha256) return { why: `the training data of version ${record.version}, ${data.uri}, is not there as it was` };
	const kept = `${record.version}/${data.uri.split("/").at(-1)}`;
	await folder.write(kept, bytes);
	return {
		path: `${folder.path}/${kept}`,
		data
	};
}
export { placeOfTrainingData as t };
