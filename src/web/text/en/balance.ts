import type { balance as source } from '../zh/balance'

export const balance = {
  'title': 'Balance of those chosen', 'note': 'Shown beside the result after the close, with what is lacking and the least exchange; nobody is exchanged by the product. Leave it empty where nothing is asked.', 'add': 'Add a line of balance', 'remove': 'Remove this line', 'line': 'Line {n} of the balance',
  'who': 'Who', 'who.female': 'Women', 'who.male': 'Men', 'who.bornAfter': 'The young, by day of birth', 'who.category': 'A category', 'born': 'Born on this day or later', 'bornHint': 'Of those under 45: the day after the birthday of who turns 45', 'category': 'Category',
  'bound': 'Asked', 'bound.least': 'at least', 'bound.most': 'at most', 'number': 'How many', 'unit': 'Counted in', 'unit.percent': '% of those chosen', 'unit.people': 'persons',
  'notYet': 'Once it is filled in, its meaning stands here.', 'means.least': 'of {places} places at least {n}', 'means.most': 'of {places} places at most {n}', 'impossible': 'with {places} places, {n} cannot be',
} as const satisfies Record<keyof typeof source, string>
