/** The next step of issuing: mend, wait for a second person, answer, issue. */
import { listAccounts } from '#contract/operations/organisations'
import { LEAST_REASON } from '#core/campaign/before-issuing'
import { useSession } from '../../api/session'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { NextStep } from '../../ui/next-step'
import { ReviseLink } from '../new/revise-link'
import type { Campaign } from '../next-act'
import type { Looked } from './looked'

interface NextProps { campaign: Campaign; looked: Looked; reasons: ReadonlyMap<string, string>; asking: boolean; onIssue: () => void }

export const openWarnings = (looked: Looked, reasons: ReadonlyMap<string, string>): number =>
  looked.findings.filter((f) => f.strength === 'warn' && [...(reasons.get(f.key) ?? '').trim()].length < LEAST_REASON).length

const Mend = ({ campaign, n, noUnits }: { campaign: Campaign; n: number; noUnits: boolean }) => {
  const t = useText()
  const revise = <ButtonLink look={noUnits ? 'default' : 'primary'} to={`/office/c/${campaign.id}/revise`}>{t('office.revise.title')}</ButtonLink>
  return <NextStep act={t('office.issuing.mendFirst', { n })} actions={<>{revise}{noUnits ? <ButtonLink look="primary" to="/office/units">{t('office.campaigns.importUnits')}</ButtonLink> : null}</>}>{t('office.issuing.mendFact')}</NextStep>
}

/** For who wrote the draft: whom to ask, or whom to invite. */
const BySecond = ({ campaign, looked }: { campaign: Campaign; looked: Looked }) => {
  const t = useText()
  const language = useLanguage()
  const { accountId } = useSession()
  const others = useRead(listAccounts, {}).data?.accounts.filter((a) => a.role === 'office' && a.accountId !== accountId)
  const names = others?.map((a) => a.personName).join(language === 'zh' ? '、' : ', ')
  const alone = others?.length === 0
  return (
    <NextStep act={t('office.issuing.bySecond')} actions={<>{alone ? <ReviseLink campaign={campaign} /> : <ButtonLink look="primary" to={`/office/c/${campaign.id}/revise`}>{t('office.revise.title')}</ButtonLink>}{alone ? <ButtonLink look="primary" to="/office/people">{t('office.issuing.invite')}</ButtonLink> : null}</>}>
      {t('office.issuing.bySecondFact', { name: looked.drafter.name })} {alone ? t('office.issuing.noOther') : names ? t('office.issuing.others', { names }) : null}
    </NextStep>
  )
}

export const NextOfIssuing = ({ campaign, looked, reasons, asking, onIssue }: NextProps) => {
  const t = useText()
  const { accountId } = useSession()
  const blocks = looked.findings.filter((f) => f.strength === 'block')
  if (blocks.length > 0) return <Mend campaign={campaign} n={blocks.length} noUnits={blocks.some((f) => f.code === 'campaign.noUnits')} />
  if (looked.drafter.accountId === accountId) return <BySecond campaign={campaign} looked={looked} />
  const open = openWarnings(looked, reasons)
  return (
    <NextStep act={open > 0 ? t('office.issuing.answer', { n: open }) : t('office.issuing.ready')} actions={<><ReviseLink campaign={campaign} /><Button look={asking ? 'default' : 'primary'} disabled={open > 0} onClick={onIssue}>{t('office.draft.open')}</Button></>}>
      {open > 0 ? t('office.issuing.answerFact') : t('office.issuing.readyFact', { name: looked.drafter.name })}
    </NextStep>
  )
}
