/** What an artifact looks like by its first bytes and its name. A guess, for people; nothing trusts it. */
export interface ArtifactKind {
  readonly format: 'onnx' | 'opaque'
  readonly kind: string
  /** Whether loading it runs code that it carries. */
  readonly runsCode: boolean
  readonly family?: 'scikit-learn' | 'xgboost' | 'lightgbm'
}

const opaque = (kind: string, facts: Partial<ArtifactKind> = {}): ArtifactKind => ({
  format: 'opaque',
  kind,
  runsCode: false,
  ...facts,
})

/**
 * Guesses what a file is.
 *
 * @param head - Its first bytes; 512 are enough.
 * @param name - Its name; only its ending counts.
 */
export function guessKind(head: Uint8Array, name: string): ArtifactKind {
  // A character a byte. What TextDecoder calls latin1 is Windows-1252, in which 0x80 becomes a euro sign.
  const text = String.fromCharCode(...head)
  const ending = name.toLowerCase().replace(/^.*?\./, '')
  if (/^\x80[\x02-\x05]/.test(text)) return pickle(ending)
  if (text.startsWith('PK\x03\x04')) return zipKind(text, ending)
  if (text.startsWith('\x89HDF\r\n')) return opaque('hdf5')
  if (text.startsWith('GGUF')) return opaque('gguf')
  if (text.startsWith('TFL3', 4)) return opaque('tflite')
  if (text.startsWith('version https://git-lfs')) return opaque('git-lfs-pointer')
  if (/^tree\r?\n/.test(text)) return opaque('lightgbm-text', { family: 'lightgbm' })
  if (/^\s*\{\s*"learner"|^\{L.*learner/s.test(text)) return opaque('xgboost', { family: 'xgboost' })
  if (/^.{8}\{"/s.test(text) && ending.endsWith('safetensors')) return opaque('safetensors')
  if (/<PMML\b/.test(text)) return opaque('pmml')
  if (/^RD[AXB][23]\n|^\x1f\x8b/.test(text) && /^rds|^rda|^rdata/.test(ending))
    return opaque('r-data', { runsCode: true })
  if (/^(?:joblib|pkl|pickle)/.test(ending)) return pickle(ending)
  if (ending.endsWith('onnx')) return { format: 'onnx', kind: 'onnx', runsCode: false }
  return opaque('unknown')
}

function pickle(ending: string): ArtifactKind {
  return opaque(ending.startsWith('joblib') ? 'joblib' : 'pickle', { runsCode: true, family: 'scikit-learn' })
}

function zipKind(text: string, ending: string): ArtifactKind {
  if (/data\.pkl/.test(text) || /^pth?$/.test(ending)) return opaque('pytorch', { runsCode: true })
  if (ending.endsWith('keras')) return opaque('keras')
  if (ending.endsWith('npz')) return opaque('numpy')
  return opaque('zip')
}

const EXPORT: Readonly<Record<NonNullable<ArtifactKind['family']>, readonly string[]>> = {
  'scikit-learn': [
    'from skl2onnx import to_onnx   # pip install skl2onnx',
    'onnx_model = to_onnx(model, X_train[:1], options={"zipmap": False})',
    'open("model.onnx", "wb").write(onnx_model.SerializeToString())',
  ],
  xgboost: [
    'from onnxmltools import convert_xgboost   # pip install onnxmltools',
    'from onnxmltools.convert.common.data_types import FloatTensorType',
    'onnx_model = convert_xgboost(model, initial_types=[("input", FloatTensorType([None, X_train.shape[1]]))])',
    'open("model.onnx", "wb").write(onnx_model.SerializeToString())',
  ],
  lightgbm: [
    'from onnxmltools import convert_lightgbm   # pip install onnxmltools',
    'from onnxmltools.convert.common.data_types import FloatTensorType',
    'onnx_model = convert_lightgbm(model, initial_types=[("input", FloatTensorType([None, X_train.shape[1]]))])',
    'open("model.onnx", "wb").write(onnx_model.SerializeToString())',
  ],
}

/** The lines of Python that export such an artifact as ONNX; none where there is no known way. */
export function exportLines({ family }: Pick<ArtifactKind, 'family'>): readonly string[] {
  return family === undefined ? [] : EXPORT[family]
}
