import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GIT_ENGINES, openGit } from '../../src/adapters/git/index.ts'
import { history } from '../../src/commands/history.ts'
import { appendRun, readRuns, type WantedRuns } from '../../src/commands/monitor-runs.ts'
import { driftByRun } from '../../src/domain/monitoring/drifting.ts'
import { HISTORY_BRANCH, type MonitorRun } from '../../src/domain/monitoring/run-record.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { MonitorHistoryResult } from '../../src/domain/results/monitor-history.ts'
import type { NewFile, Repository } from '../../src/ports.ts'
import { render } from '../../src/render/index.ts'
import { fakeCommit, ONLY_COMMIT } from '../fakes/commits.ts'
import { addHistory, hour, monitorRun, runFiles, runsFound } from '../support/monitor-runs.ts'
import { forAllTests, repositoryAt, temporaryFolder } from '../support/temporary.ts'
import { type Workbench, workbench } from '../support/workbench.ts'

/** A registry, and beside it the branch with these files. */
async function recorded(files: Readonly<Record<string, string>>): Promise<Workbench> {
  const bench = await workbench()
  await addHistory(bench, files)
  return bench
}

async function listed(
  { ports }: Pick<Workbench, 'ports'>,
  input: Readonly<Record<string, unknown>> = {},
): Promise<MonitorHistoryResult> {
  const result = await history.execute({ model: 'churn', monitor: true, ...input }, ports, {})
  expect(Result.parse(result)).toEqual(result)
  return result as MonitorHistoryResult
}

test('runs are listed newest first, with what drifted and since when', async () => {
  const bench = await recorded(runFiles(runsFound({ tenure: 'oddd', amount: 'oood' })))
  const result = await listed(bench)
  expect(result.commit).toBe(await bench.git('rev-parse', HISTORY_BRANCH))
  expect(result).toMatchObject({ 'runs-in-all': 4, remarks: [] })
  expect(result.runs.map(({ at, outcome, drifting }) => [at, outcome, drifting.length])).toEqual([
    [hour(3), 'failed', 2],
    [hour(2), 'failed', 1],
    [hour(1), 'failed', 1],
    [hour(0), 'passed', 0],
  ])
  expect(result.runs[0]?.drifting).toEqual([
    { feature: 'tenure', since: hour(1), confirmed: true },
    { feature: 'amount', since: hour(3), confirmed: false },
  ])
  const text = render(result, 'text')
  expect(text).toMatch(/2026-03-01 03:00 {2}failed {3}`tenure` 2026-03-01 confirmed, `amount` 2026-03-01/)
})

test('what drifted, and limits, have trends over the runs that are shown, with their thresholds', async () => {
  const runs = [0.02, 0.2, 0.3].map((distance, at) =>
    monitorRun({
      at: hour(at),
      run: { id: at + 1, attempt: 1 },
      features: [{ feature: 'x', status: distance > 0.1 ? 'drift' : 'ok', type: 'number', distance }],
      levels: [{ of: 'operations', name: 'p95', status: 'ok', value: 200 + at, limit: 250 }],
    }),
  )
  const bench = await recorded(runFiles(runs))
  const { trends } = await listed(bench)
  expect(trends).toMatchObject([
    { of: 'drift', name: 'x', values: [0.02, 0.2, 0.3], limit: 0.1 },
    { of: 'operations', name: 'p95', values: [200, 201, 202], limit: 250 },
  ])
  expect((await listed(bench, { limit: 2 })).trends[0]?.values).toEqual([0.2, 0.3])
  expect(render(await listed(bench), 'text')).toContain('▁██')
})

