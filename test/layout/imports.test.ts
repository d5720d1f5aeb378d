import { describe, expect, test } from 'vitest'
import { type Import, importsOf, sourceFiles } from '../support/imports.ts'

/** One allowed direction. `types`: only types may come over. */
interface Row {
  readonly from: RegExp
  readonly to: RegExp
  readonly types?: true
}

// The table of the architecture: an import that no row allows fails, and so does a row that allows nothing any more.
const TABLE: readonly Row[] = [
  { from: /^src\/domain\//, to: /^src\/domain\// },
  { from: /^src\/domain\//, to: /^npm:zod$/ },
  { from: /^src\/domain\/stats\//, to: /^npm:@stdlib\// },
  { from: /^src\/domain\/registry\//, to: /^npm:yaml$/ },
  { from: /^src\/domain\/registry\//, to: /^npm:picomatch$/ },
  { from: /^src\/domain\/errors\//, to: /^npm:leven$/ },
  { from: /^src\/domain\/retraining\//, to: /^npm:croner$/ },
  { from: /^src\/domain\/stats\/special-functions\.ts$/, to: /^npm:@stdlib\// },
  { from: /^src\/domain\/evidence\/test-reports\//, to: /^npm:(?:fast-xml-parser|tap-parser)$/ },
  { from: /^src\/ports(?:\.ts$|\/)/, to: /^src\/(?:domain|ports)\//, types: true },
  { from: /^src\/commands\//, to: /^src\/(?:domain|commands)\// },
  { from: /^src\/commands\//, to: /^src\/ports\.ts$/, types: true },
  { from: /^src\/commands\//, to: /^npm:zod$/ },
  { from: /^src\/adapters\//, to: /^src\/domain\/errors\// },
  { from: /^src\/adapters\//, to: /^src\/domain\//, types: true },
  { from: /^src\/adapters\//, to: /^src\/ports\.ts$/, types: true },
  { from: /^src\/adapters\/files\//, to: /^src\/adapters\/files\// },
  { from: /^src\/adapters\/web\//, to: /^src\/adapters\/web\// },
  { from: /^src\/adapters\/http\//, to: /^src\/adapters\/http\// },
  { from: /^src\/adapters\/git\//, to: /^src\/adapters\/git\// },
  { from: /^src\/adapters\/duckdb\//, to: /^src\/adapters\/duckdb\// },
  { from: /^src\/adapters\/onnx\//, to: /^src\/adapters\/onnx\// },
  { from: /^src\/adapters\/process\//, to: /^src\/adapters\/process\// },
  { from: /^src\/adapters\//, to: /^node:/ },
  { from: /^src\/adapters\/github\//, to: /^src\/adapters\/github\// },
  { from: /^src\/adapters\/github\//, to: /^npm:@octokit\/core$/ },
  { from: /^src\/adapters\/git\//, to: /^npm:isomorphic-git$/ },
  // There is one way to write a file.
  { from: /^src\/adapters\//, to: /^src\/adapters\/files\/write-file-atomic\.ts$/ },
  { from: /^src\/adapters\/duckdb\//, to: /^npm:@duckdb\/node-(?:api|bindings)$/ },
  { from: /^src\/adapters\/onnx\//, to: /^npm:(?:onnxruntime-node|@bufbuild\/protobuf)$/ },
  { from: /^src\/adapters\/chart\//, to: /^src\/adapters\/chart\// },
  { from: /^src\/adapters\/chart\//, to: /^npm:(?:vega|vega-lite|@resvg\/resvg-js)$/ },
  { from: /^src\/render\//, to: /^src\/domain\/errors\// },
  { from: /^src\/render\//, to: /^src\/domain\//, types: true },
  { from: /^src\/render\//, to: /^src\/render\// },
  { from: /^src\/render\//, to: /^npm:(?:markdown-table|fast-string-width)$/ },
  // What the doors share. No door imports another.
  { from: /^src\/doors\//, to: /^src\/(?:doors|adapters|render|domain\/errors)\// },
  { from: /^src\/doors\//, to: /^src\/ports\.ts$/, types: true },
  { from: /^cli\//, to: /^cli\// },
  { from: /^cli\//, to: /^src\/(?:commands|adapters|render|doors)\// },
  { from: /^cli\//, to: /^src\/domain\/(?:errors\/|release\.ts$)/ },
  { from: /^cli\//, to: /^src\/domain\//, types: true },
  { from: /^cli\//, to: /^src\/ports\.ts$/, types: true },
  { from: /^cli\//, to: /^node:/ },
  { from: /^actions\//, to: /^actions\// },
  { from: /^actions\//, to: /^src\/(?:commands|adapters|render|doors|domain\/errors)\// },
  { from: /^actions\/setup\//, to: /^src\/domain\/release\.ts$/ },
  { from: /^actions\//, to: /^src\/domain\//, types: true },
  { from: /^actions\//, to: /^src\/ports\.ts$/, types: true },
  { from: /^actions\//, to: /^node:/ },
  { from: /^app\//, to: /^app\// },
  { from: /^app\//, to: /^src\/(?:commands|adapters|render|doors|domain\/errors)\// },
  { from: /^app\//, to: /^src\/domain\//, types: true },
  { from: /^app\//, to: /^src\/ports\.ts$/, types: true },
  { from: /^app\//, to: /^node:/ },
  { from: /^app\//, to: /^npm:(?:pino|probot)$/ },
  // A stand-in for GitHub that shares nothing with the product, so that it cannot share its mistakes.
  { from: /^sandbox\//, to: /^sandbox\// },
  { from: /^sandbox\//, to: /^node:/ },
  { from: /^sandbox\//, to: /^npm:(?:ajv|graphql|yaml)$/ },
]

const files = sourceFiles(['src', 'app', 'cli', 'actions', 'sandbox'])
const imports = files.flatMap(importsOf)

const allows = (row: Row, { from, to, typeOnly }: Import) =>
  row.from.test(from) && row.to.test(to) && (typeOnly || !row.types)

describe('import directions', () => {
  test('every import goes in an allowed direction', () => {
    const forbidden = imports.filter(found => !TABLE.some(row => allows(row, found)))
    expect(forbidden).toEqual([])
    expect(imports.length).toBeGreaterThan(300)
  })

  test('every row of the table allows something that is there', () => {
    const idle = TABLE.filter(row => !imports.some(found => allows(row, found)))
    expect(idle).toEqual([])
  })

  test('no file imports itself by way of others', () => {
    const graph = new Map(
      files.map(file => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]),
    )
    expect(findCycle(graph)).toBeUndefined()
  })

  test('examples use nothing of the product', () => {
    const reaching = sourceFiles(['examples'])
      .flatMap(importsOf)
      .filter(({ to }) => /^(?:src|cli|actions|sandbox|scripts)\//.test(to))
    expect(reaching).toEqual([])
  })

  // It stands in for GitHub where nobody could have the real one; what users get knows nothing of it.
  test('beside the tests only the demo and what makes the sandbox itself import the sandbox', () => {
    const reaching = sourceFiles(['src', 'cli', 'actions', 'scripts'])
      .flatMap(importsOf)
      .filter(({ to }) => to.startsWith('sandbox/'))
      .map(({ from }) => from)
    const allowed =
      /^scripts\/(?:demo(?:\.ts$|\/)|generate-openapi\.ts$|generate\/(?:openapi|strict-schema|webhooks)\.ts$)/
    expect(reaching.filter(from => !allowed.test(from))).toEqual([])
    expect(reaching.some(from => from.startsWith('scripts/demo/'))).toBe(true)
  })

  test('a forbidden edge and a cycle would be found', () => {
    const edges: Import[] = [
      { from: 'src/domain/registry/fold.ts', to: 'src/adapters/git/index.ts', typeOnly: true, late: false },
      { from: 'src/domain/registry/fold.ts', to: 'node:fs', typeOnly: false, late: false },
      { from: 'src/render/text.ts', to: 'src/domain/registry/fold.ts', typeOnly: false, late: false },
      {
        from: 'src/adapters/git/index.ts',
        to: 'src/adapters/onnx/inference.ts',
        typeOnly: false,
        late: false,
      },
      { from: 'src/commands/show.ts', to: 'src/render/index.ts', typeOnly: false, late: false },
      { from: 'actions/run-action.ts', to: 'cli/ports.ts', typeOnly: true, late: false },
      { from: 'src/doors/ports.ts', to: 'src/commands/define.ts', typeOnly: true, late: false },
    ]
    expect(edges.filter(edge => TABLE.some(row => allows(row, edge)))).toEqual([])
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ),
    ).toEqual(['a', 'b', 'c', 'a'])
  })
})

/** A way from a file back to itself, if there is one. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file])
      if (cycle !== undefined) return cycle
    }
    done.add(file)
    return undefined
  }
  for (const file of graph.keys()) {
    const cycle = visit(file, [])
    if (cycle !== undefined) return cycle
  }
  return undefined
}
