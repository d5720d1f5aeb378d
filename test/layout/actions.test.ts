import { readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FROM_EVENT } from '../../actions/from-event.ts'
import { outputsOfKinds } from '../../actions/outputs.ts'
import {
  MONITORING_ANSWERS,
  PROPOSES,
  SHOWS_OTHERS,
  STARTS_COMMANDS,
  WEIGHTS,
} from '../../actions/weights.ts'
import { WITHOUT_COMMAND } from '../../actions/without-command.ts'
import { COMMANDS } from '../../cli/commands.ts'
import { BARE_ACTIONS, FRONT_ACTION, HEAVY_ACTIONS, LIGHT_ACTIONS } from '../../scripts/generate/actions.ts'
import { definitionOf, kebabCase } from '../../scripts/generate/command-definitions.ts'
import type { Command } from '../../src/commands/define.ts'
import { importsOf, projectRoot } from '../support/imports.ts'
import { readMetadata } from '../support/run-action.ts'

const commandOf = (name: string) => (COMMANDS[name] as () => Promise<Command>)()

/** Everything that a file can come to load, whether at the start or later. */
function reachedFrom(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found
  found.add(file)
  if (file.endsWith('.ts'))
    for (const { to, typeOnly } of importsOf(file)) if (!typeOnly) reachedFrom(to, found)
  return found
}

