/** A draft: what still stands against it, who will receive it, and the one act, 发布活动. */
import { useState } from 'react'
import { openCampaign } from '#contract/operations/campaigns'
import { listOrganisations } from '#contract/operations/organisations'
import { readiness } from '#core/campaign/readiness'
import { blocking } from '#core/kernel/finding'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { NextStep } from '../../ui/next-step'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { say } from '../../ui/toast'
import { Refused } from '../../ui/answer'
import { ReviseLink } from '../new/revise-link'
import type { Campaign } from '../next-act'
import { RulesInSentences } from '../rules-in-sentences'

const OpenAct = ({ campaign, units }: { campaign: Campaign; units: number }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const open = useAct(openCampaign)
  const act = () => open.mutate({ params: { campaignId: campaign.id }, body: {} }, { onSuccess: () => say(t('office.draft.opened')), onSettled: () => setAsking(false) })
  const refused = blocking(readiness(campaign.definition)).length > 0
  return (
    <>
      <NextStep act={t('office.next.draft')} actions={<><ReviseLink campaign={campaign} />{units === 0
        ? <ButtonLink to="/office/units" look="primary">{t('office.campaigns.importUnits')}</ButtonLink>
        : <Button look={asking ? 'default' : 'primary'} disabled={refused} onClick={() => setAsking(true)}>{t('office.draft.open')}</Button>}</>}>{t('office.draft.fact')}</NextStep>
      <div className="gap"><Refused error={open.error} /></div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('office.draft.open')}
        actions={<><Button onClick={() => setAsking(false)}>{t('office.draft.keep')}</Button><Button look="primary" busy={open.isPending} onClick={act}>{t('office.draft.open')}</Button></>}>
        <p>{t('office.draft.openTo', { n: units })}</p>
      </Dialog>
    </>
  )
}

export const DraftCampaign = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  const units = useRead(listOrganisations, { params: {} }).data?.organisations.length
  const findings = readiness(campaign.definition)
  const blocks = blocking(findings).length
  return (
    <PageFrame top={<OpenAct campaign={campaign} units={units ?? 0} />} sideLabel={t('office.draft.title')} side={(
      <Section title={t('office.draft.title')} note={units === undefined ? undefined : units === 0 ? t('office.draft.noUnits') : t('office.draft.units', { n: units })}>
        <Findings>
          {blocks > 0 ? <Note kind="block" title={t('office.draft.blocks', { n: blocks })} /> : <Note kind="ok" title={findings.length > 0 ? t('office.draft.warns', { n: findings.length }) : t('office.draft.ready')} />}
          {findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}
        </Findings>
      </Section>
    )}>
      <Section title={t('office.definition.title')} note={t('office.definition.note')}><RulesInSentences definition={campaign.definition} /></Section>
    </PageFrame>
  )
}
