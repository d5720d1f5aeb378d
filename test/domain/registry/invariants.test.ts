import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StoredEvidence } from '../../../src/domain/evidence/evidence.ts'
import { judgeApprovals } from '../../../src/domain/registry/approvals.ts'
import { governedChanges } from '../../../src/domain/registry/governance.ts'
import {
  type ChangedPath,
  judgeModelChange,
  judgeMove,
  type ModelChange,
} from '../../../src/domain/registry/judge-change.ts'
import { matchHistory } from '../../../src/domain/registry/match-history.ts'
import type { ModelState } from '../../../src/domain/registry/model-state.ts'
import type { MovePlan, PlannedMove } from '../../../src/domain/registry/move-plan.ts'
import { planAlias } from '../../../src/domain/registry/plan-alias.ts'
import { planArchive } from '../../../src/domain/registry/plan-archive.ts'
import { planPromotion } from '../../../src/domain/registry/plan-promotion.ts'
import { planRegistration } from '../../../src/domain/registry/plan-registration.ts'
import { planRollback, previousVersion } from '../../../src/domain/registry/plan-rollback.ts'
import { effectivePolicy } from '../../../src/domain/registry/policy.ts'
import { conditionOf } from '../../../src/domain/registry/search/evaluate.ts'
import { parseFilter } from '../../../src/domain/registry/search/filter.ts'
import { commitAt } from '../../../src/domain/registry/timeline.ts'
import { measured } from '../../support/judged.ts'
import {
  aliasRecord,
  archiveRecord,
  artifactOf,
  comparison,
  definition,
  digest,
  evaluation,
  modelState,
  promotion,
  promotionFacts,
  REQUEST,
  rollbackRecord,
  SERVING,
  versionRecord,
} from '../../support/models.ts'

const FOLDER = 'registry-data/models/churn'

function change(
  base: ModelState,
  changes: readonly ChangedPath[],
  more: Partial<ModelChange> = {},
): ModelChange {
  return {
    model: 'churn',
    folder: FOLDER,
    changes,
    base,
    baseHasRegistry: true,
    records: new Map(),
    versions: [],
    lastVersion: base.lastVersion,
    pointers: base.pointers,
    ...more,
  }
}

const at = (path: string, status: ChangedPath['status']): ChangedPath => ({
  path: `${FOLDER}/${path}`,
  status,
})

function planned(plan: MovePlan): PlannedMove {
  if (plan.plan !== 'move') throw new Error(`expected a move, got ${JSON.stringify(plan)}`)
  return plan
}

function reasons(plan: MovePlan): string {
  if (plan.plan !== 'refused') throw new Error(`expected a refusal, got ${plan.plan}`)
  return plan.reasons.map(({ message }) => message).join('; ')
}

describe('1. A merged version and its artifact digest never change', () => {
  const base = modelState({ records: SERVING })
  test.each([
    ['versions/1/version.json', 'modified'],
    ['versions/1/version.json', 'deleted'],
    ['versions/1/model.onnx', 'modified'],
    ['versions/1/model.onnx', 'deleted'],
    ['versions/1/model/weights/1.bin', 'modified'],
    ['versions/1/evidence/evaluation-0123456789ab.json', 'modified'],
    ['versions/1/evidence/evaluation-0123456789ab.json', 'deleted'],
  ] as const)('%s may not be %s', (path, status) => {
    expect([...judgeModelChange(change(base, [at(path, status)]))].map(({ place }) => place.path)).toEqual([
      `${FOLDER}/${path}`,
    ])
  })

  test('nothing is added to a merged version but evidence, notes and its card', () => {
    const path = at('versions/1/model.pkl', 'added')
    expect([...judgeModelChange(change(base, [path]))]).toHaveLength(1)
    const fine = ['evidence/evaluation-0123456789ab.json', 'notes.yaml', 'card.md'].map(name =>
      at(`versions/1/${name}`, 'added'),
    )
    expect([...judgeModelChange(change(base, fine))]).toEqual([])
  })

  test('the artifact is hashed again at each promotion, and another digest refuses it', () => {
    const finding = { is: 'different', sha256: digest('f') } as const
    expect(
      reasons(planPromotion(promotionFacts(modelState(), 1, { finding }), 'staging', REQUEST)),
    ).toContain('hashes to')
    expect(planPromotion(promotionFacts(modelState(), 1), 'staging', REQUEST).plan).toBe('move')
  })
})

