/** Right column: the files with their previews, each opening in the viewer; the original is one step further. */
import { useState } from 'react'
import { materialContent, materialPreview } from '#contract/operations/nominations'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { addressOf } from '../../api/call'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Icon } from '../../ui/icon'
import { ReportFile } from '../../ui/report-file'
import { Section } from '../../ui/section'
import { sayDay } from '../../ui/say-time'
import { State } from '../../ui/state'
import { sayBytes } from '../../ui/upload-row'
import { Viewer, type ViewedFile } from '../../ui/viewer'
import type { Nomination } from './letter'

type File = Nomination['materials'][number]

const worst = (file: File) => (file.findings.some((f) => f.strength === 'block') ? 'block' : file.findings.some((f) => f.strength === 'warn') ? 'warn' : 'ok')

const Tile = ({ file, title, nominationId, definition, onOpen }: { file: File; title: string; nominationId: string; definition: ResolvedDefinition; onOpen: () => void }) => {
  const t = useText()
  const rule = ruleOf(definition, 'material', file.materialId)
  const params = { nominationId, fileId: file.fileId }
  const kind = worst(file)
  return (
    <li>
      <button type="button" className={`desk-file ${kind}`} onClick={onOpen}>
        <span className="hidden-text">{t('viewer.lookAt', { name: file.name })}</span>
        {file.hasPreview ? <img alt="" loading="lazy" src={addressOf(materialPreview, params)} /> : <span className="no-preview"><Icon name={rule?.file.type === 'video' ? 'film' : 'paper'} />{t('office.desk.noPreview')}</span>}
      </button>
      <span className="desk-file-name small" title={file.name}>{title}</span>
      <span className="one-line small muted">{sayBytes(file.bytes)}</span>
      <State kind={kind}>{t(`common.state.${kind}`)}</State>
    </li>
  )
}

/** 生活或工作照片 2: told apart where one material has several files. */
const numberAmong = (files: readonly File[], file: File): number | null => {
  const same = files.filter((f) => f.materialId === file.materialId)
  return same.length > 1 ? same.indexOf(file) + 1 : null
}

export const Materials = ({ nomination, definition }: { nomination: Nomination; definition: ResolvedDefinition }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const { materials } = nomination
  const [open, setOpen] = useState<string | null>(null)
  const titleOf = (m: File): string => {
    const rule = ruleOf(definition, 'material', m.materialId)
    const number = numberAmong(materials, m)
    return `${rule ? words(rule.name) : m.materialId}${number === null ? '' : `\u00a0${number}`}`
  }
  const mayTake = nomination.may.includes('take')
  const files = materials.map((m): ViewedFile => ({ fileId: m.fileId, title: titleOf(m), facts: [m.name, sayBytes(m.bytes), ...(m.opinion === null ? [] : [t('opinion.fromOffice', { office: m.opinion.office, handler: m.opinion.handler, day: sayDay(m.opinion.opinionDay, language) })])], film: m.facts['kind'] === 'video', ...(mayTake && { take: addressOf(materialContent, { nominationId: nomination.id, fileId: m.fileId }) }) }))
  return (
    <Section title={t('office.desk.materials', { n: materials.length })}>
      {materials.length === 0 ? <p className="detail muted">{t('office.desk.noMaterials')}</p> : <ul className="desk-files">{materials.map((m) => <Tile key={m.fileId} file={m} title={titleOf(m)} nominationId={nomination.id} definition={definition} onOpen={() => setOpen(m.fileId)} />)}</ul>}
      {mayTake ? <ReportFile nominationId={nomination.id} files={files} /> : null}
      <Viewer place={{ nominationId: nomination.id }} files={files} open={open} onMove={setOpen} />
    </Section>
  )
}
