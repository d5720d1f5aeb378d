import { verify } from 'node:crypto'
import type { Actor } from './route.ts'
import { Refusal } from './route.ts'
import type { World } from './world.ts'

const LONGEST_SECONDS = 600

/** Whether a bearer's value is a JSON web token, by which an App says who it is. */
export function isWebToken(value: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)
}

/**
 * The App that signed a web token.
 *
 * @throws {Refusal} 401 where no App did, or at another time.
 */
export function appOf(world: World, value: string): Actor {
  const [header = '', payload = '', signature = ''] = value.split('.')
  const claims = claimsOf(payload)
  const id = Number(claims.iss)
  const key = world.state.appKeys.get(id)
  const signed = Buffer.from(`${header}.${payload}`)
  if (key === undefined || !verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url')))
    throw new Refusal(401, 'A JSON web token could not be decoded')
  const now = world.clock.now().getTime() / 1000
  const [issued, expires] = [Number(claims.iat), Number(claims.exp)]
  if (!(expires > now))
    throw new Refusal(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    )
  if (expires - now > LONGEST_SECONDS + 60)
    throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future")
  if (!(issued <= now + 60))
    throw new Refusal(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    )
  const account = [...world.state.accounts.values()].find(({ app }) => app?.id === id)
  if (account === undefined) throw new Refusal(401, 'Integration not found')
  return { account, token: { value, kind: 'app-jwt', login: account.login, permissions: {} } }
}

function claimsOf(payload: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
  } catch {
    throw new Refusal(401, 'A JSON web token could not be decoded')
  }
}
