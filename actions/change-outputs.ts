import type { OutputsOf } from './output.ts'

/** Of every change. */
export const CHANGE: OutputsOf<'move' | 'registration'> = {
  status: {
    type: 'text',
    description:
      '`proposed` as a pull request, `left` for the App to open, `merged` into the branch that is checked out, `unchanged`, `refused`, or `planned` where it was a dry run.',
    of: ({ status }) => status,
  },
  branch: {
    type: 'text',
    description: 'The branch of the pull request, or the one merged into.',
    of: ({ branch }) => branch,
  },
  commit: { type: 'text', description: 'The one commit.', of: ({ commit }) => commit },
  'pull-request': {
    type: 'integer',
    description: 'The pull request; empty where there is none.',
    of: result => result['pull-request']?.number,
  },
  'pull-request-url': {
    type: 'text',
    description: 'Where it is read.',
    of: result => result['pull-request']?.url,
  },
}