describe('2. Version numbers strictly increase and are never reused', () => {
  const registration = (state: ModelState) =>
    planRegistration({
      state,
      registered: undefined,
      record: { ...versionRecord(1) },
      notes: {},
      contents: [],
    })

  test('the next number follows the highest ever given, not the highest that is there', () => {
    expect(registration({ ...modelState({ versions: 3 }), lastVersion: 7 }).record.version).toBe(8)
    expect(registration(modelState({ versions: 0 })).record.version).toBe(1)
  })

  test('a number that was given before is refused, and so is a gap', () => {
    const base = { ...modelState({ versions: 3 }), lastVersion: 4 }
    const added = (version: number, last: number) =>
      [
        ...judgeModelChange(
          change(base, [at(`versions/${version}/version.json`, 'added')], {
            versions: [versionRecord(version)],
            lastVersion: last,
          }),
        ),
      ].map(({ message }) => message)
    expect(added(4, 4)).toEqual(['the number 4 was given before; the highest is 4'])
    expect(added(6, 6)).toEqual(['the number 6 leaves a gap: the next is 5'])
    expect(added(5, 5)).toEqual([])
    expect(added(5, 4)).toEqual(['it says 4, and the highest version is 5'])
  })

  test('a version that a stage in use or an alias names cannot be purged; the record stays', () => {
    const facts = (records = SERVING) => ({
      state: modelState({ records }),
      version: 1,
      artifactUri: './model.onnx',
    })
    expect(reasons(planArchive(facts(), { purge: true }, REQUEST))).toContain(
      'what a stage names cannot be purged',
    )
    const named = [...SERVING, aliasRecord({ shadow: 3 })]
    expect(reasons(planArchive({ ...facts(named), version: 3 }, { purge: true }, REQUEST))).toContain(
      '`shadow`',
    )
    const plan = planned(planArchive({ ...facts(), version: 3 }, { purge: true }, REQUEST))
    expect(plan.record).toMatchObject({ kind: 'archive', version: 3, purged: true })
    const later = modelState({ records: [...SERVING, plan.record] })
    expect(reasons(planPromotion(promotionFacts(later, 3), 'development', REQUEST))).toContain('purged')
    expect([...judgeModelChange(change(later, [at('versions/3/model.onnx', 'deleted')]))]).toHaveLength(1)
    const removal = change(modelState({ records: SERVING }), [at('versions/3/model.onnx', 'deleted')], {
      records: new Map([[4, plan.record]]),
    })
    expect([...judgeModelChange(removal)]).toEqual([])
  })
})

describe('3. An alias names one existing unarchived version; a tied one moves only with its stage', () => {
  test('a tied alias follows its stage in the same move, and is absent while the stage is empty', () => {
    const state = modelState({ records: SERVING })
    const evidence = [evaluation(2, 0.85)]
    const plan = planned(planPromotion(promotionFacts(state, 2, { evidence }), 'production', REQUEST))
    expect(plan.pointers).toEqual({
      schema: 1,
      stages: { production: [2], archived: [1] },
      aliases: { champion: 2 },
    })
    expect(plan.record).toMatchObject({ displaces: 1, aliases: { challenger: null, champion: 2 } })
  })

  test('a tied alias cannot be moved by itself, not even away', () => {
    const state = modelState({ records: SERVING })
    for (const version of [2, 3, null])
      expect(reasons(planAlias(state, 'champion', version, REQUEST))).toContain('tied to production')
  })

  test('a new tie may be followed, and nothing else', () => {
    const aliases = { champion: 'production', challenger: 'staging', live: 'production' }
    const state = modelState({ records: SERVING, definition: { aliases } })
    expect(planned(planAlias(state, 'live', 1, REQUEST)).pointers.aliases).toMatchObject({ live: 1 })
    expect(reasons(planAlias(state, 'live', 2, REQUEST))).toContain('tied to production')
  })

  test('an alias names neither what is archived nor what there is not', () => {
    const state = modelState({ records: [...SERVING, archiveRecord(3, 'development')] })
    expect(reasons(planAlias(state, 'shadow', 3, REQUEST))).toContain('archived')
    expect(reasons(planAlias(state, 'shadow', 9, REQUEST))).toContain('no version 9')
    expect(reasons(planAlias(state, 'staging', 2, REQUEST))).toContain('is a stage')
  })

  test('a move that would archive what a free alias names is refused', () => {
    const state = modelState({ records: [...SERVING, aliasRecord({ shadow: 1 })] })
    expect(reasons(planPromotion(promotionFacts(state, 2), 'production', REQUEST))).toContain(
      '`shadow` names version 1',
    )
    expect(
      reasons(planArchive({ state, version: 1, artifactUri: './model.onnx' }, { purge: false }, REQUEST)),
    ).toContain('`shadow`')
  })
})

