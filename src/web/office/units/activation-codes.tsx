/** 启用码: shown once, printed or downloaded, then put away. */
import type { z } from 'zod'
import type { activation } from '#contract/operations/organisations'
import { roleNames } from '#core/access/actor'
import { sayEnd, type Instant } from '#core/kernel/instant'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Note } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { Table, type Column } from '../../ui/table'
import { csvOf, saveText } from './csv'

export type Activation = z.output<typeof activation>
interface ActivationCodesProps { codes: readonly Activation[]; expiresAt: Instant; onKept: () => void }

const useColumns = (): Column<Activation>[] => {
  const t = useText()
  const words = useWords()
  return [
    { key: 'unit', head: t('office.codes.unit'), names: true, cell: (c) => c.unit },
    { key: 'person', head: t('office.codes.person'), cell: (c) => c.personName },
    { key: 'role', head: t('office.codes.role'), cell: (c) => words(roleNames[c.role]) },
    { key: 'login', head: t('office.codes.login'), cell: (c) => c.login },
    { key: 'code', head: t('office.codes.code'), cell: (c) => <span className="code-once">{c.code}</span> },
  ]
}

export const ActivationCodes = ({ codes, expiresAt, onKept }: ActivationCodesProps) => {
  const t = useText()
  const words = useWords()
  const columns = useColumns()
  const download = () => saveText(t('office.codes.file'), csvOf([columns.map((c) => c.head), ...codes.map((c) => [c.unit, c.personName, words(roleNames[c.role]), c.login, c.code])]))
  return (
    <Section title={t('office.codes.title', { n: codes.length })} action={<><Button icon="down" onClick={download}>{t('office.codes.download')}</Button><Button icon="print" look="primary" onClick={() => window.print()}>{t('office.codes.print')}</Button></>}>
      <Note kind="warn" title={t('office.codes.once')}><p>{t('office.codes.expires', { end: words(sayEnd(expiresAt)) })}</p></Note>
      <Table caption={t('office.codes.title', { n: codes.length })} captionHidden columns={columns} rows={codes} keyOf={(c) => `${c.login}-${c.role}`} empty={null} />
      <div className="acts"><Button onClick={onKept}>{t('office.codes.keep')}</Button></div>
    </Section>
  )
}
