/** `/office/c/:campaignId/definition`: the rules of the campaign in sentences with their clauses, and the notice they come from. */
import { officialPdf, officialWord } from '#contract/operations/campaigns'
import { sayDay } from '#core/kernel/instant'
import { addressOf } from '../api/call'
import { useLanguage, useText, useWords } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { CodeText } from '../ui/code-text'
import { KeyValue } from '../ui/key-value'
import { PageFrame } from '../ui/page-frame'
import { Section } from '../ui/section'
import { useCampaign } from './campaign-frame'
import { ReviseLink } from './new/revise-link'
import { RulesInSentences } from './rules-in-sentences'

export const DefinitionPage = () => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const { campaign } = useCampaign()
  const { definition } = campaign
  const { notice, chain, hash } = definition
  const none = t('office.definition.notStated')
  const side = (
    <>
      <Section title={t('office.definition.notice')}>
        <KeyValue nameWidth={72} pairs={[
          { name: t('office.definition.notice'), value: notice.title },
          { name: t('office.definition.number'), value: notice.number === 'not stated' ? none : notice.number },
          { name: t('office.definition.date'), value: notice.date === 'not stated' ? none : sayDay(notice.date)[language] },
          { name: t('office.definition.hosts'), value: notice.hosts.map(words).join(language === 'zh' ? '、' : ', ') },
        ]} />
        <div className="row-of gap">
          <ButtonLink reload icon="print" to={addressOf(officialPdf, { campaignId: campaign.id })}>{t('office.definition.officialPdf')}</ButtonLink>
          <ButtonLink reload icon="down" to={addressOf(officialWord, { campaignId: campaign.id })}>{t('office.definition.officialWord')}</ButtonLink>
          <ButtonLink icon="paper" to={`/office/c/${campaign.id}/attachments`}>{t('office.attachments.link')}</ButtonLink>
        </div>
      </Section>
      <Section title={t('office.definition.chain')}><ol className="detail">{chain.map((d) => <li key={d.id}>{words(d.issuer)}: {words(d.name)}</li>)}</ol></Section>
      <Section title={t('office.definition.hash')}><CodeText code={hash} /></Section>
    </>
  )
  return (
    <PageFrame side={side} sideLabel={t('office.definition.notice')}>
      <Section title={t('office.definition.title')} note={t('office.definition.note')} action={<ReviseLink campaign={campaign} />}><RulesInSentences definition={definition} /></Section>
    </PageFrame>
  )
}
