import { spawn } from 'node:child_process'
import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as vega from 'vega'
import { compile } from 'vega-lite'
import { describe, expect, test } from 'vitest'
import { fixture } from '../support/fixture-models.ts'
import { projectRoot } from '../support/imports.ts'
import {
  CHURN_ROWS,
  CHURN_YAML,
  churnBench,
  MODEL,
  type RealBench,
  registerBytes,
  registeredBench,
} from '../support/real-bench.ts'
import { forAllTests, gitEnvironment, temporaryFolder } from '../support/temporary.ts'

/** Runs the command line from its sources, which lie in `project`. */
function modelyard(folder: string, args: readonly string[], project: string = projectRoot) {
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    const { FORCE_COLOR: _, ...env } = gitEnvironment()
    const child = spawn(process.execPath, [join(project, 'cli/modelyard.ts'), ...args], {
      cwd: folder,
      env: { ...env, NO_COLOR: '1' },
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', status => resolve({ status, stdout, stderr }))
  })
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Width and height by a PNG's first chunk, in pixels. */
function sizeOf(png: Buffer): { readonly width: number; readonly height: number } {
  expect([...png.subarray(0, 8)]).toEqual(SIGNATURE)
  expect(png.toString('latin1', 12, 16)).toBe('IHDR')
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

/** Every picture is one, is there in both themes, and was drawn from the specification that lies beside it. */
async function expectPictures(folder: string, names: readonly string[]): Promise<void> {
  const found = (await readdir(folder)).sort()
  const expected = names.flatMap(name =>
    ['dark', 'light'].flatMap(theme => [`${name}-${theme}.png`, `${name}-${theme}.vl.json`]),
  )
  expect(found).toEqual(expected.sort())
  for (const name of found.filter(file => file.endsWith('.png'))) {
    const png = await readFile(join(folder, name))
    const { width, height } = sizeOf(png)
    expect(width, name).toBeGreaterThan(600)
    expect(height, name).toBeGreaterThan(100)
    // One colour from edge to edge packs to a few hundred bytes.
    expect(png.length, name).toBeGreaterThan(5_000)
    const specification = JSON.parse(await readFile(join(folder, name.replace('.png', '.vl.json')), 'utf8'))
    expectToCompile(specification, name)
    const page = JSON.stringify(specification).toLowerCase()
    expect(page, name).toContain(name.includes('-light') ? '#ffffff' : '#0d1117')
    expect(page, name).not.toContain('"url"')
  }
}

/** Vega-Lite compiles it without a complaint, and Vega reads what comes of it. */
function expectToCompile(specification: Parameters<typeof compile>[0], name: string): void {
  const said: string[] = []
  const listen = (...words: unknown[]) => {
    said.push(words.join(' '))
    return logger
  }
  const logger = { warn: listen, error: listen, info: () => logger, debug: () => logger, level: () => logger }
  const { spec } = compile(specification, { logger: logger as never })
  expect(said, name).toEqual([])
  expect(spec.marks?.length, name).toBeGreaterThan(0)
  expect(() => vega.parse(spec), name).not.toThrow()
}

/** Two versions, and for each what it predicts of 120 rows with two slices. */
async function twoVersions(): Promise<RealBench> {
  const [header = '', ...rows] = CHURN_ROWS.trimEnd().split('\n')
  const yaml = CHURN_YAML.replace('data/test.csv}', 'data/test.csv}, slices: [phone_service]')
  const bench = await registeredBench({
    files: {
      [`${MODEL}/model.yaml`]: yaml,
      'data/test.csv': `${[header, ...Array(30).fill(rows).flat()].join('\n')}\n`,
    },
  })
  await registerBytes(bench, fixture('models/telco-churn/v1/model.onnx'))
  const predicted = (step: number) =>
    `probability\n${Array.from({ length: 120 }, (_, row) => ((row * step) % 97) / 97).join('\n')}\n`
  await bench.write({ 'first.csv': predicted(31), 'second.csv': predicted(53) })
  return bench
}

describe('--charts draws every chart of the answer in both themes', () => {
  test('of compare', async () => {
    const { root } = await twoVersions()
    const predictions = ['--champion-predictions', 'first.csv', '--challenger-predictions', 'second.csv']
    const compare = ['compare', 'churn', '1', '2', ...predictions, '--no-evidence']
    const { status, stdout } = await modelyard(root, [...compare, '--charts', 'pictures'])
    expect(status).toBeLessThan(2)
    expect(stdout).toContain('paired rows')
    await expectPictures(join(root, 'pictures'), [
      ...['metrics', 'slices', 'roc', 'precision-recall', 'calibration'],
    ])
  }, 120_000)

  test('of evaluate, in a folder that is made for them', async () => {
    const { root } = await churnBench()
    const { status } = await modelyard(root, ['evaluate', 'churn', '1', '--charts', 'out/pictures'])
    expect(status).toBe(0)
    await expectPictures(join(root, 'out/pictures'), ['roc', 'precision-recall', 'calibration'])
  })

  test('of an answer that has none is an error that names what has', async () => {
    const { root } = await churnBench()
    const { status, stdout } = await modelyard(root, ['show', '--charts', 'out', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({
      code: 'bad-input',
      next: expect.stringContaining('compare or evaluate'),
    })
    await expect(readdir(join(root, 'out'))).rejects.toThrow()
  })
})

describe('where a package that draws is not installed', () => {
  const bench = forAllTests(churnBench)

  test.each(['vega', 'vega-lite', '@resvg/resvg-js', 'dejavu-fonts-ttf'])(
    '%s is named before anything is measured, and the rest works without it',
    async name => {
      const project = await installedWithout(name)
      const { root } = bench()
      const evaluate = ['evaluate', 'churn', '1', '--no-evidence', '--json']
      const { status, stdout, stderr } = await modelyard(root, [...evaluate, '--charts', 'out'], project)
      expect(status).toBe(2)
      expect(JSON.parse(stdout)).toMatchObject({
        kind: 'failure',
        code: 'missing-engine',
        message: expect.stringContaining(`the package ${name},`),
        next: expect.stringContaining('npm install vega vega-lite @resvg/resvg-js dejavu-fonts-ttf'),
      })
      expect(stderr).not.toContain('scoring')
      if (name !== 'vega') return
      const without = await modelyard(root, evaluate, project)
      expect(without.status).toBe(0)
      expect(JSON.parse(without.stdout)).toMatchObject({ kind: 'evaluation' })
    },
  )
})

/** The sources with all that is installed beside them but one package. */
async function installedWithout(missing: string): Promise<string> {
  const project = await temporaryFolder()
  for (const part of ['cli', 'src', 'package.json'])
    await cp(join(projectRoot, part), join(project, part), { recursive: true })
  const link = async (path: string) => {
    await mkdir(dirname(join(project, path)), { recursive: true })
    await symlink(join(projectRoot, path), join(project, path), 'junction')
  }
  for (const name of await readdir(join(projectRoot, 'node_modules'))) {
    if (name === missing || name.startsWith('.')) continue
    if (!missing.startsWith(`${name}/`)) await link(`node_modules/${name}`)
    else
      for (const inner of await readdir(join(projectRoot, 'node_modules', name)))
        if (`${name}/${inner}` !== missing) await link(`node_modules/${name}/${inner}`)
  }
  return project
}
