/** English of `zh/gate.ts`. */
import type { gate as source } from '../zh/gate'

export const gate = {
  'title': 'Still fit today ({day})?', 'note': 'Asked at each gate, kept with day and name',
  'still.one': 'Checked: still fits today', 'still.many': 'Checked: all {n} still fit today', 'first': 'Confirm first that it still fits today: {act}',
  'changed.open': 'Something changed', 'changed.which': 'What changed', 'changed.note': 'In what way', 'changed.hint': 'As: which post since when; at least 5 characters; the office decides', 'changed.send': 'Tell the office', 'changed.not': 'Nothing changed', 'changed.sent': 'Told; the office decides',
  'changed.title': 'Has anything changed about the candidate?', 'changed.fact': 'If a post or a standing has changed since the submission, tell the office, which looks into it and decides.', 'changed.offline': 'Of what goes by hand nothing is written here: put “please call” and tell it in person.',
  'raised.title': '{n} change(s) wait for your decision', 'raised.look': 'Look and decide', 'raised.at': '{name}: {unit}',
  'decide.reason': 'Reason of the decision', 'decide.hint': 'At least 5 characters, kept on record', 'decide.goesOn': 'Goes on', 'decide.stops': 'Left out here', 'decide.again': 'Let it go on', 'decide.done.goesOn': '{name}: goes on', 'decide.done.stops': '{name}: left out here',
  'stopped': '{name}: left out here', 'went': '{name}: goes on, decided by {by} on {day}: {reason}', 'close': 'Not yet',
} satisfies Record<keyof typeof source, string>
