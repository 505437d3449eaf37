/** Every operation of the contract, called by everybody who must not: a thing of somebody else's answers exactly as a thing that is not there. */
import cookie from '@fastify/cookie'
import fastify from 'fastify'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '#contract/operation'
import { operations } from '#contract/operations'
import { listCampaigns, readCampaign } from '#contract/operations/campaigns'
import { readBallot, readCandidate } from '#contract/operations/jury'
import { listNominations, readNomination } from '#contract/operations/nominations'
import { issueHandover, openHandover } from '#contract/operations/phone'
import { searchNominations } from '#contract/operations/search'
import { enterSecondFactor, readSession } from '#contract/operations/sign-in'
import { usualRoles } from '#core/access/second-factor'
import { usualTemplates } from '#core/announcement/release/letters'
import { usualSettings } from '#core/news/settings'
import { handlers } from '#server/handlers'
import { registerRoutes } from '#server/http/routes'
import { beginSession } from '#server/store/sessions'
import { account, db, ids, makeEverybody, own, signedIn, strangers } from './everybody'
import { freshInstallation, type Installation } from './installation'
import { LinkHolder } from './link-holder'
import { Person } from './person'

let at: Installation
/** Of an open link of the unit's draft. */
let linkToken = ''
beforeAll(async () => {
  at = await freshInstallation()
  linkToken = (await makeEverybody(at)).linkToken
})
afterAll(() => at.close())

