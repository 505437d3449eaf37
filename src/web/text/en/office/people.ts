/** English of `zh/office/people.ts`. */
import type { people as source } from '../../zh/office/people'

export const people = {
  'people.title': 'People',
  'people.caption': 'Accounts of this organisation',
  'people.name': 'Name',
  'people.role': 'Role',
  'people.login': 'Account',
  'people.work': 'Workplace, field',
  'people.state': 'State',
  'people.invite': 'New account',
  'people.inviteNote': 'An activation code follows: hand it to the person',
  'people.role.hint': 'Jurors, secretary and supervisor each have their own account',
  'people.unitName': 'Workplace',
  'people.unitNameHint': 'Used to check conflicts of interest',
  'people.fieldOfWork': 'Field of work',
  'people.login.hint': '2–60 characters, used to sign in',
  'people.act': 'Make the account',
  'people.made': 'Activation code of {name}',
  'people.another': 'Make another',
  'people.secondOffice': 'The office needs two persons: somebody else than who wrote a draft issues it, and an extension is confirmed by a second one.',
} satisfies Record<keyof typeof source, string>
