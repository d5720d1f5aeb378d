import { run } from './run.ts'

export { createNodeMiddleware, type Middleware } from './middleware.ts'
export { readSettings, type Settings } from './settings.ts'

// `npm run app`: the GitHub App as a process. Imported, it is the middleware, and starts nothing.
if (import.meta.main) process.exitCode = await run(process.argv.slice(2), process.env)
