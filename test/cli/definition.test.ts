import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { DEFINITIONS } from '../../cli/definitions.generated.ts'
import { OUTPUT_FLAGS, parseArguments } from '../../cli/parse-arguments.ts'
import { definitionOf, kebabCase } from '../../scripts/generate/command-definitions.ts'
import type { CommandFacts } from '../../src/commands/define.ts'

/** A command with these inputs, as far as flags are made of it. */
function commandOf(input: z.ZodMiniObject, positional: readonly string[] = []): CommandFacts {
  return {
    name: 'paint',
    summary: 'Paint a wall.',
    positional: positional as CommandFacts['positional'],
    examples: [{ command: 'modelyard paint north', does: 'paints the north wall' }],
    permission: 'write',
    doors: ['cli'],
    input,
    results: ['move'],
  }
}

const flagsOf = (input: z.ZodMiniObject) => definitionOf(commandOf(input)).flags

describe('a flag is made from an input', () => {
  test.each([
    ['text', z.string().check(z.describe('x')), { kind: 'text', required: true }],
    [
      'text that may be left out',
      z.optional(z.string()).check(z.describe('x')),
      { kind: 'text', required: false },
    ],
    [
      'text with a default',
      z._default(z.string(), 'a').check(z.describe('x')),
      { kind: 'text', fallback: 'a' },
    ],
    [
      'one of some words',
      z.optional(z.enum(['a', 'b'])).check(z.describe('x')),
      { kind: 'text', values: ['a', 'b'] },
    ],
    [
      'a whole number',
      z._default(z.int().check(z.minimum(1)), 7).check(z.describe('x')),
      { kind: 'integer', fallback: '7' },
    ],
    ['a number', z.optional(z.number()).check(z.describe('x')), { kind: 'number', required: false }],
    ['a list', z._default(z.array(z.string()), []).check(z.describe('x')), { kind: 'list', required: false }],
    ['a switch', z._default(z.boolean(), false).check(z.describe('x')), { kind: 'boolean', required: false }],
    [
      'a switch that is on',
      z._default(z.boolean(), true).check(z.describe('x')),
      { kind: 'boolean', negatable: true },
    ],
  ])('%s', (_what, schema, wanted) => {
    expect(flagsOf(z.strictObject({ wall: schema }))).toEqual([
      { flag: 'wall', input: 'wall', description: 'x', required: false, ...wanted },
    ])
  })

  test('its name is the input in kebab-case', () => {
    expect(
      flagsOf(z.strictObject({ dryRun: z._default(z.boolean(), false).check(z.describe('x')) })),
    ).toMatchObject([{ flag: 'dry-run', input: 'dryRun' }])
    expect(['dryRun', 'model', 'windowDaysMax'].map(kebabCase)).toEqual([
      'dry-run',
      'model',
      'window-days-max',
    ])
  })

  test('its description outlives a default', () => {
    expect(
      flagsOf(z.strictObject({ wall: z._default(z.string().check(z.describe('Which.')), 'north') })),
    ).toMatchObject([{ description: 'Which.' }])
  })

  test('an input without a description is a mistake of ours', () => {
    expect(() => flagsOf(z.strictObject({ wall: z.string() }))).toThrow('the input wall has no description')
  })

  test('an input of a kind that no flag can take is a mistake of ours', () => {
    const input = z.strictObject({ wall: z.strictObject({ side: z.string() }).check(z.describe('Which.')) })
    expect(() => flagsOf(input)).toThrow('no flag can take')
  })
})

test('help shows arguments, flags with what they take, and defaults', () => {
  const input = z.strictObject({
    wall: z.string().check(z.describe('Which wall.')),
    coats: z._default(z.int(), 2).check(z.describe('How many.')),
    color: z.optional(z.enum(['red', 'green'])).check(z.describe('Which color.')),
    primer: z._default(z.boolean(), true).check(z.describe('Prime it first.')),
  })
  const { help } = definitionOf(commandOf(input, ['wall']))
  expect(help.split('\n').slice(0, 13)).toEqual([
    'modelyard paint: Paint a wall.',
    '',
    'Usage: modelyard paint WALL [flags]',
    '',
    'Arguments',
    '  WALL  Which wall.',
    '',
    'Flags',
    '  --coats N                    How many. Default: 2.',
    '  --color red|green            Which color.',
    '  --no-primer                  Prime it first.',
    '  --json                       Print one JSON document.',
    '  --format text|markdown|json  How to print the answer. Default: text.',
  ])
  expect(help).toContain('Examples\n  modelyard paint north\n      paints the north wall\n')
})

describe.each(DEFINITIONS.map(definition => [definition.name, definition] as const))(
  '%s',
  (_name, command) => {
    const names = [...command.flags, ...OUTPUT_FLAGS].map(({ flag }) => flag)

    test('has no flag twice, and none that could be read as another turned off', () => {
      expect(new Set(names).size).toBe(names.length)
      expect(names.filter(name => name.startsWith('no-'))).toEqual([])
      expect(names.filter(name => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([])
    })

    test('takes every flag of its definition', () => {
      const args = command.flags.map(({ flag, kind, values }) => {
        if (kind === 'boolean') return `--${flag}`
        return `--${flag}=${values?.[0] ?? (kind === 'integer' || kind === 'number' ? '1' : 'x')}`
      })
      expect([...parseArguments(command, args).values.keys()].sort()).toEqual(
        command.flags.map(({ input }) => input).sort(),
      )
    })

    test('has its places filled from its inputs, those that must be there first', () => {
      const places = command.positional.map(input => command.flags.find(flag => flag.input === input))
      expect(places).not.toContain(undefined)
      const required = places.map(place => place?.required)
      expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)))
      expect(places.filter(place => place?.kind === 'boolean' || place?.kind === 'list')).toEqual([])
    })
  },
)
