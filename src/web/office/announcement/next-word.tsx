/** 递补人选的单位: what it says of the next in line, as it counts today; asked anew where that is too old, and never twice. */
import type { AnswerOf } from '#contract/operation'
import { askNext } from '#contract/operations/gate-askings'
import type { readPlaces } from '#contract/operations/objections'
import { isAskedAnew } from '#core/nomination/gate-asking'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { say } from '../../ui/toast'
import '../../ui/gate/gate.css'
import { AskByDay, OneWord } from './unit-words'

export type Place = AnswerOf<typeof readPlaces>['out'][number]

/** Nothing where the definition asks nothing at its gates. */
export const NextWord = ({ place }: { place: Place }) => {
  const t = useText()
  const ask = useAct(askNext)
  const asked = place.next.flatMap((p) => (p.unit === null ? [] : [{ ...p, unit: p.unit }]))
  if (asked.length === 0) return null
  return (
    <div className="next-word">
      <h3>{t('gate.units.title')}</h3>
      <ul>{asked.map((p) => <li key={p.nominationId}>{p.name}　<OneWord unit={p.unit} /></li>)}</ul>
      <p className="detail muted">{t('gate.anew.fact')}</p>
      {asked.some((p) => isAskedAnew(p.unit.word)) ? <AskByDay words={t('gate.anew.ask')} busy={ask.isPending} refused={<Refused error={ask.error} />} onAsk={(answerBy) => ask.mutate({ params: { objectionId: place.objectionId }, body: { answerBy } }, { onSuccess: ({ asked: n, units }) => say(t('gate.units.asked', { n, units })) })} /> : null}
    </div>
  )
}