test('a limit shows fewer, and says since when all the same; a day shows what had run by then', async () => {
  const runs = runsFound({ x: `od${'i'.repeat(30)}dd` })
  const bench = await recorded(runFiles(runs))
  const { runs: two, 'runs-in-all': inAll } = await listed(bench, { limit: 2 })
  expect([two.length, inAll]).toEqual([2, 34])
  expect(two[0]?.drifting).toEqual([{ feature: 'x', since: hour(1), confirmed: true }])
  const then = await listed(bench, { asOf: hour(1) })
  expect([then['as-of'], then.runs.length, then['runs-in-all']]).toEqual([hour(1), 2, 2])
  expect(then.runs[0]?.drifting).toEqual([{ feature: 'x', since: hour(1), confirmed: false }])
  expect(await listed(bench, { asOf: '2026-02-28' })).toMatchObject({ runs: [], 'runs-in-all': 0 })
  expect(render(await listed(bench, { limit: 2 }), 'text')).toContain('32 earlier runs not shown')
})

describe('whatever the limit', () => {
  const bench = forAllTests(() => workbench())

  test('each run says what it says among all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[doi.]{1,24}$/),
        fc.integer({ min: 1, max: 6 }),
        async (word, limit) => {
          const runs = runsFound({ x: word })
          const ports = { ...bench().ports, repository: holding(bench().ports.repository, runs) }
          const found = await listed({ ports }, { limit })
          const whole = driftByRun(runs).map(({ drifting }) => drifting)
          expect(found.runs.map(({ drifting }) => drifting)).toEqual(whole.slice(-limit).reverse())
        },
      ),
    )
  })
})

/** A repository whose branch holds these runs alone. */
function holding(repository: Repository, runs: readonly MonitorRun[]): Repository {
  const files = Object.entries(runFiles(runs)).map(
    ([path, text]) => [path, new TextEncoder().encode(text)] as const,
  )
  return { ...repository, ...fakeCommit(new Map(files)), resolve: async () => ONLY_COMMIT }
}

test('the order in which runs were added makes no difference', async () => {
  const runs = runsFound({ x: 'odod', y: 'ddoo' })
  const one = await recorded(runFiles(runs))
  const other = await recorded({})
  await other.git('checkout', '-q', HISTORY_BRANCH)
  for (const run of [2, 0, 3, 1].map(at => runs[at] as MonitorRun))
    await other.commit('a run', runFiles([run]))
  const { commit: _, ...first } = await listed(one)
  const { commit: __, ...second } = await listed(other)
  expect(second).toEqual(first)
})

describe('what cannot be read is named and left out', () => {
  const good = runsFound({ x: 'dd' })
  const path = (at: string, run = '9.1') =>
    `monitoring/churn/2026/03/${at.replaceAll(/[-:]/g, '')}-${run}-${'0'.repeat(12)}.json`

  test.each([
    ['no JSON', path(hour(5)), '{', /is not JSON/],
    ['a later schema', path(hour(5)), '{ "schema": 2, "shape": "another" }', /schema 2 is newer/],
    ['another file', path(hour(5)), '{ "schema": 1 }', /is left out/],
    ['no name of a run', 'monitoring/churn/2026/03/notes.txt', 'words', /is not named as a run/],
    [
      'a run at the place of another',
      path(hour(7)),
      Object.values(runFiles(good))[0] ?? '',
      /a run of churn at 2026-03-01T00/,
    ],
    [
      'a run of another model',
      path(hour(0), '1.1'),
      Object.values(runFiles([{ ...(good[0] as MonitorRun), model: 'fraud' }]))[0] ?? '',
      /a run of fraud/,
    ],
  ])('%s', async (_, file, content, said) => {
    const result = await listed(await recorded({ ...runFiles(good), [file]: content }))
    expect(result.remarks).toEqual([expect.stringMatching(said)])
    expect(result.remarks[0]).toContain(file)
    expect(result.runs.map(({ at }) => at)).toEqual([hour(1), hour(0)])
    expect(result['runs-in-all']).toBe(2)
    expect(result.runs[0]?.drifting).toEqual([{ feature: 'x', since: hour(0), confirmed: true }])
  })
})

