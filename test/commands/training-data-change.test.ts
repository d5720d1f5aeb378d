import { expect, test } from 'vitest'
import { readDataChange } from '../../src/commands/training-data-change.ts'
import type { VersionRecord } from '../../src/domain/registry/version.ts'
import { fixture } from '../support/fixture-models.ts'
import {
  CHURN_FILES,
  CHURN_YAML,
  MODEL,
  type RealBench,
  realBench,
  registerBytes,
} from '../support/real-bench.ts'
import { expectUnchanged } from '../support/unchanged.ts'

async function twoVersions(): Promise<RealBench> {
  const bench = await realBench({
    ...CHURN_FILES,
    [`${MODEL}/model.yaml`]: `${CHURN_YAML}train: {command: "true", data: data/train.csv}\n`,
    'data/train.csv': 'tenure,churn\n1,Yes\n2,No\n',
  })
  await registerBytes(bench, fixture('models/telco-churn/v3/model.onnx'))
  await bench.commit('New data', { 'data/train.csv': 'tenure,churn,plan\n1,Yes,a\n3,No,\n4,No,b\n' })
  await registerBytes(bench, fixture('models/telco-churn/v2/model.onnx'))
  return bench
}

const recordOf = async (bench: RealBench, version: number): Promise<VersionRecord> =>
  JSON.parse(await bench.git('show', `HEAD:${MODEL}/versions/${version}/version.json`))

test('data that the checkout has no more is read from the commit that was trained', async () => {
  const bench = await twoVersions()
  const [first, second] = [await recordOf(bench, 1), await recordOf(bench, 2)]
  const found = await expectUnchanged(bench.root, () => readDataChange(first, second, bench.ports))
  expect(found).toMatchObject({
    facts: {
      champion: { rows: 2, sha256: first.data[0]?.sha256 },
      challenger: { rows: 3, sha256: second.data[0]?.sha256 },
      added: 2,
      removed: 1,
      columns: [
        { column: 'tenure', change: 'same' },
        { column: 'churn', change: 'same' },
        { column: 'plan', change: 'added' },
      ],
    },
  })
})

test('data that is not there as it was, or not named, cannot be compared', async () => {
  const bench = await twoVersions()
  const [first, second] = [await recordOf(bench, 1), await recordOf(bench, 2)]
  const other = { ...first, data: first.data.map(data => ({ ...data, sha256: '0'.repeat(64) })) }
  expect(await readDataChange(other, second, bench.ports)).toEqual({
    why: expect.stringContaining('version 1'),
  })
  expect(await readDataChange(first, { ...second, data: [] }, bench.ports)).toEqual({
    why: expect.stringContaining('no training data'),
  })
})
