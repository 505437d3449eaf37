/** English of `zh/office/campaigns.ts`. */
import type { campaigns as source } from '../../zh/office/campaigns'

export const campaigns = {
  'campaigns.title': 'Campaigns',
  'campaigns.new': 'New campaign',
  'campaigns.caption': 'Campaigns of this organisation',
  'campaigns.name': 'Campaign',
  'campaigns.state': 'State',
  'campaigns.deadline': 'Deadline',
  'campaigns.left': 'Left',
  'campaigns.nominations': 'Nominations',
  'campaigns.count': '{n}',
  'campaigns.ended': 'closed',
  'campaigns.days': '{n} days',
  'campaigns.hours': '{n} hours',
  'campaigns.noUnits': 'Import the units first',
  'campaigns.noUnitsFact': 'Units nominate once a campaign is open; the list comes from Excel or CSV, accounts and all.',
  'campaigns.importUnits': 'Import the units',
  'campaigns.none': 'The units are there: make a campaign',
  'campaigns.noneFact': '{n} units are known. Start from a definition and fill in this year’s dates and numbers.',
  'campaigns.start': 'Start here',
} satisfies Record<keyof typeof source, string>
