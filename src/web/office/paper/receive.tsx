/** What of one nomination came in: copies by material, disc or stick; entered in one act. */
import { useState } from 'react'
import type { AnswerOf, BodyInOf } from '#contract/operation'
import { receivePaper, type lookUpPaper } from '#contract/operations/paper'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { Note } from '../../ui/finding-card'
import { State } from '../../ui/state'
import { say } from '../../ui/toast'

type Found = AnswerOf<typeof lookUpPaper>
type Row = Found['rows'][number]
type Items = BodyInOf<typeof receivePaper>['items']
interface ReceiveProps { campaignId: string; row: Row; found: Found; onDone: () => void }

/** What was scanned is what is in the hand: its missing copies. */
const inHand = ({ register }: Row, found: Found): Record<string, number> => Object.fromEntries(register.papers.filter((p) => p.materialId === found.materialId && p.missing > 0).map((p) => [p.materialId, p.missing]))

const Version = ({ row, found, compared, onCompared }: { row: Row; found: Found; compared: boolean; onCompared: (yes: boolean) => void }) => {
  const t = useText()
  if (found.standing === 'old') return <Note kind="block" title={t('paper.register.old', { printed: found.printedVersion ?? '', now: row.version })} />
  if (found.standing === 'current') return <Note kind="ok" title={t('paper.register.current')} />
  return <Note kind="info" title={t('paper.register.unknown', { n: row.version, check: row.check.toUpperCase().replace(/(.{4})(?=.)/, '$1 ') })}><CheckField label={t('paper.register.compared')} checked={compared} onChange={onCompared} /></Note>
}

const Copies = ({ row, counts, onCount }: { row: Row; counts: Record<string, number>; onCount: (id: string, n: number) => void }) => {
  const t = useText()
  const words = useWords()
  return row.register.papers.map((p) => (
    <li key={p.materialId}>
      <span>{words(p.name)}</span>
      <span className="small standing"><State kind={p.missing === 0 ? 'ok' : 'none'}>{t('paper.due.copies', { due: p.due, received: p.received })}</State></span>
      <input className="control" type="number" min={0} max={99} inputMode="numeric" aria-label={t('paper.register.receiveOf', { name: words(p.name) })} value={counts[p.materialId] ?? 0} onChange={(event) => onCount(p.materialId, Math.max(0, Math.min(99, Math.trunc(Number(event.target.value)) || 0)))} />
    </li>
  ))
}

export const Receive = ({ campaignId, row, found, onDone }: ReceiveProps) => {
  const t = useText()
  const receive = useAct(receivePaper, ['paper.register', 'paper.read'])
  const [counts, setCounts] = useState(() => inHand(row, found))
  const [carriers, setCarriers] = useState<readonly ('disc' | 'usb')[]>([])
  const [compared, setCompared] = useState(false)
  if (row.register.nothingDue) return <p className="detail"><b>{row.candidateName}</b> {row.unitName}　{t('paper.register.nothing')}</p>
  const papers = row.register.papers.flatMap((p): Items => { const copies = counts[p.materialId] ?? 0; return copies === 0 ? [] : [{ carrier: 'paper', materialId: p.materialId, copies }] })
  const items: Items = [...papers, ...carriers.map((carrier) => ({ carrier, materialId: null, copies: 1 }))]
  const enter = () => receive.mutate({ params: { campaignId }, body: { nominationId: row.nominationId, code: found.code, compared, items } }, { onSuccess: () => { say(t('paper.register.done', { name: row.candidateName })); onDone() } })
  const flip = (way: 'disc' | 'usb') => (on: boolean) => setCarriers(on ? [...carriers, way] : carriers.filter((c) => c !== way))
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (items.length > 0) enter() }}>
      <p className="detail"><b className="person-name">{row.candidateName}</b>　{row.unitName}</p>
      <Version row={row} found={found} compared={compared} onCompared={setCompared} />
      <ul className="paper-receive">
        <Copies row={row} counts={counts} onCount={(id, n) => setCounts({ ...counts, [id]: n })} />
        {row.register.carrier === null ? null : row.register.carrier.ways.map((way) => <li key={way}><CheckField label={t(`paper.register.${way}`)} checked={carriers.includes(way)} onChange={flip(way)} />{row.register.carrier?.received ? <State kind="ok">{t('paper.due.carrierThere')}</State> : <span />}<span /></li>)}
      </ul>
      <div className="acts"><Button type="submit" look="primary" busy={receive.isPending} disabled={items.length === 0 || (found.standing === 'old' && papers.some((i) => row.register.papers.some((p) => p.coded && p.materialId === i.materialId)))}>{t('paper.register.act')}</Button></div>
      <Refused error={receive.error} />
    </form>
  )
}
