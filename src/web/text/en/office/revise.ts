/** English of `zh/office/revise.ts`. */
import type { revise as source } from '../../zh/office/revise'

export const revise = {
  'revise.title': 'Revise the draft',
  'revise.act': 'Save the draft',
  'revise.say': 'It stays a draft that no unit sees; the ledger notes the change.',
  'revise.unchanged': 'Nothing is changed',
  'revise.done': 'The draft is revised',
  'revise.newest': 'Read the newest',
  'revise.open': 'The campaign is open: its draft has become the definition',
  'revise.openFact': 'To move the deadline, two persons extend it; anything else is proposed on the page “Amendments”.',
  'revise.toDeadline': 'To the deadline',
} satisfies Record<keyof typeof source, string>
