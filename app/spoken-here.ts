import { type ErrorFacts, exitStatusOf, ModelyardError } from '../src/domain/errors/index.ts'
import type { Result } from '../src/domain/results/index.ts'
import { DEFINITIONS } from './definitions.generated.ts'

const COMMANDS = new RegExp(`\\bmodelyard (${DEFINITIONS.map(({ name }) => name).join('|')})\\b`, 'g')
/** What a gate would have somebody run at a terminal. */
const MEASURING = /^run: modelyard .*$/

/** An answer whose next steps are what can be written here: a comment, in the place of a command line. */
export function spokenHere<R extends Result>(result: R): R {
  return spoken(result, undefined, false) as R
}

const RETRY = 3

/** What whoever asked is told of an error that they can do something about; others are thrown on, to be tried again. */
export function toldMistake(error: unknown): ErrorFacts {
  const isTheirs =
    error instanceof ModelyardError && error.code !== 'bug' && exitStatusOf(error.code) !== RETRY
  if (!isTheirs) throw error
  const { code, message, place, next } = error
  return { code, message, place, next: next.replace(COMMANDS, '/$1') }
}

/**
 * @param promotion - The comment that has the version measured that the value is about.
 * @param isNext - Whether the value tells what to do next.
 */
function spoken(value: unknown, promotion: string | undefined, isNext: boolean): unknown {
  if (typeof value === 'string') {
    if (!isNext) return value
    const here = promotion === undefined ? value : value.replace(MEASURING, `have it measured: ${promotion}`)
    return here.replace(COMMANDS, '/$1')
  }
  if (Array.isArray(value)) return value.map(item => spoken(item, promotion, isNext))
  if (typeof value !== 'object' || value === null) return value
  const about = promotionOf(value as Readonly<Record<string, unknown>>) ?? promotion
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, spoken(inner, about, key === 'next')]),
  )
}

function promotionOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const { model, version, stage = value.to } = value
  const number =
    typeof version === 'object' && version !== null && 'version' in version ? version.version : version
  return typeof model === 'string' && typeof number === 'number' && typeof stage === 'string'
    ? `/promote ${model} ${number} ${stage}`
    : undefined
}
