/** What also goes in on paper: number of copies by material. */
import type { ResolvedRule } from '#core/campaign/definition'
import { sayPaper } from '#core/rules/material-say'
import { useText, useWords } from '../../text/use-text'
import { KeyValue } from '../../ui/key-value'
import { Section } from '../../ui/section'

export const Paper = ({ rules }: { rules: readonly ResolvedRule<'material'>[] }) => {
  const t = useText()
  const words = useWords()
  const papers = rules.filter((r) => r.paperCopies > 0 || r.paper !== undefined)
  if (papers.length === 0) return null
  return <Section title={t('unit.paper.title')}><KeyValue nameWidth={180} pairs={papers.map((r) => ({ name: words(r.name), value: [...(r.paperCopies > 0 ? [t('unit.paper.copies', { n: r.paperCopies })] : []), ...(r.paper === undefined ? [] : sayPaper(r.paper).map(words))].join(t('unit.listComma')) }))} /></Section>
}
