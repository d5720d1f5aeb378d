import { isPredictScript, makesPickles } from '../domain/registry/first-predict.ts'
import type { Survey } from '../domain/registry/survey.ts'
import type { Ports } from '../ports.ts'

const OWN_NAME = 'predict.py'
const OTHER_NAME = 'modelyard_predict.py'
const PACKAGES = ['requirements.txt', 'pyproject.toml']

export interface PredictScript {
  readonly path: string
  readonly command: string
  /** Whether the packages that are listed may lack one that it imports. */
  readonly lacks: readonly string[]
}

/**
 * Which script predicts, where the models seem to be what joblib or pickle wrote; undefined for ONNX and for what
 * nobody can guess. A `predict.py` that follows another protocol is left alone: ours has another name then.
 */
export async function decidePredict(
  { languages, onnx, otherModels, trainScript }: Survey,
  { worktree }: Pick<Ports, 'worktree'>,
): Promise<PredictScript | undefined> {
  if (onnx.length > 0 || !languages.includes('Python')) return undefined
  const read = async (path: string) => {
    const bytes = await worktree.readFile(path)
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
  }
  const trainer = trainScript?.endsWith('.py') ? [trainScript] : []
  const texts = await Promise.all([...trainer, ...PACKAGES].map(read))
  const known = texts.filter(text => text !== undefined)
  const isPickled = otherModels.some(path => /\.(?:joblib|pkl|pickle)$/i.test(path))
  if (!isPickled && !makesPickles(known)) return undefined
  const there = await read(OWN_NAME)
  const path = there === undefined || isPredictScript(there) ? OWN_NAME : OTHER_NAME
  const packages = (await Promise.all(PACKAGES.map(read))).filter(text => text !== undefined)
  const lacks = there !== undefined || packages.length === 0 ? [] : missingPackages(packages.join('\n'))
  return { path, command: `python ${path}`, lacks }
}

/** scikit-learn brings joblib along, and not pandas. */
function missingPackages(listed: string): string[] {
  return [
    ...(/\bpandas\b/i.test(listed) ? [] : ['pandas']),
    ...(/\b(?:scikit-learn|joblib)\b/i.test(listed) ? [] : ['joblib']),
  ]
}
