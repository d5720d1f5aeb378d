import type { Task } from '../domain/comparison/metric-catalogue.ts'
import { targetNamedIn } from '../domain/registry/named-target.ts'
import type { Survey } from '../domain/registry/survey.ts'
import type { Ports } from '../ports.ts'

/** So many rows tell what a target holds. */
const SAMPLE_ROWS = 10_000

/** What the target's first rows hold. */
export interface TargetFacts {
  readonly name: string
  /** Its distinct values, missing ones aside, sorted; at most 1,000. */
  readonly words: readonly string[]
  /** Whether they are all numbers, and all whole ones. */
  readonly isNumber: boolean
  readonly isWhole: boolean
  readonly largestShare: number | undefined
}

const TARGET_NAMES = /^(?:target|label|labels|class|y|outcome)$/i

/**
 * The column that a model does not take, that the training script sets apart, or that is called like a target; undefined
 * where nothing tells.
 */
export async function findTarget(
  columns: readonly string[],
  { onnx, trainScript }: Pick<Survey, 'onnx' | 'trainScript'>,
  { artifacts, inference, worktree }: Ports,
): Promise<{ readonly name: string; readonly because: string } | undefined> {
  const [model] = onnx
  if (model !== undefined) {
    try {
      const { signature } = await inference.describe(await artifacts.readAll(`${worktree.root}/${model}`))
      const taken = new Set(signature.inputs.map(({ name }) => name))
      const rest = columns.filter(name => !taken.has(name))
      const [only] = rest
      if (rest.length === 1 && only !== undefined && rest.length < columns.length) {
        return { name: only, because: `${model} takes every other column` }
      }
    } catch {
      // A file that is no model tells nothing; registering it will say what is wrong.
    }
  }
  const script = trainScript === undefined ? undefined : await worktree.readFile(trainScript)
  const apart = script === undefined ? undefined : targetNamedIn(new TextDecoder().decode(script), columns)
  if (apart !== undefined) return { name: apart, because: `${trainScript} sets it apart` }
  const named = columns.filter(name => TARGET_NAMES.test(name))
  const [only] = named
  return named.length === 1 && only !== undefined ? { name: only, because: 'its name says so' } : undefined
}

/** Reads the first rows of a column. */
export async function describeTarget(
  path: string,
  name: string,
  { tables }: Pick<Ports, 'tables'>,
): Promise<TargetFacts> {
  const counts = new Map<string, number>()
  let rows = 0
  for await (const { columns } of tables.read(path, [{ name, kind: 'text' }], SAMPLE_ROWS)) {
    const [column] = columns
    if (column?.kind !== 'text') break
    for (const code of column.codes) {
      const word = column.words[code] ?? ''
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
      rows += 1
    }
    break
  }
  const words = [...counts.keys()].sort().slice(0, 1000)
  return {
    name,
    words,
    isNumber: words.length > 0 && words.every(word => Number.isFinite(Number(word))),
    isWhole: words.length > 0 && words.every(word => Number.isInteger(Number(word))),
    largestShare: rows === 0 ? undefined : Math.max(...counts.values()) / rows,
  }
}

/** What is predicted, by what the target holds; undefined where it holds fewer than two values. */
export function guessTask({ words, isNumber, isWhole }: TargetFacts): Task | undefined {
  if (words.length === 2) return 'binary-classification'
  if (words.length < 2) return undefined
  return !isNumber || (isWhole && words.length <= 20) ? 'multiclass-classification' : 'regression'
}

const POSITIVE = /^(?:1|1\.0|yes|y|true|t|positive|pos)$/i

/** The one value that says of itself that it is the positive class. */
export function guessPositive({ words }: TargetFacts): string | undefined {
  const [only, ...others] = words.filter(word => POSITIVE.test(word))
  return others.length === 0 ? only : undefined
}
