/** `/join-unit/mine#TOKEN`: what became of an application, and the activation codes, for whoever holds the link. */
import { useCallback, useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { joinStanding, takeActivation } from '#contract/operations/unit-joining'
import { roleNames } from '#core/access/actor'
import { sayEnd } from '#core/kernel/instant'
import { useAct } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button, ButtonLink } from '../ui/button'
import { CopyField } from '../ui/copy-field'
import { Dialog } from '../ui/dialog'
import { Note } from '../ui/finding-card'
import { KeyValue } from '../ui/key-value'
import { Loading } from '../ui/loading'
import { sayAt } from '../ui/say-time'
import { State } from '../ui/state'
import { EntryPage } from './entry-page'
import { useReceiptCode } from './use-receipt-code'

type Standing = AnswerOf<typeof joinStanding>
type Taken = AnswerOf<typeof takeActivation>
const kinds = { waiting: 'wait', takenIn: 'ok', refused: 'block' } as const

const TakenCode = ({ made, onClose }: { made: Taken; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const address = `${window.location.origin}/activate`
  const message = t('joining.mine.messageText', { name: made.personName, unit: made.unit, role: words(roleNames[made.role]), address, code: made.code, login: made.login })
  return (
    <Dialog open onClose={onClose} title={t('joining.mine.made', { name: made.personName })} actions={<><ButtonLink look="quiet" to={`/activate?code=${made.code}`}>{t('joining.mine.goActivate')}</ButtonLink><Button look="primary" onClick={onClose}>{t('joining.mine.done')}</Button></>}>
      <div className="stack">
        <p className="join-code">{made.code}</p>
        <p className="detail">{t('joining.mine.madeFact', { end: words(sayEnd(made.expiresAt)) })}</p>
        <KeyValue nameWidth={72} pairs={[{ name: t('joining.mine.login'), value: made.login }]} />
        <CopyField label={t('joining.mine.message')} text={message} rows={6} act={t('joining.mine.messageCopy')} />
      </div>
    </Dialog>
  )
}

const Codes = ({ token, people, again }: { token: string; people: Standing['people']; again: () => void }) => {
  const t = useText()
  const words = useWords()
  const [made, setMade] = useState<Taken | null>(null)
  const take = useAct(takeActivation, [])
  return (
    <section>
      <h2>{t('joining.mine.codes')}</h2>
      <p className="detail muted">{t('joining.mine.codesFact')}</p>
      <ul className="join-people">
        {people.map((p) => (
          <li key={p.role}>
            <span><b>{p.personName}</b> <span className="detail muted">{words(roleNames[p.role])}</span></span>
            {p.opened ? <State kind="ok">{t('joining.mine.opened')}</State> : <Button busy={take.isPending && take.variables?.body?.role === p.role} onClick={() => take.mutate({ params: {}, body: { token, role: p.role } }, { onSuccess: setMade })}>{t('joining.mine.take', { who: words(roleNames[p.role]) })}</Button>}
          </li>
        ))}
      </ul>
      <Refused error={take.error} />
      {people.every((p) => p.opened) ? <ButtonLink look="primary" to="/sign-in">{t('joining.mine.signIn')}</ButtonLink> : null}
      {made === null ? null : <TakenCode made={made} onClose={() => { setMade(null); again() }} />}
    </section>
  )
}

export const JoinUnitStanding = () => {
  const t = useText()
  const language = useLanguage()
  const { mutate, data, error, isPending } = useAct(joinStanding, [])
  const { code: token, look } = useReceiptCode(useCallback((given: string) => mutate({ params: {}, body: { token: given } }), [mutate]))
  return (
    <EntryPage title={t('joining.mine.title')}>
      {isPending && data === undefined ? <Loading /> : null}
      <Refused error={error} {...(token !== '' && { retry: look })} />
      {data === undefined ? null : (
        <div className="stack">
          <KeyValue nameWidth={104} pairs={[
            { name: t('joining.mine.state'), value: <State kind={kinds[data.state]}>{t(`joining.state.${data.state}`)}</State> }, { name: t('joining.mine.unit'), value: <b>{data.unitName}</b> }, { name: t('joining.mine.office'), value: data.office }, { name: t('joining.mine.sentAt'), value: sayAt(data.sentAt, language) },
            ...(data.reason === '' ? [] : [{ name: t('joining.mine.reason'), value: data.reason }]),
          ]} />
          {data.state === 'refused' ? <><p className="detail">{t('joining.mine.refusedFact')}</p><div><ButtonLink to="/join-unit">{t('joining.mine.again')}</ButtonLink></div></> : null}
          {data.state === 'takenIn' ? <Codes token={token} people={data.people} again={look} /> : null}
          {data.state === 'waiting' ? <><Note kind="warn" title={t('joining.mine.keep')}><p>{t('joining.mine.keepFact')}</p></Note><CopyField label={t('joining.mine.link')} text={`${window.location.origin}/join-unit/mine#${token}`} rows={3} act={t('joining.mine.copy')} /></> : null}
        </div>
      )}
    </EntryPage>
  )
}
