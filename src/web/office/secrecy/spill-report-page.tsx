/** `/office/c/:campaignId/secrecy/:quarantineId`: the report to the secrecy authority, to print; it goes by the confidential channel and never by this product. */
import { useParams } from 'react-router'
import { listQuarantine } from '#contract/operations/secrecy'
import { ruleOf } from '#core/campaign/definition'
import { stamp } from '#core/kernel/instant'
import { beyondPurge } from '#core/secrecy/spill'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { stepsOf, type Apart } from '../../ui/set-apart'
import { sayBytes } from '../../ui/upload-row'
import { useCampaign } from '../campaign-frame'

const Report = ({ item }: { item: Apart }) => {
  const t = useText()
  const words = useWords()
  const { campaign } = useCampaign()
  const material = ruleOf(campaign.definition, 'material', item.materialId)?.name
  const marks = item.markings.map((m) => (m.page === null ? m.shown : t('secrecy.markOnPage', { mark: m.shown, page: m.page }))).join(t('common.comma'))
  const done = stepsOf(item).filter((s) => s.id === 'stop' || s.id === 'record')
  return (
    <article className="spill-report">
      <h1>{t('secrecy.paper.title')}</h1>
      <p><span className="blank" />{t('secrecy.paper.to')}</p>
      <section><h2>{t('secrecy.paper.found')}</h2><p>{t('secrecy.paper.foundText', { at: stamp(item.foundAt).slice(0, 16), unit: item.unitName, who: item.sender, campaign: words(campaign.definition.name), material: material === undefined ? item.materialId : words(material) })}</p></section>
      <section><h2>{t('secrecy.paper.file')}</h2><p>{t('secrecy.paper.fileText', { marks, size: sayBytes(item.bytes) })}</p><p className="small">SHA-256 {item.sha256.slice(0, 32)} {item.sha256.slice(32)}</p></section>
      <section><h2>{t('secrecy.paper.did')}</h2><ul>{done.map((s) => <li key={s.id}>{words(s.about)}</li>)}</ul></section>
      <section><h2>{t('secrecy.paper.left')}</h2><ul>{beyondPurge.map((b) => <li key={b.zh}>{words(b)}</li>)}</ul></section>
      <section><h2>{t('secrecy.paper.ask')}</h2><p>{t('secrecy.paper.askText')}</p></section>
      <p className="signed">{t('secrecy.paper.signed')}<br />{t('secrecy.paper.day')}</p>
    </article>
  )
}

export const SpillReportPage = () => {
  const t = useText()
  const { campaignId = '', quarantineId } = useParams()
  const query = useRead(listQuarantine, { params: { campaignId } })
  return (
    <PageFrame>
      <p className="row-of screen-only"><ButtonLink to={`/office/c/${campaignId}/secrecy`}>{t('secrecy.paper.back')}</ButtonLink><Button look="primary" icon="print" onClick={() => window.print()}>{t('secrecy.report.print')}</Button><span className="detail muted">{t('secrecy.paper.channel')}</span></p>
      <Answer query={query}>{({ items }) => {
        const item = items.find((i) => i.id === quarantineId)
        return item === undefined ? <Empty title={t('secrecy.none')} /> : <div className="gap"><Report item={item} /></div>
      }}</Answer>
    </PageFrame>
  )
}
