/** English of `zh/jury.ts`. */
import type { jury as source } from '../zh/jury'

export const jury = {
  title: 'Jury',
} satisfies Record<keyof typeof source, string>
