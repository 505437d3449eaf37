/** `/lead`: what became of a lead, by its receipt code; the code may stand behind the `#`, which no browser sends. */
import { useCallback } from 'react'
import { leadStanding } from '#contract/operations/leads'
import { leadStateNames } from '#core/nomination/lead'
import { useAct } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { KeyValue } from '../ui/key-value'
import { leadKinds } from '../ui/leads/leads-page'
import { sayAt } from '../ui/say-time'
import { State } from '../ui/state'
import { TextField } from '../ui/text-fields'
import { EntryPage } from './entry-page'
import { useReceiptCode } from './use-receipt-code'

export const LeadStanding = () => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const { mutate, data, error, isPending } = useAct(leadStanding, [])
  const { code, setCode, look } = useReceiptCode(useCallback((given: string) => mutate({ body: { code: given } }), [mutate]))
  return (
    <EntryPage title={t('leads.standing.title')} onSubmit={look}>
      <TextField label={t('leads.standing.code')} required hint={t('leads.standing.codeHint')} value={code} onChange={setCode} />
      <Refused error={error} />
      {data ? (
        <div className="gap" role="status">
          <p><State kind={data.state === 'new' ? 'wait' : leadKinds[data.state]}>{words(leadStateNames[data.state])}</State></p>
          <KeyValue pairs={[{ name: t('leads.standing.reported'), value: sayAt(data.reportedAt, language) }, { name: t('leads.standing.changed'), value: data.state === 'new' ? t('leads.one.new') : sayAt(data.changedAt, language) }, ...(data.reason === '' ? [] : [{ name: t('leads.standing.reason'), value: data.reason }])]} />
        </div>
      ) : null}
      <Button type="submit" look="primary" size="large" wide busy={isPending}>{t('leads.standing.look')}</Button>
    </EntryPage>
  )
}
