import { createHash } from 'node:crypto'

/** What somebody typed, shown again with what is wrong with it. */
export interface Typed {
  readonly webhook?: string
  readonly organization?: string
  readonly problem?: string
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}label{display:block;margin:1rem 0}input{display:block;width:100%;padding:.4rem;font:inherit;box-sizing:border-box}button{padding:.5rem 1rem;font:inherit}code{overflow-wrap:anywhere}.problem{color:#a40e26}'

/** No script, no picture, no frame; forms go to this page and to GitHub alone. */
export function contentPolicy(serverUrl: string): string {
  const style = createHash('sha256').update(STYLE).digest('base64')
  return `default-src 'none'; style-src 'sha256-${style}'; form-action 'self' ${new URL(serverUrl).origin}; base-uri 'none'; frame-ancestors 'none'`
}

/** Asks where the App will be, and whose. */
export function askingPage({ webhook = '', organization = '', problem }: Typed = {}): string {
  const told = problem === undefined ? '' : `<p class="problem">${escaped(problem)}</p>`
  return page(
    'Make your GitHub App',
    `${told}<form method="post">
<label>Where GitHub reaches the App, over https
<input name="webhook" type="url" required placeholder="https://modelyard.example.com" value="${escaped(webhook)}"></label>
<label>Organization that owns it; nothing for your own account
<input name="organization" value="${escaped(organization)}"></label>
<button>Next</button>
</form>`,
  )
}

export interface Registration {
  /** Where on GitHub, with the state. */
  readonly action: string
  readonly manifest: string
  readonly webhook: string
  readonly organization: string
}

/** Sends the manifest to GitHub when the person says so. */
export function sendingPage({ action, manifest, webhook, organization }: Registration): string {
  const owner = organization === '' ? 'your own account' : `the organization ${organization}`
  return page(
    'Make your GitHub App',
    `<p>GitHub will show the App for ${escaped(owner)}, with its name, which you may change.</p>
<p>Its deliveries go to <code>${escaped(webhook)}</code>.</p>
<form method="post" action="${escaped(action)}">
<input type="hidden" name="manifest" value="${escaped(manifest)}">
<button>Go on at GitHub</button>
</form>`,
  )
}

/** What comes next, when everything is written. */
export function donePage(steps: {
  readonly file: string
  readonly start: string
  readonly install: string
}): string {
  return page(
    'The App is made',
    `<p>Its number, key and webhook secret are in <code>${escaped(steps.file)}</code>, which only you can read.</p>
<ol><li>Start it: <code>${escaped(steps.start)}</code></li>
<li>Install it: <a href="${escaped(steps.install)}" rel="noreferrer">${escaped(steps.install)}</a></li></ol>`,
  )
}

/** Something that did not work, and what to do. */
export function problemPage(title: string, text: string): string {
  return page(title, `<p class="problem">${escaped(text)}</p>`)
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} · Modelyard</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
${content}
</body></html>
`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character] ?? '')
}
