/** 方案预览: what the plan resolves to, and everything that stands against it, while one types. */
import { useEffect, useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { previewCampaign } from '#contract/operations/campaigns'
import { previewForward } from '#contract/operations/cascade'
import { blocking, type Finding } from '#core/kernel/finding'
import { useRead } from '../../api/use-operation'
import type { TextKey } from '../../text/catalogue'
import { useText } from '../../text/use-text'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { Loading } from '../../ui/loading'
import { Section } from '../../ui/section'
import { useSettled } from '../../ui/use-settled'
import { asFindings, Refused, type Trouble } from '../../ui/answer'
import { asChanges, Changes } from '../cascade/changes'
import { RulesInSentences } from '../rules-in-sentences'
import type { PlanBody } from './plan-body'

type Looked = AnswerOf<typeof previewCampaign> & Partial<Pick<AnswerOf<typeof previewForward>, 'changes'>>

/**
 * The last answer stays while the next one is on its way.
 * @param upperId the campaign of the level above that the plan forwards; null where it starts from a shipped definition
 */
export const usePreview = (body: PlanBody, enabled: boolean, upperId: string | null = null) => {
  const settled = useSettled(body)
  const own = useRead(previewCampaign, { params: {}, body: settled }, { enabled: enabled && upperId === null })
  const forwarded = useRead(previewForward, { params: { campaignId: upperId ?? '' }, body: settled }, { enabled: enabled && upperId !== null })
  const query: { readonly data: Looked | undefined; readonly error: Trouble | null } = upperId === null ? own : forwarded
  const [shown, setShown] = useState<Looked | null>(null)
  useEffect(() => {
    if (query.data) setShown(query.data)
  }, [query.data])
  const current = query.data !== undefined && JSON.stringify(settled) === JSON.stringify(body)
  return { shown: enabled ? shown : null, current, error: enabled ? query.error : null }
}
export type Preview = ReturnType<typeof usePreview>

const Verdict = ({ preview }: { preview: NonNullable<Preview['shown']> }) => {
  const t = useText()
  const findings = asFindings(preview.findings)
  const blocks = blocking(findings).length
  if (blocks > 0) return <Note kind="block" title={t('office.new.blocks', { n: blocks })} />
  return findings.length > 0 ? <Note kind="warn" title={t('office.new.warns', { n: findings.length })} /> : <Note kind="ok" title={t('office.new.ready')} />
}

/** So many stand open; a draft that is just begun has dozens, and its rules are to be seen beside them. */
const AT_ONCE = 5
const Against = ({ findings }: { findings: readonly Finding[] }) => {
  const t = useText()
  const cards = findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)
  const rest = cards.slice(AT_ONCE)
  return <><Findings>{cards.slice(0, AT_ONCE)}</Findings>{rest.length === 0 ? null : <details className="more-findings"><summary>{t('office.new.moreFindings', { n: rest.length })}</summary><Findings>{rest}</Findings></details>}</>
}

const Missing = ({ keys }: { keys: readonly TextKey[] }) => {
  const t = useText()
  // Labels of fields have no places to fill.
  return <Note kind="info" title={t('office.new.missing', { n: keys.length })}><p className="missing">{keys.map((key) => <span className="chip" key={key}>{t(key as 'office.new.year')}</span>)}</p></Note>
}

export const PlanPreview = ({ preview, missing }: { preview: Preview; missing: readonly TextKey[] }) => {
  const t = useText()
  const { shown, current, error } = preview
  return (
    <Section title={t('office.new.preview')} note={missing.length === 0 && !current && !error ? t('office.new.previewing') : undefined}>
      <div className="stack" aria-live="polite">
        {missing.length > 0 ? <Missing keys={missing} /> : null}
        <Refused error={error} />
        {missing.length === 0 && !shown && !error ? <Loading /> : null}
        {shown ? <Verdict preview={shown} /> : null}
        {shown && shown.findings.length > 0 ? <Against findings={asFindings(shown.findings)} /> : null}
      </div>
      {shown?.changes ? <div className="gap"><h3>{t('office.change.title')}</h3><Changes changes={asChanges(shown.changes)} sides="levels" definition={shown.definition} none={t('office.change.none')} /></div> : null}
      {shown?.definition ? <div className="gap"><RulesInSentences definition={shown.definition} /></div> : null}
    </Section>
  )
}
