import { slot } from '../world.ts'

/** Logins of the members of the owner's teams that may write here, by the team's name: `ml-leads` of `@acme/ml-leads`. */
export const teamsOf = slot<Map<string, readonly string[]>>('teams', () => new Map())
