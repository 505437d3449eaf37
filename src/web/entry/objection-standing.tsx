/** `/objection`: how far an objection is and its answer, by the receipt code; the code may stand behind the `#`, which no browser sends. */
import { useCallback, useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { objectionStanding } from '#contract/operations/objections'
import { sayDay as sayWholeDay } from '#core/kernel/instant'
import { objectionStateNames, outcomeNames } from '#core/objections/standing'
import { useAct } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { KeyValue } from '../ui/key-value'
import { EvidencePick } from '../ui/objections/evidence-pick'
import { objectionKinds } from '../ui/objections/objections-page'
import { SendEvidence } from '../ui/objections/send-evidence'
import { sayAt } from '../ui/say-time'
import { State } from '../ui/state'
import { TextField } from '../ui/text-fields'
import { EntryPage } from './entry-page'
import { useReceiptCode } from './use-receipt-code'

const Add = ({ code, there, again }: { code: string; there: number; again: () => void }) => {
  const t = useText()
  const [files, setFiles] = useState<File[]>([])
  const [going, setGoing] = useState<readonly File[]>([])
  if (going.length > 0) return <div className="gap"><SendEvidence code={code} files={going} onDone={again} /></div>
  return <><EvidencePick files={files} there={there} onChange={setFiles} />{files.length > 0 ? <p className="gap"><Button onClick={() => setGoing(files)}>{t('objections.standing.add')}</Button></p> : null}</>
}

const Shown = ({ s, code, again }: { s: AnswerOf<typeof objectionStanding>; code: string; again: () => void }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return (
    <div className="gap" role="status">
      <p><State kind={objectionKinds[s.state]}>{words(objectionStateNames[s.state])}</State></p>
      <KeyValue pairs={[
        { name: t('objections.standing.number'), value: t('objections.look', { number: s.number }) }, { name: t('objections.standing.campaign'), value: words(s.campaign) }, { name: t('objections.standing.received'), value: sayAt(s.receivedAt, language) },
        ...(s.dueOn === null || s.decidedAt !== null ? [] : [{ name: t('objections.standing.due'), value: words(sayWholeDay(s.dueOn)) }]), { name: t('objections.standing.changed'), value: sayAt(s.changedAt, language) },
        ...(s.track === 'correction' ? [] : [{ name: t('objections.standing.files'), value: t('objections.standing.nFiles', { n: s.files }) }]),
        ...(s.outcome === null ? [] : [{ name: t('objections.standing.outcome'), value: words(outcomeNames[s.outcome]) }, { name: t('objections.standing.answer'), value: <span className="objection-said">{s.answer}</span> }]),
      ]} />
      {s.mayAdd ? <Add key={s.files} code={code} there={s.files} again={again} /> : null}
    </div>
  )
}

export const ObjectionStanding = () => {
  const t = useText()
  const { mutate, data, error, isPending } = useAct(objectionStanding, [])
  const { code, setCode, look } = useReceiptCode(useCallback((given: string) => mutate({ body: { code: given } }), [mutate]))
  return (
    <EntryPage title={t('objections.standing.title')} onSubmit={look}>
      <TextField label={t('objections.standing.code')} required hint={t('objections.standing.codeHint')} value={code} onChange={setCode} />
      <Refused error={error} />
      {data ? <Shown s={data} code={code} again={look} /> : null}
      <p className="gap"><Button type="submit" look={data ? 'default' : 'primary'} size="large" wide busy={isPending}>{t('objections.standing.look')}</Button></p>
    </EntryPage>
  )
}
