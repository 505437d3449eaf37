/** What is still open on this page, each a jump to its place. */
import type { Finding } from '#core/kernel/finding'
import { useText, useWords } from '../../text/use-text'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { goTo } from '../go-to-hash'

export const OpenPoints = ({ findings }: { findings: readonly Finding[] }) => {
  const t = useText()
  const words = useWords()
  if (findings.length === 0) return <Section title={t('unit.open.title')}><State kind="ok">{t('unit.answers.allDone')}</State></Section>
  return (
    <Section title={t('unit.open.title')} note={t('unit.open.count', { n: findings.length })}>
      <ul className="open-list">{findings.map((f, i) => <li key={`${f.code}${i}`}><button type="button" className="link" onClick={() => goTo((f.at.field ?? '').replace('.', '-'))}>{words(f.what)}</button></li>)}</ul>
    </Section>
  )
}
