import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Reported } from '../domain/results/reported.ts'
import type { Ports } from '../ports.ts'
import { MOST_ANSWER_BYTES, parseAnswer } from './parse-answer.ts'

/** Answers of one step each; a pipeline has a handful. */
const MOST_FILES = 50

/** An input that names files with answers, or folders of them. */
export const AnswerPaths = z
  .array(z.string().check(z.minLength(1), z.maxLength(4000)))
  .check(z.maxLength(MOST_FILES))

/**
 * What earlier steps printed with `--json`, in the order of the files; of a folder its *.json, by path.
 *
 * @throws {ModelyardError} `bad-artifact` where there are none or too many; `too-large`, `bad-json`, `bad-file` with the file's
 * place.
 */
export async function readAnswers(
  paths: readonly string[],
  ports: Pick<Ports, 'artifacts'>,
): Promise<Reported[]> {
  const files = (await Promise.all(paths.map(path => filesAt(path, ports)))).flat()
  requireFew(files, paths)
  return Promise.all(files.map(file => readAnswer(file, ports)))
}

/** A file with an answer, and how large it is. */
interface AnswerFile {
  readonly path: string
  readonly bytes: number
}

/** The file itself, or what a folder of handed-on artifacts holds. */
async function filesAt(path: string, { artifacts }: Pick<Ports, 'artifacts'>): Promise<AnswerFile[]> {
  const { files, isFolder } = await artifacts.hashPath(path)
  if (!isFolder) return [{ path, bytes: files[0]?.bytes ?? 0 }]
  return files
    .filter(file => file.path.endsWith('.json'))
    .map(file => ({ path: `${path}/${file.path}`, bytes: file.bytes }))
}

/** @throws {ModelyardError} `bad-artifact` */
function requireFew(files: readonly AnswerFile[], given: readonly string[]): void {
  const [place = ''] = given
  if (files.length === 0)
    throw refusal(
      'bad-artifact',
      place,
      'holds no *.json',
      'name the files with the answers of earlier steps',
    )
  if (files.length > MOST_FILES)
    throw refusal(
      'bad-artifact',
      place,
      `holds ${files.length} answers, more than ${MOST_FILES}`,
      'give those of one workflow alone',
    )
}

/** @throws {ModelyardError} `too-large`, `bad-json`, `bad-file` with the file's place. */
async function readAnswer(
  { path, bytes }: AnswerFile,
  { artifacts }: Pick<Ports, 'artifacts'>,
): Promise<Reported> {
  // Before it is read: it may be larger than memory.
  if (bytes > MOST_ANSWER_BYTES)
    throw refusal(
      'too-large',
      path,
      `has ${bytes.toLocaleString('en')} bytes`,
      'give an answer of one command',
    )
  return parseAnswer(path, await artifacts.readAll(path))
}

function refusal(
  code: 'bad-artifact' | 'too-large',
  path: string,
  what: string,
  next: string,
): ModelyardError {
  return new ModelyardError({ code, message: `${path} ${what}`, next, place: { path } })
}
