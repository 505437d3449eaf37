/** One text of a kit: sentences of the public story to tick, and how those that are ticked read. */
import { composed, countOf, type Sentence } from '#core/publicity/kit/sentences'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'

interface PicksProps { which: 'short' | 'middle'; sentences: readonly Sentence[]; value: readonly number[]; proposed: readonly number[]; onChange: (value: number[]) => void }

export const SentencePicks = ({ which, sentences, value, proposed, onChange }: PicksProps) => {
  const t = useText()
  const paragraphs = composed(sentences, value)
  const turn = (at: number) => (yes: boolean) => onChange(yes ? [...value, at].toSorted((a, b) => a - b) : value.filter((v) => v !== at))
  const begins = (s: Sentence, i: number) => i === 0 || sentences[i - 1]!.paragraph !== s.paragraph
  return (
    <section className="kit-text" aria-label={t(`pressKits.${which}`)}>
      <header>
        <h3>{t(`pressKits.${which}`)} <span className="detail muted">{t(`pressKits.${which}Note`)}</span></h3>
        <span role="status">{t('pressKits.count', { n: countOf(paragraphs.join('')) })}</span>
        <Button size="small" look="quiet" onClick={() => onChange([...proposed])}>{t('pressKits.proposal')}<span className="hidden-text">：{t(`pressKits.${which}`)}</span></Button>
      </header>
      <div className="kit-pick">
        <div className="kit-sentences" role="group" aria-label={`${t('pressKits.pick')}：${t(`pressKits.${which}`)}`} tabIndex={0}>
          {sentences.map((s, i) => <div key={s.at}>{begins(s, i) ? <span className="from">{t(`pressKits.from.${s.from}`)}</span> : null}<CheckField label={s.text} checked={value.includes(s.at)} onChange={turn(s.at)} /></div>)}
        </div>
        <div className="kit-reads" aria-label={t('pressKits.preview')} role="group">{paragraphs.length === 0 ? <p className="muted">{t('pressKits.empty')}</p> : paragraphs.map((p) => <p key={p}>{p}</p>)}</div>
      </div>
    </section>
  )
}
