/** The receipt of a ballot: shown once, large, to be written down; after closing it is found among the codes of the box. */
import { useText } from '../../text/use-text'
import { Icon } from '../../ui/icon'

export const Receipt = ({ code, sheet = false }: { code: string; /** Of a score sheet. */ sheet?: boolean }) => {
  const t = useText()
  const title = t(sheet ? 'rounds.receipt.title' : 'jury.receipt.title')
  return (
    <section className="ballot-receipt" role="status" aria-label={title}>
      <h2><Icon name="ok" />{title}</h2>
      <p className="code">{code}</p>
      <p>{t('jury.receipt.note')}</p>
    </section>
  )
}