describe('4. One version per stage unless the policy says otherwise', () => {
  test('what is replaced is archived', () => {
    const plan = planned(
      planPromotion(promotionFacts(modelState({ records: SERVING }), 3), 'staging', REQUEST),
    )
    expect(plan.pointers.stages).toEqual({ staging: [3], production: [1], archived: [2] })
  })

  test('with room for more the one that came first goes when it is full; the alias names the last', () => {
    const gates = [{ metric: 'roc-auc' as const, min: 0.7 }]
    const staging = { gates, defaults: false, 'max-versions': 2 }
    const own = { policy: { staging, production: { gates } } }
    const second = planned(
      planPromotion(promotionFacts(modelState({ records: SERVING, definition: own }), 3), 'staging', REQUEST),
    )
    expect(second.pointers).toMatchObject({ stages: { staging: [2, 3] }, aliases: { challenger: 3 } })
    expect(second.record).not.toHaveProperty('displaces')
    const third = modelState({ records: [...SERVING, second.record], definition: own })
    expect(
      planned(planPromotion(promotionFacts(third, 4), 'staging', REQUEST)).pointers.stages,
    ).toMatchObject({
      staging: [3, 4],
      archived: [2],
    })
  })
})

describe('5. Transitions follow the lifecycle; a rollback goes to what served there', () => {
  test('no stage is skipped, and the archive leads back to the first stage', () => {
    expect(reasons(planPromotion(promotionFacts(modelState(), 1), 'production', REQUEST))).toContain(
      'no way from development to production',
    )
    const archived = modelState({ records: [archiveRecord(1, 'development')] })
    expect(reasons(planPromotion(promotionFacts(archived, 1), 'staging', REQUEST))).toContain(
      'no way from archived to staging',
    )
    const back = planned(planPromotion(promotionFacts(archived, 1), 'development', REQUEST))
    expect(back.pointers.stages).toEqual({})
    expect(back.record).not.toHaveProperty('gates')
  })

  test('a declared lifecycle is followed instead', () => {
    const lifecycle = {
      stages: ['new', 'canary', 'live', 'retired'],
      transitions: { new: ['live', 'canary'], canary: ['live'] },
    }
    const policy = { live: { gates: [{ metric: 'roc-auc' as const, min: 0.7 }] } }
    const state = modelState({ config: { lifecycle }, definition: { policy, aliases: { champion: 'live' } } })
    expect(planned(planPromotion(promotionFacts(state, 1), 'live', REQUEST)).pointers.stages).toEqual({
      live: [1],
    })
  })

  const replaced = [
    ...SERVING,
    promotion(2, 'staging', 'production', { displaces: 1, aliases: { challenger: null, champion: 2 } }),
  ]
  const rollback = (records: readonly (typeof SERVING)[number][], version: number, more = {}) =>
    planRollback(
      {
        state: modelState({ records }),
        version,
        artifact: artifactOf(version),
        finding: { is: 'same' },
        ...more,
      },
      'production',
      REQUEST,
    )

  test('a rollback needs a promotion to that stage whose gates passed', () => {
    expect(planned(rollback(replaced, 1)).pointers).toMatchObject({
      stages: { production: [1], archived: [2] },
      aliases: { champion: 1 },
    })
    expect(reasons(rollback(replaced, 3))).toContain('never in production')
    const failed = replaced.map((record, index) =>
      index === 1 && record.kind === 'promotion'
        ? { ...record, gates: { outcome: 'inconclusive' as const, 'policy-commit': 'a'.repeat(40) } }
        : record,
    )
    expect(reasons(rollback(failed, 1))).toContain('whose gates passed')
  })

  test('a rollback hashes the artifact again and asks for no other gate', () => {
    expect(reasons(rollback(replaced, 1, { finding: { is: 'different', sha256: digest('f') } }))).toContain(
      'hashes to',
    )
    expect(planned(rollback(replaced, 1)).gates).toBeUndefined()
  })

  test('without a version it goes one back, and right after a rollback refuses to go on by itself', () => {
    const state = modelState({ records: replaced })
    expect(previousVersion(state, 'production')).toEqual({ version: 1 })
    const after = modelState({ records: [...replaced, rollbackRecord(1, 'production', { displaces: 2 })] })
    expect(previousVersion(after, 'production')).toHaveProperty('message')
  })

  test('its approvals are those of the policy for rollback; by default one of those who approve promotions', () => {
    const gates = [{ metric: 'roc-auc' as const, min: 0.7 }]
    const production = { gates, approvals: { required: 2, from: ['@acme/leads'], 'not-author': true } }
    const own = { policy: { staging: { gates }, production } }
    const plan = planRollback(
      {
        state: modelState({ records: replaced, definition: own }),
        version: 1,
        artifact: artifactOf(1),
        finding: { is: 'same' },
      },
      'production',
      REQUEST,
    )
    expect(planned(plan).approvals).toEqual([
      { rule: { required: 1, from: ['@acme/leads'] }, source: 'model' },
    ])
    expect(planned(rollback(replaced, 1)).approvals).toEqual([{ rule: { required: 1 }, source: 'model' }])
    const said = { ...own.policy.production, rollback: { approvals: { required: 0 } } }
    expect(effectivePolicy(said, undefined).rollbackApprovals).toEqual([
      { rule: { required: 0 }, source: 'model' },
    ])
  })

  test('leaving a stage by archive needs that stage’s approvals', () => {
    const gates = [{ metric: 'roc-auc' as const, min: 0.7 }]
    const own = { policy: { staging: { gates }, production: { gates, approvals: { required: 2 } } } }
    const state = modelState({ records: SERVING, definition: own })
    const plan = (version: number) =>
      planned(planArchive({ state, version, artifactUri: './model.onnx' }, { purge: false }, REQUEST))
    expect(plan(1).approvals).toEqual([{ rule: { required: 2 }, source: 'model' }])
    expect(plan(3).approvals).toEqual([])
  })
})

