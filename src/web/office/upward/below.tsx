/** 用别的平台的单位: what this campaign gives them, and what came from them. Closed until somebody looks: most units are in this installation. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { answerFile, callFile, readCameUp } from '#contract/operations/upward'
import { saveFile } from '../../api/save-file'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused, type Trouble } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { say } from '../../ui/toast'

type Unit = AnswerOf<typeof readCameUp>['units'][number]

const List = ({ campaignId, units }: { campaignId: string; units: readonly Unit[] }) => {
  const t = useText()
  const [busy, setBusy] = useState('')
  const [error, setError] = useState<Trouble | null>(null)
  const take = (operation: typeof callFile | typeof answerFile, unitId: string) => {
    setBusy(`${operation.id} ${unitId}`)
    setError(null)
    saveFile(operation, { params: { campaignId, unitId } } as never).then(() => say(t('upward.gave')), (e: unknown) => setError(e as Trouble)).finally(() => setBusy(''))
  }
  const columns: Column<Unit>[] = [
    { key: 'name', head: t('upward.unit'), names: true, cell: (u) => u.name },
    { key: 'came', head: t('upward.came'), cell: (u) => (u.nominations.length === 0 ? <span className="muted">{t('upward.cameNone')}</span> : <>{t('upward.cameOf', { n: u.nominations.length })}　<span className="small muted">{u.nominations.map((n) => n.name).join('、')}</span></>) },
    { key: 'ways', head: '', phone: 'bare', cell: (u) => (
      <span className="row-of">
        <Button size="small" busy={busy === `${callFile.id} ${u.unitId}`} aria-label={t('upward.callLabel', { name: u.name })} onClick={() => take(callFile, u.unitId)}>{t('upward.call')}</Button>
        {u.results === 0 ? null : <Button size="small" busy={busy === `${answerFile.id} ${u.unitId}`} aria-label={t('upward.answerLabel', { name: u.name, n: u.results })} onClick={() => take(answerFile, u.unitId)}>{t('upward.answer')}</Button>}
      </span>
    ) },
  ]
  return <><Table caption={t('upward.below')} captionHidden columns={columns} rows={units} keyOf={(u) => u.unitId} empty={null} /><Refused error={error} /></>
}

export const Below = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const query = useRead(readCameUp, { params: { campaignId } })
  const came = query.data?.units.some((u) => u.nominations.length > 0) === true
  const hidden = query.data?.units.filter((u) => u.nominations.length === 0).length ?? 0
  if (query.data?.units.length === 0) return null
  return (
    <Section title={t('upward.below')} note={t('upward.belowNote')} action={<ButtonLink size="small" to="/office/incoming">{t('upward.incoming.nav')}</ButtonLink>}>
      <Answer query={query}>{({ units }) => (open || came ? <List campaignId={campaignId} units={open ? units : units.filter((u) => u.nominations.length > 0)} /> : null)}</Answer>
      {open || hidden === 0 ? null : <p className="gap"><Button look="quiet" onClick={() => setOpen(true)}>{t('upward.belowOpen', { n: query.data?.units.length ?? 0 })}</Button></p>}
    </Section>
  )
}