interface Probe {
  /** Who of the campaign's own people may; everybody else must be answered as if it were not there. */
  readonly may: readonly string[]
  readonly body?: () => Record<string, unknown>
  /** A right one that is not the campaign's usual: the unit's draft instead of the sent nomination. */
  readonly params?: () => Record<string, string>
  /** What one who may is answered; proves that the probe reaches something. Absent: it would change too much. */
  readonly reached?: number
}
const unit = ['clerk', 'approver']
const leadReporters = ['office', 'officeBelow', 'clerk', 'approver', 'otherClerk', 'otherApprover', 'candidate']
const recorders = ['office', 'officeBelow', 'clerk', 'approver', 'otherClerk', 'otherApprover']
const held = () => ({ name: '示例', form: 'talk', otherForm: '', day: '2026-01-01', place: '示例', people: 1, hosts: '', words: '', links: [] })
const placement = () => ({ channelId: randomUUID(), title: '示例', from: '2026-01-01', to: '2026-01-01', ownerId: null, ownerWord: '', material: { kind: 'none' }, link: '', reach: null, reachFrom: '' })
const oneWord = { items: [{ version: 0, item: { kind: 'conclusion', step: '', key: '', content: { text: '示例' } } }] }
const room = ['office', 'supervisor', 'secretary']
/** All of its own people but the office of a unit below, which has its own rights. */
const everybody = ['office', 'clerk', 'approver', 'otherClerk', 'otherApprover', 'juror', 'recused', 'undeclared', 'secretary', 'supervisor', 'candidate']
const plan = () => ({ templateId: 'none', mode: 'forward', year: 2026, name: { zh: '甲', en: 'a' }, award: { zh: '甲', en: 'a' }, notice: { title: '甲', number: '', date: '2026-01-01', hosts: [{ zh: '甲', en: 'a' }] }, rules: [], contact: { person: '', phone: '', email: '', address: '' } })
const overlay = () => { const { templateId: _t, mode: _m, ...rest } = plan(); return rest }
const sheet = () => ({ fileName: 'a.csv', base64: '' })
const release = () => ({ roundId: ids['roundId'], startsOn: '2026-11-23', summaries: {}, howToObject: { phone: '0000', email: 'a@example.org', address: '示例路' }, templates: usualTemplates })
const pace = () => ({ openWithin: 1, acknowledgeWithin: 1, beginBefore: 1, submitBefore: 1, remindAgainAfter: 24 })
const hook = { name: '示例群', template: 'wecom', groups: ['work'], language: 'zh' } as const
const of = { id: 'AAAA', rawId: 'AAAA', type: 'public-key' }
const [attestation, assertion] = [{ ...of, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } }, { ...of, response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' } }]
const open = (): Probe => ({ may: everybody })
/** Nobody by who they are. */
const crew = () => ({ kind: 'interview', channelId: null, medium: '示例日报', purpose: '示例专访', times: [{ from: 1, to: 2 }], place: '', team: '示例', size: 1, needs: '' })
const byLink = (body?: Probe['body']): Probe => ({ may: [], ...(body === undefined ? {} : { body }) })

const probes: Record<string, Probe> = {
  // The candidate: by a code that anybody may try, then as a person of one's own.
  'candidate.look': open(), 'candidate.redeem': open(), 'candidate.join': { may: ['candidate'], body: () => ({ code: 'ABCDEFGHJKMN' }), reached: 404 }, 'candidate.list': { may: ['candidate'], reached: 200 },
  'candidate.issueCode': { may: ['clerk'], reached: 409 }, 'candidate.takeBack': { may: ['clerk'], reached: 409 }, 'candidate.askAgain': { may: ['clerk'], body: () => ({ note: '' }), reached: 409 },
  'candidate.consent': { may: ['candidate'], body: () => ({ kind: 'data', given: true }), reached: 200 }, 'candidate.giveBack': { may: ['candidate'], reached: 409 }, 'candidate.withdraw': { may: ['candidate'] }, 'candidate.record': { may: ['candidate'], reached: 200 },
  // What goes by hand: the draft here is none, so its acts meet a nomination that is not of this kind.
  'apply.look': open(), 'apply.begin': { ...open(), body: () => ({ name: '甲', unitId: randomUUID(), password: 'a long password 1' }) }, 'apply.decline': { may: ['approver'], body: () => ({ reason: '示例理由' }), reached: 409 },
  // 典型线索: with the clerk's unit; its office and supervisor read it.
  'leads.lookPublic': open(), 'leads.reportPublic': { ...open(), body: () => ({ candidateName: '甲', employer: '示例', deeds: '示例事迹一则', unitId: null, reporter: { name: '乙', contact: '00000' } }) }, 'leads.standing': open(), 'leads.ofNomination': { may: unit, reached: 200 },
  'leads.look': { may: [...leadReporters], reached: 200 }, 'leads.report': { may: [...leadReporters], body: () => ({ candidateName: '甲', employer: '示例', deeds: '示例事迹一则', unitId: null }), reached: 200 },
  'leads.list': { may: ['office', 'supervisor', ...unit, 'otherClerk', 'otherApprover'], reached: 200 }, 'leads.open': { may: [...unit, 'office', 'supervisor'], reached: 200 }, 'leads.pass': { may: unit, body: () => ({ unitId: null }) },
  'leads.decline': { may: unit, body: () => ({ reason: '密级：机密' }), reached: 422 }, 'leads.takeUp': { may: ['clerk'], body: () => ({ twinsSeen: 99 }), reached: 422 },
  // 换手机拍: at the desk by whoever fills in; on the phone by what it was let in with, and by nobody signed in (see below).
  'handover.issue': { may: ['clerk', 'candidate'], reached: 200 }, 'handover.state': { may: ['clerk', 'candidate'], reached: 200 }, 'handover.end': { may: ['clerk', 'candidate'], reached: 200 }, 'handover.open': open(),
  'phone.look': byLink(), 'phone.preview': byLink(), 'phone.beginUpload': byLink(() => ({ materialId: 'portrait', name: 'a.jpg', bytes: 10 })), 'phone.uploadState': byLink(), 'phone.leave': byLink(),
  'people.preview': { may: ['clerk', 'otherClerk'], body: sheet, reached: 200 }, 'people.import': { may: ['clerk', 'otherClerk'], body: () => ({ ...sheet(), createSeen: 0, refusedSeen: 0 }), reached: 422 },
  'erasure.look': { may: ['approver', 'candidate'], reached: 200 }, 'erasure.erase': { may: ['approver', 'candidate'], body: () => ({ seen: 'not this' }), reached: 422 },
  'records.list': { may: ['clerk', 'otherClerk'], reached: 200 }, 'records.link': { may: ['clerk'], body: () => ({ recordId: randomUUID() }), reached: 409 },
  'offline.begin': { may: ['clerk', 'otherClerk'], body: () => ({ carriedBy: 'inPerson', officerName: '甲', officerPost: '乙', volumes: 1 }), reached: 200 }, 'offline.register': { may: ['clerk'], body: () => ({ version: 1, carriedBy: 'inPerson', officerName: '甲', officerPost: '乙', volumes: 1 }), reached: 409 },
  'offline.receive': { may: ['office'], body: () => ({ version: 1, on: '2026-01-01', volumes: 1 }), reached: 409 }, 'offline.sheet': { may: [...unit, 'office', 'supervisor'] },
  // Without a subject: who may is all there is to ask.
  'session.read': open(), 'session.signIn': open(), 'session.signOut': open(), 'session.secondFactor': open(), 'secondFactor.begin': open(), 'secondFactor.confirm': open(),
  'activation.look': open(), 'activation.complete': open(), 'setUp.begin': open(), 'demo.cards': open(), 'demo.enter': open(), 'demo.moveClock': open(), 'campaigns.listPublic': open(),
  'session.recoveryCode': open(), 'passkeys.beginSignIn': open(), 'passkeys.signIn': open(), 'oidc.begin': open(), 'oidc.exchange': open(), 'oidc.signIn': open(), 'oidc.activate': open(),
  // Of the own account: everybody's own, another's is absent.
  'account.read': { may: everybody, reached: 200 }, 'account.prove': { may: everybody, body: () => ({ password: 'not this one' }) }, 'account.changePassword': { may: everybody, body: () => ({ password: 'a long password 1' }) }, 'account.removeTotp': { may: everybody, reached: 422 },
  'account.makeRecoveryCodes': { may: everybody, reached: 200 }, 'account.endOtherSessions': { may: everybody, reached: 200 }, 'account.seeNews': { may: everybody, body: () => ({ newsIds: [] }), reached: 200 }, 'account.endSession': { may: ['clerk'], reached: 200 },
  'passkeys.begin': { may: everybody, reached: 200 }, 'passkeys.add': { may: everybody, body: () => ({ name: '示例', response: attestation }), reached: 400 }, 'passkeys.prove': { may: everybody, body: () => ({ response: assertion }), reached: 401 },
  'passkeys.rename': { may: ['clerk'], body: () => ({ name: '示例二' }), reached: 200 }, 'passkeys.remove': { may: ['clerk'], reached: 403 },
  // No sign-in of the organisation is configured here: there is nothing for anybody.
  'oidc.beginFor': { may: everybody, body: () => ({ purpose: 'link' }), reached: 404 }, 'oidc.link': { may: everybody, body: () => ({ proof: 'AAAA' }), reached: 404 }, 'oidc.unlink': { may: everybody, reached: 404 }, 'oidc.prove': { may: everybody, body: () => ({ proof: 'AAAA' }), reached: 404 },
  // One's own news, and how it comes by mail.
  'news.list': { may: everybody, reached: 200 }, 'news.count': { may: everybody, reached: 200 }, 'news.mark': { may: everybody, body: () => ({ newsIds: [randomUUID()], read: true }), reached: 200 }, 'news.markAll': { may: everybody, reached: 200 },
  'news.settings': { may: everybody, reached: 200 }, 'news.saveSettings': { may: everybody, body: () => ({ ...usualSettings, digestHour: 23 }), reached: 422 },
  'news.askAddress': { may: everybody, body: () => ({ address: 'none' }), reached: 422 }, 'news.confirmAddress': { may: everybody, body: () => ({ code: '000000' }), reached: 200 }, 'news.removeAddress': { may: everybody, reached: 200 },
  'posterTemplates.list': { may: ['office'], reached: 200 }, 'posterTemplates.preview': { may: ['office'], body: () => ({ template: {}, size: 'a3', sample: 'short' }), reached: 200 }, 'posterTemplates.add': { may: ['office'], body: () => ({ template: {} }), reached: 422 },
  'posterTemplates.change': { may: ['office'], params: () => ({ templateId: randomUUID() }), body: () => ({ version: 1, template: {} }) }, 'posterTemplates.remove': { may: ['office'], params: () => ({ templateId: randomUUID() }) }, 'posterTemplates.addArt': { may: ['office'], body: () => ({ kind: 'emblem', name: 'a.png', base64: 'aGE=' }), reached: 422 }, 'posterTemplates.art': { may: ['office'], params: () => ({ artId: randomUUID() }) },
  // Webhooks of the own organisation.
  'siteLook.read': { may: ['office'], reached: 200 }, 'siteLook.set': { may: ['office'], body: () => ({ accent: '#23508e', emblem: null, header: { name: 'a.svg', base64: 'PHN2Zz4=' }, rights: { credit: '', people: null, consent: '' } }), reached: 422 }, 'siteLook.reset': { may: ['office'], reached: 404 },
  'webhooks.list': { may: ['office'], reached: 200 }, 'webhooks.add': { may: ['office'], body: () => ({ ...hook, address: 'none' }), reached: 422 }, 'webhooks.change': { may: ['office'], body: () => hook, reached: 200 },
  'webhooks.switch': { may: ['office'], body: () => ({ on: false }), reached: 200 }, 'webhooks.test': { may: ['office'], reached: 200 }, 'webhooks.remove': { may: ['office'] },
  'accounts.reissueCode': { may: ['office'], reached: 422 }, 'reopenings.list': { may: ['office', 'supervisor'], reached: 200 }, 'reopenings.propose': { may: ['office'], body: () => ({ accountId: ids['accountId'] ?? randomUUID(), reason: '示例理由一条' }), reached: 422 },
  'reopenings.confirm': { may: ['office', 'supervisor'], reached: 422 }, 'reopenings.withdraw': { may: ['office', 'supervisor'] },
  'secondFactorSetting.read': { may: ['office'], reached: 200 }, 'secondFactorSetting.propose': { may: ['office'], body: () => ({ read: { ...usualRoles, juror: false }, asked: usualRoles, reason: '示例理由一条' }), reached: 409 },
  'secondFactorSetting.confirm': { may: ['office'], reached: 422 }, 'secondFactorSetting.withdraw': { may: ['office'] },
  'session.chooseRole': { may: [], body: () => ({ membershipId: ids['foreignMembership'] ?? randomUUID() }) },
  'organisations.list': { may: ['office'], reached: 200 }, 'accounts.list': { may: ['office'], reached: 200 }, 'templates.list': { may: ['office'], reached: 200 },
  'organisations.previewImport': { may: ['office'], body: sheet, reached: 200 }, 'organisations.import': { may: ['office'], body: () => ({ ...sheet(), refusedSeen: 0 }), reached: 422 },
  'accounts.invite': { may: ['office'], body: () => ({ personName: '甲', login: 'zheng', role: 'juror' }), reached: 409 },
  // 单位加入: codes and applications of the own office; by code or link anybody, who learns nothing without them.
  'unitCodes.list': { may: ['office'], reached: 200 }, 'unitCodes.make': { may: ['office'], body: () => ({ parentId: ids['officeBelowId'] ?? randomUUID(), type: 'unit', most: 1, lastDay: '2000-01-01' }), reached: 422 }, 'unitCodes.end': { may: ['office'], reached: 200 },
  'unitJoining.look': open(), 'unitJoining.apply': open(), 'unitJoining.standing': open(), 'unitJoining.takeActivation': open(), 'unitJoining.list': { may: ['office'], reached: 200 },
  'unitJoining.takeIn': { may: ['office'], body: () => ({ unitCode: '', into: null, alikeSeen: 99 }), reached: 422 }, 'unitJoining.refuse': { may: ['office'], body: () => ({ reason: '示例理由' }), reached: 200 },
  'accounts.inviteClerk': { may: ['approver', 'otherApprover'], body: () => ({ personName: '甲', login: 'zheng' }), reached: 409 }, 'accounts.ofUnit': { may: ['approver', 'otherApprover'], reached: 200 },
  'organisations.setEmail': { may: ['office'], body: () => ({ organisationId: ids['officeBelowId'] ?? randomUUID(), email: 'x' }), reached: 422 },
  'organisations.setCounts': { may: ['office'], body: () => ({ organisationId: ids['officeBelowId'] ?? randomUUID(), counts: { 会员: -1 }, properties: [], read: { counts: {}, properties: [] } }), reached: 422 },
  'campaigns.preview': { may: ['office'], body: plan }, 'campaigns.create': { may: ['office'], body: plan }, 'campaigns.list': { may: everybody, reached: 200 },
  'notices.read': { may: ['office'], body: () => ({ text: '每市限报1名。' }), reached: 200 },
  'forwarding.list': { may: ['office'], reached: 200 },
  // Of a campaign from the level above: in this installation nobody below has an office.
  'forwarding.read': { may: ['officeBelow'], reached: 200 }, 'forwarding.preview': { may: ['officeBelow'], body: overlay, reached: 200 }, 'forwarding.forward': { may: ['officeBelow'], body: () => ({ ...overlay(), rules: [{ id: 'quota', kind: 'quota', max: 99 }] }), reached: 422 },
  'amendments.preview': { may: ['office'], body: () => ({ read: '0'.repeat(64), rules: [] }), reached: 200 }, 'amendments.propose': { may: ['office'], body: () => ({ read: '0'.repeat(64), rules: [], reason: '没有理由的修订' }), reached: 409 },
  'amendments.confirm': { may: ['office'], reached: 422 }, 'amendments.withdraw': { may: ['office'] }, 'amendments.list': { may: ['office', 'supervisor'], reached: 200 },
  'cascade.read': { may: ['office', 'supervisor'], reached: 200 }, 'jobs.list': { may: ['office'], reached: 200 },
  'quotas.read': { may: ['office', 'supervisor', 'officeBelow', ...unit, 'otherClerk', 'otherApprover'], reached: 200 }, 'quotas.receive': { may: ['office'], body: () => ({ total: 5, ground: '示例' }), reached: 422 },
  'quotas.grant': { may: ['office'], body: () => ({ grants: [{ organisationId: randomUUID(), count: 1 }] }), reached: 422 }, 'quotas.return': { may: ['office', 'officeBelow', 'approver', 'otherApprover'], body: () => ({ organisationId: ids['officeBelowId'] ?? randomUUID(), count: 1 }) },
  // Of a campaign.
  'campaigns.open': { may: ['office'], body: () => ({ read: '0'.repeat(64) }), reached: 422 }, 'campaigns.beforeIssuing': { may: ['office'], reached: 200 }, 'campaigns.revise': { may: ['office'], body: () => ({ ...plan(), read: 1 }), reached: 422 }, 'campaigns.read': { may: everybody, reached: 200 }, 'campaigns.overview': { may: ['office', 'supervisor'], reached: 200 },
  'campaigns.readSource': { may: ['office'], reached: 200 }, 'campaigns.officialPdf': { may: ['office'], reached: 200 }, 'campaigns.officialWord': { may: ['office'], reached: 200 },
  'attachments.list': { may: everybody, reached: 200 }, 'attachments.file': { may: everybody, reached: 200 }, 'attachments.publicFile': open(), 'calendar.read': { may: [...everybody, 'officeBelow'], reached: 200 },
  'attachments.replace': { may: ['office'], body: () => ({ name: 'a.docx', base64: Buffer.from('none').toString('base64') }), reached: 422 }, 'attachments.restore': { may: ['office'], reached: 422 },
  'attachments.add': { may: ['office'], body: () => ({ title: '说明', name: 'a.docx', base64: Buffer.from('none').toString('base64') }), reached: 422 }, 'attachments.remove': { may: ['office'] },
  'forms.places': { may: ['office'], reached: 200 }, 'forms.correct': { may: ['office'], body: () => ({ sha256: '0'.repeat(64), corrections: {} }) }, 'forms.example': { may: ['office'], reached: 200 },
  'original.read': { may: ['office'], reached: 200 }, 'original.state': { may: ['office'], body: () => ({ original: { name: '示例', url: 'javascript:alert(1)' } }), reached: 422 },
  'extensions.propose': { may: ['office'], body: () => ({ until: 0, reason: '没有理由的延长' }), reached: 422 }, 'extensions.confirm': { may: ['office'], reached: 422 },
  'campaigns.setDeadlineMode': { may: ['office'], body: () => ({ minutes: 120 }), reached: 200 }, 'campaigns.outages': { may: ['office', 'supervisor'], reached: 200 },
  'attempts.list': { may: unit, reached: 200 }, 'attempts.proof': { may: unit, reached: 200 }, 'attempts.handIn': { may: ['approver'], body: () => ({ id: randomUUID(), at: Date.now(), answer: 'noAnswer', trace: '' }), reached: 200 },
  'materials.registerManifest': { may: ['clerk'], body: () => ({ files: [] }), reached: 409 },
  'ledger.read': { may: room, reached: 200 }, 'ledger.verify': { may: room, reached: 200 }, 'record.export': { may: room, reached: 200 },
  'nominations.list': { may: ['clerk', 'approver', 'otherClerk', 'otherApprover'], reached: 200 },
  'nominations.create': { may: ['clerk', 'otherClerk'], body: () => ({ candidateName: '甲' }), reached: 200 },
  'nominations.search': { may: ['office', 'supervisor', ...unit, 'otherClerk', 'otherApprover'], reached: 200 }, 'nominations.facets': { may: ['office', 'supervisor'], reached: 200 }, 'screening.previewBulk': { may: ['office'], body: () => ({ items: [{ nominationId: ids['nominationId'], version: 1 }], decision: { decision: 'accept' } }), reached: 200 }, 'screening.hold': { may: ['office'], body: () => ({ items: [{ nominationId: ids['nominationId'], version: 1 }], decision: { decision: 'accept' } }), reached: 422 },
  'screening.held': { may: ['office', 'supervisor'], reached: 200 }, 'screening.undo': { may: ['office'], body: () => ({ batchId: ids['batchId'] }), reached: 409 }, 'screening.release': { may: ['office'], body: () => ({ batchId: ids['batchId'] }), reached: 409 }, 'screening.setHold': { may: ['office'], body: () => ({ minutes: 10 }), reached: 200 },
  'screening.level': { may: ['office', 'supervisor'], reached: 200 }, 'screening.export': { may: ['office', 'supervisor'], reached: 200 },
  'jury.read': { may: room, reached: 200 }, 'jury.form': { may: ['office'], body: () => ({ jurorIds: [ids['jurorId']], secretaryId: ids['jurorId'] }), reached: 422 },
  'juries.read': { may: room, reached: 200 }, 'juries.formRound': { may: ['office'], body: () => ({ ruleId: 'none', accountIds: [] }), reached: 404 }, 'juries.setDuties': { may: ['office'], body: () => ({ ruleId: null, duties: [{ accountId: ids['jurorId'], duty: 'chair' }] }), reached: 200 }, 'juries.fixDraw': { may: ['office'], body: () => ({ ruleId: null, parts: [{ field: '无人', count: 1 }], perUnit: null }), reached: 422 },
  'juries.draw': { may: ['office'], body: () => ({ word: '示例' }), reached: 422 }, 'juries.callStandIn': { may: ['office'], body: () => ({ leaves: ids['jurorId'], reason: '示例理由' }), reached: 404 },
  'experts.list': { may: ['office', 'supervisor'], reached: 200 }, 'experts.preview': { may: ['office'], body: sheet, reached: 200 }, 'experts.import': { may: ['office'], body: () => ({ ...sheet(), createSeen: 0, updateSeen: 0, refusedSeen: 0 }), reached: 422 }, 'experts.setLeft': { may: ['office'], body: () => ({ expertId: randomUUID(), left: true }), reached: 404 }, 'experts.invite': { may: ['office'], body: () => ({ expertIds: [randomUUID()] }), reached: 404 },
  'conflicts.read': { may: room, reached: 200 }, 'conflicts.decide': { may: ['supervisor', 'secretary'], body: () => ({ accountId: ids['jurorId'], nominationId: ids['nominationId'], decision: 'stays', reason: '示例理由' }), reached: 200 }, 'ballot.signs': { may: ['juror', 'recused', 'undeclared'], reached: 200 },
  // Readings are shared out in no round of this campaign: who may ask is told so, as everybody else is.
  'assignments.read': { may: room, reached: 404 }, 'assignments.ask': { may: ['secretary'], body: () => ({}), reached: 404 }, 'assignments.consider': { may: ['secretary'], reached: 404 }, 'assignments.change': { may: ['secretary'], body: () => ({ version: 1, candidate: randomUUID(), out: randomUUID(), in: randomUUID() }), reached: 404 }, 'assignments.confirm': { may: ['secretary'], body: () => ({ version: 1 }), reached: 404 },
  'rounds.open': { may: ['office'], body: () => ({ ruleId: 'round-1', nominationIds: [ids['nominationId']] }), reached: 422 },
  'announcement.read': { may: room, reached: 200 },
  'announcement.startPublicNotice': { may: ['office'], body: () => ({ roundId: ids['roundId'], summaries: {}, howToObject: { phone: '0000', email: 'a@example.org', address: '示例路' } }) },
  'announcement.giveHonours': { may: ['office'] },
  // 一并发布: read by office and supervisor, prepared, released and taken back by the office; its outcome by the unit and the person.
  'release.read': { may: ['office', 'supervisor'], reached: 200 }, 'release.preview': { may: ['office'], body: release }, 'release.prepare': { may: ['office'], body: () => ({ ...release(), hash: '0'.repeat(64) }) }, 'release.confirm': { may: ['office'], params: () => ({ releaseId: randomUUID() }), body: () => ({ hash: '0'.repeat(64) }) }, 'release.withdraw': { may: ['office'], params: () => ({ releaseId: randomUUID() }) }, 'release.ownOutcome': { may: [...unit, 'candidate'], reached: 200 },
  // 荣誉: given in the campaign, revocation proposed by the office and waiting for its second person.
  'honours.register': { may: ['office', 'supervisor'], reached: 200 }, 'honours.export': { may: ['office', 'supervisor'], reached: 200 }, 'honours.certificate': { may: ['office', 'supervisor'], reached: 200 }, 'honours.document': { may: ['office'], reached: 200 },
  'honours.shape': { may: ['office'], body: () => ({ upright: false }), reached: 200 },
  'honours.package': { may: ['office'], reached: 200 }, 'honours.proposeChange': { may: ['office'], body: () => ({ change: 'revoke', reason: '示例理由', basis: '示例依据' }), reached: 422 }, 'honours.confirmChange': { may: ['office'], reached: 422 }, 'honours.withdrawChange': { may: ['office'] },
  'honours.own': { may: [...unit, 'candidate'], reached: 200 }, 'honours.ownCertificate': { may: [...unit, 'candidate'], reached: 200 },
  // 异议: what was said for office and supervisor; who said it for the supervisor and the named handler, who is the office's own person here.
  'objections.look': open(), 'objections.file': { ...open(), body: () => ({ nominationId: randomUUID(), said: '示例异议内容一则，够长', from: null, files: 0 }) }, 'objections.askCorrection': { ...open(), body: () => ({ nominationId: randomUUID(), part: 'name', reads: '甲', said: '写错了' }) }, 'objections.addEvidence': { ...open(), body: () => ({ code: 'AAAA', name: 'a.pdf', base64: '' }) }, 'objections.standing': open(),
  'objections.list': { may: ['office', 'supervisor'], reached: 200 }, 'objections.read': { may: ['office', 'supervisor'], reached: 200 }, 'objections.places': { may: ['office', 'supervisor'], reached: 200 },
  'objections.readObjector': { may: ['supervisor', 'office'], reached: 200 }, 'objections.takeEvidence': { may: ['supervisor', 'office'], reached: 200 },
  'objections.nameHandler': { may: ['office'], body: () => ({ accountId: randomUUID(), reason: '示例理由' }) }, 'objections.triage': { may: ['office'], body: () => ({ serious: true, reason: '示例理由一条' }), reached: 200 }, 'objections.recordStep': { may: ['office'], body: () => ({ kind: 'note', said: '示例记录' }), reached: 200 },
  'objections.askStatement': { may: ['office'], body: () => ({ question: '示例问题一个', dueOn: '2000-01-01' }), reached: 422 }, 'objections.propose': { may: ['office'], body: () => ({ outcome: 'upheld', findings: '异议人（示例）说的属实', answer: '示例答复一则' }), reached: 422 }, 'objections.confirm': { may: ['office'], body: () => ({ agree: true }), reached: 409 },
  'objections.settleCorrection': { may: ['office'], body: () => ({ outcome: 'notCorrected', answer: '示例答复' }) }, 'objections.note': { may: ['supervisor'], body: () => ({ what: 'reopen', note: '示例意见一条' }), reached: 409 }, 'objections.letter': { may: ['office'], reached: 409 },
  'objections.startSupplement': { may: ['office'], body: () => ({ nominationId: randomUUID(), summary: '' }) }, 'objections.leaveEmpty': { may: ['office'], body: () => ({ reason: '示例理由一条' }) },
  'objections.ownStatements': { may: unit, reached: 200 }, 'objections.giveStatement': { may: ['approver'], body: () => ({ said: '示例说明一则' }), reached: 200 },
  // 向上推荐: of our own campaign by its office; to the one above by the office of the unit it is addressed to; what comes in is the office’s own.
  'upward.read': { may: ['office'], reached: 200 }, 'upward.recommend': { may: ['office'], body: () => ({ to: randomUUID(), nominationIds: [randomUUID()] }) }, 'upward.callFile': { may: ['office'], reached: 200 }, 'upward.answerFile': { may: ['office'], reached: 422 }, 'upward.cameUp': { may: ['office'], reached: 200 },
  'upward.takeSeat': { may: ['officeBelow'], body: () => ({ as: 'unitClerk' }) }, 'upward.makeArchive': { may: ['officeBelow'], body: () => ({ nominationIds: [randomUUID()] }), reached: 422 }, 'upward.archives': { may: ['officeBelow'], reached: 200 }, 'upward.archiveFile': { may: ['officeBelow'] }, 'upward.transmittal': { may: ['officeBelow'] },
  'installations.list': { may: ['office'], reached: 200 }, 'installations.sheet': { may: ['office'], reached: 200 }, 'installations.look': { may: ['office'], reached: 200 }, 'installations.confirm': { may: ['office'], body: () => ({ typed: '0000' }), reached: 422 }, 'installations.end': { may: ['office'], body: () => ({ reason: '示例理由一条' }) },
  'arrivals.begin': { may: ['office'], body: () => ({ name: 'a.xuanshu', bytes: 3 }), reached: 200 }, 'arrivals.list': { may: ['office'], reached: 200 }, 'arrivals.read': { may: ['office'], reached: 200 }, 'arrivals.giveWords': { may: ['office'], body: () => ({ words: '春天' }), reached: 409 }, 'arrivals.take': { may: ['office'], body: () => ({ newSeen: 0, refusedSeen: 0 }), reached: 409 }, 'arrivals.drop': { may: ['office'] },
  // Gates: the approver of the own, the office of what was sent; a draft nobody told anything about is no office's.
  // Before the public notice: asked by the office, watched by the supervisor, answered by the approver of the own nomination alone.
  'gateAskings.ask': { may: ['office'], body: () => ({ answerBy: '2000-01-01' }), reached: 422 }, 'gateAskings.read': { may: ['office', 'supervisor'], reached: 200 }, 'gateAskings.own': { may: [...unit, 'otherClerk', 'otherApprover'], reached: 200 }, 'gateAskings.askNext': { may: ['office'], body: () => ({ answerBy: '2000-01-01' }) }, 'gateAskings.answer': { may: ['approver'], body: () => ({ answer: 'still' }) },
  'gates.read': { may: ['office', 'supervisor'], reached: 200 }, 'gates.raised': { may: ['office', 'supervisor'], reached: 200 },
  'gates.answer': { may: ['office', 'approver'], body: () => ({ gate: 'round', ruleIds: ['x'], note: '示例说明文字' }) }, 'gates.decide': { may: ['office'], body: () => ({ gate: 'acceptance', outcome: 'goesOn', reason: '示例理由文字' }), reached: 422 },
  'desk.beHere': { may: ['office'], body: () => ({ nominationId: null }), reached: 200 },
  // Mobilisation: the unit opens and acknowledges, an office below opens what it may forward; the letters are the office's own.
  'notices.open': { may: ['clerk', 'approver', 'otherClerk', 'otherApprover', 'officeBelow'], reached: 200 }, 'notices.acknowledge': { may: ['clerk', 'approver', 'otherClerk', 'otherApprover'], reached: 200 },
  'mobilisation.read': { may: ['office'], reached: 200 }, 'mobilisation.preview': { may: ['office'], reached: 200 }, 'mobilisation.send': { may: ['office'], body: () => ({ hash: '0'.repeat(64) }), reached: 409 },
  'mobilisation.previewPace': { may: ['office'], body: () => ({ pace: pace() }), reached: 200 }, 'mobilisation.setPace': { may: ['office'], body: () => ({ read: pace(), pace: { ...pace(), openWithin: 0 } }), reached: 409 },
  'mobilisation.outbox': { may: ['office'], reached: 200 }, 'mobilisation.retry': { may: ['office'], reached: 200 },
  'figures.read': { may: ['office', 'supervisor'], reached: 200 }, 'figures.export': { may: ['office', 'supervisor'] }, 'finalReport.read': { may: ['office', 'supervisor'], reached: 200 }, 'finalReport.word': { may: ['office', 'supervisor'], reached: 200 },
  // Paper: the office enters what came in, everybody who may read the nomination sees it.
  'paper.register': { may: ['office', 'supervisor'], reached: 200 }, 'paper.lookUp': { may: ['office'], body: () => ({ text: 'not a code' }), reached: 200 }, 'paper.read': { may: [...unit, 'office', 'supervisor'], reached: 200 },
  'paper.receive': { may: ['office'], body: () => ({ nominationId: ids['nominationId'] ?? randomUUID(), code: null, items: [{ carrier: 'paper', materialId: 'nomination-form-stamped', copies: 1 }] }), reached: 422 },
  'paper.undo': { may: ['office'], body: () => ({ reason: '示例理由' }) }, 'paper.receipt': { may: [...unit, 'office', 'supervisor'], reached: 200 }, 'paper.picture': { may: [...unit, 'office', 'supervisor'] }, 'paper.earlierSeals': { may: ['office', 'supervisor'], reached: 200 }, 'paper.compare': { may: [...unit, 'office', 'supervisor'], reached: 200 },
  // Of a nomination that was sent.
  'nominations.read': { may: [...unit, 'office', 'supervisor', 'candidate'], reached: 200 }, 'nominations.receipt': { may: [...unit, 'office', 'supervisor'], reached: 200 }, 'nominations.form': { may: unit, reached: 200 }, 'papers.list': { may: unit, reached: 200 }, 'papers.file': { may: unit, reached: 200 },
  'nominations.saveDraft': { may: ['clerk', 'candidate'], body: () => ({ version: 1 }), reached: 409 }, 'nominations.sendToApprover': { may: ['clerk'], reached: 409 },
  'nominations.handBack': { may: ['approver'], reached: 409 }, 'nominations.withdraw': { may: ['approver'] }, 'nominations.submit': { may: ['approver'], body: () => ({ version: -1, warningsSeen: 0 }), reached: 409 },
  // Whole dossiers: the office those sent, a unit its own; a package is its maker's alone.
  'packages.makeOne': { may: [...unit, 'office'], reached: 200 }, 'packages.makeAll': { may: ['office', ...unit, 'otherClerk', 'otherApprover'], reached: 200 },
  'packages.list': { may: ['office', ...unit, 'otherClerk', 'otherApprover'], reached: 200 }, 'packages.file': { may: ['office'], reached: 200 }, 'packages.remove': { may: ['office'], reached: 200 },
  'entries.list': { may: ['office'], reached: 200 }, 'entries.begin': { may: ['office'], body: () => ({ unitId: ids['officeBelowId'] ?? randomUUID(), candidateName: '甲', source: 'paper', receivedOn: '2026-01-01', sender: '乙' }), reached: 422 },
  // Never entered by the office: there is no seat to take.
  'entries.takeSeat': { may: [], body: () => ({ as: 'unitClerk' }) },
  'materials.remove': { may: ['clerk', 'candidate'], reached: 409 }, 'materials.content': { may: [...unit, 'office', 'candidate'], reached: 200 }, 'materials.view': { may: [...unit, 'office', 'supervisor', 'candidate'], reached: 200 }, 'views.read': open(), 'materials.preview': { may: [...unit, 'office', 'supervisor', 'candidate'], reached: 200 },
  'screening.accept': { may: ['office'], body: () => ({ version: -1 }), reached: 409 }, 'screening.reject': { may: ['office'], body: () => ({ version: -1, ruleId: 'quota', note: '没有写明的理由' }), reached: 409 },
  'screening.return': { may: ['office'], body: () => ({ version: -1, until: 4_000_000_000_000, points: [{ what: '甲', at: '', clause: '' }] }), reached: 409 },
  'uploads.begin': { may: ['clerk', 'candidate'], body: () => ({ materialId: 'portrait', name: 'a.jpg', bytes: 10 }), reached: 409 },
  'uploads.state': { may: ['clerk'], params: () => ({ nominationId: ids['draftId']! }), reached: 200 },
  // Conversions: the unit and the candidate see them, whoever uploads acts while the nomination is still the unit's.
  'films.list': { may: [...unit, 'candidate'], reached: 200 }, 'films.view': { may: [...unit, 'candidate'], reached: 200 }, 'films.convertMaterial': { may: ['clerk', 'candidate'], reached: 409 },
  'films.take': { may: ['clerk', 'candidate'], reached: 409 }, 'films.again': { may: ['clerk', 'candidate'], reached: 409 }, 'films.drop': { may: ['clerk', 'candidate'], reached: 409 },
  // Appraisals: minutes for those who judge by them; jurors read none.
  'nominations.rank': { may: ['clerk', 'otherClerk'], body: () => ({ order: [randomUUID()] }), reached: 409 },
  'appraisal.read': { may: [...unit, 'office', 'supervisor', 'secretary'], reached: 200 }, 'appraisal.sheet': { may: [...unit, 'office', 'supervisor', 'secretary'] },
  'appraisal.save': { may: ['clerk'], body: () => oneWord, reached: 409 }, 'appraisal.saveOwn': { may: ['office'], body: () => oneWord, reached: 200 },
  'appraisal.close': { may: ['clerk'], body: () => ({ closed: true }), reached: 409 }, 'appraisal.closeOwn': { may: ['office'], body: () => ({ closed: false }), reached: 200 },
  'appraisal.confirmAbsence': { may: ['approver'], body: () => ({ step: 'step-symposium', role: 'candidate', version: 1, confirmed: true }), reached: 409 },
  // Other offices: asked by the clerk, read by the unit; by the link itself only who holds it (see below).
  'opinions.list': { may: unit, reached: 200 }, 'opinions.board': { may: ['office', 'supervisor'], reached: 200 },
  'opinions.ask': { may: ['clerk'], body: () => ({ materialId: 'integrity-opinion-stamped', office: '示例', answerBy: '2000-01-01' }), reached: 409 },
  'opinions.revoke': { may: ['clerk'], params: () => ({ nominationId: ids['draftId']! }) },
  'opinion.look': byLink(), 'opinion.model': byLink(), 'opinion.beginUpload': byLink(() => ({ name: 'a.pdf', bytes: 10 })), 'opinion.uploadState': byLink(),
  'opinion.answer': byLink(() => ({ uploadId: randomUUID(), handler: '甲', opinionDay: '2026-01-01' })),
  // What organs say about a candidate: office and supervisor, nobody else.
  'consultations.board': { may: ['office', 'supervisor'], reached: 200 }, 'consultations.read': { may: ['office', 'supervisor'], reached: 200 }, 'consultations.export': { may: ['office', 'supervisor'] },
  'consultations.preview': { may: ['office'], body: () => ({ offices: ['示例'], answerBy: '2000-01-01', about: { all: 'standing' } }), reached: 200 }, 'consultations.ask': { may: ['office'], body: () => ({ offices: ['示例'], answerBy: '2000-01-01', about: { all: 'standing' }, questions: 0 }), reached: 422 },
  'consultations.answer': { may: ['office'], body: () => ({ office: '示例', reply: '示例', replyDay: '2026-01-01', objections: [], clear: 'allOpen' }), reached: 422 },
  // A letter's link: the office makes it, the supervisor sees that it is there; what it opens is nobody's by who they are (see below).
  'organLinks.list': { may: ['office', 'supervisor'], reached: 200 }, 'organLinks.make': { may: ['office'], params: () => ({ letterId: randomUUID() }) }, 'organLinks.revoke': { may: ['office'], params: () => ({ letterId: randomUUID() }) }, 'organLinks.scan': { may: ['office', 'supervisor'], params: () => ({ letterId: randomUUID() }) },
  'organ.look': byLink(), 'organ.reply': byLink(() => ({ handler: '甲', reply: '无', replyDay: '2026-01-01', clear: [randomUUID()], objections: [], scan: { name: 'a.pdf', base64: '' } })),
  'secrecy.list': { may: ['office', 'supervisor'], reached: 200 }, 'secrecy.ofNomination': { may: unit, reached: 200 }, 'secrecy.report': { may: ['office'], body: () => ({ to: '云川省保密局（示例）' }) }, 'secrecy.decide': { may: ['office'], body: () => ({ decision: 'purge', reason: '没有报告就清除' }), reached: 422 },
  'secrecy.reportFile': { may: [...unit, 'office'], body: () => ({ level: null, page: null }) }, 'secrecy.takeBack': { may: ['office'], reached: 404 }, 'secrecy.confirm': { may: ['office'], reached: 422 },
  // Of a round.
  'rounds.read': { may: room, reached: 200 }, 'rounds.close': { may: ['secretary'] }, 'rounds.countSheet': { may: room },
  'ballot.read': { may: ['juror', 'recused', 'undeclared'], reached: 200 }, 'ballot.declareConflicts': { may: ['juror', 'recused', 'undeclared'], body: () => ({ conflicts: [] }), reached: 200 },
  'ballot.cast': { may: ['juror', 'recused', 'undeclared'], body: () => ({ approvals: [randomUUID()] }), reached: 422 },
  'sheet.save': { may: ['juror', 'recused', 'undeclared'], body: () => ({ points: ['50'], comment: '' }), reached: 422 }, 'sheet.read': { may: ['juror', 'recused', 'undeclared'], reached: 200 }, 'sheet.submit': { may: ['juror', 'recused', 'undeclared'], body: () => ({ missingSeen: 0 }), reached: 422 },
  'rounds.dropJuror': { may: ['secretary'], params: () => ({ accountId: randomUUID() }), body: () => ({ reason: '因公出差' }) }, 'rounds.openNext': { may: ['office'], body: () => ({ still: true }), reached: 422 }, 'rounds.resultSheet': { may: room },
  'paperBallots.print': { may: ['secretary'], body: () => ({}) }, 'paperBallots.read': { may: room }, 'paperBallots.count': { may: ['secretary'], body: () => ({ issued: 1, returned: 1, scrutineers: '示例' }) }, 'paperBallots.enter': { may: ['office', 'secretary'], body: () => ({ code: 'AAAA-BBBB', read: null }) },
  'paperBallots.finish': { may: ['office', 'secretary'], body: () => ({ done: true }) }, 'paperBallots.settle': { may: ['office', 'secretary'], body: () => ({ code: 'AAAA-BBBB', read: null }) },
  'publicVote.open': { may: ['office'], body: () => ({ from: 0, to: 1 }) }, 'publicVote.read': { may: room }, 'publicVote.cast': { ...open(), body: () => ({ candidates: [randomUUID()], browser: 'A'.repeat(22), proof: 'A'.repeat(22) }) },
  // 学习宣传活动: everybody the campaign is addressed to records the own ones; the office releases, the supervisor reads.
  // 有关情况: between the unit of the nomination and the office.
  'situations.begin': { may: recorders, reached: 200 }, 'situations.send': { may: recorders, body: () => ({ to: randomUUID(), situation: { title: '示例', words: '示例情况', urgency: 'usual' } }), reached: 404 }, 'situations.list': { may: ['office', 'supervisor', ...unit, 'otherClerk', 'otherApprover'], reached: 200 },
  'situations.read': { may: [...unit, 'office', 'supervisor'], reached: 200 }, 'situations.open': { may: ['office'], reached: 200 }, 'situations.answer': { may: [...unit, 'office'], body: () => ({ words: '密级：机密' }), reached: 422 }, 'situations.close': { may: ['office'], reached: 200 },
  'situations.attach': { may: unit, body: () => ({ name: 'a.pdf', base64: 'aGE=' }), reached: 422 }, 'situations.file': { may: [...unit, 'office', 'supervisor'], params: () => ({ fileId: ids['fileOfSituation']! }), reached: 200 },
  'advisories.list': { may: everybody, reached: 200 }, 'advisories.give': { may: ['office'], body: () => ({ kind: 'other', words: '示例提示', lastDay: '2000-01-01' }), reached: 422 }, 'advisories.end': { may: ['office'], reached: 200 },
  'activities.begin': { may: recorders, reached: 200 }, 'activities.list': { may: [...recorders, 'supervisor'], reached: 200 }, 'activities.sheet': { may: [...recorders, 'supervisor'], reached: 200 }, 'activities.sheetFile': { may: [...recorders, 'supervisor'], reached: 200 }, 'activities.listFile': { may: [...recorders, 'supervisor'], reached: 200 },
  'activities.record': { may: recorders, body: () => ({ activity: { ...held(), name: '' } }), reached: 422 }, 'activities.read': { may: [...recorders, 'supervisor'], params: () => ({ activityId: randomUUID() }) }, 'activities.change': { may: recorders, params: () => ({ activityId: randomUUID() }), body: () => ({ revision: 1, activity: held() }) },
  'activities.lookAtLink': { may: recorders, params: () => ({ activityId: randomUUID() }), body: () => ({ address: 'https://example.org/' }) },
  'activities.withdraw': { may: recorders, params: () => ({ activityId: randomUUID() }), body: () => ({ reason: '记重了' }) }, 'activities.release': { may: ['office'], body: () => ({ activityIds: [randomUUID()], yes: true }) },
  'activities.addPhoto': { may: recorders, params: () => ({ activityId: randomUUID() }), body: () => ({ name: 'a.jpg', base64: 'aGE=' }) }, 'activities.describePhoto': { may: recorders, params: () => ({ activityId: randomUUID(), photoId: randomUUID() }), body: () => ({ people: null, consent: '' }) },
  'activities.removePhoto': { may: recorders, params: () => ({ activityId: randomUUID(), photoId: randomUUID() }) }, 'activities.photo': { may: [...recorders, 'supervisor'], params: () => ({ activityId: randomUUID(), photoId: randomUUID() }) },
  // 媒体投放: the office plans, the supervisor reads.
  'media.plan': { may: ['office', 'supervisor'], reached: 200 }, 'media.file': { may: ['office', 'supervisor'], reached: 200 }, 'media.item': { may: ['office', 'supervisor'], params: () => ({ itemId: randomUUID() }) }, 'media.evidence': { may: ['office', 'supervisor'], params: () => ({ itemId: randomUUID(), evidenceId: randomUUID() }) },
  'media.platforms': { may: ['office', 'supervisor'], reached: 200 }, 'media.setPlatform': { may: ['office'], params: () => ({ platform: 'none' }), body: () => ({ version: 0, seconds: 60, megabytes: 10, leastSide: 720, ratios: ['9:16'], source: '示例' }) },
  'media.materials': { may: ['office'], reached: 200 }, 'media.template': { may: ['office'], reached: 200 }, 'media.addChannel': { may: ['office'], body: () => ({ kind: 'bus', kindWord: '', name: '', level: 'city', contact: '' }), reached: 422 },
  'media.changeChannel': { may: ['office'], params: () => ({ channelId: randomUUID() }), body: () => ({ version: 1, channel: { kind: 'bus', kindWord: '', name: '示例', level: 'city', contact: '' } }) }, 'media.removeChannel': { may: ['office'], params: () => ({ channelId: randomUUID() }) },
  'media.addItem': { may: ['office'], body: placement }, 'media.changeItem': { may: ['office'], params: () => ({ itemId: randomUUID() }), body: () => ({ version: 1, item: placement() }) }, 'media.moveItem': { may: ['office'], params: () => ({ itemId: randomUUID() }), body: () => ({ version: 1, state: 'out' }) },
  'media.lookAtLink': { may: ['office'], params: () => ({ itemId: randomUUID() }), body: () => ({ address: 'https://example.org/' }) },
  'media.recall': { may: ['office'], params: () => ({ itemId: randomUUID() }), body: () => ({ version: 1, note: '示例' }) }, 'media.addEvidence': { may: ['office'], params: () => ({ itemId: randomUUID() }), body: () => ({ name: 'a.jpg', base64: 'aGE=' }) }, 'media.removeEvidence': { may: ['office'], params: () => ({ itemId: randomUUID(), evidenceId: randomUUID() }) },
  'media.preview': { may: ['office'], body: sheet, reached: 200 }, 'media.import': { may: ['office'], body: () => ({ ...sheet(), channelsSeen: 0, itemsSeen: 0, refusedSeen: 0 }), reached: 422 },
  // What the supervisor alone does; it changes nothing of others.
  // Stories are the office's; the unit's approver and the person answer, the supervisor reads.
  'posters.read': { may: ['office'] }, 'posters.preview': { may: ['office'], body: () => ({ design: 'a', size: 'screen-tall', words: ['示例'], mediaId: randomUUID() }) }, 'posters.list': { may: ['office'], reached: 200 },
  'pressKits.read': { may: ['office'] }, 'pressKits.make': { may: ['office'], body: () => ({ hash: '0'.repeat(64), short: [0], middle: [0], media: [], posters: [], contact: { name: '', phone: '', email: '' }, days: 7 }) }, 'pressKits.end': { may: ['office'], params: () => ({ kitId: randomUUID() }) },
  'posters.make': { may: ['office'], body: () => ({ design: 'a', sizes: ['screen-tall'], people: [{ nominationId: randomUUID() }] }) }, 'posters.file': { may: ['office'], params: () => ({ setId: randomUUID(), posterId: randomUUID() }) }, 'posters.archive': { may: ['office'], params: () => ({ setId: randomUUID() }) },
  // 采访、拍摄: office and unit arrange it, the person agrees, the supervisor reads; strangers find nothing.
  'interviews.begin': { may: ['office'], reached: 200 }, 'interviews.list': { may: ['office', 'supervisor', ...unit, 'otherClerk', 'otherApprover'], reached: 200 }, 'interviews.calendar': { may: ['office', 'supervisor', ...unit, 'otherClerk', 'otherApprover'], reached: 200 }, 'interviews.ofNomination': { may: [...unit, 'office', 'supervisor', 'candidate'], reached: 200 }, 'interviews.read': { may: [...unit, 'office', 'supervisor', 'candidate'], reached: 200 },
  'interviews.event': { may: [...unit, 'office', 'supervisor', 'candidate'] }, 'interviews.ask': { may: ['office'], body: () => ({ nominationId: randomUUID(), ask: crew() }) }, 'interviews.change': { may: ['office'], body: () => ({ version: 99, ask: crew() }), reached: 409 },
  'interviews.answer': { may: unit, body: () => ({ version: 99, reply: { time: { from: 1, to: 2 }, place: '', companion: '', phone: '', notFilmed: '', people: 'person', agreed: '', patients: false, patientsHow: '' } }), reached: 409 }, 'interviews.consent': { may: ['approver', 'candidate'], body: () => ({ scope: '1'.repeat(64), yes: true }), reached: 409 },
  'interviews.fix': { may: ['office'], body: () => ({ version: 99 }), reached: 409 }, 'interviews.done': { may: ['office'], body: () => ({ version: 99 }), reached: 409 }, 'interviews.cancel': { may: [...unit, 'office'], body: () => ({ version: 99, reason: '示例' }), reached: 409 },
  'stories.list': { may: ['office', 'supervisor'], reached: 200 }, 'stories.read': { may: ['office', 'supervisor'] }, 'stories.save': { may: ['office'], body: () => ({ revision: 0, document: { title: [], opening: '', portrait: null, blocks: [] } }) },
  'stories.addMedia': { may: ['office'], body: () => ({ name: 'a.jpg', base64: 'aGE=' }) }, 'stories.describeMedia': { may: ['office'], params: () => ({ mediaId: randomUUID() }), body: () => ({ credit: '', people: null, consent: '' }) }, 'stories.caption': { may: ['office'], params: () => ({ mediaId: randomUUID() }), body: () => ({ text: '' }) }, 'stories.removeMedia': { may: ['office'], params: () => ({ mediaId: randomUUID() }) },
  'stories.mediaFile': { may: [...unit, 'office', 'supervisor', 'candidate'], params: () => ({ mediaId: randomUUID() }) }, 'stories.review': { may: ['office'], body: () => ({ hash: '0'.repeat(64), yes: true }) }, 'stories.proof': { may: [...unit, 'candidate'], reached: 200 },
  'stories.answer': { may: ['approver', 'candidate'], body: () => ({ hash: '0'.repeat(64), yes: true, consent: true }) }, 'stories.clearSecrecy': { may: ['approver'], body: () => ({ hash: '0'.repeat(64), yes: true }) },
  'stories.publish': { may: ['office'], body: () => ({ hash: '0'.repeat(64) }) }, 'stories.unschedule': { may: ['office'] }, 'stories.withdraw': { may: ['office'], body: () => ({ reason: '示例理由' }) },
  'supervision.nomination': { may: ['supervisor'], reached: 200 }, 'supervision.nominationSheet': { may: ['supervisor'] },
  'filePasses.list': { may: ['office', 'supervisor'], reached: 200 }, 'filePasses.propose': { may: ['office'], body: () => ({ name: '附件.docx', base64: 'eA==', reason: '示例理由' }) }, 'filePasses.file': { may: ['office', 'supervisor'], params: () => ({ passId: randomUUID() }) }, 'filePasses.confirm': { may: ['office', 'supervisor'], params: () => ({ passId: randomUUID() }), body: () => ({}) }, 'filePasses.withdraw': { may: ['office', 'supervisor'], params: () => ({ passId: randomUUID() }) },
  'privacyPasses.list': { may: ['office', 'supervisor'], reached: 200 }, 'privacyPasses.propose': { may: ['office'], body: () => ({ nominationId: ids['nominationId'] ?? randomUUID(), text: '示例', kind: 'phone', found: '13900000000', reason: '示例理由' }) }, 'privacyPasses.confirm': { may: ['office', 'supervisor'], params: () => ({ passId: randomUUID() }), body: () => ({}) }, 'privacyPasses.withdraw': { may: ['office', 'supervisor'], params: () => ({ passId: randomUUID() }) },
  'supervision.replay': { may: ['supervisor'], body: () => ({ roundId: randomUUID() }) }, 'supervision.samples': { may: ['supervisor'], reached: 200 }, 'supervision.fixSample': { may: ['supervisor'], body: () => ({ what: 'letters', size: 1 }) }, 'supervision.drawSample': { may: ['supervisor'], params: () => ({ sampleId: randomUUID() }), body: () => ({ word: '示例' }) },
  'supervision.noteSample': { may: ['supervisor'], params: () => ({ sampleId: randomUUID() }), body: () => ({ item: 'x', verdict: 'true', words: '' }) }, 'supervision.report': { may: ['supervisor'], reached: 200 }, 'supervision.sealReport': { may: ['supervisor'], body: () => ({ words: '示例意见' }), reached: 200 }, 'supervision.reportPdf': { may: ['supervisor'] }, 'supervision.reportWord': { may: ['supervisor'], reached: 200 },
  'rounds.printKeyShare': { may: room, body: () => ({}) }, 'rounds.abandon': { may: ['secretary'], body: () => ({ reason: '示例理由' }) },
  'rounds.proposeDecision': { may: ['secretary'], body: () => ({ decision: { kind: 'tie', selected: [] }, reason: '会议表决' }), reached: 409 }, 'rounds.confirmDecision': { may: room, params: () => ({ decisionId: randomUUID() }), body: () => ({}), reached: 409 }, 'rounds.withdrawDecision': { may: ['secretary'], params: () => ({ decisionId: randomUUID() }), body: () => ({}), reached: 409 },
  'ballot.candidate': { may: ['juror'], reached: 200 }, 'ballot.candidatePreview': { may: ['juror'], reached: 200 }, 'ballot.candidateView': { may: ['juror'], reached: 200 },
}

const paramNames = (op: Operation): string[] => [...op.path.matchAll(/:(\w+)/g)].map((m) => m[1]!)
const call = async (op: Operation, who: Person, params: Record<string, string>, body: unknown) => {
  const { status, text } = await who.send(op, { params, body } as never)
  let answer: unknown = text
  try { answer = JSON.parse(text) } catch { /* bytes */ }
  if (typeof answer === 'object' && answer !== null) delete (answer as { trace?: string }).trace
  return { status, answer }
}
const realParams = (op: Operation): Record<string, string> => ({ ...Object.fromEntries(paramNames(op).map((p) => [p, ids[p]!])), ...probes[op.id]!.params?.() })
const absentParams = (op: Operation): Record<string, string> => Object.fromEntries(paramNames(op).map((p) => [p, randomUUID()]))
const ofSubjects = operations.filter((op) => paramNames(op).length > 0)
const guarded = operations.filter((op) => !['anyone', 'linkHolder', 'phoneHolder', 'organHolder', 'demoVisitor', 'setUpKey', 'halfSignedIn'].includes(op.who))
const ofPhones = operations.filter((op) => op.who === 'phoneHolder')
const linked = operations.filter((op) => op.who === 'linkHolder')

test('every operation has a probe, and every probe an operation', () => {
  expect(Object.keys(probes).sort()).toEqual(operations.map((op) => op.id).sort())
})

describe.each(guarded.map((op) => ({ id: op.id, op })))('$id', ({ op }) => {
  test('without a session asks to sign in, with real ids and with absent ones alike', async () => {
    const nobody = new Person(at.origin)
    const body = probes[op.id]!.body?.()
    const real = await call(op, nobody, realParams(op), body)
    expect([real.status, (real.answer as { error?: string }).error]).toEqual([401, 'signInNeeded'])
    expect(await call(op, nobody, absentParams(op), body)).toEqual(real)
  })

  test('for everybody who may not, it is as absent as what never was', async () => {
    const probe = probes[op.id]!
    // What names no campaign is any office's own.
    const outsiders = Object.entries(own).filter(([name]) => !probe.may.includes(name) && !(name === 'officeBelow' && paramNames(op).length === 0))
    const foreign = paramNames(op).length > 0 ? Object.entries(strangers) : Object.entries(strangers).filter(([role]) => op.who === 'office' && role !== 'office')
    const absent = await call(op, own['office']!, absentParams(op), probe.body?.())
    const answers = await Promise.all([...outsiders, ...foreign].map(async ([name, person]) => ({ name, real: await call(op, person, realParams(op), probe.body?.()) })))
    // What was never there is asked about once by each kind of person too: an answer must not depend on who asks.
    const nowhere = paramNames(op).length === 0 ? [] : await Promise.all(foreign.map(([, person]) => call(op, person, absentParams(op), probe.body?.())))
    const gone = paramNames(op).length === 0 ? answers[0]?.real : absent
    if (gone !== undefined) expect([gone.status, (gone.answer as { error: string }).error]).toEqual([404, 'absent'])
    expect(nowhere.filter((n) => JSON.stringify(n) !== JSON.stringify(gone))).toEqual([])
    expect(answers.filter(({ real }) => JSON.stringify(real) !== JSON.stringify(gone))).toEqual([])
  })

  test('one who may is answered', async () => {
    const probe = probes[op.id]!
    if (probe.reached === undefined) return
    const { status, answer } = await call(op, own[probe.may[0]!]!, realParams(op), probe.body?.())
    expect([status, status === probe.reached ? '' : answer]).toEqual([probe.reached, ''])
  })
})

test('mutant: an operation that forgot its rule shows itself to these probes', async () => {
  const app = fastify()
  await app.register(cookie)
  const forgetful = handlers.filter((h) => ['nominations.read', 'rounds.read', 'ledger.read'].includes(h.operation.id)).map((h) => ({ ...h, operation: { ...h.operation, who: 'signedIn' as const } }))
  registerRoutes(app, forgetful, at.services)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  for (const { operation } of forgetful) {
    const path = operation.path.replace(/:(\w+)/g, (_, key: string) => ids[key]!)
    const leaked = await new Person(origin).holding(await beginSession(db(), ids['strangerAccount']!, ids['foreignMembership']!, true)).raw('GET', path)
    expect([operation.id, leaked.status]).toEqual([operation.id, 200])
  }
  await app.close()
})

describe('a link', () => {
  test('without it nobody opens what it opens, signed in or not; a wrong one is as none', async () => {
    expect(linked).toHaveLength(5)
    for (const op of linked) {
      const [params, body] = [paramNames(op).length === 0 ? {} : { uploadId: randomUUID() }, probes[op.id]!.body?.()]
      const nobody = await call(op, new Person(at.origin), params, body)
      expect([op.id, nobody.status, (nobody.answer as { error: string }).error]).toEqual([op.id, 404, 'absent'])
      for (const person of [...Object.values(own), ...Object.values(strangers)]) expect([op.id, await call(op, person, params, body)]).toEqual([op.id, nobody])
      const wrong = await new LinkHolder(at.origin, linkToken.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))).send(op, { params, body } as never)
      expect([op.id, wrong.status, wrong.text.replace(/"trace":"[^"]*"/, '')]).toEqual([op.id, 404, JSON.stringify({ ...(nobody.answer as object), trace: '' }).replace('"trace":""', '')])
    }
  })
  test('it opens that, and nothing else: every other operation answers as to nobody', async () => {
    const holder = new LinkHolder(at.origin, linkToken)
    const look = await holder.send(linked.find((op) => op.id === 'opinion.look')!)
    expect([look.status, look.text.includes('未报送的人')]).toEqual([200, true])
    for (const op of guarded) {
      const { status, text } = await holder.send(op, { params: realParams(op), body: probes[op.id]!.body?.() } as never)
      expect([op.id, status, (JSON.parse(text) as { error: string }).error]).toEqual([op.id, 401, 'signInNeeded'])
    }
    // Nor is an upload of the clerk's the link's.
    expect((await holder.head(`/api/uploads/${ids['uploadId']}`)).status).toBe(404)
  })
})

describe('a phone that was let in', () => {
  const letIn = async () => new LinkHolder(at.origin, (await new Person(at.origin).ask(openHandover, { body: { code: (await own['clerk']!.ask(issueHandover, { params: { nominationId: ids['draftId']! } })).code } })).token)
  test('without its token nobody opens what it opens, signed in or not; a wrong one is as none, and a link’s is a wrong one', async () => {
    expect(ofPhones).toHaveLength(5)
    const phone = await letIn()
    for (const op of ofPhones) {
      const [params, body] = [Object.fromEntries(paramNames(op).map((p) => [p, randomUUID()])), probes[op.id]!.body?.()]
      const nobody = await call(op, new Person(at.origin), params, body)
      expect([op.id, nobody.status, (nobody.answer as { error: string }).error]).toEqual([op.id, 404, 'absent'])
      for (const person of [...Object.values(own), ...Object.values(strangers)]) expect([op.id, await call(op, person, params, body)]).toEqual([op.id, nobody])
      for (const token of [phone.token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')), linkToken]) expect([op.id, (await new LinkHolder(at.origin, token).send(op, { params, body } as never)).status]).toEqual([op.id, 404])
    }
  })
  test('it opens that, and nothing else: every other operation answers as to strangers, links too', async () => {
    const phone = await letIn()
    const look = await phone.send(ofPhones.find((op) => op.id === 'phone.look')!)
    expect([look.status, look.text.includes('未报送的人')]).toEqual([200, true])
    for (const op of guarded) {
      const { status, text } = await phone.send(op, { params: realParams(op), body: probes[op.id]!.body?.() } as never)
      expect([op.id, status, (JSON.parse(text) as { error: string }).error]).toEqual([op.id, 401, 'signInNeeded'])
    }
    for (const op of linked) expect([op.id, (await phone.send(op, { params: Object.fromEntries(paramNames(op).map((p) => [p, randomUUID()])), body: probes[op.id]!.body?.() } as never)).status]).toEqual([op.id, 404])
    // Nor is an upload of the desk's the phone's.
    expect((await phone.head(`/api/uploads/${ids['uploadId']}`)).status).toBe(404)
  })
})

test('what is not an id at all is absent too, and says nothing of the path', async () => {
  for (const op of ofSubjects) {
    const { status } = await call(op, own['office']!, Object.fromEntries(paramNames(op).map((p) => [p, "x'--"])), probes[op.id]!.body?.())
    expect([op.id, status]).toEqual([op.id, 404])
  }
})

test('an upload address is nobody’s but its own clerk’s', async () => {
  const address = `/api/uploads/${ids['uploadId']}`
  const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
  const absent = await own['otherClerk']!.raw('HEAD', `/api/uploads/${randomUUID()}`, undefined, headers)
  for (const person of [new Person(at.origin), own['otherClerk']!, own['approver']!, own['office']!, strangers['unitClerk']!]) {
    const head = await person.raw('HEAD', address, undefined, headers)
    const patch = await person.raw('PATCH', address, new Uint8Array([1, 2, 3]), headers)
    expect([head.status, head.text, patch.status, patch.text.includes('absent')]).toEqual([absent.status, absent.text, 404, true])
  }
  const mine = await own['clerk']!.raw('HEAD', address, undefined, headers)
  expect([mine.status, mine.headers.get('upload-offset')]).toEqual([200, '0'])
})

test('the office sees no draft: not in lists, not by its id, not by its number', async () => {
  const queue = await own['office']!.ask(searchNominations, { params: { campaignId: ids['campaignId']! } })
  expect(queue.rows.map((n) => n.candidateName)).toEqual(['沈若川'])
  for (const who of ['office', 'supervisor']) {
    const answer = await own[who]!.send(readNomination, { params: { nominationId: ids['draftId']! } })
    expect([who, answer.status, answer.text.includes('未报送的人')]).toEqual([who, 404, false])
    const [listed, read] = [await own[who]!.ask(listCampaigns), await own[who]!.ask(readCampaign, { params: { campaignId: ids['campaignId']! } })]
    expect([who, listed.campaigns.map((c) => c.nominations), read.nominations]).toEqual([who, [1], 1])
  }
})

test('another unit’s list, and another organisation’s lists, hold nothing of this one', async () => {
  const list = await own['otherClerk']!.ask(listNominations, { params: { campaignId: ids['campaignId']! } })
  expect(list.nominations.map((n) => n.candidateName).filter((name) => name !== '甲')).toEqual([])
  const known = [...Object.entries(ids).filter(([key]) => key !== 'strangerAccount' && key !== 'foreignMembership').map(([, id]) => id), '沈若川', '未报送的人', '云川']
  for (const op of operations.filter((x) => x.method === 'GET' && paramNames(x).length === 0 && x.who !== 'demoVisitor' && x.id !== 'templates.list'))
    for (const person of Object.values(strangers)) {
      const { text } = await person.send(op)
      // The name of what is public is anybody's; who is in it, and every id, is not.
      const open = op.id === 'campaigns.listPublic' ? ['云川'] : []
      expect([op.id, known.filter((k) => text.includes(k))]).toEqual([op.id, open])
    }
})

test('a juror who is recused or has declared nothing yet sees neither dossier nor picture, and nobody in the room sees a vote while the round is open', async () => {
  const params = { roundId: ids['roundId']!, nominationId: ids['nominationId']! }
  expect((await own['juror']!.send(readCandidate, { params })).status).toBe(200)
  expect((await own['recused']!.send(readCandidate, { params })).status).toBe(404)
  expect((await own['undeclared']!.send(readCandidate, { params })).status).toBe(404)
  const ballot = await own['recused']!.ask(readBallot, { params: { roundId: ids['roundId']! } })
  expect(ballot.candidates.map((c) => c.recused)).toEqual([true])
  // A file of the dossier that no juror is shown: the stamped scans.
  const scan = await db().row<{ id: string }>(`SELECT id FROM materials WHERE nomination_id = $1 AND facts->>'kind' NOT IN ('image', 'video') LIMIT 1`, [ids['nominationId']])
  const shown = await own['juror']!.raw('GET', `/api/rounds/${ids['roundId']}/candidates/${ids['nominationId']}/materials/${scan!.id}/view`)
  expect(shown.status).toBe(404)
  const dossier = await own['juror']!.send(readCandidate, { params })
  expect(['990000', '10000000000', 'candidate@example.org'].filter((secret) => dossier.text.includes(secret))).toEqual([])
})

test('a session without its second factor can do nothing but give it', async () => {
  const half = await signedIn(await db().row<{ accountId: string; membershipId: string }>(`SELECT account_id AS "accountId", m.id AS "membershipId" FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE a.login = 'zheng'`) as never, false)
  for (const op of guarded) {
    const { status, answer } = await call(op, half, realParams(op), probes[op.id]!.body?.())
    expect([op.id, status, (answer as { error: string }).error]).toEqual([op.id, 401, 'secondFactorNeeded'])
  }
  expect((await half.send(enterSecondFactor, { body: { code: '000000' } })).status).toBe(401)
})

test('a role that is taken away ends with the next request', async () => {
  const { accountId, membershipId } = await account('leaving', 'office', (await db().row<{ id: string }>(`SELECT organisation_id AS id FROM campaigns LIMIT 1`))!.id)
  const leaving = await signedIn({ accountId, membershipId })
  expect((await leaving.send(readCampaign, { params: { campaignId: ids['campaignId']! } })).status).toBe(200)
  await db().rows(`DELETE FROM memberships WHERE id = $1`, [membershipId])
  expect((await leaving.send(readCampaign, { params: { campaignId: ids['campaignId']! } })).status).toBe(401)
  expect((await leaving.ask(readSession)).person?.membership ?? null).toBe(null)
})

test('a request from another site is not carried out, whoever is signed in', async () => {
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
    const answer = await own['clerk']!.raw('POST', `/api/campaigns/${ids['campaignId']}/nominations`, { candidateName: '外站' }, { origin })
    expect([origin, answer.status, (JSON.parse(answer.text) as { error: string }).error]).toEqual([origin, 403, 'notAllowed'])
  }
  expect(await db().rows(`SELECT 1 FROM nominations WHERE candidate_name = '外站'`)).toEqual([])
})
