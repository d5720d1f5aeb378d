import { expect, test } from 'vitest'
import { enginesProject } from '../../scripts/generate/engines.ts'

const lock = {
  lockfileVersion: 3,
  packages: {
    '': {},
    'node_modules/engine': {
      version: '1.0.0',
      optional: true,
      dependencies: { part: '^1' },
      optionalDependencies: { 'part-mac': '1' },
    },
    'node_modules/part': {
      version: '1.1.0',
      devOptional: true,
      integrity: 'sha512-a',
      dependencies: { deep: '2' },
    },
    'node_modules/part/node_modules/deep': { version: '2.0.0', optional: true },
    'node_modules/deep': { version: '1.0.0' },
    'node_modules/part-mac': { version: '1.0.0', optional: true, os: ['darwin'] },
    'node_modules/other': { version: '1.0.0' },
  },
}

test('a part of a lockfile holds what its packages need, each from where they find it, and nothing else', () => {
  const { manifest, lockfile } = enginesProject(lock, ['engine'])
  expect(manifest).toMatchObject({ private: true, dependencies: { engine: '1.0.0' } })
  expect((lockfile as typeof lock).packages).toEqual({
    '': { name: 'modelyard-engines', dependencies: { engine: '1.0.0' } },
    'node_modules/engine': {
      version: '1.0.0',
      dependencies: { part: '^1' },
      optionalDependencies: { 'part-mac': '1' },
    },
    'node_modules/part': { version: '1.1.0', integrity: 'sha512-a', dependencies: { deep: '2' } },
    'node_modules/part/node_modules/deep': { version: '2.0.0' },
    // Of another system: npm may leave it out.
    'node_modules/part-mac': { version: '1.0.0', os: ['darwin'], optional: true },
  })
})

test('a package that the lockfile lacks is told', () => {
  const { 'node_modules/part': _part, ...packages } = lock.packages
  expect(() => enginesProject({ ...lock, packages }, ['engine'])).toThrow(
    'no part, which node_modules/engine needs',
  )
})
