/** A draft: what stands against it, who will receive it, and the way to look at it before it is issued. */
import { beforeIssuing } from '#contract/operations/campaigns'
import type { Finding } from '#core/kernel/finding'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { NextStep } from '../../ui/next-step'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { ReviseLink } from '../new/revise-link'
import type { Campaign } from '../next-act'
import { RulesInSentences } from '../rules-in-sentences'

const LookNext = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  return <NextStep act={t('office.next.draft')} actions={<><ReviseLink campaign={campaign} /><ButtonLink to={`/office/c/${campaign.id}/issuing`} look="primary">{t('office.issuing.go')}</ButtonLink></>}>{t('office.issuing.goFact')}</NextStep>
}

const Against = ({ findings }: { findings: readonly Finding[] }) => {
  const t = useText()
  const [blocks, warns] = (['block', 'warn'] as const).map((strength) => findings.filter((f) => f.strength === strength).length) as [number, number]
  return (
    <Findings>
      {blocks > 0 ? <Note kind="block" title={t('office.draft.blocks', { n: blocks })} /> : <Note kind="ok" title={warns > 0 ? t('office.draft.warns', { n: warns }) : t('office.draft.ready')} />}
      {findings.filter((f) => f.strength !== 'note').map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}
    </Findings>
  )
}

export const DraftCampaign = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  const query = useRead(beforeIssuing, { params: { campaignId: campaign.id } })
  const units = query.data?.recipients.reduce((sum, r) => sum + r.units, 0)
  return (
    <PageFrame top={<LookNext campaign={campaign} />} sideLabel={t('office.draft.title')} side={(
      <Section title={t('office.draft.title')} note={units === undefined ? undefined : units === 0 ? t('office.draft.noUnits') : t('office.draft.units', { n: units })}>
        <Answer query={query}>{({ findings }) => <Against findings={findings as readonly Finding[]} />}</Answer>
      </Section>
    )}>
      <Section title={t('office.definition.title')} note={t('office.definition.note')}><RulesInSentences definition={campaign.definition} /></Section>
    </PageFrame>
  )
}
