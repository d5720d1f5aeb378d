import type { InputsPlan } from '../comparison/input-plan.ts'
import type { Row } from './probes.ts'
import {
  type Decoded,
  flatNumbers,
  labelText,
  type Protocol,
  parseAnswer,
  type ServedNames,
} from './protocol.ts'

/**
 * The Open Inference Protocol: inputs and outputs as named tensors. Of the outputs the one that `serve` names holds
 * the probabilities, otherwise the first of floats; likewise the labels, otherwise the first of text, integers or
 * truth values.
 *
 * @see https://github.com/kserve/open-inference-protocol, inference over HTTP
 */
export function v2Protocol({ inputs }: InputsPlan, names: ServedNames): Protocol {
  const encode = (rows: readonly Row[]) =>
    JSON.stringify({
      inputs: inputs.map(({ name, datatype, rowShape, columns }) => ({
        name,
        shape: [rows.length, ...rowShape],
        datatype,
        data: rows.flatMap(row => columns.map(at => row[at] ?? null)),
      })),
    })
  return {
    name: 'v2',
    encode,
    decode(text) {
      const parsed = parseAnswer(text)
      return 'unreadable' in parsed ? parsed : outputsOf(parsed.value, names)
    },
    malformed: [
      { what: 'no JSON', body: '{"inputs": [' },
      { what: 'no inputs', body: '{}' },
      {
        what: 'an input that the model does not have',
        body: '{"inputs": [{"name": "no such input", "shape": [1, 1], "datatype": "FP32", "data": [0]}]}',
      },
    ],
  }
}

interface Output {
  readonly name: string
  readonly datatype: string
  readonly shape: readonly number[]
  readonly data: unknown
}

function outputsOf(answer: unknown, names: ServedNames): Decoded {
  const given =
    typeof answer === 'object' && answer !== null && 'outputs' in answer ? answer.outputs : undefined
  if (!Array.isArray(given) || !given.every(isOutput)) {
    return { unreadable: 'the answer has no `outputs` with a name, a datatype, a shape and data each' }
  }
  const outputs: readonly Output[] = given
  const find = (name: string | undefined, datatype: RegExp) =>
    outputs.find(output => (name === undefined ? datatype.test(output.datatype) : output.name === name))
  const numbers = find(names.probability, /^(?:FP|BF)/)
  const labels = find(names.label, /^(?:BYTES|U?INT|BOOL)/)
  const rows = (numbers ?? labels)?.shape[0]
  if (rows === undefined) return { unreadable: 'none of its outputs holds predictions' }
  const values = numbers === undefined ? undefined : flatNumbers(numbers.data)
  if (numbers !== undefined && (values === undefined || values.length !== sizeOf(numbers.shape))) {
    return { unreadable: `the output \`${numbers.name}\` does not hold the numbers that its shape says` }
  }
  const texts = labels === undefined ? undefined : [labels.data].flat(8).map(labelText)
  if (texts !== undefined && (texts.length !== rows || texts.includes(undefined))) {
    return { unreadable: `the output \`${labels?.name}\` does not hold a label for each row` }
  }
  return {
    predicted: {
      rows,
      labels: texts as readonly string[] | undefined,
      numbers: values === undefined ? undefined : { width: rows === 0 ? 1 : values.length / rows, values },
    },
  }
}

function isOutput(value: unknown): value is Output {
  if (typeof value !== 'object' || value === null) return false
  const { name, datatype, shape } = value as Partial<Output>
  return (
    typeof name === 'string' &&
    typeof datatype === 'string' &&
    Array.isArray(shape) &&
    shape.length > 0 &&
    shape.every(size => Number.isInteger(size) && size >= 0) &&
    'data' in value
  )
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

/** Where a model is asked: the address itself where it ends there already. */
export function inferAddress(base: string, model: string): string {
  if (/\/infer\/?(?:\?|$)/.test(base)) return base
  return `${base.replace(/\/+$/, '')}/v2/models/${encodeURIComponent(model)}/infer`
}
