/** 打印推荐表: the product's own as PDF; where the office has its own Word form, that one filled in. */
import { listPapers, paper } from '#contract/operations/forms'
import { formPdf } from '#contract/operations/nominations'
import { addressOf } from '../../api/call'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'

export const PrintForm = ({ nominationId }: { nominationId: string }) => {
  const t = useText()
  const form = useRead(listPapers, { params: { nominationId } }).data?.papers.find((p) => p.id === 'nomination-form')
  if (form?.blank != null) return <ButtonLink icon="print" to={`/unit/n/${nominationId}/materials`}>{t('unit.papers.title')}</ButtonLink>
  return <ButtonLink reload icon="print" to={form?.by === 'product' || form === undefined ? addressOf(formPdf, { nominationId }) : addressOf(paper, { nominationId, sheetId: form.id }, { as: 'docx' })}>{t('unit.form.print')}</ButtonLink>
}
