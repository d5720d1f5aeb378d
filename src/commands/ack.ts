import * as z from 'zod/mini'
import { timestamp } from '../domain/registry/names.ts'
import type { AlertNoteResult } from '../domain/results/alert-note.ts'
import { defineMeasurement } from './define.ts'
import { alertIssue } from './inputs.ts'
import { noteOnAlert } from './mute-alert.ts'

export const ack = defineMeasurement({
  name: 'ack',
  summary: 'Say that you look after an alert.',
  details: `Its issue names you, and what joins is no longer told by a comment, until it has recovered. That something got
worse, that it recovered or returned is said all the same.`,
  positional: ['issue'],
  examples: [{ command: 'modelyard ack 12', does: 'says that you look after the alert of issue 12' }],
  permission: 'write',
  doors: ['cli', 'slash'],
  asksGitHub: true,
  input: z.strictObject({ issue: alertIssue }),
  results: ['alert-note'],
  async run({ issue }, ports): Promise<AlertNoteResult> {
    const { name } = await ports.identity.committer()
    return noteOnAlert(issue, { acknowledged: { by: name, at: timestamp(ports.clock.now()) } }, ports)
  },
})
