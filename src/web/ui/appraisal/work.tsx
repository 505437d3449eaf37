/** 考核调研 as it is held: an overview of its parts, and one part at a time (`?part=talks&step=…`), so that a telephone shows one thing. */
import { useEffect } from 'react'
import { Link, useSearchParams } from 'react-router'
import { itemsOf } from '#core/appraisal/record'
import { stepsFor } from '#core/appraisal/steps'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { blocking } from '#core/kernel/finding'
import { lengthOf } from '#core/nomination/form'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { ButtonLink } from '../button'
import { Checklist, ChecklistGroup, ChecklistRow } from '../checklist'
import { ClauseRef } from '../clause-ref'
import { FieldFinding } from '../field'
import { ActionBar, PageFrame } from '../page-frame'
import { sayDay } from '../say-time'
import type { StateKind } from '../state'
import { TextArea } from '../text-fields'
import { Closing } from './closing'
import { Facts } from './facts'
import { heldFindings } from './held'
import { addressOfPart, placeAt, placesOf, type PartPlace } from './parts'
import { AppraisalReading } from './reading'
import { ItemsProblem, ItemsSaving } from './saving'
import { Sheets } from './sheets'
import { empty, findingsOfPart, itemsIn, type Shown, type WorkProps } from './shown'
import { Symposium } from './symposium'
import { Talks } from './talks'
import { useItems, type ItemsUse } from './use-items'
import { Visits } from './visits'
import './appraisal.css'

interface AppraisalWorkProps extends WorkProps {
  shown: Shown
  definition: ResolvedDefinition
  /** What the form knows already. */
  employer: string
  candidate: string
  evidence?: string | undefined
  /** Back to where it belongs, above the title. */
  back?: { to: string; words: string }
}

const useName = () => { const t = useText(); return (p: PartPlace): string => t(`appraisal.part.${p.part}`) }

const useFact = (shown: Shown) => {
  const t = useText()
  const language = useLanguage()
  const items = itemsIn(shown)
  return ({ part, step }: PartPlace): string => {
    if (part === 'conclusion' || step === null) { const text = itemsOf(items, 'conclusion')[0]?.content.text ?? ''; return text.trim() === '' ? t('appraisal.fact.conclusionNone') : t('appraisal.fact.conclusion', { n: lengthOf(text) }) }
    if (part === 'visit') { const days = itemsOf(items, 'visit', step.id).map((v) => v.content.day).filter((d) => d !== '').toSorted(); return days.length === 0 ? t('appraisal.fact.visitNone') : t('appraisal.fact.visit', { n: days.length, day: sayDay(days.at(-1)!, language) }) }
    if (part === 'talks') { const n = itemsOf(items, 'talk', step.id).length; const least = step.record?.talks?.least ?? 1; return n === 0 ? t('appraisal.fact.talksNone', { least }) : t('appraisal.fact.talks', { n, least }) }
    if (part === 'verification') { const own = shown.facts.filter((f) => f.step === step.id); return t('appraisal.fact.verification', { all: own.length, done: own.filter((f) => ['true', 'differs', 'unknown'].includes(f.state)).length }) }
    const s = itemsOf(items, 'symposium', step.id)[0]?.content
    const there = itemsOf(items, 'seat', step.id).filter((x) => step.attendance.some((a) => a.id === x.key)).length
    return s === undefined && there === 0 ? t('appraisal.fact.symposiumNone') : t('appraisal.fact.symposium', { day: s === undefined || s.day === '' ? '—' : sayDay(s.day, language), where: s?.where || '—', all: step.attendance.length, there })
  }
}

const useStanding = (shown: Shown) => {
  const t = useText()
  const kinds = { visit: ['visit'], symposium: ['symposium', 'seat'], talks: ['talk'], verification: ['verdict'], conclusion: ['conclusion'] } as const
  return ({ part, step }: PartPlace): { kind: StateKind; words: string } => {
    const begun = shown.items.some((i) => (kinds[part] as readonly string[]).includes(i.kind) && (step === null || i.step === step.id))
    if (part === 'conclusion' || step === null) return begun ? { kind: 'ok', words: t('appraisal.state.done') } : { kind: 'none', words: t('appraisal.state.optional') }
    const found = findingsOfPart(shown, step.id, part)
    const open = blocking(found).length
    if (open > 0) return begun ? { kind: 'half', words: t('appraisal.state.open', { n: open }) } : { kind: 'none', words: t('appraisal.state.todo') }
    if (!begun) return { kind: 'none', words: t('appraisal.state.todo') }
    return found.length > 0 ? { kind: 'warn', words: t('common.state.warn') } : { kind: 'ok', words: t('appraisal.state.done') }
  }
}