describe.each([...LIGHT_ACTIONS, ...BARE_ACTIONS])('the light Action %s', name => {
  const bundle = `dist/actions/${name}.mjs`
  const text = readFileSync(join(projectRoot, bundle), 'utf8')

  test('is one file of at most a mebibyte that needs nothing but Node', () => {
    expect(statSync(join(projectRoot, bundle)).size).toBeLessThanOrEqual(2 ** 20)
    const imported = [...text.matchAll(/^import .*? from "([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
      ([, early, late]) => early ?? late,
    )
    expect(imported.length).toBeGreaterThan(0)
    expect(imported.filter(from => !isBuiltin(from ?? ''))).toEqual([])
  })
})

describe.each(LIGHT_ACTIONS)('the light Action %s, which runs a command,', name => {
  const text = readFileSync(join(projectRoot, `dist/actions/${name}.mjs`), 'utf8')

  test('comes to no engine, no git in JavaScript and not the whole of zod', () => {
    const reached = [...reachedFrom(`actions/${name}/index.ts`)]
    const heavy =
      /^npm:(?:@duckdb|onnxruntime|isomorphic-git|vega|@resvg|@bufbuild)|^src\/adapters\/(?:duckdb|onnx|chart|process|http)\//
    expect(reached).toContain('src/adapters/git/program.ts')
    const starts = STARTS_COMMANDS.includes(name) ? /^src\/adapters\/process\// : /^$/
    // What a model file says of itself is read without an engine.
    const reads = PROPOSES.includes(name)
      ? /^src\/adapters\/onnx\/(?:describe-model|known-words|model-file|protobuf)\.ts$|^npm:@bufbuild/
      : /^$/
    expect(reached.filter(file => heavy.test(file) && !starts.test(file) && !reads.test(file))).toEqual([])
    expect(text).toContain('"ZodMiniObject"')
    expect(text).not.toContain('"ZodObject"')
  })
})

test('a light Action that cannot show an answer of monitoring gives none, and is handed none', async () => {
  const without = LIGHT_ACTIONS.filter(name => !SHOWS_OTHERS.includes(name))
  expect(without.length).toBeGreaterThan(5)
  const kinds: readonly string[] = MONITORING_ANSWERS
  for (const name of without) {
    const { results, input } = await commandOf(name)
    expect({ name, kinds: results.filter(kind => kinds.includes(kind)) }).toEqual({ name, kinds: [] })
    expect({ name, takesFiles: 'files' in input.shape }).toEqual({ name, takesFiles: false })
  }
})

describe.each(HEAVY_ACTIONS)('the heavy Action %s', name => {
  const folder = join(projectRoot, 'dist/actions')

  test('starts without an engine, which is installed before it is asked for', () => {
    const text = readFileSync(join(folder, `${name}.mjs`), 'utf8')
    const early = [...text.matchAll(/^import .*? from "([^"]+)"/gm)].map(([, from]) => from)
    expect(early).toEqual(['./heavy/run.mjs'])
    const shared = readFileSync(join(folder, 'heavy/run.mjs'), 'utf8')
    const needed = [...shared.matchAll(/^import .*? from "([^"]+)"/gm)].map(([, from]) => from)
    expect(needed.filter(from => !from?.startsWith('node:'))).toEqual([])
  })

  test('finds the scripts of its children beside what starts them', () => {
    const shared = readFileSync(join(folder, 'heavy/run.mjs'), 'utf8')
    for (const child of ['score-child', 'time-child']) {
      expect(shared).toContain(`"${child}"`)
      expect(statSync(join(folder, `heavy/${child}.mjs`)).size).toBeGreaterThan(0)
    }
  })
})

describe.each(Object.keys(WEIGHTS))('the Action %s', name => {
  test('starts with a file of at most 15 lines', () => {
    const start = readFileSync(join(projectRoot, `actions/${name}/index.ts`), 'utf8')
    expect(start.split('\n').length - 1).toBeLessThanOrEqual(15)
  })

  test('takes the inputs of its command and sets no default over the files of the repository', async () => {
    const { inputs = {}, runs } = await readMetadata(`actions/${name}`)
    const { flags, asksGitHub } = definitionOf(await commandOf(name))
    const proposes = PROPOSES.includes(name)
    const token = asksGitHub || proposes ? ['token'] : []
    // What does without approvals stays at the terminal.
    const kept = name === 'register' ? ['unapproved'] : ['merge', 'unapproved']
    const own = proposes ? flags.filter(({ input }) => !kept.includes(input)) : flags
    expect(Object.keys(inputs)).toEqual([...own.map(({ input }) => kebabCase(input)), ...token])
    expect(Object.keys(inputs).filter(input => inputs[input]?.default !== undefined)).toEqual(token)
    expect(Object.entries(inputs).filter(([, input]) => input.required)).toHaveLength(
      flags.filter(({ required }) => required).length,
    )
    expect(runs).toEqual({ using: 'node24', main: `../../dist/actions/${name}.mjs` })
  })

  test('names no flag in what it says of itself', async () => {
    const { description, inputs = {} } = await readMetadata(`actions/${name}`)
    const said = [description, ...Object.values(inputs).map(input => input.description)]
    expect(said.filter(sentence => /(?<![\w-])--[a-z]/.test(sentence))).toEqual([])
  })

  test('documents an output of its own for every kind of its results', async () => {
    const { results } = await commandOf(name)
    const ofAll = Object.keys(outputsOfKinds([]))
    for (const kind of results) {
      expect(Object.keys(outputsOfKinds([kind])).length, kind).toBeGreaterThan(ofAll.length)
    }
    const { outputs = {} } = await readMetadata(`actions/${name}`)
    expect(Object.keys(outputs)).toEqual(Object.keys(outputsOfKinds(results)))
  })
})

describe('the Action at the root', () => {
  test('takes the inputs of comparing and of reporting, and gives the outputs of both', async () => {
    const { inputs = {}, outputs = {}, runs } = await readMetadata('.')
    const flagsOf = async (name: string) =>
      definitionOf(await commandOf(name)).flags.map(({ input }) => kebabCase(input))
    const reporting = (await flagsOf('report')).filter(input => !['files', 'model', 'run'].includes(input))
    expect(Object.keys(inputs)).toEqual([...(await flagsOf('compare')), ...reporting, 'token'])
    expect(Object.keys(outputs)).toEqual(Object.keys(outputsOfKinds(['comparison', 'report'])))
    expect(runs).toEqual({ using: 'node24', main: `dist/actions/${FRONT_ACTION}.mjs` })
  })
})

describe.each(WITHOUT_COMMAND)(
  'the Action $definition.name, which runs no command,',
  ({ definition, outputs: given }) => {
    test('has no name of a command, and takes and gives what it says', async () => {
      const { name, flags } = definition
      expect([...Object.keys(COMMANDS), FRONT_ACTION]).not.toContain(name)
      const { inputs = {}, outputs = {}, runs } = await readMetadata(`actions/${name}`)
      expect(Object.keys(inputs)).toEqual(flags.map(({ flag }) => flag))
      expect(Object.values(inputs).filter(input => input.default !== undefined)).toEqual([])
      expect(Object.keys(outputs)).toEqual(Object.keys(given))
      expect(runs).toEqual({ using: 'node24', main: `../../dist/actions/${name}.mjs` })
    })
  },
)

describe('the Actions together', () => {
  test('are commands that name this door', async () => {
    for (const name of Object.keys(WEIGHTS)) expect((await commandOf(name)).doors).toContain('action')
  })

  test('leave out of the door what a person does: an alias, and evidence of their own', async () => {
    const waiting: string[] = []
    for (const name of Object.keys(COMMANDS)) {
      if ((await commandOf(name)).doors.includes('action') && !Object.hasOwn(WEIGHTS, name))
        waiting.push(name)
    }
    expect(waiting).toEqual(['evidence', 'alias'])
  })

  test('have no input from the event that no Action takes', async () => {
    const taken = await Promise.all(
      Object.keys(WEIGHTS).map(async name =>
        definitionOf(await commandOf(name)).flags.map(({ input }) => input),
      ),
    )
    expect(Object.keys(FROM_EVENT).filter(input => !taken.flat().includes(input))).toEqual([])
  })
})
