import { appBody } from '../bodies.ts'
import type { Granted, Level } from '../roles.ts'
import { type Call, Refusal, type Routes } from '../route.ts'
import type { Installation } from '../world.ts'

/** An hour, as GitHub's. */
const TOKEN_MS = 60 * 60 * 1000

/** What an App asks for itself, by a token that it signed. */
export const appRoutes: Routes = {
  'apps/get-authenticated': call => {
    asApp(call)
    return { status: 200, body: appBody(call, call.actor.account.app) }
  },
  'apps/create-installation-access-token': call => {
    const installation = own(call)
    const permissions = narrowed(installation, call.body.permissions as Granted | undefined)
    const { value } = call.world.issueToken({
      kind: 'app',
      login: installation.login,
      permissions,
      installation: installation.id,
    })
    const expires = new Date(call.now.getTime() + TOKEN_MS).toISOString()
    return {
      status: 201,
      body: {
        token: value,
        expires_at: `${expires.slice(0, 19)}Z`,
        permissions,
        repository_selection: 'selected',
      },
    }
  },
}

function asApp({ actor }: Call): void {
  if (actor.token.kind !== 'app-jwt') throw new Refusal(401, 'A JSON web token could not be decoded')
}

/** An installation of the App that asks; another's is not there. */
function own(call: Call): Installation {
  asApp(call)
  const found = call.world.state.installations.get(Number(call.path.installation_id))
  if (found?.login !== call.actor.account.login) throw new Refusal(404, 'Not Found')
  if (found.suspended) throw new Refusal(403, 'This installation has been suspended')
  return found
}

const LEVELS: readonly Level[] = ['read', 'write', 'admin']

/** @throws {Refusal} 422 where more is asked than the installation has. */
function narrowed({ permissions }: Installation, asked: Granted | undefined): Granted {
  if (asked === undefined) return permissions
  for (const [name, level] of Object.entries(asked)) {
    const granted = permissions[name]
    if (granted === undefined || LEVELS.indexOf(level) > LEVELS.indexOf(granted))
      throw new Refusal(422, 'The permissions requested are not granted to this installation.')
  }
  return asked
}