test('a clone without the branch says how it is fetched, and a word that names no model is told', async () => {
  const bench = await workbench()
  await expect(listed(bench)).rejects.toMatchObject({
    code: 'unknown-name',
    next: 'fetch it: git fetch origin modelyard-history:refs/remotes/origin/modelyard-history',
  })
  const empty = await recorded({})
  expect(await listed(empty)).toMatchObject({ runs: [], 'runs-in-all': 0 })
  expect(render(await listed(empty), 'text')).toContain('No run of monitoring is recorded')
  await expect(listed(empty, { model: 'chrun' })).rejects.toMatchObject({ code: 'unknown-model' })
})

test('the command that fetches it does, and a fetched branch counts before one that was checked out', async () => {
  const bench = await recorded(runFiles(runsFound({ x: 'd' })))
  const clone = repositoryAt(join(await temporaryFolder(), 'clone'))
  await bench.git('clone', '-q', '--depth=1', `file://${bench.root}`, clone.root)
  const ports = { ...bench.ports, ...(await openGit(clone.root, 'program')) }
  const error = await listed({ ports }).catch((thrown: { next: string }) => thrown)
  const [, command] = /^fetch it: git (.+)$/.exec('next' in error ? `${error.next}` : '') ?? []
  await clone.git(...(command ?? '').split(' '))
  expect((await listed({ ports })).runs).toHaveLength(1)
  await clone.git('branch', HISTORY_BRANCH, 'HEAD')
  expect((await listed({ ports })).runs).toHaveLength(1)
})

test('a run that says a later time than now is named', async () => {
  const bench = await recorded(runFiles([monitorRun(), monitorRun({ at: '2999-01-01T00:00:00Z' })]))
  expect((await listed(bench)).remarks).toEqual([expect.stringContaining('one run says that it ran later')])
})

test('a run is added where it is read, with the same bytes each time', async () => {
  const bench = await workbench()
  const added: NewFile[] = []
  const ports = {
    ...bench.ports,
    monitorHistory: {
      ...bench.ports.monitorHistory,
      append: async (branch: string, file: NewFile) => {
        expect(branch).toBe(HISTORY_BRANCH)
        added.push(file)
        return 'written' as const
      },
    },
  }
  const runs = runsFound({ x: 'od' })
  for (const run of [...runs, ...runs]) await appendRun(run, ports)
  const files = Object.fromEntries(
    added.map(({ path, content }) => [path, new TextDecoder().decode(content)]),
  )
  expect(files).toEqual(runFiles(runs))
  expect(added.map(({ message }) => message).slice(0, 2)).toEqual([
    'churn: monitored by run 1, passed',
    'churn: monitored by run 2, failed',
  ])
})

const MANY = runsFound({ x: Array.from({ length: 5000 }, (_, at) => 'oodi'[(at * 7919) % 4]).join('') })

describe('of 5,000 runs', () => {
  const bench = forAllTests(() => recorded(runFiles(MANY)))

  test.each(GIT_ENGINES)(
    'each is read once and in order, or the newest, or those since a time, by %s',
    async engine => {
      const { repository } = await openGit(bench().root, engine)
      const commit = (await repository.resolve(HISTORY_BRANCH)) ?? ''
      const read = (wanted?: WantedRuns) => readRuns(repository, commit, 'churn', wanted)
      const whole = await read()
      expect(whole).toMatchObject({ read: 5000, inAll: 5000, remarks: [] })
      expect(whole.runs).toEqual(MANY)
      expect(await read({ newest: 3 })).toMatchObject({ read: 3, inAll: 5000, runs: MANY.slice(-3) })
      const since = Date.parse(hour(4990))
      expect(await read({ since })).toMatchObject({ read: 10, inAll: 10, runs: MANY.slice(-10) })
      expect((await readRuns(repository, commit, 'other')).runs).toEqual([])
    },
    60_000,
  )
})
