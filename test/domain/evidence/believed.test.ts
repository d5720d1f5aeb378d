import { expect, test } from 'vitest'
import {
  type LeftFacts,
  type NamedRun,
  type RunFacts,
  whyNotLeft,
  whyRunNotBelieved,
} from '../../../src/domain/evidence/believed.ts'

const RUN: NamedRun = {
  id: 7,
  event: 'push',
  workflow: '.github/workflows/modelyard.yml',
  headBranch: 'main',
  headSha: 'a'.repeat(40),
  isOwnHead: true,
}
const FACTS: RunFacts = {
  defaultBranch: 'main',
  listed: [RUN.workflow],
  onHistory: true,
  governed: [],
}

test.for(['push', 'schedule', 'workflow_dispatch'])(
  'a run of the default branch by %s is believed',
  event => {
    expect(whyRunNotBelieved(7, { ...RUN, event }, FACTS)).toBeUndefined()
  },
)

test.for<[string, Partial<NamedRun>, Partial<RunFacts>, string]>([
  ['a head in a fork', { isOwnHead: false }, {}, 'fork'],
  ['the event of a pull request', { event: 'pull_request' }, {}, 'pull_request'],
  ['the event of a release', { event: 'release' }, {}, 'release'],
  ['another branch', { headBranch: 'main2' }, {}, 'main2'],
  ['no branch', { headBranch: undefined }, {}, 'no branch'],
  ['a workflow that is not listed', {}, { listed: ['.github/workflows/modelyard.yml.bak'] }, 'does not list'],
  ['nothing listed', {}, { listed: [] }, 'does not list'],
  ['a commit beside the history', {}, { onHistory: false }, 'first-parent'],
  ['a history that is cut off', {}, { onHistory: undefined }, 'cut off'],
  ['a commit that is not here', {}, { governed: undefined }, 'not fetched'],
  ['a change to what judges', {}, { governed: ['a', 'b'] }, 'a and 1 more'],
])('%s is a reason of its own', ([, run, facts, why]) => {
  expect(whyRunNotBelieved(7, { ...RUN, ...run }, { ...FACTS, ...facts })).toContain(why)
})

test('no run is none to believe', () => {
  expect(whyRunNotBelieved(7, undefined, FACTS)).toBe('this repository has no run 7')
})

const LEFT: LeftFacts = { digests: new Set(['d1']), others: [], refused: [] }

test('a file is believed by its digest alone, whatever else could not be read', () => {
  expect(whyNotLeft('d1', 7, 'churn', LEFT)).toBeUndefined()
  const refused = [{ artifact: 'x', why: 'it has expired' }]
  expect(whyNotLeft('d1', 7, 'churn', { ...LEFT, refused })).toBeUndefined()
  expect(whyNotLeft('d2', 7, 'churn', { ...LEFT, refused })).toContain('it has expired')
})

test('what is missing is said as far as it is known', () => {
  const none = { ...LEFT, digests: new Set<string>() }
  expect(whyNotLeft('d2', 7, 'churn', LEFT)).toContain('no file of these bytes')
  expect(whyNotLeft('d2', 7, 'churn', { ...none, others: ['modelyard-evidence-a'] })).toContain(
    'other models',
  )
  expect(whyNotLeft('d2', 7, 'churn', none)).toBe('run 7 left no evidence')
})
