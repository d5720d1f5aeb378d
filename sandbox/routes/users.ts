import { userBody } from '../bodies.ts'
import { fill } from '../fill.ts'
import { type Answer, type Call, notFound, type Routes, textAt } from '../route.ts'

export const userRoutes: Routes = {
  'users/get-authenticated': call => publicUser(call, call.actor.account.login),
  'users/get-by-username': call => {
    const login = textAt(call.path, 'username')
    if (!call.world.state.accounts.has(login.toLowerCase())) throw notFound()
    return publicUser(call, login)
  },
}

function publicUser(call: Call, login: string): Answer {
  return { status: 200, body: fill('public-user', userBody(call, login)) }
}
