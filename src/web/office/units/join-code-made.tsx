/** The code of a place, this once: a picture to be scanned, and words to send round. */
import type { AnswerOf } from '#contract/operation'
import type { makeUnitCode } from '#contract/operations/unit-joining'
import { sayEnd } from '#core/kernel/instant'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { CopyField } from '../../ui/copy-field'
import { Dialog } from '../../ui/dialog'
import { Note } from '../../ui/finding-card'
import { useQrCode } from '../../ui/use-qr-code'

export type MadeCode = AnswerOf<typeof makeUnitCode> & { readonly parent: string }

export const JoinCodeMade = ({ made, onClose }: { made: MadeCode; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const page = `${window.location.origin}/join-unit`
  // Behind the # of the address: no server, log or other site is ever sent it.
  const link = `${page}#${made.code}`
  const qr = useQrCode(link)
  const message = t('joining.made.text', { until: words(sayEnd(made.until)), link, parent: made.parent, page, code: made.code })
  return (
    <Dialog open onClose={onClose} title={t('joining.made.title')} actions={<Button look="primary" onClick={onClose}>{t('joining.made.done')}</Button>}>
      <div className="join-made">
        <p className="join-made-code">{made.code}</p>
        {qr === null ? <div className="join-made-qr" aria-busy="true" /> : <img className="join-made-qr" src={qr} alt={t('joining.made.qr')} />}
        <Note kind="warn" title={t('joining.made.once')}><p>{t('joining.made.onceFact')}</p></Note>
        <CopyField label={t('joining.made.message')} text={message} rows={5} act={t('joining.made.copy')} />
      </div>
    </Dialog>
  )
}
