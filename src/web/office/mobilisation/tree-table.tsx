/** The same as a table: every branch of the tree with how many of its units stand where. */
import type { CSSProperties } from 'react'
import { standingNames, standings } from '#core/mobilisation/standing'
import { useText, useWords } from '../../text/use-text'
import { Table, type Column } from '../../ui/table'
import type { Group, Mobilisation } from './reading'

interface Line { key: string; name: string; depth: number; units: number; behind: number; counts: Mobilisation['counts'] }

/** Units that stand alone below the office are one line of their own. */
const linesOf = (all: Mobilisation, groups: readonly Group[], whole: string): Line[] => {
  const alone = groups.find((g) => g.id === null)
  const count = (units: Group['units']) => Object.fromEntries(standings.map((s) => [s, units.filter((u) => u.standing === s).length])) as Mobilisation['counts']
  return [
    { key: 'whole', name: whole, depth: 0, units: all.units.length, behind: all.behind, counts: all.counts },
    ...all.branches.map((b) => ({ key: b.id, name: b.name, depth: b.depth + 1, units: b.units, behind: b.behind, counts: b.counts })),
    ...(alone === undefined ? [] : [{ key: 'alone', name: alone.name, depth: 1, units: alone.units.length, behind: alone.units.filter((u) => u.lacks.length > 0).length, counts: count(alone.units) }]),
  ]
}

export const TreeTable = ({ all, groups }: { all: Mobilisation; groups: readonly Group[] }) => {
  const t = useText()
  const words = useWords()
  const columns: Column<Line>[] = [
    { key: 'name', head: t('office.mobilisation.branch'), names: true, cell: (l) => <><i className="tree-indent" style={{ '--depth': l.depth } as CSSProperties} aria-hidden="true" />{l.name}</> },
    { key: 'units', head: t('office.mobilisation.units'), numeric: true, cell: (l) => l.units },
    ...standings.filter((s) => all.counts[s] > 0).map((s): Column<Line> => ({ key: s, head: words(standingNames[s]), numeric: true, cell: (l) => l.counts[s] || '—' })),
    { key: 'behind', head: t('office.mobilisation.behindShort'), numeric: true, cell: (l) => <b>{l.behind || '—'}</b> },
  ]
  return <Table caption={t('office.mobilisation.tree')} captionHidden columns={columns} rows={linesOf(all, groups, t('office.mobilisation.whole'))} keyOf={(l) => l.key} empty={null} />
}
