import type { Operation } from '#contract/operation'
import { operations } from '#contract/operations'
import * as account from './commands/account'
import * as accounts from './commands/accounts'
import * as addAttachment from './commands/add-attachment'
import * as amendCampaign from './commands/amend-campaign'
import * as announce from './commands/announce'
import * as answerOpinion from './commands/answer-opinion'
import * as arrivals from './commands/arrivals'
import * as apply from './commands/apply'
import * as askUnits from './commands/ask-units'
import * as askOpinion from './commands/ask-opinion'
import * as beginUpload from './commands/begin-upload'
import * as bulkScreening from './commands/bulk-screening'
import * as campaigns from './commands/campaigns'
import * as candidate from './commands/candidate'
import * as consult from './commands/consult'
import * as correctForm from './commands/correct-form'
import * as deadlineMode from './commands/deadline-mode'
import * as demo from './commands/demo'
import * as describeUnit from './commands/describe-unit'
import * as distributeQuotas from './commands/distribute-quotas'
import * as editNomination from './commands/edit-nomination'
import * as enterForUnit from './commands/enter-for-unit'
import * as eraseRecord from './commands/erase-record'
import * as exportRecord from './commands/export-record'
import * as extendDeadline from './commands/extend-deadline'
import * as filmCommands from './commands/films'
import * as forwardCampaign from './commands/forward-campaign'
import * as decideGate from './commands/decide-gate'
import * as presence from './commands/presence'
import * as forBelow from './commands/for-below'
import * as handleObjection from './commands/handle-objection'
import * as handInAttempt from './commands/hand-in-attempt'
import * as holdAppraisal from './commands/hold-appraisal'
import * as honours from './commands/honours'
import * as importOrganisations from './commands/import-organisations'
import * as importPeople from './commands/import-people'
import * as assignReadings from './commands/assign-readings'
import * as decideConflict from './commands/decide-conflict'
import * as experts from './commands/experts'
import * as juries from './commands/juries'
import * as jury from './commands/jury'
import * as castBallot from './commands/cast-ballot'
import * as closeRound from './commands/close-round'
import * as decideRound from './commands/decide-round'
import * as dropJuror from './commands/drop-juror'
import * as abandonRound from './commands/abandon-round'
import * as keyShares from './commands/key-shares'
import * as supervisedNomination from './queries/supervised-nomination'
import * as filePasses from './commands/file-passes'
import * as filePassQueries from './queries/file-passes'
import * as release from './commands/release'
import * as releaseQueries from './queries/release'
import * as privacyPasses from './commands/privacy-passes'
import * as privacyPassQueries from './queries/privacy-passes'
import * as activities from './commands/activities'
import * as interviewConsents from './commands/interview-consents'
import * as interviews from './commands/interviews'
import * as situations from './commands/situations'
import * as advisories from './commands/advisories'
import * as activityPhotos from './commands/activity-photos'
import * as lookAgain from './commands/look-again'
import * as mediaEvidence from './commands/media-evidence'
import * as mediaList from './commands/media-list'
import * as mediaPlan from './commands/media-plan'
import * as platformRules from './commands/platform-rules'
import * as publishStories from './commands/publish-story'
import * as posterTemplates from './commands/poster-templates'
import * as posters from './commands/posters'
import * as pressKits from './commands/press-kits'
import * as siteLook from './commands/site-look'
import * as stories from './commands/stories'
import * as storyAnswers from './commands/story-answers'
import * as supervise from './commands/supervise'
import * as supervisionQueries from './queries/supervision'
import * as publicVotes from './commands/public-votes'
import * as publicVoteQueries from './queries/public-votes'
import * as paperBallots from './commands/paper-ballots'
import * as openRound from './commands/open-round'
import * as scoreSheet from './commands/score-sheet'
import * as inviteClerk from './commands/invite-clerk'
import * as leads from './commands/leads'
import * as linkRecord from './commands/link-record'
import * as mobilise from './commands/mobilise'
import * as news from './commands/news'
import * as object from './commands/object'
import * as offline from './commands/offline'
import * as oidc from './commands/oidc'
import * as packages from './commands/packages'
import * as organReply from './commands/organ-reply'
import * as paper from './commands/paper'
import * as passkeys from './commands/passkeys'
import * as phone from './commands/phone'
import * as registerManifest from './commands/register-manifest'
import * as quarantine from './commands/quarantine'
import * as recoveryCodes from './commands/recovery-codes'
import * as reopening from './commands/reopening'
import * as rankNominations from './commands/rank-nominations'
import * as replaceAttachment from './commands/replace-attachment'
import * as screen from './commands/screen-nomination'
import * as secondFactor from './commands/second-factor'
import * as secondFactorSetting from './commands/second-factor-setting'
import * as signIn from './commands/sign-in'
import * as submit from './commands/submit-nomination'
import * as supplement from './commands/supplement'
import * as unitJoining from './commands/unit-joining'
import * as upward from './commands/upward'
import * as webhooks from './commands/webhooks'
import type { Handler } from './handler'
import * as accountQueries from './queries/account'
import * as announcement from './queries/announcement'
import * as appraisal from './queries/appraisal'
import * as attachments from './queries/attachments'
import * as availability from './queries/availability'
import * as campaignQueries from './queries/campaigns'
import * as candidateQueries from './queries/candidate'
import * as cascade from './queries/cascade'
import * as consultations from './queries/consultations'
import * as documents from './queries/documents'
import * as entries from './queries/entries'
import * as exportNominations from './queries/export-nominations'
import * as figures from './queries/figures'
import * as finalReport from './queries/final-report'
import * as films from './queries/films'
import * as forms from './queries/forms'
import * as gateAskingQueries from './queries/gate-askings'
import * as gateQueries from './queries/gates'
import * as honourQueries from './queries/honours'
import * as assignmentQueries from './queries/assignments'
import * as conflictQueries from './queries/conflicts'
import * as expertQueries from './queries/experts'
import * as juriesQueries from './queries/juries'
import * as juryQueries from './queries/jury'
import * as paperBallotQueries from './queries/paper-ballots'
import * as roundQueries from './queries/rounds'
import * as roundSheets from './queries/round-sheets'
import * as sheetQueries from './queries/score-sheet'
import * as leadQueries from './queries/leads'
import * as unitJoiningQueries from './queries/unit-joining'
import * as ledger from './queries/ledger'
import * as materialFiles from './queries/material-files'
import * as mobilisation from './queries/mobilisation'
import * as newsQueries from './queries/news'
import * as nominations from './queries/nominations'
import * as notices from './queries/notices'
import * as objectionQueries from './queries/objections'
import * as oidcQueries from './queries/oidc'
import * as opinions from './queries/opinions'
import * as organLinkQueries from './queries/organ-links'
import * as organisations from './queries/organisations'
import * as packageQueries from './queries/packages'
import * as paperQueries from './queries/paper'
import * as paperTexts from './queries/paper-texts'
import * as passkeyQueries from './queries/passkeys'
import * as quarantineQueries from './queries/quarantine'
import * as records from './queries/records'
import * as reopenings from './queries/reopenings'
import * as searchQueries from './queries/search'
import * as secondFactorSettings from './queries/second-factor-setting'
import * as session from './queries/session'
import * as arrivalQueries from './queries/arrivals'
import * as upwardQueries from './queries/upward'
import * as posterQueries from './queries/posters'
import * as pressKitQueries from './queries/press-kits'
import * as siteLookQueries from './queries/site-look'
import * as activityQueries from './queries/activities'
import * as interviewQueries from './queries/interviews'
import * as situationQueries from './queries/situations'
import * as activitySheets from './queries/activity-sheets'
import * as mediaFiles from './queries/media-files'
import * as mediaQueries from './queries/media-plan'
import * as storyQueries from './queries/stories'
import * as views from './queries/views'
import * as webhookQueries from './queries/webhooks'

