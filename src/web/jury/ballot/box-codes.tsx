/** The codes of the box, to look one's own up in: typed as it was written down, with or without hyphens. */
import { useState } from 'react'
import { useText } from '../../text/use-text'
import { Section } from '../../ui/section'
import { TextField } from '../../ui/text-fields'
import '../jury.css'

const plain = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

export const BoxCodes = ({ codes, own = '', search = true }: { codes: readonly string[]; own?: string; search?: boolean }) => {
  const t = useText()
  const [typed, setTyped] = useState(own)
  const wanted = plain(typed)
  const found = codes.some((c) => plain(c) === wanted)
  const answer = wanted.length < 8 ? t('jury.box.hint') : found ? t('jury.box.found') : t('jury.box.notFound')
  return (
    <Section title={t('jury.box.title')} note={t('jury.box.count', { n: codes.length })}>
      {search ? <TextField label={t('jury.box.own')} value={typed} onChange={setTyped} name="ballot-code" hint={<span role="status">{answer}</span>} /> : null}
      <ul className="box-codes">{[...codes].sort().map((c) => <li key={c} className={plain(c) === wanted ? 'own' : ''}>{c}</li>)}</ul>
    </Section>
  )
}
