import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { COMMANDS } from '../../cli/commands.ts'
import { DEFINITIONS } from '../../cli/definitions.generated.ts'
import { OUTPUT_FLAGS } from '../../cli/parse-arguments.ts'
import { kebabCase } from '../../scripts/generate/command-definitions.ts'
import type { Change, Command, Measurement } from '../../src/commands/define.ts'
import { Result } from '../../src/domain/results/index.ts'
import { wordsOf } from '../support/answer.ts'
import { projectRoot, sourceFiles } from '../support/imports.ts'

type Defined = Command &
  (
    | Pick<Change<z.ZodMiniObject, unknown, unknown, Result>, 'shape' | 'read' | 'plan' | 'apply'>
    | Pick<Measurement<z.ZodMiniObject, Result>, 'shape' | 'run'>
  )

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const CAMEL = /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*$/
const SENTENCE = /^[A-Z][^\n]*\.$/
const KINDS = Result.def.options.flatMap(schema => [...schema.shape.kind.def.values])

const commands = await Promise.all(
  Object.entries(COMMANDS).map(async ([key, load]) => [key, (await load()) as Defined] as const),
)

// What every door is made from: flags, inputs of Actions, slash commands, help.
describe.each(commands)('the definition of %s', (key, command) => {
  const { name, summary, details, positional, examples, permission, doors, input, results } = command
  const schema = z.toJSONSchema(input, { io: 'input' })
  const inputs = Object.entries((schema.properties ?? {}) as Record<string, z.core.JSONSchema.BaseSchema>)

  test('has the name that it is called by, and a summary of one line', () => {
    expect(name).toBe(key)
    expect(name).toMatch(KEBAB)
    expect(summary).toMatch(SENTENCE)
    expect(summary.length).toBeLessThanOrEqual(80)
    if (details !== undefined) expect(details).toMatch(/^[A-Z][\s\S]*\.$/)
  })

  test('has inputs that are described, kebab-case outside, and nothing beside them', () => {
    expect(schema.additionalProperties).toBe(false)
    expect(inputs.filter(([inner]) => !CAMEL.test(inner))).toEqual([])
    expect(inputs.filter(([inner]) => !KEBAB.test(kebabCase(inner)))).toEqual([])
    expect(inputs.filter(([, { description }]) => !SENTENCE.test(description ?? ''))).toEqual([])
    const outside = [...inputs.map(([inner]) => kebabCase(inner)), ...OUTPUT_FLAGS.map(({ flag }) => flag)]
    expect(new Set(outside).size).toBe(outside.length)
  })

  test('takes text, numbers, truth values and lists of text, as every door can give them', () => {
    const given = inputs.map(([, field]) => (field.type === 'array' ? itemsOf(field) : field.type))
    expect(given.filter(type => !['string', 'boolean', 'integer', 'number'].includes(String(type)))).toEqual(
      [],
    )
  })

  test('takes raw text for no number, and an empty text for nothing', () => {
    for (const [inner, { type }] of inputs.filter(([, field]) => field.type !== 'string')) {
      for (const raw of ['', '1', 'true']) {
        const parsed = z.safeParse(input.shape[inner] as z.ZodMiniType, raw)
        expect({ inner, type, raw, taken: parsed.success }).toMatchObject({ taken: false })
      }
    }
  })

  test('names places that are inputs, once each', () => {
    const names = inputs.map(([inner]) => inner)
    expect(positional.filter(place => !names.includes(place))).toEqual([])
    expect(new Set(positional).size).toBe(positional.length)
  })

  test('answers with kinds of result that there are', () => {
    expect(results.length).toBeGreaterThan(0)
    expect(results.filter(kind => !KINDS.includes(kind))).toEqual([])
  })

  test('has examples of its own that say what they do', () => {
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) {
      expect(wordsOf(example.command).slice(0, 2)).toEqual(['modelyard', name])
      expect(example.does).toMatch(/^[a-z`].*[^.]$/)
    }
  })

  test('says who may do it and at which doors', () => {
    expect(['read', 'write', 'maintain']).toContain(permission)
    expect(doors).toContain('cli')
    expect(doors.filter(door => !['action', 'cli', 'slash'].includes(door))).toEqual([])
    expect(new Set(doors).size).toBe(doors.length)
  })

  test('is a change with read, plan and apply, or a measurement with run', () => {
    if (command.shape === 'change') {
      expect([command.read, command.plan, command.apply].map(part => typeof part)).toEqual(
        Array(3).fill('function'),
      )
      expect(permission).not.toBe('read')
    } else expect(typeof command.run).toBe('function')
  })

  test('can be tried before it commits, when it makes a commit', () => {
    const names = inputs.map(([inner]) => inner)
    expect(names.includes('dryRun')).toBe(names.includes('merge'))
    expect(names.includes('merge')).toBe(results.some(kind => kind === 'move' || kind === 'registration'))
  })
})

function itemsOf(field: z.core.JSONSchema.BaseSchema): unknown {
  const { items } = field
  return typeof items === 'object' && !Array.isArray(items) ? items.type : undefined
}

describe('all commands together', () => {
  test('answer with every kind of result', () => {
    const answered = new Set(commands.flatMap(([, { results }]) => results))
    // A judgement of a whole pull request is the App's alone: no command gives it.
    expect(KINDS.filter(kind => !answered.has(kind))).toEqual(['judgement'])
  })

  test('stand at the command line in the order in which they are defined', () => {
    expect(DEFINITIONS.map(({ name }) => name)).toEqual(Object.keys(COMMANDS))
  })
})

describe('names outside', () => {
  test('are kebab-case in every published schema', () => {
    const folder = join(projectRoot, 'schemas')
    const files = readdirSync(folder, { recursive: true }).filter(file => String(file).endsWith('.json'))
    const odd = files.flatMap(file =>
      propertiesOf(JSON.parse(readFileSync(join(folder, String(file)), 'utf8')))
        .filter(name => !KEBAB.test(name))
        .map(name => `${file}: ${name}`),
    )
    expect(odd).toEqual([])
    expect(files.length).toBeGreaterThan(15)
  })

  test('are made from names inside by one function', () => {
    const converting = sourceFiles(['src', 'cli', 'actions', 'scripts']).filter(file =>
      readFileSync(join(projectRoot, file), 'utf8').includes('/[A-Z]/g'),
    )
    expect(converting).toEqual(['scripts/generate/command-definitions.ts'])
  })

  test.each([
    ['model', 'model'],
    ['dryRun', 'dry-run'],
    ['positiveClass', 'positive-class'],
    ['windowDaysMax', 'window-days-max'],
  ])('%s is %s', (inside, outside) => {
    expect(kebabCase(inside)).toBe(outside)
  })
})

/** The names of all properties that a schema declares. */
function propertiesOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(propertiesOf)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, inner]) =>
    key === 'properties'
      ? [...Object.keys(inner), ...Object.values(inner).flatMap(propertiesOf)]
      : propertiesOf(inner),
  )
}
