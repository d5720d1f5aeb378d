import { describe, expect, test } from 'vitest'
import { readInputs } from '../../actions/read-inputs.ts'
import type { ModelyardError } from '../../src/domain/errors/index.ts'
import type { CommandDefinition, FlagDefinition } from '../../src/doors/definition.ts'

const input = (flag: string, facts: Partial<FlagDefinition> = {}): FlagDefinition => ({
  flag,
  input: flag,
  kind: 'text',
  description: 'x',
  required: false,
  ...facts,
})

/** An Action with an input of every kind. */
const PAINT: CommandDefinition = {
  name: 'paint',
  summary: 'Paint a wall.',
  positional: ['wall'],
  flags: [
    input('wall', { required: true }),
    input('coats', { kind: 'integer' }),
    input('thickness', { kind: 'number' }),
    input('color', { values: ['red', 'green'] }),
    input('note', { kind: 'list' }),
    input('columns', { kind: 'list' }),
    input('dry-run', { input: 'dryRun', kind: 'boolean' }),
  ],
}

const read = (environment: Readonly<Record<string, string>>) =>
  Object.fromEntries(readInputs(PAINT, { INPUT_WALL: 'north', ...environment }))

function refusal(environment: Readonly<Record<string, string>>): ModelyardError {
  try {
    readInputs(PAINT, environment)
  } catch (error) {
    return error as ModelyardError
  }
  return expect.fail('it was not refused')
}

describe('inputs of a step', () => {
  test('are read by their kinds, under the keys that the command knows', () => {
    const values = read({
      INPUT_COATS: '2',
      INPUT_THICKNESS: '.5',
      INPUT_COLOR: 'red',
      'INPUT_DRY-RUN': 'true',
    })
    expect(values).toEqual({ wall: 'north', coats: 2, thickness: 0.5, color: 'red', dryRun: true })
  })

  test('that are empty, or only spaces, are not given', () => {
    expect(read({ INPUT_COATS: '', INPUT_COLOR: '  \n', 'INPUT_DRY-RUN': '' })).toEqual({ wall: 'north' })
  })

  test('are false where they say so', () => {
    expect(read({ 'INPUT_DRY-RUN': 'false' })).toEqual({ wall: 'north', dryRun: false })
  })

  test('have a value of a list on each line, and columns side by side too', () => {
    expect(read({ INPUT_NOTE: 'a,b\n\n  c=d \r\n', INPUT_COLUMNS: 'x,y\nz' })).toMatchObject({
      note: ['a,b', 'c=d'],
      columns: ['x', 'y', 'z'],
    })
  })

  test('whose names are those of properties that every object has do no harm', () => {
    expect(refusal({ INPUT_WALL: 'north', INPUT___PROTO__: 'x' })).toMatchObject({ code: 'bad-input' })
  })
})

describe('an input is refused by its name', () => {
  test.each([
    ['a required one that is missing', {}, 'needs wall', 'wall: …'],
    ['a required one that is empty', { INPUT_WALL: ' ' }, 'needs wall', 'wall: …'],
    ['a number', { INPUT_WALL: 'n', INPUT_COATS: 'two' }, 'coats wants a whole number', 'coats: 1'],
    [
      'a switch',
      { INPUT_WALL: 'n', 'INPUT_DRY-RUN': 'yes' },
      'dry-run is either true or false',
      'dry-run: true',
    ],
    ['a choice', { INPUT_WALL: 'n', INPUT_COLOR: 'rde' }, 'color cannot be `rde`', 'color: red'],
    ['a choice like no other', { INPUT_WALL: 'n', INPUT_COLOR: 'q' }, 'cannot be `q`', 'one of red, green'],
    ['one that there is not', { INPUT_WALL: 'n', INPUT_DRYRUN: 'true' }, '`dryrun` is no input', '`dry-run`'],
  ])('%s', (_what, environment, message, next) => {
    expect(refusal(environment as Record<string, string>)).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(message),
      next: expect.stringContaining(next),
    })
  })
})
