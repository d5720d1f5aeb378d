import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { HELP } from '../../cli/help.generated.ts'
import { RELEASE } from '../../src/domain/release.ts'
import { projectRoot } from '../support/imports.ts'
import { exampleBench } from '../support/real-bench.ts'
import { forAllTests, gitEnvironment, repositoryAt, temporaryFolder } from '../support/temporary.ts'

const run = promisify(execFile)

interface Ended {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs npm or npx as it is set up on a machine that has never seen this project, and is not connected. */
async function npm(program: 'npm' | 'npx', folder: string, args: readonly string[]): Promise<Ended> {
  const inherited = Object.entries(gitEnvironment()).filter(([name]) => !/^(?:npm_|path$)/i.test(name))
  const env = {
    ...Object.fromEntries(inherited),
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    NO_COLOR: '1',
    npm_config_offline: 'true',
    npm_config_cache: join(folder, '..', 'cache'),
    npm_config_userconfig: join(folder, '..', 'no-npmrc'),
    npm_config_update_notifier: 'false',
    npm_config_loglevel: 'error',
  }
  const shell = process.platform === 'win32'
  try {
    const { stdout, stderr } = await run(program, [...args], { cwd: folder, env, shell, maxBuffer: 1 << 26 })
    return { status: 0, stdout, stderr }
  } catch (error) {
    const {
      code = 1,
      stdout = '',
      stderr = '',
    } = error as { code?: number; stdout?: string; stderr?: string }
    return { status: code, stdout, stderr }
  }
}

interface Packed {
  readonly files: readonly { readonly path: string; readonly mode: number }[]
  readonly filename: string
}

/** The project, packed and installed in a folder that holds nothing else. */
const installed = forAllTests(async () => {
  const root = await temporaryFolder()
  const folder = join(root, 'app')
  await mkdir(folder)
  const packing = ['pack', projectRoot, '--json', '--ignore-scripts', '--pack-destination', root]
  const [packed] = JSON.parse((await npm('npm', folder, packing)).stdout) as [Packed]
  await writeFile(join(folder, 'package.json'), '{"private": true}\n')
  const installing = [
    'install',
    join(root, packed.filename),
    '--omit=optional',
    '--ignore-scripts',
    '--no-audit',
  ]
  return { folder, packed, installing: await npm('npm', folder, installing) }
})

const modelyard = (...args: string[]) => npm('npx', installed().folder, ['modelyard', ...args])

describe('the package', () => {
  const committed = (folder: string) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(projectRoot.length).replaceAll('\\', '/'))

  test('holds the bundles, the schemas and what a reader needs, and nothing else', () => {
    const paths = installed().packed.files.map(({ path }) => path)
    const wanted = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']
    expect([...paths].sort()).toEqual([...wanted, ...committed('dist/cli'), ...committed('schemas')].sort())
  })

  test('names no machine that it was made on', () => {
    const folder = join(installed().folder, 'node_modules/modelyard')
    const naming = installed().packed.files.filter(({ path }) =>
      readFileSync(join(folder, path), 'utf8').includes(projectRoot.slice(0, -1)),
    )
    expect(naming).toEqual([])
  })

  test('installs without a network, and brings nothing with it', () => {
    const { folder, installing } = installed()
    expect(installing).toMatchObject({ status: 0, stderr: '' })
    const names = readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.'))
    expect(names).toEqual(['modelyard'])
  })

  test('asks for nothing but the engines, and those are optional', () => {
    const facts = JSON.parse(
      readFileSync(join(installed().folder, 'node_modules/modelyard/package.json'), 'utf8'),
    ) as Record<string, unknown>
    expect(facts).toMatchObject({ version: RELEASE, bin: { modelyard: 'dist/cli/modelyard.mjs' } })
    expect(facts.dependencies ?? {}).toEqual({})
    expect(Object.keys(facts.optionalDependencies ?? {})).toEqual([
      '@duckdb/node-bindings',
      '@resvg/resvg-js',
      'dejavu-fonts-ttf',
      'onnxruntime-node',
      'vega',
      'vega-lite',
    ])
    expect(Object.keys((facts.scripts ?? {}) as object).filter(name => /install|prepare/.test(name))).toEqual(
      [],
    )
  })
})

describe('npx modelyard', () => {
  test('--help and --version work', async () => {
    expect(await modelyard('--help')).toEqual({ status: 0, stdout: HELP.help, stderr: '' })
    expect(await modelyard('--version')).toEqual({ status: 0, stdout: `${RELEASE}\n`, stderr: '' })
  })

  test('init and show make a registry and read it', async () => {
    const { git, commit } = repositoryAt(installed().folder)
    await git('init', '-q', '-b', 'main')
    await git('config', 'user.name', 'Ada Lovelace')
    await git('config', 'user.email', 'ada@example.com')
    const init = await modelyard('init', '--yes')
    expect(init).toMatchObject({ status: 0, stderr: '' })
    expect(init.stdout).toContain('added registry-data/models/app/model.yaml')
    await commit('Add the model registry', { '.gitignore': 'node_modules\n' })
    const show = await modelyard('show', '--json')
    expect(show).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(show.stdout)).toMatchObject({ kind: 'model-list', models: [{ model: 'app' }] })
    expect(await modelyard('validate')).toMatchObject({ status: 0, stderr: '' })
  })

  test('evaluate says which package to install where the engines are not', async () => {
    const program = join(installed().folder, 'node_modules/modelyard/dist/cli/modelyard.mjs')
    const { root } = await exampleBench()
    const ended = await run(process.execPath, [program, 'evaluate', 'telco-churn', 'latest'], {
      cwd: root,
      env: { ...gitEnvironment(), NO_COLOR: '1' },
    }).catch((error: unknown) => error)
    expect(ended).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/npm install (?:@duckdb\/node-bindings|onnxruntime-node)/),
    })
  })
})
