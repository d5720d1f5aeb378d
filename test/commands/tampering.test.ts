import { describe, expect, test } from 'vitest'
import { validate } from '../../src/commands/validate.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import { folderOf, modelFiles, moveFiles, versionFiles } from '../support/registry-files.ts'
import { RECORDS, tellHistory } from '../support/told-history.ts'
import { REGISTRY_FILES, type Workbench, workbench } from '../support/workbench.ts'

const FOLDER = folderOf('churn')
const POINTERS = `${FOLDER}/stages.json`
const recordPath = (number: number) => `${FOLDER}/promotions/${number}.json`

interface Tampering {
  readonly what: string
  readonly change: (bench: Workbench) => Promise<void>
  /** The file that is named with the commit. */
  readonly path: string
}

async function edit(bench: Workbench, path: string, from: string, to: string): Promise<void> {
  const text = await bench.at('HEAD', path)
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  await bench.write({ [path]: text.replace(from, to) })
}

const HAND: Tampering = {
  what: 'pointers edited by hand',
  path: POINTERS,
  change: bench => edit(bench, POINTERS, '"champion": 1', '"champion": 2'),
}
const REASON: Tampering = {
  what: 'the reason of a record changed',
  path: recordPath(4),
  change: bench => edit(bench, recordPath(4), 'better recall', 'no reason'),
}
const VERSION: Tampering = {
  what: 'a version changed',
  path: `${FOLDER}/versions/1/version.json`,
  change: bench => bench.write(versionFiles('churn', 1, { metrics: { 'roc-auc': 0.99 } })),
}
/** What `history` sees, which follows the pointers. */
/** `history` follows the pointers alone. */
const OF_POINTERS: readonly Tampering[] = [
  HAND,
  {
    what: 'pointers set back to what they were',
    path: POINTERS,
    change: bench => bench.write({ [POINTERS]: moveFiles('churn', RECORDS.slice(0, 3))[POINTERS] as string }),
  },
  {
    what: 'pointers removed',
    path: POINTERS,
    change: async bench => {
      await bench.git('rm', '-q', POINTERS)
    },
  },
  {
    what: 'the last record deleted with its move',
    path: recordPath(5),
    change: async bench => {
      await bench.git('rm', '-q', recordPath(5))
      await bench.write({ [POINTERS]: moveFiles('churn', RECORDS.slice(0, 4))[POINTERS] as string })
    },
  },
]
const OF_FILES: readonly Tampering[] = [
  REASON,
  {
    what: 'the version of a record changed',
    path: recordPath(4),
    change: bench => edit(bench, recordPath(4), '"version": 2', '"version": 3'),
  },
  {
    what: 'a record in the middle deleted',
    path: recordPath(3),
    change: async bench => {
      await bench.git('rm', '-q', recordPath(3))
    },
  },
  VERSION,
  {
    what: 'the artifact of a version changed',
    path: `${FOLDER}/versions/1/model.onnx`,
    change: bench => bench.write({ [`${FOLDER}/versions/1/model.onnx`]: 'ONNX evil' }),
  },
  {
    what: 'a version deleted',
    path: `${FOLDER}/versions/3/version.json`,
    change: async bench => {
      await bench.git('rm', '-qr', `${FOLDER}/versions/3`)
    },
  },
]

const PLACES = ['an ordinary commit', 'a merge commit', 'the merge itself'] as const

/** Five moves, then the change; the commit of the first-parent history that brought it. */
async function tampered(change: Tampering['change'], how: (typeof PLACES)[number]) {
  const bench = await workbench({
    files: {
      ...REGISTRY_FILES,
      ...modelFiles('churn', { versions: [{}, {}, {}], records: RECORDS.slice(0, 4) }),
    },
  })
  await bench.commit('the fifth', moveFiles('churn', RECORDS.slice(0, 5)))
  if (how === 'an ordinary commit') {
    await change(bench)
  } else {
    await bench.git('checkout', '-qb', 'side')
    if (how === 'a merge commit') await change(bench)
    await bench.commit('on the side', { 'train.py': 'side' })
    await bench.git('checkout', '-q', 'main')
    await bench.git('merge', '-q', '--no-ff', '--no-commit', 'side')
    // A merge can hold what neither of its parents had.
    if (how === 'the merge itself') await change(bench)
  }
  await bench.git('config', 'user.name', 'Mallory')
  return { bench, commit: await bench.commit('nothing to see') }
}

async function expectFound({ change, path }: Tampering, how: (typeof PLACES)[number], byHistory: boolean) {
  const { bench, commit } = await tampered(change, how)
  const { problems, outcome } = (await validate.execute({}, bench.ports, {})) as ValidationResult
  expect(outcome).toBe('failed')
  expect(problems).toContainEqual(
    expect.objectContaining({
      place: expect.objectContaining({ path }),
      message: expect.stringMatching(new RegExp(`${commit.slice(0, 12)} (?:by|of) Mallory`)),
      next: expect.stringContaining(`git show ${commit.slice(0, 12)}`),
    }),
  )
  if (byHistory)
    expect(await tellHistory(bench)).toMatchObject({
      outcome: 'failed',
      problems: expect.arrayContaining([
        expect.stringMatching(new RegExp(`${commit.slice(0, 12)} (?:by|of) Mallory`)),
      ]),
    })
}

describe('tampering is found with the commit that did it', () => {
  test.each(OF_POINTERS)('$what, by history and validate', tampering =>
    expectFound(tampering, 'an ordinary commit', true),
  )

  test.each(OF_FILES)('$what, by validate', tampering => expectFound(tampering, 'an ordinary commit', false))

  describe.each(PLACES.slice(1))('in %s', how => {
    test(HAND.what, () => expectFound(HAND, how, true))
    test.each([REASON, VERSION])('$what', tampering => expectFound(tampering, how, false))
  })
})
