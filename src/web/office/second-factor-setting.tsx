/** 登录核对: which roles sign in with two steps. For the office whose installation it is, two persons a change; other offices see nothing of it. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { confirmSecondFactorSetting, proposeSecondFactorSetting, readSecondFactorSetting, withdrawSecondFactorSetting } from '#contract/operations/second-factor'
import { roleNames } from '#core/access/actor'
import { alwaysTwice, judgeAskedRoles, rolesAsked, settableRoles, type AskedRoles } from '#core/access/second-factor'
import { useSession } from '../api/session'
import { useAct, useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { CheckField } from '../ui/choice-fields'
import { Note } from '../ui/finding-card'
import { sayAt } from '../ui/say-time'
import { Section } from '../ui/section'
import { TextArea } from '../ui/text-fields'
import { say } from '../ui/toast'

type Pending = NonNullable<AnswerOf<typeof readSecondFactorSetting>['pending']>

const useNames = () => {
  const t = useText()
  const words = useWords()
  return (asked: AskedRoles) => rolesAsked(asked).map((r) => words(roleNames[r])).join(t('office.people.twice.and'))
}

const Waiting = ({ pending }: { pending: Pending }) => {
  const t = useText()
  const language = useLanguage()
  const names = useNames()
  const { accountId } = useSession()
  const confirm = useAct(confirmSecondFactorSetting)
  const withdraw = useAct(withdrawSecondFactorSetting)
  const params = { changeId: pending.changeId }
  const own = pending.proposedById === accountId
  return (
    <div className="stack">
      <Note kind="info" title={t('office.people.twice.pending', { roles: names(pending.asked) })} actions={<>
        {own ? null : <Button size="small" look="primary" busy={confirm.isPending} onClick={() => confirm.mutate({ params, body: {} }, { onSuccess: () => say(t('office.people.twice.done')) })}>{t('office.people.twice.confirm')}</Button>}
        <Button size="small" busy={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>{t('office.people.twice.withdraw')}</Button>
      </>}>
        <p>{t('office.people.twice.by', { name: pending.proposedBy, at: sayAt(pending.proposedAt, language), reason: pending.reason })}{own ? t('office.people.twice.mustOther') : ''}</p>
      </Note>
      <Refused error={confirm.error ?? withdraw.error} />
    </div>
  )
}

const Propose = ({ asked }: { asked: AskedRoles }) => {
  const t = useText()
  const words = useWords()
  const [wanted, setWanted] = useState<AskedRoles>(asked)
  const [reason, setReason] = useState('')
  const act = useAct(proposeSecondFactorSetting)
  const changes = judgeAskedRoles(asked, wanted).length === 0
  const whole = proposeSecondFactorSetting.body.safeParse({ read: asked, asked: wanted, reason }).success
  return (
    <div className="office-form stack">
      <div>
        {settableRoles.map((role) => <CheckField key={role} label={words(roleNames[role])} explain={t(`office.people.twice.${role}`)} checked={wanted[role]} onChange={(on) => setWanted({ ...wanted, [role]: on })} />)}
      </div>
      {changes ? <TextArea label={t('account.reopen.reason')} required rows={2} value={reason} onChange={setReason} hint={t('office.people.twice.reasonHint')} /> : null}
      <Refused error={act.error} />
      {changes ? <div className="row-of"><Button disabled={!whole} busy={act.isPending} onClick={() => act.mutate({ params: {}, body: { read: asked, asked: wanted, reason } }, { onSuccess: () => say(t('office.people.twice.proposed')) })}>{t('office.people.twice.propose')}</Button></div> : null}
    </div>
  )
}

export const SecondFactorSetting = () => {
  const t = useText()
  const words = useWords()
  const { data } = useRead(readSecondFactorSetting, { params: {} })
  if (data == null || data.asked === null) return null
  return (
    <Section title={t('office.people.twice.title')} note={t('office.people.twice.note')}>
      <p className="detail">{t('office.people.twice.always', { roles: alwaysTwice.map((r) => words(roleNames[r])).join(t('office.people.twice.and')) })}</p>
      <div className="gap">{data.pending === null ? <Propose key={JSON.stringify(data.asked)} asked={data.asked} /> : <Waiting pending={data.pending} />}</div>
    </Section>
  )
}
