/** 公众投票 as a switch of a scoring round: off, unless the office says its weight and its limits. */
import { useText } from '../../text/use-text'
import { CheckField, RadioField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { TextField } from '../../ui/text-fields'
import type { MethodDraft } from './round-method'

export const PublicVoteFields = ({ value, onChange }: { value: MethodDraft; onChange: (part: Partial<MethodDraft>) => void }) => {
  const t = useText()
  const p = value.publicVote
  const set = (part: Partial<typeof p>) => onChange({ publicVote: { ...p, ...part } })
  return (
    <>
      <CheckField label={t('votes.form.on')} explain={t('votes.form.onFact')} checked={p.on} onChange={(on) => set({ on })} />
      {p.on ? (
        <>
          <FieldRow>
            <TextField label={t('votes.form.percent')} required keyboard="numeric" value={p.percent} onChange={(percent) => set({ percent })} hint={t('votes.form.percentHint')} />
            <RadioField label={t('votes.form.by')} required value={p.by} onChange={(by) => set({ by: by as typeof p.by })} options={(['byRank', 'byShare'] as const).map((v) => ({ value: v, label: t(`votes.form.by.${v}`) }))} hint={t('votes.form.byHint')} />
          </FieldRow>
          <FieldRow>
            <TextField label={t('votes.form.inAll')} keyboard="numeric" value={p.inAll} onChange={(inAll) => set({ inAll })} hint={t('votes.form.none')} />
            <TextField label={t('votes.form.perDay')} keyboard="numeric" value={p.perDay} onChange={(perDay) => set({ perDay })} hint={t('votes.form.none')} />
            <TextField label={t('votes.form.perAddress')} keyboard="numeric" value={p.perAddress} onChange={(perAddress) => set({ perAddress })} hint={t('votes.form.perAddressHint')} />
          </FieldRow>
          <FieldRow>
            <TextField label={t('votes.form.least')} keyboard="numeric" value={p.least} onChange={(least) => set({ least })} />
            <TextField label={t('votes.form.most')} keyboard="numeric" value={p.most} onChange={(most) => set({ most })} hint={t('votes.form.none')} />
          </FieldRow>
        </>
      ) : null}
    </>
  )
}
