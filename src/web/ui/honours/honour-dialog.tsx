/** One honour: its entries, its certificate and public page, and what may be done about it. */
import { certificate } from '#contract/operations/honours'
import { dayOf } from '#core/kernel/instant'
import { addressOf } from '../../api/call'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Button, ButtonLink } from '../button'
import { Dialog } from '../dialog'
import { Note } from '../finding-card'
import { sayFullDay } from './say-full-day'
import { ProposeChange, WaitingChange } from './change-form'
import type { RegisteredRow } from './rows'
import './honours.css'

const Entries = ({ entries }: Pick<RegisteredRow, 'entries'>) => {
  const t = useText()
  const language = useLanguage()
  return (
    <ol className="honour-entries">
      {entries.map((e) => (
        <li key={e.at}>
          <b>{t(`honours.kind.${e.kind}`)}</b>
          <div>
            <p>{sayFullDay(dayOf(e.at), language)}{e.proposedBy === null || e.confirmedBy === null ? null : <span className="muted">　{t('honours.by', { proposed: e.proposedBy, confirmed: e.confirmedBy })}</span>}</p>
            {e.reason === null ? null : <p>{e.reason}</p>}
            {e.basis === null ? null : <p className="small muted">{t('honours.basisIs', { basis: e.basis })}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

const Body = ({ row }: { row: RegisteredRow }) => {
  const t = useText()
  const words = useWords()
  const change = row.may.includes('revoke') ? 'revoke' : row.may.includes('restore') ? 'restore' : null
  return (
    <>
      <p className="detail">{row.unit}</p>
      <p className="detail muted">{row.number}　{words(row.award)}</p>
      <Entries entries={row.entries} />
      {row.recall.length === 0 ? null : <Note kind="warn" title={t('honours.recall')}><ul className="honour-recall">{row.recall.map((r) => <li key={r.zh}>{words(r)}</li>)}</ul></Note>}
      <div className="honour-ways">
        {row.standing === 'valid' ? <ButtonLink reload icon="down" to={addressOf(certificate, { campaignId: row.campaignId, honourId: row.honourId })}>{t('honours.certificate')}</ButtonLink> : null}
        {row.path === '' ? null : <ButtonLink reload to={row.path}>{t('honours.publicPage')}</ButtonLink>}
      </div>
      {row.proposal === null ? change === null ? null : <ProposeChange key={change} row={row} change={change} /> : <WaitingChange row={row} proposal={row.proposal} />}
    </>
  )
}

export const HonourDialog = ({ row, onClose }: { row: RegisteredRow | null; onClose: () => void }) => {
  const t = useText()
  return <Dialog wide open={row !== null} onClose={onClose} title={row?.name ?? ''} actions={<Button onClick={onClose}>{t('honours.close')}</Button>}>{row === null ? null : <Body key={row.honourId} row={row} />}</Dialog>
}
