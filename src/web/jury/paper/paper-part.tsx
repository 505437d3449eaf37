/** 纸质选票 in the room: four steps, each with what was done and what comes next. */
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { countPapers, printPaperBallots, readPaper } from '#contract/operations/paper-ballots'
import { useAct, useRead } from '../../api/use-operation'
import { useSave } from '../../api/use-save'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FieldRow } from '../../ui/field'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Round } from '../room/round-answer'
import { Differences } from './differences'
import './paper.css'
import type { Paper } from './say-read'

interface Props { round: Round; paper: Paper }

const Print = ({ round, paper }: Props) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const save = useSave(printPaperBallots, ['paperBallots.read', 'rounds.read'])
  const again = paper.printed > 0
  const send = () => save.mutate({ params: { roundId: round.id }, body: { again } }, { onSuccess: () => { setAsking(false); say(t('onPaper.printed.done')) } })
  return (
    <>
      <Button size="small" look={again ? 'default' : 'primary'} icon="print" busy={save.isPending} onClick={() => (again ? setAsking(true) : send())}>{t(again ? 'onPaper.printAgain' : 'onPaper.print')}</Button>
      {again ? null : <Refused error={save.error} />}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('onPaper.printAgainTitle')} actions={<><Button onClick={() => setAsking(false)}>{t('onPaper.back')}</Button><Button look="primary" busy={save.isPending} onClick={send}>{t('onPaper.printAgain')}</Button></>}>
        <p className="detail">{t('onPaper.printAgainFact')}</p>
        <Refused error={save.error} />
      </Dialog>
    </>
  )
}

const Counts = ({ round, paper }: Props) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState({ issued: '', returned: '', scrutineers: '' })
  const act = useAct(countPapers)
  const again = paper.issued !== null
  const begin = () => { setTyped({ issued: String(paper.issued ?? ''), returned: String(paper.returned ?? ''), scrutineers: paper.scrutineers ?? '' }); setOpen(true) }
  const whole = /^\d+$/.test(typed.issued) && /^\d+$/.test(typed.returned) && typed.scrutineers.trim().length >= 2
  const send = () => act.mutate({ params: { roundId: round.id }, body: { issued: Number(typed.issued), returned: Number(typed.returned), scrutineers: typed.scrutineers } }, { onSuccess: () => { setOpen(false); say(t('onPaper.counted.done')) } })
  return (
    <>
      <Button size="small" look={again || open ? 'default' : 'primary'} onClick={begin}>{t(again ? 'onPaper.countAgain' : 'onPaper.count')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('onPaper.countTitle')} actions={<><Button onClick={() => setOpen(false)}>{t('onPaper.countBack')}</Button><Button look="primary" disabled={!whole} busy={act.isPending} onClick={send}>{t(again ? 'onPaper.countAgain' : 'onPaper.count')}</Button></>}>
        <p className="detail">{t('onPaper.countFact')}</p>
        <div className="gap"><FieldRow>
          <TextField label={t('onPaper.issued')} required keyboard="numeric" value={typed.issued} onChange={(issued) => setTyped({ ...typed, issued })} />
          <TextField label={t('onPaper.returned')} required keyboard="numeric" value={typed.returned} onChange={(returned) => setTyped({ ...typed, returned })} />
        </FieldRow></div>
        <TextField label={t('onPaper.scrutineers')} required value={typed.scrutineers} max={100} onChange={(scrutineers) => setTyped({ ...typed, scrutineers })} hint={t('onPaper.scrutineersHint')} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

const Step = ({ name, done, children, action }: { name: string; done: boolean; children: ReactNode; action?: ReactNode }) => <li><b>{name}</b><span className="what"><State kind={done ? 'ok' : 'none'}>{children}</State></span>{action ? <span className="do">{action}</span> : null}</li>

const Steps = ({ round, paper }: Props) => {
  const t = useText()
  const { counters, compared } = paper
  const open = compared?.differences.filter((d) => d.settled === null).length ?? 0
  const enter = paper.may.includes('enter') ? <Link className="button small" to={`/jury/rounds/${round.id}/paper`}>{t('onPaper.enter')}</Link> : null
  return (
    <ol className="paper-steps">
      <Step name={t('onPaper.step.print')} done={paper.printed > 0} action={paper.may.includes('print') ? <Print round={round} paper={paper} /> : null}>{paper.printed === 0 ? t('onPaper.notPrinted') : paper.printings > 1 ? t('onPaper.printedAgain', { n: paper.printed, times: paper.printings }) : t('onPaper.printed', { n: paper.printed })}</Step>
      <Step name={t('onPaper.step.count')} done={paper.issued !== null} action={paper.may.includes('count') ? <Counts round={round} paper={paper} /> : null}>{paper.issued === null ? t('onPaper.notCounted') : `${t('onPaper.counted', { issued: paper.issued, returned: paper.returned ?? 0 })}${t('rounds.comma')}${t('onPaper.by', { names: paper.scrutineers ?? '' })}`}</Step>
      <li><b>{t('onPaper.step.enter')}</b>
        <span className="what">
          {counters.length === 0 ? <State kind="none">{t('onPaper.nobody')}</State> : counters.map((k) => <span className="counter" key={k.slot}><State kind={k.finishedAt === null ? 'half' : 'ok'}>{`${t('onPaper.counter', { slot: k.slot, name: k.name })}${t('rounds.comma')}${t(k.finishedAt === null ? 'onPaper.counting' : 'onPaper.finished', { n: k.entered })}`}</State></span>)}
          {counters.length === 1 ? <span className="counter"><State kind="none">{t('onPaper.oneMore')}</State></span> : null}
        </span>
        {enter === null ? null : <span className="do">{enter}</span>}
      </li>
      <Step name={t('onPaper.step.compare')} done={compared !== null && open === 0}>{compared === null ? t('onPaper.waitsBoth') : `${t('onPaper.alike', { n: compared.alike })}${open > 0 ? `${t('rounds.comma')}${t('onPaper.differ', { n: open })}` : compared.differences.length === 0 ? `${t('rounds.comma')}${t('onPaper.allAlike')}` : ''}`}</Step>
    </ol>
  )
}

export const PaperPart = ({ round }: { round: Round }) => {
  const t = useText()
  const query = useRead(readPaper, { params: { roundId: round.id } }, { refetchMs: 15_000 })
  return (
    <>
      <Section title={t('onPaper.title')} note={t('onPaper.note')}><Answer query={query} lines={4}>{(paper) => <Steps round={round} paper={paper} />}</Answer></Section>
      {query.data?.compared == null || query.data.compared.differences.length === 0 ? null : <Differences round={round} paper={query.data} />}
    </>
  )
}
