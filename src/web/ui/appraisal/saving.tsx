/** 已存 14:02, 正在存, 没存上; and what another wrote at the same time, side by side. */
import { useState } from 'react'
import { clockTime } from '#core/kernel/instant'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../button'
import { RadioField } from '../choice-fields'
import { ErrorBox } from '../error-box'
import { Icon } from '../icon'
import { State } from '../state'
import { nameOf } from './shown'
import type { ItemsUse } from './use-items'

export const ItemsSaving = ({ items }: { items: ItemsUse }) => {
  const t = useText()
  const said = (): { kind: 'ok' | 'half' | 'warn' | 'none'; words: string } => {
    switch (items.status) {
      case 'typing': return { kind: 'half', words: t('unit.saving.typing') }
      case 'saving': return { kind: 'half', words: t('unit.saving.now') }
      case 'failed': return { kind: 'warn', words: t('unit.saving.failed') }
      case 'refused': case 'stale': return { kind: 'warn', words: t('unit.saving.refused') }
      case 'still': return items.savedAt === null ? { kind: 'none', words: t('unit.saving.asYouType') } : { kind: 'ok', words: t('unit.saving.saved', { time: clockTime(items.savedAt) }) }
    }
  }
  const { kind, words } = said()
  return <span className="saving-line" role="status"><State kind={kind}>{words}</State></span>
}

const sayContent = (content: object | null): string => (content === null ? '—' : Object.values(content).filter((v) => typeof v === 'string' && v !== '').join('；') || '—')

const Stale = ({ items }: { items: ItemsUse }) => {
  const t = useText()
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const open = items.contested.filter((c) => chosen[nameOf(c.place)] === undefined).length
  return (
    <section className="stale-banner" role="alert">
      <h2><Icon name="warn" /> {t('appraisal.stale.title')}</h2>
      <p>{t('appraisal.stale.words')}</p>
      {items.contested.map((c) => (
        <RadioField key={nameOf(c.place)} cards label={t(`appraisal.part.${partNames[c.place.kind]}`)} value={chosen[nameOf(c.place)] ?? ''} onChange={(value) => setChosen({ ...chosen, [nameOf(c.place)]: value })}
          options={[{ value: 'own', label: t('appraisal.stale.own'), explain: sayContent(c.own.content) }, { value: 'newest', label: t('appraisal.stale.newest'), explain: sayContent(c.newest.content) }]} />
      ))}
      <div className="row-of gap"><Button disabled={open > 0} onClick={() => { items.saver.settle(new Set(Object.keys(chosen).filter((k) => chosen[k] === 'own'))); setChosen({}) }}>{t('unit.stale.settle')}</Button></div>
    </section>
  )
}
const partNames = { visit: 'visit', symposium: 'symposium', seat: 'symposium', talk: 'talks', verdict: 'verification', conclusion: 'conclusion' } as const

/** Whatever keeps one's words from being saved; they stay on the page. */
export const ItemsProblem = ({ items }: { items: ItemsUse }) => {
  const t = useText()
  const words = useWords()
  if (items.status === 'stale') return <Stale items={items} />
  if (items.status === 'failed') return <ErrorBox title={t('appraisal.failed.title')} lost={t('appraisal.kept')} retry={items.saver.flush} />
  if (items.status === 'refused' && items.problem) return <ErrorBox title={t('appraisal.refused.title')} lost={t('appraisal.kept')} why={words(items.problem.problem.words)} number={items.problem.problem.trace} retry={items.saver.flush} />
  return null
}
