/** 登录中的设备: told by device and time, and by no place; each can be signed out from here. */
import { endOtherSessions, endSession } from '#contract/operations/account'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { sayAt } from '../ui/say-time'
import { Section } from '../ui/section'
import { State } from '../ui/state'
import { Table, type Column } from '../ui/table'
import { say } from '../ui/toast'
import type { Account } from './reading'
import { useChange } from './use-change'

type Line = Account['sessions'][number]

const End = ({ line }: { line: Line }) => {
  const t = useText()
  const words = useWords()
  const end = useChange(endSession)
  if (line.here) return <State kind="ok">{t('account.sessions.here')}</State>
  const act = () => end.run({ params: { sessionId: line.sessionId } }, () => say(t('account.sessions.ended', { n: 1 })))
  return <><Button size="small" busy={end.busy} aria-label={t('account.sessions.endOf', { device: words(line.device) })} onClick={act}>{t('account.sessions.end')}</Button><Refused error={end.error} /></>
}

export const SessionsPart = ({ sessions }: Pick<Account, 'sessions'>) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const endAll = useChange(endOtherSessions)
  const columns: Column<Line>[] = [
    { key: 'device', head: t('account.sessions.device'), names: true, cell: (s) => words(s.device) },
    { key: 'began', head: t('account.sessions.began'), cell: (s) => sayAt(s.beganAt, language) },
    { key: 'used', head: t('account.sessions.used'), cell: (s) => sayAt(s.lastUsedAt, language) },
    { key: 'end', head: t('account.sessions.standing'), cell: (s) => <End line={s} />, phone: 'bare' },
  ]
  const act = () => endAll.run({ params: {} }, ({ ended }) => say(t('account.sessions.ended', { n: ended })))
  return (
    <Section title={t('account.sessions')} note={t('account.sessions.note')} action={sessions.length > 1 ? <Button size="small" busy={endAll.busy} onClick={act}>{t('account.sessions.endAll')}</Button> : null}>
      <Refused error={endAll.error} />
      <Table caption={t('account.sessions')} captionHidden columns={columns} rows={sessions} keyOf={(s) => s.sessionId} empty={null} />
    </Section>
  )
}
