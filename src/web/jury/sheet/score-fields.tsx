/** What one gives one candidate: points by criterion with their weights, or a grade; words beside it. */
import { useState } from 'react'
import { useText, useWords } from '../../text/use-text'
import { TextArea, TextField } from '../../ui/text-fields'
import type { Ballot } from '../ballot/ballot-answer'
import type { TypedCard } from './kept-cards'
import { criteriaOf, type Line } from './use-sheet'

interface ScoreFieldsProps { rule: Ballot['rule']; id: string; name: string; line: Line; onChange: (part: Partial<TypedCard>, now?: boolean) => void; disabled?: boolean }

const MOST_WORDS = 500

const Points = ({ rule, name, line, onChange, disabled = false }: ScoreFieldsProps) => {
  const t = useText()
  const words = useWords()
  const criteria = criteriaOf(rule)
  const one = rule.score?.criteria === undefined
  const field = (i: number): string => (line.kept?.findings ?? []).map((f) => words(f.what)).find((w) => one || w.startsWith(words(criteria[i]!.name))) ?? ''
  return (
    <div className={one ? 'points one' : 'points'}>
      {criteria.map((c, i) => (
        <TextField key={c.id} label={one ? t('rounds.score.of', { name }) : words(c.name)} hint={`${c.from}—${c.to}${'percent' in c && c.percent !== undefined ? `　${t('rounds.score.weight', { n: c.percent })}` : ''}`} keyboard={(rule.score?.decimals ?? 0) > 0 ? 'decimal' : 'numeric'}
          value={line.typed.points[i] ?? ''} disabled={disabled} error={field(i) || null} name={`points-${c.id}`} onChange={(value) => onChange({ points: criteria.map((_, k) => (k === i ? value : line.typed.points[k] ?? '')) })} />
      ))}
    </div>
  )
}

const Grades = ({ rule, id, name, line, onChange, disabled = false }: ScoreFieldsProps) => {
  const words = useWords()
  const t = useText()
  return (
    <div className="grades" role="radiogroup" aria-label={t('rounds.grade.of', { name })}>
      {(rule.grades?.list ?? []).map((g, i) => (
        <label key={g.id} className={line.typed.grade === i ? 'on' : ''}>
          <input type="radio" name={`grade-${id}`} checked={line.typed.grade === i} disabled={disabled} onChange={() => onChange({ grade: i }, true)} />{words(g.name)}
        </label>
      ))}
    </div>
  )
}

export const ScoreFields = (props: ScoreFieldsProps) => {
  const t = useText()
  const { rule, line, onChange, disabled = false, name } = props
  const [writing, setWriting] = useState(line.typed.comment !== '')
  return (
    <div className="score-fields">
      {rule.grades === undefined ? <Points {...props} /> : <Grades {...props} />}
      {writing ? <TextArea label={t('rounds.score.comment', { name })} value={line.typed.comment} max={MOST_WORDS} rows={2} disabled={disabled} onChange={(comment) => onChange({ comment })} />
        : <button type="button" className="link" onClick={() => setWriting(true)}>{t('rounds.score.write')}</button>}
    </div>
  )
}

/** The grade by its name, or the points in all. */
export const useTotal = (rule: Ballot['rule']) => {
  const words = useWords()
  return (line: Line): string | null => (rule.grades !== undefined ? (line.typed.grade === null ? null : words(rule.grades.list[line.typed.grade]?.name ?? { zh: '', en: '' })) : line.total)
}
