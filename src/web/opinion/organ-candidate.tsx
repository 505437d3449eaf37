/** One candidate of a letter: nothing against, or an objection with its words. */
import { useText } from '../text/use-text'
import { TextArea } from '../ui/text-fields'
import type { Letter } from './letter'

export interface Said { readonly objection: boolean; readonly words: string }
interface OrganCandidateProps { candidate: Letter['candidates'][number]; said: Said | undefined; tried: boolean; onChange: (said: Said) => void }

export const OrganCandidate = ({ candidate: c, said, tried, onChange }: OrganCandidateProps) => {
  const t = useText()
  const choice = (objection: boolean, words: string) => (
    <label className="organ-choice"><input type="radio" className="tick-round" name={c.item} checked={said?.objection === objection} onChange={() => onChange({ objection, words: said?.words ?? '' })} /><span>{words}</span></label>
  )
  return (
    <li>
      <p><b>{c.name}</b>　{[c.employer, c.post].filter((x) => x !== '').join(' ')}</p>
      <p className="small muted">{t('consult.organ.of', { unit: c.unitName })}</p>
      <fieldset className={tried && said === undefined ? 'organ-choices missing' : 'organ-choices'}><legend className="hidden-text">{t('consult.organ.about', { name: c.name })}</legend>{choice(false, t('consult.organ.clear'))}{choice(true, t('consult.organ.objection'))}</fieldset>
      {said?.objection === true ? <TextArea label={t('consult.organ.words', { name: c.name })} required rows={3} max={2000} hint={t('consult.organ.wordsHint')} value={said.words} onChange={(words) => onChange({ objection: true, words })} /> : null}
    </li>
  )
}
