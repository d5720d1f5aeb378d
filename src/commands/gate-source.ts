import type { GateRules } from '../ports.ts'

/** Who sets the check of the gates, and the rules that are to require it of nobody else. */
export interface GateSource {
  /** The App's number. */
  readonly app: number
  readonly rules: GateRules
}

const WHERE = 'under Settings, Rules, Rulesets'

/**
 * What is to be said where a merge does not need the check of this App. A check or status of its name by anybody else
 * counts there as well as ours, or nothing is needed at all.
 */
export async function gateRemarks(
  check: string,
  branch: string,
  { app, rules }: GateSource,
): Promise<readonly string[]> {
  const found = await rules.requiring(check, branch)
  if ('is' in found)
    return [`whether ${branch} requires the check ${check} of this App is not known: ${found.why}`]
  if (found.some(({ source }) => source === app)) return []
  return found.length > 0
    ? [
        `the rules of ${branch} require the check ${check}, and not of this App, so that whoever may write can set it: choose the App as its source ${WHERE}`,
      ]
    : [
        `the rules of ${branch} do not require the check ${check}, so that nothing here keeps a merge back: require it, with this App as its source, ${WHERE}`,
      ]
}
