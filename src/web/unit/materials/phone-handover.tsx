/** 换手机拍：the same page on the phone, by a code on the screen; what arrives from there shows here at once. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { readNomination } from '#contract/operations/nominations'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useQrCode } from '../../ui/use-qr-code'
import type { Nomination } from '../reading'
import './phone-handover.css'

const LOOK_AGAIN = 3000
/** A phone cannot reach an address that means “this computer”. */
const isOnlyHere = ({ hostname }: Pick<Location, 'hostname'>): boolean => hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')

export const PhoneHandover = ({ nomination }: { nomination: Pick<Nomination, 'id' | 'materials'> }) => {
  const t = useText()
  const client = useQueryClient()
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null)
  const open = before !== null
  const address = `${window.location.origin}/unit/n/${nomination.id}/materials`
  const code = useQrCode(address, open)
  useEffect(() => {
    if (!open) return undefined
    const timer = setInterval(() => void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === readNomination.id }), LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [open, client])
  const arrived = nomination.materials.filter((m) => before?.has(m.fileId) === false).length
  return (
    <>
      <Button onClick={() => setBefore(new Set(nomination.materials.map((m) => m.fileId)))}>{t('unit.handover.open')}</Button>
      <Dialog open={open} onClose={() => setBefore(null)} title={t('unit.handover.title')} actions={<Button look="primary" onClick={() => setBefore(null)}>{t('unit.handover.close')}</Button>}>
        <div className="handover">
          {code === null ? <div className="handover-code" aria-busy="true" /> : <img className="handover-code" src={code} alt={t('unit.handover.alt')} />}
          <div>
            <ol className="rule-list">{(['scan', 'signIn', 'take'] as const).map((key) => <li key={key}>{t(`unit.handover.${key}`)}</li>)}</ol>
            <p className="small muted handover-address">{address}</p>
            {isOnlyHere(window.location) ? <p className="detail" role="note">{t('unit.handover.onlyHere')}</p> : null}
            <p className="detail" role="status">{arrived > 0 ? t('unit.handover.arrived', { n: arrived }) : t('unit.handover.waiting')}</p>
          </div>
        </div>
      </Dialog>
    </>
  )
}
