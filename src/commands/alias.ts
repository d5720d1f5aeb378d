import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { AliasName } from '../domain/registry/names.ts'
import { planAlias } from '../domain/registry/plan-alias.ts'
import { defineChange } from './define.ts'
import { model, moveInputs, version } from './inputs.ts'
import { applyMove, moveChange } from './move-change.ts'
import { readMoveFacts, requestOf } from './move-facts.ts'
import { resolveVersion } from './registry-reader.ts'

export const alias = defineChange({
  name: 'alias',
  summary: 'Let a name stand for a version.',
  details: `An alias names one version that is not archived. Those that model.yaml ties to a stage, such as champion, move
only with their stage.`,
  positional: ['model', 'alias', 'version'],
  examples: [
    { command: 'modelyard alias telco-churn shadow 4', does: 'lets `shadow` name version 4' },
    { command: 'modelyard alias telco-churn shadow --remove', does: 'takes the name away' },
  ],
  permission: 'maintain',
  doors: ['action', 'cli', 'slash'],
  inComments: ['remove', 'reason'],
  input: z.strictObject({
    model,
    alias: AliasName.check(z.describe('The alias.')),
    version: z.optional(version),
    remove: z._default(z.boolean(), false).check(z.describe('Take the alias away.')),
    ...moveInputs,
  }),
  results: ['move'],
  async read(input, ports) {
    if ((input.version === undefined) !== input.remove) {
      throw new ModelyardError({
        code: 'bad-input',
        message: 'an alias either gets a version or is taken away',
        next: 'name a version, or say --remove',
      })
    }
    const facts = await readMoveFacts(input, ports)
    const number =
      input.version === undefined ? null : await resolveVersion(facts.registry, facts.state, input.version)
    const branch = `modelyard/${input.model}/alias-${input.alias}-${number ?? 'removed'}`
    return { ...facts, number, branch, request: await requestOf(input, facts, branch, ports) }
  },
  plan(input, facts) {
    const { number, branch } = facts
    return moveChange(input, facts, planAlias(facts.state, input.alias, number, facts.request), {
      action: 'alias',
      title:
        number === null ? `take the alias ${input.alias} away` : `let ${input.alias} name version ${number}`,
      branch,
    })
  },
  apply: applyMove,
})
