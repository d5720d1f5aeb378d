import { parse } from 'yaml'
import * as z from 'zod/mini'
import { DEFAULT_LIFECYCLE, Lifecycle } from '../../src/domain/registry/lifecycle.ts'
import { foldOf, mutateRecords, type Setting } from './record-mutations.ts'
import { type Choices, seeded } from './seeded.ts'
import type { Registry } from './start-registries.ts'
import { mutateBytes, mutateJsonValue, mutateLines, mutateNumber, mutateYaml } from './text-mutations.ts'
import { sha256 } from './workbench.ts'

type Files = Map<string, Uint8Array>

export interface Mutated {
  readonly files: Registry
  /** The kinds of mutation, and what each was done to. */
  readonly did: readonly string[]
}

const CONFIG = '.github/modelyard.yml'
const ROOT = 'registry-data/'
const decode = (content: Uint8Array) => new TextDecoder().decode(content)
const encode = (text: string) => new TextEncoder().encode(text)
const render = (value: unknown) => encode(`${JSON.stringify(value, null, 2)}\n`)

/** Does something to some files; says to which, or undefined where there was nothing to do it to. */
type Mutation = (files: Files, choices: Choices) => string | undefined

const MUTATIONS: readonly [weight: number, name: string, mutation: Mutation][] = [
  [2, 'bytes', inOneFile(/./, (content, choices) => mutateBytes(content, choices))],
  [3, 'lines', inOneFile(/\.(?:json|ya?ml)$/, inText(mutateLines))],
  [3, 'number', inOneFile(/\.json$/, inText(mutateNumber))],
  [4, 'json', inOneFile(/\.json$/, inJson)],
  [6, 'yaml', inOneFile(/\.ya?ml$/, inText(mutateYaml))],
  [4, 'files', mutateFiles],
  [6, 'records', mutateMoves],
  [3, 'evidence', mutateEvidence],
  [2, 'artifact', mutateArtifact],
]

/** Up to three mutations of a registry; the same seed does the same. */
export function mutateRegistry(registry: Registry, seed: number): Mutated {
  const choices = seeded(seed)
  const files: Files = new Map(registry)
  const all = MUTATIONS.flatMap(([weight, name, mutation]) =>
    Array.from({ length: weight }, () => ({ name, mutation })),
  )
  const did: string[] = []
  for (let left = choices.oneIn(3) ? 1 + choices.below(3) : 1; left > 0; ) {
    const { name, mutation } = choices.pick(all)
    const place = mutation(files, choices)
    if (place === undefined) continue
    did.push(`${name} ${place}`)
    left -= 1
  }
  return { files, did }
}

function inOneFile(
  among: RegExp,
  mutate: (content: Uint8Array, choices: Choices) => Uint8Array | undefined,
): Mutation {
  return (files, choices) => {
    const found = pickFile(files, among, choices)
    const changed = found === undefined ? undefined : mutate(found.content, choices)
    if (found === undefined || changed === undefined) return undefined
    files.set(found.path, changed)
    return found.path
  }
}

function pickFile(files: Files, among: RegExp, choices: Choices) {
  const candidates = [...files].filter(([path]) => among.test(path))
  if (candidates.length === 0) return undefined
  const [path, content] = choices.pick(candidates)
  return { path, content }
}

function inText(mutate: (text: string, choices: Choices) => string | undefined) {
  return (content: Uint8Array, choices: Choices) => {
    const text = mutate(decode(content), choices)
    return text === undefined ? undefined : encode(text)
  }
}

/** A change of a value, written as Modelyard writes files. */
function inJson(content: Uint8Array, choices: Choices): Uint8Array | undefined {
  const value = parsed(content)
  return value === undefined ? undefined : render(mutateJsonValue(value, choices))
}

function parsed(content: Uint8Array): unknown {
  try {
    return JSON.parse(decode(content))
  } catch {
    return undefined
  }
}

