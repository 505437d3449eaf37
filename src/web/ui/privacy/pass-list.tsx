/** 隐私放行 as office and supervisor see it: the whole text, the reason, who proposed it, and the second person's word. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { confirmPrivacyPass, listPrivacyPasses, withdrawPrivacyPass } from '#contract/operations/privacy-passes'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { sayAt } from '../say-time'
import { Section } from '../section'
import { State } from '../state'
import { say } from '../toast'
import './privacy.css'

export type Pass = AnswerOf<typeof listPrivacyPasses>['passes'][number]
export const usePasses = (campaignId: string) => useRead(listPrivacyPasses, { params: { campaignId } }, { look: 'campaign' })
const renews = [listPrivacyPasses.id, 'ledger.read']

export const PassItem = ({ campaignId, pass: p }: { campaignId: string; pass: Pass }) => {
  const t = useText()
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const [confirm, withdraw] = [useAct(confirmPrivacyPass, renews), useAct(withdrawPrivacyPass, renews)]
  const params = { campaignId, passId: p.passId }
  const about = { name: p.name, kind: t(`privacy.kind.${p.kind}`) }
  const text = <><p>{t('privacy.in', { name: p.name, text: p.text })}</p><p className="muted">{t('privacy.why', { reason: p.reason })}</p></>
  return (
    <li className="privacy-item">
      <p><State kind={p.confirmedAt === null ? 'wait' : 'ok'}>{t(p.confirmedAt === null ? 'privacy.waits' : 'privacy.passed')}</State>　<b>{t('privacy.found', { kind: about.kind, found: p.found })}</b></p>
      {text}
      <p className="muted">{p.confirmedAt === null ? t('privacy.proposedBy', { by: p.proposedBy, at: sayAt(p.proposedAt, language) }) : t('privacy.passedBy', { by: p.proposedBy, second: p.confirmedBy ?? '', at: sayAt(p.confirmedAt, language) })}</p>
      {p.mayConfirm || p.mayWithdraw ? (
        <div className="privacy-do">
          {p.mayConfirm ? <Button size="small" look="primary" aria-label={t('privacy.confirmOf', about)} onClick={() => setAsked(true)}>{t('privacy.confirm')}</Button> : null}
          {p.mayWithdraw ? <Button size="small" look="quiet" busy={withdraw.isPending} aria-label={t('privacy.refuseOf', about)} onClick={() => withdraw.mutate({ params }, { onSuccess: () => say(t('privacy.refused')) })}>{t('privacy.refuse')}</Button> : null}
        </div>
      ) : null}
      <Refused error={withdraw.error} />
      <Dialog open={asked} onClose={() => setAsked(false)} title={t('privacy.confirmOf', about)} actions={<><Button onClick={() => setAsked(false)}>{t('privacy.confirmKeep')}</Button><Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate({ params, body: {} }, { onSuccess: () => { setAsked(false); say(t('privacy.confirmed')) } })}>{t('privacy.confirm')}</Button></>}>
        <p className="detail">{t('privacy.confirmFact')}</p>
        <div className="privacy-item gap">{text}</div>
        <Refused error={confirm.error} />
      </Dialog>
    </li>
  )
}

/** Nothing where nothing was asked for. */
export const PassList = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const { data } = usePasses(campaignId)
  if (data === undefined || data.passes.length === 0) return null
  return <Section title={t('privacy.listTitle')} note={t('privacy.listNote')}><ul>{data.passes.map((p) => <PassItem key={p.passId} campaignId={campaignId} pass={p} />)}</ul></Section>
}
