/** 看对应: of one candidate, what is missing or unfit line by line; what is at hand in one breath. */
import { useText, useWords } from '../../text/use-text'
import { State, type StateKind } from '../../ui/state'
import type { Candidate } from './reading'

const kinds: Readonly<Record<string, StateKind>> = { filled: 'ok', unfit: 'warn', missing: 'block', spare: 'none', afresh: 'info' }
type Standing = Candidate['materials'][number]['standing']

const Line = ({ name, standing, children }: { name: string; standing: Standing; children: React.ReactNode }) => {
  const t = useText()
  return <li><b>{name}</b><State kind={kinds[standing]!}>{t(`upward.${standing}`)}</State><span className="muted">{children}</span></li>
}

const Fields = ({ fields }: Pick<Candidate, 'fields'>) => {
  const t = useText()
  const words = useWords()
  const open = fields.filter((f) => f.standing === 'unfit' || f.standing === 'missing')
  const ready = fields.filter((f) => f.standing === 'filled')
  return (
    <div>
      <h3>{t('upward.fields')}</h3>
      <ul className="open-lines">{open.map((f) => <Line key={f.field} name={words(f.label)} standing={f.standing}>{f.findings.map((x) => words(x.what)).join('；')}</Line>)}</ul>
      {ready.length === 0 ? null : <p className="muted">{t('upward.ready', { n: ready.length })}：{ready.map((f) => words(f.label)).join('、')}</p>}
    </div>
  )
}

const Materials = ({ materials }: Pick<Candidate, 'materials'>) => {
  const t = useText()
  const words = useWords()
  const said = (m: Candidate['materials'][number]): string => [
    ...(m.standing === 'afresh' ? [t('upward.afreshFact')] : []), ...(m.taken.length > 0 ? [t('upward.takenOf', { n: m.taken.length })] : []), ...(m.missing > 0 && m.standing !== 'afresh' ? [t('upward.missingOf', { n: m.missing })] : []),
    ...m.leftOut.map((l) => `${t('upward.leftOut', { name: l.name })}：${l.findings.map((f) => words(f.what)).join('，')}`),
  ].join('；')
  const open = materials.filter((m) => m.standing !== 'filled' && (m.standing !== 'spare' || m.leftOut.length > 0))
  const ready = materials.filter((m) => m.standing === 'filled')
  return (
    <div>
      <h3>{t('upward.materials')}</h3>
      <ul className="open-lines">
        {open.map((m) => <Line key={m.materialId} name={words(m.name)} standing={m.standing}>{said(m)}</Line>)}
        {ready.map((m) => <Line key={m.materialId} name={words(m.name)} standing={m.standing}>{said(m)}</Line>)}
      </ul>
    </div>
  )
}

export const Fills = ({ candidate }: { candidate: Candidate }) => {
  const t = useText()
  const words = useWords()
  return (
    <div className="fills">
      <Fields fields={candidate.fields} />
      <Materials materials={candidate.materials} />
      {candidate.notAsked.length === 0 ? null : <p className="muted">{t('upward.notAsked')}：{candidate.notAsked.map((w) => words(w)).join('、')}</p>}
    </div>
  )
}
