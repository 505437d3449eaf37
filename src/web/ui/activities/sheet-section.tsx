/** 开展情况汇总表 on the page as the files have it: by unit in the order of the register, the sum below, checked against every single activity. */
import { activityListFile, activitySheetFile, readActivitySheet } from '#contract/operations/activities'
import type { AnswerOf } from '#contract/operation'
import { wholeOf, type Sum } from '#core/publicity/activities/totals'
import { addressOf } from '../../api/call'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../button'
import { Empty } from '../empty'
import { Section } from '../section'
import { State } from '../state'
import { Table, type Column } from '../table'
import './activities.css'

export type Sheet = AnswerOf<typeof readActivitySheet>
interface Line { readonly id: string; readonly name: string; readonly sum: Sum }

export const SheetSection = ({ campaignId, sheet }: { campaignId: string; sheet: Sheet }) => {
  const t = useText()
  const whole = wholeOf(sheet.total)
  const lines: Line[] = [...sheet.rows.map((r) => ({ id: r.id + r.kind, name: r.kind === 'level' ? t('activities.level', { name: r.name }) : r.name, sum: wholeOf(r.tally) })), ...(sheet.kind === 'level' && sheet.rows.length > 0 ? [{ id: 'total', name: t('activities.total'), sum: whole }] : [])]
  const number = (key: keyof Sum, head: string): Column<Line> => ({ key, head, numeric: true, cell: (l) => (l.id === 'total' ? <b>{l.sum[key]}</b> : l.sum[key]) })
  const take = whole.times === 0 ? null : (
    <>
      {(['docx', 'xlsx'] as const).map((as) => <ButtonLink key={as} reload size="small" icon="down" to={addressOf(activitySheetFile, { campaignId }, { as })}>{t(as === 'docx' ? 'activities.word' : 'activities.excel')}<span className="hidden-text">：{sheet.title}</span></ButtonLink>)}
      {sheet.kind === 'level' ? <ButtonLink reload size="small" look="quiet" icon="down" to={addressOf(activityListFile, { campaignId }, { as: 'xlsx' })}>{t('activities.takeList')}</ButtonLink> : null}
    </>
  )
  return (
    <Section title={t('activities.sheet')} note={t('activities.sheetNote')} action={take}>
      <Table caption={sheet.title} keep rows={lines} keyOf={(l) => l.id} empty={<Empty title={t('activities.sheetNone')}>{t('activities.sheetNoneFact')}</Empty>} columns={[{ key: 'unit', head: t('activities.unit'), names: true, cell: (l) => l.name }, number('times', t('activities.times')), number('people', t('activities.took')), number('links', t('activities.reports'))]} />
      {whole.times === 0 ? null : <p className="gap detail"><State kind={sheet.agrees ? 'ok' : 'block'}>{t(sheet.agrees ? 'activities.agrees' : 'activities.differs')}</State></p>}
      {sheet.kind === 'level' ? <p className="activity-note">{t('activities.noRank')}</p> : null}
    </Section>
  )
}
