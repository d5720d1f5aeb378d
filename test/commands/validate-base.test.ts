import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GIT_ENGINES, openGit } from '../../src/adapters/git/index.ts'
import { aliasRecord, archiveRecord, SERVING } from '../support/models.ts'
import { evidenceFile, moveFiles, versionFiles } from '../support/registry-files.ts'
import { forAllTests, repositoryAt, temporaryFolder } from '../support/temporary.ts'
import {
  CONFIG,
  EVIDENCE,
  edited,
  FILES,
  FOLDER,
  judge,
  judgeBranch,
  POINTERS,
  pointers,
  problem,
} from '../support/validated.ts'
import { MODEL_YAML, workbench } from '../support/workbench.ts'

describe.each(GIT_ENGINES)('what a branch may do, by %s', engine => {
  const shared = forAllTests(() => workbench({ engine, files: FILES }))

  test.each([
    ['code', { 'train.py': 'better' }, { models: 0, versions: 0, records: 0, files: 0 }],
    ['notes', { [`${FOLDER}/versions/2/notes.yaml`]: 'tags: {team: growth}\n' }, { models: 1, files: 1 }],
    [
      'a description',
      edited(`${FOLDER}/model.yaml`, 'task:', 'description: who leaves\ntask:'),
      { models: 1 },
    ],
    ['a new version', versionFiles('churn', 4), { models: 1, versions: 1, records: 0, files: 2 }],
    ['two new versions', { ...versionFiles('churn', 4), ...versionFiles('churn', 5) }, { versions: 2 }],
    ['evidence', evidenceFile('churn', 2, 0.9), { models: 1, files: 1 }],
    ['a free alias', moveFiles('churn', [...SERVING, aliasRecord({ shadow: 3 })]), { records: 1 }],
    ['an archiving', moveFiles('churn', [...SERVING, archiveRecord(3, 'development')]), { records: 1 }],
  ])('%s', async (_what, files, checked) => {
    const found = await judgeBranch(shared(), files)
    expect(found).toMatchObject({
      outcome: 'passed',
      problems: [],
      governed: [],
      checked,
      judged: 'HEAD against main',
      base: await shared().git('rev-parse', 'main'),
      head: await shared().git('rev-parse', 'side'),
    })
  })
})

describe('what is merged stays', () => {
  const shared = forAllTests(() => workbench({ files: FILES }))

  test.each([
    [
      'a record changed',
      edited(`${FOLDER}/promotions/2.json`, '"outcome": "passed"', '"outcome": "failed"'),
      `${FOLDER}/promotions/2.json`,
      'a record that was merged was changed',
    ],
    [
      'a record deleted',
      { [`${FOLDER}/promotions/3.json`]: null },
      `${FOLDER}/promotions/3.json`,
      'was deleted',
    ],
    [
      'a version changed',
      edited(`${FOLDER}/versions/1/version.json`, '"created-by": "Ada"', '"created-by": "Eve"'),
      `${FOLDER}/versions/1/version.json`,
      'a version that was merged was changed',
    ],
    [
      'a version deleted',
      { [`${FOLDER}/versions/3`]: null },
      `${FOLDER}/versions/3/version.json`,
      'was deleted',
    ],
    [
      'an artifact changed',
      { [`${FOLDER}/versions/1/model.onnx`]: 'ONNX evil' },
      `${FOLDER}/versions/1/model.onnx`,
      'the artifact of a version that was merged was changed',
    ],
    [
      'an artifact deleted without a record',
      { [`${FOLDER}/versions/3/model.onnx`]: null },
      `${FOLDER}/versions/3/model.onnx`,
      'was deleted',
    ],
    ['evidence changed', edited(EVIDENCE, '0.8', '0.9'), EVIDENCE, 'evidence that was merged was changed'],
    ['evidence deleted', { [EVIDENCE]: null }, EVIDENCE, 'was deleted'],
    ['the pointers deleted', { [POINTERS]: null }, POINTERS, 'was removed'],
    ['the definition deleted', { [`${FOLDER}/model.yaml`]: null }, `${FOLDER}/model.yaml`, 'was removed'],
    [
      'the highest number deleted',
      { [`${FOLDER}/versions/last.json`]: null },
      `${FOLDER}/versions/last.json`,
      'was removed',
    ],
  ] as const)('%s', async (_what, files, path, message) => {
    const { outcome, problems } = await judgeBranch(shared(), files)
    expect(outcome).toBe('failed')
    expect(problems).toContainEqual(problem('bad-file', path, message, 'restore'))
  })

  test('an artifact is deleted by an archiving that purges it, and by nothing else', async () => {
    const purge = moveFiles('churn', [...SERVING, archiveRecord(3, 'development', { purged: true })])
    const bytes = (version: number) => ({ [`${FOLDER}/versions/${version}/model.onnx`]: null })
    expect((await judgeBranch(shared(), { ...purge, ...bytes(3) })).problems).toEqual([])
    expect((await judgeBranch(shared(), { ...purge, ...bytes(3), ...bytes(2) })).problems).toContainEqual(
      problem('bad-file', `${FOLDER}/versions/2/model.onnx`, 'was deleted', '--purge'),
    )
  })
})

