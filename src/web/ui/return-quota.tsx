/** 退回名额: how many of what is not used go back to where they came from; for the holder, and for the office that granted them. */
import { useState } from 'react'
import { returnQuota } from '#contract/operations/cascade'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Refused } from './answer'
import { Button } from './button'
import { Dialog } from './dialog'
import { TextField } from './text-fields'
import { say } from './toast'

interface Props {
  /** The campaign that granted them. */
  campaignId: string
  /** Whose they are, where the office that granted them takes them back; a holder returns its own. */
  organisationId?: string
  /** On the button; the title of the question, and the button's own name, tell whose. */
  act: string
  title: string
  question: string
}

export const ReturnQuota = ({ campaignId, organisationId, act, title, question }: Props) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [text, setText] = useState('')
  const give = useAct(returnQuota)
  const count = /^\d+$/.test(text.trim()) ? Number(text) : 0
  const returned = () => {
    setAsking(false)
    setText('')
    say(t('common.quota.returned'))
  }
  return (
    <>
      <Button size="small" aria-label={title} onClick={() => setAsking(true)}>{act}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={title} actions={<><Button onClick={() => setAsking(false)}>{t('common.quota.keep')}</Button><Button look="primary" disabled={count === 0} busy={give.isPending} onClick={() => give.mutate({ params: { campaignId }, body: { ...(organisationId !== undefined && { organisationId }), count } }, { onSuccess: returned })}>{act}</Button></>}>
        <TextField label={question} required keyboard="numeric" value={text} onChange={setText} />
        <Refused error={give.error} />
      </Dialog>
    </>
  )
}
