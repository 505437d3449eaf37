/** `/office/c/:campaignId/mobilisation/round`: who gets which reminder and why; then, and only then, they are sent. */
import { useNavigate } from 'react-router'
import { useState } from 'react'
import { previewRound, sendRound } from '#contract/operations/mobilisation'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Note } from '../../ui/finding-card'
import { NextStep } from '../../ui/next-step'
import { PageFrame } from '../../ui/page-frame'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import { Letters } from './letters'
import './mobilisation.css'
import { NoAddress } from './no-address'
import type { Round } from './reading'

const AT_ONCE = 30

const TooSoon = ({ round }: { round: Round }) => {
  const t = useText()
  const language = useLanguage()
  if (round.tooSoon.length === 0) return null
  const columns: Column<Round['tooSoon'][number]>[] = [
    { key: 'to', head: t('office.mobilisation.to'), names: true, cell: (l) => l.to },
    { key: 'units', head: t('office.overview.unit'), cell: (l) => [...new Set(l.matters.map((m) => m.unitName))].join(t('common.comma')) },
    { key: 'again', head: t('office.mobilisation.againFrom'), cell: (l) => sayAt(l.again, language) },
  ]
  return <Section title={t('office.mobilisation.tooSoon', { n: round.tooSoon.length })} note={t('office.mobilisation.tooSoonFact', { hours: round.remindAgainAfterHours })}><Table caption={t('office.mobilisation.tooSoon', { n: round.tooSoon.length })} captionHidden columns={columns} rows={round.tooSoon} keyOf={(l) => l.to} empty={null} /></Section>
}

const Looking = ({ campaignId, round, onStale, stale }: { campaignId: string; round: Round; onStale: () => void; stale: boolean }) => {
  const t = useText()
  const navigate = useNavigate()
  const send = useAct(sendRound)
  const [most, setMost] = useState(AT_ONCE)
  const n = round.letters.length
  const units = new Set(round.letters.flatMap((l) => l.matters.map((m) => m.unitId))).size
  const back = `/office/c/${campaignId}/mobilisation`
  const act = () => send.mutate({ params: { campaignId }, body: { hash: round.hash } }, {
    onSuccess: ({ letters }) => { say(t('office.mobilisation.sentToast', { n: letters })); void navigate(back) },
    onError: (error) => { if (error.name === 'ProblemError' && error.status === 409) onStale() },
  })
  const unreachable = [...new Map(round.unreachable.map((m) => [m.unitId, { unitId: m.unitId, name: m.unitName }])).values()]
  return (
    <PageFrame top={(
      <>
        {n === 0
          ? <NextStep act={t('office.mobilisation.nothingToSend')} actions={<ButtonLink look="primary" to={back}>{t('office.mobilisation.back')}</ButtonLink>}>{t('office.mobilisation.nothingToSendFact')}</NextStep>
          : <NextStep act={t('office.mobilisation.sending', { n, units })} actions={<><ButtonLink to={back}>{t('office.mobilisation.notNow')}</ButtonLink><Button look="primary" busy={send.isPending} onClick={act}>{t('office.mobilisation.send', { n })}</Button></>}>{t('office.mobilisation.sendingFact')}</NextStep>}
        {stale ? <div className="gap" role="alert"><Note kind="warn" title={t('office.mobilisation.stale')}><p>{t('office.mobilisation.staleFact')}</p></Note></div> : send.error === null ? null : <div className="gap"><Refused error={send.error} /></div>}
      </>
    )}>
      <Section title={t('office.mobilisation.letters', { n })}>
        {n === 0 ? <Empty title={t('office.mobilisation.noneToSend')} /> : <Letters letters={round.letters.slice(0, most)} open={1} />}
        {n > most ? <div className="acts"><Button onClick={() => setMost(n)}>{t('office.mobilisation.moreLetters', { n: n - most })}</Button></div> : null}
      </Section>
      <TooSoon round={round} />
      <NoAddress units={unreachable} />
    </PageFrame>
  )
}

export const RoundPage = () => {
  const { campaign } = useCampaign()
  const [stale, setStale] = useState(false)
  const query = useRead(previewRound, { params: { campaignId: campaign.id } })
  const again = () => { setStale(true); void query.refetch() }
  return <Answer query={query} lines={8}>{(round) => <Looking key={round.hash} campaignId={campaign.id} round={round} stale={stale} onStale={again} />}</Answer>
}
