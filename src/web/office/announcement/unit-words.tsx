/** 推荐单位的确认: asked once before the public notice; who answered, and who is silent. Nothing where the definition asks nothing. */
import { useState, type ReactNode } from 'react'
import type { AnswerOf } from '#contract/operation'
import { askUnits, readUnitAskings } from '#contract/operations/gate-askings'
import { addDays, dayOf } from '#core/kernel/instant'
import { unitWordNames, type UnitWord } from '#core/nomination/gate-asking'
import { useAct, useRead } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { sayAt, sayDay } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { State, type StateKind } from '../../ui/state'
import { Table } from '../../ui/table'
import { DayField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

export type UnitAskings = AnswerOf<typeof readUnitAskings>
type Row = UnitAskings['people'][number]
export const useUnitAskings = (campaignId: string) => useRead(readUnitAskings, { params: { campaignId } }, { look: 'campaign' })
/** Of the list: whose unit has said nothing. */
export const silentOf = (a: UnitAskings | undefined): number => (a?.needed ? a.people.filter((p) => p.at === null).length : 0)

const USUAL_DAYS = 3
const shapes: Readonly<Record<UnitWord, StateKind>> = { notAsked: 'none', waiting: 'wait', overdue: 'warn', still: 'ok', changed: 'block', lapsed: 'warn' }

interface AskProps { words: string; busy: boolean; refused: ReactNode; onAsk: (answerBy: string) => void }
/** By which day the units answer, and the one act. */
export const AskByDay = ({ words, busy, refused, onAsk }: AskProps) => {
  const t = useText()
  const today = dayOf(useSession().now())
  const [answerBy, setAnswerBy] = useState(addDays(today, USUAL_DAYS))
  return (
    <div className="unit-words-ask">
      <DayField label={t('gate.units.by')} required from={today} value={answerBy} onChange={setAnswerBy} />
      <Button busy={busy} disabled={answerBy === ''} onClick={() => onAsk(answerBy)}>{words}</Button>
      {refused}
    </div>
  )
}

const Ask = ({ campaignId, again }: { campaignId: string; again: boolean }) => {
  const t = useText()
  const ask = useAct(askUnits)
  return <AskByDay words={t(again ? 'gate.units.again' : 'gate.units.ask')} busy={ask.isPending} refused={<Refused error={ask.error} />} onAsk={(answerBy) => ask.mutate({ params: { campaignId }, body: { answerBy } }, { onSuccess: ({ asked, units }) => say(t('gate.units.asked', { n: asked, units })) })} />
}

/** What one unit says, by whom and when. */
export const OneWord = ({ unit: { word, at, by } }: { unit: Pick<Row, 'word' | 'at' | 'by'> }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return <><State kind={shapes[word]}>{words(unitWordNames[word])}</State>{at !== null && by !== null ? <span className="small muted">　{t('gate.units.said', { by, at: sayAt(at, language) })}</span> : null}</>
}

export const UnitWords = ({ campaignId, askings: a }: { campaignId: string; askings: UnitAskings }) => {
  const t = useText()
  const language = useLanguage()
  if (!a.needed) return null
  const sum = a.asked === 0 ? t('gate.units.note') : `${t('gate.units.sum', { asked: a.asked, answered: a.answered })}${a.dueAt === null ? '' : t('gate.units.due', { due: sayDay(dayOf(a.dueAt - 1), language) })}`
  return (
    <Section title={t('gate.units.title')} note={sum}>
      {a.asked === 0 ? <p className="detail muted">{t('gate.units.fact')}</p> : (
        <Table caption={t('gate.units.title')} captionHidden rows={a.people} keyOf={(p) => p.nominationId} empty={null} columns={[
          { key: 'name', head: t('gate.units.name'), names: true, cell: (p: Row) => p.name },
          { key: 'unit', head: t('gate.units.unit'), cell: (p) => p.unitName },
          { key: 'word', head: t('gate.units.word'), cell: (p) => <OneWord unit={p} /> },
        ]} />
      )}
      {a.asked === 0 || silentOf(a) > 0 || a.answered < a.asked ? <Ask campaignId={campaignId} again={a.asked > 0} /> : null}
    </Section>
  )
}