describe('numbers grow', () => {
  const five = { [`${FOLDER}/versions/last.json`]: '{\n  "schema": 1,\n  "last": 5\n}\n' }
  const shared = forAllTests(() => workbench({ files: { ...FILES, ...five } }))
  const version = (number: number) => `${FOLDER}/versions/${number}/version.json`

  test.each([
    [
      'a number that was given before',
      { ...versionFiles('churn', 4), ...five },
      version(4),
      'was given before; the highest is 5',
      'register it again',
    ],
    ['a number behind a gap', versionFiles('churn', 8), version(8), 'the next is 6', 'register it again'],
    [
      'a highest number that was not counted on',
      { ...versionFiles('churn', 6), ...five },
      `${FOLDER}/versions/last.json`,
      'the highest version is 6',
      'modelyard register',
    ],
    [
      'a highest number that goes back',
      edited(`${FOLDER}/versions/last.json`, '3', '4'),
      `${FOLDER}/versions/last.json`,
      'the highest version is 5',
      'modelyard register',
    ],
    [
      'a file more in a merged version',
      { [`${FOLDER}/versions/3/model.bin`]: 'x' },
      `${FOLDER}/versions/3/model.bin`,
      'adds to version 3',
      'register it',
    ],
    [
      'two moves at once',
      moveFiles('churn', [...SERVING, aliasRecord({ a: 3 }), aliasRecord({ b: 3 })]),
      `${FOLDER}/promotions/5.json`,
      'one move',
      'one pull request for each',
    ],
    [
      'a record behind a gap',
      {
        [`${FOLDER}/promotions/5.json`]: moveFiles('churn', [aliasRecord({ a: 3 })])[
          `${FOLDER}/promotions/1.json`
        ] as string,
      },
      `${FOLDER}/promotions/5.json`,
      'the next record is number 4',
      'plan the move again',
    ],
    [
      'pointers without a record',
      pointers({ staging: [2], production: [1] }, { challenger: 2, champion: 1, shadow: 3 }),
      POINTERS,
      'without a record',
      'modelyard promote',
    ],
  ] as const)('%s', async (_what, files, path, message, next) => {
    expect((await judgeBranch(shared(), files)).problems).toContainEqual(
      problem('bad-file', path, message, next),
    )
  })

  test('the next number is the one after the highest that was ever given', async () => {
    expect((await judgeBranch(shared(), versionFiles('churn', 6))).problems).toEqual([])
  })
})

