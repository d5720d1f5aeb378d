import { expect, test } from 'vitest'
import {
  attributeFolders,
  isSentToLfs,
  parseLfsPointer,
  renderLfsPointer,
} from '../../../src/domain/registry/lfs.ts'

const SHA = 'ab'.repeat(32)
const PATH = 'registry-data/models/churn/versions/4/model.onnx'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const sent = (text: string, path = PATH) => isSentToLfs([{ folder: '', text }], path)

test('a pointer is read as it was written, and with extensions', () => {
  expect(parseLfsPointer(renderLfsPointer({ sha256: SHA, bytes: 7 }))).toEqual({ sha256: SHA, bytes: 7 })
  const extended = `version https://git-lfs.github.com/spec/v1\next-0-foo sha256:${SHA}\noid sha256:${SHA}\nsize 7\n`
  expect(parseLfsPointer(bytesOf(extended))).toEqual({ sha256: SHA, bytes: 7 })
})

test.each([
  ['another version', `version https://example.org/v1\noid sha256:${SHA}\nsize 7\n`],
  ['no size', `version https://git-lfs.github.com/spec/v1\noid sha256:${SHA}\n`],
  ['more behind it', `version https://git-lfs.github.com/spec/v1\noid sha256:${SHA}\nsize 7\nrest\n`],
  ['a short digest', 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 7\n'],
  [
    'what is too long',
    `${new TextDecoder().decode(renderLfsPointer({ sha256: SHA, bytes: 7 }))}${' '.repeat(1024)}`,
  ],
])('%s is no pointer', (_, text) => {
  expect(parseLfsPointer(bytesOf(text))).toBeUndefined()
})

test.each([
  ['*.onnx filter=lfs diff=lfs merge=lfs -text', true],
  ['registry-data/**/model.onnx filter=lfs', true],
  ['/registry-data/models/*/versions/*/model.* filter=lfs', true],
  ['"*.onnx" filter=lfs', true],
  ['model.onnx/* filter=lfs', false],
  ['models/*.onnx filter=lfs', false],
  ['*.pkl filter=lfs', false],
  ['*.onnx filter=lfs\n*.onnx -filter', false],
  ['*.onnx filter=lfs\n*.onnx !filter', false],
  ['*.onnx filter=lfs\n*.onnx text', true],
  ['# *.onnx filter=lfs', false],
  ['*.onnx filter=lfs\r\n', true],
  ['registry-data/ filter=lfs', false],
])('by the attributes `%s` a model goes to Git LFS: %s', (text, expected) => {
  expect(sent(text)).toBe(expected)
})

test('a file of attributes further down has the last word, on paths from its folder', () => {
  const files = [
    { folder: '', text: '*.onnx filter=lfs' },
    { folder: 'registry-data/models', text: 'churn/** -filter' },
  ]
  expect(isSentToLfs(files, PATH)).toBe(false)
  expect(attributeFolders('a/b/c.onnx')).toEqual(['', 'a', 'a/b'])
})
