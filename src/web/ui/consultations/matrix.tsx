/** 对照表: candidates down, organs across; the name stays while the rest moves. On a telephone each candidate is a small list. */
import { cellNames, type CellState } from '#core/appraisal/consultation'
import { dayOf } from '#core/kernel/instant'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { sayDay } from '../say-time'
import { Chip, type StateKind } from '../state'
import { Table, type Column as TableColumn } from '../table'
import type { BoardOfDesk, Column, Row } from './use-board'

export const kinds: Readonly<Record<CellState, StateKind>> = { byHand: 'lock', notAsked: 'none', asked: 'wait', overdue: 'warn', clear: 'ok', objection: 'block', paper: 'ok', expiring: 'warn', expired: 'warn' }
const answered = (c: Column): number => (['clear', 'objection', 'expiring', 'expired'] as const).reduce((n, s) => n + (c.counts[s] ?? 0), 0)
const askedOf = (c: Column): number => Object.values(c.counts).reduce((n, x) => n + x, 0)

interface MatrixProps { board: BoardOfDesk; columns: readonly Column[]; /** Absent: nothing is chosen here. */ chosen?: { ids: ReadonlySet<string>; toggle: (id: string) => void } }

export const Matrix = ({ board, columns, chosen }: MatrixProps) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const name: TableColumn<Row> = { key: 'candidate', head: t('consult.candidate'), names: true, cell: (r) => (
    <span className="who">{chosen === undefined || r.offline ? null : <input type="checkbox" className="tick-box" aria-label={t('consult.pick', { name: r.candidateName })} checked={chosen.ids.has(r.nominationId)} onChange={() => chosen.toggle(r.nominationId)} />}<span><b>{r.candidateName}</b><small>{r.unitName}</small></span></span>
  ) }
  const cells = columns.map((c, i): TableColumn<Row> => ({
    key: c.key, head: `${words(c.name)}${c.kind === 'paper' ? ` · ${t('consult.column.paper')}` : askedOf(c) === 0 ? '' : ` · ${t('consult.column.answered', { n: answered(c), of: askedOf(c) })}`}`,
    cell: (r) => {
      const cell = r.cells[i]!
      return <button type="button" className="matrix-cell" aria-pressed={board.opened === r.nominationId} onClick={() => board.change('n', r.nominationId)}><span className="hidden-text">{t('consult.cell', { name: r.candidateName, column: words(c.name) })}</span><Chip kind={kinds[cell.state]}>{c.kind === 'paper' && cell.state === 'notAsked' ? t('consult.noPaper') : words(cellNames[cell.state])}</Chip>{cell.since === null ? null : <small>{sayDay(dayOf(cell.since), language)}</small>}</button>
    },
  }))
  return <div className="matrix" role="region" aria-label={t('consult.title')} tabIndex={0}><Table caption={t('consult.title')} captionHidden columns={[name, ...cells]} rows={board.rows} keyOf={(r) => r.nominationId} empty={<p className="detail muted">{t('consult.noHits')}</p>} /></div>
}
