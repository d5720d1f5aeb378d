import { userBody } from '../bodies.ts'
import { fill } from '../fill.ts'
import type { Answer, Call, Routes } from '../route.ts'
import { activitiesOf } from '../state/activities.ts'

export const activityRoutes: Routes = { 'repos/list-activities': list }

/** Newest first; what is left out has pages of its own by cursors, which the sandbox does not hand out. */
function list(call: Call): Answer {
  const { repository, query } = call
  const { ref, activity_type: type } = query
  const most = Number(query.per_page ?? 30)
  const found = activitiesOf(repository).filter(
    activity => (ref === undefined || activity.ref === ref) && (type === undefined || activity.type === type),
  )
  return {
    status: 200,
    body: found
      .toReversed()
      .slice(0, most)
      .map(({ id, before, after, ref: name, type, actor, at }) =>
        fill('activity', {
          id,
          node_id: `PSH_${id}`,
          before,
          after,
          ref: name,
          timestamp: at,
          activity_type: type,
          actor: userBody(call, actor),
        }),
      ),
  }
}
