import { ModelyardError } from '../domain/errors/index.ts'
import type { Ports } from '../ports.ts'
import { filesLeft, trainedModel } from './trained-model.ts'

/** What is registered, and where its parameters and metrics are told. */
export interface TrainedFiles {
  readonly artifact: string
  readonly params?: string | undefined
  readonly metrics?: string | undefined
}

/** The inputs that name files, or the folder that has them all. */
export interface TrainedInput {
  readonly artifact?: string | undefined
  readonly trained?: string | undefined
  readonly params?: string | undefined
  readonly metrics?: string | undefined
}

/**
 * The files of a registration: those that were named, otherwise those that `train` left in a folder.
 *
 * @throws {ModelyardError} `bad-input` where both or neither are named; `bad-artifact` where the folder holds no model,
 *   or two.
 */
export async function trainedFiles(
  { artifact, trained, params, metrics }: TrainedInput,
  { artifacts }: Pick<Ports, 'artifacts'>,
): Promise<TrainedFiles> {
  if ((artifact === undefined) === (trained === undefined)) {
    throw new ModelyardError({
      code: 'bad-input',
      message:
        artifact === undefined
          ? 'nothing is named to register'
          : 'a model and a folder that holds one are named',
      next: 'name the model file or folder, or with --trained the folder that train left',
    })
  }
  if (trained === undefined) return { artifact: artifact as string, params, metrics }
  const files = await filesLeft(trained, artifacts)
  const model = trainedModel(files, 'train of model.yaml')
  if ('why' in model) throw new ModelyardError({ code: 'bad-artifact', message: model.why, next: model.next })
  const left = (name: string) => (files.some(({ path }) => path === name) ? `${trained}/${name}` : undefined)
  return {
    artifact: `${trained}/${model.name}`,
    params: params ?? left('params.json'),
    metrics: metrics ?? left('metrics.json'),
  }
}
