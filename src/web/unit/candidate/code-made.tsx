/** The code, this once: to be scanned from the screen, or sent along with words ready to copy. */
import type { AnswerOf } from '#contract/operation'
import type { issueCode } from '#contract/operations/candidate'
import { sayEnd } from '#core/kernel/instant'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { CopyField } from '../../ui/copy-field'
import { Dialog } from '../../ui/dialog'
import { Note } from '../../ui/finding-card'
import { useQrCode } from '../../ui/use-qr-code'
import type { NominationContext } from '../reading'

export const CodeMade = ({ made, context: { nomination, campaign }, onClose }: { made: AnswerOf<typeof issueCode>; context: NominationContext; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  // Behind the # of the address: no server, log or other site is ever sent it.
  const link = `${window.location.origin}/join#${made.code}`
  const qr = useQrCode(link)
  const message = t('candidate.made.text', { person: nomination.candidateName, unit: nomination.unitName, campaign: words(campaign.name), code: made.code, link, until: words(sayEnd(made.until)) })
  return (
    <Dialog open onClose={onClose} title={t('candidate.made.title')} actions={<Button look="primary" onClick={onClose}>{t('candidate.made.done')}</Button>}>
      <div className="code-made">
        <p className="code-large">{made.code}</p>
        {qr === null ? <div className="code-qr" aria-busy="true" /> : <img className="code-qr" src={qr} alt={t('candidate.made.qr')} />}
        <Note kind="warn" title={t('candidate.made.once')}><p>{t('candidate.made.onceFact')}</p></Note>
        <CopyField label={t('candidate.made.message')} text={message} rows={6} act={t('candidate.made.copy')} />
      </div>
    </Dialog>
  )
}
