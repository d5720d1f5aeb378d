import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { firstError } from '../domain/problem.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { REPORTED, type Reported } from '../domain/results/reported.ts'

/** An answer with all its rows has a few hundred kilobytes. */
export const MOST_ANSWER_BYTES = 1024 * 1024

const KIND = z.enum(Object.keys(REPORTED) as [Reported['kind'], ...Reported['kind'][]])

/**
 * The answer in a file, which may be anybody's.
 *
 * @throws {ModelyardError} `bad-json`, `bad-file` with the file's place.
 */
export async function parseAnswer(path: string, content: Uint8Array): Promise<Reported> {
  const load = REPORTED[valueOrThrow(parseJson(z.looseObject({ kind: KIND }), path, content)).kind]
  return valueOrThrow(parseJson((await load()) as z.ZodMiniType<Reported>, path, content))
}

function valueOrThrow<T>({ value, problems }: ReturnType<typeof parseJson<z.ZodMiniType<T>>>): T {
  const problem = firstError(problems)
  if (value !== undefined && problem === undefined) return value
  throw new ModelyardError({
    code: problem?.code ?? 'bad-file',
    message: problem?.message ?? 'the file holds no answer',
    next: 'give a file that a command of this release wrote with --json',
    place: problem?.place,
  })
}
