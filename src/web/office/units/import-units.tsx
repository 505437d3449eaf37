/** 导入名单: choose a file, see what it would do, then import. The answer's codes go to the page, which shows them once. */
import { useState, type ChangeEvent } from 'react'
import type { AnswerOf } from '#contract/operation'
import { importOrganisations, previewImport } from '#contract/operations/organisations'
import { columns } from '#core/organisations/import-plan'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { ErrorBox } from '../../ui/error-box'
import { Icon } from '../../ui/icon'
import { Loading } from '../../ui/loading'
import { Section } from '../../ui/section'
import { say } from '../../ui/toast'
import { sayBytes } from '../../ui/upload-row'
import { Refused } from '../../ui/answer'
import { csvOf, saveText } from './csv'
import { ImportPreview } from './import-preview'
import { base64Of, MOST_BYTES } from './read-file'

type Imported = AnswerOf<typeof importOrganisations>
interface Sheet { fileName: string; base64: string }

const headings = (): string[] => Object.values(columns).map(([first]) => first)

const FilePick = ({ label, primary, onFile }: { label: string; primary: boolean; onFile: (file: File) => void }) => {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file) onFile(file)
    event.target.value = ''
  }
  return (
    <span className="file-pick">
      <span className={primary ? 'button primary' : 'button'} aria-hidden="true"><Icon name="up" />{label}</span>
      <input type="file" aria-label={label} accept=".xlsx,.csv,.txt" onChange={choose} />
    </span>
  )
}

export const ImportUnits = ({ onImported }: { onImported: (imported: Imported) => void }) => {
  const t = useText()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const preview = useAct(previewImport, [])
  const write = useAct(importOrganisations)
  const counts = preview.data?.counts
  const kept = counts ? counts.create + counts.update : 0
  const drop = () => {
    setSheet(null)
    preview.reset()
    write.reset()
  }
  const take = async (file: File) => {
    drop()
    setTooLarge(file.size > MOST_BYTES ? t('office.import.tooLarge', { size: sayBytes(file.size) }) : null)
    if (file.size > MOST_BYTES) return
    const next = { fileName: file.name, base64: await base64Of(file) }
    setSheet(next)
    preview.mutate({ params: {}, body: next })
  }
  const act = () => sheet && counts && write.mutate({ params: {}, body: { ...sheet, refusedSeen: counts.refused } }, {
    onSuccess: (imported) => {
      say(t('office.import.done', { created: imported.created, updated: imported.updated }))
      drop()
      onImported(imported)
    },
  })
  return (
    <Section title={t('office.import.title')} note={t('office.import.note')}
      action={<><Button icon="down" onClick={() => saveText(t('office.import.templateName'), csvOf([headings()]))}>{t('office.import.template')}</Button><FilePick label={sheet ? t('office.import.chooseOther') : t('office.import.choose')} primary={!sheet} onFile={(file) => void take(file)} /></>}>
      {tooLarge ? <ErrorBox title={tooLarge} lost={t('common.error.kept')} /> : null}
      {preview.isPending && sheet ? <Loading shape="rows" words={t('office.import.reading', { name: sheet.fileName })} /> : null}
      <Refused error={preview.error} />
      {sheet && preview.data ? (
        <>
          <ImportPreview key={sheet.base64.length} name={sheet.fileName} preview={preview.data} />
          <div className="acts">
            <Button look="primary" disabled={kept === 0} busy={write.isPending} onClick={act}>{kept === 0 ? t('office.import.nothing') : counts?.refused ? t('office.import.actSome', { n: kept, m: counts.refused }) : t('office.import.act', { n: kept })}</Button>
            <Button onClick={drop}>{t('office.import.drop')}</Button>
          </div>
          <div className="gap"><Refused error={write.error} /></div>
        </>
      ) : null}
    </Section>
  )
}
