/** What a candidate may always do: take along all that is held, and withdraw. */
import { useState } from 'react'
import { ownRecord, withdrawMyself } from '#contract/operations/candidate'
import { useAct } from '../../api/use-operation'
import { useSave } from '../../api/use-save'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Section } from '../../ui/section'
import { Erasure } from '../erasure'
import type { Nomination } from '../reading'

export const OwnRights = ({ nomination: n }: { nomination: Nomination }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const save = useSave(ownRecord, [])
  const leave = useAct(withdrawMyself)
  const params = { nominationId: n.id }
  return (
    <Section title={t('candidate.rights')} note={t('candidate.rightsNote')}>
      <p className="row-of">
        <Button icon="down" busy={save.isPending} onClick={() => save.mutate({ params })}>{t('candidate.record')}</Button>
        <ButtonLink to={`/lead/in/${n.campaignId}`}>{t('leads.report')}</ButtonLink>
        {n.part?.withdrewAt == null ? <Button look="block" onClick={() => setAsking(true)}>{t('candidate.withdraw')}</Button> : null}
        <Erasure nominationId={n.id} home="/me?all" />
      </p>
      <Refused error={save.error} />
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('candidate.withdraw')} actions={<><Button onClick={() => setAsking(false)}>{t('candidate.withdrawNot')}</Button><Button look="block" busy={leave.isPending} onClick={() => leave.mutate({ params }, { onSuccess: () => setAsking(false) })}>{t('candidate.withdrawAct')}</Button></>}>
        <p>{t('candidate.withdrawWhat')}</p>
        <Refused error={leave.error} />
      </Dialog>
    </Section>
  )
}
