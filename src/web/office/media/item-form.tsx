/** Planning an item, and changing one: what was typed stays when somebody else was faster. */
import { useState } from 'react'
import { addMediaItem, changeMediaItem, listMediaMaterials } from '#contract/operations/media'
import { useAct, useRead } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { say } from '../../ui/toast'
import { draftOf, emptyDraft, ItemFields, itemOf } from './item-fields'
import { renews, type Entry, type Plan } from './plan'

const beforeOf = (i: Entry) => (i.material.kind === 'none' || i.material.kind === 'word' ? undefined : { kind: i.material.kind, id: i.material.kind === 'story' ? i.material.nominationId : i.material.kind === 'film' ? i.material.mediaId : i.material.posterId, name: i.materialName })

export const ItemForm = ({ campaignId, plan, item, onDone, onLeave }: { campaignId: string; plan: Plan; /** Null: a new one. */ item: Entry | null; onDone: (itemId: string) => void; onLeave?: () => void }) => {
  const t = useText()
  const session = useSession()
  const me = plan.people.find((p) => p.id === session.accountId)?.id ?? null
  const [draft, setDraft] = useState(() => (item === null ? emptyDraft(plan.today, me) : draftOf(item)))
  // The version that was read when the form was opened, not the one that came meanwhile.
  const [version] = useState(item?.version ?? 0)
  const materials = useRead(listMediaMaterials, { params: { campaignId } })
  const [add, change] = [useAct(addMediaItem, renews), useAct(changeMediaItem, renews)]
  const error = add.error ?? change.error
  const findings = error?.name === 'ProblemError' ? error.findings : []
  const busy = add.isPending || change.isPending
  const save = () => {
    if (item === null) add.mutate({ params: { campaignId }, body: itemOf(draft) }, { onSuccess: ({ itemId }) => { say(t('media.added')); onDone(itemId) } })
    else change.mutate({ params: { campaignId, itemId: item.id }, body: { version, item: itemOf(draft) } }, { onSuccess: () => { say(t('media.saved')); onDone(item.id) } })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (!busy) save() }}>
      <ItemFields draft={draft} onChange={setDraft} plan={plan} materials={materials.data?.materials ?? []} findings={findings} before={item === null ? undefined : beforeOf(item)} />
      <Refused error={error} />
      <p className="gap row-of"><Button type="submit" look="primary" busy={busy} disabled={draft.channelId === '' || draft.from === '' || draft.to === ''}>{t('media.save')}</Button>{onLeave === undefined ? null : <Button onClick={onLeave}>{t('media.close')}</Button>}</p>
    </form>
  )
}
