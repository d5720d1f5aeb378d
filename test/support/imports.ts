import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'rolldown/parseAst'

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** One import: from a file to a file of the project, or to a package (`npm:zod`, `node:fs`). */
export interface Import {
  readonly from: string
  readonly to: string
  /** Whether only types come over. */
  readonly typeOnly: boolean
  /** Whether it is loaded when the code comes to it, not at the start. */
  readonly late: boolean
}

/** All TypeScript files below folders of the project, declarations left out. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap(folder =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
      .map(entry => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/')),
  )
}

/** What a file imports: statically, dynamically and in types. */
export function importsOf(file: string): Import[] {
  const program = parseAst(readFileSync(join(projectRoot, file), 'utf8'), { lang: 'ts' })
  const found: Import[] = []
  const add = (source: string, typeOnly: boolean, late = false) =>
    found.push({ from: file, to: resolveImport(file, source), typeOnly, late })
  walk(program, node => {
    const source = stringValue(node.source)
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (source !== undefined) add(source, isTypeOnly(node))
        break
      case 'ImportExpression':
        if (source !== undefined) add(source, false, true)
        break
      case 'TSImportType':
        add(stringValue(node.source) ?? stringValue((node.argument as Node | undefined)?.literal) ?? '', true)
        break
    }
  })
  return found.filter(({ to }) => to !== '')
}

type Node = Record<string, unknown>

function isTypeOnly(node: Node): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true
  const specifiers = (node.specifiers ?? []) as Node[]
  const kinds = specifiers.map(specifier => specifier.importKind ?? specifier.exportKind)
  return kinds.length > 0 && kinds.every(kind => kind === 'type')
}

function stringValue(node: unknown): string | undefined {
  const value = (node as Node | null | undefined)?.value
  return typeof value === 'string' ? value : undefined
}

function resolveImport(file: string, source: string): string {
  if (source.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), source))
  if (source.startsWith('node:')) return source
  const parts = source.split('/')
  return `npm:${source.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]}`
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit)
  } else if (typeof value === 'object' && value !== null) {
    if (typeof (value as Node).type === 'string') visit(value as Node)
    for (const inner of Object.values(value)) walk(inner, visit)
  }
}
