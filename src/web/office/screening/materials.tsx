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

const Tile = ({ file, nominationId, definition }: { file: File; nominationId: string; definition: ResolvedDefinition }) => {
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
      <span className="one-line small" title={file.name}>{file.name}</span>
      <span className="one-line small muted">{rule ? words(rule.name) : file.materialId}, {sayBytes(file.bytes)}</span>
      <State kind={kind}>{t(`common.state.${kind}`)}</State>
    </li>
  )
}

export const Materials = ({ nomination, definition }: { nomination: Nomination; definition: ResolvedDefinition }) => {
  const t = useText()
  const { materials } = nomination
  return (
    <Section title={t('office.desk.materials', { n: materials.length })}>
      {materials.length === 0 ? <p className="detail muted">{t('office.desk.noMaterials')}</p> : <ul className="desk-files">{materials.map((m) => <Tile key={m.fileId} file={m} nominationId={nomination.id} definition={definition} />)}</ul>}
    </Section>
  )
}
