import type { BlockList } from 'node:net'

/** What IANA's registries keep for one machine, one network, documentation, tests and groups. */
const NOT_PUBLIC_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** Within what is given out: tunnels, which carry an IPv4 address that nobody looks at, and documentation. */
const NOT_PUBLIC_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

let known: { readonly blocked: BlockList; readonly givenOut: BlockList } | undefined

function lists() {
  const { BlockList } = process.getBuiltinModule('node:net')
  const [blocked, givenOut] = [new BlockList(), new BlockList()]
  for (const [network, prefix] of NOT_PUBLIC_4) blocked.addSubnet(network, prefix, 'ipv4')
  for (const [network, prefix] of NOT_PUBLIC_6) blocked.addSubnet(network, prefix, 'ipv6')
  givenOut.addSubnet('2000::', 3, 'ipv6')
  return { blocked, givenOut }
}

/**
 * Whether an IP address is one of the public internet: not this machine's, not its network's, not that of a cloud's
 * metadata. Of IPv6 only what is given out as such is: neither mapped nor translated IPv4, nor an address with a zone.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
export function isPublicAddress(address: string): boolean {
  known ??= lists()
  const { blocked, givenOut } = known
  const family = process.getBuiltinModule('node:net').isIP(address)
  if (family === 4) return !blocked.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return false
  return givenOut.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
}