// ---- Files ------------------------------------------------------------------------------------------------

function mutateFiles(files: Files, choices: Choices): string | undefined {
  const found = pickFile(files, /^registry-data\//, choices)
  if (found === undefined) return undefined
  const { path, content } = found
  const goal = neighbour(path, [...files.keys()], choices)
  switch (choices.below(7)) {
    case 0:
      files.delete(path)
      return `${path} removed`
    case 1:
      files.set(goal, content)
      return `${path} copied to ${goal}`
    case 2:
      files.delete(path)
      files.set(goal, content)
      return `${path} renamed to ${goal}`
    case 3:
      files.set(path, files.get(goal) ?? new Uint8Array())
      files.set(goal, content)
      return `${path} swapped with ${goal}`
    case 4: {
      const folder = path.slice(0, path.lastIndexOf('/'))
      for (const other of [...files.keys()]) if (other.startsWith(`${folder}/`)) files.delete(other)
      return `${folder} removed`
    }
    case 5:
      return copyVersion(files, choices)
    default: {
      const [from, to] = choices.pick(FOLDERS)
      for (const [other, bytes] of [...files]) {
        if (other.includes(from)) files.set(other.replace(from, to), bytes)
      }
      return `${from} copied to ${to}`
    }
  }
}

/** A version's folder, once more as the next version; mostly it says so itself. */
function copyVersion(files: Files, choices: Choices): string | undefined {
  const found = pickFile(files, /\/versions\/last\.json$/, choices)
  const last = (found === undefined ? undefined : parsed(found.content)) as
    | { last?: unknown }
    | null
    | undefined
  if (found === undefined || typeof last?.last !== 'number') return undefined
  const folder = found.path.slice(0, -'last.json'.length)
  const [from, to] = [1 + choices.below(last.last), last.last + 1]
  for (const [path, content] of [...files]) {
    if (!path.startsWith(`${folder}${from}/`)) continue
    const saysSo = path.endsWith('/version.json') && !choices.oneIn(3)
    files.set(
      path.replace(`${folder}${from}/`, `${folder}${to}/`),
      saysSo ? encode(decode(content).replace(/"version": \d+/, `"version": ${to}`)) : content,
    )
  }
  files.set(found.path, render({ ...last, last: choices.oneIn(4) ? last.last : to }))
  return `${folder}${from} copied to ${to}`
}

const FOLDERS = [
  ['/versions/1/', '/versions/2/'],
  ['/versions/1/', '/versions/9/'],
  ['/versions/2/', '/versions/02/'],
  ['/versions/1/', '/versions/0/'],
  ['/versions/1/', '/versions/1234567890/'],
  ['/models/sales/', '/models/Sales/'],
  ['/models/sales/', '/models/con/'],
  ['/models/sales/', '/models/sales-2/'],
  ['/models/', '/'],
  ['/promotions/', '/promotion/'],
] as const

/** A path that is like `path`, or another file's. */
function neighbour(path: string, paths: readonly string[], choices: Choices): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const name = path.slice(folder.length)
  const number = Number.parseInt(name, 10)
  return choices.pick([
    choices.pick(paths),
    `${path}.bak`,
    `${folder}README.md`,
    `${folder}0${name}`,
    `${folder}${name.toUpperCase()}`,
    `${folder}model.bin`,
    `${folder}models/${name}`,
    path.replace(/\d+/, digits => String(Number(digits) + 1)),
    path.replace(/\/(\d+)(?=[/.])/, '/1234567890'),
    Number.isNaN(number) ? `${ROOT}${name}` : `${folder}${number + choices.below(4)}.json`,
  ])
}

// ---- Records, with the pointers that they add up to ------------------------------------------------------------

