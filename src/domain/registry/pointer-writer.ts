import { joinedBytes } from '../joined-bytes.ts'
import type { Pointers } from './pointers.ts'

const encoder = new TextEncoder()

/**
 * Writes pointers as `renderJson` does, byte by byte the same, and remembers the list of each stage that it wrote
 * last: an archive that grows by one version costs one line, and not all of them again.
 */
export class PointerWriter {
  readonly #lists = new Map<string, { versions: readonly number[]; lines: Lines }>()

  write({ schema, stages, aliases }: Pointers): Uint8Array {
    const parts: (string | Lines)[] = [`{\n  "schema": ${schema},\n  "stages": {`]
    let between = '\n'
    for (const [stage, versions] of Object.entries(stages)) {
      parts.push(`${between}    ${JSON.stringify(stage)}: [\n`, this.#lines(stage, versions), '\n    ]')
      between = ',\n'
    }
    const names = Object.entries(aliases)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([alias, version]) => `    ${JSON.stringify(alias)}: ${version}`)
    parts.push(
      between === '\n' ? '},\n' : '\n  },\n',
      names.length === 0 ? '  "aliases": {}\n}\n' : `  "aliases": {\n${names.join(',\n')}\n  }\n}\n`,
    )
    return joinedBytes(parts.map(part => (typeof part === 'string' ? encoder.encode(part) : part.bytes())))
  }

  #lines(stage: string, versions: readonly number[]): Lines {
    const known = this.#lists.get(stage)
    if (known?.versions === versions) return known.lines
    const lines = known !== undefined && grewByOne(known.versions, versions) ? known.lines : new Lines()
    for (let at = lines.count; at < versions.length; at += 1) lines.add(`      ${versions[at]}`)
    this.#lists.set(stage, { versions, lines })
    return lines
  }
}

/** Lines with a comma between them, as bytes that grow. */
class Lines {
  #bytes = new Uint8Array(64)
  #length = 0
  count = 0

  add(line: string): void {
    const text = this.count === 0 ? line : `,\n${line}`
    if (this.#length + text.length > this.#bytes.length) {
      const larger = new Uint8Array(2 * (this.#length + text.length))
      larger.set(this.bytes())
      this.#bytes = larger
    }
    // Digits, spaces and commas: a byte a character.
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written
    this.count += 1
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}

function grewByOne(before: readonly number[], after: readonly number[]): boolean {
  if (after.length !== before.length + 1) return false
  for (let at = 0; at < before.length; at += 1) if (before[at] !== after[at]) return false
  return true
}
