import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lfsObjectsOf } from '../../sandbox/state/lfs-objects.ts'
import { releasesOf } from '../../sandbox/state/releases.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { register } from '../../src/commands/register.ts'
import { lazyGitHub } from '../../src/doors/github.ts'
import { lazyStored } from '../../src/doors/stored.ts'
import { cloneOf, hostedScene } from '../sandbox/hosted.ts'
import { fixture } from '../support/fixture-models.ts'
import { CHURN_FILES, MODEL, realPorts, run } from '../support/real-bench.ts'
import { repositoryAt } from '../support/temporary.ts'
import { sha256 } from '../support/workbench.ts'

const ONNX = fixture('models/telco-churn/v3/model.onnx')
const ATTRIBUTES = { '.gitattributes': '*.onnx filter=lfs -text\n' }
// As if git-lfs were not installed: nothing puts the bytes into a checkout.
const NO_FILTER = ['config', 'filter.lfs.required', 'false'] as const

/** A clone of the repository on GitHub, with the ports that a job's token gives. */
async function job(scene: Awaited<ReturnType<typeof hostedScene>>, root: string) {
  const { sandbox, token } = scene
  const ports = await realPorts(root)
  const github = lazyGitHub(
    {
      GITHUB_REPOSITORY: 'acme/models',
      GITHUB_API_URL: sandbox.url,
      GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
      GITHUB_SERVER_URL: sandbox.url,
    },
    token.value,
  )
  return { ...repositoryAt(root), github, ports: { ...ports, stored: lazyStored(ports, github.outer) } }
}

test.each([
  ['Git LFS', ATTRIBUTES, {}],
  ['a release', {}, { uri: 'release:churn/v1/model.onnx' }],
])('what a job registered into %s is scored in another clone, fetched once', async (_, files, input) => {
  const scene = await hostedScene({ contents: 'write', pull_requests: 'write' })
  const { repository, sandbox, clone } = scene
  repository.actionsMayOpenPulls = true
  await clone.git(...NO_FILTER)
  await clone.commit('the registry', { ...CHURN_FILES, ...files })
  await clone.git('push', '-q', 'origin', 'main')
  const first = await job(scene, clone.root)
  await first.write({ '.git/given.onnx': ONNX })
  const { pullRequests, merges } = first.github
  const proposing = { ...first, ports: { ...first.ports, pullRequests, merges } }
  const artifact = join(clone.root, '.git/given.onnx')
  const registered = await run(register, proposing, { model: 'churn', artifact, ...input })
  expect(registered).toMatchObject({ status: 'proposed' })
  const held = [
    ...lfsObjectsOf(repository).keys(),
    ...releasesOf(repository).map(one => one.assets[0]?.sha256),
  ]
  expect(held).toEqual([sha256(ONNX)])

  const other = await cloneOf(scene, 'grace')
  await other.git(...NO_FILTER)
  await other.git('fetch', '-q', 'origin')
  await other.git('checkout', '-q', `modelyard/churn/register-${sha256(ONNX).slice(0, 12)}`)
  expect(await other.git('ls-files', `${MODEL}/versions/1`)).toContain('version.json')
  const second = await job(scene, other.root)
  const calls = () => sandbox.log.filter(({ route }) => /lfs\/download|_storage/.test(route)).length
  await run(evaluate, second, { model: 'churn', version: '1', evidence: false })
  await run(evaluate, second, { model: 'churn', version: '1', evidence: false })
  expect(calls()).toBe(1)
})
