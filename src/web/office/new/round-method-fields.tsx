/** How a round is counted, as the office decides it: the method, its terms, what follows a tie, what the jury sees. */
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { CheckField, RadioField, SelectField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { TextArea, TextField } from '../../ui/text-fields'
import { PublicVoteFields } from './public-vote-fields'
import { methodChoices, type CriterionDraft, type MethodDraft } from './round-method'

interface MethodProps { /** No round comes before it. */ isFirst?: boolean; value: MethodDraft; onChange: (part: Partial<MethodDraft>) => void }

const Criteria = ({ value, onChange }: MethodProps) => {
  const t = useText()
  const set = (i: number, part: Partial<CriterionDraft>) => onChange({ criteria: value.criteria.map((c, k) => (k === i ? { ...c, ...part } : c)) })
  const add = () => {
    const n = Math.max(0, ...value.criteria.map((c) => Number(/^c(\d+)$/.exec(c.id)?.[1] ?? 0)))
    const some = value.criteria.length === 0 ? [1, 2] : [1]
    onChange({ criteria: [...value.criteria, ...some.map((k) => ({ id: `c${n + k}`, name: '', to: '100', percent: '' }))] })
  }
  return (
    <>
      {value.criteria.map((c, i) => (
        <FieldRow key={c.id}>
          <TextField label={t('rounds.form.criterion', { n: i + 1 })} required value={c.name} onChange={(name) => set(i, { name })} />
          <TextField label={t('rounds.form.criterionTo')} required keyboard="numeric" value={c.to} onChange={(to) => set(i, { to })} />
          <TextField label={t('rounds.form.percent')} keyboard="numeric" value={c.percent} onChange={(percent) => set(i, { percent })} hint={t('rounds.form.percentHint')} />
          <p><Button size="small" look="quiet" onClick={() => onChange({ criteria: value.criteria.length <= 2 ? [] : value.criteria.filter((_, k) => k !== i) })}>{t('rounds.form.removeCriterion')}</Button></p>
        </FieldRow>
      ))}
      <p><Button size="small" onClick={add}>{t('rounds.form.addCriterion')}</Button></p>
    </>
  )
}

const ScoreTerms = (props: MethodProps) => {
  const t = useText()
  const { value, onChange } = props
  return (
    <>
      <FieldRow>
        {value.criteria.length === 0 ? <TextField label={t('rounds.form.from')} required keyboard="numeric" value={value.from} onChange={(from) => onChange({ from })} /> : null}
        {value.criteria.length === 0 ? <TextField label={t('rounds.form.to')} required keyboard="numeric" value={value.to} onChange={(to) => onChange({ to })} /> : null}
        <TextField label={t('rounds.form.decimals')} keyboard="numeric" value={value.decimals} onChange={(decimals) => onChange({ decimals })} />
        <TextField label={t('rounds.form.trim')} keyboard="numeric" value={value.trim} onChange={(trim) => onChange({ trim })} hint={t('rounds.form.trimHint')} />
        {props.isFirst === true ? null : <TextField label={t('rounds.weights.form')} keyboard="numeric" value={value.carry} onChange={(carry) => onChange({ carry })} hint={t('rounds.weights.formHint')} />}
        <TextField label={t('rounds.form.pass')} keyboard="numeric" value={value.pass} onChange={(pass) => onChange({ pass })} hint={t('rounds.form.passHint')} />
      </FieldRow>
      <FieldRow>
        <RadioField label={t('rounds.form.average')} value={value.average} onChange={(average) => onChange({ average: average as MethodDraft['average'] })} options={(['mean', 'median'] as const).map((v) => ({ value: v, label: t(`rounds.form.average.${v}`) }))} />
        <RadioField label={t('rounds.form.adjust')} value={value.adjust} onChange={(adjust) => onChange({ adjust: adjust as MethodDraft['adjust'] })} options={(['none', 'zScore', 'additive'] as const).map((v) => ({ value: v, label: t(`rounds.form.adjust.${v}`) }))} />
      </FieldRow>
      <Criteria {...props} />
    </>
  )
}

const RankTerms = ({ value, onChange }: MethodProps) => {
  const t = useText()
  return (
    <FieldRow>
      <TextField label={t('rounds.form.least')} keyboard="numeric" value={value.least} onChange={(least) => onChange({ least })} hint={t('rounds.form.leastHint')} />
      <TextField label={t('rounds.form.most')} keyboard="numeric" value={value.most} onChange={(most) => onChange({ most })} hint={t('rounds.form.leastHint')} />
      {value.choice === 'borda' ? <SelectField label={t('rounds.form.unnamed')} value={value.unnamed} onChange={(unnamed) => onChange({ unnamed: (unnamed || 'zero') as MethodDraft['unnamed'] })} options={(['zero', 'average', 'modified'] as const).map((v) => ({ value: v, label: t(`rounds.form.unnamed.${v}`) }))} /> : null}
      {value.choice === 'borda' || value.choice === 'schulze' ? <CheckField label={t('rounds.form.equals')} checked={value.equals} onChange={(equals) => onChange({ equals })} /> : null}
    </FieldRow>
  )
}

const SharedReading = ({ value, onChange }: MethodProps) => {
  const t = useText()
  return (
    <>
      <CheckField label={t('assignment.form.shared')} explain={t('assignment.form.sharedFact')} checked={value.shared} onChange={(shared) => onChange({ shared })} />
      {value.shared ? (
        <FieldRow>
          <TextField label={t('assignment.form.readers')} required keyboard="numeric" value={value.readers} onChange={(readers) => onChange({ readers })} />
          <TextField label={t('assignment.form.most')} required keyboard="numeric" value={value.mostEach} onChange={(mostEach) => onChange({ mostEach })} />
          <TextField label={t('assignment.form.least')} keyboard="numeric" value={value.leastEach} onChange={(leastEach) => onChange({ leastEach })} hint={t('rounds.form.leastHint')} />
          <TextField label={t('assignment.form.perUnit')} keyboard="numeric" value={value.perUnit} onChange={(perUnit) => onChange({ perUnit })} hint={t('rounds.form.leastHint')} />
        </FieldRow>
      ) : null}
    </>
  )
}

export const RoundMethodFields = (props: MethodProps) => {
  const t = useText()
  const { value, onChange } = props
  return (
    <>
      <RadioField label={t('rounds.form.method')} required cards value={value.choice} onChange={(choice) => onChange({ choice: choice as MethodDraft['choice'] })} options={methodChoices.map((v) => ({ value: v, label: t(`rounds.form.method.${v}`), explain: t(`rounds.form.explain.${v}`) }))} />
      {value.choice === 'approval' ? <FieldRow><CheckField label={t('rounds.form.against')} checked={value.against} onChange={(against) => onChange({ against })} /><CheckField label={t('rounds.form.writeIn')} checked={value.writeIn} onChange={(writeIn) => onChange({ writeIn })} /></FieldRow> : null}
      {value.choice === 'score' ? <ScoreTerms {...props} /> : null}
      {value.choice === 'grades' ? (
        <FieldRow>
          <TextField label={t('rounds.form.grades')} required value={value.grades} onChange={(grades) => onChange({ grades })} hint={t('rounds.form.gradesHint')} />
          <RadioField label={t('rounds.form.gradeOrder')} value={value.gradeOrder} onChange={(gradeOrder) => onChange({ gradeOrder: gradeOrder as MethodDraft['gradeOrder'] })} options={(['mostBest', 'median'] as const).map((v) => ({ value: v, label: t(`rounds.form.gradeOrder.${v}`) }))} />
        </FieldRow>
      ) : null}
      {['borda', 'schulze', 'instantRunoff', 'singleTransferable'].includes(value.choice) ? <RankTerms {...props} /> : null}
      <FieldRow>
        <RadioField label={t('rounds.form.tie')} value={value.tie} onChange={(tie) => onChange({ tie: tie as MethodDraft['tie'] })} options={(['jury', 'again', 'all', ...(value.tie === 'withinGroups' || (props.isFirst !== true && !['schulze', 'instantRunoff', 'singleTransferable'].includes(value.choice)) ? ['withinGroups' as const] : [])] as const).map((v) => ({ value: v, label: t(`rounds.form.tie.${v}`) }))} />
        {value.choice === 'approval' ? <RadioField label={t('rounds.form.unfilled')} value={value.unfilled} onChange={(unfilled) => onChange({ unfilled: unfilled as MethodDraft['unfilled'] })} options={(['leaveEmpty', 'anotherBallot'] as const).map((v) => ({ value: v, label: t(`rounds.form.unfilled.${v}`) }))} /> : null}
      </FieldRow>
      <div className="stack">
        <CheckField label={t('rounds.form.blindName')} explain={t('rounds.form.blindNameFact')} checked={value.blindName} onChange={(blindName) => onChange({ blindName })} />
        <CheckField label={t('rounds.form.blindUnit')} checked={value.blindUnit} onChange={(blindUnit) => onChange({ blindUnit })} />
        <CheckField label={t('rounds.form.blindPlace')} checked={value.blindPlace} onChange={(blindPlace) => onChange({ blindPlace })} />
        <CheckField label={t('rounds.form.recusedOutOfQuorum')} checked={value.recusedOutOfQuorum} onChange={(recusedOutOfQuorum) => onChange({ recusedOutOfQuorum })} />
      </div>
      {['approval', 'score', 'grades', 'borda'].includes(value.choice) ? <TextArea label={t('rounds.groups.form')} rows={2} value={value.groups} onChange={(groups) => onChange({ groups })} hint={t('rounds.groups.formHint')} /> : null}
      {value.choice === 'score' ? <PublicVoteFields value={value} onChange={onChange} /> : null}
      {value.choice === 'score' || value.choice === 'grades' ? <SharedReading {...props} /> : null}
      {value.choice === 'score' || value.choice === 'grades' ? <RadioField label={t('rounds.form.seeOthers')} value={value.seeOthers} onChange={(seeOthers) => onChange({ seeOthers: seeOthers as MethodDraft['seeOthers'] })} options={(['never', 'afterOwn', 'always'] as const).map((v) => ({ value: v, label: t(`rounds.form.seeOthers.${v}`) }))} /> : null}
    </>
  )
}
