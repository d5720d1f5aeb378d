import { expect, test } from 'vitest'
import { outerHome } from '../../../src/domain/registry/artifact-home.ts'

test.each([
  ['release:v4/model.onnx', { is: 'release', tag: 'v4', name: 'model.onnx' }],
  ['release:models/churn/4/model.onnx', { is: 'release', tag: 'models/churn/4', name: 'model.onnx' }],
  ['https://models.example.org/a.onnx?x=1', { is: 'web', url: 'https://models.example.org/a.onnx?x=1' }],
])('%s leads where it says', (uri, home) => {
  expect(outerHome(uri)).toEqual(home)
})

test.each([
  'release:model.onnx',
  'release:v4/',
  'release:v4/.hidden',
  'release:v4/a(1).onnx',
  'https://u:p@h/x',
])('%s leads nowhere', uri => {
  expect(() => outerHome(uri)).toThrow(expect.objectContaining({ code: 'bad-artifact' }))
})

test('the password of an address is told to nobody', () => {
  expect(() => outerHome('https://u:secret@h/x')).toThrow(expect.not.stringContaining('secret'))
})

test.each([
  ['s3://b/m.onnx', 'aws s3 cp s3://b/m.onnx FILE'],
  ['gs://b/m.onnx', 'gcloud storage cp gs://b/m.onnx FILE'],
  ['az://c/m.onnx', 'azcopy copy https://ACCOUNT.blob.core.windows.net/c/m.onnx FILE'],
  ['hf://acme/churn/m.onnx', 'hf download acme/churn'],
])('%s is got by hand', (uri, command) => {
  expect(outerHome(uri)).toEqual({ is: 'by-hand', command })
})
