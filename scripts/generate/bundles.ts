import { rm } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'

const root = new URL('../../', import.meta.url)

/** What an npm package brings itself: native engines cannot be bundled. */
const EXTERNAL = [/^onnxruntime-node$/, /^@duckdb\/node-api$/, /^vega(?:-lite)?$/, /^@resvg\/resvg-js$/]

/** What every command loads. Each file costs a millisecond to find and open, so it comes in one. */
const EVERY_COMMAND =
  /^(?:cli\/(?!modelyard|help)|src\/(?:render|doors|domain\/errors|adapters\/files|adapters\/git)\/(?!isomorphic|loose-files|disk-remote)|node_modules\/(?:leven|markdown-table|fast-string))/

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

/** Builds the bundles into a folder, from nothing: the same sources give the same bytes. */
export async function buildBundles(target: URL): Promise<void> {
  await rm(target, { recursive: true, force: true })
  const bundle = await rolldown({
    cwd: fileURLToPath(root),
    input: {
      modelyard: 'cli/modelyard.ts',
      'score-child': 'src/adapters/onnx/score-child.ts',
      'time-child': 'src/adapters/onnx/time-child.ts',
    },
    external: EXTERNAL,
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    // yaml's build for Node.js is CommonJS, all of which runs at the start; the other one is modules.
    resolve: { alias: { yaml: fileURLToPath(new URL('node_modules/yaml/browser/index.js', root)) } },
    logLevel: 'warn',
    plugins: [withoutDescriptions],
  })
  try {
    await bundle.write({
      dir: fileURLToPath(new URL('cli/', target)),
      format: 'esm',
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name].mjs',
      comments: { legal: true },
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: 'run', test: id => EVERY_COMMAND.test(fromRoot(id)) }],
      },
      // Names stay, so that a stack trace can be read; what is never run need not be read from disk.
      minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    })
  } finally {
    await bundle.close()
  }
}
