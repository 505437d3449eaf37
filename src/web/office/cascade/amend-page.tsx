/** `/office/c/:campaignId/amend`: what is to change in the definition in force, the effect beside it while one types; proposed here, confirmed by somebody else. */
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { previewAmendment, proposeAmendment } from '#contract/operations/cascade'
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { blocking } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { sayRule } from '#core/rules/kinds'
import { useSession } from '../../api/session'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { Empty } from '../../ui/empty'
import { Field, FieldRow } from '../../ui/field'
import { FindingCard, Findings } from '../../ui/finding-card'
import { Loading } from '../../ui/loading'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { DayField, TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import '../new/new.css'
import { useSettled } from '../../ui/use-settled'
import type { Campaign } from '../next-act'
import { amendmentOf, beginAmendment, type AmendDraft } from './amend-draft'
import { asChanges, Changes } from './changes'
import { OwnRulesFields } from './own-rules-fields'

/** What the contract asks of a reason. */
const REASON_LEAST = 5
type Looked = AnswerOf<typeof previewAmendment>
interface PartProps { of: ResolvedDefinition; draft: AmendDraft; change: (part: Partial<AmendDraft>) => void }

const Dates = ({ of, draft, change }: PartProps) => {
  const t = useText()
  const words = useWords()
  const { deadline: d } = draft
  const set = (part: Partial<typeof d>) => change({ deadline: { ...d, ...part } })
  return (
    <Section title={t('office.new.dates')}>
      <div className="fields">
        {ruleOf(of, 'deadline') === undefined ? null : (
          <>
            <FieldRow>
              <DayField label={t('office.new.deadlineDay')} required value={d.day} onChange={(day) => set({ day })} />
              {d.dayIncluded && !d.wholeDay ? <Field label={t('office.new.time')} required>{(wiring) => <input {...wiring} type="time" value={d.time} onChange={(event) => set({ time: event.target.value })} />}</Field> : null}
            </FieldRow>
            <CheckField label={t('office.new.dayIncluded')} checked={d.dayIncluded} onChange={(dayIncluded) => set({ dayIncluded })} />
            {d.dayIncluded ? <CheckField label={t('office.new.wholeDay')} checked={d.wholeDay} onChange={(wholeDay) => set({ wholeDay })} /> : null}
          </>
        )}
        {rulesOf(of, 'stage').map((s) => {
          const own = draft.stages[s.id] ?? { from: '', to: '' }
          const stage = (part: Partial<typeof own>) => change({ stages: { ...draft.stages, [s.id]: { ...own, ...part } } })
          return <FieldRow key={s.id}><DayField label={t('office.new.stageFrom', { name: words(s.name) })} value={own.from} onChange={(from) => stage({ from })} /><DayField label={t('office.new.stageTo', { name: words(s.name) })} value={own.to} onChange={(to) => stage({ to })} /></FieldRow>
        })}
        {ruleOf(of, 'publicNotice') === undefined ? null : <TextField label={t('office.amend.notice')} keyboard="numeric" value={draft.noticeDays} onChange={(noticeDays) => change({ noticeDays })} />}
      </div>
    </Section>
  )
}

/** Rules this level said itself: one that goes leaves what the level above says. */
const Remove = ({ of, draft, change }: PartProps) => {
  const t = useText()
  const words = useWords()
  const own = of.rules.filter((r) => r.rests.source?.definition === of.id)
  if (own.length === 0) return null
  return (
    <Section title={t('office.amend.remove')} note={t('office.amend.removeNote')}>
      <details className="rule-group"><summary>{t('office.rules.count', { n: own.length })}</summary>
        {own.map((r) => <CheckField key={r.id} label={t('office.amend.removeOne', { rule: words(sayRule(r)) })} checked={draft.removed.includes(r.id)} onChange={(out) => change({ removed: out ? [...draft.removed, r.id] : draft.removed.filter((id) => id !== r.id) })} />)}
      </details>
    </Section>
  )
}

const useLooked = (campaign: Campaign, body: { rules: unknown[]; removed: string[] }) => {
  const settled = useSettled(body)
  const query = useRead(previewAmendment, { params: { campaignId: campaign.id }, body: { read: campaign.definition.hash, rules: settled.rules as never, removed: settled.removed } })
  const [shown, setShown] = useState<Looked | null>(null)
  useEffect(() => { if (query.data) setShown(query.data) }, [query.data])
  return { shown, error: query.error, current: query.data !== undefined && JSON.stringify(settled) === JSON.stringify(body) }
}

const Preview = ({ looked: { shown, error } }: { looked: ReturnType<typeof useLooked> }) => {
  const t = useText()
  // That nothing is changed yet is said by the empty list.
  const findings = shown === null ? [] : asFindings(shown.findings).filter((f) => f.code !== 'amendment.nothing')
  return (
    <Section title={t('office.amend.preview')}>
      <div className="stack" aria-live="polite">
        <Refused error={error} />
        {shown === null ? (error === null ? <Loading /> : null) : (
          <>
            {findings.length > 0 ? <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
            <Changes changes={asChanges(shown.changes)} sides="times" definition={shown.definition} none={t('office.amend.same')} />
            <p className="detail muted">{t('office.amend.effect', { submitted: shown.submitted, drafts: shown.drafts, children: shown.children })}</p>
          </>
        )}
      </div>
    </Section>
  )
}

const Amend = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  const navigate = useNavigate()
  const today = dayOf(useSession().now())
  const [draft, setDraft] = useState(() => beginAmendment(campaign.definition))
  const part = { of: campaign.definition, draft, change: (p: Partial<AmendDraft>) => setDraft((d) => ({ ...d, ...p })) }
  const body = amendmentOf(campaign.definition, draft, today, t('office.amend.title'))
  const looked = useLooked(campaign, body)
  const propose = useAct(proposeAmendment)
  const blocks = looked.shown === null ? 0 : blocking(asFindings(looked.shown.findings)).filter((f) => f.code !== 'amendment.nothing').length
  const same = (looked.shown?.changes.length ?? 0) === 0
  const whole = [...draft.reason.trim()].length >= REASON_LEAST
  const act = () => propose.mutate({ params: { campaignId: campaign.id }, body: { read: campaign.definition.hash, rules: body.rules as never, removed: body.removed, reason: draft.reason } }, {
    onSuccess: () => { say(t('office.amend.done')); void navigate(`/office/c/${campaign.id}/cascade`) },
  })
  const bar = (
    <ActionBar say={blocks > 0 ? t('office.new.blocks', { n: blocks }) : same ? t('office.amend.same') : t('office.amend.note')}>
      <Button look="primary" disabled={!whole || same || blocks > 0 || !looked.current} busy={propose.isPending} onClick={act}>{t('office.amend.act')}</Button>
    </ActionBar>
  )
  return (
    <PageFrame top={<h1 className="page-title">{t('office.amend.title')}</h1>} bar={bar} sideWidth={430} sideLabel={t('office.amend.preview')} side={<Preview looked={looked} />}>
      <Section title={t('office.amend.why')}><TextArea label={t('office.amend.reason')} required rows={2} value={draft.reason} onChange={(reason) => part.change({ reason })} hint={t('office.amend.reasonHint')} /></Section>
      <Dates {...part} />
      <OwnRulesFields of={campaign.definition} value={draft.own} onChange={(own) => part.change({ own })} title={t('office.amend.more')} note={t('office.amend.moreNote')} standing />
      <Remove {...part} />
      <div className="gap"><Refused error={propose.error} /></div>
    </PageFrame>
  )
}

export const AmendPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  if (campaign.state !== 'open') return <PageFrame><Empty title={t('office.amend.only')} action={<ButtonLink to={`/office/c/${campaign.id}`}>{t('office.nav.overview')}</ButtonLink>}>{t('office.amend.onlyFact')}</Empty></PageFrame>
  return <Amend key={campaign.definition.hash} campaign={campaign} />
}
