/** 范本: what the opinion may say, to read here and to take along as Word or PDF. */
import { useState } from 'react'
import { opinionModel } from '#contract/operations/opinions'
import type { OfflineError, ProblemError } from '../api/call'
import { saveFile } from '../api/save-file'
import { useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { Section } from '../ui/section'
import type { Asked } from './asked'

const Download = ({ token, as, onError }: { token: string; as: 'pdf' | 'docx'; onError: (error: ProblemError | OfflineError | null) => void }) => {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const take = () => {
    setBusy(true)
    void saveFile(opinionModel, { params: {}, query: { as }, bearer: token }).then(() => onError(null), onError).finally(() => setBusy(false))
  }
  return <Button icon={as === 'pdf' ? 'print' : 'down'} busy={busy} onClick={take}>{t(`opinion.page.${as}`)}</Button>
}

export const ModelText = ({ token, model }: { token: string; model: Asked['model'] }) => {
  const t = useText()
  const [error, setError] = useState<ProblemError | OfflineError | null>(null)
  if (model === null) return <Section title={t('opinion.page.noModel')}><p className="detail muted">{t('opinion.page.noModelFact')}</p></Section>
  return (
    <Section title={t('opinion.page.model')} note={t('opinion.page.modelNote')}>
      <div className="opinion-model" lang="zh-CN">
        <h3>{model.title}</h3>
        <p>{model.to}</p>
        {model.paragraphs.map((p) => <p key={p} className="indented">{p}</p>)}
        <ol>{model.points.map((p) => <li key={p.what}>{p.what}<span className="opinion-ticks">{p.answers.map((a) => <span key={a}>□ {a}</span>)}</span></li>)}</ol>
        <p className="indented">{model.closing}</p>
        <p className="opinion-seal">{model.issuer}（盖章）</p>
      </div>
      <div className="row-of"><Download token={token} as="pdf" onError={setError} /><Download token={token} as="docx" onError={setError} /></div>
      <Refused error={error} />
    </Section>
  )
}
