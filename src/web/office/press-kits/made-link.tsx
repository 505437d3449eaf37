/** The link of a kit, shown this once. */
import { sayFullEnd } from '#core/kernel/instant'
import { useLanguage, useText } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { CopyField } from '../../ui/copy-field'
import { Dialog } from '../../ui/dialog'
import { useQrCode } from '../../ui/use-qr-code'

export const MadeLink = ({ path, until, onClose }: { path: string; until: number; onClose: () => void }) => {
  const t = useText()
  const language = useLanguage()
  const address = `${location.origin}${path}`
  const code = useQrCode(address)
  return (
    <Dialog open wide onClose={onClose} title={t('pressKits.made')} actions={<><ButtonLink reload look="quiet" to={path}>{t('pressKits.open')}</ButtonLink><Button look="primary" onClick={onClose}>{t('pressKits.done')}</Button></>}>
      <p>{t('pressKits.madeFact', { at: sayFullEnd(until)[language] })}</p>
      <div className="kit-link"><CopyField label={t('pressKits.link')} text={address} rows={3} act={t('pressKits.copy')} />{code === null ? null : <img src={code} alt={t('pressKits.code')} />}</div>
    </Dialog>
  )
}
