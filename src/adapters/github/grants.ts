import { ModelyardError } from '../../domain/errors/index.ts'
import type { Refusal } from './refusals.ts'

type Level = 'read' | 'write' | 'admin'

/** What we do by a permission, as the job's `permissions:` names it; a job's own token is granted no others. */
const USES: Readonly<Record<string, Readonly<Record<'read' | 'write', string>>>> = {
  contents: { read: 'read commits and files', write: 'make commits, branches and releases' },
  actions: { read: 'read workflow runs and what they left', write: 'start workflows' },
  'pull-requests': {
    read: 'read pull requests and reviews',
    write: 'open and change pull requests, or comment on them',
  },
  issues: { read: 'read issues', write: 'open and change issues, or comment on them' },
  statuses: { read: 'read commit statuses', write: 'set commit statuses' },
  deployments: { read: 'read deployments', write: 'make deployments' },
  checks: { read: 'read check runs', write: 'make check runs' },
}

const SETTING = /not permitted to create or approve pull requests/i

/**
 * What a token may not do: what it lacks, and the two lines of YAML, or the setting, that grant it. All that speaks to
 * GitHub comes here, so that every Action says the same.
 *
 * @param wanted - The permission that fits what is written to, where GitHub accepts several: `pull-requests`; with a
 *   level, `pull-requests: write`, where more will be needed than this call asks for, so that all is granted at once.
 */
export function missingPermission({ message, headers }: Refusal, wanted: string): ModelyardError {
  const code = 'missing-permission'
  if (SETTING.test(message)) {
    return new ModelyardError({
      code,
      message: 'the settings of the repository do not let Actions open pull requests',
      next: 'tick "Allow GitHub Actions to create and approve pull requests" in Settings → Actions → General → Workflow permissions; where it is greyed out, the organisation has the same setting. Then run the step again: it goes on with the branch that is there',
    })
  }
  const missing = acceptedPermissions(headers['x-accepted-github-permissions'], wanted)
  const uses = missing.flatMap(({ name, level }) => USES[name]?.[level === 'read' ? 'read' : 'write'] ?? [])
  const lines = missing.map(({ name, level }) => `\`${name}: ${level}\``)
  return new ModelyardError({
    code,
    message: `the token may not ${uses.join(' and ') || 'do this'}: it lacks ${lines.join(' and ')} (GitHub: ${message})`,
    next: missing.every(({ name }) => Object.hasOwn(USES, name)) ? grantOf(lines) : NOT_GRANTED,
  })
}

function grantOf(lines: readonly string[]): string {
  return [
    `grant it to the job by \`permissions:\` and, indented below, ${lines.join(' and ')}, beside what stands there;`,
    'so does the job of a workflow that calls it. On pull requests of forks and of Dependabot nothing grants to write',
  ].join(' ')
}

const NOT_GRANTED =
  "no workflow grants this to a job's own token: give that of a GitHub App or of a person under `token:`"

interface Permission {
  readonly name: string
  readonly level: Level
}

/**
 * What an endpoint asks for. GitHub separates alternatives by `;` and what is needed together by `,`:
 * `issues=write; pull_requests=write`.
 */
function acceptedPermissions(header: string | number | undefined, wanted: string): readonly Permission[] {
  const alternatives = String(header ?? '')
    .split(';')
    .map(alternative => alternative.split(',').flatMap(permissionIn))
    .filter(permissions => permissions.length > 0)
  const [fitting = '', level] = wanted.split(': ')
  const accepted = alternatives.find(permissions => permissions.some(({ name }) => name === fitting)) ??
    alternatives[0] ?? [{ name: fitting, level: 'write' }]
  return accepted.map(permission =>
    permission.name === fitting && level === 'write' ? { name: fitting, level } : permission,
  )
}

function permissionIn(text: string): Permission[] {
  const [, name, level] = /^\s*([a-z_]+)=(read|write|admin)\s*$/.exec(text) ?? []
  // A workflow's token has that one always.
  if (name === undefined || name === 'metadata') return []
  return [{ name: name.replaceAll('_', '-'), level: level as Level }]
}
