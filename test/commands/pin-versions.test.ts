import { expect, test } from 'vitest'
import { pinVersions } from '../../src/commands/pin-versions.ts'
import { openRegistry } from '../../src/commands/registry-reader.ts'
import { promotion } from '../support/models.ts'
import { modelFiles, moveFiles } from '../support/registry-files.ts'
import { forAllTests } from '../support/temporary.ts'
import { REGISTRY_FILES, workbench } from '../support/workbench.ts'

/** The challenger is version 1 from the second of October on, and version 2 from the fourth. */
const bench = forAllTests(async () => {
  const made = await workbench({
    files: { ...REGISTRY_FILES, ...modelFiles('churn', { versions: [{}, {}] }) },
  })
  const records = [
    promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
    promotion(2, 'development', 'staging', { displaces: 1, aliases: { challenger: 2 } }),
  ]
  await made.commit('one', moveFiles('churn', records.slice(0, 1)), '2026-10-02T12:00:00Z')
  await made.commit('two', moveFiles('churn', records), '2026-10-04T12:00:00Z')
  return made
})

const FALLBACKS = { compare: { champion: 'champion', challenger: 'challenger' } }
const pinned = async (given: object, writtenAt: string, name: 'show' | 'rollback' | 'compare' = 'show') => {
  const fallbacks = name === 'compare' ? FALLBACKS[name] : {}
  const written = { name, given: { ...given }, fallbacks, writtenAt }
  return pinVersions(written, await openRegistry(bench().ports.repository))
}

test('a name is the version that it stands for, where that is what it stood for', async () => {
  expect(await pinned({ model: 'churn', version: 'challenger' }, '2026-10-05T00:00:00Z')).toEqual({
    model: 'churn',
    version: '2',
  })
  const both = { model: 'churn', champion: 'challenger', challenger: '1' }
  expect(await pinned(both, '2026-10-05T00:00:00Z')).toEqual({ ...both, champion: '2' })
})

test('a name that moved since it was written is told, and nothing is taken in its place', async () => {
  await expect(
    pinned({ model: 'churn', version: 'challenger' }, '2026-10-03T00:00:00Z'),
  ).rejects.toMatchObject({
    code: 'bad-input',
    message: '`challenger` was version 1 when this was written, and it is version 2 now',
  })
})

test('numbers and names as of a day mean what they say, whenever that was written', async () => {
  const given = { model: 'churn', version: '1', second: 'challenger@2026-10-03', reason: 'challenger' }
  expect(await pinned(given, '2026-10-01T00:00:00Z')).toEqual(given)
  expect(await pinned({ version: 'challenger' }, '2026-10-01T00:00:00Z')).toEqual({ version: 'challenger' })
})

test('what there is not is told as everywhere', async () => {
  await expect(
    pinned({ model: 'chrun', version: 'challenger' }, '2026-10-05T00:00:00Z'),
  ).rejects.toMatchObject({
    code: 'unknown-model',
  })
  await expect(
    pinned({ model: 'churn', version: 'chalenger' }, '2026-10-05T00:00:00Z'),
  ).rejects.toMatchObject({
    code: 'unknown-version',
  })
})

test('what was left out is what counted when it was written, or refused where that moved', async () => {
  const given = { model: 'churn', champion: '1' }
  expect(await pinned(given, '2026-10-05T00:00:00Z', 'compare')).toEqual({ ...given, challenger: '2' })
  await expect(pinned(given, '2026-10-03T00:00:00Z', 'compare')).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('no challenger is named'),
  })
  await expect(pinned(given, '2026-10-01T00:00:00Z', 'compare')).rejects.toMatchObject({
    message: expect.stringContaining('was no version'),
  })
  // That there is no champion is for the command to tell.
  expect(await pinned({ model: 'churn', challenger: '2' }, '2026-10-05T00:00:00Z', 'compare')).toEqual({
    model: 'churn',
    challenger: '2',
  })
})

test('a rollback leaves what served when it was written, and goes to what was before that', async () => {
  const given = { model: 'churn', stage: 'staging' }
  expect(await pinned(given, '2026-10-05T00:00:00Z', 'rollback')).toEqual({ ...given, version: '1' })
  for (const version of [undefined, '1'])
    await expect(
      pinned({ ...given, ...(version && { version }) }, '2026-10-03T00:00:00Z', 'rollback'),
    ).rejects.toMatchObject({
      code: 'bad-input',
      message: 'staging held version 1 when this was written, and it is version 2 now',
    })
})
