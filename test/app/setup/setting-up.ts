import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type SetupOptions, startSetup } from '../../../app/setup/start-setup.ts'
import { openSandbox } from '../../support/sandbox.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}
const plain = (text: string) => text.replace(/&(?:quot|#39|lt|gt|amp);/g, entity => ENTITIES[entity] ?? '')

/** What a browser does with the page that sends to GitHub: its form, as it stands. */
export function formOf(page: string): { readonly action: string; readonly manifest: string } {
  const [, action = ''] = /<form method="post" action="([^"]*)">/.exec(page) ?? []
  const [, manifest = ''] = /<input type="hidden" name="manifest" value="([^"]*)">/.exec(page) ?? []
  return { action: plain(action), manifest: plain(manifest) }
}

export const posted = (url: string, form: Readonly<Record<string, string>>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })

/** Goes the whole way of a person, to where GitHub sends the browser back. */
export async function registering(url: string, form: Readonly<Record<string, string>>): Promise<string> {
  const page = await (await posted(url, form)).text()
  const { action, manifest } = formOf(page)
  const answer = await posted(action, { manifest })
  return answer.headers.get('location') ?? `${answer.status} ${await answer.text()}`
}

/** Setting up at a sandbox, in a folder of its own. */
export async function settingUp(given: Partial<SetupOptions> = {}) {
  const sandbox = await openSandbox()
  const file = join(await temporaryFolder(), 'app.env')
  const setup = await startSetup({
    port: 0,
    apiUrl: sandbox.url,
    graphqlUrl: sandbox.graphqlUrl,
    serverUrl: sandbox.url,
    file,
    start: 'node app.mjs',
    ...given,
  })
  onTestFinished(() => setup.close())
  return { sandbox, file, setup }
}
