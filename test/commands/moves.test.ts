import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GIT_ENGINES } from '../../src/adapters/git/index.ts'
import { alias } from '../../src/commands/alias.ts'
import { archive } from '../../src/commands/archive.ts'
import type { Command } from '../../src/commands/define.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { validate } from '../../src/commands/validate.ts'
import type { MoveResult } from '../../src/domain/results/move.ts'
import type { RegistrationResult } from '../../src/domain/results/registration.ts'
import { sha256, type Workbench, workbench } from '../support/workbench.ts'

const MODEL = 'registry-data/models/churn'

async function run(command: Command, bench: Workbench, input: Record<string, unknown>): Promise<MoveResult> {
  return (await command.execute({ model: 'churn', ...input }, bench.ports, {})) as MoveResult
}

/** Registers an artifact of this text on the current branch, with a draft of its evaluation. */
async function registered(bench: Workbench, text: string, auc = 0.8): Promise<number> {
  await writeFile(join(bench.root, '.git/artifact.onnx'), `ONNX ${text}`)
  const result = (await register.execute(
    { model: 'churn', artifact: join(bench.root, '.git/artifact.onnx'), merge: true },
    bench.ports,
    {},
  )) as RegistrationResult
  const version = result.record?.version ?? 0
  await bench.draft(version, sha256(`ONNX ${text}`), auc)
  return version
}

const hostOfRun = (id: number) => ({
  machine: 'a runner',
  run: {
    repository: 'acme/models',
    id,
    attempt: 1,
    workflow: '.github/workflows/modelyard.yml',
    event: 'push',
    commit: 'e'.repeat(40),
  },
})

const UNAPPROVED = { merge: true, unapproved: 'a test' }

