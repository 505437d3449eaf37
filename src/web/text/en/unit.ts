/** English of `zh/unit.ts`. */
import type { unit as source } from '../zh/unit'

export const unit = {
  title: 'Nominating unit',
} satisfies Record<keyof typeof source, string>
