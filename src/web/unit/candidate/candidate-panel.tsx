/** 请人选填写: how the candidate's part stands, for the unit; the clerk gives out the code, takes the part back, asks again. */
import { useState } from 'react'
import { askAgain, issueCode, takeBackPart } from '#contract/operations/candidate'
import { declineApplication } from '#contract/operations/applications'
import { sayEnd } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { ConsentLines } from '../../ui/consent-lines'
import { Dialog } from '../../ui/dialog'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { TextArea } from '../../ui/text-fields'
import type { NominationContext } from '../reading'
import { CodeMade } from './code-made'
import './candidate.css'

type Part = NonNullable<NominationContext['nomination']['part']>

const AskAgain = ({ nominationId, onClose }: { nominationId: string; onClose: () => void }) => {
  const t = useText()
  const [note, setNote] = useState('')
  const act = useAct(askAgain)
  return (
    <Dialog open onClose={onClose} title={t('candidate.panel.again')} actions={<><Button onClick={onClose}>{t('candidate.notYet')}</Button><Button look="primary" busy={act.isPending} onClick={() => act.mutate({ params: { nominationId }, body: { note } }, { onSuccess: onClose })}>{t('candidate.panel.again')}</Button></>}>
      <TextArea label={t('candidate.panel.note')} rows={3} max={500} value={note} onChange={setNote} />
      <Refused error={act.error} />
    </Dialog>
  )
}

const Decline = ({ nominationId, name }: { nominationId: string; name: string }) => {
  const t = useText()
  const [reason, setReason] = useState<string | null>(null)
  const act = useAct(declineApplication)
  return (
    <>
      <p className="gap"><Button look="block" onClick={() => setReason('')}>{t('candidate.decline')}</Button></p>
      <Dialog open={reason !== null} onClose={() => setReason(null)} title={t('candidate.declineOf', { name })} actions={<><Button onClick={() => setReason(null)}>{t('candidate.notYet')}</Button><Button look="block" disabled={(reason ?? '').trim().length < 2} busy={act.isPending} onClick={() => act.mutate({ params: { nominationId }, body: { reason: reason ?? '' } }, { onSuccess: () => setReason(null) })}>{t('candidate.decline')}</Button></>}>
        <TextArea label={t('candidate.declineWhy')} required rows={3} max={500} value={reason ?? ''} onChange={setReason} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

const useStanding = (part: Part | null): string => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  if (part === null) return t('candidate.panel.none')
  if (part.withdrewAt !== null) return t('candidate.panel.withdrew', { at: sayAt(part.withdrewAt, language) })
  if (part.codeUntil !== null) return t('candidate.panel.out', { until: words(sayEnd(part.codeUntil)) })
  if (part.hands === 'candidate') return t('candidate.panel.filling', { at: sayAt(part.openedAt ?? 0, language) })
  return part.returnedAt === null ? t('candidate.panel.takenBack') : t('candidate.panel.returned', { at: sayAt(part.returnedAt, language) })
}

export const CandidatePanel = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const { role } = useSession()
  const { nomination: n } = context
  const { part } = n
  const [again, setAgain] = useState(false)
  const issue = useAct(issueCode)
  const takeBack = useAct(takeBackPart)
  const said = useStanding(part)
  const mayAct = role === 'unitClerk' && n.may.includes('edit') && part?.withdrewAt == null
  if (part === null && !mayAct) return null
  const self = n.origin === 'self'
  const params = { nominationId: n.id }
  const opened = part !== null && part.openedAt !== null
  return (
    <Section title={t(self ? 'candidate.panel.self' : 'candidate.panel.title')} note={t(self ? 'candidate.panel.selfNote' : 'candidate.panel.titleNote')}>
      <p className="detail">{said}</p>
      {opened ? <ConsentLines part={part} /> : null}
      {mayAct ? (
        <p className="row-of gap">
          {part !== null && opened && part.hands === 'unit' ? <Button onClick={() => setAgain(true)}>{t('candidate.panel.again')}</Button> : null}
          <Button {...(opened && { look: 'quiet' as const })} busy={issue.isPending} onClick={() => issue.mutate({ params })}>{t(part === null ? 'candidate.panel.issue' : 'candidate.panel.reissue')}</Button>
          {part?.hands === 'candidate' ? <Button look="quiet" busy={takeBack.isPending} onClick={() => takeBack.mutate({ params })}>{t('candidate.panel.takeBack')}</Button> : null}
        </p>
      ) : null}
      <Refused error={issue.error ?? takeBack.error} />
      {issue.data !== undefined ? <CodeMade made={issue.data} context={context} onClose={() => issue.reset()} /> : null}
      {self && role === 'unitApprover' && (n.state === 'draft' || n.state === 'atApproval') ? <Decline nominationId={n.id} name={n.candidateName} /> : null}
      {again ? <AskAgain nominationId={n.id} onClose={() => setAgain(false)} /> : null}
    </Section>
  )
}
