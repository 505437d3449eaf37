/** Papers that two persons read differently, side by side; each is settled by somebody with the paper in hand. */
import { useState } from 'react'
import { settlePaper } from '#contract/operations/paper-ballots'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { say } from '../../ui/toast'
import type { Round } from '../room/round-answer'
import { emptyMarks, marksOf, PaperMarks, readOf, type Marks } from './paper-marks'
import { sayRead, type Paper, type Read } from './say-read'

type Difference = NonNullable<Paper['compared']>['differences'][number]

const One = ({ round, d, may }: { round: Round; d: Difference; may: boolean }) => {
  const t = useText()
  const words = useWords()
  const [again, setAgain] = useState(false)
  const [marks, setMarks] = useState<Marks | null>(null)
  const act = useAct(settlePaper)
  const settle = (read: Read | null) => act.mutate({ params: { roundId: round.id }, body: { code: d.code, read } }, { onSuccess: () => { setAgain(false); setMarks(null); say(t('onPaper.settled.done')) } })
  const said = (read: Read | null) => (read === null ? t('onPaper.none') : sayRead(t, words, round, read))
  return (
    <li className="difference">
      <p className="code">{d.code}</p>
      <dl><dt>{t('onPaper.readA')}</dt><dd>{said(d.a)}</dd><dt>{t('onPaper.readB')}</dt><dd>{said(d.b)}</dd></dl>
      {d.settled === null ? null : <p className="settled"><State kind="ok">{t('onPaper.settled', { name: d.settled.byName, read: d.settled.read === null ? t('onPaper.noSuch') : said(d.settled.read) })}</State></p>}
      {!may ? null : d.settled !== null && !again ? <p><Button size="small" look="quiet" onClick={() => setAgain(true)}>{t('onPaper.again')}</Button></p> : (
        <div className="acts">
          {d.a === null ? null : <Button size="small" busy={act.isPending} onClick={() => settle(d.a)}>{t('onPaper.takeA')}</Button>}
          {d.b === null ? null : <Button size="small" busy={act.isPending} onClick={() => settle(d.b)}>{t('onPaper.takeB')}</Button>}
          <Button size="small" onClick={() => setMarks(marksOf(d.a ?? d.b) ?? emptyMarks)}>{t('onPaper.neither')}</Button>
          {d.a !== null && d.b !== null ? null : <Button size="small" busy={act.isPending} onClick={() => settle(null)}>{t('onPaper.noSuch')}</Button>}
        </div>
      )}
      {marks === null ? <Refused error={act.error} /> : (
        <Dialog open wide onClose={() => setMarks(null)} title={`${t('onPaper.neither')}　${d.code}`} actions={<><Button onClick={() => setMarks(null)}>{t('onPaper.page.finishBack')}</Button><Button look="primary" busy={act.isPending} onClick={() => settle(readOf(round, marks))}>{t('onPaper.page.change')}</Button></>}>
          <PaperMarks round={round} marks={marks} onChange={setMarks} />
          <Refused error={act.error} />
        </Dialog>
      )}
    </li>
  )
}

export const Differences = ({ round, paper }: { round: Round; paper: Paper }) => {
  const t = useText()
  return <Section title={t('onPaper.differences')} note={t('onPaper.differencesNote')}><ul className="differences">{(paper.compared?.differences ?? []).map((d) => <One key={d.code} round={round} d={d} may={paper.may.includes('settle')} />)}</ul></Section>
}
