import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstCallers, renderCaller } from '../../src/domain/registry/first-workflow.ts'
import { projectRoot } from './imports.ts'

export interface WorkflowFile {
  /** From the project's root; for a block of a page, the page with the line that it begins on. */
  readonly path: string
  readonly text: string
}

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')

/** Our own workflows. */
export function ownWorkflows(): WorkflowFile[] {
  return readdirSync(join(projectRoot, '.github/workflows'))
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => `.github/workflows/${name}`)
    .map(path => ({ path, text: read(path) }))
}

/** What `init` writes. */
export function firstWorkflows(reference = 'v1'): WorkflowFile[] {
  return firstCallers({
    reference,
    defaultBranch: 'main',
    python: true,
    lfs: true,
    install: 'pip install -r requirements.txt',
    models: ['churn', 'fraud'],
  }).map(caller => ({ path: caller.path, text: renderCaller(caller) }))
}

/** Every block of YAML in README, CONTRIBUTING and docs/ that is a workflow. */
export function documentedWorkflows(): WorkflowFile[] {
  const pages = readdirSync(join(projectRoot, 'docs'), { recursive: true })
    .map(name => `docs/${String(name).replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.md'))
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pages].flatMap(path =>
    workflowsIn(path, read(path)),
  )
}

/** The blocks of a Markdown page that are workflows: YAML with `on:` and `jobs:` at their left edge. */
export function workflowsIn(path: string, page: string): WorkflowFile[] {
  return [...page.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)]
    .map(({ 1: text = '', index }) => ({
      path: `${path}:${page.slice(0, index).split('\n').length + 1}`,
      text,
    }))
    .filter(({ text }) => /^on:/m.test(text) && /^jobs:/m.test(text))
}
