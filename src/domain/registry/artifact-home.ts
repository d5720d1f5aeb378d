import { ModelyardError } from '../errors/index.ts'

/** A file of a release of this repository. */
export interface ReleaseFile {
  readonly tag: string
  /** As GitHub keeps it: letters, digits, `.`, `_`, `-`, `+`, `@`. */
  readonly name: string
}

/** Where the artifact of a version lies that is not in the repository. */
export type OuterHome =
  | ({ readonly is: 'release' } & ReleaseFile)
  | { readonly is: 'web'; readonly url: string }
  /** A store that nothing here speaks to. */
  | { readonly is: 'by-hand'; readonly command: string }

/**
 * Where an address leads: `release:TAG/NAME` to a file of this repository's release, of which the last part is the name,
 * since tags may hold slashes.
 *
 * @throws {ModelyardError} `bad-artifact` for an address of a known kind that names nothing.
 */
export function outerHome(uri: string): OuterHome {
  if (uri.startsWith('release:')) return { is: 'release', ...releaseFile(uri) }
  if (!uri.startsWith('https:')) return { is: 'by-hand', command: byHand(uri) }
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  if (url?.protocol === 'https:' && url.username === '' && url.password === '')
    return { is: 'web', url: url.href }
  // Not the address itself: it may hold a password.
  throw badAddress('an https: address of an artifact is none, or carries a name or password')
}

/** GitHub would spell another name anew, and nobody would find it again. */
function releaseFile(uri: string): ReleaseFile {
  const [, tag, name] = /^release:(.+)\/([^/]+)$/.exec(uri) ?? []
  if (tag === undefined || name === undefined || !/^[\w+@-](?:[\w.+@-]*[\w+@-])?$/.test(name))
    throw badAddress(`${uri} names no file of a release`)
  return { tag, name }
}

function badAddress(message: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-artifact',
    message,
    next: 'write release:TAG/NAME, the name of letters, digits, `.`, `_` and `-`; or https://HOST/PATH',
  })
}

/** What a person runs to get it, as FILE. */
function byHand(uri: string): string {
  const [scheme = '', rest = ''] = uri.split(/:(.*)/s)
  switch (scheme) {
    case 's3':
      return `aws s3 cp ${uri} FILE`
    case 'gs':
      return `gcloud storage cp ${uri} FILE`
    case 'az':
      return `azcopy copy https://ACCOUNT.blob.core.windows.net/${rest.replace(/^\/+/, '')} FILE`
    default:
      return `hf download ${rest.replace(/^\/+/, '').split('/').slice(0, 2).join('/')}`
  }
}