describe('6. An approval is a review, approved, on the current head, by somebody the policy names', () => {
  const HEAD = 'a'.repeat(40)
  const review = (login: string | undefined, more = {}) => ({
    login,
    isBot: false,
    state: 'approved' as const,
    commit: HEAD,
    ...more,
  })
  const facts = (reviews: readonly ReturnType<typeof review>[], more = {}) => ({
    head: HEAD,
    reviews,
    asker: { is: 'person', login: 'asker' } as const,
    authors: ['author'],
    membership: (login: string) =>
      login.startsWith('lead')
        ? ('member' as const)
        : login === 'foggy'
          ? ('unknown' as const)
          : ('other' as const),
    ...more,
  })
  const rule = { required: 1, from: ['@acme/leads'], 'not-author': true }
  const judge = (reviews: readonly ReturnType<typeof review>[], more = {}, own = rule) =>
    judgeApprovals([{ rule: own, source: 'model' }], facts(reviews, more)).outcome

  test('counts a lead’s approval of the head', () => {
    expect(judge([review('lead')])).toBe('passed')
    expect(judge([])).toBe('failed')
  })

  test.each([
    ['an earlier commit', [review('lead', { commit: 'b'.repeat(40) })]],
    ['a bot', [review('lead', { isBot: true })]],
    ['somebody the policy does not name', [review('other')]],
    ['a review that was dismissed', [review('lead', { state: 'dismissed' })]],
    [
      'an approval that its giver took back',
      [review('lead'), review('lead', { state: 'changes-requested' })],
    ],
    ['a mere comment', [review('lead', { state: 'commented' })]],
  ] as const)('does not count %s', (_what, reviews) => {
    expect(judge(reviews)).toBe('failed')
  })

  test('a later comment takes nothing back, and one person counts once', () => {
    expect(judge([review('lead'), review('lead', { state: 'commented' })])).toBe('passed')
    expect(judge([review('lead'), review('LEAD')], {}, { ...rule, required: 2 })).toBe('failed')
  })

  test('with not-author neither asker nor pusher nor author counts, case aside', () => {
    expect(judge([review('lead-asker')], { asker: { is: 'person', login: 'Lead-Asker' } })).toBe('failed')
    expect(judge([review('lead-author')], { authors: ['x', 'LEAD-author'] })).toBe('failed')
    expect(
      judge([review('lead-author')], { authors: ['lead-author'] }, { ...rule, 'not-author': false }),
    ).toBe('passed')
  })

  test('a move that an unknown bot opened needs one more', () => {
    expect(judge([review('lead')], { asker: { is: 'unknown' } })).toBe('failed')
    expect(judge([review('lead'), review('lead2')], { asker: { is: 'unknown' } })).toBe('passed')
    expect(judge([review('lead')], { asker: { is: 'none' } })).toBe('passed')
  })

  test('what could not be found out is inconclusive, never passed', () => {
    expect(judge([review('foggy')])).toBe('inconclusive')
    expect(judge([review(undefined)])).toBe('inconclusive')
    expect(judge([review('lead')], { authors: [undefined] })).toBe('inconclusive')
  })

  test('every rule must be met; no rule asks for nothing', () => {
    const rules = [
      { rule, source: 'model' as const },
      { rule: { required: 1, from: ['@acme/other'] }, source: 'floor' as const },
    ]
    const membership = (login: string, owner: string | undefined) =>
      login === 'lead' && owner === '@acme/leads' ? ('member' as const) : ('other' as const)
    expect(judgeApprovals(rules, facts([review('lead')], { membership })).outcome).toBe('failed')
    expect(judgeApprovals([], facts([])).outcome).toBe('passed')
  })
})

