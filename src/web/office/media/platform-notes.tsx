/** Beside a film of a story: what short-video platforms would not take, by their example values. */
import { readPlatformRules } from '#contract/operations/platform-rules'
import { judgeFilmFor, platformRules, type FilmFacts } from '#core/publicity/media-plan/platforms'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { FieldFinding } from '../../ui/field'
import { useCampaign } from '../campaign-frame'
import './media.css'

export const PlatformNotes = ({ film }: { film: FilmFacts }) => {
  const t = useText()
  const words = useWords()
  const { campaign } = useCampaign()
  const query = useRead(readPlatformRules, { params: { campaignId: campaign.id } })
  const judged = (query.data?.rules ?? platformRules).map((r) => ({ rule: r, findings: judgeFilmFor(film, r) }))
  const troubled = judged.filter((j) => j.findings.length > 0)
  return (
    <details className="media-more">
      <summary>{t('media.platforms')}：{troubled.length === 0 ? t('media.platformsFine', { n: judged.length }) : t('media.platformsSome', { n: judged.length, m: troubled.length })}</summary>
      <p className="detail muted">{t('media.platformsNote')}</p>
      {troubled.map(({ rule, findings }) => <div key={rule.id} className="gap"><b>{words(rule.name)}</b><div className="field-findings">{findings.map((f) => <FieldFinding key={f.code} finding={f} />)}</div></div>)}
    </details>
  )
}
