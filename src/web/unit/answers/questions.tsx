/** What rules ask of the candidate beside the form: yes or no, a day, a number; each once, however many rules ask. */
import type { Asked } from '#core/nomination/asks'
import type { Finding } from '#core/kernel/finding'
import { useText, useWords } from '../../text/use-text'
import { RadioField } from '../../ui/choice-fields'
import { ClauseRef } from '../../ui/clause-ref'
import { DayField, TextField } from '../../ui/text-fields'
import { answerPatch } from '../form/patch'
import type { DraftUse } from '../form/use-draft'

const One = ({ ask, draft, findings }: { ask: Asked; draft: DraftUse; findings: readonly Finding[] }) => {
  const t = useText()
  const words = useWords()
  const [yes, value] = [draft.answers.properties[ask.id], draft.answers.values[ask.id] ?? '']
  const put = (text: string) => draft.draft.change(answerPatch('values', ask.id, text))
  const frame = { label: words(ask.question), required: true, hint: <ClauseRef clause={ask.rests} withSource /> }
  // Nothing is held against a question that is only not answered yet.
  const shown = (ask.type === 'yesNo' ? yes === undefined : value === '') ? [] : findings
  return (
    <div className="answer-row" id={`property-${ask.id}`}>
      {ask.type === 'yesNo' ? (
        <RadioField {...frame} value={yes === undefined ? '' : yes ? 'yes' : 'no'} onChange={(v) => draft.draft.change(answerPatch('properties', ask.id, v === 'yes'))} findings={shown}
          options={[{ value: 'yes', label: t('unit.yes') }, { value: 'no', label: t('unit.no') }]} />
      ) : ask.type === 'day' ? <DayField {...frame} value={value} onChange={put} findings={shown} /> : <TextField {...frame} value={value} onChange={put} keyboard="numeric" findings={shown} />}
    </div>
  )
}

export const Questions = ({ asks, draft, findings }: { asks: readonly Asked[]; draft: DraftUse; findings: readonly Finding[] }) =>
  asks.map((ask) => <One key={ask.id} ask={ask} draft={draft} findings={findings.filter((f) => f.at.field === `property.${ask.id}`)} />)
