import { CODEOWNERS_IN_ORDER } from './code-owners.ts'
import { CONFIG_PATH, type Config } from './config.ts'
import type { ModelDefinition } from './definition.ts'
import { renderApprovals } from './first-definition.ts'
import type { FirstFiles } from './first-files.ts'
import { RULESET_PATH } from './first-ruleset.ts'
import { type Caller, jobsMissingFrom } from './first-workflow.ts'
import { ownerLinesMissingFrom, renderOwnerLine } from './owner-lines.ts'

/** What a file that is kept lacks: a person adds it. */
export interface LinesToAdd {
  readonly path: string
  /** A sentence without its full stop. */
  readonly why: string
  readonly lines: readonly string[]
}

export interface KeptFacts {
  readonly first: FirstFiles
  readonly callers: readonly Caller[]
  /** The texts of wanted files that are there, by path. */
  readonly kept: ReadonlyMap<string, string>
  /** The configuration that is there. */
  readonly config: Config | undefined
  /** The model that was asked about, where it is there. */
  readonly model:
    | { readonly path: string; readonly definition: ModelDefinition; readonly stage: string }
    | undefined
  readonly approvers: readonly string[]
}

/** What the files that are kept lack of what would have been written. */
export function linesToAdd(facts: KeptFacts): LinesToAdd[] {
  return [...ofConfig(facts), ...ofModel(facts), ...ofCallers(facts), ...ofOwners(facts), ...ofRuleset(facts)]
}

function* ofConfig({ config, callers }: KeptFacts): Generator<LinesToAdd> {
  if (config === undefined) return
  const wanted = callers.map(({ path }) => path)
  if (wanted.every(path => config.workflows.includes(path))) return
  const all = [...new Set([...config.workflows, ...wanted])]
  yield {
    path: CONFIG_PATH,
    why: 'it lists the workflows whose evidence is believed, so that their changes are governed',
    lines: [`workflows: [${all.join(', ')}]`],
  }
}

function* ofModel({ model, approvers }: KeptFacts): Generator<LinesToAdd> {
  if (model === undefined || approvers.length === 0) return
  const { path, definition, stage } = model
  const approvals = definition.policy[stage]?.approvals
  const from = typeof approvals === 'object' ? approvals.from : undefined
  if (from?.length === approvers.length && approvers.every(owner => from.includes(owner))) return
  yield {
    path,
    why: `its policy of ${stage} names who approves`,
    lines: [renderApprovals(approvers)],
  }
}

function* ofCallers({ callers, kept }: KeptFacts): Generator<LinesToAdd> {
  for (const caller of callers) {
    const text = kept.get(caller.path)
    const jobs = text === undefined ? [] : jobsMissingFrom(caller, text)
    if (jobs.length > 0)
      yield {
        path: caller.path,
        why: `it does not call ${jobs.map(({ calls }) => calls).join(' and ')}`,
        lines: ['jobs:', ...jobs.flatMap(({ lines }) => lines.trimEnd().split('\n'))],
      }
  }
}

function* ofOwners({ first, kept }: KeptFacts): Generator<LinesToAdd> {
  const file = CODEOWNERS_IN_ORDER.find(path => kept.has(path))
  const missing = ownerLinesMissingFrom(first.owners, file === undefined ? '' : (kept.get(file) ?? ''))
  if (file !== undefined && missing.length > 0)
    yield {
      path: file,
      why: 'what judges is owned by those whom the policies name, and of several lines the last one counts',
      lines: missing.map(renderOwnerLine),
    }
}

function* ofRuleset({ first, kept }: KeptFacts): Generator<LinesToAdd> {
  const due = first.files.find(({ path }) => path === RULESET_PATH)
  const text = kept.get(RULESET_PATH)
  if (text !== undefined && text.replaceAll('\r\n', '\n') !== due?.content)
    yield {
      path: RULESET_PATH,
      why: 'it is not what the policies ask for now; without the file `init` makes it anew, to be imported again',
      lines: [],
    }
}