describe('what a new version and new evidence hold', () => {
  const shared = forAllTests(() => workbench({ files: FILES }))

  test.each([
    [
      'bytes that are not those of its record',
      { ...versionFiles('churn', 4), [`${FOLDER}/versions/4/model.onnx`]: 'ONNX evil' },
      'digest-mismatch',
      `${FOLDER}/versions/4/model.onnx`,
    ],
    [
      'no bytes at all',
      { ...versionFiles('churn', 4), [`${FOLDER}/versions/4/model.onnx`]: null },
      'bad-artifact',
      `${FOLDER}/versions/4/model.onnx`,
    ],
    [
      'a record of another number',
      {
        ...versionFiles('churn', 4),
        [`${FOLDER}/versions/4/version.json`]: FILES[`${FOLDER}/versions/3/version.json`] as string,
      },
      'bad-file',
      `${FOLDER}/versions/4/version.json`,
    ],
    [
      'evidence whose name is not its digest',
      Object.fromEntries(
        Object.entries(evidenceFile('churn', 2, 0.6)).map(([path, text]) => [
          path,
          text.replace('0.6', '0.9'),
        ]),
      ),
      'digest-mismatch',
      Object.keys(evidenceFile('churn', 2, 0.6))[0] as string,
    ],
    [
      'evidence about another version’s artifact',
      Object.fromEntries(
        Object.entries(evidenceFile('churn', 1, 0.6)).map(([path, text]) => [
          path.replace('/1/', '/2/'),
          text,
        ]),
      ),
      'digest-mismatch',
      `${FOLDER}/versions/2/evidence/`,
    ],
  ] as const)('%s', async (_what, files, code, path) => {
    const present = Object.fromEntries(Object.entries(files).filter(([, text]) => text !== null))
    const { outcome, problems } = await judgeBranch(shared(), present)
    expect(problems).toContainEqual(problem(code, expect.stringContaining(path) as never, '', 're'))
    expect(outcome).toBe('failed')
  })
})

describe('files that cannot be read are told by their places, all of them', () => {
  const shared = forAllTests(() => workbench({ files: FILES }))

  test('with the next step', async () => {
    const { problems } = await judgeBranch(shared(), {
      ...edited(`${FOLDER}/model.yaml`, 'target: churn', 'target: churn\nownrs: []'),
      [`${FOLDER}/versions/2/notes.yaml`]: 'tag: {}\n',
      [`${FOLDER}/promotions/4.json`]: '{\n  "schema": 1,\n  oops\n}\n',
      [`${FOLDER}/todo.txt`]: 'x',
      'registry-data/models/Bad_Name/model.yaml': MODEL_YAML,
    })
    expect(problems).toEqual(
      expect.arrayContaining([
        problem('bad-file', `${FOLDER}/model.yaml`, '`ownrs`', '`owners`', { line: 4, column: 1 }),
        problem('bad-file', `${FOLDER}/versions/2/notes.yaml`, '`tag`', '`tags`', { line: 1, column: 1 }),
        problem('bad-json', `${FOLDER}/promotions/4.json`, 'not JSON', 'restore', { line: 3 }),
        problem('bad-file', 'registry-data/models/Bad_Name/model.yaml', '`Bad_Name`', 'lower-case'),
        expect.objectContaining({ severity: 'warning', place: { path: `${FOLDER}/todo.txt` } }),
      ]),
    )
  })

  test('a link and another repository, whatever they lead to', async () => {
    const bench = await workbench({ files: FILES })
    await bench.git('checkout', '-q', '-B', 'side')
    const id = await bench.git('rev-parse', 'HEAD:train.py')
    const link = `${FOLDER}/versions/2/notes.yaml`
    const module = `${FOLDER}/versions/9`
    await bench.git('update-index', '--add', '--cacheinfo', `120000,${id},${link}`)
    await bench.git(
      'update-index',
      '--add',
      '--cacheinfo',
      `160000,${await bench.git('rev-parse', 'HEAD')},${module}`,
    )
    await bench.git('commit', '-qm', 'links')
    const { problems } = await judge(bench, { base: 'main' })
    for (const path of [link, module])
      expect(problems).toContainEqual(problem('path-escape', path, 'files alone', 'put the file itself'))
  })
})

