/** Pictures and films of a dossier for jurors: previews by material, each opening the file itself. */
import { candidateContent, candidatePreview } from '#contract/operations/jury'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { addressOf } from '../../api/call'
import { useText, useWords } from '../../text/use-text'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/section'
import { sayBytes } from '../../ui/upload-row'
import type { Candidate } from './ballot-answer'

type File = Candidate['materials'][number]

const FileTile = ({ file, params }: { file: File; params: Record<string, string> }) => {
  const place = { ...params, fileId: file.fileId }
  return (
    <li>
      <a href={addressOf(candidateContent, place)} target="_blank" rel="noreferrer">
        <span className="picture">{file.hasPreview ? <img src={addressOf(candidatePreview, place)} alt="" loading="lazy" /> : <Icon name="film" />}</span>
        <span className="one-line" title={file.name}>{file.name}</span><small>{sayBytes(file.bytes)}</small>
      </a>
    </li>
  )
}

export const CandidateMaterials = ({ roundId, nominationId, candidate, definition }: { roundId: string; nominationId: string; candidate: Candidate; definition: ResolvedDefinition }) => {
  const t = useText()
  const words = useWords()
  const groups = rulesOf(definition, 'material').map((m) => ({ m, files: candidate.materials.filter((f) => f.materialId === m.id) })).filter((g) => g.files.length > 0)
  return (
    <Section title={t('jury.candidate.materials')} note={t('jury.candidate.materialsNote')}>
      {groups.length === 0 ? <Empty title={t('jury.candidate.noMaterials')} /> : groups.map(({ m, files }) => (
        <div key={m.id} className="material-group">
          <h3>{words(m.name)}</h3>
          <ul className="material-tiles">{files.map((file) => <FileTile key={file.fileId} file={file} params={{ roundId, nominationId }} />)}</ul>
        </div>
      ))}
    </Section>
  )
}
