/** Pictures and films of a dossier for jurors: previews by material, each opening in the viewer. */
import { useState } from 'react'
import { candidatePreview } from '#contract/operations/jury'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { addressOf } from '../../api/call'
import { useText, useWords } from '../../text/use-text'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/section'
import { sayBytes } from '../../ui/upload-row'
import { Viewer } from '../../ui/viewer'
import type { Candidate } from './ballot-answer'

type File = Candidate['materials'][number]

const FileTile = ({ file, params, onOpen }: { file: File; params: Record<string, string>; onOpen: () => void }) => {
  const t = useText()
  const place = { ...params, fileId: file.fileId }
  return (
    <li>
      <button type="button" onClick={onOpen}>
        <span className="hidden-text">{t('viewer.look')}</span>
        <span className="picture">{file.hasPreview ? <img src={addressOf(candidatePreview, place)} alt="" loading="lazy" /> : <Icon name="film" />}</span>
        <span className="one-line" title={file.name}>{file.name}</span><small>{sayBytes(file.bytes)}</small>
      </button>
    </li>
  )
}

export const CandidateMaterials = ({ roundId, nominationId, candidate, definition }: { roundId: string; nominationId: string; candidate: Candidate; definition: ResolvedDefinition }) => {
  const t = useText()
  const words = useWords()
  const [open, setOpen] = useState<string | null>(null)
  const groups = rulesOf(definition, 'material').map((m) => ({ m, files: candidate.materials.filter((f) => f.materialId === m.id) })).filter((g) => g.files.length > 0)
  return (
    <Section title={t('jury.candidate.materials')} note={t('jury.candidate.materialsNote')}>
      {groups.length === 0 ? <Empty title={t('jury.candidate.noMaterials')} /> : groups.map(({ m, files }) => (
        <div key={m.id} className="material-group">
          <h3>{words(m.name)}</h3>
          <ul className="material-tiles">{files.map((file) => <FileTile key={file.fileId} file={file} params={{ roundId, nominationId }} onOpen={() => setOpen(file.fileId)} />)}</ul>
        </div>
      ))}
      <Viewer place={{ nominationId, roundId }} files={groups.flatMap((g) => g.files).map((f) => ({ fileId: f.fileId, title: f.name, facts: [sayBytes(f.bytes)] }))} open={open} onMove={setOpen} />
    </Section>
  )
}
