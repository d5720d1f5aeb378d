import { parseJson } from '../domain/registry/json-file.ts'
import { PromotionRecord } from '../domain/registry/record.ts'
import { classifyPath } from '../domain/registry/registry-files.ts'
import type { RegistryAt } from './registry-reader.ts'

export interface MoveIn {
  readonly model: string
  readonly number: number
  readonly record: PromotionRecord
}

/** The moves that a commit brings, by the records that it adds; what is no record is left out. */
export async function movesIn(
  { repository, config }: RegistryAt,
  base: string,
  commit: string,
): Promise<MoveIn[]> {
  const moves: MoveIn[] = []
  for (const { path, status } of await repository.changes(base, commit, [config.registry])) {
    const what = classifyPath(path.slice(config.registry.length + 1))
    if (what.is !== 'record' || status !== 'added') continue
    const bytes = await repository.readFile(commit, path)
    const record = bytes && parseJson(PromotionRecord, path, bytes).value
    if (record !== undefined) moves.push({ model: what.model, number: what.number, record })
  }
  return moves
}
