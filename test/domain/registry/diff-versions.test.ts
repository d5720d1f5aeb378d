import { describe, expect, test } from 'vitest'
import { diffVersions } from '../../../src/domain/registry/diff-versions.ts'
import type { VersionRecord } from '../../../src/domain/registry/version.ts'
import { commitId, digest, versionRecord } from '../../support/models.ts'

const ARTIFACT = versionRecord(1).artifact
const record = (facts: Partial<VersionRecord> = {}) => versionRecord(1, { artifact: ARTIFACT, ...facts })
const changes = (first: Partial<VersionRecord>, second: Partial<VersionRecord>) =>
  diffVersions(record(first), record(second)).changes
const train = (letter: string, rows?: number) => ({
  role: 'train',
  uri: `${letter}.csv`,
  sha256: digest(letter),
  ...(rows === undefined ? {} : { rows }),
})

describe('two versions', () => {
  test('that are alike differ in nothing', () => {
    expect(diffVersions(record(), record())).toEqual({
      changes: [],
      same: ['metrics', 'params', 'data', 'signature', 'artifact', 'code'],
    })
  })

  test('differ in metrics by a number', () => {
    expect(changes({ metrics: { auc: 0.5, f1: 1 } }, { metrics: { auc: 0.75, f1: 1 } })).toEqual([
      { part: 'metrics', name: 'auc', first: '0.5', second: '0.75', difference: 0.25 },
    ])
  })

  test('differ in what only one of them has', () => {
    expect(
      changes(
        { metrics: { auc: 0.5 }, params: {} },
        { metrics: {}, params: { depth: 3, names: ['a', 'b'] } },
      ),
    ).toEqual([
      { part: 'metrics', name: 'auc', first: '0.5' },
      { part: 'params', name: 'depth', second: '3' },
      { part: 'params', name: 'names', second: '["a","b"]' },
    ])
  })

  test('differ in params of other kinds than numbers without a difference', () => {
    expect(
      changes(
        { params: { depth: 3, solver: 'lbfgs', warm: false } },
        { params: { depth: 'auto', solver: 'saga', warm: false } },
      ),
    ).toEqual([
      { part: 'params', name: 'depth', first: '3', second: 'auto' },
      { part: 'params', name: 'solver', first: 'lbfgs', second: 'saga' },
    ])
  })

  test('differ in data: another file, other rows, a role that came', () => {
    expect(
      changes({ data: [train('a', 10)] }, { data: [train('b', 12), { ...train('c'), role: 'validation' }] }),
    ).toEqual([
      { part: 'data', name: 'train', first: 'a.csv', second: 'b.csv' },
      { part: 'data', name: 'train rows', first: '10', second: '12', difference: 2 },
      {
        part: 'data',
        name: 'train sha256',
        first: digest('a').slice(0, 12),
        second: digest('b').slice(0, 12),
      },
      { part: 'data', name: 'validation', second: 'c.csv' },
      { part: 'data', name: 'validation sha256', second: digest('c').slice(0, 12) },
    ])
  })

  test('differ in the first of two files of one role', () => {
    expect(changes({ data: [train('a'), train('b')] }, { data: [train('c'), train('b')] })).toMatchObject([
      { name: 'train', first: 'a.csv', second: 'c.csv' },
      { name: 'train sha256' },
    ])
  })

  test('differ in the signature: datatype, shape, columns, an input that went', () => {
    const tensor = (name: string, datatype: 'FP32' | 'INT64', shape: number[], columns?: string[]) => ({
      name,
      datatype,
      shape,
      ...(columns === undefined ? {} : { columns }),
    })
    const first = {
      inputs: [tensor('x', 'FP32', [-1, 2], ['a', 'b']), tensor('y', 'FP32', [-1, 1])],
      outputs: [tensor('x', 'FP32', [-1])],
    }
    const second = {
      inputs: [tensor('x', 'FP32', [-1, 2], ['b', 'a'])],
      outputs: [tensor('x', 'INT64', [-1])],
    }
    expect(changes({ signature: first }, { signature: second })).toEqual([
      { part: 'signature', name: 'input x', first: 'FP32[?, 2] of a, b', second: 'FP32[?, 2] of b, a' },
      { part: 'signature', name: 'input y', first: 'FP32[?, 1]' },
      { part: 'signature', name: 'output x', first: 'FP32[?]', second: 'INT64[?]' },
    ])
    expect(changes({}, { signature: second })).toHaveLength(2)
  })

  test('differ in artifact and code', () => {
    expect(
      diffVersions(
        record({ artifact: { ...ARTIFACT, opsets: { 'ai.onnx': 18 } } }),
        record({
          artifact: { ...ARTIFACT, format: 'opaque', kind: 'pickle', bytes: 90, sha256: digest('f') },
          commit: commitId('d'),
        }),
      ),
    ).toEqual({
      changes: [
        { part: 'artifact', name: 'bytes', first: '100', second: '90', difference: -10 },
        { part: 'artifact', name: 'format', first: 'onnx', second: 'pickle' },
        { part: 'artifact', name: 'opset ai.onnx', first: '18' },
        {
          part: 'artifact',
          name: 'sha256',
          first: ARTIFACT.sha256.slice(0, 12),
          second: digest('f').slice(0, 12),
        },
        {
          part: 'code',
          name: 'commit',
          first: commitId('c').slice(0, 12),
          second: commitId('d').slice(0, 12),
        },
      ],
      same: ['metrics', 'params', 'data', 'signature'],
    })
  })
})
