import { readFileSync } from 'node:fs'

/** What heavy Actions install beside their bundle: what cannot be bundled. */
export const ENGINES = [
  '@duckdb/node-bindings',
  '@resvg/resvg-js',
  'dejavu-fonts-ttf',
  'onnxruntime-node',
  'vega',
  'vega-lite',
]

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly [key: string]: unknown
}

interface Lockfile {
  readonly lockfileVersion: number
  readonly packages: Readonly<Record<string, Locked>>
}

/**
 * The part of a lockfile that some of its packages need, as a project of its own: the same versions and digests as
 * those that the tests ran with.
 *
 * @param names - Packages at the top of the lockfile.
 * @returns package.json and its package-lock.json.
 */
export function enginesProject(
  { lockfileVersion, packages }: Lockfile,
  names: readonly string[],
): { readonly manifest: object; readonly lockfile: object } {
  const required = new Set<string>()
  const all = new Set<string>()
  const follow = (place: string, found: Set<string>, withOptional: boolean) => {
    if (found.has(place)) return
    found.add(place)
    const { dependencies = {}, optionalDependencies = {} } = packages[place] as Locked
    // Of a package that may be missing npm lists the name in both.
    const needed = Object.keys(dependencies).filter(name => !(name in optionalDependencies))
    for (const name of needed) follow(placeOf(packages, place, name), found, withOptional)
    if (!withOptional) return
    for (const name of Object.keys(optionalDependencies)) {
      const at = findPlace(packages, place, name)
      if (at !== undefined) follow(at, found, withOptional)
    }
  }
  for (const name of names) {
    follow(`node_modules/${name}`, required, false)
    follow(`node_modules/${name}`, all, true)
  }
  const dependencies = Object.fromEntries(
    names.map(name => [name, String((packages[`node_modules/${name}`] as Locked).version)]),
  )
  const manifest = { name: 'modelyard-engines', private: true, type: 'module', dependencies }
  const entries = [...all]
    .sort()
    .map(place => [place, entryOf(packages[place] as Locked, required.has(place))])
  const lockfile = {
    name: manifest.name,
    lockfileVersion,
    requires: true,
    packages: { '': { name: manifest.name, dependencies }, ...Object.fromEntries(entries) },
  }
  return { manifest, lockfile }
}

/** The files of that project, from the lockfile of our own. */
export function enginesFiles(root: URL): { readonly path: string; readonly content: string }[] {
  const own = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as Lockfile
  const { manifest, lockfile } = enginesProject(own, ENGINES)
  return [
    { path: 'actions/engines/package.json', content: `${JSON.stringify(manifest, null, 2)}\n` },
    { path: 'actions/engines/package-lock.json', content: `${JSON.stringify(lockfile, null, 2)}\n` },
  ]
}

function entryOf(
  { dev: _dev, devOptional: _both, optional: _optional, ...entry }: Locked,
  isRequired: boolean,
) {
  return isRequired ? entry : { ...entry, optional: true }
}

/** Where a package finds another one: in its own folder, or in one around it. */
function findPlace(packages: Lockfile['packages'], from: string, name: string): string | undefined {
  for (let around = from; ; around = around.slice(0, Math.max(0, around.lastIndexOf('/node_modules/')))) {
    const place = around === '' ? `node_modules/${name}` : `${around}/node_modules/${name}`
    if (place in packages) return place
    if (around === '') return undefined
  }
}

function placeOf(packages: Lockfile['packages'], from: string, name: string): string {
  const place = findPlace(packages, from, name)
  if (place === undefined) throw new Error(`the lockfile has no ${name}, which ${from} needs`)
  return place
}
