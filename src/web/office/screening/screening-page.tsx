/** `/office/c/:campaignId/screening`: the desk. Which nomination lies on it stands in the address (`?n=`). */
import { useSearchParams } from 'react-router'
import { readNomination, screeningQueue } from '#contract/operations/nominations'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Answer, asFindings } from '../../ui/answer'
import { useCampaign } from '../campaign-frame'
import { Desk } from './desk'
import './desk.css'
import { sortQueue } from './letter'
import { Queue } from './queue'

export const ScreeningPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const [search, setSearch] = useSearchParams()
  const query = useRead(screeningQueue, { params: { campaignId: campaign.id } }, { refetchMs: 60_000 })
  const { waiting, done } = sortQueue(query.data?.nominations ?? [])
  const rows = [...waiting, ...done]
  const at = Math.max(0, rows.findIndex((r) => r.id === search.get('n')))
  const current = rows[at]
  const nomination = useRead(readNomination, { params: { nominationId: current?.id ?? '' } }, { enabled: current !== undefined })
  const go = (id: string | undefined) => (id === undefined ? undefined : () => setSearch({ n: id }, { replace: true }))
  /** After a decision: the next that waits. */
  const onDecided = () => go(waiting.find((r) => r.id !== current?.id)?.id)?.()
  const queue = <Queue campaignId={campaign.id} waiting={waiting} done={done} currentId={current?.id} findings={asFindings(query.data?.findings ?? [])} />
  if (current === undefined) return <PageFrame><Answer query={query}>{() => <Empty title={t('office.desk.none')}>{t('office.desk.noneFact')}</Empty>}</Answer></PageFrame>
  if (!nomination.data) return <PageFrame><div className="desk">{queue}<div className="desk-form"><Answer query={nomination}>{() => null}</Answer></div></div></PageFrame>
  return <Desk key={`${nomination.data.id}/${nomination.data.version}`} nomination={nomination.data} definition={nomination.data.definition ?? campaign.definition} queue={queue} onDecided={onDecided} move={{ previous: go(rows[at - 1]?.id), next: go(rows[at + 1]?.id) }} />
}
