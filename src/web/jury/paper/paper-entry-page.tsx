/** `/jury/rounds/:roundId/paper`: one of the two counters enters paper after paper; the other's reading is nowhere on it. */
import { useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { readRound } from '#contract/operations/jury'
import { enterPaper, finishPapers, readPaper } from '#contract/operations/paper-ballots'
import { checkBallot } from '#core/review/ballot'
import { groupsByName } from '#core/review/group-limits'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { Note } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import type { Round } from '../room/round-answer'
import '../jury.css'
import './paper.css'
import { emptyMarks, marksOf, PaperMarks, readOf, type Marks } from './paper-marks'
import { sayRead, type Paper } from './say-read'

interface Props { round: Round; paper: Paper }
interface Draft { readonly code: string; readonly marks: Marks; readonly changing: boolean }
const blank: Draft = { code: '', marks: emptyMarks, changing: false }

const Form = ({ round, draft, set }: { round: Round; draft: Draft; set: (draft: Draft) => void }) => {
  const t = useText()
  const words = useWords()
  const [last, setLast] = useState('')
  const top = useRef<HTMLDivElement>(null)
  const act = useAct(enterPaper, ['paperBallots.read'])
  const read = readOf(round, draft.marks)
  const groups = groupsByName(round.rule, round.candidates)
  const [why] = draft.marks.spoilt === '' ? checkBallot(round.rule, { approvals: read.approvals, ...(read.against !== undefined && { against: read.against }), ...(read.writeIns !== undefined && { writeIns: read.writeIns }), candidates: round.candidates.map((c) => c.nominationId), recused: [], present: true, ...(groups && { groups }) }) : []
  const send = () => act.mutate({ params: { roundId: round.id }, body: { code: draft.code, read, change: draft.changing } }, { onSuccess: () => { setLast(draft.code.toUpperCase()); set(blank); top.current?.querySelector('input')?.focus() } })
  return (
    <Section title={t('onPaper.page.marks')} note={t('onPaper.page.marksNote')}>
      <div ref={top}><TextField label={t('onPaper.page.code')} required value={draft.code} disabled={draft.changing} onChange={(code) => set({ ...draft, code })} hint={t('onPaper.page.codeHint')} /></div>
      <div className="gap"><PaperMarks round={round} marks={draft.marks} onChange={(marks) => set({ ...draft, marks })} /></div>
      {why === undefined ? null : <div className="gap"><Note kind="info" title={t('onPaper.page.rule', { why: words(why.what) })} /></div>}
      <Refused error={act.error} />
      <div className="acts gap"><Button look="primary" disabled={draft.code.replace(/[^A-Za-z0-9]/g, '').length < 8} busy={act.isPending} onClick={send}>{t(draft.changing ? 'onPaper.page.change' : 'onPaper.page.enter')}</Button><span className="small muted last-entered" role="status">{last === '' ? '' : t('onPaper.page.entered.done', { code: last })}</span></div>
    </Section>
  )
}

const Entered = ({ round, paper, onEdit, done }: Props & { onEdit: (draft: Draft) => void; done: boolean }) => {
  const t = useText()
  const words = useWords()
  const act = useAct(enterPaper, ['paperBallots.read'])
  const remove = (code: string) => act.mutate({ params: { roundId: round.id }, body: { code, read: null } })
  return (
    <Section title={t('onPaper.page.entered')} note={t('onPaper.page.progress', { n: paper.own.length, of: paper.returned ?? 0 })}>
      <Table caption={t('onPaper.page.entered')} captionHidden rows={paper.own} keyOf={(e) => e.code} empty={<Empty title={t('onPaper.page.none')} />}
        columns={[
          { key: 'code', head: t('onPaper.code'), names: true, cell: (e) => <span className="paper-code">{e.code}</span> }, { key: 'what', head: t('onPaper.page.what'), cell: (e) => sayRead(t, words, round, e.read) },
          ...(done ? [] : [{ key: 'act', head: t('onPaper.page.act'), phone: 'bare' as const, cell: (e: Paper['own'][number]) => (
            <span className="row-acts"><Button size="small" look="quiet" aria-label={t('onPaper.page.editName', { code: e.code })} onClick={() => onEdit({ code: e.code, marks: marksOf(e.read)!, changing: true })}>{t('onPaper.page.edit')}</Button><Button size="small" look="quiet" aria-label={t('onPaper.page.removeName', { code: e.code })} onClick={() => remove(e.code)}>{t('onPaper.page.remove')}</Button></span>
          ) }]),
        ]} />
      <Refused error={act.error} />
    </Section>
  )
}

const Finish = ({ round, paper }: Props) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const act = useAct(finishPapers)
  const n = paper.own.length
  return (
    <>
      <div className="acts gap"><Button look={n === paper.returned && !asking ? 'primary' : 'default'} disabled={n !== paper.returned} onClick={() => setAsking(true)}>{t('onPaper.page.finish')}</Button></div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('onPaper.page.finishTitle', { n })} actions={<><Button onClick={() => setAsking(false)}>{t('onPaper.page.finishBack')}</Button><Button look="primary" busy={act.isPending} onClick={() => act.mutate({ params: { roundId: round.id }, body: { done: true } }, { onSuccess: () => setAsking(false) })}>{t('onPaper.page.finish')}</Button></>}>
        <p className="detail">{t('onPaper.page.finishFact')}</p>
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

const Body = ({ round, paper }: Props) => {
  const t = useText()
  const [draft, set] = useState(blank)
  const reopen = useAct(finishPapers)
  const mine = paper.counters.find((k) => k.mine)
  const done = mine !== undefined && mine.finishedAt !== null
  if (!paper.may.includes('enter')) return <Empty title={t('onPaper.page.notYet')}>{t('onPaper.page.notYetFact')}</Empty>
  return (
    <>
      <p className="detail muted slot">{mine === undefined ? t('onPaper.page.first') : t('onPaper.page.slot', { slot: mine.slot })}</p>
      {done ? <Note kind="ok" title={t('onPaper.page.finished')} actions={<Button size="small" busy={reopen.isPending} onClick={() => reopen.mutate({ params: { roundId: round.id }, body: { done: false } })}>{t('onPaper.page.reopen')}</Button>}><p>{t('onPaper.page.finishedFact')}</p><Refused error={reopen.error} /></Note>
        : <Form round={round} draft={draft} set={set} />}
      <Entered round={round} paper={paper} onEdit={set} done={done} />
      {done ? null : <Finish round={round} paper={paper} />}
    </>
  )
}

export const PaperEntryPage = () => {
  const { roundId = '' } = useParams()
  const t = useText()
  const words = useWords()
  const [round, paper] = [useRead(readRound, { params: { roundId } }), useRead(readPaper, { params: { roundId } }, { refetchMs: 30_000 })]
  return (
    <PageFrame>
      <div className="reading-column">
        <p className="detail"><Link className="link" to={`/jury/rounds/${roundId}/room`}>{t('onPaper.page.back')}</Link></p>
        <h1 className="page-title">{t('onPaper.page.title')}{round.data === undefined ? '' : `　${words(round.data.rule.name)}`}</h1>
        <Answer query={paper}>{(p) => (round.data === undefined ? null : <Body round={round.data} paper={p} />)}</Answer>
      </div>
    </PageFrame>
  )
}
