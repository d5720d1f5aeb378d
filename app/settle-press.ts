import { permissionToPress, pressButton } from '../src/commands/press-button.ts'
import { openRegistry } from '../src/commands/registry-reader.ts'
import { requirePermission } from '../src/commands/require-permission.ts'
import type { SaidComment } from '../src/ports.ts'
import { renderMistake, renderPressed, renderStarted } from '../src/render/asked.ts'
import { render } from '../src/render/index.ts'
import type { Reach } from './reach.ts'
import { answerAt, sayAnswer } from './say-answer.ts'
import type { Settling } from './settler.ts'
import { spokenHere, toldMistake } from './spoken-here.ts'
import type { Subject } from './targets.ts'
import { underClaim } from './under-claim.ts'

type Press = Extract<Subject, { is: 'press' }>

/**
 * Does what a button says that somebody pressed, once: the check run counts how often one of its buttons was pressed, so
 * that a delivery that comes again finds another number than it was sent with.
 */
export async function settlePress(press: Press, reach: Reach): Promise<Settling> {
  const { check, action, by } = press
  const { checks, tip } = reach
  const number = press.seen + 1
  const askedIn = { is: 'check', id: check, press: number } as const
  /** The check as it stands, while the press is not answered. */
  const waiting = async () => {
    const found = await checks.read(check)
    const isOthers = found?.presses === number && found.pressedBy !== by.login
    if (found === undefined || found.presses > number || isOthers) return undefined
    return found.presses === number && !(await isBegun(askedIn, reach)) ? undefined : found
  }
  if (permissionToPress(action) === undefined || (await waiting()) === undefined) return 'settled'
  const commit = await tip()
  if (commit === undefined) return 'settled'
  return underClaim(`check-${check}`, commit, reach, async () => {
    // Whoever had the claim may have answered since.
    const found = await waiting()
    if (found === undefined) return 'settled'
    // The words come first: whoever was killed after them finds what there is to do.
    await sayAnswer(askedIn, renderPressed(by.login, stateOf(press)), reach)
    await checks.press(check, number, by.login)
    await sayAnswer(askedIn, await answerTo(press, askedIn, found.head, reach), reach)
    return 'settled'
  })
}

/** A press that was begun and not answered, by our own comment; undefined for any other. */
export function pressBegunIn({ body }: Pick<SaidComment, 'body'>): Press | undefined {
  const [, check, press, action, login, id] = BEGUN.exec(body) ?? []
  if (action === undefined || login === undefined) return undefined
  return { is: 'press', check: Number(check), action, by: { login, id: Number(id) }, seen: Number(press) - 1 }
}

const BEGUN =
  /^<!-- modelyard answer-check-(\d{1,15})-(\d{1,9}) -->\r?\n<!-- begun ([a-z-]{1,20}) ([A-Za-z0-9-]{1,39}) (\d{1,15}) -->/

const stateOf = ({ action, by }: Press) => `<!-- begun ${action} ${by.login} ${by.id} -->`

/** Whether it was said and not answered; where nothing was said yet it was not even begun, and is not answered either. */
async function isBegun(askedIn: Parameters<typeof answerAt>[0], reach: Reach): Promise<boolean> {
  const body = await answerAt(askedIn, reach)
  return body === undefined || pressBegunIn({ body }) !== undefined
}

async function answerTo(
  { action, by }: Press,
  askedIn: Parameters<typeof answerAt>[0],
  head: string,
  { ports, portsFor, pulls, fetch, tip, defaultBranch, conversations }: Reach,
): Promise<string> {
  try {
    const permission = permissionToPress(action)
    if (permission === undefined) return ''
    await requirePermission(by.login, 'this button', permission, conversations)
    const pull = await pulls.withHead(head)
    if (pull !== undefined) await fetch([`refs/pull/${pull.number}/head`])
    const registry = await openRegistry(ports.repository, await tip())
    const pressed = { action: action as 'measure', askedIn, head, pull, branch: await defaultBranch() }
    const done = await pressButton(pressed, registry, portsFor(by))
    if (done.is === 'moved') return render(spokenHere(done.result), 'markdown')
    const what = `version ${done.version} of ${done.model} is measured against what serves now, and this is built anew for ${done.stage} where its gates pass`
    return renderStarted(what, done.run.url)
  } catch (error) {
    return renderMistake(toldMistake(error))
  }
}
