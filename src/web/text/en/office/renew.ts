/** A campaign of a new year from last year's. */
export const renew = {
  'renew.title': 'From a campaign of your own',
  'renew.note': 'Definition and your own attachments come along; people, nominations and files do not',
  'renew.use': 'Continue this year',
  'renew.useName': 'Continue this year: {name}',
  'renew.noneYet': 'No campaign was issued yet; once one was, next year begins here.',
  'renew.forwarded': 'Last year it forwarded {organisation}. Forward again once the level above issues; if you go on now, its rules become your own decision.',
  'renew.dates': 'Dates, one by one',
  'renew.datesNote': 'Carried over to {year}; weekdays and holidays differ: confirm each',
  'renew.was': 'last year {day}',
  'renew.past': 'carried over it is past: set another',
  'renew.confirm': 'Checked: {name}',
  'renew.unknown': 'The holidays of {year} are not announced yet: look again once they are',
  'renew.day': '{name}: day',
  'renew.dayOf': '{name}: day {n}',
  'renew.named': 'These {n} name the year {year}: see whether they still hold',
} as const
