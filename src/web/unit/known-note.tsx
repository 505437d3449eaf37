/** What the record of the person brought in, and who in the records may be the same one: asked, never merged by itself. */
import { linkRecord } from '#contract/operations/records'
import { rulesOf } from '#core/campaign/definition'
import { useAct } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { Note } from '../ui/finding-card'
import type { NominationContext } from './reading'

export const KnownNote = ({ context: { nomination: n, campaign } }: { context: NominationContext }) => {
  const t = useText()
  const link = useAct(linkRecord)
  const asked = rulesOf(campaign.definition, 'formField').length
  const { maybe } = n
  return (
    <>
      {maybe !== null && n.may.includes('edit') ? (
        <Note kind="info" title={t(`unit.known.maybe.${maybe.by}`, { name: maybe.name })} actions={<Button size="small" busy={link.isPending} onClick={() => link.mutate({ params: { nominationId: n.id }, body: { recordId: maybe.id } })}>{t('unit.known.same')}</Button>}>
          <p>{t('unit.known.maybeFact')}</p><Refused error={link.error} />
        </Note>
      ) : null}
      {n.typed !== null ? <p className="detail muted">{t('unit.known.typed', { ...n.typed })}</p> : n.prefilled.length > 0 ? <p className="detail muted">{t('unit.known.prefilled', { n: n.prefilled.length, asked })}</p> : null}
    </>
  )
}
