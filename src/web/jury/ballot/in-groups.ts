/** The candidates of a ballot group by group, each with its places; one group without a name where there are none. */
import type { Ballot } from './ballot-answer'

export const inGroups = ({ rule, candidates }: Ballot) => (rule.groups === undefined ? [{ name: null, places: rule.places, most: undefined, candidates }]
  : rule.groups.map((g) => ({ name: g.name, places: g.places, most: g.most, candidates: candidates.filter((c) => c.group?.zh === g.name.zh) })).filter((g) => g.candidates.length > 0))
