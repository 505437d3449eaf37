/** 核验: the chain, the definition and every count, read anew from the database; whole, or each fault with its row. */
import { exportRecord } from '#contract/operations/announcement'
import { verifyLedger } from '#contract/operations/campaigns'
import { clockTime } from '#core/kernel/instant'
import { useAct } from '../api/use-operation'
import { useSave } from '../api/use-save'
import { Refused } from '../ui/answer'
import { useSession } from '../api/session'
import { useText, useWords } from '../text/use-text'
import { Button } from '../ui/button'
import { Note } from '../ui/finding-card'

export const Verify = ({ campaignId, length }: { campaignId: string; length: number }) => {
  const t = useText()
  const words = useWords()
  const { offset } = useSession()
  const act = useAct(verifyLedger, [])
  // An export is an act of the ledger: the timeline below is read anew.
  const save = useSave(exportRecord, ['ledger.read'])
  const verdict = act.data
  const at = clockTime(act.submittedAt + offset)
  const actions = (
    <>
      <Button look="primary" busy={act.isPending} onClick={() => act.mutate({ params: { campaignId } })}>{t(verdict ? 'supervisor.verify.again' : 'supervisor.verify.act')}</Button>
      <Button icon="down" busy={save.isPending} onClick={() => save.mutate({ params: { campaignId } })}>{t('supervisor.verify.export')}</Button>
    </>
  )
  return (
    <div className="verify" aria-live="polite">
      {!verdict ? <Note kind="info" title={t('supervisor.verify.notYet', { n: length })} actions={actions}><p>{t('supervisor.verify.what')}</p></Note>
        : verdict.whole ? <Note kind="ok" title={t('supervisor.verify.whole', { n: verdict.entries })} actions={actions}><p>{t('supervisor.verify.wholeFact', { counts: verdict.counts, at })}</p></Note>
          : (
            <Note kind="block" title={t('supervisor.verify.broken', { n: verdict.faults.length })} actions={actions}>
              <ul className="faults">{verdict.faults.map((f, i) => <li key={i}><b>{f.position === null ? t('supervisor.verify.noRow') : t('supervisor.verify.row', { n: f.position })}</b>{words(f.what)}</li>)}</ul>
              <p>{t('supervisor.verify.brokenMend', { at })}</p>
            </Note>
          )}
      <Refused error={act.error} />
      <Refused error={save.error} />
    </div>
  )
}
