/**
 * Words of the nominating unit's pages, one file a room. To add one: write the key and the Chinese in its file here, the same key and the English
 * in `en/unit/` (the compiler names what is missing), then `t('unit.<key>', { n })`. Places are `{n}`, the same in both languages.
 */
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
