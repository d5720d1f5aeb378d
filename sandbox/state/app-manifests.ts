import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { AppManifest, RegisteredApp, World } from '../world.ts'

const HOUR_MS = 3_600_000

/** Registers an App as a person does who presses the button; the code for its secrets. */
export function registerApp(world: World, manifest: AppManifest, organization?: string): string {
  const slug = manifest.name.toLowerCase().replace(/[^a-z\d]+/g, '-')
  const { app } = world.addApp(slug, manifest.name)
  if (app === undefined) throw new Error('an App has a number')
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  world.state.appKeys.set(app.id, publicKey)
  const code = randomBytes(20).toString('hex')
  world.state.registeredApps.set(code, {
    app,
    manifest,
    organization,
    pem: privateKey,
    webhookSecret: randomBytes(20).toString('hex'),
    until: world.clock.now().getTime() + HOUR_MS,
  })
  return code
}

/** The App of a code, which is good for one time; undefined where it is not. */
export function takeRegisteredApp(world: World, code: string): RegisteredApp | undefined {
  const found = world.state.registeredApps.get(code)
  world.state.registeredApps.delete(code)
  return found !== undefined && found.until > world.clock.now().getTime() ? found : undefined
}
