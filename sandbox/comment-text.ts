import { invalid } from './route.ts'

/** Characters, a pair of surrogates counting as one. */
export const MOST_CHARACTERS = 65_536

/**
 * What GitHub asks of a comment's text, which its description does not say.
 *
 * @throws {Refusal} 422 when it is blank or too long.
 */
export function checkedText(resource: 'IssueComment' | 'CommitComment' | 'Issue', text: string): string {
  const refuse = (message: string) =>
    invalid({ resource, code: 'unprocessable', field: resource === 'Issue' ? 'body' : 'data', message })
  if (resource !== 'Issue' && text.trim() === '') throw refuse("Body can't be blank")
  if (text.length > MOST_CHARACTERS && [...text].length > MOST_CHARACTERS) {
    throw refuse(`Body is too long (maximum is ${MOST_CHARACTERS} characters)`)
  }
  return text
}
