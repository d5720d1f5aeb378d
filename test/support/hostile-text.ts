import fc from 'fast-check'
import type { Result } from '../../src/domain/results/index.ts'

/** What GitHub, Markdown, HTML or a terminal would act on. */
export const HOSTILE: readonly string[] = [
  ...['@ada', '@acme/leads', 'ada@example.com', '#1', 'acme/churn#1', 'GH-7', 'gh-7', ':tada:', ':100:'],
  ...[
    'https://x.example',
    'HTTP://',
    'www.x.example',
    '_www.x.example',
    'ftp://a',
    'mailto:',
    'xmpp:',
    '://',
  ],
  ...['[a](b)', '![a](b)', '[a]: b', '[^1]', '](', '![', '[ ] ', '<b>', '</details>', '<!--', '<img src=x>'],
  ...[
    '&lt;',
    '&#64;ada',
    '&amp;',
    '|',
    '\\|',
    '\\',
    '`',
    '``',
    '```',
    '~~~',
    '~~',
    '*',
    '**',
    '_',
    '__',
    '$x$',
  ],
  ...['# ', '## ', '- ', '+ ', '> ', '1. ', '12) ', '---', '===', '***', '    ', '\t', '|-|-|', '!'],
  ...['\n', '\r\n', '\u2028', '\u0085', '\u0000', '\u001b[31m', '\u001b]8;;x\u0007', '\u009b2J', '\u0008'],
  ...[
    '\u202e',
    '\u2066',
    '\u061c',
    '\u200b',
    '\u2060',
    '\ufeff',
    '\u00a0',
    '\u3000',
    '模型',
    '🎉',
    'é',
    'a',
    ' ',
  ],
]

/** The same some at a time, for tests whose every look takes long. */
export const HOSTILE_GROUPS: readonly string[] = Array.from(
  { length: Math.ceil(HOSTILE.length / 6) },
  (_, at) => HOSTILE.slice(6 * at, 6 * at + 6).join(' '),
)

/** Text made of such pieces. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 3 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map(pieces => pieces.join(''))

// Words of our own, which no user writes.
const OURS = new Set(
  `kind outcome status action is gate source verdict reading change part severity code metric-is method
   created-at requested-at measured-at merged-at
   direction metric task finding against protocol format measure role noisy conclusion grounds cause sign`.split(
    /\s+/,
  ),
)
/** Objects whose keys are names that users give. */
const NAMED_BY_USERS = new Set([
  ...['stages', 'aliases', 'tags', 'params', 'metrics', 'undefined', 'opsets', 'own-metrics'],
])

/** The same result with a text in every place, names included, where text of users can come to stand. */
export function withText<R extends Result>(result: R, text: string): R {
  return replaceIn(result, '', text) as R
}

function replaceIn(value: unknown, key: string, text: string): unknown {
  if (typeof value === 'string') return OURS.has(key) ? value : text
  if (Array.isArray(value)) return value.map(item => replaceIn(item, OURS.has(key) ? key : '', text))
  if (typeof value !== 'object' || value === null) return value
  const nameOf = (name: string, index: number) => (NAMED_BY_USERS.has(key) ? `${text}${index}` : name)
  return Object.fromEntries(
    Object.entries(value).map(([name, inner], index) => [nameOf(name, index), replaceIn(inner, name, text)]),
  )
}
