/** 组成评委会: jurors and one secretary, chosen from the accounts of the organisation. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { formJury, type readJury } from '#contract/operations/jury'
import { listAccounts } from '#contract/operations/organisations'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { CheckField, SelectField } from '../../ui/choice-fields'
import { Empty } from '../../ui/empty'
import { Section } from '../../ui/section'
import { say } from '../../ui/toast'
import { Answer, Refused } from '../../ui/answer'

export type Jury = AnswerOf<typeof readJury>
type Account = AnswerOf<typeof listAccounts>['accounts'][number]
interface FormJuryProps { campaignId: string; jury: Jury; onFormed: () => void }

const about = (a: Account, comma: string) => [a.unitName, a.fieldOfWork].filter(Boolean).join(comma)

const Choice = ({ accounts, campaignId, jury, onFormed }: FormJuryProps & { accounts: readonly Account[] }) => {
  const t = useText()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(jury.jurors.map((j) => j.accountId)))
  const [secretary, setSecretary] = useState(jury.secretary?.accountId ?? '')
  const form = useAct(formJury, ['jury.read', 'campaigns.overview'])
  const jurors = accounts.filter((a) => a.role === 'juror')
  const secretaries = accounts.filter((a) => a.role === 'jurySecretary')
  if (jurors.length === 0 || secretaries.length === 0) return <Empty title={t('office.jury.noJurors')} action={<ButtonLink to="/office/people" look="primary">{t('office.jury.people')}</ButtonLink>}>{t('office.jury.noJurorsFact')}</Empty>
  const turn = (id: string, on: boolean) => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((c) => c !== id)))
  const act = () => form.mutate({ params: { campaignId }, body: { jurorIds: [...chosen], secretaryId: secretary } }, {
    onSuccess: () => {
      say(t('office.jury.formed'))
      onFormed()
    },
  })
  return (
    <>
      <fieldset>
        <legend className="field-head"><span className="field-label">{t('office.jury.choose')}</span><span className="small muted">{t('office.jury.chosen', { n: chosen.size })}</span></legend>
        <div className="juror-choice">{jurors.map((j) => <CheckField key={j.accountId} label={j.personName} explain={about(j, t('common.comma'))} checked={chosen.has(j.accountId)} onChange={(on) => turn(j.accountId, on)} />)}</div>
      </fieldset>
      <div className="gap office-form"><SelectField label={t('office.jury.secretary')} required hint={t('office.jury.secretaryHint')} value={secretary} onChange={setSecretary} options={secretaries.map((s) => ({ value: s.accountId, label: s.personName }))} /></div>
      <div className="acts"><Button look="primary" disabled={chosen.size === 0 || secretary === ''} busy={form.isPending} onClick={act}>{t('office.jury.formAct', { n: chosen.size })}</Button></div>
      <div className="gap"><Refused error={form.error} /></div>
    </>
  )
}

export const FormJury = (props: FormJuryProps) => {
  const t = useText()
  const query = useRead(listAccounts, { params: {} })
  return <Section title={t('office.jury.form')} action={<ButtonLink size="small" to="../juries">{t('juries.link')}</ButtonLink>}><Answer query={query}>{({ accounts }) => <Choice accounts={accounts} {...props} />}</Answer></Section>
}