describe('7. Policy is read from the base', () => {
  test('a promotion is judged by the base’s gates, whatever the pull request says', () => {
    const strict = { metric: 'roc-auc' as const, min: 0.99 }
    const base = modelState({ definition: { policy: { staging: { gates: [strict], defaults: false } } } })
    const lenient = modelState()
    const record = planned(planPromotion(promotionFacts(lenient, 1), 'staging', REQUEST)).record
    const move = change(base, [at('promotions/1.json', 'added'), at('stages.json', 'added')], {
      records: new Map([[1, record]]),
      pointers: planned(planPromotion(promotionFacts(lenient, 1), 'staging', REQUEST)).pointers,
    })
    const facts = {
      base: 'b'.repeat(40),
      version: versionRecord(1),
      finding: { is: 'same' } as const,
      championArtifact: undefined,
      evidence: [evaluation(1, 0.85)],
    }
    const judged = [...judgeMove({ ...move, base }, 1, record, facts, move.changes)]
    expect(judged.map(({ message }) => message)).toEqual([
      'the move is refused: 1 of 1 gates of staging did not pass',
    ])
    expect([...judgeMove({ ...move, base: lenient }, 1, record, facts, move.changes)]).toEqual([])
  })

  test('floors of the repository add to the model’s policy, and promote nothing alone', () => {
    const floors = { staging: { gates: [{ metric: 'roc-auc' as const, min: 0.9 }] } }
    const state = modelState({ config: { floors } })
    const plan = planPromotion(promotionFacts(state, 1), 'staging', REQUEST)
    expect(
      plan.plan === 'refused' && plan.gates?.gates.map(({ source, outcome }) => [source, outcome]),
    ).toEqual([
      ['floor', 'failed'],
      ['model', 'passed'],
    ])
    const without = modelState({ config: { floors }, definition: { policy: {} } })
    expect(reasons(planPromotion(promotionFacts(without, 1), 'staging', REQUEST))).toContain(
      'no policy for staging',
    )
  })
})

describe('8. A gate takes only evidence of this artifact, on the pinned data, against the champion of now', () => {
  const gates = [{ metric: 'roc-auc' as const, 'not-worse-by': 0.02 }]
  const state = modelState({
    records: SERVING,
    definition: { policy: { staging: { gates }, production: { gates } } },
  })
  const promote = (evidence: Parameters<typeof promotionFacts>[2], own = state) =>
    planPromotion(promotionFacts(own, 3, evidence), 'staging', REQUEST)
  const good = comparison(3, 1, [0.01, 0.03])

  test('what fits is judged and named in the record', () => {
    expect(planned(promote({ evidence: [good] })).record).toMatchObject({ evidence: [good.digest] })
  })

  test.each([
    ['of another artifact', comparison(4, 1, [0.01, 0.03]), 'is about the artifact'],
    ['on other data', comparison(3, 1, [0.01, 0.03], { data: digest('9') }), 'used the data'],
    ['against another champion', comparison(3, 2, [0.01, 0.03]), 'is against the champion'],
  ])('evidence %s is inconclusive', (_what, evidence, why) => {
    const plan = promote({ evidence: [evidence] })
    expect(plan.plan === 'refused' && plan.gates?.outcome).toBe('inconclusive')
    expect(plan.plan === 'refused' && plan.gates?.gates[0]?.reason).toContain(why)
  })

  test('without a pinned digest nothing fits', () => {
    const own = modelState({
      records: SERVING,
      definition: { evaluate: { data: { uri: 'data/test.csv' } }, policy: { staging: { gates } } },
    })
    const plan = promote({ evidence: [good] }, own)
    expect(plan.plan === 'refused' && plan.gates?.gates[0]?.reason).toContain('pins no evaluation data')
  })

  test('of several that fit the newest counts', () => {
    const worse = comparison(3, 1, [-0.09, -0.05], { digest: digest('1') })
    expect(promote({ evidence: [worse, good] }).plan).toBe('move')
    expect(promote({ evidence: [good, worse] }).plan).toBe('refused')
  })

  test('a promotion adds at most one of a kind and subject', () => {
    const again = comparison(3, 1, [0.01, 0.03], { digest: digest('1') })
    const plan = planned(promote({ evidence: [good, again] }))
    const paths = ['promotions/4.json', 'evidence'].flatMap(name =>
      name === 'evidence'
        ? [good, again].map(({ digest: of }) =>
            at(`versions/3/evidence/comparison-${of.slice(0, 12)}.json`, 'added'),
          )
        : [at(name, 'added')],
    )
    const all = [...paths, at('stages.json', 'modified')]
    const move = change(state, all, { records: new Map([[4, plan.record]]), pointers: plan.pointers })
    const facts = {
      base: 'b'.repeat(40),
      version: versionRecord(3),
      finding: { is: 'same' } as const,
      championArtifact: artifactOf(1),
      evidence: [good, again],
    }
    expect(
      [...judgeMove({ ...move, base: state }, 4, plan.record, facts, all)].map(({ message }) => message),
    ).toEqual(['a promotion adds one comparison of a kind, and this is a second'])
  })

  test('measurements of the team under different names are of different kinds', () => {
    const custom = (name: string, named: string) =>
      measured(
        'custom',
        { name, passed: true },
        {
          digest: digest(named),
          subject: { artifact: artifactOf(3) },
        },
      )
    const rules = ['load', 'review'].map(name => ({ custom: name, passed: true as const }))
    const own = modelState({
      records: SERVING,
      definition: { policy: { staging: { gates: [...gates, ...rules] } } },
    })
    const companyOf = (...added: StoredEvidence[]) => {
      const evidence = [good, ...added]
      const plan = planned(promote({ evidence }, own))
      const all = [
        at('promotions/4.json', 'added'),
        ...added.map(({ digest: of }) => at(`versions/3/evidence/custom-${of.slice(0, 12)}.json`, 'added')),
        at('stages.json', 'modified'),
      ]
      const move = change(own, all, { records: new Map([[4, plan.record]]), pointers: plan.pointers })
      const facts = {
        base: 'b'.repeat(40),
        version: versionRecord(3),
        finding: { is: 'same' } as const,
        championArtifact: artifactOf(1),
        evidence,
      }
      return [...judgeMove({ ...move, base: own }, 4, plan.record, facts, all)]
    }
    expect(companyOf(custom('load', '1'), custom('review', '2'))).toEqual([])
    expect(companyOf(custom('load', '1'), custom('review', '2'), custom('review', '3'))).toHaveLength(1)
  })
})

