/** English of `zh/supervisor.ts`. */
import type { supervisor as source } from '../zh/supervisor'

export const supervisor = {
  title: 'Discipline supervisor',
} satisfies Record<keyof typeof source, string>
