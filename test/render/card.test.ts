import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Evidence, StoredEvidence } from '../../src/domain/evidence/evidence.ts'
import type { CardFacts } from '../../src/domain/registry/card-facts.ts'
import { renderCard } from '../../src/render/card.ts'
import { hostileText } from '../support/hostile-text.ts'
import { DATA, definition, digest, versionRecord } from '../support/models.ts'
import { nodesOf, parseMarkdown } from '../support/parsed-markdown.ts'
import { RESULTS } from '../support/results.ts'

const { comparison, evaluation } = RESULTS
const record = versionRecord(3, {
  params: { 'max depth': 4 },
  data: [{ role: 'train', uri: 'data/train.csv', sha256: digest('a'), rows: 5634 }],
})
const subject = { artifact: record.artifact.sha256, data: DATA }
const origin = { tool: 'modelyard 1', machine: 'any', 'started-at': '2026-11-21T10:00:00Z', seconds: 1 }
const stored = (letter: string, evidence: unknown): StoredEvidence => ({
  digest: digest(letter),
  evidence: evidence as Evidence,
})
const EVALUATION = stored('1', { schema: 1, kind: 'evaluation', subject, facts: evaluation.facts, origin })
const FAIRNESS = stored('2', { schema: 1, kind: 'fairness', subject, facts: comparison.fairness, origin })
const CONTRACT = stored('3', { schema: 1, kind: 'contract', subject, facts: comparison.contract, origin })

const FACTS: CardFacts = {
  model: 'churn',
  definition: definition({ description: 'Which customers are about to leave.', owners: ['@acme/churn'] }),
  record,
  notes: { description: 'Trained on October.', tags: { team: 'fraud' } },
  evidence: [EVALUATION, FAIRNESS, CONTRACT],
}

test('a card has a front matter that tools read, and sections that people know', async () => {
  await expect(renderCard(FACTS)).toMatchFileSnapshot('snapshots/card.md')
})

const frontMatterOf = (card: string) => parse(card.split('---\n')[1] as string)

test('its front matter is YAML with the figures of the evaluation', () => {
  const front = frontMatterOf(renderCard(FACTS))
  expect(front.pipeline_tag).toBe('tabular-classification')
  const [result] = front['model-index'][0].results
  expect(result.dataset.revision).toBe(DATA)
  expect(result.metrics).toContainEqual({ type: 'roc_auc', name: 'ROC AUC', value: 0.8462 })
})

describe('a reader of YAML 1.1, as the Hub has, reads', () => {
  const told = (revision: string, value: number) => {
    const evidence = {
      ...EVALUATION.evidence,
      subject: { ...subject, data: revision },
      facts: { ...evaluation.facts, metrics: { 'log-loss': value, brier: 0.1, matthews: 0.4 } },
    }
    const card = renderCard({ ...FACTS, evidence: [stored('6', evidence)] })
    const front = parse(card.split('---\n')[1] as string, { version: '1.1' })
    return { text: card, ...front['model-index'][0].results[0] }
  }

  test.each([1e-7, 1e21, -2e-9, 1.5e-8, 0.25, 1, 0])('%d as a number', value => {
    const { metrics, text } = told(DATA, value)
    expect(metrics[0]).toEqual({ type: 'log_loss', name: 'Log loss', value })
    // Without a point PyYAML takes a power of ten for a text.
    expect(text).toMatch(/"Log loss"\n +value: -?\d+(?:\.\d+(?:e[-+]\d+)?)?\n/)
  })

  test('a digest of digits alone as a text', () => {
    expect(told('1'.repeat(64), 1).dataset.revision).toBe('1'.repeat(64))
  })

  test('line breaks of its own and what it cannot print as what they are', () => {
    const license = 'a\u2028b\u0085c\u007fd'
    const card = renderCard({ ...FACTS, notes: { tags: { license } } })
    expect(parse(card.split('---\n')[1] as string, { version: '1.1' }).license).toBe(license)
    expect(card.slice(0, card.indexOf('## '))).not.toMatch(/[\u007f-\u00a0\u2028]/)
  })

  test('metrics by the names that the Hub has', () => {
    expect(told(DATA, 1).metrics.map(({ type }: { type: string }) => type)).toEqual([
      'log_loss',
      'brier_score',
      'matthews_correlation',
    ])
  })
})

describe('what no evidence says', () => {
  const bare = renderCard({ ...FACTS, evidence: [] })

  test('is a limitation, and no figure', () => {
    expect(frontMatterOf(bare)).not.toHaveProperty('model-index')
    for (const text of ['Not evaluated', 'How fast it answers was not measured', 'was not tried'])
      expect(bare).toContain(text)
    expect(renderCard(FACTS)).not.toContain('How it treats groups of people or things was not measured')
  })

  test('includes evidence of another artifact', () => {
    const other = stored('4', { ...EVALUATION.evidence, subject: { ...subject, artifact: digest('9') } })
    expect(renderCard({ ...FACTS, evidence: [other] })).toBe(bare)
  })
})

test('of several pieces of evidence the last counts', () => {
  const later = stored('5', {
    ...EVALUATION.evidence,
    facts: { ...evaluation.facts, metrics: { 'roc-auc': 0.5 } },
  })
  expect(
    frontMatterOf(renderCard({ ...FACTS, evidence: [EVALUATION, later] }))['model-index'][0].results[0]
      .metrics,
  ).toEqual([{ type: 'roc_auc', name: 'ROC AUC', value: 0.5 }])
})

test('it names no stage, and never says fair or legal', () => {
  expect(renderCard(FACTS)).not.toMatch(/\b(?:staging|production|champion|challenger|fair|legal)\b/i)
})

test('no text breaks its front matter or becomes a link', () => {
  fc.assert(
    fc.property(hostileText, text => {
      const hostile = definition({
        description: text,
        target: text.replace(/[\u0000-\u001f\u007f]/g, '') || 'x',
      })
      const card = renderCard({
        ...FACTS,
        definition: hostile,
        notes: { description: text, tags: { [text]: text } },
      })
      expect(frontMatterOf(card).pipeline_tag).toBe('tabular-classification')
      const nodes = nodesOf(parseMarkdown(card.slice(card.indexOf('\n## '))))
      expect(
        nodes.filter(({ type }) => type === 'link' || type === 'image' || type === 'definition'),
      ).toEqual([])
    }),
    { numRuns: 30 },
  )
})
