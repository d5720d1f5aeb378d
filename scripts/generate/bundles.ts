import { rm } from 'node:fs/promises'
import { basename, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type OutputOptions, type Plugin, type RolldownBuild, type RolldownOptions, rolldown } from 'rolldown'
import { MONITORING_ANSWERS, SHOWS_OTHERS } from '../../actions/weights.ts'
import { BARE_ACTIONS, exportOf, HEAVY_ACTIONS, LIGHT_ACTIONS } from './actions.ts'

const root = new URL('../../', import.meta.url)

/** What an npm package brings itself: native engines cannot be bundled. */
const EXTERNAL = [/^onnxruntime-node$/, /^@duckdb\/node-bindings/, /^vega(?:-lite)?$/, /^@resvg\/resvg-js$/]

/** What every command loads. Each file costs a millisecond to find and open, so it comes in one. */
const EVERY_COMMAND =
  /^(?:cli\/(?!modelyard|help)|src\/(?:render|doors|domain\/errors|adapters\/files|adapters\/git|adapters\/runner)\/(?!isomorphic|loose-files|disk-remote)|node_modules\/(?:leven|markdown-table|fast-string))/

/** A module's path from the project's root, wherever that lies. */
const fromRoot = (id: string) => relative(fileURLToPath(root), id).replaceAll('\\', '/')

/**
 * Descriptions are for the schemas and the help that are generated from the sources; each makes a copy of what it
 * describes, at every start.
 */
const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  transform: {
    filter: { code: 'z.describe' },
    handler: (code, id) => (fromRoot(id).startsWith('src/') ? code.replaceAll(DESCRIPTION, '') : code),
  },
}
const DESCRIPTION =
  /\s*\.check\(\s*z\.describe\(\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),?\s*\),?\s*\)/g

/** What all bundles are made with. */
const OPTIONS = {
  cwd: fileURLToPath(root),
  external: EXTERNAL,
  platform: 'node',
  // yaml's build for Node.js is CommonJS, all of which runs at the start; the other one is modules.
  resolve: { alias: { yaml: fileURLToPath(new URL('node_modules/yaml/browser/index.js', root)) } },
  logLevel: 'warn',
  plugins: [withoutDescriptions],
} satisfies RolldownOptions

/** Builds the bundles into a folder, from nothing: the same sources give the same bytes. */
export async function buildBundles(target: URL): Promise<void> {
  await rm(target, { recursive: true, force: true })
  await buildCommandLine(new URL('cli/', target))
  for (const name of [...LIGHT_ACTIONS, ...BARE_ACTIONS]) await buildAction(name, new URL('actions/', target))
  await buildHeavyActions(new URL('actions/', target))
  await buildApp(new URL('app/', target))
}

/** The processes in which models run, a script each. */
const CHILDREN = {
  'score-child': 'src/adapters/onnx/score-child.ts',
  'time-child': 'src/adapters/onnx/time-child.ts',
}

/** The command line: a small file that starts, and one for each command and engine beside it. */
async function buildCommandLine(folder: URL): Promise<void> {
  const bundle = await rolldown({
    ...OPTIONS,
    input: {
      modelyard: 'cli/modelyard.ts',
      ...CHILDREN,
    },
    preserveEntrySignatures: 'allow-extension',
  })
  await writeBundle(bundle, {
    dir: fileURLToPath(folder),
    chunkFileNames: '[name].mjs',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: 'run', test: id => EVERY_COMMAND.test(fromRoot(id)) }],
    },
    // Names stay, so that a stack trace can be read; what is never run need not be read from disk.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  })
}

/** An Action that can be handed no answer of monitoring need not be able to show one. */
const withoutMonitoring: Plugin = {
  name: 'without-monitoring',
  load: {
    filter: { id: new RegExp(`/src/render/results/(?:${MONITORING_ANSWERS.join('|')})\\.ts$`) },
    handler: id =>
      `export function ${exportOf(`describe-${basename(id, '.ts')}`)}() { throw new Error('this Action shows no answer of monitoring') }`,
  },
}

