import { folderDigest } from '../domain/registry/manifest.ts'
import type { HashedPath, Ports } from '../ports.ts'

/** The digest of a file or folder that lies where the user says. */
export async function digestOfPath(userPath: string, artifacts: Ports['artifacts']): Promise<string> {
  return digestOfHashed(await artifacts.hashPath(userPath), artifacts)
}

export function digestOfHashed({ isFolder, files }: HashedPath, artifacts: Ports['artifacts']): string {
  if (!isFolder) return files[0]?.sha256 ?? ''
  return folderDigest(files, text => artifacts.hash(new TextEncoder().encode(text)))
}
