/** Evidence follows an objection that is registered already: a lost connection loses one file, never the objection. */
import { useEffect, useRef, useState } from 'react'
import { addEvidence } from '#contract/operations/objections'
import { base64Of } from '../../api/base64-of'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../answer'

interface SendProps { code: string; files: readonly File[]; onDone?: () => void }

export const SendEvidence = ({ code, files, onDone }: SendProps) => {
  const t = useText()
  const [sent, setSent] = useState(0)
  const { mutate, error, isPending, reset } = useAct(addEvidence, [])
  const begun = useRef(-1)
  const go = (i: number) => {
    const file = files[i]
    if (file === undefined) return
    void base64Of(file).then((base64) => mutate({ body: { code, name: file.name, base64 } }, { onSuccess: () => { setSent(i + 1); if (i + 1 === files.length) onDone?.() } }))
  }
  useEffect(() => {
    if (begun.current === sent || sent >= files.length) return
    begun.current = sent
    go(sent)
  })
  if (files.length === 0) return null
  if (error !== null) return <Refused error={error} lost={t('objections.sent.lost')} retry={() => { reset(); go(sent) }} retryWords={t('objections.sent.again')} />
  return <p className="detail" role="status">{isPending || sent < files.length ? t('objections.sent.files', { n: sent + 1, of: files.length }) : t('objections.sent.filesDone', { n: files.length })}</p>
}