describe.each(GIT_ENGINES)('moves, by %s', engine => {
  test('a promotion is a branch with one commit that git can merge', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    const before = await bench.git('rev-parse', 'HEAD')
    const result = await run(promote, bench, { version: 'latest', stage: 'staging', reason: 'better recall' })
    expect(result).toMatchObject({
      status: 'branched',
      branch: 'modelyard/churn/promote-1-staging',
      record: 1,
    })
    expect(await bench.git('rev-parse', 'HEAD')).toBe(before)
    expect(await bench.git('status', '--porcelain')).toBe('')
    const branch = result.branch as string
    expect(await bench.git('rev-list', '--count', `main..${branch}`)).toBe('1')
    expect(await bench.git('log', '-1', '--format=%an <%ae>|%s', branch)).toBe(
      'Ada Lovelace <ada@example.com>|churn: promote version 1 to staging',
    )
    expect(
      (await bench.git('diff', '--name-only', `main..${branch}`))
        .split('\n')
        .map(path => path.slice(MODEL.length)),
    ).toEqual([
      '/promotions/1.json',
      '/stages.json',
      '/versions/1/card.md',
      expect.stringMatching(/^\/versions\/1\/evidence\/evaluation-[0-9a-f]{12}\.json$/),
    ])
    await bench.git('merge', '-q', '--no-ff', '-m', 'merged', branch)
    expect(JSON.parse(await bench.at('HEAD', `${MODEL}/stages.json`))).toEqual({
      schema: 1,
      stages: { staging: [1] },
      aliases: { challenger: 1 },
    })
    expect(JSON.parse(await bench.at('HEAD', `${MODEL}/promotions/1.json`))).toMatchObject({
      kind: 'promotion',
      reason: 'better recall',
      'requested-by': 'Ada Lovelace <ada@example.com>',
      'requested-at': '2026-11-21T10:02:11Z',
      gates: { outcome: 'passed', 'policy-commit': before },
      'judged-at': 'terminal',
    })
    expect(await validate.execute({}, bench.ports, {})).toMatchObject({ outcome: 'passed', problems: [] })
  })

  test('the same command again changes nothing, not even a branch', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    const first = await run(promote, bench, { version: '1', stage: 'staging' })
    bench.ports.clock.advance(60_000)
    const second = await run(promote, bench, { version: '1', stage: 'staging' })
    expect(second).toMatchObject({ status: 'unchanged', commit: first.commit })
    await bench.git('merge', '-q', '--ff-only', first.branch as string)
    expect(await run(promote, bench, { version: '1', stage: 'staging' })).toMatchObject({
      status: 'unchanged',
    })
  })

  test('a run is named by the record that it judged, and a later run that judges alike changes nothing', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    const at = (id: number) => ({ ...bench, ports: { ...bench.ports, host: hostOfRun(id) } })
    const first = await run(promote, at(4711), { version: '1', stage: 'staging' })
    const judgedAt = async () =>
      JSON.parse(await bench.at(first.branch as string, `${MODEL}/promotions/1.json`))['judged-at']
    expect(await judgedAt()).toBe(4711)
    const again = await run(promote, at(4712), { version: '1', stage: 'staging' })
    expect(again).toMatchObject({ status: 'unchanged', commit: first.commit })
    const otherwise = await run(promote, at(4713), { version: '1', stage: 'staging', reason: 'it is better' })
    expect(otherwise.status).toBe('branched')
    expect(await judgedAt()).toBe(4713)
  })

  test('an outdated branch is made anew on the base of now', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    const first = await run(promote, bench, { version: '1', stage: 'staging' })
    const base = await bench.commit('more code', { 'train.py': 'print("better")\n' })
    const second = await run(promote, bench, { version: '1', stage: 'staging' })
    expect(second.status).toBe('branched')
    expect(second.commit).not.toBe(first.commit)
    expect(await bench.git('rev-parse', `${second.branch}^`)).toBe(base)
  })

  test('a branch that holds somebody’s commits is left alone', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    const { branch } = await run(promote, bench, { version: '1', stage: 'staging' })
    await bench.git('checkout', '-q', branch as string)
    const own = await bench.commit('mine', { note: 'x' })
    await bench.git('checkout', '-q', 'main')
    await bench.commit('moved on', { other: 'x' })
    await expect(run(promote, bench, { version: '1', stage: 'staging' })).rejects.toMatchObject({
      code: 'bad-input',
    })
    expect(await bench.git('rev-parse', branch as string)).toBe(own)
  })

  test('--merge applies it to the current branch and to the files on disk', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    const result = await run(promote, bench, { version: '1', stage: 'staging', merge: true })
    expect(result).toMatchObject({ status: 'merged', branch: 'main' })
    expect(await bench.git('status', '--porcelain')).toBe('')
    expect(await readFile(join(bench.root, MODEL, 'stages.json'), 'utf8')).toContain('"staging"')
  })

  test('--merge without the approvals that the policy asks for needs a reason, which the record keeps', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    await run(promote, bench, { version: '1', stage: 'staging', merge: true })
    const head = await bench.git('rev-parse', 'HEAD')
    const refused = await run(promote, bench, { version: '1', stage: 'production', merge: true })
    expect(refused).toMatchObject({
      status: 'refused',
      outcome: 'inconclusive',
      approvals: { outcome: 'inconclusive' },
    })
    expect(await bench.git('rev-parse', 'HEAD')).toBe(head)
    expect(await run(promote, bench, { version: '1', stage: 'production', ...UNAPPROVED })).toMatchObject({
      status: 'merged',
    })
    expect(JSON.parse(await bench.at('HEAD', `${MODEL}/promotions/2.json`))).toMatchObject({
      unapproved: 'a test',
      gates: { outcome: 'passed' },
    })
    await expect(
      run(promote, bench, { version: '1', stage: 'production', unapproved: 'x' }),
    ).rejects.toMatchObject({ code: 'bad-input' })
  })

  test('--dry-run shows everything and changes nothing', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    const refs = await bench.git('for-each-ref')
    const result = await run(promote, bench, { version: '1', stage: 'staging', dryRun: true })
    expect(result).toMatchObject({
      status: 'planned',
      version: 1,
      from: 'development',
      to: 'staging',
      gates: { outcome: 'passed' },
    })
    expect(result.files).toHaveLength(4)
    expect(await bench.git('for-each-ref')).toBe(refs)
    expect(await bench.git('status', '--porcelain')).toBe('')
  })

  test('a draft about another artifact, left by a branch that was given up, is neither judged nor committed', async () => {
    const bench = await workbench({ engine })
    await bench.draft(1, sha256('the other one'), 0.99)
    await registered(bench, 'one')
    const result = await run(promote, bench, { version: '1', stage: 'staging', ...UNAPPROVED })
    expect(result).toMatchObject({ status: 'merged' })
    expect(result.files.filter(({ path }) => path.includes('/evidence/'))).toHaveLength(1)
    expect(await validate.execute({}, bench.ports, {})).toMatchObject({ problems: [] })
  })

  test('a rollback swaps back, by name or to the one before', async () => {
    const bench = await workbench({ engine })
    for (const text of ['one', 'two']) {
      const version = String(await registered(bench, text))
      await run(promote, bench, { version, stage: 'staging', ...UNAPPROVED })
      await run(promote, bench, { version, stage: 'production', ...UNAPPROVED })
    }
    const result = await run(rollback, bench, { stage: 'production', reason: 'recall fell', ...UNAPPROVED })
    expect(result).toMatchObject({ status: 'merged', version: 1, displaces: 2 })
    expect(JSON.parse(await bench.at('HEAD', `${MODEL}/stages.json`))).toEqual({
      schema: 1,
      stages: { production: [1], archived: [2] },
      aliases: { champion: 1 },
    })
    expect(await run(rollback, bench, { stage: 'production', ...UNAPPROVED })).toMatchObject({
      status: 'refused',
    })
    expect(await run(rollback, bench, { stage: 'production', version: '1', ...UNAPPROVED })).toMatchObject({
      status: 'unchanged',
    })
    expect(await validate.execute({}, bench.ports, {})).toMatchObject({ problems: [] })
  })

  test('archive --purge removes the bytes, keeps the record, and is said in it', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    expect(await run(archive, bench, { version: '1', purge: true, merge: true })).toMatchObject({
      status: 'merged',
      purged: true,
    })
    const left = await bench.git('ls-tree', '-r', '--name-only', 'HEAD', `${MODEL}/versions/1`)
    expect(left.split('\n')).toEqual([
      expect.stringContaining('/evidence/evaluation-'),
      `${MODEL}/versions/1/version.json`,
    ])
    expect(JSON.parse(await bench.at('HEAD', `${MODEL}/promotions/1.json`))).toMatchObject({
      kind: 'archive',
      purged: true,
    })
    expect(await bench.git('status', '--porcelain')).toBe('')
    expect(await validate.execute({}, bench.ports, {})).toMatchObject({ problems: [] })
  })

  test('an alias is set and taken away', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    await run(alias, bench, { alias: 'shadow', version: '1', merge: true })
    expect(JSON.parse(await bench.at('HEAD', `${MODEL}/stages.json`)).aliases).toEqual({ shadow: 1 })
    await run(alias, bench, { alias: 'shadow', remove: true, merge: true })
    expect(JSON.parse(await bench.at('HEAD', `${MODEL}/stages.json`)).aliases).toEqual({})
    await expect(run(alias, bench, { alias: 'shadow' })).rejects.toMatchObject({ code: 'bad-input' })
  })

  test('bytes that differ from the record refuse a rollback', async () => {
    const bench = await workbench({ engine })
    for (const text of ['one', 'two']) {
      const version = String(await registered(bench, text))
      await run(promote, bench, { version, stage: 'staging', ...UNAPPROVED })
      await run(promote, bench, { version, stage: 'production', ...UNAPPROVED })
    }
    await bench.commit('tampered', { [`${MODEL}/versions/1/model.onnx`]: 'ONNX evil' })
    const result = await run(rollback, bench, { stage: 'production', ...UNAPPROVED })
    expect(result).toMatchObject({ status: 'refused', outcome: 'failed' })
    expect(result.reasons[0]?.message).toContain('hashes to')
  })

  test('bytes that differ from the record refuse a promotion', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one')
    await bench.commit('tampered', { [`${MODEL}/versions/1/model.onnx`]: 'ONNX evil' })
    const result = await run(promote, bench, { version: '1', stage: 'staging' })
    expect(result).toMatchObject({ status: 'refused', outcome: 'failed' })
    expect(result.reasons[0]?.message).toContain('hashes to')
  })

  test('bytes that cannot be had refuse a promotion and a rollback', async () => {
    const bench = await workbench({ engine })
    for (const text of ['one', 'two']) {
      const version = String(await registered(bench, text))
      await run(promote, bench, { version, stage: 'staging', ...UNAPPROVED })
    }
    await bench.git('rm', '-q', `${MODEL}/versions/1/model.onnx`)
    await bench.git('commit', '-q', '-m', 'gone')
    for (const [move, input] of [
      [promote, { version: '1', stage: 'staging' }],
      [rollback, { stage: 'staging' }],
    ] as const) {
      const result = await run(move, bench, { ...input, ...UNAPPROVED })
      expect(result).toMatchObject({ status: 'refused', outcome: 'failed' })
      expect(result.reasons).toContainEqual(
        expect.objectContaining({ message: expect.stringContaining('model.onnx') }),
      )
    }
  })

  test('the policy of the last commit is used, not the file on disk', async () => {
    const bench = await workbench({ engine })
    await registered(bench, 'one', 0.6)
    const path = join(bench.root, MODEL, 'model.yaml')
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll('min: 0.7', 'min: 0.1'))
    const result = await run(promote, bench, { version: '1', stage: 'staging' })
    expect(result).toMatchObject({ status: 'refused', gates: { outcome: 'failed' } })
    expect(result.remarks[0]).toContain('uncommitted changes')
  })
})

