/** `/lead/:slug`: anybody reports a lead where the notice takes them from the public. `/lead/in/:campaignId`: whoever is signed in. */
import { useParams } from 'react-router'
import { lookAtOwnReporting, lookAtReporting, reportLead, reportPublicly } from '#contract/operations/leads'
import { useAct, useRead } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Answer } from '../ui/answer'
import { LeadForm } from '../ui/leads/lead-form'
import { LeadSent } from '../ui/leads/lead-sent'
import { EntryPage } from './entry-page'

export const ReportPublicly = () => {
  const { slug = '' } = useParams()
  const t = useText()
  const query = useRead(lookAtReporting, { params: { slug } })
  const act = useAct(reportPublicly, [])
  return (
    <EntryPage title={t('leads.form.title')}>
      {act.data ? <LeadSent code={act.data.code} again={() => act.reset()} /> : <Answer query={query}>{(page) => <LeadForm page={page} asks send={(told, reporter) => act.mutate({ params: { slug }, body: { ...told, reporter } })} busy={act.isPending} error={act.error} />}</Answer>}
    </EntryPage>
  )
}

export const ReportAsPerson = () => {
  const { campaignId = '' } = useParams()
  const t = useText()
  const query = useRead(lookAtOwnReporting, { params: { campaignId } })
  const act = useAct(reportLead, ['leads.list'])
  return (
    <EntryPage title={t('leads.form.title')}>
      {act.data ? <LeadSent code={act.data.code} again={() => act.reset()} /> : <Answer query={query}>{(page) => <LeadForm page={page} asks={false} send={(told) => act.mutate({ params: { campaignId }, body: told })} busy={act.isPending} error={act.error} />}</Answer>}
    </EntryPage>
  )
}
