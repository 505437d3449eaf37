/** 涉密隔离件, to whoever reads the record: what was found and what was done, step by step; nothing of the files. */
import { listQuarantine } from '#contract/operations/secrecy'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { useRead } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Section } from '../ui/section'
import { SetApart } from '../ui/set-apart'

export const ApartList = ({ campaignId, definition }: { campaignId: string; definition: ResolvedDefinition }) => {
  const t = useText()
  const items = useRead(listQuarantine, { params: { campaignId } }).data?.items ?? []
  if (items.length === 0) return null
  return <Section title={t('secrecy.title')} note={t('secrecy.supervisorNote')}>{items.map((item) => <SetApart key={item.id} item={item} material={ruleOf(definition, 'material', item.materialId)?.name ?? { zh: item.materialId, en: item.materialId }} />)}</Section>
}
