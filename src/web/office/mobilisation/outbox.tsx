/** 发件箱: every letter of this campaign, where it stands, and once more for what did not leave. */
import { useState } from 'react'
import { readOutbox, retryLetter } from '#contract/operations/mobilisation'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { say } from '../../ui/toast'
import { letterKinds, type Letter } from './reading'

const AT_ONCE = 8

const Again = ({ campaignId, letter }: { campaignId: string; letter: Letter }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const retry = useAct(retryLetter, ['mobilisation.outbox'])
  const act = () => retry.mutate({ params: { campaignId, letterId: letter.id } }, { onSuccess: () => { setAsking(false); say(t('office.mobilisation.again.done')) } })
  return (
    <>
      <Button size="small" aria-label={t('office.mobilisation.again.to', { to: letter.to })} onClick={() => setAsking(true)}>{t('office.mobilisation.again')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('office.mobilisation.again.to', { to: letter.to })} actions={<><Button onClick={() => setAsking(false)}>{t('office.mobilisation.again.not')}</Button><Button look="primary" busy={retry.isPending} onClick={act}>{t('office.mobilisation.again')}</Button></>}>
        <p>{t(letter.state === 'held' ? 'office.mobilisation.again.held' : 'office.mobilisation.again.failed')}</p>
        <Refused error={retry.error} />
      </Dialog>
    </>
  )
}

const Text = ({ letter }: { letter: Letter }) => <details className="letter-fold"><summary>{letter.subject}</summary><pre className="letter-text" tabIndex={0} aria-label={letter.subject}>{letter.text}</pre></details>

const useColumns = (campaignId: string): Column<Letter>[] => {
  const t = useText()
  const language = useLanguage()
  return [
    { key: 'to', head: t('office.mobilisation.to'), names: true, cell: (l) => <><span className="address">{l.to}</span><span className="letter-units">{l.units.slice(0, 3).join(t('common.comma'))}{l.units.length > 3 ? t('office.mobilisation.andMore', { n: l.units.length }) : ''}</span></> },
    { key: 'letter', head: t('office.mobilisation.letter'), cell: (l) => <Text letter={l} /> },
    { key: 'state', head: t('office.overview.state'), cell: (l) => <><Chip kind={letterKinds[l.state]}>{t(`office.mobilisation.letterState.${l.state}`)}</Chip>{l.error === null ? null : <span className="letter-error">{l.error}</span>}{l.nextTryAt === null ? null : <span className="letter-error">{t('office.mobilisation.nextTry', { at: sayAt(l.nextTryAt, language) })}</span>}</> },
    { key: 'at', head: t('office.mobilisation.at'), cell: (l) => sayAt(l.sentAt ?? l.createdAt, language) },
    { key: 'act', head: '', phone: 'bare', cell: (l) => (l.state === 'held' || l.state === 'failed' ? <Again campaignId={campaignId} letter={l} /> : null) },
  ]
}

export const Outbox = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const [most, setMost] = useState(AT_ONCE)
  const query = useRead(readOutbox, { params: { campaignId } }, { refetchMs: 5000 })
  const columns = useColumns(campaignId)
  const counts = query.data?.counts
  const note = counts && (['sent', 'waiting', 'sending', 'held', 'failed'] as const).filter((s) => counts[s] > 0).map((s) => `${t(`office.mobilisation.letterState.${s}`)} ${counts[s]}`).join(t('common.comma'))
  return (
    <Section title={t('office.mobilisation.outbox')} note={note}>
      <Answer query={query}>{({ letters, via }) => (
        <>
          {via === 'file' ? <p className="detail muted">{t('office.mobilisation.viaFile')}</p> : null}
          <Table caption={t('office.mobilisation.outbox')} captionHidden columns={columns} rows={letters.slice(0, most)} keyOf={(l) => l.id} warned={(l) => l.state === 'held'} empty={<Empty title={t('office.mobilisation.noLetters')}>{t('office.mobilisation.noLettersFact')}</Empty>} />
          {letters.length > most ? <div className="acts"><Button onClick={() => setMost(letters.length)}>{t('office.mobilisation.moreLetters', { n: letters.length - most })}</Button></div> : null}
        </>
      )}</Answer>
    </Section>
  )
}
