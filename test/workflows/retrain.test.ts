import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectRoot } from '../support/imports.ts'

interface Job {
  readonly if?: string
  readonly needs?: string
  readonly uses?: string
  readonly permissions: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, string>>
}

const read = (name: string) =>
  parse(readFileSync(join(projectRoot, '.github/workflows', name), 'utf8')) as {
    readonly on: { readonly workflow_call: { readonly inputs: Readonly<Record<string, object>> } }
    readonly jobs: Readonly<Record<string, Job>>
  }

test('what decides can only read, and what writes is the road of every candidate', () => {
  const { decide, told, candidate } = read('retrain.yml').jobs
  expect(decide?.permissions).toEqual({
    actions: 'read',
    contents: 'read',
    'pull-requests': 'read',
  })
  expect(told?.permissions).toEqual({})
  expect(candidate?.uses).toBe('$/.github/workflows/candidate.yml')
  expect(candidate?.needs).toBe('decide')
  expect(candidate?.if).toBe(`\${{ needs.decide.outputs.retrain == 'true' }}`)
})

test('it decides on the default branch alone', () => {
  expect(read('retrain.yml').jobs.decide?.if?.replaceAll(/\s+/g, ' ')).toBe(
    `\${{ github.event_name == 'schedule' || (github.event_name == 'workflow_dispatch' && github.ref_name == github.event.repository.default_branch) }}`,
  )
})

/** What only a retraining tells. */
const OWN: Readonly<Record<string, unknown>> = {
  retrained: true,
  alerts: `\${{ needs.decide.outputs.alerts }}`,
  before: `\${{ needs.decide.outputs.before }}`,
}

test('whatever a candidate may be told, a retraining tells it', () => {
  const [own, candidate] = [read('retrain.yml'), read('candidate.yml')]
  const given = own.jobs.candidate?.with ?? {}
  expect(Object.keys(given).sort()).toEqual(Object.keys(candidate.on.workflow_call.inputs).sort())
  for (const [input, value] of Object.entries(given)) {
    if (input === 'models') continue
    if (input in OWN) {
      expect(value).toBe(OWN[input])
      continue
    }
    expect(value).toBe(`\${{ inputs.${input} }}`)
    expect(own.on.workflow_call.inputs[input], input).toEqual(candidate.on.workflow_call.inputs[input])
  }
})

test('the jobs by which a training is remembered are those of the road', () => {
  const names = Object.values(read('candidate.yml').jobs).map(job => (job as { readonly name?: string }).name)
  for (const step of ['train', 'measure', 'reproduce'])
    expect(names).toContain(`${step} \${{ matrix.model }}`)
})
