/** 来源和原文: the campaign above, where it stands here, and what the office states; both on the public page. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { stateOriginal, type readOriginal } from '#contract/operations/attachments'
import { isWebAddress } from '#core/campaign/original'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

export const OriginalForm = ({ campaignId, original: { parent, stated } }: { campaignId: string; original: AnswerOf<typeof readOriginal> }) => {
  const t = useText()
  const [name, setName] = useState(stated?.name ?? '')
  const [url, setUrl] = useState(stated?.url ?? '')
  const act = useAct(stateOriginal, ['original.read'])
  const wrong = url.trim() !== '' && !isWebAddress(url.trim())
  const same = name.trim() === (stated?.name ?? '') && url.trim() === (stated?.url ?? '')
  const lacksName = name.trim() === '' && url.trim() !== ''
  const send = (value: { name: string; url: string | null } | null) => act.mutate({ params: { campaignId }, body: { original: value } }, { onSuccess: () => say(t('office.attachments.sourceKept')) })
  return (
    <div className="fields">
      {parent === null ? null : <p className="detail">{t('office.attachments.above')}<br /><a className="link" href={parent.path}>{parent.name}</a></p>}
      <TextField label={t('office.attachments.sourceName')} value={name} onChange={setName} hint={t('office.attachments.sourceNameHint')} error={lacksName ? t('office.attachments.sourceNameNeeded') : null} />
      <TextField label={t('office.attachments.sourceUrl')} value={url} onChange={setUrl} hint={t('office.attachments.sourceUrlHint')} error={wrong ? t('office.attachments.sourceUrlWrong') : null} />
      <div className="row-of">
        <Button disabled={same || wrong || lacksName || name.trim() === ''} busy={act.isPending} onClick={() => send({ name: name.trim(), url: url.trim() === '' ? null : url.trim() })}>{t('office.attachments.sourceDo')}</Button>
        {stated === null ? null : <Button look="quiet" onClick={() => send(null)}>{t('office.attachments.sourceNone')}</Button>}
      </div>
      <Refused error={act.error} />
    </div>
  )
}
