import { expect, test } from 'vitest'
import { parseAnswer, type WireReply } from '../../../src/domain/service/prometheus-answer.ts'

const PLACE = 'http://prometheus:9090'
const said = (text: string, more: Partial<Extract<WireReply, { is: 'answer' }>> = {}): WireReply => ({
  is: 'answer',
  status: 200,
  contentType: 'application/json',
  text,
  ...more,
})
const vector = (...result: readonly unknown[]) =>
  JSON.stringify({ status: 'success', data: { resultType: 'vector', result } })

test('an instant vector and a scalar are samples, and NaN and infinities are numbers', () => {
  const text = vector(
    { metric: { le: '+Inf' }, value: [1, '12.5'] },
    { metric: {}, value: [1, 'NaN'] },
    { metric: {}, value: [1, '+Inf'] },
    { metric: {}, histogram: [1, {}] },
  )
  const found = parseAnswer(PLACE, said(text))
  expect('samples' in found && found.samples.map(({ value }) => value)).toEqual([
    12.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NaN,
  ])
  const scalar = JSON.stringify({ status: 'success', data: { resultType: 'scalar', result: [1, '3'] } })
  expect(parseAnswer(PLACE, said(scalar))).toEqual({ samples: [{ labels: {}, value: 3 }] })
})

test.each<[string, WireReply, RegExp]>([
  [
    'down',
    { is: 'nothing', why: 'unreachable', detail: 'ECONNREFUSED' },
    /unreachable: ECONNREFUSED.*see that it runs/,
  ],
  ['slow', { is: 'nothing', why: 'timed-out', detail: '30 s' }, /timed-out.*shorter window/],
  [
    'elsewhere',
    { is: 'nothing', why: 'redirected', detail: '302 to https://login.example' },
    /redirected.*no token is sent/,
  ],
  ['too much', { is: 'nothing', why: 'too-large', detail: 'x' }, /fewer series/],
  ['cut off', { is: 'nothing', why: 'cut', detail: 'x' }, /again in a while/],
  [
    'HTML',
    said('<html>', { contentType: 'text/html' }),
    /no whole JSON.*text\/html.*address of the Prometheus server/,
  ],
  ['half of it', said(vector({ metric: {}, value: [1, '1'] }).slice(0, -9)), /no whole JSON/],
  ['another JSON', said('{"ok":true}'), /otherwise than a Prometheus server/],
  ['null', said('null'), /no whole JSON/],
  ['a range', said('{"status":"success","data":{"resultType":"matrix","result":[]}}'), /give one number/],
  [
    'an error',
    said('{"status":"error","errorType":"bad_data","error":"parse error"}', { status: 400 }),
    /bad_data: parse error.*sla.from.prometheus/,
  ],
  ['trouble', said(vector(), { status: 503 }), /status 503/],
  ['no token', said('no', { status: 401 }), /MODELYARD_PROMETHEUS_TOKEN/],
])('a server that is or answers %s is told by its place, what is wrong and what to do', (_, reply, words) => {
  const found = parseAnswer(PLACE, reply)
  if (!('wrong' in found)) throw new Error('it was taken')
  expect(found.wrong).toMatch(words)
  expect(found.wrong.startsWith(`${PLACE} `)).toBe(true)
})