describe('9. What judges is governed like what it judges', () => {
  const gates = [{ metric: 'roc-auc' as const, min: 0.7 }]
  const approvals = { required: 2, from: ['@acme/leads'] }
  const churn = definition({ policy: { production: { gates, approvals } } })
  const config = modelState({ config: { workflows: ['.github/workflows/modelyard.yml'] } }).config
  const governed = (paths: readonly string[], more = {}) => [
    ...governedChanges({
      config,
      models: new Map([['churn', churn]]),
      changes: paths.map(path => ({ path, status: 'modified' as const })),
      definitions: new Map(),
      codeowners: new Map(),
      ...more,
    }),
  ]
  const yaml = (base: unknown, head: unknown) =>
    governed([`${FOLDER}/model.yaml`], { definitions: new Map([['churn', { base, head }]]) })

  test.each([['policy'], ['evaluate'], ['aliases'], ['target'], ['task'], ['owners'], ['predict']])(
    'a change to %s is governed',
    key => {
      expect(yaml({ [key]: 1 }, { [key]: 2 })).toMatchObject([
        { why: `it changes ${key}`, models: ['churn'], rules: [{ rule: approvals, source: 'model' }] },
      ])
    },
  )

  test.each([['description'], ['environment'], ['lint'], ['test'], ['serve'], ['train']])(
    'a change to %s is free',
    key => {
      expect(yaml({ [key]: { command: 'a' } }, { [key]: { command: 'b' } })).toEqual([])
    },
  )

  test('what counts as training code is governed, though train is not', () => {
    expect(yaml({ train: { watch: ['**/*.py'] } }, { train: { watch: [] } })).toMatchObject([
      { why: 'it changes train.watch' },
    ])
  })

  test.each([['.github/modelyard.yml'], ['.github/workflows/modelyard.yml'], ['data/test.csv']])(
    'a change to %s is governed',
    path => {
      expect(governed([path])).toHaveLength(1)
    },
  )

  test.each([['README.md'], ['train.py'], ['.github/workflows/other.yml'], ['data/train.csv']])(
    'a change to %s is free',
    path => {
      expect(governed([path])).toEqual([])
    },
  )

  test('code owners’ lines for what judges are governed, others are not', () => {
    const owners = (base: string, head: string) =>
      governed(['CODEOWNERS'], { codeowners: new Map([['CODEOWNERS', { base, head }]]) })
    expect(owners('/registry-data/ @acme/leads\n', '/registry-data/ @mallory\n')).toHaveLength(1)
    expect(owners('', '* @mallory\n')).toHaveLength(1)
    expect(owners('', '/data/*.csv @mallory\n')).toHaveLength(1)
    expect(owners('', '/src/web/ @acme/web\n')).toEqual([])
    expect(owners('* @a # one\n', '* @a # two\n')).toEqual([])
  })

  test('a model that the base does not have takes the floor’s rules, without a floor one approval by maintain', () => {
    const path = 'registry-data/models/new/model.yaml'
    const facts = { definitions: new Map([['new', { base: {}, head: { task: 'regression' } }]]) }
    expect(governed([path], facts)).toMatchObject([
      { models: ['new'], rules: [{ rule: { required: 1 }, source: 'floor' }] },
    ])
    const floored = modelState({ config: { floors: { production: { approvals } } } }).config
    expect(governed([path], { ...facts, config: floored })).toMatchObject([
      { rules: [{ rule: approvals, source: 'floor' }] },
    ])
  })

  test('before the base has a registry nothing is governed', () => {
    expect(governed(['.github/modelyard.yml'], { config: undefined })).toEqual([])
  })
})

