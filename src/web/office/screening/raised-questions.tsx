/** Changes that were told and wait for the office, above the list: also of drafts, of which the office sees nothing else. */
import { useState } from 'react'
import { listRaised } from '#contract/operations/gates'
import { gateNames } from '#core/nomination/gate-names'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { State } from '../../ui/state'
import { DecideGate } from '../decide-gate'

export const RaisedQuestions = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const { data } = useRead(listRaised, { params: { campaignId } }, { refetchMs: 60_000, look: 'campaign' })
  const [id, setId] = useState<string | null>(null)
  const questions = data?.questions ?? []
  const open = questions.find((q) => q.nominationId === id)
  if (questions.length === 0) return null
  return (
    <section className="held-list" aria-label={t('gate.raised.title', { n: questions.length })}>
      <div className="held">
        <State kind="warn">{t('gate.raised.title', { n: questions.length })}</State>
        {questions.map((q) => <div key={q.nominationId} className="row-of"><span className="detail gate-said">{t('gate.raised.at', { name: q.candidateName, unit: q.unitName })} <span className="muted">{words(gateNames[q.gate])}</span></span><Button size="small" onClick={() => setId(q.nominationId)}>{t('gate.raised.look')}</Button></div>)}
      </div>
      <Dialog open={open !== undefined} onClose={() => setId(null)} title={open?.candidateName ?? ''} actions={<Button onClick={() => setId(null)}>{t('gate.close')}</Button>}>
        {open === undefined ? null : <DecideGate at={{ gate: open.gate, passage: open.passage }} question={open} onDone={() => setId(null)} />}
      </Dialog>
    </section>
  )
}
