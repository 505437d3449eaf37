/** English of `zh/unit.ts`. */
import { answers } from './unit/answers'
import { approve } from './unit/approve'
import { form } from './unit/form'
import { home } from './unit/home'
import { materials } from './unit/materials'
import { mending } from './unit/mending'
import { nomination } from './unit/nomination'

export const unit = {
  ...home, ...nomination, ...form, ...answers, ...materials, ...mending, ...approve,
}