/** A light Action: one file, as it is read in review. */
async function buildAction(name: string, folder: URL): Promise<void> {
  const showsAll = SHOWS_OTHERS.includes(name) || BARE_ACTIONS.includes(name)
  const bundle = await rolldown({
    ...OPTIONS,
    plugins: [...OPTIONS.plugins, ...(showsAll ? [] : [withoutMonitoring])],
    input: { [name]: `actions/${name}/index.ts` },
    // What a command loads late is compiled late, too.
    optimization: { pifeForModuleWrappers: false },
  })
  await writeBundle(bundle, {
    dir: fileURLToPath(folder),
    codeSplitting: false,
    comments: FOR_READERS,
  })
}

/** The heavy Actions: a file each that starts, and what they share in a folder beside, the children among it. */
async function buildHeavyActions(folder: URL): Promise<void> {
  const starts = HEAVY_ACTIONS.map(name => [name, `actions/${name}/index.ts`])
  const bundle = await rolldown({
    ...OPTIONS,
    input: { ...Object.fromEntries(starts), ...CHILDREN },
    preserveEntrySignatures: 'allow-extension',
  })
  await writeBundle(bundle, {
    dir: fileURLToPath(folder),
    entryFileNames: ({ name }) => (name in CHILDREN ? 'heavy/[name].mjs' : '[name].mjs'),
    chunkFileNames: 'heavy/[name].mjs',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: 'run', test: id => EVERY_ACTION.test(fromRoot(id)) }],
    },
    comments: FOR_READERS,
  })
}

/** What every heavy Action loads; with it lies what finds the children and the engines. */
const EVERY_ACTION =
  /^(?:actions\/(?![^/]+\/index)|src\/(?:render|doors|domain\/errors|adapters\/files|adapters\/git|adapters\/runner|adapters\/engines)\/(?!isomorphic|loose-files|disk-remote)|node_modules\/(?:leven|markdown-table|fast-string))/

/** Every character is read at each start; the sources say the same. */
const FOR_READERS = { legal: true, jsdoc: false, annotation: false }

/** The GitHub App: one file that needs nothing beside it, to be started and to be imported. */
export async function buildApp(folder: URL): Promise<void> {
  const bundle = await rolldown({
    ...OPTIONS,
    input: { 'modelyard-app': 'app/index.ts' },
    plugins: [withoutDescriptions, withoutInstallers],
  })
  await writeBundle(bundle, {
    dir: fileURLToPath(folder),
    codeSplitting: false,
    comments: FOR_READERS,
  })
}

/** What Probot has for others than us: what it would fetch by npx while it runs, and a log of its own. */
const NOT_OURS = /^(?:npx-import-light|@probot\/pino|pino-pretty|pino-http)$/
const REFUSING = '\0refusing'

/**
 * A bundle that fetches no package while it runs: what would do so ends with an error instead, and what would only be
 * used beside it is left out. Bottleneck comes without its stores, which it finds by `eval`.
 */
const withoutInstallers: Plugin = {
  name: 'without-installers',
  resolveId: {
    filter: { id: [NOT_OURS, /^bottleneck$/] },
    handler: id =>
      id === 'bottleneck' ? fileURLToPath(new URL('node_modules/bottleneck/light.js', root)) : REFUSING,
  },
  load: {
    filter: { id: /^\0refusing$/ },
    handler: () =>
      "const refuse = () => { throw new Error('the App loads nothing while it runs') }\nexport const npxImport = refuse, getTransformStream = refuse, pinoHttp = refuse, startTime = refuse\nexport default refuse\n",
  },
}

async function writeBundle(bundle: RolldownBuild, options: OutputOptions): Promise<void> {
  try {
    await bundle.write({ format: 'esm', entryFileNames: '[name].mjs', comments: { legal: true }, ...options })
  } finally {
    await bundle.close()
  }
}
