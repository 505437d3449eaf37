/** 信和链接: each letter to an organ with its link; who answered, and a new link where one was lost. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { listLetters, makeLink, replyScan, revokeLink } from '#contract/operations/organ-links'
import { opinionStandingNames, type OpinionStanding } from '#core/appraisal/opinion-request'
import { dayOf, sayEnd, type Instant } from '#core/kernel/instant'
import { addressOf } from '../../api/call'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../answer'
import { Button, ButtonLink } from '../button'
import { CopyField } from '../copy-field'
import { Dialog } from '../dialog'
import { Note } from '../finding-card'
import { sayAt, sayDay } from '../say-time'
import { Section } from '../section'
import { State, type StateKind } from '../state'
import { Table, type Column } from '../table'
import { say } from '../toast'
import { useQrCode } from '../use-qr-code'

type Letter = AnswerOf<typeof listLetters>['letters'][number]
const shapes: Readonly<Record<OpinionStanding, StateKind>> = { asked: 'wait', opened: 'half', answered: 'ok', overdue: 'warn', revoked: 'none' }
export const linkOf = (token: string): string => `${window.location.origin}/organ#${token}`

/** The words of a letter with its link, and the link alone. */
export const LetterTaken = ({ office, text, token, until }: { office: string; text: string; token: string; until: Instant }) => {
  const t = useText()
  const words = useWords()
  const link = linkOf(token)
  return <CopyField label={t('consult.ask.text', { office })} text={t('consult.letters.withLink', { text, link, until: words(sayEnd(until)) })} rows={7} act={t('consult.letters.copy')} />
}

const Made = ({ letter, made, onClose }: { letter: Letter; made: AnswerOf<typeof makeLink>; onClose: () => void }) => {
  const t = useText()
  const link = linkOf(made.token)
  const code = useQrCode(link)
  return (
    <Dialog open onClose={onClose} title={t('consult.letters.made', { office: letter.office })} actions={<Button look="primary" onClick={onClose}>{t('consult.letters.close')}</Button>}>
      <Note kind="warn" title={t('consult.letters.once')}><p>{t('consult.letters.onceFact')}</p></Note>
      <div className="stack letters-taken">
        <LetterTaken office={letter.office} text={made.text} token={made.token} until={made.until} />
        <CopyField label={t('consult.letters.linkLabel')} text={link} rows={2} act={t('consult.letters.copyLink')} />
        {code === null ? null : <img className="letter-code" src={code} alt={t('consult.letters.linkLabel')} />}
      </div>
    </Dialog>
  )
}

const Acts = ({ campaignId, letter }: { campaignId: string; letter: Letter }) => {
  const t = useText()
  const [make, revoke] = [useAct(makeLink, [listLetters.id]), useAct(revokeLink, [listLetters.id])]
  const [made, setMade] = useState<AnswerOf<typeof makeLink> | null>(null)
  const request = { params: { campaignId, letterId: letter.letterId } }
  const open = letter.link !== null && ['asked', 'opened'].includes(letter.link.standing)
  const act = t(letter.link === null ? 'consult.letters.make' : 'consult.letters.again')
  return (
    <>
      <span className="row-of">
        <Button size="small" busy={make.isPending} aria-label={t('consult.letters.for', { act, office: letter.office })} onClick={() => make.mutate(request, { onSuccess: setMade })}>{act}</Button>
        {open ? <Button size="small" look="quiet" busy={revoke.isPending} aria-label={t('consult.letters.for', { act: t('consult.letters.revoke'), office: letter.office })} onClick={() => revoke.mutate(request, { onSuccess: () => say(t('consult.letters.revoked')) })}>{t('consult.letters.revoke')}</Button> : null}
      </span>
      <Refused error={make.error ?? revoke.error} />
      {made === null ? null : <Made letter={letter} made={made} onClose={() => setMade(null)} />}
    </>
  )
}

/** What the office entered by hand leaves its link with nothing to answer. */
const LinkStanding = ({ letter: { link, open } }: { letter: Letter }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  if (link === null) return <span className="muted">{t('consult.letters.none')}</span>
  if (link.answered !== null) return <><State kind="ok">{t('consult.letters.replied')}</State><span className="small muted">　{t('consult.letters.answered', { ...link.answered, at: sayAt(link.answered.at, language) })}</span></>
  if (open === 0) return <State kind="none">{t('consult.letters.byHand')}</State>
  return <State kind={shapes[link.standing]}>{words(opinionStandingNames[link.standing])}</State>
}

export const Letters = ({ campaignId, writes }: { campaignId: string; writes: boolean }) => {
  const t = useText()
  const language = useLanguage()
  const { data } = useRead(listLetters, { params: { campaignId } })
  if (data === undefined || data.letters.length === 0) return null
  const columns: Column<Letter>[] = [
    { key: 'office', head: t('consult.letters.office'), names: true, cell: (l) => l.office },
    { key: 'asked', head: t('consult.letters.asked'), cell: (l) => sayAt(l.askedAt, language) },
    { key: 'about', head: t('consult.letters.about'), cell: (l) => t('consult.letters.aboutOf', { n: l.candidates, done: l.candidates - l.open }) },
    { key: 'until', head: t('consult.letters.until'), cell: (l) => sayDay(dayOf(l.until - 1), language) },
    { key: 'link', head: t('consult.letters.link'), cell: (l) => <LinkStanding letter={l} /> },
    { key: 'act', head: '', phone: 'bare', cell: (l) => (l.link?.standing === 'answered' ? <ButtonLink reload size="small" icon="down" to={addressOf(replyScan, { campaignId, letterId: l.letterId })}>{t('consult.detail.scan')}</ButtonLink> : writes && l.open > 0 ? <Acts campaignId={campaignId} letter={l} /> : null) },
  ]
  return <Section title={t('consult.letters.title')} note={t('consult.letters.note')}><Table caption={t('consult.letters.title')} captionHidden columns={columns} rows={data.letters} keyOf={(l) => l.letterId} empty={null} /></Section>
}
