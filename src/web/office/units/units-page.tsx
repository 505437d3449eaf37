/** `/office/units`: the tree of organisations, and the import of a list. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { listOrganisations, type importOrganisations } from '#contract/operations/organisations'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Answer } from '../../ui/answer'
import { ActivationCodes } from './activation-codes'
import { JoiningLink } from './joining-link'
import { ImportUnits } from './import-units'
import type { Needed, Organisation } from './reading'
import { UnitTree } from './unit-tree'
import './units.css'

const Tree = ({ units, needed }: { units: readonly Organisation[]; needed: Needed }) => {
  const t = useText()
  const people = units.flatMap((u) => u.people)
  if (units.length === 0) return <Empty title={t('office.units.none')}>{t('office.units.noneFact')}</Empty>
  return (
    <Section title={t('office.units.tree')} note={`${t('office.units.count', { n: units.length })}, ${t('office.units.activatedCount', { n: people.filter((p) => p.activated).length, of: people.length })}`}>
      <UnitTree units={units} needed={needed} />
    </Section>
  )
}

export const UnitsPage = () => {
  const t = useText()
  const query = useRead(listOrganisations, { params: {} })
  const [imported, setImported] = useState<AnswerOf<typeof importOrganisations> | null>(null)
  const showCodes = imported !== null && imported.activations.length > 0
  return (
    <PageFrame>
      <h1 className="page-title">{t('office.units.title')}</h1>
      <JoiningLink />
      <div className="gap" />
      {showCodes ? <ActivationCodes codes={imported.activations} expiresAt={imported.expiresAt} onKept={() => setImported(null)} /> : <ImportUnits onImported={setImported} />}
      <div className="gap screen-only"><Answer query={query}>{({ organisations, needed }) => <Tree units={organisations} needed={needed} />}</Answer></div>
    </PageFrame>
  )
}
