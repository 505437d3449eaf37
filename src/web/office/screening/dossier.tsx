/** Middle of the desk: the form by its sections, the unit's answers, its procedure, earlier decisions. */
import { materialPreview } from '#contract/operations/nominations'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { sayEnd } from '#core/kernel/instant'
import { entrySourceNames } from '#core/nomination/enter-for-unit'
import { isAppraised } from '#core/rules/step-record'
import { addressOf } from '../../api/call'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { KeyValue, type Pair } from '../../ui/key-value'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { sayAt, sayDay } from '../../ui/say-time'
import { StepReading } from '../../ui/step-reading'
import { ConsentLines } from '../../ui/consent-lines'
import { Answers } from './answers'
import { Appraisals } from './appraisals'
import type { Nomination } from './letter'

interface DossierProps { nomination: Nomination; definition: ResolvedDefinition }
type Field = ResolvedRule<'formField'>
const sections = ['person', 'work', 'contact', 'achievement', 'opinion'] as const

const Value = ({ field, nomination, definition }: DossierProps & { field: Field }) => {
  const t = useText()
  const words = useWords()
  const value = nomination.fields[field.field]
  if (value === undefined || value.length === 0) return <span className="muted">{t('office.desk.empty')}</span>
  if (typeof value !== 'string') return <ul>{value.map((e, i) => <li key={i}>{[e.from, e.to].filter(Boolean).join('—')} {e.what}</li>)}</ul>
  const choice = field.choices?.find((c) => c.value === value)
  const category = field.type === 'category' ? rulesOf(definition, 'category').find((c) => c.value === value) : undefined
  const shown = choice ? words(choice) : category ? words(category.name) : value
  return <>{shown}{nomination.masked.includes(field.field) ? <span className="small muted"> ({t('office.desk.masked')})</span> : null}</>
}

const FieldsOf = ({ section, ...props }: DossierProps & { section: (typeof sections)[number] }) => {
  const t = useText()
  const words = useWords()
  const fields = rulesOf(props.definition, 'formField').filter((f) => f.section === section)
  if (fields.length === 0) return null
  const long = fields.filter((f) => f.type === 'longText')
  const pairs = fields.filter((f) => f.type !== 'longText').map((f): Pair => ({ name: words(f.label), value: <Value {...props} field={f} />, wide: f.type === 'entries' }))
  return (
    <Section title={t(`office.desk.section.${section}`)}>
      {pairs.length > 0 ? <KeyValue nameWidth={108} pairs={pairs} two={pairs.length > 3} /> : null}
      {long.map((f) => <div key={f.id} className="gap"><h3>{words(f.label)}</h3><div className="deed"><Value {...props} field={f} /></div></div>)}
    </Section>
  )
}

const Portrait = ({ nomination, definition }: DossierProps) => {
  const rule = rulesOf(definition, 'material').find((m) => m.file.type === 'portrait')
  const file = nomination.materials.find((m) => m.materialId === rule?.id && m.hasPreview)
  return file ? <img className="desk-portrait" alt={nomination.candidateName} src={addressOf(materialPreview, { nominationId: nomination.id, fileId: file.fileId })} /> : null
}

const Head = (props: DossierProps & { others: readonly string[] }) => {
  const { nomination: n, others } = props
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return (
    <div className="desk-head">
      <div>
        <p className="small muted">{t('office.desk.received', { n: n.version })}{n.submittedAt === null ? '' : `　${t('office.desk.receivedAt', { at: sayAt(n.submittedAt, language) })}`}　{t(n.origin === 'self' ? 'office.desk.bySelf' : 'office.desk.by', { unit: n.unitName })}</p>
        <h2 className="person-name">{n.candidateName}</h2>
        <p className="detail desk-here" role="status">{others.length === 0 ? null : t('office.desk.here', { names: others.join(t('common.comma')) })}</p>
        {n.entered === null ? null : <p className="small muted">{t('office.desk.entered', { source: words(entrySourceNames[n.entered.source]), day: sayDay(n.entered.receivedOn, language) })}</p>}
      </div>
      <Portrait {...props} />
    </div>
  )
}

const Steps = ({ nomination, definition }: DossierProps) => {
  const t = useText()
  const words = useWords()
  const rules = rulesOf(definition, 'procedureStep').filter((r) => !isAppraised(r))
  if (rules.length === 0) return null
  return <Section title={t('office.desk.steps')}>{rules.map((r) => <div className="reading-long" key={r.id}><h3>{words(r.name)}</h3><StepReading rule={r} done={nomination.answers.steps[r.id]} /></div>)}</Section>
}

const Earlier = ({ nomination }: Pick<DossierProps, 'nomination'>) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  if (nomination.screening.length === 0) return null
  const kinds = { accept: 'ok', return: 'warn', reject: 'block' } as const
  return (
    <Section title={t('office.desk.before')}>
      <ol className="stack">
        {nomination.screening.map((s) => (
          <li key={s.at} className="detail">
            <State kind={kinds[s.decision]}>{t(`office.desk.decision.${s.decision}`)}</State> {sayAt(s.at, language)} {s.by}{s.until === null ? '' : ` ${t('office.desk.until', { end: words(sayEnd(s.until)) })}`}
            {s.points.length > 0 ? <ul className="points">{s.points.map((p, i) => <li key={i}>{p.what}{p.clause ? ` (${p.clause})` : ''}</li>)}</ul> : null}
            {s.note ? <p>{s.note}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}

const OwnWord = ({ nomination: { part } }: Pick<DossierProps, 'nomination'>) => {
  const t = useText()
  return part === null || part.openedAt === null ? null : <Section title={t('candidate.desk.title')}><ConsentLines part={part} /></Section>
}
const Filled = (props: DossierProps) => <>{sections.map((section) => <FieldsOf key={section} section={section} {...props} />)}<Answers {...props} /><Steps {...props} /><Appraisals {...props} /></>
const OfflineNote = () => { const t = useText(); return <p className="detail" role="note">{t('secrecy.offline.desk')}</p> }

export const Dossier = (props: DossierProps & { others: readonly string[] }) => (
  <div className="desk-form">
    <Head {...props} />
    {props.nomination.offline === null ? <Filled {...props} /> : <OfflineNote />}
    <OwnWord nomination={props.nomination} />
    <Earlier nomination={props.nomination} />
  </div>
)