describe('base and head', () => {
  test('a base that is not there is told, and so is a head', async () => {
    const bench = await workbench({ files: FILES })
    for (const input of [{ base: 'origin/main' }, { base: 'main', at: 'nothing' }])
      await expect(judge(bench, input)).rejects.toMatchObject({
        code: 'unknown-name',
        next: expect.stringContaining('fetched'),
      })
  })

  test('one and the same have nothing between them', async () => {
    const bench = await workbench({ files: FILES })
    expect(await judge(bench, { base: 'main' })).toMatchObject({
      outcome: 'passed',
      problems: [],
      checked: { files: 0 },
    })
  })

  test('what the base did meanwhile is not the branch’s doing', async () => {
    const bench = await workbench({ files: FILES })
    await bench.git('checkout', '-qb', 'side')
    await bench.commit('on the side', versionFiles('churn', 4))
    await bench.git('checkout', '-q', 'main')
    const parted = await bench.git('rev-parse', 'HEAD')
    await bench.commit('meanwhile', moveFiles('churn', [...SERVING, aliasRecord({ shadow: 3 })]))
    const found = await judge(bench, { base: 'main', at: 'side' })
    expect(found).toMatchObject({
      outcome: 'passed',
      problems: [],
      base: parted,
      judged: 'side against main',
    })
  })

  test('what is not committed is not judged', async () => {
    const bench = await workbench({ files: FILES })
    await bench.write({ [POINTERS]: '{}' })
    expect(await judge(bench, { base: 'main' })).toMatchObject({ problems: [] })
  })

  test.each(GIT_ENGINES)('a shallow clone says what to fetch, by %s', async engine => {
    const bench = await workbench({ files: FILES })
    await bench.git('checkout', '-qb', 'side')
    await bench.commit('one', { 'train.py': '1' })
    await bench.commit('two', { 'train.py': '2' })
    await bench.git('checkout', '-q', 'main')
    await bench.commit('three', { 'README.md': '3' })
    const clone = repositoryAt(join(await temporaryFolder(), 'clone'))
    await bench.git('clone', '-q', '--depth=1', '--no-single-branch', `file://${bench.root}`, clone.root)
    const ports = { ...bench.ports, ...(await openGit(clone.root, engine)) }
    await expect(judge({ ports }, { base: 'origin/side' })).rejects.toMatchObject({
      code: 'shallow-clone',
      next: expect.stringContaining('fetch-depth: 0'),
    })
  })

  test('a base without a registry: what comes with it is imported', async () => {
    const bench = await workbench({ files: { 'README.md': 'before' } })
    await bench.git('checkout', '-qb', 'side')
    await bench.commit('the registry', FILES)
    const found = await judge(bench, { base: 'main' })
    expect(found).toMatchObject({ outcome: 'passed', problems: [], governed: [] })
    expect(found.remarks).toEqual([expect.stringContaining('imported')])
  })

  test('a head without a registry, or with one whose configuration is broken, is told with its place', async () => {
    const bench = await workbench({ files: FILES })
    await bench.git('checkout', '-qb', 'side')
    await bench.commit('broken', { [CONFIG]: 'registry: registry-data\nlifecyle: {}\nother: 1\n' })
    const { outcome, problems, remarks } = await judge(bench, { base: 'main' })
    expect(outcome).toBe('failed')
    expect(problems).toMatchObject([
      { place: { path: CONFIG, line: 2, column: 1 }, next: expect.stringContaining('lifecycle') },
      { place: { path: CONFIG, line: 3, column: 1 } },
    ])
    expect(remarks).toEqual([expect.stringContaining('nothing else was judged')])
    await bench.git('rm', '-q', CONFIG)
    await bench.commit('gone')
    await expect(judge(bench, { base: 'main' })).rejects.toMatchObject({ code: 'no-registry' })
  })

  test('the registry moves to another folder byte for byte, or not at all', async () => {
    const bench = await workbench({ files: FILES })
    await bench.git('checkout', '-qb', 'side')
    await bench.git('mv', 'registry-data', 'models-of-ours')
    await bench.commit('moved', { [CONFIG]: 'registry: models-of-ours\n' })
    const moved = (problems: readonly { message: string }[]) =>
      problems.filter(({ message }) => message.includes('the registry moves'))
    expect(moved((await judge(bench, { base: 'main' })).problems)).toEqual([])
    await bench.commit('and changed', {
      [`${FOLDER.replace('registry-data', 'models-of-ours')}/versions/2/notes.yaml`]: '{}\n',
    })
    expect((await judge(bench, { base: 'main' })).problems).toContainEqual(
      problem('bad-file', CONFIG, 'the registry moves', 'another pull request'),
    )
  })
})