describe('10. Order is git ancestry; a date means the last commit that is not later', () => {
  test('a clock that ran backwards changes nothing', () => {
    const chain = [
      { commit: 'a', committedAt: 100 },
      { commit: 'b', committedAt: 300 },
      { commit: 'c', committedAt: 200 },
      { commit: 'd', committedAt: 400 },
    ]
    expect([50, 100, 250, 299, 300, 399, 400].map(time => commitAt(chain, time)?.commit)).toEqual([
      undefined,
      'a',
      'a',
      'a',
      'c',
      'c',
      'd',
    ])
  })

  test('the commit of a date never goes back as the date goes on', () => {
    const clocks = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(clocks, fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), (times, a, b) => {
        const chain = times.map((committedAt, index) => ({ commit: String(index), committedAt }))
        const place = (time: number) => Number(commitAt(chain, time)?.commit ?? -1)
        expect(place(Math.min(a, b))).toBeLessThanOrEqual(place(Math.max(a, b)))
      }),
    )
  })
})

describe('11. Search equals a full reading', () => {
  test('of random versions and filters the same are found as by looking at each', () => {
    const version = fc.record({
      version: fc.integer({ min: 1, max: 9 }),
      auc: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
      team: fc.option(fc.constantFrom('fraud', 'growth'), { nil: undefined }),
    })
    const bound = fc.integer({ min: 0, max: 10 })
    fc.assert(
      fc.property(
        fc.array(version, { maxLength: 12 }),
        bound,
        fc.constantFrom('fraud', 'growth'),
        (versions, limit, team) => {
          const searched = versions.map(({ version: number, auc, team: own }) => ({
            model: 'churn',
            record: versionRecord(number, { metrics: auc === undefined ? {} : { auc } }),
            stage: 'development',
            aliases: [],
            notes: () => (own === undefined ? {} : { tags: { team: own } }),
          }))
          const filter = `metrics.auc > ${limit} and (version < 5 or not tags.team = '${team}')`
          const holds = conditionOf(filter, parseFilter(filter))
          const found = searched.map(one => holds(one) === true)
          // SQL's logic by hand: a condition on nothing is neither true nor false.
          const expected = versions.map(
            one =>
              one.auc !== undefined &&
              one.auc > limit &&
              (one.version < 5 || (one.team !== undefined && one.team !== team)),
          )
          expect(found).toEqual(expected)
        },
      ),
    )
  })
})

describe('12. No evidence is inconclusive, no gate is inconclusive, the worst wins', () => {
  const promote = (gates: readonly unknown[], evidence: readonly unknown[]) => {
    const state = modelState({ definition: { policy: { staging: { gates: gates as never } } } })
    const plan = planPromotion(promotionFacts(state, 1, { evidence: evidence as never }), 'staging', REQUEST)
    return plan.plan === 'refused' ? plan.gates?.outcome : plan.plan
  }

  test('an empty policy and missing evidence pass nothing', () => {
    expect(promote([], [evaluation(1, 0.99)])).toBe('inconclusive')
    expect(promote([{ metric: 'roc-auc', min: 0.7 }], [])).toBe('inconclusive')
    expect(promote([{ metric: 'f1', min: 0.7 }], [evaluation(1, 0.99)])).toBe('inconclusive')
  })

  test('failed is worse than inconclusive, inconclusive worse than passed', () => {
    const passes = { metric: 'roc-auc', min: 0.7 }
    const open = { metric: 'f1', min: 0.7 }
    const fails = { metric: 'roc-auc', min: 0.95 }
    expect(promote([passes], [evaluation(1, 0.9)])).toBe('move')
    expect(promote([passes, open], [evaluation(1, 0.9)])).toBe('inconclusive')
    expect(promote([passes, open, fails], [evaluation(1, 0.9)])).toBe('failed')
  })

  test('without a champion a relative gate is left out, and a floor on the primary metric must stand', () => {
    const relative = { metric: 'roc-auc', 'not-worse-by': 0.02 }
    expect(promote([relative], [evaluation(1, 0.9)])).toBe('inconclusive')
    expect(promote([relative, { metric: 'roc-auc', min: 0.7 }], [evaluation(1, 0.9)])).toBe('move')
  })
})

