import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainServer, pushAddress } from '../../../src/domain/monitoring/push-address.ts'

const JOB = { job: 'modelyard' }

test('a group is named by its job and its labels, in their order', () => {
  expect(pushAddress('http://gate:9091', { ...JOB, model: 'churn', monitor: 'drift' })).toBe(
    'http://gate:9091/metrics/job/modelyard/model/churn/monitor/drift',
  )
})

test("a value with a slash and an empty one are written as the Pushgateway's own documentation writes them", () => {
  // Its example: /var/tmp as L3Zhci90bXA, and = for nothing.
  expect(pushAddress('http://gate', { job: 'directory_cleaner', path: '/var/tmp' })).toBe(
    'http://gate/metrics/job/directory_cleaner/path@base64/L3Zhci90bXA',
  )
  expect(pushAddress('http://gate', { ...JOB, first: '', model: 'a' })).toBe(
    'http://gate/metrics/job/modelyard/first@base64/=/model/a',
  )
})

test('no value ends its part of the path, and each is read back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom('.', '..'), fc.string({ unit: 'grapheme' })), value => {
      const [, name, written = ''] =
        /^http:\/\/gate\/metrics\/job\/modelyard\/(model(?:@base64)?)\/([^/?#]+)$/.exec(
          // As fetch reads it, which goes up where a part is two dots.
          new URL(pushAddress('http://gate', { ...JOB, model: value })).href,
        ) ?? []
      const read =
        name === 'model' ? decodeURIComponent(written) : Buffer.from(written, 'base64url').toString('utf8')
      expect(read).toBe(value)
    }),
  )
})

test.each([
  ['http://gate:9091/', 'http://gate:9091'],
  ['https://gate.example/push//', 'https://gate.example/push'],
  ['http://me:secret@gate', undefined],
  ['http://gate/?token=secret', undefined],
  ['http://gate/#x', undefined],
  ['file:///etc/passwd', undefined],
  ['gate:9091', undefined],
])('%s as a server is %s', (address, server) => {
  expect(plainServer(address)).toBe(server)
})
