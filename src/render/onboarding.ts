import type { InitializationResult } from '../domain/results/initialization.ts'
import { type Block, code, dim, heading, type Line, paragraph, sentence } from './blocks.ts'
import { toMarkdown } from './markdown.ts'

/** Where pages of the repository are, and on which branch the pull request is. */
export interface OnboardingPage {
  /** The repository's own, without a slash at its end. */
  readonly url: string
  readonly branch: string
}

export interface OnboardingFacts {
  readonly result: InitializationResult
  readonly files: readonly { readonly path: string }[]
  readonly workflows: readonly { readonly path: string; readonly content: string }[]
  readonly next: readonly string[]
}

/** Servers refuse longer addresses. */
const LONGEST_LINK = 8_000

/** What the pull request says that offers a registry, in Markdown. */
export function renderOnboarding(
  { result, files, workflows, next }: OnboardingFacts,
  page: OnboardingPage,
): string {
  const parts = [
    toMarkdown([...leadOf(result), { block: 'list', items: files.map(({ path }): Line => [code(path)]) }]),
    ...(workflows.length === 0 ? [] : [toMarkdown(WORKFLOW_WORDS)]),
    ...workflows.map(workflow => workflowText(workflow, page)),
    ...(next.length === 0
      ? []
      : [
          toMarkdown([
            heading(3, 'What is left to do'),
            { block: 'list', items: next.map(line => sentence(line)) },
          ]),
        ]),
  ]
  return parts.join('\n')
}

function leadOf({ model, seen, decided }: InitializationResult): Block[] {
  return [
    heading(2, `A model registry, with the model ${model}`),
    paragraph(
      'The App was installed here and found no registry. This is what ',
      code('modelyard init'),
      ' would write. Nothing is judged before it is merged; where it is closed, it is not offered again.',
    ),
    ...(seen.length === 0
      ? []
      : [{ block: 'list', items: seen.map(item => sentence(`Found ${item}.`)) } as const]),
    ...(decided.length === 0
      ? []
      : [
          paragraph('Nobody looked into the data. Please check, and change on this branch what is wrong:'),
          {
            block: 'table',
            columns: [{ title: '' }, { title: '' }, { title: 'because' }],
            rows: decided.map(({ what, value, because }): Line[] => [what, value, dim(because)]),
          } as const,
        ]),
  ]
}

const WORKFLOW_WORDS: readonly Block[] = [
  heading(3, 'The workflows'),
  paragraph(
    'An App may write workflows only with a permission that this one does not ask for. Each link opens the editor of GitHub with the file filled in; commit it to this branch.',
  ),
]

/** A file as text, with a link that opens an editor that holds it, or its name alone where the address would be too long. */
function workflowText(
  { path, content }: { readonly path: string; readonly content: string },
  { url, branch }: OnboardingPage,
): string {
  const place = `${url}/new/${branch.split('/').map(encoded).join('/')}?filename=${encoded(path)}`
  const filled = `${place}&value=${encoded(content)}`
  const isWhole = filled.length <= LONGEST_LINK
  const words = isWhole ? 'add it' : 'add it, and copy the text into it'
  const text = toMarkdown([
    { block: 'fold', title: [code(path)], blocks: [{ block: 'code', lines: content.trimEnd().split('\n') }] },
  ])
  return `[${words}: ${path.replace(/[^\w./-]/g, '')}](${isWhole ? filled : place})\n\n${text}`
}

/** Also what encodeURIComponent leaves and Markdown reads. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*~_]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
