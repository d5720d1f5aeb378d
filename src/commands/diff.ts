import * as z from 'zod/mini'
import { diffVersions } from '../domain/registry/diff-versions.ts'
import { defineMeasurement } from './define.ts'
import { at, model, version } from './inputs.ts'
import { openRegistry, readModel, readVersion, resolveVersion } from './registry-reader.ts'

export const diff = defineMeasurement({
  name: 'diff',
  summary: 'What two versions differ in: params, metrics, data, signature.',
  positional: ['model', 'first', 'second'],
  examples: [
    { command: 'modelyard diff telco-churn champion latest', does: 'tells what the newest version changed' },
  ],
  permission: 'read',
  doors: ['cli', 'slash'],
  input: z.strictObject({
    model,
    first: version.check(z.describe('The version to start from: a number, an alias, a stage or `latest`.')),
    second: version.check(z.describe('The version to compare with it.')),
    at,
  }),
  results: ['difference'],
  async run(input, { repository }) {
    const registry = await openRegistry(repository, input.at)
    const state = await readModel(registry, input.model)
    const [first, second] = await Promise.all(
      [input.first, input.second].map(async text =>
        readVersion(registry, state.name, await resolveVersion(registry, state, text)),
      ),
    )
    if (first === undefined || second === undefined) throw new TypeError('two versions were asked for')
    return {
      kind: 'difference' as const,
      model: state.name,
      first: first.version,
      second: second.version,
      ...diffVersions(first, second),
    }
  },
})
