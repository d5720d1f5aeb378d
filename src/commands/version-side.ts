import type { ModelState } from '../domain/registry/model-state.ts'
import { aliasesOf } from '../domain/registry/pointers.ts'
import type { VersionRecord } from '../domain/registry/version.ts'

/** A version as results name it. */
export function sideOf(state: ModelState, { version: number, artifact }: VersionRecord) {
  return { version: number, artifact: artifact.sha256, aliases: [...aliasesOf(state.pointers, number)] }
}
