/** 联审 of one campaign: the office asks and enters, the supervisor reads. */
import { useEffect, useRef, useState } from 'react'
import { exportConsultations } from '#contract/operations/consultations'
import { addressOf } from '../../api/call'
import { useText } from '../../text/use-text'
import { Answer } from '../answer'
import { Button, ButtonLink } from '../button'
import { Empty } from '../empty'
import { PageFrame } from '../page-frame'
import { AskDialog } from './ask-dialog'
import './consultations.css'
import { Detail } from './detail'
import { Letters } from './letters'
import { Matrix } from './matrix'
import { ReplyDialog } from './reply-dialog'
import { filters, useBoard, type BoardOfDesk } from './use-board'

const TYPING_MS = 180
const Narrow = ({ board }: { board: BoardOfDesk }) => {
  const t = useText()
  const [typed, setTyped] = useState(board.q)
  const latest = useRef(board.change)
  useEffect(() => { latest.current = board.change })
  useEffect(() => {
    if (typed.trim() === board.q) return undefined
    const timer = setTimeout(() => latest.current('q', typed.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, board.q])
  return (
    <div className="matrix-filters">
      <input type="search" className="control" aria-label={t('consult.search')} placeholder={t('consult.searchHint')} value={typed} maxLength={80} autoComplete="off" onChange={(e) => setTyped(e.target.value)} />
      <div className="row-of" role="group" aria-label={t('consult.filter')}>
        <button type="button" className="matrix-chip" aria-pressed={board.only === undefined} onClick={() => board.change('only', null)}>{t('consult.all')}</button>
        {filters.map((f) => <button key={f} type="button" className="matrix-chip" aria-pressed={board.only === f} onClick={() => board.change('only', board.only === f ? null : f)}>{t(`consult.only.${f}`)}</button>)}
      </div>
      <p className="detail muted" role="status">{t('consult.hits', { n: board.total })}</p>
    </div>
  )
}

export const ConsultationsPage = ({ campaignId, writes }: { campaignId: string; writes: boolean }) => {
  const t = useText()
  const board = useBoard(campaignId)
  const [dialog, setDialog] = useState<'ask' | 'reply' | null>(null)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => setPicked((now) => { const next = new Set(now); if (!next.delete(id)) next.add(id); return next })
  const close = () => { setDialog(null); setPicked(new Set()) }
  const { first, opened } = board
  if (first === undefined) return <PageFrame><Answer query={board.query as never}>{() => null}</Answer></PageFrame>
  if (first.all === 0) return <PageFrame><Empty wholePage title={t('consult.none.title')}>{t('consult.none.fact')}</Empty></PageFrame>
  const organs = first.columns.filter((c) => c.kind === 'organ')
  const side = opened === null ? null : <Detail key={opened} nominationId={opened} onClose={() => board.change('n', null)} />
  return (
    <PageFrame side={side} sideLabel={t('consult.side')} sideWidth={340}>
      <header className="matrix-top">
        <h1 className="page-title">{t('consult.title')}</h1><span className="detail muted">{t('consult.note', { n: first.all })}{picked.size > 0 ? `${t('common.comma')}${t('consult.picked', { n: picked.size })}` : ''}</span>
        <span className="do">{writes ? <><Button look="primary" onClick={() => setDialog('ask')}>{t('consult.ask')}</Button><Button onClick={() => setDialog('reply')}>{t('consult.reply')}</Button></> : null}<ButtonLink reload icon="down" to={addressOf(exportConsultations, { campaignId })}>Excel</ButtonLink></span>
      </header>
      {organs.length === 0 ? <p className="detail">{t('consult.noOrgans')}</p> : null}
      <Narrow board={board} />
      <Matrix board={board} columns={first.columns} {...(writes ? { chosen: { ids: picked, toggle } } : {})} />
      {board.more === undefined ? null : <p className="gap"><Button onClick={board.more}>{t('consult.more', { n: board.total - board.rows.length })}</Button></p>}
      <Letters campaignId={campaignId} writes={writes} />
      {writes ? <><AskDialog open={dialog === 'ask'} campaignId={campaignId} organs={organs} picked={picked} onClose={close} /><ReplyDialog open={dialog === 'reply'} campaignId={campaignId} columns={first.columns} rows={board.rows} onClose={close} /></> : null}
    </PageFrame>
  )
}
