import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { projectRoot } from '../support/imports.ts'
import { runTool, testWith } from '../support/tools.ts'
import {
  documentedWorkflows,
  firstWorkflows,
  ownWorkflows,
  type WorkflowFile,
} from '../support/workflow-files.ts'

// Newer than the program: references to the repository that a file lies in, and queues of runs.
const UNKNOWN = ['specifying action "\\$/', 'reusable workflow call "\\$/', 'unexpected key "queue"'].flatMap(
  message => ['-ignore', message],
)
const AUDIT = [
  '--offline',
  '--no-progress',
  '--persona=auditor',
  '--min-severity=medium',
  '--strict-collection',
]

/** Our own releases may be called by their tag, as pages do and `init` does by itself; everything else by a commit. */
const POLICY = `rules:
  unpinned-uses:
    config:
      policies:
        modelyard/*: ref-pin
        '*': hash-pin
`

/** Workflows where a repository has them: the programs look at what lies beside them too. */
async function repositoryWith(files: readonly WorkflowFile[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-workflows-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, '.git'))
  await writeFile(join(folder, 'zizmor.yml'), POLICY)
  await mkdir(join(folder, '.github/workflows'), { recursive: true })
  for (const { path, text } of files)
    await writeFile(join(folder, '.github/workflows', `${path.replaceAll(/[^a-zA-Z0-9]/g, '-')}.yml`), text)
  return folder
}

const TEMPLATE_INJECTION = `name: bad
on: pull_request_target
permissions: write-all
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "\${{ github.event.pull_request.title }}"
`

testWith('actionlint')('actionlint finds nothing in our workflows', async () => {
  const { status, output } = await runTool('actionlint', [...UNKNOWN, '-oneline'], { cwd: projectRoot })
  expect({ status, output }).toEqual({ status: 0, output: '' })
  expect(ownWorkflows().length).toBeGreaterThan(0)
})

testWith('actionlint')('actionlint finds nothing in the workflows of the docs', async () => {
  const documented = documentedWorkflows()
  if (documented.length === 0) return
  const cwd = await repositoryWith(documented)
  const { status, output } = await runTool('actionlint', [...UNKNOWN, '-oneline'], { cwd })
  expect({ status, output }).toEqual({ status: 0, output: '' })
})

testWith('actionlint')('actionlint finds nothing in what init writes', async () => {
  const cwd = await repositoryWith(firstWorkflows())
  const { status, output } = await runTool('actionlint', [...UNKNOWN, '-oneline'], { cwd })
  expect({ status, output }).toEqual({ status: 0, output: '' })
})

testWith('zizmor')('zizmor finds nothing in what init writes', async () => {
  const cwd = await repositoryWith(firstWorkflows())
  const { status, output } = await runTool('zizmor', [...AUDIT, '.'], { cwd })
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('No findings') })
})

testWith('actionlint')('actionlint would find a title that a shell reads', async () => {
  const cwd = await repositoryWith([{ path: 'bad', text: TEMPLATE_INJECTION }])
  const { status, output } = await runTool('actionlint', [...UNKNOWN, '-oneline'], { cwd })
  expect(status).toBe(1)
  expect(output).toContain('potentially untrusted')
})

testWith('zizmor')('zizmor finds nothing in our workflows and Actions', async () => {
  const { status, output } = await runTool('zizmor', [...AUDIT, '.github'], { cwd: projectRoot })
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('No findings') })
})

testWith('zizmor')('zizmor finds nothing in the workflows of the docs', async () => {
  const documented = documentedWorkflows()
  if (documented.length === 0) return
  const cwd = await repositoryWith(documented)
  const { status, output } = await runTool('zizmor', [...AUDIT, '.'], { cwd })
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('No findings') })
})

testWith('zizmor')('zizmor would find what a workflow must not do', async () => {
  const cwd = await repositoryWith([{ path: 'bad', text: TEMPLATE_INJECTION }])
  const { status, output } = await runTool('zizmor', [...AUDIT, '.'], { cwd })
  expect(status).toBe(14)
  expect(output).toMatch(/template-injection/)
  expect(output).toMatch(/dangerous-triggers/)
})
