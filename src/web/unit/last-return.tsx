/** 退回补正: what is to be mended, its term on top; older decisions of the screening below, quieter. */
import { sayEnd } from '#core/kernel/instant'
import { sayAt } from '../ui/say-time'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Section } from '../ui/section'
import { Chip, type StateKind } from '../ui/state'
import { openReturn, type Nomination, type Return } from './reading'

const kinds: Readonly<Record<Return['decision'], StateKind>> = { accept: 'ok', return: 'warn', reject: 'block' }

const Points = ({ points }: { points: Return['points'] }) => (
  <ol className="return-points">
    {points.map((p, i) => <li key={i}><b>{p.what}</b>{p.at || p.clause ? <span className="small muted">{[p.at, p.clause].filter(Boolean).join('　')}</span> : null}</li>)}
  </ol>
)

const Decision = ({ entry, open }: { entry: Return; open: boolean }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return (
    <article className="return-entry">
      {open && entry.until !== null ? <p className="return-until">{t('unit.return.until', { end: words(sayEnd(entry.until)) })}</p> : null}
      <p className="row-of"><Chip kind={kinds[entry.decision]}>{t(`unit.screening.${entry.decision}`)}</Chip><span className="small muted">{sayAt(entry.at, language)}　{entry.by}</span></p>
      {entry.note ? <p className="detail">{entry.note}</p> : null}
      {entry.points.length > 0 ? <Points points={entry.points} /> : null}
    </article>
  )
}

export const LastReturn = ({ nomination }: { nomination: Nomination }) => {
  const t = useText()
  if (nomination.handBackNote !== '' && nomination.state === 'draft') return <Section title={t('unit.handedBack.title')}><p className="detail">{nomination.handBackNote}</p></Section>
  if (nomination.screening.length === 0) return null
  const current = openReturn(nomination)
  return (
    <Section title={t(current ? 'unit.return.title' : 'unit.return.past')} note={current ? t('unit.return.note', { n: current.points.length }) : undefined}>
      {nomination.screening.map((entry) => <Decision key={entry.at} entry={entry} open={entry === current} />)}
    </Section>
  )
}
