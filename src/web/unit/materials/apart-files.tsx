/** 已隔离的文件, to the unit: what happened, what to do at once, on which law it rests. Stands above everything else of the page. */
import { useEffect, useRef } from 'react'
import { quarantineOfNomination } from '#contract/operations/secrecy'
import { ruleOf } from '#core/campaign/definition'
import { articles, firstSteps } from '#core/secrecy/say'
import { isOver, spillStateNames } from '#core/secrecy/spill'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { ClauseRef } from '../../ui/clause-ref'
import { sayAt } from '../../ui/say-time'
import { kindOfState, Marks } from '../../ui/set-apart'
import { State } from '../../ui/state'
import type { NominationContext } from '../reading'

export const ApartFiles = ({ context: { nomination, campaign } }: { context: NominationContext }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const items = useRead(quarantineOfNomination, { params: { nominationId: nomination.id } }).data?.items ?? []
  const top = useRef<HTMLDivElement>(null)
  const open = items.filter((i) => !isOver(i.state))
  const seen = useRef<number | null>(null)
  // One that was found just now is brought before the eyes of whoever sent it.
  useEffect(() => {
    if (seen.current !== null && open.length > seen.current) top.current?.scrollIntoView({ block: 'start' })
    seen.current = open.length
  }, [open.length])
  if (items.length === 0) return null
  return (
    <div ref={top} role={open.length > 0 ? 'alert' : undefined} className="apart-place">
      {items.map((i) => (
        <section key={i.id} className={isOver(i.state) ? 'apart over' : 'apart'} aria-label={t('secrecy.apartLabel')}>
          <div className="apart-head"><h3>{t(isOver(i.state) ? 'secrecy.unit.over' : 'secrecy.unit.title', { name: i.name ?? words(ruleOf(campaign.definition, 'material', i.materialId)?.name ?? { zh: '', en: '' }) })}</h3><State kind={kindOfState[i.state]}>{words(spillStateNames[i.state])}</State></div>
          <Marks markings={i.markings} />
          {isOver(i.state) ? <p className="detail muted">{t(i.state === 'released' ? 'secrecy.unit.released' : 'secrecy.unit.purged')}</p> : (
            <>
              <ol className="apart-first">{firstSteps.map((s) => <li key={s.zh}>{words(s)}</li>)}</ol>
              <p className="detail muted">{t('secrecy.unit.did', { at: sayAt(i.foundAt, language) })} {[articles.noNetwork, articles.noSystem, articles.whoFinds].map((a) => <span key={a.number}><ClauseRef clause={a} withSource={a.number === articles.noNetwork.number} /> </span>)}</p>
            </>
          )}
        </section>
      ))}
    </div>
  )
}
