import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { replayRegistry } from './example/replay.ts'
import { buildBundles } from './generate/bundles.ts'
import { generatedFiles } from './generate/files.ts'

// Remakes everything that is made from something else. `npm test` does the same and compares.

const root = new URL('../', import.meta.url)
for (const { path, content } of await generatedFiles()) {
  const file = new URL(path, root)
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, content)
}
await buildBundles(new URL('dist/', root))
await replayRegistry(fileURLToPath(new URL('registry-data', root)), 'recorded')
