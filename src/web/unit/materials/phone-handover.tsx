/** 换手机拍：a code on the screen lets a telephone in, once, to these materials alone; what arrives from there shows here at once. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { readNomination } from '#contract/operations/nominations'
import { endHandover, handoverState, issueHandover } from '#contract/operations/phone'
import { CODE_MINUTES } from '#core/access/phone-pass'
import { sayDevice } from '#core/access/device'
import { clockTime } from '#core/kernel/instant'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { State } from '../../ui/state'
import { useQrCode } from '../../ui/use-qr-code'
import type { Nomination } from '../reading'
import './phone-handover.css'

const LOOK_AGAIN = 3000
/** A phone cannot reach an address that means “this computer”. */
const isOnlyHere = ({ hostname }: Pick<Location, 'hostname'>): boolean => hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')

const Code = ({ code, over, again, busy }: { code: string | null; over: boolean; again: () => void; busy: boolean }) => {
  const t = useText()
  const picture = useQrCode(`${window.location.origin}/h#${code ?? ''}`, code !== null && !over)
  if (over) return <div className="handover-code over"><p>{t('phone.desk.over')}</p><Button busy={busy} onClick={again}>{t('phone.desk.again')}</Button></div>
  return picture === null || code === null ? <div className="handover-code" aria-busy="true" /> : <img className="handover-code" src={picture} alt={t('phone.desk.alt')} />
}

const Waiting = ({ nominationId, arrived }: { nominationId: string; arrived: number }) => {
  const t = useText()
  const words = useWords()
  const params = { nominationId }
  const { mutate, data, error, isPending } = useAct(issueHandover, [])
  const end = useAct(endHandover, [handoverState.id])
  const state = useRead(handoverState, { params }, { refetchMs: LOOK_AGAIN })
  const [over, setOver] = useState(false)
  const issue = () => { setOver(false); mutate({ params: { nominationId } }) }
  useEffect(() => { mutate({ params: { nominationId } }) }, [mutate, nominationId])
  useEffect(() => {
    if (data === undefined) return undefined
    const timer = setTimeout(() => setOver(true), CODE_MINUTES * 60_000)
    return () => clearTimeout(timer)
  }, [data])
  const phones = state.data?.phones ?? []
  const [phone] = phones
  if (phone !== undefined) return (
    <div className="handover-in">
      <p role="status"><State kind="ok">{t('phone.desk.in')}</State></p>
      <p className="detail">{t('phone.desk.inDevice', { device: words(sayDevice(phone.device)), until: clockTime(phone.endsAt) })}</p>
      <p className="handover-count" role="status">{arrived > 0 ? t('phone.desk.arrived', { n: arrived }) : ''}</p>
      <p><Button look="block" busy={end.isPending} onClick={() => end.mutate({ params }, { onSuccess: issue })}>{t('phone.desk.end')}</Button></p>
      <Refused error={end.error} />
    </div>
  )
  return (
    <div className="handover">
      <Code code={data?.code ?? null} over={over} again={issue} busy={isPending} />
      <div>
        <ol className="rule-list"><li>{t('phone.desk.scan')}</li><li>{t('phone.desk.once', { minutes: CODE_MINUTES })}</li><li>{t('phone.desk.only')}</li></ol>
        {isOnlyHere(window.location) ? <p className="detail" role="note">{t('phone.desk.onlyHere')}</p> : null}
        <p className="detail" role="status">{arrived > 0 ? t('phone.desk.arrived', { n: arrived }) : t('phone.desk.waiting')}</p>
        <Refused error={error} />
      </div>
    </div>
  )
}

export const PhoneHandover = ({ nomination }: { nomination: Pick<Nomination, 'id' | 'materials'> }) => {
  const t = useText()
  const client = useQueryClient()
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null)
  const open = before !== null
  useEffect(() => {
    if (!open) return undefined
    const timer = setInterval(() => void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === readNomination.id }), LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [open, client])
  const arrived = nomination.materials.filter((m) => before?.has(m.fileId) === false).length
  return (
    <>
      <Button onClick={() => setBefore(new Set(nomination.materials.map((m) => m.fileId)))}>{t('phone.desk.open')}</Button>
      <Dialog open={open} onClose={() => setBefore(null)} title={t('phone.desk.title')} actions={<Button look="primary" onClick={() => setBefore(null)}>{t('phone.desk.close')}</Button>}>
        <Waiting nominationId={nomination.id} arrived={arrived} />
      </Dialog>
    </>
  )
}
