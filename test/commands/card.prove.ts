import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { archive } from '../../src/commands/archive.ts'
import type { Command } from '../../src/commands/define.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { show } from '../../src/commands/show.ts'
import { validate } from '../../src/commands/validate.ts'
import type { MoveResult } from '../../src/domain/results/move.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import { HOSTILE } from '../support/hostile-text.ts'
import { nodesOf, parseMarkdown } from '../support/parsed-markdown.ts'
import { MODEL_YAML, REGISTRY_FILES, sha256, type Workbench, workbench } from '../support/workbench.ts'

const MODEL = 'registry-data/models/churn'
const CARD = `${MODEL}/versions/1/card.md`
const NOTES = `${MODEL}/versions/1/notes.yaml`

const run = async <R = MoveResult>(command: Command, { ports }: Workbench, input: object): Promise<R> =>
  (await command.execute({ model: 'churn', ...input }, ports, {})) as R
const judged = ({ ports }: Workbench, input: object = {}) =>
  validate.execute(input, ports, {}) as Promise<ValidationResult>
const frontMatterOf = (card: string) => parse(card.split('---\n')[1] as string)

/** A model of one version with a draft of its evaluation. */
async function registered({
  auc = 0.8,
  notes,
  modelYaml = MODEL_YAML,
}: {
  readonly auc?: number | undefined
  readonly notes?: string
  readonly modelYaml?: string
} = {}): Promise<Workbench> {
  const bench = await workbench({ files: { ...REGISTRY_FILES, [`${MODEL}/model.yaml`]: modelYaml } })
  await bench.write({ '.git/artifact.onnx': 'ONNX one' })
  await run(register, bench, { artifact: join(bench.root, '.git/artifact.onnx'), merge: true })
  if (notes !== undefined) await bench.commit('Describe it', { [NOTES]: notes })
  await bench.draft(1, sha256('ONNX one'), auc)
  return bench
}

const toStage = (bench: Workbench, stage: string, more: object = { merge: true }) =>
  run(promote, bench, { version: '1', stage, ...more })
const UNAPPROVED = { merge: true, unapproved: 'a test' }
const stale = { severity: 'warning', code: 'stale-card', place: { path: CARD } }

