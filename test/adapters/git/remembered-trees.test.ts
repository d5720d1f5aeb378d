import { expect, test } from 'vitest'
import { rememberedTrees } from '../../../src/adapters/git/remembered-trees.ts'

/** Trees of two entries each, and which of them were read. */
function counted(mostItems?: number) {
  const asked: string[] = []
  const trees = rememberedTrees(
    {
      readTree: async id => {
        asked.push(id)
        return ['a', 'b'].map(name => ({ name, mode: '100644', id: `${id}-${name}` }))
      },
    },
    mostItems,
  )
  return { asked, trees }
}

test('a tree is read once', async () => {
  const { asked, trees } = counted()
  const first = await trees.readTree('x')
  expect(await trees.readTree('x')).toEqual(first)
  await trees.readTree('y')
  expect(asked).toEqual(['x', 'y'])
})

test('more entries than it keeps are read again', async () => {
  const { asked, trees } = counted(4)
  for (const id of ['x', 'y', 'y', 'z', 'z', 'x']) await trees.readTree(id)
  expect(asked).toEqual(['x', 'y', 'z', 'x'])
})
