import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkVector } from '../../scripts/golden/check-vector.ts'
import { isMiss } from '../../scripts/golden/finding.ts'
import { GENERATOR, generatedSample } from '../../scripts/golden/generated-sample.ts'
import { TOLERANCES } from '../../scripts/golden/vector-file.ts'
import { fixture } from '../support/fixture-models.ts'
import { projectRoot } from '../support/imports.ts'
import { temporaryFolder } from '../support/temporary.ts'

const CARRIED = 'test/fixtures/statistics/golden-statistics.json'

interface Vector {
  readonly kind: string
  readonly name: string
  readonly expected: Readonly<Record<string, unknown>>
}
interface VectorFile {
  readonly generator: string
  readonly vectors: readonly Vector[]
}
const carried: VectorFile = JSON.parse(fixture('statistics/golden-statistics.json').toString('utf8'))

function golden(...files: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/golden.ts', ...files], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  return { status, lines: stdout.trimEnd().split('\n') }
}

async function written(content: string): Promise<string> {
  const path = join(await temporaryFolder(), 'vectors.json')
  await writeFile(path, content)
  return path
}
const changed = (vectors: readonly unknown[], more: object = {}) =>
  written(JSON.stringify({ ...carried, vectors, ...more }))

/** Whether a vector passes. */
function passes(vector: unknown): boolean {
  const { result } = checkVector(vector, 0, TOLERANCES, GENERATOR)
  return !(result instanceof Error) && !result.compared.some(isMiss)
}

/** Each way to change one expected number, truth or reason by a little. */
function* damaged(expected: object): Generator<[path: string, expected: object]> {
  for (const [field, value] of Object.entries(expected)) {
    const put = (other: unknown) => ({ ...expected, [field]: other })
    if (typeof value === 'number') yield [field, put(value === 0 ? 1e-6 : value * (1 + 1e-6))]
    if (typeof value === 'boolean') yield [field, put(!value)]
    if (typeof value === 'object' && value !== null) {
      for (const [path, inner] of damaged(value)) yield [`${field}.${path}`, put(inner)]
    }
  }
}

describe('npm run golden', () => {
  test('passes the carried file, one line a vector, the count last', () => {
    const { status, lines } = golden(CARRIED)
    expect(lines.filter(line => line.startsWith('passed'))).toHaveLength(carried.vectors.length)
    expect(lines.at(-1)).toBe(`${carried.vectors.length} passed, 0 failed`)
    expect(status).toBe(0)
  })

  test('fails a damaged vector, an unknown kind, and what is no vector, and names them', async () => {
    const [first, second] = carried.vectors as [Vector, Vector]
    const { status, lines } = golden(
      await changed([
        { ...first, expected: { ...first.expected, wasserstein: 1.001 } },
        { ...second, kind: 'anderson_ksamp' },
        null,
        second,
      ]),
    )
    const failures = lines.filter(line => line.startsWith('FAILED'))
    expect(failures).toEqual([
      expect.stringMatching(/n1_m1_distinct .*wasserstein 1\.0e-3, tolerance 1e-12 relative/),
      expect.stringMatching(/anderson_ksamp small_4_3_no_ties .*`anderson_ksamp`/),
      expect.stringMatching(/vector 3 /),
    ])
    expect(lines.at(-1)).toBe('1 passed, 3 failed')
    expect(status).toBe(1)
  })

  test.each([
    ['a file that is not there', async () => join(await temporaryFolder(), 'missing.json')],
    ['no JSON', () => written('{')],
    ['another schema', () => changed(carried.vectors, { schema: 2 })],
    ['no vectors', () => changed([])],
    ['a tolerance that is no number', () => changed(carried.vectors, { tolerances: { chi2_rel: 'wide' } })],
  ])('counts %s as failed and goes on with the next file', async (_what, path) => {
    const file = await path()
    const { status, lines } = golden(file, await changed(carried.vectors.slice(0, 1)))
    expect(lines.find(line => line.startsWith('FAILED'))).toContain(file)
    expect(lines.at(-1)).toBe('1 passed, 1 failed')
    expect(status).toBe(1)
  })

  test('fails without a file', () => {
    expect(golden()).toMatchObject({ status: 1 })
  })
})

describe('a vector', () => {
  test.each(carried.vectors.map(vector => [`${vector.kind} ${vector.name}`, vector] as const))(
    'fails when any number that it expects is changed: %s',
    (_name, vector) => {
      expect(passes(vector)).toBe(true)
      const unnoticed = [...damaged(vector.expected)].filter(([, expected]) =>
        passes({ ...vector, expected }),
      )
      expect(unnoticed.map(([path]) => path)).toEqual([])
    },
  )

  const [listed] = carried.vectors as [Vector]
  test.each([
    [
      'expects a number that nothing here compares',
      { ...listed, expected: { ...listed.expected, p_new: 1 } },
    ],
    ['has a field that nothing here reads', { ...listed, weights: [1, 2] }],
    ['has a sample and a recipe for it', { ...listed, x_gen: { dist: 'uniform', seed: 1, n: 1 } }],
    ['has no sample', { ...listed, x: undefined }],
    [
      'has a recipe of an unknown kind',
      { ...listed, x: undefined, x_gen: { dist: 'normal', seed: 1, n: 1 } },
    ],
    [
      'has a recipe with an unknown word',
      { ...listed, x: undefined, x_gen: { dist: 'uniform', seed: 1, n: 1, a: 2 } },
    ],
    ['wants whole numbers below nothing', { ...listed, x: undefined, x_gen: { dist: 'int', seed: 1, n: 1 } }],
    [
      'is a table that is refused elsewhere but not here',
      {
        kind: 'chi2_contingency',
        name: 'whole',
        table: [
          [1, 2],
          [3, 4],
        ],
        expected: { error: 'ValueError' },
      },
    ],
    ['is refused elsewhere but not here', { ...listed, expected: { error: 'ValueError' } }],
  ])('fails when it %s', (_what, vector) => {
    expect(passes(vector)).toBe(false)
  })

  test('with a recipe fails when the file’s generator is another', () => {
    const generated = carried.vectors.find(({ name }) => name === 'h0_1000_1000')
    expect(checkVector(generated, 0, TOLERANCES, 'xorshift').result).toBeInstanceOf(Error)
    expect(carried.generator).toBe(GENERATOR)
  })

  test('that both refuse passes', () => {
    expect(passes({ ...listed, x: [], expected: { error: 'ValueError', message: 'empty' } })).toBe(true)
  })
})

test('the generator gives the numbers that Python gives from the same words', () => {
  const uniform = generatedSample({ dist: 'uniform', seed: 31, n: 3 })
  const sum = generatedSample({ dist: 'ih4', seed: 35, n: 2, scale: 2, shift: 1 })
  const whole = generatedSample({ dist: 'int', seed: 7, n: 6, k: 5 })
  expect([[...uniform], [...sum], [...whole]]).toEqual(BY_PYTHON)
})

/** Python 3.11, whole numbers masked to 32 bits. */
const BY_PYTHON = [
  [0.6722561160568148, 0.8359460374340415, 0.7496604530606419],
  [1.2327238293364644, 0.6096106842160225],
  [0, 0, 4, 3, 2, 2],
]
