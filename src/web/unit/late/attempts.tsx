/** 报送尝试: when submit was pressed, what was answered, under which number; the proof to print. What the browser kept is handed in here. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { attemptProof, listAttempts } from '#contract/operations/availability'
import { answerNames } from '#core/availability/outage'
import { stamp } from '#core/kernel/instant'
import type { AnswerOf } from '#contract/operation'
import { addressOf } from '../../api/call'
import { useSession } from '../../api/session'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { CodeText } from '../../ui/code-text'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { Table } from '../../ui/table'
import { handInKept, keptAttempts } from './kept-attempts'

type Attempt = AnswerOf<typeof listAttempts>['attempts'][number]
const AGAIN_MS = 5000

/** As soon as the server answers again, by itself. */
const useHandIn = (nominationId: string): void => {
  const client = useQueryClient()
  const { role } = useSession()
  useEffect(() => {
    if (role !== 'unitApprover') return
    const go = () => {
      if (keptAttempts(nominationId).length > 0) void handInKept(nominationId).then((taken) => { if (taken) void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === listAttempts.id }) })
    }
    go()
    const timer = setInterval(go, AGAIN_MS)
    window.addEventListener('online', go)
    return () => { clearInterval(timer); window.removeEventListener('online', go) }
  }, [client, nominationId, role])
}

export const Attempts = ({ nominationId }: { nominationId: string }) => {
  const t = useText()
  const words = useWords()
  useHandIn(nominationId)
  const attempts = useRead(listAttempts, { params: { nominationId } }).data?.attempts ?? []
  // One that went through at once needs no proof beside its receipt.
  if (attempts.every((a) => a.answer === 'done')) return null
  return (
    <Section title={t('late.attempts.title')} note={t('late.attempts.note')} action={<ButtonLink reload icon="print" to={addressOf(attemptProof, { nominationId })}>{t('late.attempts.pdf')}</ButtonLink>}>
      <Table<Attempt> caption={t('late.attempts.title')} captionHidden rows={attempts} keyOf={(a) => a.id} empty={null} columns={[
        { key: 'at', head: t('late.attempts.at'), names: true, cell: (a) => stamp(a.at).replace(' +08:00', '') },
        { key: 'answer', head: t('late.attempts.answer'), cell: (a) => <State kind={a.answer === 'done' ? 'ok' : a.affected ? 'warn' : 'none'}>{words(answerNames[a.answer])}</State> },
        { key: 'trace', head: t('late.attempts.trace'), cell: (a) => (a.trace === '' ? '—' : <CodeText code={a.trace} />) },
        { key: 'by', head: t('late.attempts.by'), cell: (a) => t(`late.attempts.by.${a.toldBy}`) },
      ]} />
    </Section>
  )
}
