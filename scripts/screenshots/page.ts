import { readFileSync } from 'node:fs'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const MERMAID = readFileSync(
  new URL('../../node_modules/mermaid/dist/mermaid.min.js', import.meta.url),
  'utf8',
)

/** A page that looks as a comment on GitHub does: its measures and colours, written anew. */
export function commentPage(markdown: string, theme: 'light' | 'dark', isOpen: boolean): string {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
    .replace(
      /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
      '<div class="mermaid">$1</div>',
    )
    .replaceAll('<details>', isOpen ? '<details open>' : '<details>')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${styleOf(theme)}</style>
<article>${html}</article><script>${MERMAID}</script>
<script>mermaid.initialize({ startOnLoad: false, theme: '${theme === 'dark' ? 'dark' : 'default'}' })
window.drawn = mermaid.run({ querySelector: '.mermaid' })</script></html>`
}

function styleOf(theme: 'light' | 'dark'): string {
  const [page, text, line, stripe, code, muted] =
    theme === 'light'
      ? ['#ffffff', '#1f2328', '#d1d9e0', '#f6f8fa', '#818b981f', '#59636e']
      : ['#0d1117', '#f0f6fc', '#3d444d', '#151b23', '#656c7633', '#9198a1']
  return `
    body { margin: 0; background: ${page}; color: ${text}; font: 14px/1.5 'Noto Sans', 'DejaVu Sans', Helvetica, sans-serif; }
    article { padding: 16px; overflow-wrap: break-word; }
    h2, h3 { font-size: 1.25em; line-height: 1.25; margin: 0 0 16px; font-weight: 600; }
    h2 { font-size: 1.5em; border-bottom: 1px solid ${line}; padding-bottom: .3em; }
    p, ul, table, details, pre, .mermaid { margin: 0 0 16px; }
    ul { padding-left: 2em; }
    table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; }
    th, td { border: 1px solid ${line}; padding: 6px 13px; }
    tr:nth-child(2n) td { background: ${stripe}; }
    code { font: 85% 'DejaVu Sans Mono', monospace; background: ${code}; border-radius: 6px; padding: .2em .4em; white-space: break-spaces; }
    summary { cursor: pointer; }
    details[open] > summary { margin-bottom: 16px; }
    sub { font-size: 12px; color: ${muted}; vertical-align: baseline; }
    .mermaid svg { max-width: 100%; height: auto; }`
}
