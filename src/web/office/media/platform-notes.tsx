/** Beside a film of a story: what short-video platforms would not take, by their example values. */
import { judgeFilmFor, platformRules, type FilmFacts } from '#core/publicity/media-plan/platforms'
import { useText, useWords } from '../../text/use-text'
import { FieldFinding } from '../../ui/field'
import './media.css'

export const PlatformNotes = ({ film }: { film: FilmFacts }) => {
  const t = useText()
  const words = useWords()
  const judged = platformRules.map((r) => ({ rule: r, findings: judgeFilmFor(film, r) }))
  const troubled = judged.filter((j) => j.findings.length > 0)
  return (
    <details className="media-more">
      <summary>{t('media.platforms')}：{troubled.length === 0 ? t('media.platformsFine', { n: judged.length }) : t('media.platformsSome', { n: judged.length, m: troubled.length })}</summary>
      <p className="detail muted">{t('media.platformsNote')}</p>
      {troubled.map(({ rule, findings }) => <div key={rule.id} className="gap"><b>{words(rule.name)}</b><div className="field-findings">{findings.map((f) => <FieldFinding key={f.code} finding={f} />)}</div></div>)}
    </details>
  )
}
