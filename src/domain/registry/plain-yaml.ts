/** A mapping of words to text, or to such a mapping. */
export type PlainMapping = { [key: string]: string | PlainMapping }

const LINE = /^( *)([A-Za-z][A-Za-z0-9_-]*):(?: ([A-Za-z][A-Za-z0-9_./ -]*))?$/
const IGNORED = /^ *(?:#.*)?$/
const MAX_DEPTH = 8
/** Words that YAML 1.2 reads as something else than text. */
const NO_TEXT = /^(?:null|true|false)$/i

/**
 * Reads the simplest of YAML: mappings of words to plain text, a line each, and comments on lines of their own. Most
 * notes and configurations are written so, and thousands of them are read at once; this takes a hundredth of the time
 * of the whole grammar.
 *
 * @returns What YAML makes of the text; undefined where it holds anything else, rightly or wrongly.
 */
export function plainMapping(text: string): PlainMapping | undefined {
  const root: PlainMapping = {}
  const open: { readonly indent: number; readonly mapping: PlainMapping }[] = [{ indent: 0, mapping: root }]
  let begun: PlainMapping | undefined
  for (const line of text.split('\n')) {
    if (IGNORED.test(line)) continue
    const [, spaces = '', key = '', value] = LINE.exec(line) ?? []
    if (key === '' || NO_TEXT.test(key) || open.length > MAX_DEPTH) return undefined
    const indent = spaces.length
    if (begun !== undefined) {
      // A key without a value holds what is written further in; without that it is null, which is no text.
      if (indent <= (open.at(-1)?.indent ?? 0)) return undefined
      open.push({ indent, mapping: begun })
      begun = undefined
    }
    while (indent < (open.at(-1)?.indent ?? 0)) open.pop()
    const { indent: wanted, mapping } = open.at(-1) ?? { indent: 0, mapping: root }
    if (indent !== wanted || Object.hasOwn(mapping, key)) return undefined
    if (value === undefined) {
      begun = {}
      mapping[key] = begun
    } else if (value.endsWith(' ') || NO_TEXT.test(value)) return undefined
    else mapping[key] = value
  }
  return begun === undefined && Object.keys(root).length > 0 ? root : undefined
}
