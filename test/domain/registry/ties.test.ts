import { expect, test } from 'vitest'
import { tiesOf } from '../../../src/domain/registry/ties.ts'

const USUAL = { stages: ['development', 'staging', 'production', 'archived'] }

test.each([
  ['the usual lifecycle', {}, USUAL.stages, { champion: 'production', challenger: 'staging' }],
  [
    'stages of other names',
    {},
    ['new', 'canary', 'live', 'gone'],
    { champion: 'live', challenger: 'canary' },
  ],
  ['one held stage', {}, ['new', 'live', 'gone'], { champion: 'live' }],
  ['what model.yaml says', { aliases: { blue: 'staging' } }, USUAL.stages, { blue: 'staging' }],
  ['no tie at all', { aliases: {} }, USUAL.stages, {}],
])('%s', (_name, definition, stages, ties) => {
  expect(tiesOf(definition, { stages })).toEqual(ties)
})
