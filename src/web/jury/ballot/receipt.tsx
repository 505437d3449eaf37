/** The receipt of a ballot: shown once, large, to be written down; after closing it is found among the codes of the box. */
import { useText } from '../../text/use-text'
import { Icon } from '../../ui/icon'

export const Receipt = ({ code }: { code: string }) => {
  const t = useText()
  return (
    <section className="ballot-receipt" role="status" aria-label={t('jury.receipt.title')}>
      <h2><Icon name="ok" />{t('jury.receipt.title')}</h2>
      <p className="code">{code}</p>
      <p>{t('jury.receipt.note')}</p>
    </section>
  )
}
