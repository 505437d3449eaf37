/** 打印、盖章、扫描: the papers that the product fills in, as Word, Excel and PDF; each page bears the code by which the scan is recognised. */
import { attachmentFile } from '#contract/operations/attachments'
import { listPapers, paper } from '#contract/operations/forms'
import { addressOf } from '../../api/call'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { Section } from '../../ui/section'
import type { NominationContext } from '../reading'
import './papers.css'

export const Papers = ({ context: { nomination, campaign } }: { context: NominationContext }) => {
  const t = useText()
  const words = useWords()
  const query = useRead(listPapers, { params: { nominationId: nomination.id } })
  if (query.data?.papers.length === 0) return null
  return (
    <Section title={t('unit.papers.title')}>
      <p className="detail muted">{t('unit.papers.note')}</p>
      <Answer query={query} lines={4}>{({ papers }) => (
        <ul className="papers">{papers.map((p) => (
          <li key={p.id}>
            <b>{words(p.name)}</b>
            {p.by === 'product' ? null : <span className="detail muted">{t(p.blank === null ? 'unit.papers.ofOffice' : 'unit.papers.byHand')}</span>}
            <span className="papers-files">
              {p.formats.map((as) => <ButtonLink key={as} reload size="small" icon={as === 'pdf' ? 'print' : 'down'} to={addressOf(paper, { nominationId: nomination.id, sheetId: p.id }, { as })}>{t(`unit.papers.as.${as}`)}<span className="hidden-text">：{words(p.name)}</span></ButtonLink>)}
              {p.blank === null ? null : <ButtonLink reload size="small" icon="down" to={addressOf(attachmentFile, { campaignId: campaign.id, attachmentId: p.blank.attachmentId })}>{t('unit.papers.blank')}<span className="hidden-text">：{p.blank.fileName}</span></ButtonLink>}
            </span>
          </li>
        ))}</ul>
      )}</Answer>
    </Section>
  )
}
