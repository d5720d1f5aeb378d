import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isForUs, parseComment } from '../../src/doors/parse-comment.ts'

describe('a command in a comment', () => {
  test('is its first line, and the lines below say why', () => {
    expect(parseComment('/promote churn 4 production\r\n\r\nbetter on the October sample\nby far\n')).toEqual(
      {
        name: 'promote',
        args: ['churn', '4', 'production'],
        reason: 'better on the October sample\nby far',
      },
    )
  })

  test('may have words with blanks in quotes of any keyboard', () => {
    expect(parseComment('/promote churn --reason "a b" --x=\'c d\' “e f” g"h i"')?.args).toEqual([
      'churn',
      '--reason',
      'a b',
      '--x=c d',
      'e f',
      'gh i',
    ])
    expect(parseComment('/promote "never closed')?.args).toEqual(['never closed'])
  })

  test.each([
    ['quoted', '> /promote churn 4 production'],
    ['set as code', '```\n/promote churn 4 production\n```'],
    ['code in a line', '`/promote churn 4 production`'],
    ['indented', '    /promote churn 4 production'],
    ['after a blank', ' /promote churn 4 production'],
    ['further down', 'please\n/promote churn 4 production'],
    ['in a hidden comment', '<!--\n/promote churn 4 production -->'],
    ['a path', '/usr/bin/env is where it lies'],
    ['a path that begins like one', '/promote/x is a path'],
    ['another case', '/Promote churn 4 production'],
    ['a slash alone', '/'],
    ['nothing', ''],
    ['longer than anybody writes', `/promote ${'x'.repeat(3000)}`],
  ])('is none where it is %s', (_where, body) => {
    expect(parseComment(body)).toBeUndefined()
  })

  test('may name us, for where another bot listens to the word', () => {
    expect(parseComment('/modelyard promote churn 4 production')).toMatchObject({ name: 'promote' })
    expect(parseComment('/modelyard /promote churn')).toMatchObject({ name: 'promote', args: ['churn'] })
    expect(parseComment('/modelyard')).toMatchObject({ name: '', args: [] })
    expect([isForUs('/modelyard x'), isForUs('/modelyards x'), isForUs('/promote x')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('holds nothing of a comment that does not begin with a slash, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(parseComment(`x${text}`)).toBeUndefined()
        const asked = parseComment(`/${text}`)
        if (asked !== undefined) expect(asked.name).toMatch(/^[^\s/]*/)
      }),
    )
  })
})
