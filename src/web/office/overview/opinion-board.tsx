/** 外单位出具材料: by unit and material, how many papers were asked of other offices by a link, came, are waited for, are late. Nothing where nobody was asked. */
import type { AnswerOf } from '#contract/operation'
import { opinionBoard } from '#contract/operations/opinions'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { sayEnd } from '#core/kernel/instant'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'

type Row = AnswerOf<typeof opinionBoard>['rows'][number]

export const OpinionBoard = ({ campaignId, definition }: { campaignId: string; definition: ResolvedDefinition }) => {
  const t = useText()
  const words = useWords()
  const { data } = useRead(opinionBoard, { params: { campaignId } }, { refetchMs: 60_000, look: 'campaign' })
  if (data === undefined || data.rows.length === 0) return null
  const columns: Column<Row>[] = [
    { key: 'unit', head: t('opinion.board.unit'), cell: (r) => r.unitName, names: true },
    { key: 'material', head: t('opinion.board.material'), cell: (r) => words(ruleOf(definition, 'material', r.materialId)?.name ?? { zh: r.materialId, en: r.materialId }) },
    ...(['asked', 'answered', 'waiting', 'overdue'] as const).map((key): Column<Row> => ({ key, head: t(`opinion.board.${key}`), cell: (r) => r[key], numeric: true })),
    { key: 'next', head: t('opinion.board.next'), cell: (r) => (r.nextUntil === null ? '—' : words(sayEnd(r.nextUntil))) },
  ]
  return <Section title={t('opinion.board.title')} note={t('opinion.board.note')}><Table caption={t('opinion.board.title')} captionHidden columns={columns} rows={data.rows} keyOf={(r) => `${r.unitId} ${r.materialId}`} warned={(r) => r.overdue > 0} empty={null} /></Section>
}
