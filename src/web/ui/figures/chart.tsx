/** A chart with its words: drawn, or the same as a table, and to take away. A screen reader is told the title and one sentence, and has the table. */
import { useId, useState, type ReactNode } from 'react'
import { exportFigures } from '#contract/operations/figures'
import type { Part, Sheet } from '#core/composition/tables'
import { addressOf } from '../../api/call'
import { useText, useWords } from '../../text/use-text'
import { Button, ButtonLink } from '../button'
import { Section } from '../section'
import { Table, type Column } from '../table'
import './figures.css'
import { useWidth } from './use-width'

/** @param keep on a telephone it stays a table and moves sideways */
export const SheetTable = ({ sheet, keep }: { sheet: Sheet; keep?: boolean }) => {
  const words = useWords()
  const t = useText()
  const columns = sheet.columns.map((c, i): Column<readonly { readonly zh: string; readonly en: string }[]> => ({ key: String(i), head: words(c.name), cell: (row) => words(row[i]!), ...(i === 0 ? { names: true } : {}), ...(c.numeric ? { numeric: true } : {}) }))
  // Wide tables move sideways within their frame, by the keyboard too.
  return <div className="data-scroll" role="region" aria-label={words(sheet.title)} tabIndex={0}><Table caption={words(sheet.title)} captionHidden {...(keep === true ? { keep } : {})} columns={columns} rows={sheet.rows.map((row, i) => Object.assign([...row], { key: i }))} keyOf={(row) => String((row as unknown as { key: number }).key)} empty={<p className="detail muted">{t('data.empty')}</p>} /></div>
}

interface DrawingProps { title: string; summary: string; width: number; height: number; children: ReactNode }
/** One drawing in px of the page. */
export const Drawing = ({ title, summary, width, height, children }: DrawingProps) => {
  const id = useId()
  return <svg className="drawing" role="img" aria-labelledby={`${id}t ${id}d`} viewBox={`0 0 ${width} ${height}`} width={width} height={height}><title id={`${id}t`}>{title}</title><desc id={`${id}d`}>{summary}</desc>{children}</svg>
}

export const Exports = ({ campaignId, part, title }: { campaignId: string; part: Part; title: string }) => {
  const t = useText()
  return <>{(['xlsx', 'csv'] as const).map((as) => <ButtonLink key={as} reload size="small" look="quiet" icon="down" to={addressOf(exportFigures, { campaignId }, { part, as })}><span aria-hidden="true">{as === 'xlsx' ? 'Excel' : 'CSV'}</span><span className="hidden-text">{t('data.export.of', { title, as: as === 'xlsx' ? 'Excel' : 'CSV' })}</span></ButtonLink>)}</>
}

interface ChartProps {
  title: string
  note?: ReactNode
  sheet: Sheet
  /** What is taken away; absent: the chart above has it. */
  take?: { campaignId: string; part: Part }
  level?: 2 | 3
  /** Below the drawing and the table alike. */
  foot?: ReactNode
  children: (width: number) => ReactNode
}
export const Chart = ({ title, note, sheet, take, level = 2, foot, children }: ChartProps) => {
  const t = useText()
  const [asTable, setAsTable] = useState(false)
  const { box, width } = useWidth()
  return (
    <Section title={title} note={note} level={level} action={<><Button size="small" look="quiet" aria-label={`${title}：${t(asTable ? 'data.asChart' : 'data.asTable')}`} onClick={() => setAsTable(!asTable)}>{t(asTable ? 'data.asChart' : 'data.asTable')}</Button>{take ? <Exports {...take} title={title} /> : null}</>}>
      <div ref={box} className="chart">{asTable ? <SheetTable sheet={sheet} /> : width > 0 ? children(width) : null}</div>
      {foot}
    </Section>
  )
}
