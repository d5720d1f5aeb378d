import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildApp } from '../../scripts/generate/bundles.ts'
import { forAllTests, temporaryFolder } from '../support/temporary.ts'

/** The App's bundle as the sources give it, alone in a folder; to be called where tests are declared. */
export function builtApp(): () => { readonly folder: string; readonly file: string } {
  return forAllTests(async () => {
    const folder = await temporaryFolder()
    await buildApp(pathToFileURL(`${folder}/`))
    return { folder, file: join(folder, 'modelyard-app.mjs') }
  }, 120_000)
}
