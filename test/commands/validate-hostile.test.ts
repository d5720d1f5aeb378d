import { expect, test } from 'vitest'
import { CONFIG, FILES, FOLDER, judge, problem } from '../support/validated.ts'
import { workbench } from '../support/workbench.ts'

// What a writer may try; more of it is in validate-governed, validate-move and carried-evidence.

test('a configuration that is broken on the base lets nothing pass', async () => {
  for (const broken of ['registry: {\n', 'registry: registry-data\nlifecyle: {}\n', 'a\n']) {
    const bench = await workbench({ files: { ...FILES, [CONFIG]: broken } })
    await bench.git('checkout', '-qb', 'side')
    await bench.commit('mended, with all rules gone', { [CONFIG]: 'registry: registry-data\n' })
    const found = await judge(bench, { base: 'main' }).catch(error => error)
    expect(found.outcome ?? 'failed', broken).toBe('failed')
    expect(JSON.stringify(found.problems ?? [found.place])).toContain(CONFIG)
  }
})

test("a model's folder that is renamed is refused: what was merged stays where it is", async () => {
  const bench = await workbench({ files: FILES })
  await bench.git('checkout', '-qb', 'side')
  await bench.git('mv', FOLDER, FOLDER.replace('churn', 'attrition'))
  await bench.commit('renamed')
  const { outcome, problems } = await judge(bench, { base: 'main' })
  expect(outcome).toBe('failed')
  expect(problems).toContainEqual(problem('bad-file', `${FOLDER}/model.yaml`, 'was removed', ''))
})
