import { common } from './common'
import { entry } from './entry'
import { jury } from './jury'
import { office } from './office'
import { paper } from './paper'
import { supervisor } from './supervisor'
import { unit } from './unit'

export const en = { common, entry, office, unit, jury, supervisor, paper } as const
