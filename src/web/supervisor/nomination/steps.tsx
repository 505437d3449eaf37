/** Steps and looks in one line of time, newest first; narrowed by kind and by any word that stands in a row. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import type { readSupervised } from '#contract/operations/supervised-nomination'
import { roleNames } from '#core/access/actor'
import { clockTime, dayOf, sayDay } from '#core/kernel/instant'
import { openingNames } from '#core/supervision/opening'
import { useText, useWords } from '../../text/use-text'
import { SelectField } from '../../ui/choice-fields'
import { CodeText } from '../../ui/code-text'
import { Empty } from '../../ui/empty'
import { FieldRow } from '../../ui/field'
import { TextField } from '../../ui/text-fields'
import { toneOf } from '../act-families'
import '../supervisor.css'

export type Supervised = AnswerOf<typeof readSupervised>
const kinds = ['all', 'steps', 'looks'] as const
type Kind = (typeof kinds)[number]
interface Line { readonly key: string; readonly at: number; readonly kind: Kind; readonly what: string; readonly who: string; readonly tone: string; readonly proof: { readonly position: number; readonly hash: string } | null }

export const Steps = ({ one }: { one: Supervised }) => {
  const t = useText()
  const words = useWords()
  const [kind, setKind] = useState<Kind>('all')
  const [find, setFind] = useState('')
  const lines: Line[] = [
    ...one.steps.map((s): Line => ({ key: `s${s.position}`, at: s.at, kind: 'steps', what: s.about === null ? words(s.say) : `${words(s.about)}　${words(s.say)}`, who: [s.organisation, s.role === null ? t('supervisor.timeline.system') : words(roleNames[s.role]), s.actor].filter(Boolean).join(' '), tone: toneOf(s.act), proof: { position: s.position, hash: s.hash } })),
    ...one.looks.map((l, i): Line => ({ key: `l${i}`, at: l.at, kind: 'looks', what: [words(openingNames[l.way]), l.file === null ? '' : l.file === '' ? t('supervision.one.fileGone') : l.file, l.round === null ? '' : t('supervision.one.inRound', { round: words(l.round) })].filter(Boolean).join('　'), who: [l.organisation, words(roleNames[l.role]), l.by].filter(Boolean).join(' '), tone: 'look', proof: null })),
  ].sort((a, b) => b.at - a.at)
  const wanted = find.trim().toLowerCase().split(/\s+/u).filter(Boolean)
  const shown = lines.filter((l) => (kind === 'all' || l.kind === kind) && wanted.every((w) => `${l.what} ${l.who} ${words(sayDay(dayOf(l.at)))}`.toLowerCase().includes(w)))
  const days = [...new Set(shown.map((l) => dayOf(l.at)))]
  return (
    <>
      <div className="one-filter"><FieldRow>
        <TextField label={t('supervision.one.inSteps')} type="search" value={find} onChange={setFind} />
        <SelectField label={t('supervision.one.kind')} value={kind} onChange={(v) => setKind((v || 'all') as Kind)} options={kinds.map((k) => ({ value: k, label: t(`supervision.one.kind.${k}`) }))} />
      </FieldRow></div>
      <p className="detail muted" role="status">{t('supervision.one.shown', { n: shown.length, all: lines.length })}</p>
      {shown.length === 0 ? <Empty title={t('supervision.one.noSteps')}>{t('supervision.one.noStepsFact')}</Empty> : days.map((day) => (
        <div key={day}>
          <h3 className="timeline-day">{words(sayDay(day))}</h3>
          <ol className="timeline">{shown.filter((l) => dayOf(l.at) === day).map((l) => (
            <li key={l.key} className={`timeline-row ${l.tone}`}>
              <time dateTime={new Date(l.at).toISOString()}>{clockTime(l.at)}</time>
              <div><b>{l.what}</b><span>{l.who}</span></div>
              <span className="proof">{l.proof === null ? <span>{t('supervision.one.looked')}</span> : <><span>{t('supervisor.timeline.row', { n: l.proof.position })}</span><CodeText code={l.proof.hash.slice(0, 8)} /></>}</span>
            </li>
          ))}</ol>
        </div>
      ))}
    </>
  )
}
