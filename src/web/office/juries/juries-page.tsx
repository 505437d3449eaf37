/** `/office/c/:campaignId/juries`: how the jury comes about: who sits in which round, drawing by lot, what was drawn. */
import { useState } from 'react'
import { readJuries } from '#contract/operations/juries'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { useCampaign } from '../campaign-frame'
import '../jury/jury.css'
import { ActivationCodes, type Activation } from '../units/activation-codes'
import { DrawForm } from './draw-form'
import { Draws } from './draws'
import './juries.css'
import { JuriesOfRounds } from './members'

export const JuriesPage = () => {
  const t = useText()
  const campaignId = useCampaign().campaign.id
  const query = useRead(readJuries, { params: { campaignId } })
  const [made, setMade] = useState<{ codes: readonly Activation[]; expiresAt: number } | null>(null)
  return (
    <PageFrame>
      <h1 className="page-title">{t('juries.title')}</h1>
      {made === null ? (
        <Answer query={query}>{(juries) => (
          <>
            {juries.general.length === 0 && juries.rounds.every((r) => r.own === null) ? <Empty title={t('juries.none')}>{t('juries.noneFact')}</Empty> : null}
            <JuriesOfRounds campaignId={campaignId} juries={juries} onMade={setMade} />
            {juries.may.includes('form') && (!juries.generalFrozen || juries.rounds.some((r) => !r.opened)) ? <DrawForm campaignId={campaignId} juries={juries} /> : null}
            <Draws campaignId={campaignId} juries={juries} onMade={setMade} />
          </>
        )}</Answer>
      ) : <ActivationCodes codes={made.codes} expiresAt={made.expiresAt} onKept={() => setMade(null)} />}
    </PageFrame>
  )
}
