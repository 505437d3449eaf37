/** Files whose material is not settled: being read, or several would fit and the person says which. The best guess is proposed for all at once. */
import type { ResolvedRule } from '#core/campaign/definition'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Loading } from '../../ui/loading'
import { Section } from '../../ui/section'
import { sayBytes } from '../../ui/upload-row'
import { WhichMaterial } from './item-row'
import type { UploadItem } from './upload-item'
import type { Uploads } from './uploads'

interface UnplacedProps { items: readonly UploadItem[]; rules: readonly ResolvedRule<'material'>[]; uploads: Uploads }

export const Unplaced = ({ items, rules, uploads }: UnplacedProps) => {
  const t = useText()
  const words = useWords()
  const reading = items.filter((i) => i.phase === 'inspecting')
  const asked = items.filter((i) => i.phase === 'choose')
  const guessed = asked.filter((i) => i.candidates.length > 0)
  const nameOf = (id: string | undefined) => words(rules.find((r) => r.id === id)?.name ?? { zh: '—', en: '—' })
  return (
    <div className="gap">
      {reading.length > 0 ? <Loading lines={1} words={t('unit.upload.reading', { n: reading.length })} /> : null}
      {asked.length > 0 ? (
        <Section title={t('unit.upload.askTitle', { n: asked.length })} action={guessed.length > 0 ? <Button onClick={() => guessed.forEach((i) => void uploads.assign(i.key, i.candidates[0] ?? ''))}>{t('unit.upload.takeGuess', { n: guessed.length })}</Button> : null}>
          {asked.map((i) => (
            <div className="unplaced" key={i.key}>
              <div><b>{i.name}</b><p className="small muted">{sayBytes(i.bytes)}　{i.candidates.length > 0 ? t('unit.upload.guess', { name: nameOf(i.candidates[0]) }) : t('unit.upload.noGuess')}</p></div>
              <WhichMaterial item={i} uploads={uploads} rules={rules} />
              <Button size="small" look="quiet" aria-label={t('unit.upload.cancelLabel', { name: i.name })} onClick={() => uploads.drop(i.key)}>{t('unit.upload.cancel')}</Button>
            </div>
          ))}
        </Section>
      ) : null}
    </div>
  )
}
