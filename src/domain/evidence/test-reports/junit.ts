import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { badReport, Tally, type TestCounts } from './tally.ts'

/** Attributes begin with `@`; text is `#text`. */
type Element = { readonly [name: string]: unknown }

const LISTS = ['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped']
const MAX_DEPTH = 100

/** A declaration of a document's type, before the first element: entities are declared there, and no report has any. */
const DOCTYPE = /^\ufeff?(?:\s|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->)*<!DOCTYPE/i

/**
 * Reads JUnit's XML, as most test runners write it. Test cases are counted one by one, however their suites are nested;
 * one with both an error and a failure is one that failed. Where a suite claims more failures than its cases show, the
 * rest count as errors: a suite that broke outside of any case says it only there.
 *
 * @param path - As the user wrote it, for errors.
 * @throws {ModelyardError} `bad-file` where it is no whole XML of that kind, declares a document type, or is nested
 *   deeper than 100 elements.
 */
export function parseJunit(path: string, text: string): TestCounts {
  const tally = new Tally()
  const root = parseXml(path, text)
  const suites = [...childrenOf(root, 'testsuites'), ...childrenOf(root, 'testsuite')]
  const [suite] = suites
  if (suite === undefined || suites.length > 1)
    throw badReport(
      path,
      'is XML, but no report of tests',
      'name a file of JUnit XML, with one <testsuites> or <testsuite>',
    )
  countSuite(suite, tally)
  return tally.counts()
}

function parseXml(path: string, text: string): Element {
  const next = 'check that the test run was not cut short, and name the report that it wrote'
  if (DOCTYPE.test(text))
    throw badReport(
      path,
      'declares a document type, which no report of tests needs',
      'name the report itself',
    )
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw badReport(path, `is no XML at line ${valid.err.line}: ${valid.err.msg}`, next)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    textNodeName: '#text',
    isArray: (name: string) => LISTS.includes(name),
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    maxNestedTags: MAX_DEPTH,
  })
  try {
    return parser.parse(text) as Element
  } catch (error) {
    throw badReport(path, `cannot be read: ${error instanceof Error ? error.message : error}`, next, error)
  }
}

function countSuite(suite: Element, tally: Tally): void {
  const before = tally.broken()
  for (const testCase of childrenOf(suite, 'testcase')) countCase(testCase, tally)
  for (const inner of childrenOf(suite, 'testsuite')) countSuite(inner, tally)
  const missing = claimedBy(suite) - (tally.broken() - before)
  for (let more = 0; more < missing; more += 1)
    tally.add(
      'errors',
      textOf(suite['@name']),
      'the suite counts a failure that none of its test cases shows',
    )
}

function countCase(testCase: Element, tally: Tally): void {
  const name = [testCase['@classname'], testCase['@name']]
    .map(textOf)
    .filter(part => part !== '')
    .join(' ')
  const [failure, error, skipped] = ['failure', 'error', 'skipped'].map(kind => childrenOf(testCase, kind)[0])
  tally.time(Number(textOf(testCase['@time']).replaceAll(',', '') || Number.NaN))
  if (failure !== undefined) tally.add('failed', name, messageOf(failure))
  else if (error !== undefined) tally.add('errors', name, messageOf(error))
  else if (skipped !== undefined || isNotRun(testCase)) tally.add('skipped', name)
  else tally.add('passed', name)
}

/** GoogleTest and CTest write it so. */
function isNotRun(testCase: Element): boolean {
  return /^(?:notrun|skipped|disabled|suppressed)$/i.test(textOf(testCase['@status'] ?? testCase['@result']))
}

function messageOf(element: Element): string {
  return textOf(element['@message']) || textOf(element['#text'])
}

function claimedBy(suite: Element): number {
  const claims = [suite['@failures'], suite['@errors']].map(count => Number(textOf(count)))
  const sum = claims.reduce(
    (total, count) => total + (Number.isSafeInteger(count) && count > 0 ? count : 0),
    0,
  )
  // A report can claim anything, and each is counted.
  return Math.min(sum, 1_000_000)
}

/** The elements of a name; one without attributes comes as its text alone. */
function childrenOf(element: Element, name: string): Element[] {
  const found = Object.hasOwn(element, name) ? element[name] : []
  const list = Array.isArray(found) ? found : [found]
  return list.map(child => (typeof child === 'object' && child !== null ? child : { '#text': child }))
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text with the characters that XML itself names; those are all that there can be without a document type. */
function textOf(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] as string) : whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
