import { accountPage } from '../bodies.ts'
import { nodeId } from '../node-id.ts'
import type { Account } from '../world.ts'
import type { Node } from './resolver.ts'

export function actorNode(account: Account): Node {
  return {
    __typename: account.kind,
    id: nodeId(account.kind, account.id),
    databaseId: account.id,
    login: account.app?.slug ?? account.login,
    url: accountPage(account),
  }
}
