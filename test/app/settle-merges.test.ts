import { expect, test } from 'vitest'
import { withoutRegistry } from '../../app/settle-merges.ts'
import { ERROR_CODES, type ErrorCode, ModelyardError } from '../../src/domain/errors/index.ts'

const errorOf = (code: ErrorCode) => new ModelyardError({ code, message: 'no', next: 'mend it' })

test.for(['no-registry', 'bad-yaml', 'bad-file', 'newer-schema', 'too-large', 'path-escape'] as const)(
  'a repository whose configuration is %s has no registry',
  code => {
    expect(withoutRegistry(errorOf(code))).toBeUndefined()
  },
)

test('what may pass by itself, or is ours to mend, is thrown on', () => {
  const codes = (Object.keys(ERROR_CODES) as ErrorCode[]).filter(code => ERROR_CODES[code] !== 'fix')
  for (const code of [...codes, 'missing-permission' as const])
    expect(() => withoutRegistry(errorOf(code))).toThrow()
  expect(() => withoutRegistry(new TypeError('no'))).toThrow(TypeError)
})
