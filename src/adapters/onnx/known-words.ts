import type { OnnxFile, OnnxNode } from './model-file.ts'

/** Attributes that list what an encoder knows. */
const WORD_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  OneHotEncoder: ['cats_strings'],
  LabelEncoder: ['keys_strings', 'classes_strings'],
  CategoryMapper: ['cats_strings'],
  OrdinalEncoder: ['cats_strings'],
}
/** What hands words on as they are. */
const PASSES: readonly string[] = [
  'Identity',
  'Reshape',
  'Flatten',
  'Squeeze',
  'Unsqueeze',
  'Gather',
  'ArrayFeatureExtractor',
]
/** Whoever writes a graph that goes round in circles is not followed for ever. */
const MAX_STEPS = 10_000

/**
 * The words that the model knows of each of its text inputs: those of the encoders that the input feeds, directly or
 * through nodes that change nothing. Left out is an input that feeds anything else, or takes several columns at once:
 * there the graph does not say.
 */
export function knownWords({ signature, nodes }: OnnxFile): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, OnnxNode[]>()
  for (const node of nodes) {
    for (const name of node.inputs) {
      const found = readers.get(name)
      if (found === undefined) readers.set(name, [node])
      else found.push(node)
    }
  }
  const known = new Map<string, readonly string[]>()
  for (const { name, datatype, shape } of signature.inputs) {
    if (datatype !== 'BYTES' || shape.slice(1).some(size => size !== 1)) continue
    const words = wordsFrom(name, readers)
    if (words !== undefined) known.set(name, [...words])
  }
  return known
}

/** What all encoders know that a tensor reaches; undefined where it reaches none, or something else. */
function wordsFrom(
  tensor: string,
  readers: ReadonlyMap<string, readonly OnnxNode[]>,
): Set<string> | undefined {
  const words = new Set<string>()
  const waiting = [tensor]
  for (let step = 0; waiting.length > 0; step += 1) {
    if (step > MAX_STEPS) return undefined
    for (const node of readers.get(waiting.pop() as string) ?? []) {
      const lists = (WORD_ATTRIBUTES[node.opType] ?? []).map(name => node.list(name))
      const list = lists.find(found => found.length > 0)
      if (list !== undefined) for (const word of list) words.add(word)
      else if (PASSES.includes(node.opType)) waiting.push(...node.outputs)
      else return undefined
    }
  }
  return words.size === 0 ? undefined : words
}
