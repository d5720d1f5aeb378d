import * as z from 'zod/mini'
import type { StoredEvidence } from '../domain/evidence/evidence.ts'
import { questionOf } from '../domain/evidence/question.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { planArchive } from '../domain/registry/plan-archive.ts'
import { defineChange } from './define.ts'
import { model, moveInputs, version } from './inputs.ts'
import { applyMove, evidenceFiles, moveChange } from './move-change.ts'
import { type GatheredEvidence, gatherEvidence, readMoveFacts, requestOf } from './move-facts.ts'
import { readVersion, resolveVersion } from './registry-reader.ts'

export const archive = defineChange({
  name: 'archive',
  summary: 'Take a version out of use.',
  details: `The version and its record stay for ever. --purge removes the bytes of its artifact from the tree and says so
in the record; what a stage in use or an alias names cannot be purged. The history of the repository keeps them until
it is rewritten.`,
  positional: ['model', 'version'],
  examples: [
    {
      command: 'modelyard archive telco-churn 3 --reason "worse on every metric"',
      does: 'archives version 3',
    },
    { command: 'modelyard archive telco-churn 3 --purge', does: 'removes the bytes of version 3 as well' },
  ],
  permission: 'maintain',
  doors: ['action', 'cli', 'slash'],
  inComments: ['reason'],
  input: z.strictObject({
    model,
    version,
    purge: z._default(z.boolean(), false).check(z.describe('Remove the bytes of the artifact too.')),
    ...moveInputs,
  }),
  results: ['move'],
  async read(input, ports) {
    const facts = await readMoveFacts(input, ports)
    const number = await resolveVersion(facts.registry, facts.state, input.version)
    const record = await readVersion(facts.registry, input.model, number)
    const branch = `modelyard/${input.model}/archive-${number}`
    const path = `${modelFolder(facts.registry.config, input.model)}/versions/${number}/${record.artifact.uri.replace(/^\.\//, '')}`
    const { repository, commit } = facts.registry
    const folder = input.purge ? await repository.listFiles(commit, path) : []
    return {
      ...facts,
      record,
      branch,
      evidence: await gatherEvidence(facts, record, ports),
      artifactFiles: folder.length > 0 ? folder.map(file => file.path) : [path],
      request: await requestOf(input, facts, branch, ports),
    }
  },
  plan(input, facts) {
    const { version: number, artifact } = facts.record
    const plan = planArchive(
      { state: facts.state, version: number, artifactUri: artifact.uri },
      input,
      facts.request,
    )
    return moveChange(
      input,
      facts,
      plan,
      {
        action: 'archive',
        title: `${input.purge ? 'archive and purge' : 'archive'} version ${number}`,
        branch: facts.branch,
      },
      [
        // What was measured goes on record, also of a version that is given up.
        ...evidenceFiles(facts, number, facts.evidence, latestFindings(facts.evidence)),
        ...(input.purge ? facts.artifactFiles.map(path => ({ path, content: null })) : []),
      ],
    )
  },
  apply: applyMove,
})

/** The newest answer to each question. */
function latestFindings({ all }: GatheredEvidence): StoredEvidence[] {
  return [...new Map(all.map(stored => [questionOf(stored.evidence), stored])).values()]
}
