import type { ErrorFacts } from '../domain/errors/index.ts'
import type { Block, Line } from './blocks.ts'
import { bad, code, fullSentence, good, heading, paragraph, sentence } from './blocks.ts'
import { toMarkdown } from './markdown.ts'
import { linked } from './report-page.ts'

/** A command as `/help` lists it. */
export interface ListedCommand {
  readonly name: string
  readonly usage: string
  readonly summary: string
  readonly permission: string
}

/** What comments may ask for. */
export function renderCommandList(commands: readonly ListedCommand[]): string {
  const table: Block = {
    block: 'table',
    columns: [{ title: 'write' }, { title: 'what it does' }, { title: 'who may' }],
    rows: commands.map(({ name, usage, summary, permission }): Line[] => [
      code(`/${name}${usage === '' ? '' : ` ${usage}`}`),
      summary,
      permission,
    ]),
  }
  return toMarkdown([
    heading(2, 'What you can ask for here'),
    table,
    paragraph(
      'A command is the first line of a new comment; what stands below it is kept as the reason. ',
      code('/help COMMAND'),
      ' tells more about one, and ',
      code('/modelyard COMMAND'),
      ' is the same where another bot listens to the word.',
    ),
  ])
}

export interface CommandHelp extends ListedCommand {
  readonly details: string
  readonly flags: readonly { readonly flag: string; readonly description: string }[]
}

/** More about one of them. */
export function renderCommandHelp({ name, usage, summary, permission, details, flags }: CommandHelp): string {
  return toMarkdown([
    heading(2, code(`/${name}${usage === '' ? '' : ` ${usage}`}`)),
    paragraph(`${summary}${details === '' ? '' : ` ${details}`}`),
    {
      block: 'facts',
      rows: [
        ...flags.map(({ flag, description }): [string, Line] => [flag, description]),
        ['who may', `whoever has the permission ${permission}`],
      ],
    },
  ])
}

/**
 * Why nothing was done.
 *
 * @param next - What can be done here.
 */
export function renderMistake({ message, place, next }: ErrorFacts): string {
  const at = place === undefined ? [] : [code([place.path, place.line].filter(Boolean).join(':')), ': ']
  return toMarkdown([
    heading(2, bad('That was not done')),
    paragraph(...at, ...sentence(fullSentence(message))),
    paragraph(...sentence(fullSentence(next))),
  ])
}

/**
 * That a workflow was started.
 *
 * @param what - What it does, as a phrase of ours.
 * @param url - Of the run, as GitHub names it.
 */
export function renderStarted(what: string, url: string): string {
  return `${toMarkdown([paragraph(...sentence(fullSentence(what)))])}\n${renderFollow(url)}`
}

/**
 * Where a run is followed that was started.
 *
 * @param url - As GitHub names it.
 */
export function renderFollow(url: string): string {
  return `Follow it in ${linked('its run', url)}; what comes of it is told here.\n`
}

/** A pull request that a run left, and what became of it. */
export type OpenedPull =
  | { readonly is: 'opened'; readonly model: string; readonly pull: number }
  | { readonly is: 'overtaken'; readonly model: string }
  | { readonly is: 'refused'; readonly artifact: string; readonly why: string }

/** What came of a run, above its own answers. */
export function renderOpened(opened: readonly OpenedPull[]): string {
  const lines = opened.map((one): string => {
    if (one.is === 'opened')
      return `${toMarkdown([paragraph(good('Proposed'), ':')]).trimEnd()} #${one.pull}\n\n`
    if (one.is === 'overtaken') return ''
    return `${toMarkdown([paragraph(bad('Not opened'), `: ${one.artifact}, since `, ...sentence(fullSentence(one.why)))])}\n`
  })
  return lines.join('')
}

/**
 * That a button was pressed, before anything is done about it.
 *
 * @param state - For us to read again: who pressed what.
 */
export function renderPressed(login: string, state: string): string {
  return `${state}\n${toMarkdown([paragraph('Asked for by ', code(login), ' by a button; it is being done.')])}`
}

/** That a run ended and nothing came of it. */
export function renderNothingLeft(url: string | undefined): string {
  return `The run is over and left nothing to show or to propose. ${linked('Its log', url)} tells why.\n`
}
