import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { Custom } from '../domain/evidence/other-kinds.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { UserName } from '../domain/registry/names.ts'
import { numberAssignment } from '../domain/registry/params.ts'
import type { CustomEvidenceResult } from '../domain/results/custom-evidence.ts'
import type { Ports } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { model, version } from './inputs.ts'
import { identityOf, leaveFinding, readMeasuredVersion } from './measured-version.ts'
import { valueOrThrow } from './registry-reader.ts'

/** What a file may say: as much of the facts as is known. */
const CustomFile = z.partial(Custom)

const input = z.strictObject({
  action: z.enum(['add']).check(z.describe('What to do.')),
  model,
  version,
  name: z
    .optional(UserName)
    .check(z.describe('What was measured or looked at; a gate asks for it by this name.')),
  passed: z._default(z.boolean(), false).check(z.describe('It is as it should be.')),
  failed: z._default(z.boolean(), false).check(z.describe('It is not as it should be.')),
  value: z
    ._default(z.array(z.string().check(z.minLength(1), z.maxLength(1000))), [])
    .check(z.describe('One figure as name=number; may be repeated.')),
  note: z
    .optional(z.string().check(z.minLength(1), z.maxLength(2000)))
    .check(z.describe('What to say about it.')),
  file: z
    .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
    .check(z.describe('JSON file with name, passed, values and note; flags go before what stands in it.')),
})
type Input = z.output<typeof input>

export const evidence = defineMeasurement({
  name: 'evidence',
  summary: 'Add evidence of your own about a version.',
  details: `For what a team measures or decides outside: a security review, a load test, a study. It is bound to
the version's artifact and names who added it; a gate can ask for it by its name.`,
  positional: ['action', 'model', 'version'],
  examples: [
    {
      command: 'modelyard evidence add telco-churn 6 --name "privacy review" --passed --note "see TICKET-12"',
      does: 'says that a review was passed',
    },
    {
      command: 'modelyard evidence add telco-churn 6 --name load-test --value rps=1200 --value errors=0',
      does: 'keeps figures for a gate to judge',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  input,
  results: ['custom-evidence'],
  async run(given, ports): Promise<CustomEvidenceResult> {
    const startedAt = ports.clock.now()
    const about = await readMeasuredVersion(given, ports)
    const facts = await factsOf(given, ports)
    return {
      kind: 'custom-evidence',
      ...(facts.passed === undefined ? {} : { outcome: facts.passed ? 'passed' : 'failed' }),
      ...identityOf(about),
      facts,
      evidence: [await leaveFinding(about, { kind: 'custom', facts }, startedAt, ports)],
    }
  },
})

async function factsOf(given: Input, ports: Ports): Promise<Custom> {
  const file = given.file === undefined ? {} : await readFacts(given.file, ports)
  if (given.passed && given.failed)
    throw unclear('--passed and --failed exclude each other', 'keep one of the two')
  const name = given.name ?? file.name
  if (name === undefined) throw unclear('the evidence has no name', 'say what it is: --name "privacy review"')
  const passed = given.passed ? true : given.failed ? false : file.passed
  const values = { ...file.values, ...Object.fromEntries(given.value.map(numberAssignment)) }
  const note = given.note ?? file.note
  const facts = {
    name,
    ...(passed === undefined ? {} : { passed }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
    ...(note === undefined ? {} : { note }),
  }
  if (Object.keys(facts).length > 1) return facts
  throw unclear('the evidence says nothing', 'add --passed or --failed, a --value name=number, or a --note')
}

async function readFacts(
  file: string,
  { artifacts }: Pick<Ports, 'artifacts'>,
): Promise<z.infer<typeof CustomFile>> {
  await artifacts.hashPath(file)
  return valueOrThrow(parseJson(CustomFile, file, await artifacts.readAll(file)))
}

function unclear(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-input', message, next })
}
