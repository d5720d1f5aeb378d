// src/commands/named-file.ts
async function namedFile(uri, worktree) {
	await worktree.listFiles(uri);
	return worktree.pathFromRoot(uri) === uri ? uri : `${worktree.root}/${uri}`;
}
export { namedFile as t };
