import { common } from './common'
import { entry } from './entry'
import { jury } from './jury'
import { office } from './office'
import { opinion } from './opinion'
import { packages } from './packages'
import { paper } from './paper'
import { candidate } from './candidate'
import { secrecy } from './secrecy'
import { supervisor } from './supervisor'
import { unit } from './unit'
import { viewer } from './viewer'

export const en = { common, entry, office, unit, jury, supervisor, candidate, opinion, packages, paper, secrecy, viewer } as const
