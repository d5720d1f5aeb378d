/** What calls our workflows in the demo's repository, and what its team wrote to deploy. */
export const WORKFLOWS = {
  pipeline: '.github/workflows/modelyard.yml',
  promotion: '.github/workflows/modelyard-promote.yml',
  seal: '.github/workflows/modelyard-seal.yml',
  deploy: '.github/workflows/deploy.yml',
} as const

const CALLED = 'modelyard/modelyard/.github/workflows'

/** The files that a team commits once, by path. */
export const SET_UP: Readonly<Record<string, string>> = {
  '.gitignore': 'node_modules\n',
  '.github/CODEOWNERS':
    '/registry-data/ @ben @ines\n/.github/ @ben @ines\n/examples/telco-churn/data/test.csv @ben @ines\n',
  '.github/modelyard.yml': `registry: registry-data
# The workflows whose evidence is believed.
workflows: [${WORKFLOWS.pipeline}, ${WORKFLOWS.promotion}, ${WORKFLOWS.seal}]
# What is started where a promotion was merged.
deploy: {staging: ${WORKFLOWS.deploy}, production: ${WORKFLOWS.deploy}}
`,
  [WORKFLOWS.pipeline]: `name: Modelyard
on:
  pull_request:
  push: {branches: [main]}
permissions: {}
jobs:
  pipeline:
    if: github.event_name == 'pull_request'
    uses: ${CALLED}/pipeline.yml@v1
    permissions: {actions: read, contents: read, pull-requests: write, statuses: write}
    with: {python-version: '', install: npm ci}
  candidate:
    if: github.event_name == 'push'
    uses: ${CALLED}/candidate.yml@v1
    permissions: {contents: write, pull-requests: write, statuses: write}
    with: {python-version: '', install: npm ci}
`,
  [WORKFLOWS.promotion]: `name: Modelyard promotion
on:
  workflow_dispatch: {inputs: {kind: {default: promotion}, model: {required: true}, version: {}, stage: {}, reason: {}}}
permissions: {}
jobs:
  promote:
    uses: ${CALLED}/promote.yml@v1
    permissions: {contents: write, pull-requests: write, statuses: write}
    with:
      kind: \${{ inputs.kind }}
      model: \${{ inputs.model }}
      version: \${{ inputs.version }}
      stage: \${{ inputs.stage }}
      reason: \${{ inputs.reason }}
      python-version: ''
`,
  [WORKFLOWS.seal]: `name: Modelyard seal
on:
  push: {branches: [main]}
permissions: {}
jobs:
  seal:
    uses: ${CALLED}/seal.yml@v1
    permissions: {actions: write, contents: write, deployments: write, pull-requests: write}
`,
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
