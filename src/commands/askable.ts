import { ModelyardError } from '../domain/errors/index.ts'
import type { VersionRecord } from '../domain/registry/version.ts'

/**
 * Refuses what cannot be asked about rows that nobody predicted before.
 *
 * @throws {ModelyardError} `bad-input` with a file of predictions; `not-runnable` for an artifact that is no ONNX.
 */
export function requireAskable(
  { version, artifact }: Pick<VersionRecord, 'version' | 'artifact'>,
  predictions: string | undefined,
): void {
  if (predictions !== undefined) {
    throw new ModelyardError({
      code: 'bad-input',
      message:
        '--importance asks the model about rows with one column shuffled, and a file of predictions answers for the rows as they are alone',
      next: 'leave out --importance, or --predictions where the version is ONNX',
    })
  }
  if (artifact.format === 'onnx') return
  throw new ModelyardError({
    code: 'not-runnable',
    message: `--importance asks the model again and again about rows with one column shuffled, which the engine does here for ONNX alone, and version ${version} is ${artifact.kind ?? 'of another kind'}`,
    next: 'leave out --importance, or export the model as ONNX and register that',
  })
}
