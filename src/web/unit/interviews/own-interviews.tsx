/** 采访、拍摄 where unit and person look first. Nothing before there is one. */
import { listInterviews, listInterviewsOf } from '#contract/operations/interviews'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { InterviewChips, isOver, useTitle } from '../../ui/interviews/interview-facts'
import { Section } from '../../ui/section'

export const OwnInterviews = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const all = useRead(listInterviews, { params: { campaignId } }).data?.interviews ?? []
  if (all.length === 0) return null
  const base = `/unit/c/${campaignId}/interviews`
  return <Section title={t('interviews.title')} note={t('interviews.unitNote')} action={<ButtonLink size="small" look={all.some((i) => i.state === 'asked') ? 'primary' : 'default'} to={base}>{t(all.some((i) => i.state === 'asked') ? 'interviews.waits' : 'interviews.look')}</ButtonLink>}><p>{(['asked', 'answered', 'fixed'] as const).map((s) => [s, all.filter((i) => i.state === s).length] as const).filter(([, n]) => n > 0).map(([s, n]) => `${t(`interviews.state.${s}`)} ${n}`).join('，')}</p></Section>
}

/** @param base where this reader's pages of the nomination begin */
export const InterviewsWait = ({ nominationId, base }: { nominationId: string; base: string }) => {
  const t = useText()
  const title = useTitle()
  const open = (useRead(listInterviewsOf, { params: { nominationId } }).data?.interviews ?? []).filter((i) => !isOver(i))
  if (open.length === 0) return null
  const waits = open.some((i) => i.state === 'asked' || (i.may.includes('consent') && i.consent !== 'given'))
  return (
    <Section title={t('interviews.title')} action={<ButtonLink to={`${base}/interviews`} look={waits ? 'primary' : 'default'}>{t('interviews.open')}<span className="hidden-text">：{t('interviews.title')}</span></ButtonLink>}>
      <ul className="interview-rows">{open.map((i) => <li key={i.id}><p>{title(i)} · {i.medium}</p><InterviewChips interview={i} /></li>)}</ul>
    </Section>
  )
}
