/** Right column: the files with their previews, each opening the original. */
import { materialContent, materialPreview } from '#contract/operations/nominations'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { addressOf } from '../../api/call'
import { useText, useWords } from '../../text/use-text'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { sayBytes } from '../../ui/upload-row'
import type { Nomination } from './letter'

type File = Nomination['materials'][number]

const worst = (file: File) => (file.findings.some((f) => f.strength === 'block') ? 'block' : file.findings.some((f) => f.strength === 'warn') ? 'warn' : 'ok')

const Tile = ({ file, number, nominationId, definition }: { file: File; number: number | null; nominationId: string; definition: ResolvedDefinition }) => {
  const t = useText()
  const words = useWords()
  const rule = ruleOf(definition, 'material', file.materialId)
  const params = { nominationId, fileId: file.fileId }
  const kind = worst(file)
  return (
    <li>
      <a href={addressOf(materialContent, params)} target="_blank" rel="noreferrer" className={`desk-file ${kind}`}>
        <span className="hidden-text">{t('office.desk.open', { name: file.name })}</span>
        {file.hasPreview ? <img alt="" loading="lazy" src={addressOf(materialPreview, params)} /> : <span className="no-preview"><Icon name={rule?.file.type === 'video' ? 'film' : 'paper'} />{t('office.desk.noPreview')}</span>}
      </a>
      <span className="desk-file-name small" title={file.name}>{rule ? words(rule.name) : file.materialId}{number === null ? '' : `\u00a0${number}`}</span>
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
  const { materials } = nomination
  return (
    <Section title={t('office.desk.materials', { n: materials.length })}>
      {materials.length === 0 ? <p className="detail muted">{t('office.desk.noMaterials')}</p> : <ul className="desk-files">{materials.map((m) => <Tile key={m.fileId} file={m} number={numberAmong(materials, m)} nominationId={nomination.id} definition={definition} />)}</ul>}
    </Section>
  )
}
