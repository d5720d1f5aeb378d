import { expect } from 'vitest'
import { runWorkflow } from '../support/act/run-workflow.ts'
import { temporaryRepository } from '../support/temporary.ts'
import { testWith } from '../support/tools.ts'

const WORKFLOW = `on: pull_request
permissions: {}
jobs:
  first:
    runs-on: ubuntu-24.04
    strategy: {fail-fast: false, matrix: {model: [churn, tenure]}}
    steps:
      - uses: actions/checkout@v6
        with: {persist-credentials: false}
      - id: say
        run: |
          echo "version=$(node --version)" >> "$GITHUB_OUTPUT"
          mkdir found && cp words.txt found
      - uses: actions/upload-artifact@v7
        with: {name: "words-\${{ matrix.model }}", path: found}
  second:
    needs: first
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/download-artifact@v8
        with: {path: all}
      - id: list
        run: echo "names=$(ls all | tr '\\n' ' ')" >> "$GITHUB_OUTPUT"
      - run: |
          echo "::error::it is wrong"
          exit 1
  third:
    needs: second
    runs-on: ubuntu-24.04
    steps: [{run: 'true'}]
`

testWith('act')(
  'a workflow runs as its file says, on Node 24, and hands files on between its jobs',
  async () => {
    const { root, commit } = await temporaryRepository()
    await commit('Add a workflow', { '.github/workflows/a.yml': WORKFLOW, 'words.txt': 'yes\n' })
    const run = await runWorkflow({
      repository: root,
      workflow: '.github/workflows/a.yml',
      event: 'pull_request',
      payload: { pull_request: { number: 7 } },
    })
    expect(run, run.log).toMatchObject({
      status: 1,
      jobs: { 'first (churn)': 'success', 'first (tenure)': 'success', second: 'failure' },
      outputs: {
        'first (churn)/say.version': expect.stringMatching(/^v24\./),
        'second/list.names': 'words-churn words-tenure ',
      },
      annotations: [{ level: 'error', message: 'it is wrong' }],
    })
    expect(Object.keys(run.jobs)).toHaveLength(3)
  },
)
