import { type Position, positionsIn } from './text-file.ts'

export interface JsonPlaces {
  /**
   * Where the value at a path of keys begins, or with `atKey` its last key; where there is none, the innermost
   * mapping or list on the way to it.
   */
  readonly of: (keys: readonly PropertyKey[], atKey: boolean) => Position
  /** The keys that stand more than once in a mapping, each where it is repeated. */
  readonly repeated: readonly (Position & { readonly key: string })[]
}

interface Value {
  readonly at: number
  /** Where its key begins; in a list and at the root the value itself. */
  readonly keyAt: number
  readonly isList: boolean
  readonly inner: Map<PropertyKey, Value>
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g

/**
 * Finds the places in a text that `JSON.parse` reads. Without recursion, since it may be nested as deep as it is
 * long, and in one pass, since it may be wrong in as many places.
 */
export function placesInJson(text: string): JsonPlaces {
  const positionOf = positionsIn(text)
  const repeated: (Position & { key: string })[] = []
  const root: Value = { at: 0, keyAt: 0, isList: true, inner: new Map() }
  const open: Value[] = [root]
  let key: { readonly text: string; readonly at: number } | undefined
  let keyIsDue = false
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    const around = open.at(-1) ?? root
    if (token === ':') continue
    if (token === '}' || token === ']') {
      open.pop()
      keyIsDue = false
    } else if (token === ',') {
      keyIsDue = !around.isList
    } else if (keyIsDue) {
      key = { text: String(JSON.parse(token)), at }
      if (around.inner.has(key.text)) repeated.push({ key: key.text, ...positionOf(at) })
      keyIsDue = false
    } else {
      const value: Value = { at, keyAt: key?.at ?? at, isList: token === '[', inner: new Map() }
      around.inner.set(key?.text ?? around.inner.size, value)
      key = undefined
      keyIsDue = token === '{'
      if (keyIsDue || value.isList) open.push(value)
    }
  }
  return { of: (keys, atKey) => positionOf(offsetOf(root.inner.get(0) ?? root, keys, atKey)), repeated }
}

function offsetOf(root: Value, keys: readonly PropertyKey[], atKey: boolean): number {
  let value = root
  for (const key of keys) {
    const inner = value.inner.get(key)
    if (inner === undefined) return value.at
    value = inner
  }
  return atKey ? value.keyAt : value.at
}

/**
 * The position where a text stops being JSON; its length where it ends too early. `JSON.parse` tells it in some of
 * its messages alone, so the longest beginning that fails only for want of more is searched.
 */
export function faultInJson(text: string): number {
  let [sound, broken] = [0, text.length + 1]
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1
    if (isBeginning(text.slice(0, middle))) sound = middle
    else broken = middle
  }
  return sound
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = /at position (\d+)/.exec(message)?.[1]
    return position === undefined ? /end of JSON/.test(message) : Number(position) >= text.length
  }
}
