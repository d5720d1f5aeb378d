import type { Survey } from '../domain/registry/survey.ts'
import type { PredictScript } from './decide-predict.ts'

/** What was found in a repository, for people. */
export function* seenOf(survey: Survey): Generator<string> {
  const { languages, onnx, otherModels, foreign } = survey
  if (languages.length > 0) yield `code in ${languages.join(', ')}`
  if (onnx.length > 0) yield `ONNX models: ${some(onnx)}`
  if (otherModels.length > 0) yield `other models: ${some(otherModels)}`
  for (const registry of foreign) yield `${registry}, which can be imported in a later release`
}

function some(paths: readonly string[]): string {
  return paths.slice(0, 3).join(', ') + (paths.length > 3 ? ` and ${paths.length - 3} more` : '')
}

/**
 * What the files that were written leave open.
 *
 * @param blindPolicy - The model.yaml that names no rows to judge on.
 */
export function* openQuestions(
  predict: PredictScript | undefined,
  blindPolicy: string | undefined,
): Generator<string> {
  if (blindPolicy !== undefined)
    yield `hold out rows that no training sees, and name their file under \`evaluate:\` in ${blindPolicy}: until then nothing can be judged`
  if (predict !== undefined && predict.lacks.length > 0)
    yield `${predict.path} imports ${predict.lacks.join(' and ')}, which nothing installs yet`
}

/** What comes next in a clone. */
export function* stepsInClone(name: string, survey: Survey): Generator<string> {
  yield 'read what was written, then commit it: git add -A && git commit -m "Add the model registry"'
  const model = survey.onnx[0] ?? survey.otherModels[0]
  if (model !== undefined || survey.trainCommand === undefined)
    yield `make the first version: modelyard register ${name} ${model ?? 'model.onnx'} --merge`
  yield `push it to GitHub; what is pushed to the default branch is ${survey.trainCommand === undefined ? '' : 'trained, '}measured and proposed there: git push`
}