describe('a state of the repository in which nothing may be merged', () => {
  test.each([
    [
      'a detached head',
      'detached-head',
      async (bench: Workbench) => {
        await bench.git('checkout', '-q', '--detach')
      },
    ],
    [
      'a merge under way',
      'merge-under-way',
      async (bench: Workbench) => {
        await bench.git('checkout', '-qb', 'side')
        await bench.commit('side', { 'train.py': 'a' })
        await bench.git('checkout', '-q', 'main')
        await bench.commit('main', { 'train.py': 'b' })
        await bench.git('merge', '-q', 'side').catch(() => {})
      },
    ],
    [
      'an uncommitted change where the commit goes',
      'dirty-tree',
      async (bench: Workbench) => {
        await bench.write({ [`${MODEL}/stages.json`]: '{}' })
      },
    ],
    [
      'a tracked file changed where the commit goes',
      'dirty-tree',
      async (bench: Workbench) => {
        await run(promote, bench, { version: '1', stage: 'staging', merge: true })
        await registered(bench, 'two')
        await bench.write({ [`${MODEL}/stages.json`]: '{"schema": 1}' })
      },
    ],
  ] as const)('%s', async (_what, code, prepare) => {
    const bench = await workbench()
    await registered(bench, 'one')
    await prepare(bench)
    const [head, status] = [await bench.git('rev-parse', 'HEAD'), await bench.git('status', '--porcelain')]
    const move = run(promote, bench, { version: 'latest', stage: 'staging', merge: true })
    await expect(move).rejects.toMatchObject({ code, next: expect.stringMatching(/./) })
    expect([await bench.git('rev-parse', 'HEAD'), await bench.git('status', '--porcelain')]).toEqual([
      head,
      status,
    ])
  })

  test('a branch is made all the same with a detached head', async () => {
    const bench = await workbench()
    await registered(bench, 'one')
    await bench.git('checkout', '-q', '--detach')
    expect(await run(promote, bench, { version: '1', stage: 'staging' })).toMatchObject({
      status: 'branched',
    })
  })

  test('changes elsewhere in the tree do not matter', async () => {
    const bench = await workbench()
    await registered(bench, 'one')
    await bench.write({ 'train.py': 'edited', 'new-file': 'x' })
    expect(await run(promote, bench, { version: '1', stage: 'staging', merge: true })).toMatchObject({
      status: 'merged',
    })
    expect(await bench.git('status', '--porcelain')).toBe(' M train.py\n?? new-file')
  })
})

