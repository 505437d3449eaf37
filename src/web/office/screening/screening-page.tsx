/** `/office/c/:campaignId/screening`: the desk. Which nomination lies on it (`?n=`) and what the list is narrowed to stand in the address. */
import { useState } from 'react'
import { readLevelList, readNomination } from '#contract/operations/nominations'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Answer, asFindings } from '../../ui/answer'
import { useCampaign } from '../campaign-frame'
import { Desk } from './desk'
import './desk.css'
import { Queue } from './queue'
import { useKeys } from './use-keys'
import { usePresence } from './use-presence'
import { useQueue, type QueueRow } from './use-queue'
import { BulkDialog } from './bulk-dialog'

export const ScreeningPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const level = useRead(readLevelList, { params: { campaignId: campaign.id } })
  const list = useQueue(campaign.id)
  const { rows } = list
  const currentId = list.opened ?? rows[0]?.id
  const at = rows.findIndex((r) => r.id === currentId)
  const nomination = useRead(readNomination, { params: { nominationId: currentId ?? '' } }, { enabled: currentId !== undefined })
  const go = (id: string | undefined) => (id === undefined ? undefined : () => list.open(id))
  /** After a decision: the next that waits. */
  const onDecided = () => go(rows.find((r) => r.state === 'submitted' && r.id !== currentId)?.id)?.()
  const here = usePresence(campaign.id, currentId)
  const [ids, setIds] = useState<ReadonlyMap<string, number>>(new Map())
  const [deciding, setDeciding] = useState(false)
  const toggle = (row: QueueRow) => setIds((now) => (now.has(row.id) ? new Map([...now].filter(([id]) => id !== row.id)) : new Map([...now, [row.id, row.version]])))
  const current = rows[at]
  const decide = () => { if (ids.size > 0) setDeciding(true) }
  useKeys({ s: current?.state === 'submitted' ? () => toggle(current) : undefined, b: decide })
  const end = () => { setDeciding(false); setIds(new Map()) }
  const chosen = { ids, toggle, clear: () => setIds(new Map()), decide }
  const queue = <Queue campaignId={campaign.id} queue={list} chosen={chosen} currentId={currentId} here={here} findings={asFindings(level.data?.findings ?? [])} />
  // The list stays as it is, with what is typed into it, while one dossier follows another.
  const [bar, setBar] = useState<HTMLElement | null>(null)
  if (currentId === undefined && !list.filtered) return <PageFrame><Answer query={list.query}>{() => <Empty title={t('office.desk.none')}>{t('office.desk.noneFact')}</Empty>}</Answer></PageFrame>
  const lying = nomination.data
  return (
    <PageFrame bar={<div ref={setBar} />}>
      <div className="desk">
        {queue}
        {lying !== undefined && currentId !== undefined ? <Desk key={`${lying.id}/${lying.version}`} nomination={lying} others={here.get(lying.id) ?? []} definition={lying.definition ?? campaign.definition} bar={bar} onDecided={onDecided} move={{ previous: go(rows[at - 1]?.id), next: go(rows[at + 1]?.id) }} />
          : <div className="desk-form">{currentId === undefined ? <Answer query={list.query}>{() => <Empty title={t('office.desk.noHit')}>{t('office.desk.noHitFact')}</Empty>}</Answer> : <Answer query={nomination}>{() => null}</Answer>}</div>}
      </div>
      <BulkDialog open={deciding} campaignId={campaign.id} chosen={ids} onClose={() => setDeciding(false)} onHeld={end} />
    </PageFrame>
  )
}
