/** `/office/c/:campaignId/cascade`: what the level above amended and what it means here, amendments of this campaign, and how those below stand. */
import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { AnswerOf } from '#contract/operation'
import { listAmendments, listJobs, proposeAmendment, readCascade } from '#contract/operations/cascade'
import { blocking } from '#core/kernel/finding'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { ProgressBar } from '../../ui/progress-bar'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { State, type StateKind } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import type { Campaign } from '../next-act'
import { AmendmentList, isPending, Versions } from './amendments'
import { asChanges, Changes } from './changes'

type Cascade = AnswerOf<typeof readCascade>
type Amended = NonNullable<NonNullable<Cascade['parent']>['amended']>
type Child = Cascade['children'][number]

/** Takes the newest version over as it is: an amendment without changes of its own, which a second person confirms. */
const Follow = ({ campaign, main }: { campaign: Campaign; main: boolean }) => {
  const t = useText()
  const propose = useAct(proposeAmendment)
  const act = () => propose.mutate({ params: { campaignId: campaign.id }, body: { read: campaign.definition.hash, rules: [], removed: [], reason: t('office.cascade.followReason') } }, { onSuccess: () => say(t('office.amend.done')) })
  return <><Button look={main ? 'primary' : 'default'} busy={propose.isPending} onClick={act}>{t('office.cascade.follow')}</Button><Refused error={propose.error} /></>
}

const Upper = ({ campaign, parent, amended, pending }: { campaign: Campaign; parent: NonNullable<Cascade['parent']>; amended: Amended; pending: boolean }) => {
  const t = useText()
  const language = useLanguage()
  const findings = asFindings(amended.findings)
  const n = blocking(findings).length
  const toMend = <ButtonLink to={`/office/c/${campaign.id}/amend`} {...(!pending && n > 0 && { look: 'primary' as const })}>{t('office.cascade.toMend')}</ButtonLink>
  return (
    <Section title={t('office.cascade.upper')} note={t('office.cascade.upperBy', { organisation: parent.organisationName, at: sayAt(amended.since, language), reason: amended.reason })}>
      <div className="stack" aria-live="polite">
        {amended.fits === null ? <Note kind="info" title={t('office.cascade.asking')} /> : amended.fits ? <Note kind="ok" title={t('office.cascade.fits')} /> : <Note kind="block" title={t('office.cascade.mend', { n })} />}
        {findings.length > 0 ? <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
      </div>
      <Changes changes={asChanges(amended.changes)} sides="times" none={t('office.amend.same')} />
      {pending || campaign.state !== 'open' ? null : <div className="acts">{amended.fits === true ? <Follow campaign={campaign} main /> : null}{toMend}</div>}
    </Section>
  )
}

const standings: Readonly<Record<Child['standing'], StateKind>> = { current: 'ok', asking: 'half', fits: 'info', mend: 'block' }

const Below = ({ rows }: { rows: readonly Child[] }) => {
  const t = useText()
  const words = useWords()
  const columns: Column<Child>[] = [
    { key: 'unit', head: t('office.cascade.child'), names: true, cell: (c) => c.organisationName },
    { key: 'name', head: t('office.campaigns.name'), cell: (c) => words(c.name) },
    { key: 'state', head: t('office.cascade.childState'), cell: (c) => t(`office.state.${c.state}`) },
    { key: 'standing', head: t('office.cascade.standing'), cell: (c) => <State kind={standings[c.standing]}>{t(`office.cascade.standing.${c.standing}`)}</State> },
  ]
  return <Section title={t('office.cascade.children')}><Table caption={t('office.cascade.children')} captionHidden columns={columns} rows={rows} keyOf={(c) => c.organisationName} empty={<Empty title={t('office.cascade.childrenNone')}>{t('office.cascade.childrenNoneFact')}</Empty>} /></Section>
}

/** The job that asks those below, while it is under way; what it finds is then read anew. */
const Asking = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const client = useQueryClient()
  const jobs = useRead(listJobs, { params: { campaignId } }, { refetchMs: 2000 })
  const running = jobs.data?.jobs.find((j) => j.kind === 'reaskChildren' && (j.state === 'running' || j.state === 'waiting'))
  const id = running?.id
  useEffect(() => { if (id === undefined) void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === readCascade.id }) }, [client, id])
  if (running === undefined) return null
  return <Section title={t('office.cascade.job')} note={t('office.cascade.jobOf', { done: running.done, total: running.total })}><ProgressBar label={t('office.cascade.job')} share={running.total === 0 ? 0 : running.done / running.total} /></Section>
}

const Own = ({ campaign, parent }: { campaign: Campaign; parent: NonNullable<Cascade['parent']> }) => {
  const t = useText()
  return <Section title={t('office.change.title')} note={t('office.cascade.parent', { organisation: parent.organisationName })}><Changes changes={asChanges(parent.changes)} sides="levels" definition={campaign.definition} none={t('office.change.none')} /></Section>
}

export const CascadePage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const params = { campaignId: campaign.id }
  const cascade = useRead(readCascade, { params })
  const amendments = useRead(listAmendments, { params })
  const pending = amendments.data?.amendments.find(isPending)
  const parent = cascade.data?.parent ?? null
  const propose = campaign.state === 'open' && pending === undefined && parent?.amended == null ? <ButtonLink to={`/office/c/${campaign.id}/amend`}>{t('office.amend.title')}</ButtonLink> : null
  return (
    <PageFrame side={<Answer query={amendments}>{({ versions }) => <Versions versions={versions} />}</Answer>} sideLabel={t('office.amend.versions')}>
      <Asking campaignId={campaign.id} />
      <Answer query={cascade}>{() => (parent?.amended ? <Upper campaign={campaign} parent={parent} amended={parent.amended} pending={pending !== undefined} /> : null)}</Answer>
      <Section title={t('office.amend.list')} note={t('office.amend.note')} action={propose}><Answer query={amendments}>{(data) => <AmendmentList campaignId={campaign.id} amendments={data.amendments} />}</Answer></Section>
      {cascade.data ? <><Below rows={cascade.data.children} />{parent ? <Own campaign={campaign} parent={parent} /> : null}</> : null}
    </PageFrame>
  )
}
