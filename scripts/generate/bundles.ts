import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = new URL('../../', import.meta.url)

/** What an npm package brings itself: native engines cannot be bundled. */
const EXTERNAL = [/^onnxruntime-node$/, /^@duckdb\/node-api$/]

/** Builds the bundles into a folder, from nothing: the same sources give the same bytes. */
export async function buildBundles(target: URL): Promise<void> {
  await rm(target, { recursive: true, force: true })
  const bundle = await rolldown({
    cwd: fileURLToPath(root),
    input: { modelyard: 'cli/modelyard.ts', 'score-child': 'src/adapters/onnx/score-child.ts' },
    external: EXTERNAL,
    platform: 'node',
    logLevel: 'warn',
  })
  try {
    await bundle.write({
      dir: fileURLToPath(new URL('cli/', target)),
      format: 'esm',
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name].mjs',
      comments: { legal: true },
      minify: false,
    })
  } finally {
    await bundle.close()
  }
}