const modules = [
  supervisedNomination,
  filePasses,
  filePassQueries,
  activities,
  interviews,
  interviewConsents,
  situations,
  advisories,
  interviewQueries,
  situationQueries,
  activityPhotos,
  activityQueries,
  activitySheets,
  lookAgain,
  mediaEvidence,
  mediaFiles,
  mediaList,
  mediaPlan,
  mediaQueries,
  platformRules,
  publishStories,
  posterTemplates,
  posters,
  pressKits,
  pressKitQueries,
  siteLook,
  siteLookQueries,
  posterQueries,
  stories,
  storyAnswers,
  storyQueries,
  account,
  accounts,
  addAttachment,
  amendCampaign,
  announce,
  apply,
  answerOpinion,
  askOpinion,
  askUnits,
  beginUpload,
  bulkScreening,
  campaigns,
  candidate,
  consult,
  correctForm,
  deadlineMode,
  decideGate,
  demo,
  describeUnit,
  distributeQuotas,
  editNomination,
  enterForUnit,
  eraseRecord,
  exportRecord,
  extendDeadline,
  filmCommands,
  forwardCampaign,
  holdAppraisal,
  handInAttempt,
  honours,
  importOrganisations,
  importPeople,
  jury,
  castBallot,
  closeRound,
  decideRound,
  dropJuror,
  abandonRound,
  keyShares,
  release,
  releaseQueries,
  privacyPasses,
  privacyPassQueries,
  supervise,
  supervisionQueries,
  publicVotes,
  publicVoteQueries,
  paperBallots,
  openRound,
  scoreSheet,
  juries,
  assignReadings,
  decideConflict,
  experts,
  inviteClerk,
  leads,
  unitJoining,
  linkRecord,
  mobilise,
  news,
  handleObjection,
  object,
  supplement,
  objectionQueries,
  offline,
  oidc,
  organReply,
  packages,
  paper,
  passkeys,
  phone,
  presence,
  quarantine,
  rankNominations,
  registerManifest,
  recoveryCodes,
  reopening,
  replaceAttachment,
  screen,
  secondFactor,
  secondFactorSetting,
  signIn,
  submit,
  webhooks,
  upward,
  arrivals,
  forBelow,
  accountQueries,
  announcement,
  appraisal,
  attachments,
  availability,
  campaignQueries,
  candidateQueries,
  cascade,
  consultations,
  documents,
  entries,
  exportNominations,
  figures,
  finalReport,
  films,
  forms,
  gateAskingQueries,
  gateQueries,
  honourQueries,
  juryQueries,
  paperBallotQueries,
  roundQueries,
  roundSheets,
  sheetQueries,
  juriesQueries,
  assignmentQueries,
  conflictQueries,
  expertQueries,
  leadQueries,
  unitJoiningQueries,
  ledger,
  materialFiles,
  mobilisation,
  newsQueries,
  nominations,
  notices,
  oidcQueries,
  opinions,
  organLinkQueries,
  organisations,
  packageQueries,
  paperQueries,
  paperTexts,
  passkeyQueries,
  quarantineQueries,
  records,
  reopenings,
  searchQueries,
  secondFactorSettings,
  session,
  views,
  webhookQueries,
  upwardQueries,
  arrivalQueries,
]

const isHandler = (v: unknown): v is Handler => typeof v === 'object' && v !== null && 'operation' in v && 'run' in v

/** Every operation of the contract with its handler. A missing one stops the start: nothing described is unserved. */
export const handlers: readonly Handler[] = match(modules.flatMap((m) => Object.values(m as Record<string, unknown>).filter(isHandler)))

function match(found: readonly Handler[]): Handler[] {
  const byId = new Map(found.map((h) => [h.operation.id, h]))
  return operations.map((o: Operation) => {
    const handler = byId.get(o.id)
    if (handler === undefined) throw new Error(`operation ${o.id} has no handler`)
    return handler
  })
}
