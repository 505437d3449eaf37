/** How to check an exported record on any computer, without this installation; and the head of the chain to compare. */
import { useText } from '../text/use-text'
import { CodeText } from '../ui/code-text'
import { Section } from '../ui/section'

export const OfflineCheck = ({ head }: { head: string }) => {
  const t = useText()
  return (
    <Section title={t('supervisor.offline.title')}>
      <ol className="offline-steps">
        <li>{t('supervisor.offline.export')}</li>
        <li>{t('supervisor.offline.page')}<br /><a className="link" href="/verify" target="_blank">{t('supervisor.offline.open')}</a></li>
        <li>{t('supervisor.offline.run')}<pre className="command">xuanshu verify FILE --receipt CODE</pre></li>
        <li>{t('supervisor.offline.compare')}</li>
      </ol>
      {head ? <p className="detail"><span className="muted">{t('supervisor.offline.head')}</span><br /><CodeText code={head} /></p> : null}
    </Section>
  )
}
