import { ModelyardError } from '../domain/errors/index.ts'
import type { OwnPart } from '../domain/report/body.ts'
import { type CommentPlan, planComment } from '../domain/report/plan.ts'
import type { Comments, CommentTarget, OwnComment } from '../ports.ts'

/** What became of the comment. */
export interface Settled {
  readonly change: 'created' | 'updated' | 'unchanged' | 'superseded' | 'none'
  readonly why?: 'locked' | 'no-target'
  readonly comment?: { readonly id: number; readonly url: string }
  readonly removed: number
  readonly isShortened: boolean
  /** Whether somebody folded it away, and this token may not show it again. */
  readonly isFolded?: boolean
}

/** What was done so far, and on which comments there is no use in trying again. */
interface Progress {
  change: 'created' | 'updated' | 'unchanged'
  creations: number
  /** How often to look once more before what was made and is not listed is made again: lists may lag behind. */
  looks: number
  removed: number
  readonly gone: Set<number>
}

type Existing = Exclude<CommentPlan<OwnComment>, { is: 'create' }>

/** Other writers are quick; one that was killed holds a comment for a minute. */
const MOST_ROUNDS = 60
/** Answers that never came; each may have left a comment, which the next look finds. */
const MOST_CREATIONS = 5
const MOST_LOOKS = 3

/**
 * Makes sure that one comment stands at the target and holds this part, and of every other part the newest: looks,
 * plans, writes, and looks again wherever somebody else may have written meanwhile. A comment that several write to is
 * taken before it is read and written.
 *
 * @param marker - The comment's first line.
 * @throws {ModelyardError} `moved-meanwhile` where it does not come to rest; what `Comments` throws.
 */
export async function settleComment(
  comments: Comments,
  target: CommentTarget,
  marker: string,
  own: OwnPart,
): Promise<Settled> {
  const progress: Progress = { change: 'unchanged', creations: 0, looks: 0, removed: 0, gone: new Set() }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const plan = await look(comments, target, marker, own, progress)
    if (plan === undefined) return refused('no-target', progress)
    const settled =
      plan.is === 'create'
        ? await create(plan, comments, target, progress)
        : await bringUpToDate(plan, { comments, target, marker, own, progress })
    if (settled === 'busy') await comments.pause(round)
    else if (settled !== 'again') return settled
  }
  throw new ModelyardError({
    code: 'moved-meanwhile',
    message: 'other writers kept the report comment busy all the time',
    next: 'run the step again',
  })
}

async function look(
  comments: Comments,
  target: CommentTarget,
  marker: string,
  own: OwnPart,
  { gone }: Progress,
): Promise<CommentPlan<OwnComment> | undefined> {
  const found = await comments.find(target, marker)
  // A comment that was removed may still be listed for a while.
  return (
    found &&
    planComment(
      marker,
      found.filter(({ id }) => !gone.has(id)),
      own,
    )
  )
}

async function create(
  { body }: { readonly body: string },
  comments: Comments,
  target: CommentTarget,
  progress: Progress,
): Promise<Settled | 'again' | 'busy'> {
  if (progress.looks > 0) {
    progress.looks -= 1
    return 'busy'
  }
  if (progress.creations === MOST_CREATIONS) {
    throw new ModelyardError({
      code: 'remote-failed',
      message: 'GitHub took the report comment and does not list it',
      next: 'run the step again in a while; a comment that is there by then is found',
    })
  }
  progress.creations += 1
  const written = await comments.create(target, body)
  if (written.is === 'locked') return refused('locked', progress)
  if (written.is === 'gone') return refused('no-target', progress)
  progress.change = 'created'
  progress.looks = written.is === 'written' ? MOST_LOOKS : 1
  return 'again'
}

interface Work {
  readonly comments: Comments
  readonly target: CommentTarget
  readonly marker: string
  readonly own: OwnPart
  readonly progress: Progress
}

/** Brings a comment that is there up to date, taken first where others write to it too. */
async function bringUpToDate(plan: Existing, work: Work): Promise<Settled | 'again' | 'busy'> {
  const { comments, target, progress } = work
  if (isDone(plan)) return settledAs(plan, progress)
  if (!plan.isShared) return write(plan, work)
  const taken = await comments.take(target, plan.comment)
  if (taken.is === 'locked') return refused('locked', progress)
  if (taken.is === 'gone') progress.gone.add(plan.comment.id)
  if (taken.is !== 'taken') return taken.is === 'gone' ? 'again' : 'busy'
  try {
    // What was read before it was taken may be old by now.
    const fresh = await look(comments, target, work.marker, work.own, progress)
    if (fresh === undefined || fresh.is === 'create' || fresh.comment.id !== plan.comment.id) return 'again'
    if (isDone(fresh)) return settledAs(fresh, progress)
    return taken.holds() ? await write(fresh, work) : 'again'
  } finally {
    await taken.giveBack()
  }
}

function isDone({ is, duplicates, comment }: Existing): boolean {
  return is === 'keep' && duplicates.length === 0 && !comment.isMinimized
}

async function write(plan: Existing, { comments, target, progress }: Work): Promise<Settled | 'again'> {
  const { comment, body, duplicates } = plan
  if (plan.is === 'update') {
    const written = await comments.update(target, comment, body)
    if (written.is === 'locked') return refused('locked', progress)
    if (written.is === 'gone') progress.gone.add(comment.id)
    if (written.is !== 'written') return 'again'
    if (progress.change === 'unchanged') progress.change = 'updated'
  }
  // Only now: what they hold stands in the one that remains.
  for (const duplicate of duplicates) {
    await comments.remove(target, duplicate)
    progress.gone.add(duplicate.id)
    progress.removed += 1
  }
  const isFolded = comment.isMinimized && !(await comments.showAgain(comment))
  return { ...settledAs(plan, progress), isFolded }
}

function settledAs({ comment, isSuperseded, isShortened }: Existing, { change, removed }: Progress): Settled {
  return {
    change: isSuperseded ? 'superseded' : change,
    comment: { id: comment.id, url: comment.url },
    removed,
    isShortened,
  }
}

function refused(why: 'locked' | 'no-target', { removed }: Progress): Settled {
  return { change: 'none', why, removed, isShortened: false }
}
