/** `/jury/c/:campaignId/assignment/:ruleId`: who reads whom in a round, as the secretary has it shared out, changes and confirms it; office and supervisor look on. */
import { useParams } from 'react-router'
import { readAssignment } from '#contract/operations/assignments'
import { readCampaign } from '#contract/operations/campaigns'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, asFindings } from '../../ui/answer'
import { CampaignBand } from '../../ui/campaign-band'
import { Empty } from '../../ui/empty'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { ProgressBar } from '../../ui/progress-bar'
import '../jury.css'
import { AssignmentHead } from './assignment-head'
import type { At, Shared } from './assignment-answer'
import './assignment.css'
import { ByCandidate } from './by-candidate'
import { ByJuror } from './by-juror'
import { Moved } from './moved'
import { Picture } from './picture'
import { AssignmentFigures } from './assignment-figures'

const nextOf = (a: Shared) => {
  if (a.round?.state === 'closed') return 'over' as const
  if (a.state === 'asked') return 'wait' as const
  if (a.state === 'impossible') return 'mend' as const
  if (a.state === 'found') return 'look' as const
  if (a.state === 'confirmed') return a.round === null ? 'open' as const : 'running' as const
  return 'ask' as const
}

const Why = ({ why }: { why: NonNullable<Shared['why']> }) => {
  const t = useText()
  const words = useWords()
  const list = (title: string, names: readonly string[]) => (names.length <= 5 ? null : <details><summary>{title}</summary><p>{names.join(t('jury.listComma'))}</p></details>)
  return <Note kind="block" title={words(why.say)}>{list(t('assignment.why.candidates', { n: why.candidates.length }), why.candidates)}{list(t('assignment.why.jurors', { n: why.jurors.length }), why.jurors)}</Note>
}


const Body = ({ shared, at }: { shared: Shared; at: At }) => {
  const t = useText()
  const isThere = shared.candidates.some((c) => c.readers.length > 0)
  return (
    <>
      <AssignmentHead shared={shared} at={at} />
      {shared.state === 'asked' ? <div className="gap"><p className="detail">{t('assignment.progress', { n: shared.done, of: shared.total })}</p><ProgressBar share={shared.total === 0 ? 0 : shared.done / shared.total} label={t('assignment.state.asked')} /></div> : null}
      {shared.state === 'failed' ? <Note kind="block" title={t('assignment.failed')}><p>{t('assignment.failedFact')}</p></Note> : null}
      {shared.why === null ? null : <Why why={shared.why} />}
      {shared.findings.length === 0 ? null : <Findings>{asFindings(shared.findings).map((f) => <FindingCard key={f.code} finding={f} />)}</Findings>}
      {shared.state === 'none' && !isThere ? <Empty title={t('assignment.none')}>{t('assignment.noneFact', { n: shared.readers })}</Empty> : null}
      {isThere && shared.state !== 'impossible' ? <><AssignmentFigures shared={shared} /><Moved shared={shared} /><ByCandidate shared={shared} at={at} /><ByJuror shared={shared} /><Picture shared={shared} /></> : null}
    </>
  )
}

export const AssignmentPage = () => {
  const { campaignId = '', ruleId = '' } = useParams()
  const t = useText()
  const campaign = useRead(readCampaign, { params: { campaignId } })
  const query = useRead(readAssignment, { params: { campaignId, ruleId } }, { refetchMs: (a) => (a?.state === 'asked' ? 700 : 20_000) })
  return (
    <>
      {campaign.data && query.data ? <CampaignBand campaign={campaign.data} next={t(`assignment.next.${nextOf(query.data)}`)} /> : null}
      <PageFrame><Answer query={query}>{(shared) => <Body shared={shared} at={{ campaignId, ruleId }} />}</Answer></PageFrame>
    </>
  )
}
