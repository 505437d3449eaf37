/** One colour: of the fine ones, or an own. */
import { useState, type CSSProperties } from 'react'
import { houseAccent, presets } from '#core/publicity/look/derive'
import { useText, useWords } from '../../text/use-text'
import { TextField } from '../../ui/text-fields'

export const isHex = (text: string): boolean => /^#[0-9a-f]{6}$/u.test(text)
const asHex = (typed: string): string => { const bare = typed.trim().toLowerCase().replace(/^＃/u, '#'); return /^[0-9a-f]{6}$/u.test(bare) ? `#${bare}` : bare }

export const ColourField = ({ value, onChange }: { value: string | null; onChange: (accent: string | null) => void }) => {
  const t = useText()
  const words = useWords()
  const [typed, setTyped] = useState(value ?? '')
  const take = (text: string) => { const hex = asHex(text); setTyped(text); if (isHex(hex)) onChange(hex) }
  const choose = (accent: string) => { setTyped(accent === houseAccent ? '' : accent); onChange(accent === houseAccent ? null : accent) }
  return (
    <>
      <fieldset className="look-presets"><legend className="hidden-text">{t('siteLook.colour')}</legend>
        {presets.map((p) => <label key={p.id} style={{ '--swatch': p.accent } as CSSProperties}><input type="radio" className="hidden-text" name="accent" checked={(value ?? houseAccent) === p.accent} onChange={() => choose(p.accent)} /><i />{words(p.name)}</label>)}
      </fieldset>
      <div className="look-own">
        <TextField label={t('siteLook.own')} value={typed} onChange={take} hint={typed !== '' && !isHex(asHex(typed)) ? t('siteLook.badHex') : t('siteLook.ownHint')} />
        <input type="color" aria-label={t('siteLook.pick')} value={value ?? houseAccent} onChange={(event) => take(event.target.value)} />
      </div>
    </>
  )
}
