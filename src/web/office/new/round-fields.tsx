/** 评审轮 as the office decides it: ballot, quorum, threshold and its base, places. */
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { CheckField, RadioField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { TextField } from '../../ui/text-fields'
import { WhoSeesBallots } from '../../ui/who-sees-ballots'
import type { CategoryChoice } from './balance-draft'
import { BalanceFields } from './balance-fields'
import { RoundMethodFields } from './round-method-fields'
import { DecisionFields, ShareField, type PartProps } from './form-parts'

export const RoundFields = ({ id, categories, onRemove, ...part }: PartProps & { id: string; /** Of the template, by which a balance may count. */ categories: readonly CategoryChoice[]; /** Only of a round the office added. */ onRemove?: () => void }) => {
  const t = useText()
  const r = part.draft.rounds[id]
  if (r === undefined) return null
  const method = (value: Partial<typeof r.method>) => set({ method: { ...r.method, ...value } })
  const set = (value: Partial<typeof r>) => part.change({ rounds: { ...part.draft.rounds, [id]: { ...r, ...value } } })
  return (
    <div className="decision">
      <h3>{t('office.new.round')}{onRemove === undefined ? null : <Button size="small" look="quiet" onClick={onRemove}>{t('rounds.form.removeRound')}</Button>}</h3>
      <FieldRow>
        <TextField label={t('office.new.roundNameZh')} required value={r.nameZh} onChange={(nameZh) => set({ nameZh })} />
        <TextField label={t('office.new.roundNameEn')} value={r.nameEn} onChange={(nameEn) => set({ nameEn })} />
        <TextField label={t('office.new.places')} required keyboard="numeric" value={r.places} onChange={(places) => set({ places })} />
        {r.method.choice === 'approval' ? <TextField label={t('office.new.maxApprovals')} keyboard="numeric" value={r.maxApprovals} onChange={(maxApprovals) => set({ maxApprovals })} hint={t('office.new.maxApprovalsHint')} /> : null}
      </FieldRow>
      <RoundMethodFields isFirst={Object.keys(part.draft.rounds)[0] === id} value={r.method} onChange={(part) => set({ method: { ...r.method, ...part } })} />
      <FieldRow>
        <ShareField label={t('office.new.quorum')} value={r.quorum} onChange={(quorum) => set({ quorum })} />
        {r.method.choice === 'approval' ? <ShareField label={t('office.new.threshold')} value={r.threshold} onChange={(threshold) => set({ threshold })} /> : null}
      </FieldRow>
      <FieldRow>
        {r.method.choice === 'approval' ? <RadioField label={t('office.new.base')} required value={r.base} onChange={(base) => set({ base })} options={(['entitled', 'present', 'cast'] as const).map((value) => ({ value, label: t(`office.new.base.${value}`) }))} /> : null}
        <RadioField label={t('office.new.ballot')} required value={r.ballot} onChange={(ballot) => set({ ballot })} options={(['secret', 'named'] as const).map((value) => ({ value, label: t(`office.new.ballot.${value}`) }))} />
      </FieldRow>
      {r.method.choice === 'approval' ? <CheckField label={t('office.new.recusedLeaveBase')} checked={r.recusedLeaveBase} onChange={(recusedLeaveBase) => set({ recusedLeaveBase })} /> : null}
      {r.method.choice === 'approval' ? <CheckField label={t('onPaper.form')} explain={t('onPaper.formFact')} checked={r.method.paper} onChange={(paper) => set({ method: { ...r.method, paper } })} /> : null}
      {r.ballot === 'secret' && !(r.method.paper && r.method.choice === 'approval') && r.method.choice !== 'score' && r.method.choice !== 'grades' ? <CheckField label={t('keys.form')} explain={t('keys.formFact')} checked={r.method.keyShares} onChange={(keyShares) => set({ method: { ...r.method, keyShares } })} /> : null}
      <p className="small"><WhoSeesBallots round={{ ballot: r.ballot === 'named' ? 'named' : 'secret', keyShares: r.method.keyShares, paper: r.method.paper }} /></p>
      <BalanceFields value={r.method.balance} places={r.places} categories={categories} onChange={(balance) => method({ balance })} />
      <DecisionFields id={id} {...part} />
    </div>
  )
}
