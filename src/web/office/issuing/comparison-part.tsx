/** This draft beside last year's, the level above and the template: line by line, and which rules make the difference. */
import { sayCount } from '#core/campaign/burden/burden'
import { sayMinutes } from '#core/campaign/burden/say-minutes'
import { useText, useWords } from '../../text/use-text'
import { Empty } from '../../ui/empty'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import type { Looked } from './looked'

type Comparison = Looked['comparisons'][number]
type Line = Comparison['lines'][number]
/** The changes that stand on the page; the others are counted. */
const SHOWN = 5

const Difference = ({ n }: { n: number }) => {
  const t = useText()
  if (n === 0) return <span className="muted">{t('office.issuing.same')}</span>
  return <b className={n > 0 ? 'more' : 'less'}>{n > 0 ? `+${n}` : `−${-n}`}</b>
}

const Changes = ({ changes }: Pick<Comparison, 'changes'>) => {
  const t = useText()
  const words = useWords()
  if (changes.length === 0) return null
  return (
    <>
      <h4>{t('office.issuing.changes')}</h4>
      <ul className="burden-changes">
        {changes.slice(0, SHOWN).map(({ thing, how, seconds }) => <li key={thing.ruleId}><span className="how">{t(`office.issuing.how.${how}`)}</span><span>{words(thing.says)}</span><b>{seconds > 0 ? '+' : ''}{words(sayMinutes(Math.round(seconds / 60)))}</b></li>)}
      </ul>
      {changes.length > SHOWN ? <p className="muted small">{t('office.issuing.more', { n: changes.length - SHOWN })}</p> : null}
    </>
  )
}

const One = ({ comparison }: { comparison: Comparison }) => {
  const t = useText()
  const words = useWords()
  const title = t(`office.issuing.with.${comparison.with}`, { name: words(comparison.name), issuer: words(comparison.issuer), year: comparison.year })
  const columns: Column<Line>[] = [
    { key: 'line', head: t('office.issuing.line'), names: true, cell: (l) => words(sayCount[l.line]) },
    { key: 'before', head: t('office.issuing.before'), numeric: true, cell: (l) => l.before }, { key: 'after', head: t('office.issuing.after'), numeric: true, cell: (l) => l.after },
    { key: 'difference', head: t('office.issuing.difference'), numeric: true, cell: (l) => <Difference n={l.difference} /> },
  ]
  if (comparison.changes.length === 0) return <div className="comparison"><h3>{title}</h3><p className="detail">{t('office.issuing.sameBurden')}</p></div>
  return <div className="comparison"><h3>{title}</h3><Table keep caption={title} captionHidden columns={columns} rows={comparison.lines} keyOf={(l) => l.line} empty={null} /><Changes changes={comparison.changes} /></div>
}

export const ComparisonPart = ({ looked }: { looked: Looked }) => {
  const t = useText()
  return (
    <Section title={t('office.issuing.compare')}>
      {looked.comparisons.length === 0 ? <Empty title={t('office.issuing.nothing')} /> : <div className="comparisons">{looked.comparisons.map((c) => <One key={c.with} comparison={c} />)}</div>}
    </Section>
  )
}
