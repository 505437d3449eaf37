/** 答复函: with the name of whoever objected, so it is fetched by the handler's press alone, entered in the ledger and printed from here. */
import { answerLetter } from '#contract/operations/objections'
import { dayOf, sayDay } from '#core/kernel/instant'
import { outcomeNames } from '#core/objections/standing'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { Dialog } from '../dialog'
import type { Objection } from './reading'
import './objections.css'

export const AnswerLetter = ({ o }: { o: Objection }) => {
  const t = useText()
  const words = useWords()
  const act = useAct(answerLetter, [])
  const letter = act.data
  return (
    <div className="gap">
      <Button busy={act.isPending} onClick={() => act.mutate({ params: { objectionId: o.id } })}>{t('objections.one.letter')}</Button>
      <Refused error={act.error} />
      <Dialog wide open={letter !== undefined} onClose={() => act.reset()} title={t('objections.letter.title')} actions={<><Button onClick={() => act.reset()}>{t('objections.letter.close')}</Button><Button look="primary" onClick={() => window.print()}>{t('objections.letter.print')}</Button></>}>
        {letter ? (
          <div className="objection-letter">
            <p>{t('objections.letter.to', { name: letter.to })}</p>
            <p>{t('objections.letter.body', { received: words(sayDay(dayOf(letter.receivedAt))), campaign: words(letter.campaign), number: letter.number, decided: words(sayDay(dayOf(letter.decidedAt))), outcome: words(outcomeNames[letter.outcome]) })}</p>
            <p>{letter.answer}</p>
            <p>{letter.office}<br />{words(sayDay(dayOf(letter.decidedAt)))}</p>
          </div>
        ) : null}
      </Dialog>
    </div>
  )
}
