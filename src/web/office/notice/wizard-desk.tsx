/** The desk: the notice left, its rules right, questions first; one bar that keeps the draft. */
import { useEffect, useReducer, useState } from 'react'
import { dayOf } from '#core/kernel/instant'
import { ruleKindsTable } from '#core/rules/kinds'
import type { RuleKind } from '#core/rules/rule'
import { kindsByStage, sayStageOfCampaign } from '#core/rules/stage-of-kind'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Refused, type Trouble } from '../../ui/answer'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Note } from '../../ui/finding-card'
import { ActionBar } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import type { PlanBody } from '../new/plan-body'
import type { Template } from '../new/plan-draft'
import { usePreview } from '../new/plan-preview'
import { HeadPart } from './head-part'
import { NoticeText } from './notice-text'
import './notice.css'
import { RuleRow } from './rule-row'
import { Standing } from './standing'
import { changed, inherited, kindsToAdd, readable, tally, type Change, type History, type WizardRule } from './wizard'
import { aboveOf, missingHead, wizardBody } from './wizard-body'

interface DeskProps { begin: History; templates: readonly Template[]; busy: boolean; error: Trouble | null; act: string; save: (body: PlanBody) => void; onOther?: () => void; /** Offered when somebody else saved the draft meanwhile. */ onNewest?: () => void }

interface GroupProps { kind: RuleKind; rules: readonly WizardRule[]; isInherited: (item: WizardRule) => boolean; numberOf: (id: string) => number; chosen: string | null; change: (change: Change) => void; onChoose: (id: string | null) => void }

const Group = ({ kind, rules, isInherited, numberOf, chosen, change, onChoose }: GroupProps) => {
  const t = useText()
  const words = useWords()
  const name = words(ruleKindsTable[kind].name)
  const ready = rules.filter((r) => r.state === 'open' && !isInherited(r) && r.doubts.length === 0 && readable(r.rule) !== null).map((r) => r.rule.id)
  const all = ready.length > 1 ? <Button size="small" look="quiet" aria-label={`${t('office.notice.confirmAll', { n: ready.length })}: ${name}`} onClick={() => change({ kind: 'confirmAll', ids: ready })}>{t('office.notice.confirmAll', { n: ready.length })}</Button> : undefined
  return (
    <Section level={3} title={name} note={t('office.rules.count', { n: rules.length })} {...(all && { action: all })}>
      <ul className="reading-rows">{rules.map((item) => <RuleRow key={item.rule.id} item={item} isInherited={isInherited(item)} number={numberOf(item.rule.id)} chosen={chosen === item.rule.id} change={change} onChoose={onChoose} />)}</ul>
    </Section>
  )
}

const AddRule = ({ change }: { change: (change: Change) => void }) => {
  const t = useText()
  const words = useWords()
  const today = dayOf(useSession().now())
  return <SelectField label={t('office.notice.add')} value="" onChange={(of) => { if (of !== '') change({ kind: 'add', of: of as RuleKind, date: today }) }} options={kindsToAdd.map((k) => ({ value: k, label: words(ruleKindsTable[k].name) }))} hint={t('office.notice.addHint')} />
}

export const WizardDesk = ({ begin, templates, busy, error, act, save, onOther, onNewest }: DeskProps) => {
  const t = useText()
  const words = useWords()
  const today = dayOf(useSession().now())
  const [history, change] = useReducer(changed, begin)
  const [chosen, setChosen] = useState<string | null>(null)
  const w = history.now
  const order = new Map(w.rules.map((r, i) => [r.rule.id, i + 1]))
  const numberOf = (id: string): number => order.get(id) ?? 0
  const body = wizardBody(w, templates, today)
  const missing = missingHead(w)
  const preview = usePreview(body, missing.length === 0)
  const stages = kindsByStage((kind) => w.rules.some((r) => r.rule.kind === kind))
  const above = aboveOf(w, templates)
  const counts = tally(w)
  const [headOpen] = useState(missing.length > 0)
  useEffect(() => scrollTo(0, 0), [])
  return (
    <>
      <main id="main" tabIndex={-1} className="wizard with-bar">
        <div className="wizard-left">
          {onOther ? <div className="wizard-back"><Button size="small" look="quiet" onClick={onOther}>{t('office.notice.other')}</Button></div> : null}
          <NoticeText text={w.text} rules={w.rules} numberOf={numberOf} chosen={chosen} onChoose={setChosen} />
        </div>
        <div className="wizard-right">
          <div className="page-head"><h1 className="page-title">{t('office.notice.read', { n: counts.read, m: counts.confirmed })}</h1><Button size="small" disabled={history.before.length === 0} onClick={() => change({ kind: 'undo' })}>{t('office.notice.undo')}</Button></div>
          {w.rules.length === 0 ? <Note kind="warn" title={t('office.notice.nothing')}>{t('office.notice.nothingFact')}</Note> : null}
          <HeadPart wizard={w} templates={templates} change={change} incomplete={headOpen} />
          {stages.map(({ stage, kinds }) => (
            <div key={stage} className="wizard-stage">
              <h2>{words(sayStageOfCampaign[stage])}</h2>
              {kinds.map((kind) => <Group key={kind} kind={kind} rules={w.rules.filter((r) => r.rule.kind === kind)} isInherited={(item) => inherited(item, above)} numberOf={numberOf} chosen={chosen} change={change} onChoose={setChosen} />)}
            </div>
          ))}
          <AddRule change={change} />
          <Standing preview={preview} missing={missing} />
          <div className="gap"><Refused error={error} {...(onNewest && { retry: onNewest, retryWords: t('office.revise.newest') })} /></div>
        </div>
      </main>
      <ActionBar say={missing.length > 0 ? t('office.new.missing', { n: missing.length }) : counts.questions + counts.incomplete > 0 ? t('office.notice.still', { n: counts.questions, m: counts.incomplete }) : t('office.notice.saveSay')}>
        <Button look="primary" disabled={missing.length > 0} busy={busy} onClick={() => save(body)}>{act}</Button>
      </ActionBar>
    </>
  )
}
