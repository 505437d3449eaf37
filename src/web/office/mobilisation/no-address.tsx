/** Units nobody can write to, and the way to mend it here. */
import { useState } from 'react'
import { useText } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { EnterAddress } from '../units/enter-address'

export interface Unaddressed { readonly unitId: string; readonly name: string }
const AT_ONCE = 20

export const NoAddress = ({ units }: { units: readonly Unaddressed[] }) => {
  const t = useText()
  const [all, setAll] = useState(false)
  if (units.length === 0) return null
  const columns: Column<Unaddressed>[] = [
    { key: 'unit', head: t('office.overview.unit'), names: true, cell: (u) => u.name },
    { key: 'act', head: '', numeric: true, phone: 'bare', cell: (u) => <EnterAddress unitId={u.unitId} name={u.name} email="" /> },
  ]
  return (
    <Section title={t('office.mobilisation.noAddress', { n: units.length })} note={t('office.mobilisation.noAddressFact')} action={<ButtonLink size="small" to="/office/units">{t('office.mobilisation.toUnits')}</ButtonLink>}>
      <Table caption={t('office.mobilisation.noAddress', { n: units.length })} captionHidden keep columns={columns} rows={all ? units : units.slice(0, AT_ONCE)} keyOf={(u) => u.unitId} empty={null} />
      {units.length > AT_ONCE && !all ? <div className="acts"><Button onClick={() => setAll(true)}>{t('office.mobilisation.more', { n: units.length - AT_ONCE })}</Button></div> : null}
    </Section>
  )
}