const Overview = (props: AppraisalWorkProps & { items: ItemsUse }) => {
  const { shown, definition, owner, items, nominationId, evidence } = props
  const t = useText()
  const words = useWords()
  const [name, fact, standing] = [useName(), useFact(shown), useStanding(shown)]
  const places = placesOf(definition, owner)
  const writes = shown.may.includes('write')
  const row = (p: PartPlace) => (
    <ChecklistRow key={`${p.part}${p.step?.id ?? ''}`} name={name(p)} fact={fact(p)} clauses={p.step === null ? null : <ClauseRef clause={p.step.rests} />} state={standing(p)}
      act={writes ? <Link className="link" to={addressOfPart(p)} aria-label={t('appraisal.actLabel', { act: t('appraisal.act'), name: name(p) })}>{t('appraisal.act')}</Link> : null} />
  )
  return (
    <>
      {shown.closed === null ? null : <Closing {...props} items={items} />}
      {writes ? (
        <section aria-label={t('appraisal.overview')}><Checklist>
          {stepsFor(definition, owner).map((s) => <ChecklistGroup key={s.id} name={words(s.name)}>{places.filter((p) => p.step?.id === s.id).map(row)}</ChecklistGroup>)}
          <ChecklistGroup name={t('appraisal.last')}>{places.filter((p) => p.step === null).map(row)}</ChecklistGroup>
        </Checklist></section>
      ) : <section className="section">{shown.closed === null ? <p className="detail muted">{t('appraisal.readOnly')}</p> : null}<AppraisalReading shown={shown} definition={definition} /></section>}
      {shown.closed === null ? <Closing {...props} items={items} /> : null}
      <Sheets nominationId={nominationId} owner={owner} shown={shown} evidence={evidence} />
    </>
  )
}

const Part = ({ place, next, ...props }: AppraisalWorkProps & { items: ItemsUse; place: PartPlace; next: PartPlace | undefined }) => {
  const { items, shown, employer, candidate } = props
  const t = useText()
  const words = useWords()
  const name = useName()
  useEffect(() => { window.scrollTo(0, 0) }, [place])
  const text = items.get('conclusion', '', '')?.text ?? ''
  const body = () => {
    if (place.step === null) return (
      <>
        <TextArea label={t('appraisal.conclusion.text')} hint={t('appraisal.conclusion.hint')} rows={6} value={text} onChange={(to) => items.put('conclusion', '', '', { ...empty.conclusion, text: to })} />
        {heldFindings(items, { kind: 'conclusion', step: '', key: '' }).map((f) => <FieldFinding key={f.code} finding={f} />)}
      </>
    )
    if (place.part === 'visit') return <Visits step={place.step} items={items} employer={employer} />
    if (place.part === 'symposium') return <Symposium step={place.step} items={items} shown={shown} candidate={candidate} />
    return place.part === 'talks' ? <Talks step={place.step} items={items} /> : <Facts step={place.step} items={items} shown={shown} />
  }
  // Among facts the one primary act is to go on to the next of them.
  const amongFacts = place.part === 'verification' && shown.facts.some((f) => f.step === place.step?.id && (f.state === 'open' || f.state === 'changed' || f.state === 'unsaid'))
  const look = amongFacts ? 'default' : 'primary'
  const onward = next === undefined ? <ButtonLink look={look} to="?">{t('appraisal.back')}</ButtonLink> : <ButtonLink look={look} to={addressOfPart(next)}>{t('appraisal.next', { name: name(next) })}</ButtonLink>
  return (
    <PageFrame bar={place.part === 'verification' ? undefined : <ActionBar phoneOnly say={<ItemsSaving items={items} />}>{onward}</ActionBar>}>
      <div className="appraisal-part">
        <p className="detail appraisal-back"><Link className="link" to="?">{t('appraisal.back')}</Link></p>
        <div className="form-top"><h2 className="page-title">{name(place)}</h2><ItemsSaving items={items} /></div>
        {place.step === null ? null : <p className="detail muted">{words(place.step.name)} <ClauseRef clause={place.step.rests} withSource /></p>}
        <div className="stack gap"><ItemsProblem items={items} /></div>
        {body()}
        <div className={place.part === 'verification' ? 'gap' : 'desk-only gap'}>{onward}</div>
      </div>
    </PageFrame>
  )
}

export const AppraisalWork = (props: AppraisalWorkProps) => {
  const { nominationId, shown, definition, owner, back } = props
  const t = useText()
  const [search] = useSearchParams()
  const items = useItems(nominationId, shown)
  const places = placesOf(definition, owner)
  const place = shown.may.includes('write') ? placeAt(places, search) : undefined
  if (place !== undefined) return <Part {...props} items={items} place={place} next={places[places.indexOf(place) + 1]} />
  return (
    <PageFrame>
      {back === undefined ? null : <p className="detail appraisal-back"><Link className="link" to={back.to}>{back.words}</Link></p>}
      <div className="form-top"><h2 className="page-title">{t(owner === 'unit' ? 'appraisal.title' : 'appraisal.own')}</h2><span className="detail muted">{t('appraisal.by', { holder: shown.holder })}</span></div>
      <div className="stack"><ItemsProblem items={items} /></div>
      <Overview {...props} items={items} />
    </PageFrame>
  )
}
