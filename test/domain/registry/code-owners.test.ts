import { expect, test } from 'vitest'
import { codeOwnersOf } from '../../../src/domain/registry/code-owners.ts'

const PATH = 'registry-data/models/churn/promotions/7.json'

test.each([
  ['* @acme/all', ['@acme/all']],
  ['/registry-data/ @acme/leads # who promotes', ['@acme/leads']],
  ['registry-data/ @a @b', ['@a', '@b']],
  ['/registry-data/**/promotions/ @a', ['@a']],
  ['registry-data/models/* @a', []],
  ['*.json @a', ['@a']],
  ['/models/ @a', []],
  ['models/ @a', ['@a']],
  ['/registry-data/** @a', ['@a']],
  ['/registry-dat? @a', ['@a']],
  ['!/registry-data/ @a', []],
  ['# /registry-data/ @a', []],
  // The last line that matches counts, also where it names nobody.
  ['* @acme/all\n/registry-data/ @acme/leads', ['@acme/leads']],
  ['/registry-data/ @acme/leads\n* @acme/all', ['@acme/all']],
  ['* @acme/all\r\n/registry-data/', []],
])('%j', (text, owners) => {
  expect(codeOwnersOf(text, PATH)).toEqual(owners)
})
