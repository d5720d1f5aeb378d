import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFINITIONS } from '../../cli/definitions.generated.ts'
import { OUTPUT_FLAGS, parseArguments } from '../../cli/parse-arguments.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import type { CommandDefinition } from '../../src/doors/definition.ts'

const flag = (name: string, more: Partial<CommandDefinition['flags'][number]> = {}) =>
  ({ flag: name, input: name, kind: 'text', description: '', required: false, ...more }) as const

/** A flag of every kind. */
const PAINT: CommandDefinition = {
  name: 'paint',
  summary: 'Paint a wall.',
  positional: ['wall', 'coats'],
  flags: [
    flag('wall', { required: true }),
    flag('coats', { kind: 'integer' }),
    flag('color', { values: ['red', 'green', 'bluish'] }),
    flag('thickness', { kind: 'number' }),
    flag('note', { kind: 'list' }),
    flag('columns', { kind: 'list' }),
    flag('dry-run', { input: 'dryRun', kind: 'boolean' }),
    flag('primer', { kind: 'boolean', negatable: true }),
  ],
}

const valuesOf = (...args: string[]) => Object.fromEntries(parseArguments(PAINT, args).values)

function refusal(...args: string[]): ModelyardError {
  try {
    parseArguments(PAINT, args)
  } catch (error) {
    if (error instanceof ModelyardError) return error
    throw error
  }
  return expect.fail(`${args.join(' ')} was not refused`)
}

describe('flags and arguments', () => {
  test('arguments go to their places, flags by their names, in any order', () => {
    expect(valuesOf('north', '2', '--color', 'red')).toEqual({ wall: 'north', coats: 2, color: 'red' })
    expect(valuesOf('--color', 'red', 'north', '--dry-run', '2')).toEqual({
      wall: 'north',
      coats: 2,
      color: 'red',
      dryRun: true,
    })
    expect(valuesOf('--wall', 'north')).toEqual({ wall: 'north' })
  })

  test('a value may follow an equals sign, and may hold more of them', () => {
    expect(valuesOf('n', '--color=red', '--note=lr=0.1')).toEqual({
      wall: 'n',
      color: 'red',
      note: ['lr=0.1'],
    })
    expect(valuesOf('n', '--note=')).toEqual({ wall: 'n', note: [''] })
    expect(valuesOf('n', '--note=--dry-run')).toEqual({ wall: 'n', note: ['--dry-run'] })
  })

  test('a list takes its flag again and again, in order', () => {
    expect(valuesOf('n', '--note', 'b', '--note=a', '--note', 'b').note).toEqual(['b', 'a', 'b'])
  })

  test('columns may also stand side by side', () => {
    expect(valuesOf('n', '--columns', 'a,b', '--columns=c').columns).toEqual(['a', 'b', 'c'])
  })

  test('after -- everything is an argument', () => {
    expect(valuesOf('--', '--dry-run', '2')).toEqual({ wall: '--dry-run', coats: 2 })
    expect(valuesOf('--dry-run', '--', '-x')).toEqual({ wall: '-x', dryRun: true })
  })

  test('what is on by itself is turned off by --no-', () => {
    expect(valuesOf('n', '--no-primer')).toEqual({ wall: 'n', primer: false })
    expect(valuesOf('n', '--primer')).toEqual({ wall: 'n', primer: true })
    expect(valuesOf('n', '--no-primer=false')).toEqual({ wall: 'n', primer: true })
    expect(refusal('n', '--no-dry-run').message).toContain('--no-dry-run is not a flag')
  })

  test('what is there or not may be said outright', () => {
    expect(valuesOf('n', '--dry-run=true')).toEqual({ wall: 'n', dryRun: true })
    expect(valuesOf('n', '--dry-run=false')).toEqual({ wall: 'n', dryRun: false })
    expect(refusal('n', '--dry-run=yes')).toMatchObject({ code: 'bad-input', next: 'write --dry-run' })
  })

  test('what was not said is not there', () => {
    expect(valuesOf('n')).toEqual({ wall: 'n' })
  })
})

describe('numbers', () => {
  test.each([
    ['-1', -1],
    ['007', 7],
    ['123456789012345', 123_456_789_012_345],
  ])('%s is the whole number %d', (text, number) => {
    expect(valuesOf('n', text).coats).toBe(number)
    expect(valuesOf('n', `--coats=${text}`).coats).toBe(number)
    expect(valuesOf('n', '--coats', text).coats).toBe(number)
  })

  test.each([
    ['-0.5', -0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['+1e-3', 0.001],
    ['-2E2', -200],
  ])('%s is the number %d', (text, number) => {
    expect(valuesOf('n', '--thickness', text).thickness).toBe(number)
  })

  test.each([
    '',
    ' ',
    '1 ',
    '1.0',
    '1e3',
    '0x10',
    '1_000',
    'one',
    'NaN',
    'Infinity',
    '٣',
    '1234567890123456',
  ])('%j is no whole number', text => {
    expect(refusal('n', `--coats=${text}`)).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('--coats wants a whole number'),
      next: expect.stringContaining('--coats 1'),
    })
  })

  test.each(['', '.', 'e3', '1e', '0x1', 'NaN', '-Infinity', '1,5'])('%j is no number', text => {
    expect(refusal('n', `--thickness=${text}`)).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('--thickness wants a number'),
    })
  })
})

