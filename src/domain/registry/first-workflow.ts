import { stringify } from 'yaml'

/** The workflow that calls ours. */
export const WORKFLOW_PATH = '.github/workflows/modelyard.yml'

export interface FirstWorkflow {
  /** Of Modelyard: a commit, or a tag of a release. */
  readonly reference: string
  readonly defaultBranch: string
  /** What prepares a job for the commands of model.yaml. */
  readonly install: string | undefined
}

/**
 * Renders the workflow of a repository: it runs for every pull request, since a required check that a filter keeps
 * from running waits for ever, and grants each job no more than it needs.
 */
export function renderFirstWorkflow({ reference, defaultBranch, install }: FirstWorkflow): string {
  const [commit, tag] = /^[0-9a-f]{40}$/.test(reference) ? [reference, undefined] : [reference, reference]
  return `# Checks the registry, runs lint, training on a sample and tests of the models that a change touches, and leaves one
# comment and the commit status modelyard/pipeline.
name: Modelyard

on:
  pull_request:
  push:
    branches: [${stringify(defaultBranch).trim()}]
  merge_group:
  workflow_dispatch:

permissions: {}

concurrency:
  group: modelyard-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  pipeline:
    name: pipeline
${tag === undefined ? '' : `    # A commit in the place of ${tag} always means the same code.\n`}    uses: modelyard/modelyard/.github/workflows/pipeline.yml@${commit}
    permissions:
      actions: read
      contents: read
      pull-requests: write
      statuses: write
${install === undefined ? '' : `    with:\n      install: ${stringify(install).trim()}\n`}`
}