/** Changes the records of a model; mostly the pointers follow, so that they alone do not give it away. */
function mutateMoves(files: Files, choices: Choices): string | undefined {
  const first = pickFile(files, /\/promotions\/1\.json$/, choices)
  if (first === undefined) return undefined
  const folder = first.path.slice(0, -'/promotions/1.json'.length)
  const path = (index: number) => `${folder}/promotions/${index + 1}.json`
  const records: unknown[] = []
  while (files.has(path(records.length))) records.push(parsed(files.get(path(records.length)) as Uint8Array))
  const setting = settingOf(files, folder)
  const changed = mutateRecords(records, setting, choices)
  for (const index of records.keys()) files.delete(path(index))
  for (const [index, record] of changed.entries()) files.set(path(index), render(record))
  if (choices.oneIn(6)) return folder
  const pointers = foldOf(changed, setting)
  if (pointers !== undefined) files.set(`${folder}/stages.json`, render(pointers))
  if (changed.length === 0) files.delete(`${folder}/stages.json`)
  return `${folder} with its pointers`
}

function settingOf(files: Files, folder: string): Setting {
  const yaml = (path: string) => {
    try {
      return parse(decode(files.get(path) ?? new Uint8Array()), { logLevel: 'error', stringKeys: true })
    } catch {
      return undefined
    }
  }
  const lifecycle = Lifecycle.safeParse(yaml(CONFIG)?.lifecycle)
  const { data: ties } = z.record(z.string(), z.string()).safeParse(yaml(`${folder}/model.yaml`)?.aliases)
  return {
    lifecycle: lifecycle.success ? lifecycle.data : DEFAULT_LIFECYCLE,
    ties: ties ?? { champion: 'production', challenger: 'staging' },
  }
}

// ---- Evidence and artifacts, with the digests that name them -----------------------------------------------------

/** Changes evidence and mostly gives it the name of its new bytes, in the records too. */
function mutateEvidence(files: Files, choices: Choices): string | undefined {
  const found = pickFile(files, /\/evidence\//, choices)
  const changed = found === undefined ? undefined : inJson(found.content, choices)
  if (found === undefined || changed === undefined) return undefined
  replaceEvidence(files, found.path, changed, choices.oneIn(6))
  return found.path
}

function replaceEvidence(files: Files, path: string, changed: Uint8Array, halfway = false): void {
  const [before, after] = [sha256(files.get(path) ?? ''), sha256(changed)]
  files.delete(path)
  files.set(path.replace(before.slice(0, 12), after.slice(0, 12)), changed)
  if (!halfway) replaceEverywhere(files, before, after, other => other.includes('/promotions/'))
}

/** Changes an artifact and mostly the digests and sizes that the registry keeps of it. */
function mutateArtifact(files: Files, choices: Choices): string | undefined {
  const found = pickFile(files, /\/versions\/\d+\/model\./, choices)
  if (found === undefined) return undefined
  const { path, content } = found
  const changed = mutateBytes(content, choices)
  files.set(path, changed)
  if (choices.oneIn(6)) return path
  const [before, after] = [sha256(content), sha256(changed)]
  replaceEverywhere(files, before, after, other => other.endsWith('/version.json'))
  replaceEverywhere(files, `"bytes": ${content.length}`, `"bytes": ${changed.length}`, other =>
    other.endsWith(`${path.slice(0, path.lastIndexOf('/'))}/version.json`),
  )
  if (choices.oneIn(4)) return `${path} and its record`
  for (const [other, bytes] of [...files]) {
    const text = other.includes('/evidence/') ? decode(bytes) : ''
    if (text.includes(before)) replaceEvidence(files, other, encode(text.replaceAll(before, after)))
  }
  return `${path}, its record and evidence`
}

function replaceEverywhere(
  files: Files,
  before: string,
  after: string,
  among: (path: string) => boolean,
): void {
  for (const [path, content] of [...files]) {
    const text = among(path) ? decode(content) : ''
    if (text.includes(before)) files.set(path, encode(text.replaceAll(before, after)))
  }
}