describe('mistakes name what is nearest', () => {
  test.each([
    ['a flag', ['n', '--colour', 'red'], '--colour is not a flag of paint', 'did you mean --color?'],
    ['a flag with its value', ['n', '--dry_run=true'], '--dry_run is not a flag', 'did you mean --dry-run?'],
    ['a flag of all commands', ['n', '--jsno'], '--jsno is not a flag', 'did you mean --json?'],
    ['a flag that turns off', ['n', '--no-prime'], '--no-prime is not a flag', 'did you mean --no-primer?'],
    ['a flag like no other', ['n', '--wallpaper-glue'], 'not a flag', 'see modelyard paint --help'],
    ['a flag of an odd name', ['n', '--__proto__=x'], '--__proto__ is not a flag', 'see modelyard paint'],
    ['one hyphen only', ['n', '-x'], '-x is not a flag', 'see modelyard paint --help'],
    ['a value', ['n', '--color=blueish'], '--color cannot be `blueish`', 'did you mean bluish?'],
    ['a value like no other', ['n', '--color=q'], 'cannot be `q`', 'choose one of red, green, bluish'],
    ['a format', ['n', '--format=jsn'], '--format cannot be `jsn`', 'did you mean json?'],
  ])('%s', (_what, args, message, next) => {
    expect(refusal(...args)).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(message),
      next: expect.stringContaining(next),
    })
  })
})

describe('what does not add up is refused', () => {
  test.each([
    ['a flag without its value', ['n', '--color'], '--color needs a value', 'write --color red|green|bluish'],
    ['a number without its value', ['n', '--coats'], '--coats needs a value', 'write --coats N'],
    ['a value that is a flag', ['n', '--note', '--dry-run'], '--note needs a value', '--note=--dry-run'],
    ['a flag twice', ['n', '--color=red', '--color=red'], '--color stands twice', 'keep one'],
    ['a place and its flag', ['n', '--wall=s'], 'wall stands twice', 'keep one'],
    ['an argument too many', ['n', '1', 'x'], '`x` is one argument too many', 'modelyard paint WALL COATS'],
    ['an argument too few', ['--dry-run'], 'paint needs WALL', 'modelyard paint --help'],
  ])('%s', (_what, args, message, next) => {
    expect(refusal(...args)).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(message),
      next: expect.stringContaining(next),
    })
  })

  test('a required flag is named with its hyphens', () => {
    const command = { ...PAINT, positional: [] }
    expect(() => parseArguments(command, [])).toThrow('paint needs --wall')
  })
})

describe('how the answer is printed', () => {
  test.each([
    [[], 'text'],
    [['--json'], 'json'],
    [['--format', 'markdown'], 'markdown'],
    [['--format=text', '--json'], 'json'],
    [['--json=false', '--format=markdown'], 'markdown'],
  ])('%j is %s', (args, format) => {
    expect(parseArguments(PAINT, ['n', ...args]).output.format).toBe(format)
  })

  test('is no input of the command', () => {
    const { values, output } = parseArguments(PAINT, ['n', '--json', '--report=r.md'])
    expect([...values.keys()]).toEqual(['wall'])
    expect(output).toMatchObject({ report: 'r.md', help: false })
  })

  test('help asks for nothing else', () => {
    expect(parseArguments(PAINT, ['--help']).output.help).toBe(true)
    expect(parseArguments(PAINT, ['-h']).output.help).toBe(true)
  })
})

test('every word of every flag comes back as it was said', () => {
  const text = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(text, text, fc.array(text, { minLength: 1 }), (wall, other, notes) => {
      const args = [...notes.map(note => `--note=${note}`), '--', wall]
      expect(valuesOf(...args)).toEqual({ wall, note: notes })
      fc.pre(!other.startsWith('--'))
      expect(valuesOf('n', '--note', other).note).toEqual([other])
    }),
  )
})

test('no arguments of any kind do worse than to be refused', () => {
  const names = [...DEFINITIONS.flatMap(({ flags }) => flags), ...OUTPUT_FLAGS].map(
    known => `--${known.flag}`,
  )
  const word = fc.oneof(fc.constantFrom(...names, '--', '-', '='), fc.string({ unit: 'grapheme' }))
  const line = fc.array(
    fc.oneof(
      word,
      fc.tuple(word, word).map(pair => pair.join('=')),
    ),
  )
  fc.assert(
    fc.property(fc.constantFrom(...DEFINITIONS), line, (command, args) => {
      try {
        const known = command.flags.map(({ input }) => input)
        for (const input of parseArguments(command, args).values.keys()) expect(known).toContain(input)
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-input', next: expect.stringMatching(/./) })
      }
    }),
  )
})
