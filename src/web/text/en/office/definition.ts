/** English of `zh/office/definition.ts`. */
import type { definition as source } from '../../zh/office/definition'

export const definition = {
  'rules.count': '{n}',
  'rules.open': 'Left to this office',
  'rules.openNone': 'Nothing is left open',
  'definition.title': 'Definition of the campaign',
  'definition.note': 'Once issued it is amended by two persons; every rule names its ground',
  'definition.chain': 'From the top down',
  'definition.hash': 'Hash of the definition',
  'definition.notice': 'Notice',
  'definition.hosts': 'Hosts',
  'definition.number': 'Number',
  'definition.date': 'Date',
  'definition.notStated': 'not stated',
  'definition.officialPdf': 'Official document (PDF)',
  'definition.officialWord': 'Official document (Word)',
} satisfies Record<keyof typeof source, string>
