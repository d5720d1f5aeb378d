import type { ModelWatch } from '../domain/report/model-watch.ts'
import { codeSpan, escapeMarkdown } from './escape.ts'

/** What stands around the answers in a part of a comment. */
export interface ReportPage {
  /** Characters of the part. */
  readonly limit: number
  /** The part's own name; empty for none. */
  readonly part: string
  readonly commit: string | undefined
  /** 0 where no workflow runs. */
  readonly run: number
  /** Where the run is shown. */
  readonly url: string | undefined
  /** Of the models that it is about, what stands above all answers. */
  readonly watch?: readonly ModelWatch[] | undefined
}

/** The part's title, with room below it; empty for a part without a name. */
export function titleLine({ part }: ReportPage): string {
  return part === '' ? '' : `## ${escapeMarkdown(part)}\n\n`
}

/** Which commit and run a report is of, in small print. */
export function sourceLine({ commit, run, url }: ReportPage): string {
  const parts = [
    ...(commit === undefined ? [] : [`commit ${codeSpan(commit.slice(0, 12))}`]),
    ...(run === 0 ? [] : [linked(`run ${run}`, url)]),
  ]
  return parts.length === 0 ? '' : `\n<sub>${parts.join(' · ')}</sub>\n`
}

/** That something was left out, and where it is. */
export function noteLine(whole: string, url: string | undefined): string {
  return `<sub>Shortened to fit into a comment. The whole report is in ${linked(whole, url)}.</sub>`
}

/** Our own words, linked where the address is plainly one: of http, and without what would end the link. */
export function linked(text: string, url: string | undefined): string {
  return url !== undefined && /^https?:\/\/[\w.:/@%-]+$/.test(url) ? `[${text}](${url})` : text
}
