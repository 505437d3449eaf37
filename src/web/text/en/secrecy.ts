/** English of `zh/secrecy.ts`. */
import type { secrecy as zh } from '../zh/secrecy'
export const secrecy = {
  'review.title': 'Review for secrets',
  'review.note': 'written down after the unit’s secrecy officer has reviewed the whole dossier; the approver confirms on it',
  'review.name': 'Reviewed by',
  'review.post': 'Post',
  'review.day': 'Day of the review',
  'review.by': 'Reviewed for secrets by {name} ({post}), {day}',
  'review.none': 'Nobody is named who reviewed it for secrets',
} as const satisfies Record<keyof typeof zh, string>
