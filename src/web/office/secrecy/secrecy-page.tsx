/** `/office/c/:campaignId/secrecy`: files that bear a marking, and the spill procedure step by step. */
import { listQuarantine } from '#contract/operations/secrecy'
import { ruleOf } from '#core/campaign/definition'
import { articles } from '#core/secrecy/say'
import { beyondPurge, isOver } from '#core/secrecy/spill'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { ClauseRef } from '../../ui/clause-ref'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { SetApart, type Apart } from '../../ui/set-apart'
import { useCampaign } from '../campaign-frame'
import { SpillActs } from './spill-acts'

const Law = () => {
  const words = useWords()
  const t = useText()
  return (
    <>
      <Section title={t('secrecy.law')}><ul className="package-inside">{Object.values(articles).map((a) => <li key={a.number}>{words(a)} <ClauseRef clause={a} withSource /></li>)}</ul></Section>
      <Section title={t('secrecy.beyond')} note={t('secrecy.beyondNote')}><ul className="package-inside">{beyondPurge.map((b) => <li key={b.zh}>{words(b)}</li>)}</ul></Section>
    </>
  )
}

export const SecrecyPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const query = useRead(listQuarantine, { params: { campaignId: campaign.id } })
  const nameOf = (item: Apart) => ruleOf(campaign.definition, 'material', item.materialId)?.name ?? { zh: item.materialId, en: item.materialId }
  const rows = (items: readonly Apart[]) => {
    // The page's one solid act: of the first matter that waits for this person.
    const first = items.find((i) => i.may.includes('confirm') || i.may.includes('decide'))?.id
    return items.map((item) => <SetApart key={item.id} item={item} material={nameOf(item)}><SpillActs campaignId={campaign.id} item={item} main={item.id === first} /></SetApart>)
  }
  return (
    <PageFrame side={<Law />} sideLabel={t('secrecy.law')}>
      <h1 className="page-title">{t('secrecy.title')}</h1>
      <p className="detail muted">{t('secrecy.note')}</p>
      <Answer query={query}>{({ items }) => {
        const [open, over] = [items.filter((i) => !isOver(i.state)), items.filter((i) => isOver(i.state))]
        return (
          <>
            <Section title={t('secrecy.openTitle', { n: open.length })}>{open.length === 0 ? <Empty title={t('secrecy.none')}>{t('secrecy.noneFact')}</Empty> : rows(open)}</Section>
            {over.length > 0 ? <Section title={t('secrecy.overTitle', { n: over.length })}>{rows(over)}</Section> : null}
          </>
        )
      }}</Answer>
    </PageFrame>
  )
}
