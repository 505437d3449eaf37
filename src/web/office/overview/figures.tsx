/** Beside the map: how far it has come, who is nominated, what happened today. */
import { clockTime } from '#core/kernel/instant'
import { useText, useWords } from '../../text/use-text'
import { Empty } from '../../ui/empty'
import { Meter } from '../../ui/meter'
import { Section } from '../../ui/section'
import './overview.css'
import type { Overview } from './unit-states'

const percent = (n: number, of: number) => (of === 0 ? '—' : `${Math.round((n / of) * 100)}%`)

export const Funnel = ({ steps }: { steps: Overview['funnel'] }) => {
  const t = useText()
  const words = useWords()
  const whole = steps[0]?.count ?? 0
  return (
    <Section title={t('office.overview.funnel')}>
      <ol className="funnel">
        {steps.map((s, i) => (
          <li key={s.step}><span>{words(s.name)}</span><span><i className="bar" style={{ width: whole === 0 ? 0 : `${(s.count / whole) * 100}%` }} /></span><b>{s.count}</b><span className="share">{i === 0 ? '' : percent(s.count, whole)}</span></li>
        ))}
      </ol>
    </Section>
  )
}

export const Composition = ({ dimensions }: { dimensions: Overview['composition'] }) => {
  const t = useText()
  const words = useWords()
  const some = dimensions.some((d) => d.parts.some((p) => p.count > 0))
  return (
    <Section title={t('office.overview.composition')}>
      {some ? dimensions.map((d) => {
        const whole = d.parts.reduce((sum, p) => sum + p.count, 0)
        return (
          <div className="composition" key={d.dimension}>
            <h3>{words(d.name)}</h3>
            {d.parts.map((p) => <Meter key={p.value} label={words(p.name)} value={percent(p.count, whole)} words={t('office.overview.persons', { n: p.count, of: whole })} at={p.count} scale={Math.max(1, whole)} />)}
          </div>
        )
      }) : <p className="detail muted">{t('office.overview.compositionNone')}</p>}
    </Section>
  )
}

export const Today = ({ entries }: { entries: Overview['today'] }) => {
  const t = useText()
  const words = useWords()
  return (
    <Section title={t('office.overview.today')}>
      {entries.length === 0 ? <Empty title={t('office.overview.todayNone')} /> : <ol className="today">{entries.map((e, i) => <li key={`${e.at}${i}`}><time>{clockTime(e.at)}</time><span>{e.about === '' ? null : <b>{e.about} </b>}{words(e.say)}</span></li>)}</ol>}
    </Section>
  )
}
