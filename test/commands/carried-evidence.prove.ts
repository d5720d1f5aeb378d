import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/commands/define.ts'
import { gates } from '../../src/commands/gates.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { validate } from '../../src/commands/validate.ts'
import { Evidence, type EvidenceKind, evidenceFileName } from '../../src/domain/evidence/evidence.ts'
import { renderJson } from '../../src/domain/registry/json-file.ts'
import { MODEL_YAML, REGISTRY_FILES, sha256, type Workbench, workbench } from '../support/workbench.ts'

const MODEL = 'registry-data/models/churn'
const ARTIFACT = sha256('ONNX one')

const run = async (command: Command, { ports }: Workbench, input: object) =>
  // biome-ignore lint/suspicious/noExplicitAny: each test reads its own part of the answer.
  (await command.execute(input, ports, {})) as any

async function registered(yaml = MODEL_YAML): Promise<Workbench> {
  const bench = await workbench({ files: { ...REGISTRY_FILES, [`${MODEL}/model.yaml`]: yaml } })
  await bench.write({ '.git/artifact.onnx': 'ONNX one' })
  await run(register, bench, {
    model: 'churn',
    artifact: join(bench.root, '.git/artifact.onnx'),
    merge: true,
  })
  return bench
}

/** Leaves a finding as a draft; its name. */
async function leave(
  { ports }: Workbench,
  kind: EvidenceKind,
  facts: object,
  more: { readonly at?: string; readonly subject?: object } = {},
): Promise<string> {
  const text = renderJson(
    Evidence,
    Evidence.parse({
      schema: 1,
      kind,
      subject: { artifact: ARTIFACT, ...more.subject },
      facts,
      origin: {
        tool: 'test',
        machine: 'test',
        'started-at': `2026-11-21T${more.at ?? '10:00:00'}Z`,
        seconds: 1,
      },
    }),
  )
  const name = evidenceFileName(kind, sha256(text))
  await ports.drafts.write(`evidence/churn/1/${name}`, new TextEncoder().encode(text))
  return name
}

const recorded = ({ root }: Workbench) => readdir(join(root, MODEL, 'versions/1/evidence'))
const VERSION = { model: 'churn', version: '1' }
const UNAPPROVED = { merge: true, unapproved: 'a test' }
const custom = (name: string, passed = true) => ({ name, passed })

describe('a promotion takes along', () => {
  test('what was found out beside what was judged; the record names what was judged alone', async () => {
    const bench = await registered()
    const evaluation = await bench.draft(1, ARTIFACT, 0.8)
    const kept = [
      await leave(bench, 'size', { bytes: 8, files: 1 }),
      await leave(bench, 'custom', custom('toxicity')),
      await leave(bench, 'custom', custom('bias')),
    ]
    await leave(bench, 'custom', custom('on other rows'), { subject: { data: sha256('other') } })
    await leave(bench, 'size', { bytes: 7, files: 1 }, { at: '09:00:00' })
    const { branch } = await run(promote, bench, { ...VERSION, stage: 'staging' })
    await bench.git('checkout', '-q', branch)
    expect(await recorded(bench)).toEqual([...kept, evidenceFileName('evaluation', evaluation)].sort())
    expect(JSON.parse(await bench.at('HEAD', `${MODEL}/promotions/1.json`)).evidence).toEqual([evaluation])
    expect(await run(validate, bench, { base: 'main' })).toMatchObject({
      outcome: 'passed',
      problems: [],
    })
  })

  test('no answer that is older than the one on record, nor is it judged', async () => {
    const yaml = MODEL_YAML.replace(
      'gates: [{metric: roc-auc, min: 0.7}]\n    defaults',
      'gates: [{metric: roc-auc, min: 0.7}, {custom: toxicity, passed: true}]\n    defaults',
    )
    const bench = await registered(yaml)
    await bench.draft(1, ARTIFACT, 0.8)
    await leave(bench, 'custom', custom('toxicity', true), { at: '09:00:00' })
    const later = await leave(bench, 'custom', custom('toxicity', false), { at: '09:30:00' })
    await run(promote, bench, { ...VERSION, stage: 'staging', ...UNAPPROVED })
    expect(await recorded(bench)).toContain(later)
    // The earlier draft, which passed, still lies there.
    const asked = await run(gates, bench, { ...VERSION, stage: 'production' })
    expect(asked.gates.gates).toContainEqual(expect.objectContaining({ gate: 'custom', outcome: 'failed' }))
    const again = await leave(bench, 'custom', custom('toxicity', true), { at: '09:45:00' })
    expect(await run(promote, bench, { ...VERSION, stage: 'production', ...UNAPPROVED })).toMatchObject({
      status: 'merged',
    })
    expect(await recorded(bench)).toContain(again)
    expect(await recorded(bench)).toHaveLength(3)
  })

  test('one contract where a gate takes either, so that judged again the same one counts', async () => {
    const yaml = MODEL_YAML.replace('min: 0.7}], defaults', 'min: 0.7}, {contract: true}], defaults')
    const contract = (against: string) => ({
      against,
      inputs: 1,
      probes: 1,
      checks: [{ check: 'answers', outcome: 'kept', probes: 1 }],
    })
    // In both orders, since the names of their files tell in which git would have them.
    for (const [first = '', second = ''] of [
      ['artifact', 'endpoint'],
      ['endpoint', 'artifact'],
    ]) {
      const bench = await registered(yaml)
      await bench.draft(1, ARTIFACT, 0.8)
      await leave(bench, 'contract', contract(first), { at: '09:00:00' })
      const judged = await leave(bench, 'contract', contract(second), { at: '09:30:00' })
      const { branch } = await run(promote, bench, { ...VERSION, stage: 'staging' })
      await bench.git('checkout', '-q', branch)
      expect((await recorded(bench)).filter(name => name.startsWith('contract'))).toEqual([judged])
      expect(await run(validate, bench, { base: 'main' })).toMatchObject({ problems: [] })
    }
  })
})
