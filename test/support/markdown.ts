// A backslash with what it escapes, a fenced block (of text or a chart) or a code span: what stands in them is shown as it is.
const INERT = /\\[!-/:-@[-`{-~]|^```(?:mermaid)?$[\s\S]*?^```$|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/gm

const MARKUP =
  /\n|^#{1,6} |^[-+] |^\d+[.)] |^ {4}|^--|(?<=.\n)=+$|[`*_[\]|~]|<[a-z/!]|&(?!(?:amp|lt|gt);)|(?<![\w/`])@\w|#\w|(?<![a-z0-9])GH-\d|:\/\/|www\.|:(?!\d+:)[\w+-]+:|\$/gim

/**
 * The markup of a Markdown page without its text: headings, lists, tables, tags, and everything that GitHub makes a
 * link, a mention or a picture of. Text changes nothing in it, unless it acts.
 */
export function skeletonOf(markdown: string): string {
  // A line of HTML up to the next blank one is no Markdown; what GitHub looks for afterwards counts there too.
  const shown = markdown
    .replace(/^<details><summary>.*$/gm, line => line.replace(/[`*_[\]|~\\]/g, '·'))
    .replace(INERT, '·')
    .replaceAll('<span>$</span>', '·')
  return (shown.match(MARKUP) ?? []).join('')
}
