import { ROUTES } from './areas.ts'
import { description, type Operation } from './openapi/description.ts'
import type { Endpoint } from './route.ts'

export interface Route {
  readonly id: string
  readonly operation: Operation
  readonly endpoint: Endpoint
}

export interface Match {
  readonly route: Route
  /** Decoded values of the path's parameters. */
  readonly path: Readonly<Record<string, string>>
}

interface Pattern extends Route {
  readonly expression: RegExp
  readonly names: readonly string[]
}

let patterns: readonly Pattern[] | undefined

/** The route of a request, the one with the most fixed words first, as `/issues/comments/7` before `/issues/{number}`. */
export function matchRoute(method: string, pathname: string): Match | undefined {
  patterns ??= allPatterns()
  for (const pattern of patterns) {
    if (pattern.operation.method !== method) continue
    const values = pattern.expression
      .exec(pathname)
      ?.slice(1)
      .map(value => decoded(value ?? ''))
    if (values === undefined || values.includes(undefined)) continue
    return {
      route: pattern,
      path: Object.fromEntries(pattern.names.map((name, at) => [name, values[at] ?? ''])),
    }
  }
  return undefined
}

function allPatterns(): Pattern[] {
  const known = description().operations
  const found = ROUTES.flatMap(routes => Object.entries(routes)).map(([id, endpoint]): Pattern => {
    const operation = known[id]
    if (operation === undefined)
      throw new Error(`operations.json has no ${id}; run scripts/generate-openapi.ts`)
    return { id, operation, endpoint, ...patternOf(operation) }
  })
  return found.sort(
    (a, b) => a.names.length - b.names.length || b.operation.path.length - a.operation.path.length,
  )
}

function patternOf({ path, parameters }: Operation): Pick<Pattern, 'expression' | 'names'> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  const long = parameters.filter(({ multiSegment }) => multiSegment).map(({ name }) => name)
  const source = path
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    // A path of files may be empty, and then its slash is left out, too.
    .replace(/\/\{(\w+)\}$/, (whole, name: string) => (long.includes(name) ? '(?:/(.*))?' : whole))
    .replace(/\{(\w+)\}/g, (_, name: string) => (long.includes(name) ? '(.+?)' : '([^/]+)'))
  return { names, expression: new RegExp(`^${source}$`) }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
