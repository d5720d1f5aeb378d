import { CONFIG_PATH } from '../domain/registry/config.ts'
import { AUDIT_BRANCH } from '../domain/registry/seal.ts'
import { groupTampering, type Tampering, type TamperingGroup } from '../domain/registry/tampering.ts'
import type { Issues, Ports } from '../ports.ts'
import type { FoundTampering } from './find-tampering.ts'
import { plainLine } from './plain-line.ts'
import { sayOnce } from './say-once.ts'
import { type Alert, readAlert, type StandingAlert, settleAlert } from './settle-alert.ts'

type Outside = Pick<Ports, 'comments' | 'artifacts'>

/** What was found and no issue has told of yet, by kind and model. */
export async function untold(
  { findings }: Pick<FoundTampering, 'findings'>,
  issues: Issues,
  { artifacts }: Pick<Ports, 'artifacts'>,
): Promise<readonly StandingAlert[]> {
  const standing: StandingAlert[] = []
  for (const group of groupTampering(findings))
    standing.push(await readAlert(alertOf(group, artifacts), issues))
  return standing.filter(({ fresh }) => fresh.length > 0)
}

/**
 * Tells what was found past the promotions: on the commit that did it, and in one issue for each kind and model. Nothing
 * is repaired.
 *
 * @param tip - Where that is said of which no commit can be told.
 */
export async function raiseTampering(
  { findings, told }: FoundTampering,
  standing: readonly StandingAlert[],
  tip: string,
  issues: Issues,
  ports: Outside,
): Promise<void> {
  const fresh = new Set(standing.flatMap(alert => alert.fresh.map(({ id }) => id)))
  const byCommit = new Map<string, Tampering[]>()
  for (const finding of findings) {
    const commit = finding.commit ?? tip
    if (!fresh.has(idOf(finding, ports.artifacts)) || told.has(commit)) continue
    byCommit.set(commit, [...(byCommit.get(commit) ?? []), finding])
  }
  // First the commits: an issue that knows of something keeps it from being said there.
  for (const [sha, found] of byCommit) {
    const words = ['Past the promotions:', '', ...found.map(({ message }) => `- ${plainLine(message)}`)]
    await sayOnce(ports.comments, { is: 'commit', sha }, 'tampering', words.join('\n'))
  }
  for (const alert of standing) await settleAlert(alert, issues, ports)
}

function alertOf({ kind, model, findings }: TamperingGroup, artifacts: Ports['artifacts']): Alert {
  const [title, intro] = WORDS[kind](model)
  return {
    subject: ['tampering', kind, ...(model === undefined ? [] : [model])].join('-'),
    title,
    intro,
    outro:
      'Nothing was repaired. See what was done (`git show COMMIT`), bring what should stand by a pull request, and close this issue: only something new opens it again.',
    findings: findings.map(finding => ({ id: idOf(finding, artifacts), line: plainLine(finding.message) })),
  }
}

const WORDS: Readonly<
  Record<Tampering['kind'], (model: string | undefined) => readonly [title: string, intro: string]>
> = {
  pointers: model => [
    `The pointers of ${model} were moved past its promotions`,
    `\`stages.json\` of ${model} is not what its records come to:`,
  ],
  history: model => [
    `What was merged of ${model} was changed or taken away`,
    `Versions, evidence and records of ${model} never change once they are merged:`,
  ],
  seals: model => [
    model === undefined
      ? `The branch ${AUDIT_BRANCH} was touched`
      : `The seals of ${model} are not what was sealed`,
    `Seals on the branch \`${AUDIT_BRANCH}\` are added by the App or by a workflow, and never change:`,
  ],
  configuration: () => [
    'The configuration of the registry cannot be read',
    `Until \`${CONFIG_PATH}\` can be read again nothing is sealed or deployed, and nothing else that was done past the promotions is found:`,
  ],
}

function idOf({ kind, model, message }: Tampering, { hash }: Ports['artifacts']): string {
  return hash(new TextEncoder().encode(`${kind}\n${model ?? ''}\n${message}`)).slice(0, 12)
}
