import { folderDigest } from '../domain/registry/manifest.ts'
import type { Ports } from '../ports.ts'

/** The digest of a file or folder that lies where the user says. */
export async function digestOfPath(userPath: string, artifacts: Ports['artifacts']): Promise<string> {
  const { isFolder, files } = await artifacts.hashPath(userPath)
  if (!isFolder) return files[0]?.sha256 ?? ''
  return folderDigest(files, text => artifacts.hash(new TextEncoder().encode(text)))
}
