/** 核验: the chain, the definition and every count, read anew from the database; whole, or each fault with its row. */
import { exportRecord } from '#contract/operations/announcement'
import { verifyLedger } from '#contract/operations/campaigns'
import { clockTime } from '#core/kernel/instant'
import { addressOf } from '../api/call'
import { useAct } from '../api/use-operation'
import { ProblemBox } from '../entry/problem-box'
import { useSession } from '../entry/session'
import { useText, useWords } from '../text/use-text'
import { Button } from '../ui/button'
import { Note } from '../ui/finding-card'
import { Icon } from '../ui/icon'

export const Verify = ({ campaignId, length }: { campaignId: string; length: number }) => {
  const t = useText()
  const words = useWords()
  const { offset } = useSession()
  const act = useAct(verifyLedger, [])
  const verdict = act.data
  const at = clockTime(act.submittedAt + offset)
  const actions = (
    <>
      <Button look="primary" busy={act.isPending} onClick={() => act.mutate({ params: { campaignId } })}>{t(verdict ? 'supervisor.verify.again' : 'supervisor.verify.act')}</Button>
      <a className="button" href={addressOf(exportRecord, { campaignId })} download><Icon name="down" />{t('supervisor.verify.export')}</a>
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
      <ProblemBox trouble={act.error} />
    </div>
  )
}
