/** 报送包: exported for another installation; how far each is, the file and the sheet that goes with it on paper. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { archiveFile, listArchives, makeArchive, readUpward, transmittal } from '#contract/operations/upward'
import { addressOf } from '../../api/call'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { CodeText } from '../../ui/code-text'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { sayAt } from '../../ui/say-time'
import { State } from '../../ui/state'
import { say } from '../../ui/toast'
import { sayBytes } from '../../ui/upload-row'
import type { Candidate, Upward } from './reading'

type Sent = AnswerOf<typeof listArchives>['archives'][number]
const underWay = (s: Sent): boolean => s.state === 'waiting' || s.state === 'making'

export const useArchives = (campaignId: string | null) => {
  const [again, setAgain] = useState(false)
  const query = useRead(listArchives, { params: { campaignId: campaignId ?? '' } }, { enabled: campaignId !== null, ...(again ? { refetchMs: 500 } : {}) })
  const wants = query.data?.archives.some(underWay) === true
  if (wants !== again) setAgain(wants)
  return query
}

const Passphrase = ({ words, about, onClose }: { words: string | null; about: string; onClose: () => void }) => {
  const t = useText()
  return (
    <Dialog open={words !== null} onClose={onClose} title={t('upward.passphrase')} actions={<><Button look="primary" onClick={() => window.print()}>{t('upward.passphrasePrint')}</Button><Button look="quiet" onClick={onClose}>{t('upward.passphraseDone')}</Button></>}>
      <p className="detail">{t('upward.passphraseFact')}</p>
      <div className="pass-print"><p>{t('upward.passphraseFor', { name: about })}</p><div className="pass-words">{(words ?? '').split(' ').map((w, i) => <span key={i}>{w}</span>)}</div></div>
    </Dialog>
  )
}

const Line = ({ s, campaignId, main }: { s: Sent; campaignId: string; main: boolean }) => {
  const t = useText()
  const language = useLanguage()
  const params = { campaignId, archiveId: s.id }
  return (
    <li className="archive-line">
      <div>
        <p><b>{s.names.join('、')}</b></p>
        <p className="row-of small muted">
          {s.state === 'ready' ? <State kind="ok">{t('upward.made')}</State> : s.state === 'failed' ? <State kind="block">{t('upward.failed')}</State> : <State kind={s.state === 'waiting' ? 'wait' : 'half'}>{t(s.state === 'waiting' ? 'upward.waiting' : 'upward.making')}</State>}
          {s.madeAt === null ? null : <span>{t('upward.madeOf', { size: sayBytes(s.bytes), at: sayAt(s.madeAt, language), by: s.by })}</span>}<span>{t(`upward.${s.sealedTo}`)}</span>
        </p>
        {s.sha256 === null ? null : <p className="small muted">{t('upward.sha')} <CodeText code={s.sha256} short /></p>}
        {s.findings.length === 0 ? null : <Findings>{asFindings(s.findings).map((f, i) => <FindingCard key={i} finding={f} compact />)}</Findings>}
      </div>
      {s.state === 'ready' ? <div className="ways"><ButtonLink reload icon="down" {...(main && { look: 'primary' as const })} to={addressOf(archiveFile, params)}>{t('upward.download')}</ButtonLink><ButtonLink reload to={addressOf(transmittal, params)}>{t('upward.transmittal')}</ButtonLink></div> : null}
    </li>
  )
}

export const Archives = ({ upward, query, ready }: { upward: Upward; query: ReturnType<typeof useArchives>; /** Sealed and in no archive yet. */ ready: readonly Candidate[] }) => {
  const t = useText()
  const make = useAct(makeArchive, [listArchives.id, readUpward.id])
  const [byWords, setByWords] = useState(false)
  const [words, setWords] = useState<string | null>(null)
  const campaignId = upward.to!.campaignId
  // Also what was exported before may be wanted once more.
  const sealed = upward.candidates.filter((c) => c.above?.state === 'submitted')
  const send = ready.length > 0 ? ready : sealed
  const go = () => make.mutate({ params: { campaignId }, body: { nominationIds: send.map((c) => c.above!.nominationId), seal: byWords ? 'words' : 'key' } }, { onSuccess: ({ passphrase }) => { setWords(passphrase); say(t('upward.begun')) } })
  return (
    <Answer query={query}>{(data) => (
      <Section title={t('upward.archives')} note={t('upward.archivesNote', { n: data.keptDays })}>
        {send.length === 0 ? null : (
          <div className="stack gap">
            <CheckField label={t('upward.makeWords')} explain={t('upward.makeWordsFact')} checked={byWords} onChange={setByWords} />
            <div className="row-of"><Button {...(ready.length > 0 && { look: 'primary' as const })} busy={make.isPending} onClick={go}>{t('upward.make', { n: send.length })}</Button></div>
            <Refused error={make.error} />
          </div>
        )}
        {data.archives.length === 0 ? <Empty title={t('upward.archivesNone')}>{t('upward.archivesNoneFact')}</Empty> : <ul className="gap" aria-live="polite">{data.archives.filter((s) => s.state !== 'removed').map((s, i) => <Line key={s.id} s={s} campaignId={campaignId} main={ready.length === 0 && sealed.length > 0 && i === 0} />)}</ul>}
        <Passphrase words={words} about={send.map((c) => c.name).join('、')} onClose={() => setWords(null)} />
      </Section>
    )}</Answer>
  )
}