describe('13. A refusal is a result with a reason', () => {
  test('every refusal says why and what to do', () => {
    const state = modelState({ records: SERVING })
    const refusals = [
      planPromotion(promotionFacts(state, 3), 'production', REQUEST),
      planPromotion(promotionFacts(state, 3), 'nowhere', REQUEST),
      planPromotion(promotionFacts(state, 3), 'archived', REQUEST),
      planRollback(
        { state, version: 3, artifact: artifactOf(3), finding: { is: 'same' } },
        'production',
        REQUEST,
      ),
      planRollback(
        { state, version: 2, artifact: artifactOf(2), finding: { is: 'same' } },
        'development',
        REQUEST,
      ),
      planArchive({ state, version: 1, artifactUri: 's3://x/y' }, { purge: true }, REQUEST),
      planAlias(state, 'champion', 3, REQUEST),
    ]
    for (const plan of refusals) {
      expect(plan.plan).toBe('refused')
      for (const reason of plan.plan === 'refused' ? plan.reasons : []) {
        expect(reason.message.length).toBeGreaterThan(10)
        expect(reason.next.length).toBeGreaterThan(5)
      }
    }
  })

  test('what is so already is neither refused nor planned again', () => {
    const state = modelState({ records: SERVING })
    expect(planPromotion(promotionFacts(state, 2), 'staging', REQUEST).plan).toBe('unchanged')
    expect(planAlias(state, 'shadow', null, REQUEST).plan).toBe('unchanged')
    const archived = modelState({ records: [archiveRecord(3, 'development')] })
    expect(
      planArchive({ state: archived, version: 3, artifactUri: './model.onnx' }, { purge: false }, REQUEST)
        .plan,
    ).toBe('unchanged')
  })
})

describe('14. The fold of the records equals the pointers, and git agrees with both', () => {
  const base = modelState({ records: SERVING })

  test('pointers that were moved without a record are found', () => {
    const edited = change(base, [at('stages.json', 'modified')])
    expect([...judgeModelChange(edited)].map(({ message }) => message)).toEqual([
      'pointers were moved without a record',
    ])
  })

  test('a record is never changed, skipped or doubled', () => {
    const record = planned(planPromotion(promotionFacts(base, 3), 'staging', REQUEST)).record
    const numbers = (...records: number[]) =>
      [
        ...judgeModelChange(change(base, [], { records: new Map(records.map(number => [number, record])) })),
      ].map(({ message }) => message)
    expect(numbers(4)).toEqual([])
    expect(numbers(5)).toEqual(['the next record is number 4'])
    expect(numbers(4, 5)).toEqual(['a pull request makes one move of a model'])
    expect(
      [...judgeModelChange(change(base, [at('promotions/2.json', 'modified')]))].map(
        ({ message }) => message,
      ),
    ).toEqual(['a record that was merged was changed'])
  })

  test('pointers that are not the plan’s, and company that a promotion may not have, are found', () => {
    const plan = planned(planPromotion(promotionFacts(base, 3), 'staging', REQUEST))
    const all = [at('promotions/4.json', 'added'), at('stages.json', 'modified')]
    const facts = {
      base: 'b'.repeat(40),
      version: versionRecord(3),
      finding: { is: 'same' } as const,
      championArtifact: artifactOf(1),
      evidence: [evaluation(3, 0.85)],
    }
    const judge = (pointers: typeof plan.pointers, paths: readonly ChangedPath[]) =>
      [
        ...judgeMove(
          { ...change(base, paths, { records: new Map([[4, plan.record]]), pointers }), base },
          4,
          plan.record,
          facts,
          paths,
        ),
      ].map(({ message }) => message)
    expect(judge(plan.pointers, all)).toEqual([])
    expect(judge({ ...plan.pointers, aliases: { champion: 3 } }, all)).toEqual([
      'the pointers are not what the plan gives',
    ])
    expect(judge(plan.pointers, [...all, { path: 'train.py', status: 'modified' }])).toEqual([
      'a promotion changes nothing else',
    ])
    expect(judge(plan.pointers, [...all, at('model.yaml', 'modified')])).toEqual([
      'a promotion changes nothing else',
    ])
  })

  test('each change of the pointers in git belongs to a record; one that does not is told with its commit', () => {
    const entry = (commit: string, after: string | undefined) => ({
      commit,
      committedAt: 0,
      author: 'x',
      after,
    })
    const steps = ['id1', 'id2', 'id3', 'id4']
    const match = (changes: ReturnType<typeof entry>[]) => {
      const { arrivals, unexplained } = matchHistory(steps, changes)
      return [arrivals.map(found => found?.commit), unexplained.map(({ commit }) => commit)]
    }
    expect(match([entry('a', 'id1'), entry('b', 'id2'), entry('c', 'id4')])).toEqual([
      ['a', 'b', 'c', 'c'],
      [],
    ])
    expect(match([entry('a', 'id1'), entry('evil', 'forged'), entry('b', 'id2')])).toEqual([
      ['a', 'b', undefined, undefined],
      ['evil'],
    ])
    expect(match([entry('a', 'id2'), entry('b', 'id1'), entry('c', undefined)])).toEqual([
      ['a', 'a', undefined, undefined],
      ['b', 'c'],
    ])
  })
})
