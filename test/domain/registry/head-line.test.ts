import { expect, test } from 'vitest'
import { columnsOfHead } from '../../../src/domain/registry/head-line.ts'

test.for([
  ['a,b,c\n1,2,3\n', ['a', 'b', 'c']],
  ['a;"b;c";d\r\n', ['a', 'b;c', 'd']],
  ['a\tb, too\tc', ['a', 'b, too', 'c']],
  ['\ufeffa, b\n', ['a', 'b']],
  ['"say ""yes""",b', ['say yes', 'b']],
] as const)('the first line %j names its columns', ([text, names]) => {
  expect(columnsOfHead(text)).toEqual(names)
})

test.for([
  '',
  '\n1,2',
  'a',
  'a,a',
  'a,,b',
  'version https://git-lfs.github.com/spec/v1\noid',
  `${'a,b'.repeat(10_000)}\n`,
])('no head is %j', text => {
  expect(columnsOfHead(text)).toEqual([])
})
