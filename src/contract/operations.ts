import * as candidate from './operations/candidate'
import * as announcement from './operations/announcement'
import * as appraisal from './operations/appraisal'
import * as attachments from './operations/attachments'
import * as campaigns from './operations/campaigns'
import * as cascade from './operations/cascade'
import * as entries from './operations/entries'
import * as forms from './operations/forms'
import * as jury from './operations/jury'
import * as mobilisation from './operations/mobilisation'
import * as nominations from './operations/nominations'
import * as notices from './operations/notices'
import * as offline from './operations/offline'
import * as opinions from './operations/opinions'
import * as organisations from './operations/organisations'
import * as packages from './operations/packages'
import * as paper from './operations/paper'
import * as secrecy from './operations/secrecy'
import * as signIn from './operations/sign-in'
import * as uploads from './operations/uploads'
import * as views from './operations/views'
import type { Operation } from './operation'

const isOperation = (v: unknown): v is Operation => typeof v === 'object' && v !== null && 'who' in v && 'path' in v

/** The whole surface, in the order the documentation shows it. */
export const operations: readonly Operation[] = [signIn, organisations, notices, campaigns, attachments, forms, cascade, mobilisation, nominations, candidate, entries, offline, views, uploads, secrecy, opinions, appraisal, packages, paper, jury, announcement].flatMap((m) => Object.values(m as Record<string, unknown>).filter(isOperation))
