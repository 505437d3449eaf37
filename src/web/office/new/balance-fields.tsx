/** 结构比例 of a round: who, at least or at most, how many; and beside it what that comes to for the places typed above. */
import { limitOf } from '#core/review/selecting/balance'
import { sayBalance } from '#core/rules/round-method-say'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { RadioField, SelectField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { DayField, TextField } from '../../ui/text-fields'
import { balanceOf, newBalance, whoChoices, type BalanceDraft, type CategoryChoice } from './balance-draft'

interface Props { value: readonly BalanceDraft[]; onChange: (value: readonly BalanceDraft[]) => void; places: string; categories: readonly CategoryChoice[] }

/** 20% of 10 places: at least 2. */
const Meaning = ({ line, places }: { line: BalanceDraft; places: number }) => {
  const t = useText()
  const words = useWords()
  const balance = balanceOf(line)
  if (balance === undefined) return <p className="detail muted">{t('balance.notYet')}</p>
  const limit = limitOf(balance, places)
  const said = words(sayBalance(balance))
  if (places === 0 || balance.within !== undefined) return <p className="detail" role="status">{said}</p>
  return <p className="detail" role="status">{said}{t('common.comma')}{limit > places ? t('balance.impossible', { places, n: limit }) : t(`balance.means.${balance.bound}`, { places, n: limit })}</p>
}

const Line = ({ line, n, onLine, onRemove, ...of }: { line: BalanceDraft; n: number; onLine: (part: Partial<BalanceDraft>) => void; onRemove: () => void; places: number; categories: readonly CategoryChoice[] }) => {
  const t = useText()
  const words = useWords()
  const choices = whoChoices.filter((w) => w !== 'category' || of.categories.length > 0)
  return (
    <div role="group" aria-label={t('balance.line', { n })}>
      {line.kept !== undefined ? null : (
        <FieldRow>
          <SelectField label={t('balance.who')} required value={line.who} onChange={(who) => onLine({ who: (who || 'female') as BalanceDraft['who'] })} options={choices.map((v) => ({ value: v, label: t(`balance.who.${v}`) }))} />
          {line.who === 'bornAfter' ? <DayField label={t('balance.born')} required value={line.born} onChange={(born) => onLine({ born })} hint={t('balance.bornHint')} /> : null}
          {line.who === 'category' ? <SelectField label={t('balance.category')} required value={line.category} onChange={(category) => { const own = of.categories.find((c) => c.value === category); onLine({ category, ...(own && { categoryName: own.name }) }) }} options={of.categories.map((c) => ({ value: c.value, label: words(c.name) }))} /> : null}
          <RadioField label={t('balance.bound')} required value={line.bound} onChange={(bound) => onLine({ bound: bound as BalanceDraft['bound'] })} options={(['least', 'most'] as const).map((v) => ({ value: v, label: t(`balance.bound.${v}`) }))} />
          <TextField label={t('balance.number')} required keyboard="numeric" value={line.number} onChange={(number) => onLine({ number })} />
          <RadioField label={t('balance.unit')} required value={line.unit} onChange={(unit) => onLine({ unit: unit as BalanceDraft['unit'] })} options={(['percent', 'people'] as const).map((v) => ({ value: v, label: t(`balance.unit.${v}`) }))} />
        </FieldRow>
      )}
      <Meaning line={line} places={of.places} />
      <p><Button size="small" look="quiet" onClick={onRemove}>{t('balance.remove')}</Button></p>
    </div>
  )
}

export const BalanceFields = ({ value, onChange, places, categories }: Props) => {
  const t = useText()
  const count = /^\d+$/.test(places.trim()) ? Number(places) : 0
  return (
    <div className="stack">
      <h4>{t('balance.title')}</h4>
      <p className="detail muted">{t('balance.note')}</p>
      {value.map((line, i) => <Line key={line.id} line={line} n={i + 1} places={count} categories={categories} onLine={(part) => onChange(value.map((l) => (l === line ? { ...l, ...part } : l)))} onRemove={() => onChange(value.filter((l) => l !== line))} />)}
      <p><Button size="small" onClick={() => onChange([...value, newBalance(value)])}>{t('balance.add')}</Button></p>
    </div>
  )
}
