/** What tells one report comment from every other: a workflow file, a model, and the registry that holds it. */
export interface CommentKey {
  /** The folder of the registry. */
  readonly registry: string
  /** Empty where a report is about no single model. */
  readonly model: string
  /** The workflow's file; two workflows keep two comments. */
  readonly workflow: string
}

/**
 * The first line of a report comment, unseen by readers. It is compared as a whole: the same key gives the same bytes,
 * and no value can end the HTML comment or look like another key.
 */
export function renderMarker({ registry, model, workflow }: CommentKey): string {
  return `<!-- modelyard: root=${escapeValue(registry)} model=${escapeValue(model)} workflow=${escapeValue(workflow)} -->`
}

/** Whether a comment begins with the marker: nothing may stand before it, so that a quote of it is another text. */
export function isMarked(body: string, marker: string): boolean {
  return body.startsWith(marker) && /^(?:\r?\n|$)/.test(body.slice(marker.length))
}

/** Text as a value inside an HTML comment: without space, quote, `<`, `>` and two hyphens in a row. */
export function escapeValue(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^A-Za-z0-9._/-]/gu, character => encodeURIComponent(character).replace(/[!'()*~]/g, hex))
    .replace(/-(?=-|$)/g, '%2D')
}

/** The text that `escapeValue` was given; undefined where the value was written by something else. */
export function unescapeValue(value: string): string | undefined {
  try {
    const text = decodeURIComponent(value)
    return escapeValue(text) === value ? text : undefined
  } catch {
    return undefined
  }
}

/** Text that stands in a comment below its marker: it opens no HTML comment, so that it is never read as a marker. */
export function withoutMarkers(markdown: string): string {
  return markdown.replaceAll('<!--', '<!\u200b--')
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
