import { account } from './account'
import { appraisal } from './appraisal'
import { assignment } from './assignment'
import { common } from './common'
import { conflicts } from './conflicts'
import { consult } from './consult'
import { data } from './data'
import { experts } from './experts'
import { entry } from './entry'
import { gate } from './gate'
import { honours } from './honours'
import { juries } from './juries'
import { jury } from './jury'
import { late } from './late'
import { news } from './news'
import { leads } from './leads'
import { objections } from './objections'
import { office } from './office'
import { opinion } from './opinion'
import { packages } from './packages'
import { paper } from './paper'
import { candidate } from './candidate'
import { people } from './people'
import { phone } from './phone'
import { privacy } from './privacy'
import { release } from './release'
import { rounds } from './rounds'
import { secrecy } from './secrecy'
import { posterTemplates } from './poster-templates'
import { posters } from './posters'
import { joining } from './joining'
import { pressKits } from './press-kits'
import { siteLook } from './site-look'
import { activities } from './activities'
import { interviews } from './interviews'
import { links } from './links'
import { finalReport } from './final-report'
import { situations } from './situations'
import { media } from './media'
import { stories } from './stories'
import { supervision } from './supervision'
import { supervisor } from './supervisor'
import { unit } from './unit'
import { keys } from './keys'
import { onPaper } from './on-paper'
import { upward } from './upward'
import { balance } from './balance'
import { votes } from './votes'
import { viewer } from './viewer'

export const en = {
  account,
  common,
  entry,
  office,
  unit,
  jury,
  late,
  leads,
  news,
  objections,
  supervisor,
  candidate,
  opinion,
  packages,
  paper,
  people,
  phone,
  rounds,
  secrecy,
  viewer,
  appraisal,
  data,
  consult,
  gate,
  honours,
  conflicts,
  experts,
  juries,
  keys,
  onPaper,
  assignment,
  privacy,
  release,
  supervision,
  upward,
  votes,
  balance,
  posterTemplates,
  posters,
  joining,
  pressKits,
  siteLook,
  stories,
  activities,
  interviews,
  links,
  finalReport,
  situations,
  media,
} as const