describe('a name that is not there', () => {
  test.each([
    ['a model', promote, { model: 'chrun', version: '1', stage: 'staging' }, 'unknown-model', 'churn'],
    ['a version', promote, { version: '9', stage: 'staging' }, 'unknown-version', 'go up to 1'],
    ['an alias', promote, { version: 'lastest', stage: 'staging' }, 'unknown-version', 'latest'],
    ['a stage to roll back', rollback, { stage: 'prodction' }, 'unknown-name', 'production'],
  ] as const)('%s gets the nearest one', async (_what, command, input, code, near) => {
    const bench = await workbench()
    await registered(bench, 'one')
    await expect(run(command as Command, bench, input)).rejects.toMatchObject({
      code,
      next: expect.stringContaining(near),
    })
  })

  test('a stage to promote to', async () => {
    const bench = await workbench()
    await registered(bench, 'one')
    const result = await run(promote, bench, { version: '1', stage: 'stagin' })
    expect(result.reasons[0]?.next).toContain('`staging`')
  })
})

test('an evidence draft that was changed by hand is refused', async () => {
  const bench = await workbench()
  await registered(bench, 'one')
  const folder = 'evidence/churn/1'
  const [name = ''] = await bench.ports.drafts.list(folder)
  const text = new TextDecoder().decode(await bench.ports.drafts.read(`${folder}/${name}`))
  await bench.ports.drafts.write(`${folder}/${name}`, new TextEncoder().encode(text.replace('0.8', '0.9')))
  await expect(run(promote, bench, { version: '1', stage: 'staging' })).rejects.toMatchObject({
    code: 'digest-mismatch',
  })
})
