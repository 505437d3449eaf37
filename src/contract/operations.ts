import * as applications from './operations/applications'
import * as supervisedNomination from './operations/supervised-nomination'
import * as filePasses from './operations/file-passes'
import * as release from './operations/release'
import * as privacyPasses from './operations/privacy-passes'
import * as records from './operations/records'
import * as candidate from './operations/candidate'
import * as account from './operations/account'
import * as announcement from './operations/announcement'
import * as appraisal from './operations/appraisal'
import * as arrivals from './operations/arrivals'
import * as assignments from './operations/assignments'
import * as attachments from './operations/attachments'
import * as availability from './operations/availability'
import * as bulk from './operations/bulk'
import * as campaigns from './operations/campaigns'
import * as cascade from './operations/cascade'
import * as conflicts from './operations/conflicts'
import * as consultations from './operations/consultations'
import * as entries from './operations/entries'
import * as experts from './operations/experts'
import * as figures from './operations/figures'
import * as finalReport from './operations/final-report'
import * as erasure from './operations/erasure'
import * as films from './operations/films'
import * as forms from './operations/forms'
import * as gates from './operations/gates'
import * as gateAskings from './operations/gate-askings'
import * as presence from './operations/presence'
import * as honours from './operations/honours'
import * as juries from './operations/juries'
import * as jury from './operations/jury'
import * as leads from './operations/leads'
import * as unitJoining from './operations/unit-joining'
import * as mobilisation from './operations/mobilisation'
import * as news from './operations/news'
import * as nominations from './operations/nominations'
import * as notices from './operations/notices'
import * as objections from './operations/objections'
import * as offline from './operations/offline'
import * as oidc from './operations/oidc'
import * as opinions from './operations/opinions'
import * as organLinks from './operations/organ-links'
import * as organisations from './operations/organisations'
import * as packages from './operations/packages'
import * as paper from './operations/paper'
import * as passkeys from './operations/passkeys'
import * as peopleSheet from './operations/people-sheet'
import * as phone from './operations/phone'
import * as reopening from './operations/reopening'
import * as secondFactor from './operations/second-factor'
import * as keyShares from './operations/key-shares'
import * as paperBallots from './operations/paper-ballots'
import * as publicVotes from './operations/public-votes'
import * as rounds from './operations/rounds'
import * as search from './operations/search'
import * as secrecy from './operations/secrecy'
import * as signIn from './operations/sign-in'
import * as posterTemplates from './operations/poster-templates'
import * as posters from './operations/posters'
import * as pressKits from './operations/press-kits'
import * as siteLook from './operations/site-look'
import * as stories from './operations/stories'
import * as activities from './operations/activities'
import * as interviews from './operations/interviews'
import * as situations from './operations/situations'
import * as linkLooks from './operations/link-looks'
import * as media from './operations/media'
import * as platformRules from './operations/platform-rules'
import * as supervision from './operations/supervision'
import * as uploads from './operations/uploads'
import * as upward from './operations/upward'
import * as views from './operations/views'
import * as webhooks from './operations/webhooks'
import type { Operation } from './operation'

const isOperation = (v: unknown): v is Operation => typeof v === 'object' && v !== null && 'who' in v && 'path' in v

/** The whole surface, in the order the documentation shows it. */
export const operations: readonly Operation[] = [
  supervisedNomination,
  filePasses,
  signIn,
  passkeys,
  oidc,
  account,
  news,
  reopening,
  secondFactor,
  webhooks,
  organisations,
  notices,
  campaigns,
  attachments,
  forms,
  cascade,
  mobilisation,
  figures,
  finalReport,
  nominations,
  consultations,
  organLinks,
  search,
  bulk,
  gates,
  gateAskings,
  presence,
  candidate,
  applications,
  leads,
  unitJoining,
  peopleSheet,
  records,
  erasure,
  entries,
  offline,
  views,
  uploads,
  phone,
  availability,
  films,
  secrecy,
  opinions,
  appraisal,
  packages,
  paper,
  experts,
  jury,
  rounds,
  keyShares,
  paperBallots,
  publicVotes,
  juries,
  assignments,
  conflicts,
  announcement,
  honours,
  objections,
  upward,
  arrivals,
  supervision,
  privacyPasses,
  release,
  posterTemplates,
  posters,
  pressKits,
  siteLook,
  stories,
  activities,
  interviews,
  situations,
  linkLooks,
  media,
  platformRules,
].flatMap((m) => Object.values(m as Record<string, unknown>).filter(isOperation))
