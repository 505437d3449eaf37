/** English of `zh/office.ts`. */
import type { office as source } from '../zh/office'

export const office = {
  title: 'Office',
} satisfies Record<keyof typeof source, string>
