/** 提示 that stand now, one calm line each; nothing where there is none. */
import type { ReactNode } from 'react'
import type { AnswerOf } from '#contract/operation'
import { listAdvisories } from '#contract/operations/situations'
import { sayEnd } from '#core/kernel/instant'
import { advisoryNames } from '#core/publicity/situations/situation'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import './situations.css'

type Advisory = AnswerOf<typeof listAdvisories>['advisories'][number]
export const AdvisoryLine = ({ advisory: a, action }: { advisory: Advisory; action?: ReactNode }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return <div className="advisory" role="note"><b>{words(advisoryNames[a.kind])}</b><span>{words(a.words)}</span><span className="detail muted">{t('situations.ofOther', { name: a.organisation })} · {t('situations.until', { at: sayEnd(a.until)[language] })} {action}</span></div>
}
export const AdvisoryBanners = ({ campaignId }: { campaignId: string }) => {
  const query = useRead(listAdvisories, { params: { campaignId } })
  return <>{query.data?.advisories.map((a) => <AdvisoryLine key={a.id} advisory={a} />)}</>
}
