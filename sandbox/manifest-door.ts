import type { Sent } from './http.ts'
import { registerApp } from './state/app-manifests.ts'
import type { AppManifest, World } from './world.ts'

const PAGE = /^\/(?:organizations\/([\w-]+)\/)?settings\/apps\/new$/

/** Whether a request is for the page on which a person registers an App. */
export function isManifestCall(url: string): boolean {
  return PAGE.test(url.split('?', 1)[0] ?? '')
}

/**
 * The page that takes a manifest from a form, and the person who presses its button, in one: the App is registered, and the
 * browser goes where the manifest says, with the code and with the state that came.
 *
 * @see https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function answerManifest(world: World, url: string, body: Buffer): Sent {
  const address = new URL(url, 'http://sandbox')
  const [, organization] = PAGE.exec(address.pathname) ?? []
  const given = new URLSearchParams(body.toString('utf8')).get('manifest') ?? ''
  const manifest = manifestIn(given)
  if (typeof manifest === 'string') return { status: 422, bytes: manifest }
  const back = new URL(manifest.redirect_url)
  back.searchParams.set('code', registerApp(world, manifest, organization))
  const state = address.searchParams.get('state')
  if (state !== null) back.searchParams.set('state', state)
  return { status: 302, headers: { location: back.href } }
}

const MOST_NAME = 34

/** @returns What GitHub's page would say is wrong with it, where something is. */
function manifestIn(text: string): AppManifest | string {
  let manifest: AppManifest
  try {
    manifest = JSON.parse(text) as AppManifest
  } catch {
    return 'the manifest is no JSON'
  }
  if (!URL.canParse(manifest.url)) return 'url is missing'
  if (!URL.canParse(manifest.redirect_url)) return 'redirect_url is missing'
  if (!URL.canParse(manifest.hook_attributes?.url)) return 'hook_attributes.url is missing'
  if (!manifest.name || manifest.name.length > MOST_NAME) return 'name is too long'
  return Array.isArray(manifest.default_events) ? manifest : 'default_events is no list'
}
