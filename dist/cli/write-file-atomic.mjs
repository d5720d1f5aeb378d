import { randomBytes } from "node:crypto";
import { open, rename, rm, stat } from "node:fs/promises";

// src/adapters/files/write-file-atomic.ts
/**
* Writes beside the file, flushes and renames: the old content or the new one, never a part, whatever happens. Several
* libraries do the same with a single write, and do not look whether a full disk took all of it.
*
* @throws What the file system says, e.g. `ENOSPC`; the file is then as it was.
*/
async function writeFileAtomic(path, content) {
	const beside = `${path}.${randomBytes(6).toString("hex")}.tmp`;
	const mode = (await stat(path).catch(() => void 0))?.mode;
	try {
		const file = await open(beside, "wx", mode === void 0 ? 438 : mode & 511);
		try {
			await file.writeFile(content);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(beside, path);
	} catch (error) {
		await rm(beside, { force: true });
		throw error;
	}
}

export { writeFileAtomic as t };