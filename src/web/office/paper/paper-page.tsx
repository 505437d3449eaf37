/** `/office/c/:campaignId/paper`: paper, discs and USB sticks as they come in, and what is still missing. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { lookUpPaper, paperRegister } from '#contract/operations/paper'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { FindingCard, Findings } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { useCampaign } from '../campaign-frame'
import { Find } from './find'
import { Receive } from './receive'
import { RegisterTable } from './register-table'
import { Several } from './several'

type Found = AnswerOf<typeof lookUpPaper>

export const PaperPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const register = useRead(paperRegister, { params: { campaignId: campaign.id } })
  const look = useAct(lookUpPaper, [])
  const [found, setFound] = useState<Found | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const find = (body: { text: string } | { photo: string }) => {
    setFound(null)
    setChosen(null)
    look.mutate({ params: { campaignId: campaign.id }, body }, { onSuccess: setFound })
  }
  const row = found === null ? undefined : found.rows.length === 1 ? found.rows[0] : found.rows.find((r) => r.nominationId === chosen)
  return (
    <PageFrame>
      <div className="page-head"><h1 className="page-title">{t('paper.register.title')}</h1><ButtonLink size="small" to={`/office/c/${campaign.id}/entries`}>{t('office.entries.link')}</ButtonLink></div>
      <p className="detail muted">{t('paper.register.note')}</p>
      <Find busy={look.isPending} onFind={find} />
      <div aria-live="polite" className="paper-answer">
        <Refused error={look.error} />
        {found === null || found.findings.length === 0 ? null : <Findings>{asFindings(found.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings>}
        {found !== null && found.rows.length > 1 && row === undefined ? <Several rows={found.rows} onChoose={setChosen} /> : null}
        {found !== null && row !== undefined ? <Section title={t('paper.register.found')}><Receive key={`${row.nominationId}${found.code}`} campaignId={campaign.id} row={row} found={found} onDone={() => { setFound(null); document.querySelector<HTMLInputElement>('.paper-find input')?.focus() }} /></Section> : null}
      </div>
      <Answer query={register}>{({ rows }) => <RegisterTable rows={rows} campaignId={campaign.id} onOpen={(id) => find({ text: id })} />}</Answer>
    </PageFrame>
  )
}
