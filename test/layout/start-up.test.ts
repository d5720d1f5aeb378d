import { expect, test } from 'vitest'
import { importsOf } from '../support/imports.ts'

/** Everything that is loaded before a file's code runs. */
function loadedWith(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found
  found.add(file)
  if (!file.endsWith('.ts')) return found
  for (const { to, typeOnly, late } of importsOf(file)) if (!typeOnly && !late) loadedWith(to, found)
  return found
}

// Commands that only read take hardly longer than loading them: what is large is loaded where it is needed.
test.each(['src/commands/show.ts', 'src/commands/history.ts', 'src/commands/diff.ts'])(
  '%s loads no statistics, no whole grammar of YAML and no schemas of evidence',
  command => {
    const loaded = loadedWith(command)
    expect([...loaded]).toContain('src/domain/gates/rule.ts')
    const large =
      /^(?:npm:(?:yaml|picomatch|@stdlib)|src\/domain\/(?:stats\/special-functions|evidence\/evidence)\.ts$)/
    expect([...loaded].filter(file => large.test(file))).toEqual([])
  },
)
