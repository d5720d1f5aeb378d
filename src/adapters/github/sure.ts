import { ModelyardError } from '../../domain/errors/index.ts'
import type { Answer } from './api.ts'

/**
 * A call that comes to the same when it is made twice, and is, where the first had no answer.
 *
 * @param what - In words: `the status of 3f2a…`.
 * @throws {ModelyardError} As the call; `remote-failed` where the second had none either.
 */
export async function sure(
  call: () => Promise<Answer>,
  what: string,
): Promise<Exclude<Answer, { readonly is: 'unsure' }>> {
  const first = await call()
  const answer = first.is === 'unsure' ? await call() : first
  if (answer.is !== 'unsure') return answer
  throw new ModelyardError({
    code: 'remote-failed',
    message: `whether GitHub took ${what} is not known`,
    next: 'run the step again in a while',
  })
}
