/** The burden meter: big figures, a chart of where the time goes and which level adds it, the same as a table, and how times are estimated. */
import { parts, sayCount, sayPart, type Part } from '#core/campaign/burden/burden'
import { declared } from '#core/campaign/burden/estimates'
import { sayMinutes, saySeconds } from '#core/campaign/burden/say-minutes'
import { useText, useWords } from '../../text/use-text'
import { Figure, Figures } from '../../ui/figure'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import type { Looked } from './looked'

type Level = Looked['levels'][number]
type ByPart = Readonly<Record<Part, number>>

/** `from`: where it begins, so that the levels read as one row of steps. */
const Strip = ({ name, minutes, byPart, from, scale, whole }: { name: string; minutes: number; byPart: ByPart; from: number; scale: number; whole?: boolean }) => {
  const t = useText()
  const words = useWords()
  const shown = parts.filter((p) => byPart[p] > 0)
  return (
    <li className={whole ? 'whole' : undefined}>
      <span className="name">{name}</span>
      <span className="strip" aria-hidden="true">{from > 0 ? <s style={{ width: `${(from / scale) * 100}%` }} /> : null}{shown.map((p) => <i key={p} className={`part-${p}`} style={{ width: `${(byPart[p] / scale) * 100}%` }} title={`${words(sayPart[p])} ${words(sayMinutes(byPart[p]))}`} />)}</span>
      <b>{minutes === 0 ? t('office.issuing.addsNothing') : words(sayMinutes(minutes))}</b>
      <span className="hidden-text">{shown.map((p) => `${words(sayPart[p])} ${words(sayMinutes(byPart[p]))}`).join(t('common.comma'))}</span>
    </li>
  )
}

const TimeChart = ({ looked }: { looked: Looked }) => {
  const t = useText()
  const words = useWords()
  const { minutes, minutesByPart } = looked.burden
  const scale = Math.max(1, minutes, ...looked.levels.map((l) => l.adds.minutes))
  return (
    <figure className="burden-chart">
      <figcaption>{t('office.issuing.timeChart')}</figcaption>
      <ol>
        {looked.levels.map((l, i) => <Strip key={l.id} name={words(l.issuer)} minutes={l.adds.minutes} byPart={l.minutesByPart} from={looked.levels.slice(0, i).reduce((n, o) => n + o.adds.minutes, 0)} scale={scale} />)}
        <Strip whole from={0} name={t('office.issuing.whole')} minutes={minutes} byPart={minutesByPart} scale={scale} />
      </ol>
      <ul className="burden-legend">{parts.filter((p) => minutesByPart[p] > 0).map((p) => <li key={p}><i className={`part-${p}`} aria-hidden="true" />{words(sayPart[p])}<span>{words(sayMinutes(minutesByPart[p]))}</span></li>)}</ul>
    </figure>
  )
}

const BigFigures = ({ looked }: { looked: Looked }) => {
  const t = useText()
  const words = useWords()
  const { counts, minutes } = looked.burden
  return (
    <Figures>
      <Figure label={words(sayCount.fields)} value={counts.fields} unit={t('office.issuing.count')} note={counts.known > 0 ? t('office.issuing.fieldsKnown', { n: counts.known }) : t('office.issuing.fieldsNone')} />
      <Figure label={words(sayCount.answers)} value={counts.answers} unit={t('office.issuing.count')} />
      <Figure label={words(sayCount.uploads)} value={counts.uploads} unit={t('office.issuing.files')} note={counts.conditional > 0 ? t('office.issuing.someFiles', { n: counts.conditional }) : t('office.issuing.leastFiles')} />
      <Figure label={words(sayCount.stamps)} value={counts.stamps} unit={t('office.issuing.times')} />
      <Figure label={words(sayCount.paperCopies)} value={counts.paperCopies} unit={t('office.issuing.copies')} />
      <Figure label={words(sayCount.steps)} value={counts.steps} unit={t('office.issuing.steps')} />
      <Figure label={t('office.issuing.time')} value={words(sayMinutes(minutes))} note={t('office.issuing.timeNote')} />
    </Figures>
  )
}

const listed = ['fields', 'answers', 'uploads', 'stamps', 'paperCopies', 'steps', 'minutes'] as const

const ByLevel = ({ looked }: { looked: Looked }) => {
  const t = useText()
  const words = useWords()
  const columns: Column<Level>[] = [
    { key: 'level', head: t('office.issuing.level'), names: true, width: '24%', cell: (l) => words(l.issuer) },
    ...listed.map((c): Column<Level> => ({ key: c, head: words(sayCount[c]), numeric: true, cell: (l) => l.adds[c] })),
  ]
  return <div className="gap"><Table caption={t('office.issuing.byLevel')} columns={columns} rows={looked.levels.filter((l) => listed.some((c) => l.adds[c] !== 0))} keyOf={(l) => l.id} empty={null} /></div>
}

const Estimates = () => {
  const t = useText()
  const words = useWords()
  return (
    <details className="rule-group gap">
      <summary><b>{t('office.issuing.estimates')}</b></summary>
      <p className="detail muted">{t('office.issuing.estimatesFact')}</p>
      <dl className="estimates">{declared.map((d) => <div key={d.what.en}><dt>{words(d.what)}</dt><dd>{words(saySeconds(d.seconds))}</dd></div>)}</dl>
    </details>
  )
}

export const BurdenPart = ({ looked }: { looked: Looked }) => {
  const t = useText()
  return <Section title={t('office.issuing.burden')} note={t('office.issuing.burdenNote')}><BigFigures looked={looked} /><TimeChart looked={looked} /><ByLevel looked={looked} /><Estimates /></Section>
}
