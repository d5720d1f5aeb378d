import { ModelyardError } from '../../domain/errors/index.ts'
import type { OutputTensor } from '../../domain/registry/version.ts'
import type { OnnxFile, OnnxNode } from './model-file.ts'

/** Which tensors to fetch from a model, and what they mean. */
export type OutputPlan =
  | { readonly task: 'regression'; readonly values: string }
  | {
      readonly task: 'classification'
      /** Left out where the classes of all columns are known: making text of them takes a tenth of a model's time. */
      readonly labels: string | undefined
      /** One matrix, or a column each; none where the model gives labels alone. */
      readonly probabilities: readonly string[]
      /** The classes in the order of the probabilities' columns; undefined where the file does not say. */
      readonly classes: readonly string[] | undefined
      /** A tensor that has to be made an output first: what feeds a ZipMap. */
      readonly reveal: string | undefined
    }

const FLOATS: readonly string[] = ['FP32', 'FP64', 'FP16']
const CLASS_ATTRIBUTES = ['classlabels_strings', 'classlabels_int64s', 'classlabels_ints'] as const

/**
 * Decides what to fetch.
 *
 * @throws {ModelyardError} `not-runnable` where no output fits the task.
 */
export function planOutputs(file: OnnxFile, task: 'classification' | 'regression'): OutputPlan {
  const { outputs } = file.signature
  const floats = outputs.filter(({ datatype }) => FLOATS.includes(datatype))
  const wholes = outputs.filter(({ datatype }) => /^U?INT|^BOOL$/.test(datatype))
  if (task === 'regression') {
    const [values] = [...floats, ...wholes]
    if (values !== undefined) return { task, values: values.name }
    throw noOutput('a number a row', outputs)
  }
  const labels = outputs.find(({ datatype }) => datatype === 'BYTES') ?? wholes[0]
  const zipMap = file.nodes.find(isZipMap)
  const reveal = zipMap?.inputs[0]
  if (zipMap !== undefined && reveal !== undefined) {
    const classes = classLabels(zipMap)
    return {
      task,
      labels: classes === undefined ? labels?.name : undefined,
      probabilities: [reveal],
      classes,
      reveal,
    }
  }
  const columns = floats.filter(isColumn)
  const probabilities = columns.length > 1 && columns.length === floats.length ? columns : floats.slice(0, 1)
  if (probabilities.length === 0 && labels === undefined) throw noOutput('labels or probabilities', outputs)
  const names = probabilities.map(({ name }) => name)
  const known = classesOf(file)
  const classes = names.length > 1 ? names.map(name => classOfColumn(name, known ?? [])) : known
  const width = names.length > 1 ? names.length : probabilities[0]?.shape[1]
  const areTold = classes !== undefined && classes.length === width
  return {
    task,
    labels: areTold ? undefined : labels?.name,
    probabilities: names,
    classes,
    reveal: undefined,
  }
}

/** Whether an output holds one number a row: `[n]` or `[n, 1]`. */
function isColumn({ shape }: OutputTensor): boolean {
  return shape.length === 1 || (shape.length === 2 && shape[1] === 1)
}

/**
 * The class that a column of `zipmap='columns'` is of: the output is named by it, by skl2onnx with an `i` or `s` before
 * it and what no name of a tensor may hold replaced. Never told by the column's place.
 */
function classOfColumn(name: string, known: readonly string[]): string {
  const plain = (text: string) => text.replace(/\W+/g, '_')
  const said = known.find(label =>
    [label, `i${label}`, `s${label}`].some(form => plain(form) === plain(name)),
  )
  return said ?? (/^i-?\d+$/.test(name) ? name.slice(1) : name)
}

function isZipMap({ opType, domain }: OnnxNode): boolean {
  return opType === 'ZipMap' && domain === 'ai.onnx.ml'
}

function classLabels(node: OnnxNode): readonly string[] | undefined {
  return CLASS_ATTRIBUTES.map(name => node.list(name)).find(list => list.length > 0)
}

/**
 * The classes as the file tells them: in the attributes of a classifier, otherwise in the initializer from which
 * labels are picked. Undefined where nodes disagree.
 */
function classesOf({ nodes, words }: OnnxFile): readonly string[] | undefined {
  const fromNodes = nodes.flatMap(node => {
    const classes = classLabels(node)
    return classes === undefined ? [] : [classes]
  })
  const picked = nodes
    .filter(({ opType }) => opType === 'ArrayFeatureExtractor' || opType === 'Gather')
    .flatMap(({ inputs }) => words(inputs[0] ?? '') ?? [])
  const found = fromNodes.length > 0 ? fromNodes : picked.length > 1 ? [picked] : []
  const distinct = new Set(found.map(classes => JSON.stringify(classes)))
  return distinct.size === 1 ? found[0] : undefined
}

function noOutput(
  wanted: string,
  outputs: readonly { readonly name: string; readonly datatype: string }[],
): ModelyardError {
  const given = outputs.map(({ name, datatype }) => `${name} (${datatype})`).join(', ')
  return new ModelyardError({
    code: 'not-runnable',
    message: `the model gives no ${wanted}; its outputs are ${given}`,
    next: 'check `task` in model.yaml, or export the model with such an output',
  })
}

/**
 * The same model with one more output. Protobuf merges repeated messages, so a graph with nothing but the output
 * appended to the file is enough: the bytes before it, and so the model, stay as they are.
 */
export function revealOutput(model: Uint8Array, tensor: string): Uint8Array {
  const name = new TextEncoder().encode(tensor)
  const value = lengthDelimited(1, name)
  const output = lengthDelimited(12, value)
  const graph = lengthDelimited(7, output)
  const revealed = new Uint8Array(model.length + graph.length)
  revealed.set(model)
  revealed.set(graph, model.length)
  return revealed
}

function lengthDelimited(field: number, content: Uint8Array): Uint8Array {
  const header = [...varint((field << 3) | 2), ...varint(content.length)]
  const bytes = new Uint8Array(header.length + content.length)
  bytes.set(header)
  bytes.set(content, header.length)
  return bytes
}

function varint(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest]
    bytes.push((rest & 0x7f) | 0x80)
  }
}