describe('a promotion', () => {
  test('writes the model card of its version in the same commit, with the evidence of that commit', async () => {
    const bench = await registered({ notes: 'tags: {license: apache-2.0}\n' })
    const { branch = '', files } = await toStage(bench, 'staging', {})
    expect(files).toContainEqual({ path: CARD, change: 'added' })
    expect(await bench.git('rev-list', '--count', `main..${branch}`)).toBe('1')
    const card = `${await bench.at(branch, CARD)}\n`
    expect(frontMatterOf(card)).toEqual({
      license: 'apache-2.0',
      library_name: 'onnx',
      pipeline_tag: 'tabular-classification',
      tags: ['modelyard'],
      metrics: ['roc_auc'],
      'model-index': [
        {
          name: 'churn version 1',
          results: [
            {
              task: { type: 'tabular-classification' },
              dataset: {
                name: 'data/test.csv',
                type: 'data/test.csv',
                revision: expect.stringMatching(/^[0-9a-f]{64}$/),
              },
              metrics: [{ type: 'roc_auc', name: 'ROC AUC', value: 0.8 }],
            },
          ],
        },
      ],
    })
    expect(card).not.toMatch(/staging|production/)
    await bench.git('merge', '-q', '--ff-only', branch)
    expect(await judged(bench)).toMatchObject({ outcome: 'passed', problems: [] })
    expect(await run(show, bench, { version: '1' })).toMatchObject({ card: CARD })
  })

  test('of the same facts gives the same bytes, and leaves a card alone that is the same', async () => {
    const bench = await registered()
    const first = await toStage(bench, 'staging', {})
    bench.ports.clock.advance(3_600_000)
    expect(await toStage(bench, 'staging', {})).toMatchObject({ status: 'unchanged', commit: first.commit })
    await bench.git('merge', '-q', '--ff-only', first.branch as string)
    const next = await toStage(bench, 'production', {})
    expect(next.files.map(({ path }) => path)).not.toContain(CARD)
    expect(await toStage(bench, 'production', {})).toMatchObject({ status: 'unchanged' })
  })

  test('makes it anew after the notes changed, which validate says meanwhile', async () => {
    const bench = await registered()
    await toStage(bench, 'staging')
    await bench.commit('Describe it', { [NOTES]: 'description: Trained on October.\n' })
    const { outcome, problems } = await judged(bench)
    expect(outcome).toBe('passed')
    expect(problems).toEqual([
      expect.objectContaining({ ...stale, next: expect.stringContaining('promotion') }),
    ])
    const { files } = await toStage(bench, 'production', UNAPPROVED)
    expect(files).toContainEqual({ path: CARD, change: 'modified' })
    expect(await bench.at('HEAD', CARD)).toContain('Trained on October.')
    expect(await judged(bench)).toMatchObject({ problems: [] })
  })

  test('without evidence writes a card that fills nothing in', async () => {
    const bench = await workbench()
    await bench.write({ '.git/artifact.onnx': 'ONNX one' })
    await run(register, bench, { artifact: join(bench.root, '.git/artifact.onnx'), merge: true })
    await run(archive, bench, { version: '1', ...UNAPPROVED })
    expect(await toStage(bench, 'development', UNAPPROVED)).toMatchObject({ status: 'merged' })
    const card = await bench.at('HEAD', CARD)
    expect(card).toContain('Not evaluated')
    expect(frontMatterOf(card)).not.toHaveProperty('model-index')
    expect(await judged(bench)).toMatchObject({ problems: [] })
  })

  test('escapes what people wrote', async () => {
    const text = HOSTILE.filter(piece => !/[\p{Cc}\u2028]/u.test(piece)).join(' ')
    const bench = await registered({
      notes: `${JSON.stringify({ description: text, tags: { license: text, [text.slice(0, 60)]: text.slice(0, 900) } })}\n`,
      modelYaml: `description: ${JSON.stringify(text)}\n${MODEL_YAML}`,
    })
    expect(await toStage(bench, 'staging')).toMatchObject({ status: 'merged' })
    const card = await bench.at('HEAD', CARD)
    expect(frontMatterOf(card)).toMatchObject({ license: text, pipeline_tag: 'tabular-classification' })
    const nodes = nodesOf(parseMarkdown(card.slice(card.indexOf('\n## '))))
    const kinds = new Set(nodes.map(({ type }) => type))
    const ours = ({ value }: { value?: string }) => value === '<span>' || value === '</span>'
    expect(nodes.filter(node => node.type === 'html' && !ours(node))).toEqual([])
    for (const kind of ['link', 'image', 'definition', 'footnoteReference']) expect(kinds).not.toContain(kind)
    expect(card.slice(card.indexOf('\n## '))).not.toMatch(/(?<![\w`&#;])@ada/)
    expect(await judged(bench)).toMatchObject({ problems: [] })
  })

  test('shows the evaluation that came last, whatever its file is called', async () => {
    const [earlier, later] = await namedAgainstTime()
    const bench = await registered({ auc: earlier })
    await toStage(bench, 'staging')
    await bench.draft(1, sha256('ONNX one'), later)
    await toStage(bench, 'production', UNAPPROVED)
    expect(frontMatterOf(await bench.at('HEAD', CARD))['model-index'][0].results[0].metrics[0].value).toBe(
      later,
    )
    expect(await judged(bench)).toMatchObject({ problems: [] })
  })
})

/** Two values of which the later one's evidence has the file name that sorts first. */
async function namedAgainstTime(): Promise<[number, number]> {
  const bench = await workbench()
  const named = await Promise.all(
    [0.81, 0.82].map(async auc => ({ auc, name: await bench.draft(1, sha256('ONNX one'), auc) })),
  )
  const [second, first] = named.sort((a, b) => (a.name < b.name ? -1 : 1))
  return [first?.auc ?? 0, second?.auc ?? 0]
}

describe('a card that somebody wrote by hand', () => {
  test.each([
    ['a word changed', (card: string) => card.replace('0.8', '0.9')],
    ['emptied', () => ''],
    ['far too large', () => 'x'.repeat(6 * 1024 * 1024)],
    ['no YAML', () => '---\n: [\n---\n'],
  ])('is a warning and no error: %s', async (_what, change) => {
    const bench = await registered()
    await toStage(bench, 'staging')
    await bench.write({ [CARD]: change(await readFile(join(bench.root, CARD), 'utf8')) })
    const { outcome, problems } = await judged(bench)
    expect(outcome).toBe('passed')
    expect(problems).toEqual([expect.objectContaining(stale)])
  })

  test('is missed by nobody when it is gone, as in registries of earlier days', async () => {
    const bench = await registered()
    await toStage(bench, 'staging')
    await rm(join(bench.root, CARD))
    expect(await judged(bench)).toMatchObject({ problems: [] })
  })

  test('is not looked at once its version is archived: no promotion makes it anew', async () => {
    const bench = await registered()
    await toStage(bench, 'staging')
    await run(archive, bench, { version: '1', ...UNAPPROVED })
    await bench.write({ [CARD]: '# mine\n' })
    expect(await judged(bench)).toMatchObject({ problems: [] })
  })

  test('is made anew by a promotion that finds it committed', async () => {
    const bench = await registered()
    await bench.commit('mine', { [CARD]: '# The best model ever\n' })
    expect((await toStage(bench, 'staging')).files).toContainEqual({ path: CARD, change: 'modified' })
    expect(await bench.at('HEAD', CARD)).not.toContain('best')
  })

  test('does not stop a promotion, and is not overwritten, while it is not committed', async () => {
    const bench = await registered()
    await bench.write({ [CARD]: '# mine\n' })
    await expect(toStage(bench, 'staging')).rejects.toMatchObject({
      code: 'dirty-tree',
      place: { path: CARD },
    })
    expect(await readFile(join(bench.root, CARD), 'utf8')).toBe('# mine\n')
  })
})

describe('a pull request', () => {
  /** The branch of a promotion, with these files written over it. */
  const changed = async (bench: Workbench, files: Readonly<Record<string, string>>) => {
    const { branch = '' } = await toStage(bench, 'staging', {})
    await bench.git('checkout', '-q', branch)
    await bench.write(files)
    await bench.git('add', '-A')
    await bench.git('commit', '-q', '--amend', '--no-edit', '--allow-empty')
    return judged(bench, { base: 'main' })
  }

  test('of a promotion may bring its card, and one that was edited is a warning', async () => {
    expect(await changed(await registered(), {})).toMatchObject({ outcome: 'passed', problems: [] })
    const { outcome, problems } = await changed(await registered(), { [CARD]: '# mine\n' })
    expect(outcome).toBe('passed')
    expect(problems).toEqual([expect.objectContaining(stale)])
  })

  test('of a promotion brings no card of another version', async () => {
    const other = `${MODEL}/versions/2/card.md`
    const { problems } = await changed(await registered(), { [other]: '# other\n' })
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'error', place: { path: other } }))
  })

  test('that changes notes is told of the card that they make stale', async () => {
    const bench = await registered()
    await toStage(bench, 'staging')
    await bench.git('checkout', '-q', '-b', 'notes')
    await bench.commit('Describe it', { [NOTES]: 'description: Trained on October.\n' })
    expect((await judged(bench, { base: 'main' })).problems).toEqual([expect.objectContaining(stale)])
  })
})
