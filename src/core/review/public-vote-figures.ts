/** How votes of the public came: by hour and by network, and what of it is worth a look. Nobody is named, nothing is struck by it. */
import { finding, type Finding } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'

export interface Hour { /** Its beginning. */ readonly at: number; readonly votes: number }
/** A neighbourhood of addresses, the one with most votes first; `addresses`: how many of it voted. */
export interface Network { readonly votes: number; readonly addresses: number }
export interface VoteFigures { readonly votes: number; readonly hours: readonly Hour[]; readonly networks: readonly Network[]; readonly browsers: number }
export const MOST_NETWORKS = 10

/** The network around an address: /24 of IPv4, /48 of IPv6. */
export const neighbourhoodOf = (address: string): string => (address.includes(':') ? address.split(':').slice(0, 3).join(':') : address.split('.').slice(0, 3).join('.'))

const MANY = 50
/** A fifth of all from one network, or an hour with six times the median hour, once there are enough to speak of. */
export const oddities = (rule: RoundRule, f: VoteFigures): Finding[] => {
  if (f.votes < MANY) return []
  const odd = (code: string, what: readonly [string, string]): Finding => finding({ code: `publicVote.${code}`, strength: 'warn', rule, what, mend: ['请会同监督人查看；系统不删票，也不代为认定。要追究的，向网络运营单位核实。', 'Look at it with the supervisor. The product strikes no vote and decides nothing; whoever wants to know more asks the network’s operator.'] })
  const percent = (n: number): number => Math.round((100 * n) / f.votes)
  const sorted = f.hours.map((h) => h.votes).toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  const rushes = f.hours.filter((h) => h.votes >= MANY && h.votes > 6 * median && f.hours.length > 2)
  return [
    ...f.networks.filter((n) => n.votes * 5 > f.votes && n.votes >= MANY).map((n) => odd('oneNetwork', [`一个网段投了 ${n.votes} 票，占 ${percent(n.votes)}%，来自 ${n.addresses} 个地址`, `One network gave ${n.votes} votes, ${percent(n.votes)}% of all, from ${n.addresses} address(es)`])),
    ...rushes.map((h) => odd('rush', [`有一个小时投了 ${h.votes} 票，是平常（中位数 ${median} 票）的六倍以上`, `One hour brought ${h.votes} votes, more than six times the median of ${median}`])),
  ]
}
