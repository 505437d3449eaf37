/** 回执: when it was received, the code, what was sealed with its hashes, and the paper itself (PDF with QR). */
import { receiptPdf } from '#contract/operations/nominations'
import { stamp } from '#core/kernel/instant'
import { addressOf } from '../api/call'
import { useText } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { CodeText } from '../ui/code-text'
import { KeyValue } from '../ui/key-value'
import { Section } from '../ui/section'
import { Table } from '../ui/table'
import { sayBytes } from '../ui/upload-row'
import type { Nomination } from './reading'

type Sealed = NonNullable<Nomination['receipt']>['manifest'][number]

const Files = ({ files }: { files: readonly Sealed[] }) => {
  const t = useText()
  return (
    <Table<Sealed> caption={t('unit.receipt.files', { n: files.length })} captionHidden rows={files} keyOf={(f) => f.sha256} empty={null} columns={[
      { key: 'name', head: t('unit.receipt.name'), names: true, cell: (f) => (f.sealed === true ? `${f.name}（${t('late.receipt.sealed')}）` : f.name) },
      { key: 'bytes', head: t('unit.receipt.bytes'), numeric: true, cell: (f) => sayBytes(f.bytes) },
      { key: 'hash', head: 'SHA-256', cell: (f) => <CodeText code={f.sha256} short /> },
    ]} />
  )
}

export const Receipt = ({ nomination, primary }: { nomination: Nomination; primary?: boolean }) => {
  const t = useText()
  const { receipt } = nomination
  if (receipt === null) return null
  return (
    <Section title={t('unit.receipt.title')} note={t('unit.receipt.note')} action={<ButtonLink reload icon="print" to={addressOf(receiptPdf, { nominationId: nomination.id })} {...(primary && { look: 'primary' as const })}>{t('unit.receipt.pdf')}</ButtonLink>}>
      <div className="receipt">
        <KeyValue nameWidth={88} pairs={[
          { name: t('unit.receipt.code'), value: <b className="receipt-code">{receipt.code}</b> },
          { name: t('unit.receipt.at'), value: stamp(receipt.at) },
          { name: t('unit.receipt.position'), value: t('unit.receipt.positionIs', { n: receipt.position }) },
          { name: t('unit.receipt.hash'), value: <CodeText code={receipt.hash} /> },
        ]} />
        <details className="receipt-files"><summary>{t('unit.receipt.files', { n: receipt.manifest.length })}</summary><Files files={receipt.manifest} /></details>
      </div>
    </Section>
  )
}
