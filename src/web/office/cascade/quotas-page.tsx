/** `/office/c/:campaignId/quotas`: what came from above, what is given on to whom, used and returned, level by level. */
import { useState, type CSSProperties } from 'react'
import type { AnswerOf } from '#contract/operation'
import { readOverview } from '#contract/operations/campaigns'
import { grantQuota, readQuotas, receiveQuota } from '#contract/operations/cascade'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { FieldRow } from '../../ui/field'
import { Figure, Figures } from '../../ui/figure'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import { ReturnQuota } from '../../ui/return-quota'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import './cascade.css'

type Quotas = AnswerOf<typeof readQuotas>
type Node = Quotas['nodes'][number]
type Unit = AnswerOf<typeof readOverview>['units'][number]
interface Given { campaignId: string; quotas: Quotas }

const wholeOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : 0)

const Pool = ({ pool }: { pool: NonNullable<Quotas['pool']> }) => {
  const t = useText()
  return <Figures><Figure label={pool.fromAbove ? t('office.quota.fromAbove') : t('office.quota.total')} value={pool.total} /><Figure label={t('office.quota.given')} value={pool.given} /><Figure label={t('office.quota.left')} value={pool.total - pool.given} /></Figures>
}

const SetTotal = ({ campaignId, main }: { campaignId: string; main: boolean }) => {
  const t = useText()
  const [total, setTotal] = useState('')
  const [ground, setGround] = useState('')
  const receive = useAct(receiveQuota)
  const whole = /^\d+$/.test(total.trim()) && ground.trim().length >= 2
  const act = () => receive.mutate({ params: { campaignId }, body: { total: wholeOf(total), ground } }, { onSuccess: () => { setTotal(''); setGround('') } })
  return (
    <div className="office-form">
      <FieldRow>
        <TextField label={t('office.quota.total')} required keyboard="numeric" value={total} onChange={setTotal} />
        <TextField label={t('office.quota.ground')} required value={ground} onChange={setGround} hint={t('office.quota.groundHint')} />
      </FieldRow>
      <div className="acts"><Button look={main ? 'primary' : 'default'} disabled={!whole} busy={receive.isPending} onClick={act}>{t('office.quota.setTotal')}</Button></div>
      <Refused error={receive.error} />
    </div>
  )
}

const Grant = ({ campaignId, units, left }: { campaignId: string; units: readonly Unit[]; left: number }) => {
  const t = useText()
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>({})
  const grant = useAct(grantQuota)
  const grants = units.map((u) => ({ organisationId: u.unitId, count: wholeOf(counts[u.unitId] ?? '') })).filter((g) => g.count > 0)
  const n = grants.reduce((sum, g) => sum + g.count, 0)
  const act = () => grant.mutate({ params: { campaignId }, body: { grants } }, { onSuccess: () => { setCounts({}); say(t('office.quota.done')) } })
  const columns: Column<Unit>[] = [
    { key: 'unit', head: t('office.quota.unit'), names: true, cell: (u) => u.name },
    { key: 'count', head: t('office.quota.give'), numeric: true, cell: (u) => <input className="control small-number" inputMode="numeric" aria-label={t('office.quota.giveTo', { unit: u.name })} value={counts[u.unitId] ?? ''} onChange={(event) => setCounts({ ...counts, [u.unitId]: event.target.value })} /> },
  ]
  return (
    <Section title={t('office.quota.grantTitle')} note={t('office.quota.granting', { n, left: left - n })}>
      <Table keep caption={t('office.quota.grantTitle')} captionHidden columns={columns} rows={units} keyOf={(u) => u.unitId} empty={<Empty title={t('office.quota.noUnits')} />} />
      <div className="acts"><Button look="primary" disabled={n === 0} busy={grant.isPending} onClick={act}>{t('office.quota.grant')}</Button></div>
      <Refused error={grant.error} />
    </Section>
  )
}

/** Parents before their own, each under the one that granted it. */
const inOrder = (nodes: readonly Node[]): { node: Node; depth: number }[] => {
  const walk = (above: string | null, depth: number): { node: Node; depth: number }[] => nodes.filter((n) => n.above === above).flatMap((node) => [{ node, depth }, ...walk(node.organisationId, depth + 1)])
  return walk(null, 0)
}

const Tree = ({ campaignId, nodes }: { campaignId: string; nodes: readonly Node[] }) => {
  const t = useText()
  type Row = { node: Node; depth: number }
  const number = (key: 'granted' | 'returned' | 'givenOn' | 'used' | 'usedBelow' | 'free'): Column<Row> => ({ key, head: t(`office.quota.${key}`), numeric: true, cell: ({ node }) => node[key] })
  const columns: Column<Row>[] = [
    { key: 'unit', head: t('office.quota.unit'), names: true, cell: ({ node, depth }) => <><i className="indent" style={{ '--depth': depth } as CSSProperties} aria-hidden="true" />{node.name}</> },
    number('granted'), number('returned'), number('givenOn'), number('used'), number('usedBelow'), number('free'),
    { key: 'act', head: '', phone: 'bare', cell: ({ node }) => (node.own && node.free > 0 ? <ReturnQuota campaignId={campaignId} organisationId={node.organisationId} act={t('office.quota.return')} title={t('office.quota.returnFrom', { unit: node.name })} question={t('office.quota.returnCount')} /> : null) },
  ]
  return <Section title={t('office.quota.tree')}><Table caption={t('office.quota.tree')} captionHidden columns={columns} rows={inOrder(nodes)} keyOf={({ node }) => node.organisationId} empty={<Empty title={t('office.quota.treeNone')}>{t('office.quota.treeNoneFact')}</Empty>} /></Section>
}

const Distribution = ({ campaignId, upperId, quotas, fromAbove }: Given & { /** The campaign that granted what is distributed here. */ upperId: string | null; fromAbove: boolean }) => {
  const t = useText()
  const { pool, nodes } = quotas
  const overview = useRead(readOverview, { params: { campaignId } })
  return (
    <>
      <Section title={t('office.quota.title')}>
        {pool === null ? <Empty title={fromAbove ? t('office.quota.noneAbove') : t('office.quota.none')}>{t('office.quota.noneFact')}</Empty> : <Pool pool={pool} />}
        {pool?.fromAbove === true && upperId !== null && pool.total > pool.given ? <div className="acts"><ReturnQuota campaignId={upperId} act={t('office.quota.giveUp')} title={t('office.quota.giveUp')} question={t('office.quota.giveUpCount')} /></div> : null}
        {fromAbove ? null : pool === null ? <div className="gap"><SetTotal campaignId={campaignId} main /></div>
          : <details className="fold"><summary>{t('office.quota.changeTotal')}</summary><SetTotal campaignId={campaignId} main={false} /></details>}
      </Section>
      {pool === null && !fromAbove ? null : <Answer query={overview}>{({ units }) => <Grant campaignId={campaignId} units={units} left={pool === null ? 0 : pool.total - pool.given} />}</Answer>}
      <Tree campaignId={campaignId} nodes={nodes} />
    </>
  )
}

export const QuotasPage = () => {
  const { campaign } = useCampaign()
  const query = useRead(readQuotas, { params: { campaignId: campaign.id } })
  return <PageFrame><Answer query={query}>{(quotas) => <Distribution campaignId={campaign.id} upperId={campaign.parent?.campaignId ?? null} quotas={quotas} fromAbove={quotas.fromAbove} />}</Answer></PageFrame>
}
