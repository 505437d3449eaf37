/** What a unit registers of a dossier that goes by hand: how, who answers for it, how many volumes. */
import { carriageNames, carriages, type Carriage } from '#core/secrecy/offline-track'
import { useText, useWords } from '../../text/use-text'
import { RadioField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { TextField } from '../../ui/text-fields'

/** As typed; `volumes` may not be a number yet. */
export interface Typed { readonly carriedBy: Carriage; readonly officerName: string; readonly officerPost: string; readonly volumes: string }
export const nothingTyped: Typed = { carriedBy: 'inPerson', officerName: '', officerPost: '', volumes: '1' }

/** Null: not whole yet. */
export const registeredOf = ({ carriedBy, officerName, officerPost, volumes }: Typed) => {
  const n = Number(volumes)
  return officerName.trim() !== '' && officerPost.trim() !== '' && Number.isInteger(n) && n >= 1 && n <= 99 ? { carriedBy, officerName: officerName.trim(), officerPost: officerPost.trim(), volumes: n } : null
}

export const OfflineFields = ({ typed, change }: { typed: Typed; change: (typed: Typed) => void }) => {
  const t = useText()
  const words = useWords()
  return (
    <>
      <RadioField label={t('secrecy.offline.carriedBy')} required value={typed.carriedBy} onChange={(by) => change({ ...typed, carriedBy: by as Carriage })} options={carriages.map((c) => ({ value: c, label: words(carriageNames[c]) }))} />
      <FieldRow>
        <TextField label={t('secrecy.offline.officerName')} required max={60} value={typed.officerName} onChange={(officerName) => change({ ...typed, officerName })} />
        <TextField label={t('secrecy.offline.officerPost')} required max={60} value={typed.officerPost} onChange={(officerPost) => change({ ...typed, officerPost })} />
        <TextField label={t('secrecy.offline.volumes')} required keyboard="numeric" value={typed.volumes} onChange={(volumes) => change({ ...typed, volumes })} />
      </FieldRow>
    </>
  )
}
