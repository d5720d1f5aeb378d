import * as z from 'zod/mini'
import { Span, spanMs } from '../domain/monitoring/window.ts'
import { timestamp } from '../domain/registry/names.ts'
import type { AlertNoteResult } from '../domain/results/alert-note.ts'
import { defineMeasurement } from './define.ts'
import { alertIssue } from './inputs.ts'
import { noteOnAlert } from './mute-alert.ts'

export const snooze = defineMeasurement({
  name: 'snooze',
  summary: 'Keep an alert from speaking for a while.',
  details: `Until then no comment says that it got worse or that something joined; that it recovered, or returned, is said all
the same, and its issue is brought up to date by each run. What is still bad afterwards is told then.`,
  positional: ['span', 'issue'],
  examples: [{ command: 'modelyard snooze 7d 12', does: 'keeps the alert of issue 12 quiet for a week' }],
  permission: 'write',
  doors: ['cli', 'slash'],
  asksGitHub: true,
  input: z.strictObject({
    span: Span.check(z.describe('How long, in days or hours, such as 7d or 12h.')),
    issue: alertIssue,
  }),
  results: ['alert-note'],
  async run({ span, issue }, ports): Promise<AlertNoteResult> {
    const { name } = await ports.identity.committer()
    const until = timestamp(ports.clock.now() + spanMs(span))
    return noteOnAlert(issue, { snoozed: { by: name, until } }, ports)
  },
})
