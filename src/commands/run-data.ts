import { type RowsRule, rowsRule } from '../domain/evidence/judging-rows.ts'
import type { RunResult } from '../domain/results/run.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import { digestOfData, digestOfNamedData } from './move-facts.ts'
import { rowsByRule } from './rows-by-rule.ts'
import { missingKey, type WorkingDefinition } from './working-definition.ts'

export type Step = 'lint' | 'test' | 'train' | 'predict'

/** What a command reads. */
export interface RunData {
  /** From the root of the file system; undefined where the model has no data. */
  readonly path: string | undefined
  /** What is said of it; undefined where the command need not read it. */
  readonly facts: RunResult['data']
}

/**
 * Finds the data of a command: what the user names, otherwise the training data, or the evaluation data to predict.
 *
 * @param folder - For the rows without the target.
 * @throws {ModelyardError} `bad-data` where it is not there; `path-escape`; `bad-input` where model.yaml names none.
 */
export async function findRunData(
  step: Step,
  given: string | undefined,
  found: WorkingDefinition,
  folder: TemporaryFolder,
  ports: Ports,
): Promise<RunData> {
  const { train, evaluate, target } = found.definition
  const named = step === 'predict' ? evaluate?.data.uri : train?.data
  if (step === 'lint' || step === 'test')
    return {
      path: given === undefined ? placeIn(ports, named) : ports.artifacts.place(given),
      facts: undefined,
    }
  const uri = given ?? named
  if (uri === undefined) throw missingKey(found, 'evaluate', 'evaluate: {data: {uri: data/test.csv}}')
  const { artifacts, worktree } = ports
  const rule = given === undefined ? ruleOf(step, found.definition) : undefined
  if (rule !== undefined) {
    const rows = await rowsByRule(rule, undefined, [], folder, ports)
    const bare = await withoutTarget(rows.path, target, `${folder.path}/rows.csv`, ports)
    return { path: bare.path, facts: { uri, sha256: rows.sha256, rows: bare.rows } }
  }
  const path = given === undefined ? `${worktree.root}/${uri}` : artifacts.place(given)
  const sha256 =
    given === undefined ? await digestOfNamedData(uri, ports) : await digestOfData(uri, artifacts)
  if (step === 'train') return { path, facts: { uri, sha256 } }
  const bare = await withoutTarget(path, target, `${folder.path}/rows.csv`, ports)
  return { path: bare.path, facts: { uri, sha256, rows: bare.rows } }
}

/** The rule that chooses what a step reads; undefined where it reads a file. */
export function ruleOf(step: Step, { evaluate }: WorkingDefinition['definition']): RowsRule | undefined {
  return step === 'predict' && evaluate !== undefined ? rowsRule(evaluate.data) : undefined
}

function placeIn({ worktree }: Pick<Ports, 'worktree'>, path: string | undefined): string | undefined {
  return path === undefined ? undefined : `${worktree.root}/${path}`
}

/** Rows that come without the target are handed on as they are. */
async function withoutTarget(path: string, target: string, to: string, { tables }: Ports) {
  const columns = await tables.columns(path)
  if (columns.some(({ name }) => name === target))
    return { path: to, rows: await tables.writeWithout(path, target, to) }
  return { path, rows: await tables.countRows(path) }
}
