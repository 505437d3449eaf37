import type { Operation } from '#contract/operation'
import { operations } from '#contract/operations'
import * as accounts from './commands/accounts'
import * as addAttachment from './commands/add-attachment'
import * as amendCampaign from './commands/amend-campaign'
import * as announce from './commands/announce'
import * as answerOpinion from './commands/answer-opinion'
import * as askOpinion from './commands/ask-opinion'
import * as beginUpload from './commands/begin-upload'
import * as campaigns from './commands/campaigns'
import * as candidate from './commands/candidate'
import * as correctForm from './commands/correct-form'
import * as demo from './commands/demo'
import * as describeUnit from './commands/describe-unit'
import * as distributeQuotas from './commands/distribute-quotas'
import * as editNomination from './commands/edit-nomination'
import * as enterForUnit from './commands/enter-for-unit'
import * as exportRecord from './commands/export-record'
import * as extendDeadline from './commands/extend-deadline'
import * as forwardCampaign from './commands/forward-campaign'
import * as holdAppraisal from './commands/hold-appraisal'
import * as importOrganisations from './commands/import-organisations'
import * as jury from './commands/jury'
import * as mobilise from './commands/mobilise'
import * as offline from './commands/offline'
import * as packages from './commands/packages'
import * as paper from './commands/paper'
import * as quarantine from './commands/quarantine'
import * as rankNominations from './commands/rank-nominations'
import * as replaceAttachment from './commands/replace-attachment'
import * as screen from './commands/screen-nomination'
import * as secondFactor from './commands/second-factor'
import * as signIn from './commands/sign-in'
import * as submit from './commands/submit-nomination'
import type { Handler } from './handler'
import * as announcement from './queries/announcement'
import * as appraisal from './queries/appraisal'
import * as attachments from './queries/attachments'
import * as campaignQueries from './queries/campaigns'
import * as candidateQueries from './queries/candidate'
import * as cascade from './queries/cascade'
import * as documents from './queries/documents'
import * as entries from './queries/entries'
import * as exportNominations from './queries/export-nominations'
import * as forms from './queries/forms'
import * as juryQueries from './queries/jury'
import * as ledger from './queries/ledger'
import * as materialFiles from './queries/material-files'
import * as mobilisation from './queries/mobilisation'
import * as nominations from './queries/nominations'
import * as notices from './queries/notices'
import * as opinions from './queries/opinions'
import * as organisations from './queries/organisations'
import * as packageQueries from './queries/packages'
import * as paperQueries from './queries/paper'
import * as paperTexts from './queries/paper-texts'
import * as quarantineQueries from './queries/quarantine'
import * as session from './queries/session'
import * as views from './queries/views'

const modules = [accounts, addAttachment, amendCampaign, announce, answerOpinion, askOpinion, beginUpload, campaigns, candidate, correctForm, demo, describeUnit, distributeQuotas, editNomination, enterForUnit, exportRecord, extendDeadline, forwardCampaign, holdAppraisal, importOrganisations, jury, mobilise, offline, packages, paper, quarantine, rankNominations, replaceAttachment, screen, secondFactor, signIn, submit,
  announcement, appraisal, attachments, campaignQueries, candidateQueries, cascade, documents, entries, exportNominations, forms, juryQueries, ledger, materialFiles, mobilisation, nominations, notices, opinions, organisations, packageQueries, paperQueries, paperTexts, quarantineQueries, session, views]

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
