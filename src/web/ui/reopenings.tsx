/** 重开账号, as office and supervisor see it: what waits for a second person, who may confirm it, and the new code, shown once. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { confirmReopening, listReopenings, withdrawReopening } from '#contract/operations/reopening'
import { roleNames } from '#core/access/actor'
import { sayEnd } from '#core/kernel/instant'
import { useAct, useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Refused } from './answer'
import { Button } from './button'
import { Dialog } from './dialog'
import { Note } from './finding-card'
import { KeyValue } from './key-value'
import { sayAt } from './say-time'
import { Section } from './section'
import { State } from './state'
import { Table, type Column } from './table'
import { say } from './toast'

type Line = AnswerOf<typeof listReopenings>['reopenings'][number]
export interface CodeMade { readonly personName: string; readonly unit: string; readonly login: string; readonly code: string; readonly expiresAt: number; readonly letters?: number }

/** A new activation code, shown this once: how it reaches its person is not by mail alone. */
export const CodeDialog = ({ made, onKept }: { made: CodeMade | null; onKept: () => void }) => {
  const t = useText()
  const words = useWords()
  return (
    <Dialog open={made !== null} onClose={onKept} title={t('account.reopen.code')} actions={<Button look="primary" onClick={onKept}>{t('account.reopen.kept')}</Button>}>
      {made === null ? null : (
        <div className="stack">
          <Note kind="warn" title={t('account.reopen.once')}><p>{t('account.reopen.handOver', { end: words(sayEnd(made.expiresAt)) })}</p></Note>
          <KeyValue nameWidth={88} pairs={[{ name: t('account.reopen.person'), value: `${made.personName}${t('common.comma')}${made.unit}` }, { name: t('entry.signIn.login'), value: made.login }, { name: t('entry.activate.code'), value: <b className="code-once">{made.code}</b> }]} />
          {made.letters === undefined ? null : <p className="small muted">{made.letters > 0 ? t('account.reopen.letters', { n: made.letters }) : t('account.reopen.noLetters')}</p>}
        </div>
      )}
    </Dialog>
  )
}

const Acts = ({ line, onMade }: { line: Line; onMade: (made: CodeMade) => void }) => {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const confirm = useAct(confirmReopening)
  const withdraw = useAct(withdrawReopening)
  const params = { reopeningId: line.reopeningId }
  if (line.confirmedBy !== null) return <State kind="ok">{t('account.reopen.confirmedBy', { name: line.confirmedBy })}</State>
  const act = () => {
    setAsked(false)
    confirm.mutate({ params, body: {} }, { onSuccess: onMade })
  }
  return (
    <div className="stack">
      <div className="row-of">
        {line.mayConfirm ? <Button size="small" look="primary" busy={confirm.isPending} aria-label={t('account.reopen.confirmOf', { name: line.personName })} onClick={() => setAsked(true)}>{t('account.reopen.confirm')}</Button> : <State kind="wait">{t('account.reopen.second')}</State>}
        {line.mayWithdraw ? <Button size="small" look="quiet" busy={withdraw.isPending} aria-label={t('account.reopen.withdrawOf', { name: line.personName })} onClick={() => withdraw.mutate({ params }, { onSuccess: () => say(t('account.reopen.withdrawn')) })}>{t('account.reopen.withdraw')}</Button> : null}
      </div>
      <Refused error={confirm.error ?? withdraw.error} />
      <Dialog open={asked} onClose={() => setAsked(false)} title={t('account.reopen.confirmOf', { name: line.personName })} actions={<><Button onClick={() => setAsked(false)}>{t('account.not')}</Button><Button look="primary" onClick={act}>{t('account.reopen.confirm')}</Button></>}>
        <p>{t('account.reopen.confirmFact')}</p>
      </Dialog>
    </div>
  )
}

const useColumns = (onMade: (made: CodeMade) => void): Column<Line>[] => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return [
    { key: 'person', head: t('account.reopen.person'), names: true, cell: (l) => <>{l.personName}<span className="small muted"> {l.login}</span></> },
    { key: 'unit', head: t('account.reopen.unit'), cell: (l) => `${l.unit}${t('common.comma')}${words(roleNames[l.role])}` },
    { key: 'reason', head: t('account.reopen.reason'), cell: (l) => l.reason },
    { key: 'by', head: t('account.reopen.by'), cell: (l) => `${l.proposedBy} ${sayAt(l.proposedAt, language)}` },
    { key: 'act', head: t('account.reopen.standing'), cell: (l) => <Acts line={l} onMade={onMade} />, phone: 'bare' },
  ]
}

/** Nothing while there is nothing. */
export const Reopenings = () => {
  const t = useText()
  const query = useRead(listReopenings, { params: {} })
  const [made, setMade] = useState<CodeMade | null>(null)
  const columns = useColumns(setMade)
  const rows = query.data?.reopenings ?? []
  if (rows.length === 0 && made === null) return null
  return (
    <Section title={t('account.reopen.title')} note={t('account.reopen.note')}>
      <Table caption={t('account.reopen.title')} captionHidden columns={columns} rows={rows} keyOf={(l) => l.reopeningId} empty={null} />
      <CodeDialog made={made} onKept={() => setMade(null)} />
    </Section>
  )
}
