/** The last question before a public notice begins or is handed to a second person: that all still fit, and why without a unit's word. */
import { LEAST_REASON } from '#core/nomination/gate-asking'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { asPoints, StillFits, useGateTitle } from '../../ui/gate/still-fits'
import type { GateStanding } from '../../ui/gate/use-gate'
import { TextArea } from '../../ui/text-fields'

export interface Affirmed { readonly still: boolean; readonly without: string }
interface StartDialogProps {
  open: boolean; onClose: () => void; title: string; keep: string; fact: string; busy: boolean; onAct: () => void
  gate: GateStanding | undefined
  /** Candidates whose unit said nothing; undefined: not known yet. */
  silent: number | undefined
  affirmed: Affirmed; onAffirm: (part: Partial<Affirmed>) => void
}

export const StartDialog = ({ open, onClose, title, keep, fact, busy, onAct, gate, silent, affirmed: { still, without }, onAffirm }: StartDialogProps) => {
  const t = useText()
  const asked = useGateTitle()
  const lacking = silent === undefined || ((gate?.open ?? 0) > 0 && !still) || (silent > 0 && [...without.trim()].length < LEAST_REASON)
  return (
    <Dialog open={open} onClose={onClose} title={title} actions={<><Button onClick={onClose}>{keep}</Button><Button look="primary" busy={busy} disabled={lacking} onClick={onAct}>{title}</Button></>}>
      <p>{fact}</p>
      {gate && gate.open > 0 ? <div className="gap"><h3>{asked}</h3><StillFits points={asPoints(gate.points)} n={gate.open} checked={still} onChange={(next) => onAffirm({ still: next })} /></div> : null}
      {silent !== undefined && silent > 0 ? <div className="gap"><h3>{t('gate.units.silent', { n: silent })}</h3><TextArea label={t('gate.units.reason')} required rows={2} max={500} hint={t('gate.units.reasonHint', { least: LEAST_REASON })} value={without} onChange={(next) => onAffirm({ without: next })} /></div> : null}
    </Dialog>
  )
}
