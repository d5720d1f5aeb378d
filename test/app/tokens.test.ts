import { expect, test } from 'vitest'
import type { Target } from '../../app/targets.ts'
import { openTokens } from '../../app/tokens.ts'
import { withinReach } from '../../app/within-reach.ts'

const TARGET: Target = { installation: 1, id: 9, owner: 'acme', repository: 'models', what: { is: 'merges' } }
const HOUR = 3_600_000

/** GitHub as far as tokens go; `answers` are statuses, or what a repository says beside the rest. */
function granting(...answers: readonly (number | object)[]) {
  const asked: unknown[] = []
  let time = 0
  const request = async (_route: string, parameters: unknown) => {
    asked.push(parameters)
    const answer = answers[asked.length - 1] ?? {}
    if (typeof answer === 'number')
      throw Object.assign(new Error(answer === 403 ? 'This installation has been suspended' : 'no'), {
        status: answer,
      })
    const repository = {
      id: 9,
      name: 'models',
      owner: { login: 'acme' },
      fork: false,
      archived: false,
      disabled: false,
      ...answer,
    }
    const data = {
      token: `t${asked.length}`,
      expires_at: new Date(time + HOUR).toISOString(),
      repositories: [repository],
    }
    return { data }
  }
  const tokens = openTokens(
    async () => ({ request }) as never,
    () => time,
  )
  return { tokens, asked, pass: (ms: number) => (time += ms) }
}

test('a token is asked for one repository, and kept until it soon runs out', async () => {
  const { tokens, asked, pass } = granting()
  expect(await tokens.of(TARGET)).toMatchObject({ token: 't1', owner: 'acme', name: 'models' })
  pass(HOUR / 2)
  expect((await tokens.of(TARGET))?.token).toBe('t1')
  pass(HOUR / 2 - 60_000)
  expect((await tokens.of(TARGET))?.token).toBe('t2')
  expect(asked[0]).toEqual({ installation_id: 1, repository_ids: [9] })
  await tokens.of({ ...TARGET, installation: 2 })
  expect(asked).toHaveLength(3)
})

test.for([404, 422, 403])(
  'what GitHub answers with %i to is out of reach, and worked on by nobody',
  async status => {
    const { tokens } = granting(status, status)
    const work = async () => {
      throw new Error('it was worked on')
    }
    expect(await withinReach(TARGET, tokens, work)).toBe('settled')
  },
)

test('any other refusal is told', async () => {
  await expect(granting(500).tokens.of(TARGET)).rejects.toThrow('no')
})

test('another repository than the one that was asked for is out of reach', async () => {
  expect(await granting({ id: 10 }).tokens.of(TARGET)).toBeUndefined()
})

test('what fails is asked anew: what is gone or archived by now ends calmly, and anything else fails', async () => {
  const fail = async () => Promise.reject(new Error('refused'))
  expect(await withinReach(TARGET, granting({}, 404).tokens, fail)).toBe('settled')
  expect(await withinReach(TARGET, granting({}, { archived: true }).tokens, fail)).toBe('settled')
  expect(await withinReach(TARGET, granting({}, { disabled: true }).tokens, fail)).toBe('settled')
  await expect(withinReach(TARGET, granting({}, {}).tokens, fail)).rejects.toThrow('refused')
})

test('where a delivery and what is known name it otherwise, GitHub is asked', async () => {
  const { tokens, asked } = granting({}, { name: 'renamed' })
  const names: string[] = []
  const work = async ({ name }: { readonly name: string }) => {
    names.push(name)
    return 'settled' as const
  }
  await withinReach(TARGET, tokens, work)
  await withinReach({ ...TARGET, repository: 'Renamed' }, tokens, work)
  await withinReach({ ...TARGET, repository: 'renamed' }, tokens, work)
  expect(names).toEqual(['models', 'renamed', 'renamed'])
  expect(asked).toHaveLength(2)
})

test.for([{ archived: true }, { disabled: true }])('of what is %j nothing is worked on', async state => {
  let worked = 0
  const work = async () => {
    worked += 1
    return 'settled' as const
  }
  expect(await withinReach(TARGET, granting(state).tokens, work)).toBe('settled')
  expect(worked).toBe(0)
})
