/** English of `zh/office.ts`. */
import { announcement } from './office/announcement'
import { attachments } from './office/attachments'
import { campaigns } from './office/campaigns'
import { deadline } from './office/deadline'
import { cascade } from './office/cascade'
import { definition } from './office/definition'
import { entries } from './office/entries'
import { form } from './office/form'
import { frame } from './office/frame'
import { issuing } from './office/issuing'
import { jury } from './office/jury'
import { mobilisation } from './office/mobilisation'
import { newCampaign } from './office/new-campaign'
import { notice } from './office/notice'
import { overview } from './office/overview'
import { people } from './office/people'
import { renew } from './office/renew'
import { revise } from './office/revise'
import { screening } from './office/screening'
import { units } from './office/units'

export const office = {
  ...frame, ...campaigns, ...units, ...people, ...definition, ...newCampaign, ...notice, ...revise, ...overview, ...screening, ...jury, ...announcement, ...deadline, ...issuing, ...cascade, ...mobilisation, ...attachments, ...entries, ...form, ...renew,
}
