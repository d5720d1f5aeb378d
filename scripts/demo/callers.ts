import { renderFirstConfig } from '../../src/domain/registry/first-definition.ts'
import {
  firstCallers,
  PROMOTE_WORKFLOW_PATH,
  renderCaller,
  WORKFLOW_PATH,
} from '../../src/domain/registry/first-workflow.ts'

/** What calls our workflows in the demo's repository, as `init` writes it, and what its team wrote to deploy. */
export const WORKFLOWS = {
  pipeline: WORKFLOW_PATH,
  promotion: PROMOTE_WORKFLOW_PATH,
  seal: PROMOTE_WORKFLOW_PATH,
  deploy: '.github/workflows/deploy.yml',
} as const

const CALLERS = firstCallers({
  reference: 'v1',
  defaultBranch: 'main',
  install: 'npm ci',
  python: false,
  lfs: false,
  models: [],
})

/** The files that a team commits once, by path. */
export const SET_UP: Readonly<Record<string, string>> = {
  '.gitignore': 'node_modules\n',
  '.github/CODEOWNERS':
    '/registry-data/ @ben @ines\n/.github/ @ben @ines\n/examples/telco-churn/data/test.csv @ben @ines\n',
  '.github/modelyard.yml': `${renderFirstConfig(
    'registry-data',
    CALLERS.map(({ path }) => path),
  )}# What is started where a promotion was merged.
deploy: {staging: ${WORKFLOWS.deploy}, production: ${WORKFLOWS.deploy}}
`,
  ...Object.fromEntries(CALLERS.map(caller => [caller.path, renderCaller(caller)])),
  [WORKFLOWS.deploy]: `name: Deploy
on:
  workflow_dispatch: {inputs: {model: {required: true}, version: {required: true}, digest: {required: true}}}
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-24.04
    steps: [{run: echo 'the team deploys as it always did'}]
`,
}
