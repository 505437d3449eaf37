/** English of `zh/gate.ts`. */
import type { gate as source } from '../zh/gate'

export const gate = {
  'title': 'Still fit today ({day})?', 'note': 'Asked at each gate, kept with day and name',
  'still.one': 'Checked: still fits today', 'still.many': 'Checked: all {n} still fit today', 'first': 'Confirm first that it still fits today: {act}',
  'changed.open': 'Something changed', 'changed.which': 'What changed', 'changed.note': 'In what way', 'changed.hint': 'As: which post since when; at least 5 characters; the office decides', 'changed.send': 'Tell the office', 'changed.not': 'Nothing changed', 'changed.sent': 'Told; the office decides',
  'changed.title': 'Has anything changed about the candidate?', 'changed.fact': 'If a post or a standing has changed since the submission, tell the office, which looks into it and decides.', 'changed.offline': 'Of what goes by hand nothing is written here: put “please call” and tell it in person.',
  'raised.title': '{n} question(s) wait for your decision', 'raised.look': 'Look and decide', 'raised.at': '{name}: {unit}',
  'decide.reason': 'Reason of the decision', 'decide.hint': 'At least 5 characters, kept on record', 'decide.goesOn': 'Goes on', 'decide.stops': 'Left out here', 'decide.again': 'Let it go on', 'decide.done.goesOn': '{name}: goes on', 'decide.done.stops': '{name}: left out here',
  'stopped': '{name}: left out here', 'went': '{name}: goes on, decided by {by} on {day}: {reason}', 'close': 'Not yet',
  'units.title': 'What the units say', 'units.note': 'Each unit is asked once before the public notice', 'units.fact': 'A letter goes to every unit whose nomination was accepted, not only to those on the list: it does not tell who was chosen.', 'units.by': 'Answer by', 'units.ask': 'Ask the units', 'units.again': 'Ask the silent units again', 'units.asked': '{units} unit(s) asked about {n} candidate(s)',
  'units.sum': 'Of {asked} candidates the units have answered about {answered}', 'units.due': ', asked for by {due}', 'units.name': 'Candidate', 'units.unit': 'Nominating unit', 'units.word': 'What the unit says', 'units.said': '{by}, {at}',
  'units.silent': 'The units of {n} candidate(s) have not answered', 'units.reason': 'Why you go on without their answer', 'units.reasonHint': 'At least {least} characters, kept in the ledger',
  'anew.fact': 'The unit is asked anew before a supplementary notice. One that answered a short while ago is left in peace; no other unit gets a letter.', 'anew.ask': 'Ask the unit anew', 'anew.silent': 'The unit of {name} has not answered',
  'own.title': 'Before the public notice: do your candidates still fit?', 'own.note': 'By {due}, answered by the approver', 'own.ask': 'Does {name} still fit today?', 'own.still': 'Still fits', 'own.changed': 'Something changed', 'own.thanks': '{name}: answered “still fits”', 'own.told': '{name}: the change was told; the office decides', 'own.clerk': 'Waits for the approver', 'own.over': 'This is over; nothing is taken any more', 'own.is.still': '{at} {by}: still fits', 'own.is.changed': '{at} {by}: something changed, told to the office',
} satisfies Record<keyof typeof source, string>
