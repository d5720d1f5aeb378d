import type { Inference } from '../../ports.ts'
import { knownWords } from './known-words.ts'
import { parseOnnx } from './model-file.ts'

/** Reads what an ONNX model says of itself, from its bytes alone: nothing is loaded that could run it. */
export const describeModel: Inference['describe'] = async model => {
  const file = parseOnnx(model)
  return { signature: file.signature, opsets: file.opsets, knownWords: knownWords(file) }
}
