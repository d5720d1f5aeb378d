import { describe, expect, test } from 'vitest'
import { wantedIn } from '../../app/wanted.ts'
import type { SaidComment } from '../../src/ports.ts'

const GRACE = { login: 'grace', id: 7, isBot: false }
const said = (body: string, facts: Partial<SaidComment> = {}) =>
  wantedIn({
    id: 1,
    on: 'issue',
    number: 2,
    body,
    author: GRACE,
    at: '2026-11-20T09:12:44Z',
    isEdited: false,
    url: '',
    ...facts,
  })
const message = (body: string, facts?: Partial<SaidComment>) => {
  const wanted = said(body, facts)
  return wanted?.is === 'mistake' ? `${wanted.error.message}: ${wanted.error.next}` : wanted
}

describe('what a comment wants', () => {
  test('is a command with its inputs, and the lines below say why', () => {
    expect(said('/promote churn 4 production\nbetter')).toMatchObject({
      is: 'command',
      definition: { name: 'promote' },
      values: { model: 'churn', version: '4', stage: 'production', reason: 'better' },
    })
    expect(said('/promote churn 4 production --reason x\nbetter')).toMatchObject({ values: { reason: 'x' } })
    expect(said('/show churn\nthanks')).toMatchObject({ values: { model: 'churn' } })
  })

  test('is nothing of a bot, of a deleted account, or of another bot’s words', () => {
    expect(said('/help', { author: { ...GRACE, isBot: true } })).toBeUndefined()
    expect(said('/help', { author: undefined })).toBeUndefined()
    for (const words of ['/lgtm', '/retest', '/hold', '/assign me', '/cc'])
      expect(said(words)).toBeUndefined()
  })

  test('is a mistake where a word is near one of ours, or is meant for us', () => {
    expect(message('/promot churn')).toBe('there is no command /promot: did you mean /promote?')
    expect(message('/modelyard lgtm')).toBe('there is no command /lgtm: see /help')
    expect(message('/help lgtm')).toBe('there is no command /lgtm: see /help')
    expect(message('/promote churn 4')).toBe('promote needs STAGE: see /help promote')
    expect(message('/promote churn 4 production --merge')).toContain('--merge is not a flag of promote')
  })

  test('is not what was written into a comment later', () => {
    expect(message('/promote churn 4 production', { isEdited: true })).toContain('was edited')
    expect(said('/lgtm', { isEdited: true })).toBeUndefined()
  })

  test('may be help, on one or on all', () => {
    expect(said('/help')).toEqual({ is: 'help', of: undefined })
    expect(said('/modelyard')).toEqual({ is: 'help', of: undefined })
    expect(said('/help /promote')).toMatchObject({ is: 'help', of: { name: 'promote' } })
  })
})
