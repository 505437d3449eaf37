/** What a supervisor may do here, in two sentences. */
import { useText } from '../text/use-text'
import { Section } from '../ui/section'

export const MyRights = () => {
  const t = useText()
  return <Section title={t('supervisor.rights.title')}><p className="detail muted">{t('supervisor.rights.words')}</p></Section>
}
