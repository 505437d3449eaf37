/** 请本单位说明: what the office asks about a nomination, answered by the approver. Nothing where nothing is asked. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { giveStatement, listStatements } from '#contract/operations/objections'
import { dayOf } from '#core/kernel/instant'
import { objectionLimits as most } from '#core/objections/terms'
import { useSession } from '../api/session'
import { useAct, useRead } from '../api/use-operation'
import { useLanguage, useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { NeverOnline } from '../ui/never-online'
import { sayAt, sayDay } from '../ui/say-time'
import { Section } from '../ui/section'
import { TextArea } from '../ui/text-fields'
import '../ui/objections/objections.css'

type Asked = AnswerOf<typeof listStatements>['statements'][number]

const One = ({ nominationId, asked }: { nominationId: string; asked: Asked }) => {
  const t = useText()
  const language = useLanguage()
  const { role } = useSession()
  const [said, setSaid] = useState('')
  const act = useAct(giveStatement)
  return (
    <li>
      <p className="objection-said"><b>{asked.question}</b></p>
      {asked.saidAt !== null ? <><p className="objection-said">{asked.said}</p><p className="small muted">{t('objections.unit.given', { at: sayAt(asked.saidAt, language) })}</p></> : !asked.open ? <p className="small muted">{t('objections.unit.closed')}</p> : <>
        <p className="small muted">{t('objections.unit.due', { due: sayDay(dayOf(asked.dueAt - 1), language) })} {role === 'unitApprover' ? '' : t('objections.unit.clerk')}</p>
        {role !== 'unitApprover' ? null : <div className="objection-acts">
          <TextArea label={t('objections.unit.said')} required rows={4} max={most.statement} value={said} onChange={setSaid} />
          <NeverOnline />
          <p className="row-of"><Button look="primary" busy={act.isPending} disabled={said.trim().length < 5} onClick={() => act.mutate({ params: { nominationId, statementId: asked.id }, body: { said } })}>{t('objections.unit.do')}</Button></p>
          <Refused error={act.error} />
        </div>}
      </>}
    </li>
  )
}

export const Statements = ({ nominationId, sent }: { nominationId: string; sent: boolean }) => {
  const t = useText()
  const { data } = useRead(listStatements, { params: { nominationId } }, { enabled: sent })
  if (data === undefined || data.statements.length === 0) return null
  return <Section title={t('objections.unit.title')} note={t('objections.unit.note')}><ol className="objection-steps">{data.statements.map((s) => <One key={s.id} nominationId={nominationId} asked={s} />)}</ol></Section>
}
