/** English of `zh/honours.ts`. */
import type { honours as zh } from '../zh/honours'
export const honours = {
  nav: 'Register of honours', title: 'Register of honours', note: 'Honours of all years, kept for ever. Revoking and restoring are entries of their own; nothing written is changed.',
  find: 'Name, workplace, number or honour', year: 'Year', allYears: 'All years', standing: 'Standing', all: 'All', valid: 'Valid', revoked: 'Revoked',
  count: '{n} honour(s)', more: 'Show more', none: 'No such honour', noneFact: 'Honours enter the register when they are given.', export: 'Export', 'as.xlsx': 'Excel', 'as.docx': 'Word, for printing', 'as.csv': 'CSV',
  caption: 'Register of honours', number: 'Number', name: 'Name', unit: 'Workplace', award: 'Honour', given: 'Given', state: 'Standing', entries: 'Entries',
  'kind.given': 'Given', 'kind.revoked': 'Revoked', 'kind.restored': 'Restored', 'by': 'proposed by {proposed}, confirmed by {confirmed}', basisIs: 'Basis: {basis}',
  certificate: 'Certificate', certificateOf: 'Certificate of {name}', publicPage: 'Public page', publicPageOf: 'Public page of {name}', open: 'Entries and acts', openOf: '{name}: entries and acts',
  'change.revoke': 'Propose to revoke', 'change.restore': 'Propose to restore', 'change.keep': 'Not now', reason: 'Reason (published as written)', reasonHint: 'Shown on the check page and the public page. No identity number, telephone or other personal data.', basis: 'Basis (stays in the register)', basisHint: 'Clause, number of a decision, or meeting.',
  'fact.revoke': 'Once a second person confirms, the certificate is void at once, the public page is withdrawn, and the check page says revoked, with the reason.', 'fact.restore': 'Once a second person confirms, the honour is valid again; the revocation stays in the register.',
  proposed: 'Proposed; a second person confirms', 'waiting.revoke': '{name} proposed to revoke it; a second person confirms', 'waiting.restore': '{name} proposed to restore it; a second person confirms', 'waiting.mine': 'You proposed it: another person of the office has to confirm.',
  'confirm.revoke': 'Confirm the revocation', 'confirm.restore': 'Confirm the restoration', withdraw: 'Withdraw the proposal', withdrawn: 'Proposal withdrawn', 'done.revoked': 'The honour is revoked', 'done.valid': 'The honour is restored',
  recall: 'Not within the product’s reach: to be done by people', close: 'Close',
  certificates: 'Certificates', certificatesNote: 'One a person, A4, with a QR code to check it by; room is left for the seal', shape: 'Layout', lying: 'Landscape', upright: 'Portrait', shapeHint: 'For all certificates of this campaign; numbers and hashes stay', shaped: 'Layout changed', packageAll: 'Package all certificates', begun: 'The package is being made; you may leave the page', document: 'Draft of the letter (Word)', toRegister: 'Register of honours', check: 'Page to check a certificate',
  'own.title': 'An honour was given', 'own.note': 'Number {number}, given on {day}', 'own.certificate': 'Download the certificate', 'own.page': 'Public page', 'own.revoked': 'Revoked on {day}; the certificate is void', 'own.reason': 'Reason: {reason}',
} as const satisfies Record<keyof typeof zh, string>
