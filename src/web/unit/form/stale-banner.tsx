/** Somebody else changed the draft meanwhile: nothing was overwritten; of each contested place both values stand side by side, and the person chooses. */
import { useState } from 'react'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { asksOf } from '#core/nomination/asks'
import type { Entry, HonourAnswer } from '#core/nomination/form'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { RadioField } from '../../ui/choice-fields'
import { Icon } from '../../ui/icon'
import { patchAt, type Contested, type Place } from './patch'
import type { DraftUse } from './use-draft'

const usePlaceName = (definition: ResolvedDefinition) => {
  const t = useText()
  const words = useWords()
  return ({ kind, id }: Place): string => {
    if (kind === 'fields') return words(rulesOf(definition, 'formField').find((r) => r.field === id)?.label ?? { zh: id, en: id })
    if (kind === 'exclusions') return words(rulesOf(definition, 'exclusion').find((r) => r.id === id)?.who ?? { zh: id, en: id })
    if (kind === 'steps') return words(rulesOf(definition, 'procedureStep').find((r) => r.id === id)?.name ?? { zh: id, en: id })
    if (kind === 'properties' || kind === 'values') return words(asksOf(definition).find((a) => a.id === id)?.question ?? { zh: id, en: id })
    if (kind === 'honours') return t('unit.honours.title')
    return t('unit.row.declarations')
  }
}

const useValueWords = () => {
  const t = useText()
  return (value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'unit.yes' : 'unit.no')
    if (Array.isArray(value)) return (value as (Entry | HonourAnswer)[]).map((e) => ('what' in e ? `${e.from}—${e.to} ${e.what}` : `${e.name} ${e.year}`)).join('; ') || t('unit.emptyValue')
    if (typeof value === 'object' && value !== null) return Object.values(value).flat().map((v) => (typeof v === 'boolean' ? t(v ? 'unit.yes' : 'unit.no') : String(v))).filter(Boolean).join(t('common.comma')) || t('unit.emptyValue')
    return typeof value === 'string' && value !== '' ? value : t('unit.emptyValue')
  }
}

const Choice = ({ contested, name, chosen, choose }: { contested: Contested; name: string; chosen: string; choose: (value: string) => void }) => {
  const t = useText()
  const say = useValueWords()
  return (
    <RadioField cards label={name} value={chosen} onChange={choose} options={[
      { value: 'own', label: t('unit.stale.own'), explain: say(contested.own) }, { value: 'newest', label: t('unit.stale.newest'), explain: say(contested.newest) },
    ]} />
  )
}

export const StaleBanner = ({ draft, definition }: { draft: DraftUse; definition: ResolvedDefinition }) => {
  const t = useText()
  const nameOf = usePlaceName(definition)
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const { stale } = draft
  if (stale === null) return null
  const keyOf = ({ kind, id }: Place) => `${kind}.${id}`
  const open = stale.contested.filter((c) => chosen[keyOf(c.place)] === undefined).length
  const settle = () => {
    draft.draft.settle(patchAt(stale.contested.filter((c) => chosen[keyOf(c.place)] === 'newest').map((c) => c.place), stale.newest))
    setChosen({})
  }
  return (
    <section className="stale-banner" role="alert">
      <h2><Icon name="warn" /> {t('unit.stale.title')}</h2>
      <p>{t('unit.stale.words')}</p>
      {stale.theirs.length > 0 ? <p className="detail muted">{t('unit.stale.theirs', { names: [...new Set(stale.theirs.map(nameOf))].join(t('unit.listComma')) })}</p> : null}
      {stale.contested.map((c) => <Choice key={keyOf(c.place)} contested={c} name={nameOf(c.place)} chosen={chosen[keyOf(c.place)] ?? ''} choose={(value) => setChosen({ ...chosen, [keyOf(c.place)]: value })} />)}
      <div className="row-of gap"><Button onClick={settle} disabled={open > 0}>{t('unit.stale.settle')}</Button>{open > 0 ? <span className="detail muted">{t('unit.stale.open', { n: open })}</span> : null}</div>
    </section>
  )
}
