/** How the votes came: columns by the hour, and the networks with most; each also as a table. */
import type { Sheet } from '#core/composition/tables'
import { dayOf, hourOf, stamp } from '#core/kernel/instant'
import { useText } from '../../text/use-text'
import { Columns } from '../../ui/figures/arrivals-chart'
import { Chart } from '../../ui/figures/chart'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import type { PublicVote } from './votes-answer'

type Vote = NonNullable<PublicVote['vote']>
type Network = Vote['networks'][number] & { readonly rank: number }
const HOUR = 3_600_000
const both = (text: string | number) => ({ zh: String(text), en: String(text) })

export const Hours = ({ vote }: { vote: Vote }) => {
  const t = useText()
  const first = vote.hours[0]!.at
  // Hours without a vote are columns too: a rush is seen beside quiet.
  const by = new Map(vote.hours.map((h) => [h.at, h.votes]))
  const all = Array.from({ length: Math.round((vote.hours.at(-1)!.at - first) / HOUR) + 1 }, (_, i) => ({ at: first + i * HOUR, votes: by.get(first + i * HOUR) ?? 0 }))
  const [most, title] = [Math.max(...all.map((h) => h.votes)), t('votes.hours')]
  const sheet: Sheet = { title: both(title), columns: [{ name: both(t('votes.hour')), width: 20 }, { name: both(t('votes.count')), numeric: true, width: 10 }], rows: vote.hours.map((h) => [both(stamp(h.at).slice(0, 13)), both(h.votes)]) }
  const label = (at: number, i: number): string => (i === 0 || hourOf(at) === 0 ? dayOf(at).slice(5) : all.length <= 30 && hourOf(at) % 6 === 0 ? `${hourOf(at)}:00` : '')
  return <Chart title={title} sheet={sheet}>{(width) => <Columns title={title} summary={t('votes.hoursSay', { n: most })} width={width} height={220} columns={all.map((h, i) => ({ key: String(h.at), n: h.votes, label: label(h.at, i), say: `${stamp(h.at).slice(5, 13)}:00　${h.votes}` }))} />}</Chart>
}

export const Networks = ({ vote }: { vote: Vote }) => {
  const t = useText()
  const columns: Column<Network>[] = [
    { key: 'network', head: t('votes.networkHead'), names: true, cell: (n) => t('votes.network', { n: n.rank }) }, { key: 'votes', head: t('votes.count'), numeric: true, cell: (n) => n.votes },
    { key: 'addresses', head: t('votes.addresses'), numeric: true, cell: (n) => n.addresses }, { key: 'share', head: t('votes.share'), numeric: true, cell: (n) => `${Math.round((100 * n.votes) / vote.votes)}%` },
  ]
  return <Section title={t('votes.networks')} note={t('votes.networksNote')}><Table caption={t('votes.networks')} captionHidden columns={columns} rows={vote.networks.map((n, i) => ({ ...n, rank: i + 1 }))} keyOf={(n) => String(n.rank)} empty={null} /></Section>
}
