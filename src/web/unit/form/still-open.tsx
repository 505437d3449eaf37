/** What is still open in the form, each a jump to its field. */
import type { Finding } from '#core/kernel/finding'
import { useText, useWords } from '../../text/use-text'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { goTo } from '../go-to-hash'

export const StillOpen = ({ findings, total }: { findings: readonly Finding[]; total: number }) => {
  const t = useText()
  const words = useWords()
  if (findings.length === 0) return <Section title={t('unit.open.title')}><State kind="ok">{t('unit.open.none', { n: total })}</State></Section>
  return (
    <Section title={t('unit.open.title')} note={t('unit.open.count', { n: findings.length })}>
      <ul className="open-list">
        {findings.map((f, i) => <li key={`${f.code}${f.at.field}${i}`}><button type="button" className="link" onClick={() => goTo(`field-${f.at.field}`)}>{words(f.what)}</button></li>)}
      </ul>
    </Section>
  )
}
