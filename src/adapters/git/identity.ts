import { ModelyardError } from '../../domain/errors/index.ts'
import type { Identity, Person } from '../../ports.ts'
import type { Location } from './location.ts'
import { runGit } from './run-git.ts'

const SOURCES: Readonly<Record<string, string>> = {
  local: "this repository's git configuration",
  worktree: "this working tree's git configuration",
  global: 'your global git configuration',
  system: "this machine's git configuration",
  command: 'the git configuration of this command',
}

/** The person that environment variables name, as git reads them. */
export function personFromEnvironment(): Person | undefined {
  const { GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL, GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL } = process.env
  const name = GIT_AUTHOR_NAME ?? GIT_COMMITTER_NAME
  const email = GIT_AUTHOR_EMAIL ?? GIT_COMMITTER_EMAIL
  return name && email ? { name, email } : undefined
}

export function noIdentityError(): ModelyardError {
  return new ModelyardError({
    code: 'no-identity',
    message: 'git does not know who you are',
    next: 'tell it: git config user.name "Your Name" and git config user.email you@example.com',
  })
}

/** Who commits: the environment, else git's configuration, of which the source is named. */
export function programIdentity(location: Location): Identity {
  let known: ReturnType<Identity['committer']> | undefined
  return {
    // Git is started once for it; only that nobody is named may change while a command runs.
    committer() {
      known ??= committerOf(location).catch(error => {
        known = undefined
        throw error
      })
      return known
    },
  }
}

async function committerOf(location: Location): ReturnType<Identity['committer']> {
  const person = personFromEnvironment()
  if (person !== undefined) return { ...person, source: 'the environment' }
  const settings = await userSettings(location)
  const [name, email] = ['user.name', 'user.email'].map(key => settings.get(key))
  if (name === undefined || email === undefined) throw noIdentityError()
  return { name: name.value, email: email.value, source: SOURCES[name.scope] ?? name.scope }
}

/** What git's configuration says of the user; of several values the last counts, and an empty one is none. */
async function userSettings(
  location: Location,
): Promise<ReadonlyMap<string, { readonly scope: string; readonly value: string }>> {
  const { stdout } = await runGit(
    location,
    ['config', '--show-scope', '--null', '--get-regexp', '^user\\.(name|email)$'],
    { accept: [0, 1] },
  )
  // Scope, then key and value with a line end between them.
  const fields = stdout.toString('utf8').split('\0')
  const settings = new Map<string, { readonly scope: string; readonly value: string }>()
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [key = '', value = ''] = (fields[at + 1] ?? '').split('\n', 2)
    settings.delete(key)
    if (value !== '') settings.set(key, { scope: fields[at] ?? '', value })
  }
  return settings
}
