/** A campaign with everybody who can be in one and a thing of every kind, and people of another organisation: for asking who may what. */
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { operations } from '#contract/operations'
import { proposeExtension } from '#contract/operations/campaigns'
import { proposeAmendment } from '#contract/operations/cascade'
import { declareConflicts, openRound } from '#contract/operations/jury'
import { acceptNomination, readNomination } from '#contract/operations/nominations'
import { askOpinion } from '#contract/operations/opinions'
import { inviteAccount } from '#contract/operations/organisations'
import { proposeReopening } from '#contract/operations/reopening'
import { proposeSecondFactorSetting } from '#contract/operations/second-factor'
import { beginUpload } from '#contract/operations/uploads'
import type { Role } from '#core/access/actor'
import { usualRoles } from '#core/access/second-factor'
import { rulesOf } from '#core/campaign/definition'
import { dayOf } from '#core/kernel/instant'
import { newId } from '#server/ids'
import { sealObjector } from '#server/store/objections'
import { beginSession } from '#server/store/sessions'
import { twoPapers } from './campaign-plan'
import { definitionFor, fileFor, prepareNomination, sealAndSubmit } from './dossier'
import type { Installation } from './installation'
import { inviteJury, openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
/** Everybody of the campaign, and everybody of another organisation with units, jury and supervisor of its own. */
export const own: Record<string, Person> = {}
export const strangers: Record<string, Person> = {}
/** One of each kind of thing, by the name it has in paths. */
export const ids: Record<string, string> = { attachmentId: 'nomination-form', sheetId: 'nomination-form', picture: randomUUID() }

/** What stands in an installation of its own when all of it is there; `linkToken`: of an open link of the unit's draft. */
export const makeEverybody = async (installation: Installation): Promise<{ readonly linkToken: string }> => {
  at = installation
  const o = await openOffice(at, 2)
  ids['campaignId'] = await openProvincial(at, o, (rules) => twoPapers(rules).map((r) => (r.id === 'portrait' ? ({ ...r, min: 1 } as typeof r) : r)))
  const [a, b] = o.units as [Office['units'][0], Office['units'][0]]
  ids['nominationId'] = await prepareNomination(a.clerk, ids['campaignId'], '沈若川')
  const other = (await definitionFor(a.clerk, ids['campaignId']))
  await sealAndSubmit(a.approver, ids['campaignId'], ids['nominationId'])
  const n = await o.office.ask(readNomination, { params: { nominationId: ids['nominationId'] } })
  ids['fileId'] = n.materials.find((m) => m.materialId === 'portrait')!.fileId
  await o.office.ask(acceptNomination, { params: { nominationId: ids['nominationId'] }, body: { version: n.version, still: true } })
  ids['draftId'] = (await a.clerk.ask(operations.find((x) => x.id === 'nominations.create')!, { params: { campaignId: ids['campaignId'] }, body: { candidateName: '未报送的人' } }) as { nominationId: string }).nominationId
  const photo = await fileFor(rulesOf(other, 'material').find((m) => m.file.type === 'portrait')!)
  const upload = await a.clerk.ask(beginUpload, { params: { nominationId: ids['draftId'] }, body: { materialId: 'portrait', name: photo.name, bytes: photo.bytes.byteLength } })
  ids['uploadId'] = upload.uploadId
  const today = dayOf(await at.now())
  const link = await a.clerk.ask(askOpinion, { params: { nominationId: ids['draftId'] }, body: { materialId: 'integrity-opinion-stamped', office: '示例纪检部门', answerBy: today } })
  ids['requestId'] = link.requestId
  ids['extensionId'] = (await o.office.ask(proposeExtension, { params: { campaignId: ids['campaignId'] }, body: { until: (await at.now()) + 20 * 86_400_000, reason: '多家单位反映网络故障（示例）' } })).extensionId
  const jury = await inviteJury(at, o, ids['campaignId'], 3)
  ids['jurorId'] = jury.jurorIds[0]!
  // Of no round whose readings are shared out.
  ids['ruleId'] = 'round-1'
  ids['roundId'] = (await o.office.ask(openRound, { params: { campaignId: ids['campaignId'] }, body: { ruleId: 'round-1', nominationIds: [ids['nominationId']], still: true } })).roundId
  await jury.jurors[0]!.ask(declareConflicts, { params: { roundId: ids['roundId'] }, body: { conflicts: [] } })
  await jury.jurors[1]!.ask(declareConflicts, { params: { roundId: ids['roundId'] }, body: { conflicts: [{ nominationId: ids['nominationId'], reason: '同单位同事' }] } })
  const supervisor = await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })
  Object.assign(own, { office: o.office, clerk: a.clerk, approver: a.approver, otherClerk: b.clerk, otherApprover: b.approver, juror: jury.jurors[0]!, recused: jury.jurors[1]!, undeclared: jury.jurors[2]!, secretary: jury.secretary, supervisor: await new Person(at.origin, 'supervisor').activate(supervisor.code) })
  await makeOfficeBelow()
  ids['amendmentId'] = (await o.office.ask(proposeAmendment, { params: { campaignId: ids['campaignId'] }, body: { read: other.hash, rules: [{ id: 'weekly', kind: 'duty', subject: 'report', text: { zh: '周报', en: 'weekly' }, basis: { kind: 'office decision', reason: { zh: '示例', en: 'sample' }, date: '2026-01-01' } }], removed: [], reason: '加一项要求（示例）' } })).amendmentId
  ids['letterId'] = await makeLetter()
  ids['arrivalId'] = await makeArrival()
  ids['packageId'] = await makePackage()
  ids['leadId'] = await makeLead()
  await makeObjection()
  await makeSituation()
  await makeInterview()
  ids['drawId'] = await makeDraw()
  ids['filmId'] = await makeFilm(rulesOf(other, 'material').find((m) => m.file.type === 'video')!.id)
  ids['batchId'] = newId()
  await db().rows(`INSERT INTO held_batches (id, campaign_id, decision, held_by, held_at, release_at, undone_at, undone_by) SELECT $1, $2, 'accept', id, product_time(), product_time(), product_time(), id FROM accounts WHERE login = 'zheng'`, [ids['batchId'], ids['campaignId']])
  ids['quarantineId'] = await makeQuarantine()
  await makeHonour()
  await makeOfAccounts(o)
  ids['webhookId'] = await makeWebhook()
  await makeJoining()
  await makeUpward()
  await makeStrangers()
  await makeCandidate()
  return { linkToken: link.token }
}

export const db = () => at.services.db
export const account = async (login: string, role: Role, organisationId: string): Promise<{ accountId: string; membershipId: string }> => {
  const [accountId, membershipId] = [newId(), newId()]
  await db().rows(`INSERT INTO accounts (id, login, person_name) VALUES ($1, $2, '外人')`, [accountId, login])
  await db().rows(`INSERT INTO memberships (id, account_id, organisation_id, role) VALUES ($1, $2, $3, $4)`, [membershipId, accountId, organisationId, role])
  return { accountId, membershipId }
}
export const signedIn = async (a: { accountId: string; membershipId: string }, secondFactor = true) => new Person(at.origin, 'stranger').holding(await beginSession(db(), a.accountId, a.membershipId, secondFactor))

/** The second unit gets an office of its own: it may forward what it receives, and sees nothing else of it. */
const makeOfficeBelow = async (): Promise<void> => {
  const unitBelow = (await db().row<{ id: string }>(`SELECT organisation_id AS id FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE a.login = 'clerk2'`))!.id
  ids['officeBelowId'] = unitBelow
  own['officeBelow'] = await signedIn(await account('office-below', 'office', unitBelow))
}
/** Whom the sent nomination is about, with an account of the own; and the candidate of somebody else. */
const makeCandidate = async (): Promise<void> => {
  const unitId = (await db().row<{ id: string }>(`SELECT unit_id AS id FROM nominations WHERE id = $1`, [ids['nominationId']]))!.id
  const about = await account('shen', 'candidate', unitId)
  await db().rows(`INSERT INTO candidate_parts (nomination_id, account_id, hands, issued_by, issued_at, opened_at) VALUES ($1, $2, 'unit', $2, product_time(), product_time())`, [ids['nominationId'], about.accountId])
  own['candidate'] = await signedIn(about)
  strangers['candidate'] = await signedIn(await account('x-candidate', 'candidate', unitId))
}
/** A code by which units join, and a unit that applied by it. */
const makeJoining = async (): Promise<void> => {
  Object.assign(ids, { codeId: newId(), applicationId: newId() })
  await db().rows(`INSERT INTO unit_codes (id, office_id, parent_id, type, code_hash, most, used, until, made_at, made_by) SELECT $1, c.organisation_id, c.organisation_id, 'unit', sha256('unit'), 5, 1, product_time() + interval '9 days', product_time(), a.id FROM campaigns c, accounts a WHERE c.id = $2 AND a.login = 'zheng'`, [ids['codeId'], ids['campaignId']])
  await db().rows(`INSERT INTO unit_applications (id, code_id, unit_name, unit_code, sealed, token_hash, sent_at) VALUES ($1, $2, '示例申请单位', '', $3, sha256('token'), product_time())`, [ids['applicationId'], ids['codeId'], at.services.keys.seal(Buffer.from(JSON.stringify({ clerk: { name: '甲', phone: '13900000001' }, approver: { name: '乙', phone: '13900000002' } })))])
}
/** A letter that did not leave, of the campaign. */
const makeLetter = async (): Promise<string> => {
  const id = newId()
  await db().rows(`INSERT INTO letters (id, organisation_id, campaign_id, kind, recipient, subject, body, state, created_at, created_by)
    SELECT $1, c.organisation_id, c.id, 'issue', 'unit@units.example.org', '新活动', '示例', 'failed', product_time(), (SELECT id FROM accounts WHERE login = 'zheng') FROM campaigns c WHERE c.id = $2`, [id, ids['campaignId']])
  await db().rows(`INSERT INTO letter_matters (letter_id, campaign_id, unit_id) VALUES ($1, $2, $3)`, [id, ids['campaignId'], ids['officeBelowId']])
  return id
}
/** A disc that came in: what is looked up by strangers exists. */
const makeArrival = async (): Promise<string> => {
  const id = newId()
  await db().rows(`INSERT INTO paper_arrivals (id, campaign_id, nomination_id, carrier, copies, told_by, received_at, received_by) SELECT $1, $2, $3, 'disc', 1, 'none', product_time(), id FROM accounts WHERE login = 'zheng'`, [id, ids['campaignId'], ids['nominationId']])
  return id
}
/** A lead that is with the unit the campaign’s nomination is of. */
const makeLead = async (): Promise<string> => {
  const id = newId()
  await db().rows(`INSERT INTO leads (id, campaign_id, office_id, unit_id, state, candidate_name, source, reported_at, changed_at, code_hash) SELECT $1, c.id, c.organisation_id, n.unit_id, 'new', '线索里的人', 'public', product_time(), product_time(), sha256('lead') FROM nominations n JOIN campaigns c ON c.id = n.campaign_id WHERE n.id = $2`, [id, ids['nominationId']])
  return id
}
/** An objection about the sent nomination, handled by the office's own person, with evidence and a question to the unit. */
const makeObjection = async (): Promise<void> => {
  for (const id of ['objectionId', 'evidenceId', 'statementId']) ids[id] = newId()
  const { keys } = at.services
  await db().rows(`INSERT INTO objections (id, campaign_id, number, track, nomination_id, named, said, sealed, code_hash, received_at, changed_at, state, handler_id) SELECT $1, $2, 1, 'objection', $3, true, '示例异议', $4, sha256('objection'), product_time(), product_time(), 'investigating', id FROM accounts WHERE login = 'zheng'`,
    [ids['objectionId'], ids['campaignId'], ids['nominationId'], sealObjector(keys, { from: { name: '异议人（示例）', contact: '13900000009' }, salt: 's' })])
  await db().rows(`INSERT INTO objection_evidence (id, objection_id, media_type, bytes, sealed, added_at) VALUES ($1, $2, 'application/pdf', 4, $3, product_time())`, [ids['evidenceId'], ids['objectionId'], keys.seal(Buffer.from('%PDF'))])
  await db().rows(`INSERT INTO objection_statements (id, objection_id, nomination_id, question, asked_by, asked_at, due_at) SELECT $1, $2, $3, '示例问题', id, product_time(), product_time() + interval '3 days' FROM accounts WHERE login = 'zheng'`, [ids['statementId'], ids['objectionId'], ids['nominationId']])
}
/** A situation report of the unit to the office, with a file, and an advisory beside the notice. */
const makeSituation = async (): Promise<void> => {
  for (const id of ['situationId', 'fileOfSituation', 'advisoryId']) ids[id] = newId()
  const blob = await at.services.blobs.put(Buffer.from('%PDF situation'))
  await db().rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [blob.sha256, blob.bytes])
  await db().rows(`INSERT INTO situation_reports (id, campaign_id, sender_id, addressee_id, title, words, urgency, sent_by, sent_at) SELECT $1, c.id, n.unit_id, c.organisation_id, '示例情况', '示例情况一则', 'usual', a.id, product_time() FROM nominations n JOIN campaigns c ON c.id = n.campaign_id, accounts a WHERE n.id = $2 AND a.login = 'zheng'`, [ids['situationId'], ids['nominationId']])
  await db().rows(`INSERT INTO situation_files (id, report_id, name, media_type, sha256, bytes, added_by, added_at) SELECT $1, $2, 'a.pdf', 'application/pdf', $3, $4, id, product_time() FROM accounts WHERE login = 'zheng'`, [ids['fileOfSituation'], ids['situationId'], blob.sha256, blob.bytes])
  await db().rows(`INSERT INTO advisories (id, campaign_id, kind, words, given_by, given_at, until) SELECT $1, $2, 'other', '{"zh":"示例提示","en":"sample"}', id, product_time(), product_time() + interval '3 days' FROM accounts WHERE login = 'zheng'`, [ids['advisoryId'], ids['campaignId']])
}
/** An interview the office asked for, about the sent nomination. */
const makeInterview = async (): Promise<void> => {
  ids['interviewId'] = newId()
  await db().rows(`INSERT INTO interviews (id, campaign_id, nomination_id, kind, state, medium, purpose, times, place, team, size, needs, scope, asked_by, asked_at, changed_at) SELECT $1, $2, $3, 'interview', 'asked', '示例日报', '示例专访', '[{"from":1,"to":2}]', '', '示例', 1, '', repeat('0', 64), id, product_time(), product_time() FROM accounts WHERE login = 'zheng'`, [ids['interviewId'], ids['campaignId'], ids['nominationId']])
}
/** A package that lies ready for the person of the office who asked for it. */
const makePackage = async (): Promise<string> => {
  const [id, job] = [newId(), newId()]
  await db().rows(`INSERT INTO jobs (id, kind, campaign_id, payload, state, finished_at) VALUES ($1, 'makePackage', $2, '{}', 'done', clock_timestamp())`, [job, ids['campaignId']])
  await db().rows(`INSERT INTO packages (id, campaign_id, which, account_id, organisation_id, job_id, file_name, asked_at, content_bytes, ends_at, made_at, expires_at, manifest_sha256)
    SELECT $1, c.id, 'standing', a.id, c.organisation_id, $2, '材料.zip', product_time(), 0, 3, product_time(), product_time() + interval '7 days', repeat('0', 64) FROM campaigns c, accounts a WHERE c.id = $3 AND a.login = 'zheng'`, [id, job, ids['campaignId']])
  await writeFile(join(at.services.packagesDir, `${id}.zip`), 'zip')
  return id
}
/** An honour of the sent nomination, whose revocation waits for a second person. */
const makeHonour = async (): Promise<void> => {
  Object.assign(ids, { honourId: newId(), proposalId: newId() })
  await db().rows(`INSERT INTO honour_register (id, honour_id, kind, at, organisation_id, campaign_id, nomination_id, number, code, year, person_name, unit, award, campaign, issuers) SELECT $1, $1, 'given', product_time(), organisation_id, id, $2, '2026-001', 'ABCDEFGHJKMNPQRS', 2026, '沈若川', '示例单位', resolved->'award', resolved->'name', resolved->'notice'->'hosts' FROM campaigns WHERE id = $3`, [ids['honourId'], ids['nominationId'], ids['campaignId']])
  await db().rows(`INSERT INTO honour_proposals (id, honour_id, campaign_id, change, reason, basis, proposed_by, proposed_at) SELECT $1, $2, $3, 'revoke', '示例理由', '示例依据', id, product_time() FROM accounts WHERE login = 'zheng'`, [ids['proposalId'], ids['honourId'], ids['campaignId']])
}
/** Another installation that nobody confirmed, and a file of which nothing came yet. */
const makeUpward = async (): Promise<void> => {
  Object.assign(ids, { installationId: newId(), arrivalId: newId(), archiveId: newId(), unitId: ids['officeBelowId'] })
  await db().rows(`INSERT INTO other_installations (id, organisation_id, name, sign_key, box_key, unit_id, seen_at) SELECT $1, organisation_id, '示例平台', repeat('a', 64), repeat('b', 64), $2, product_time() FROM campaigns WHERE id = $3`, [ids['installationId'], ids['officeBelowId'], ids['campaignId']])
  await db().rows(`INSERT INTO arrivals (id, organisation_id, account_id, name, bytes, state, begun_at) SELECT $1, c.organisation_id, a.id, '示例.xuanshu', 9, 'receiving', product_time() FROM campaigns c, accounts a WHERE c.id = $2 AND a.login = 'zheng'`, [ids['arrivalId'], ids['campaignId']])
}
/** A draw whose seed is fixed. */
const makeDraw = async (): Promise<string> => {
  const id = newId()
  await db().rows(`INSERT INTO jury_draws (id, campaign_id, pool, terms, plan_hash, commitment, sealed_secret, fixed_by, fixed_at) SELECT $1, $2, '[]', '{"parts":[],"perUnit":null,"apart":[]}', repeat('0', 64), repeat('0', 64), $3, id, product_time() FROM accounts WHERE login = 'zheng'`, [id, ids['campaignId'], at.services.keys.seal(Buffer.from('0'))])
  return id
}
/** A film of the sent nomination that was converted and not taken. */
const makeFilm = async (materialId: string): Promise<string> => {
  const [id, job] = [newId(), newId()]
  await db().rows(`INSERT INTO jobs (id, kind, campaign_id, payload, state, finished_at) VALUES ($1, 'convertFilm', $2, '{}', 'done', clock_timestamp())`, [job, ids['campaignId']])
  await db().rows(`INSERT INTO film_conversions (id, nomination_id, material_id, file_id, sha256, bytes, name, facts, asked_by, asked_at, job_id, width, height, bits_a_second, share, made_at, made_sha256, made_bytes, made_facts)
    SELECT $1, m.nomination_id, $4, m.id, repeat('2', 64), 1, '示例.mov', '{"kind":"video"}', a.id, product_time(), $2, 1920, 1080, 1, 1, product_time(), m.sha256, m.bytes, '{"kind":"video"}' FROM materials m, accounts a WHERE m.id = $3 AND a.login = 'clerk1'`, [id, job, ids['fileId'], materialId])
  return id
}
/** A file that was set apart, of the unit's draft. */
const makeQuarantine = async (): Promise<string> => {
  await db().rows(`INSERT INTO quarantine (id, campaign_id, nomination_id, material_id, sent_by, sha256, bytes, name, markings, found_at) SELECT u.id, $2, u.nomination_id, u.material_id, u.account_id, repeat('1', 64), 1, '示例.pdf', '[]', product_time() FROM uploads u WHERE u.id = $1`, [ids['uploadId'], ids['campaignId']])
  return ids['uploadId']!
}
/** What belongs to the clerk's own account, an account that was opened, and what waits for a second person of the office. */
const makeOfAccounts = async (o: Office): Promise<void> => {
  const clerk = (await db().row<{ id: string }>(`SELECT id FROM accounts WHERE login = 'clerk1'`))!.id
  ids['accountId'] = clerk
  ids['passkeyId'] = newId()
  await db().rows(`INSERT INTO passkeys (id, account_id, credential_id, public_key, counter, transports, name, synced) VALUES ($1, $2, '\\x01', '\\x01', 0, '{}', '示例', false)`, [ids['passkeyId'], clerk])
  await beginSession(db(), clerk, null, false)
  ids['sessionId'] = (await db().row<{ id: string }>(`SELECT id FROM sessions WHERE account_id = $1 AND membership_id IS NULL`, [clerk]))!.id
  const reason = '示例理由一条'
  ids['reopeningId'] = (await o.office.ask(proposeReopening, { body: { accountId: clerk, reason } })).reopeningId
  ids['changeId'] = (await o.office.ask(proposeSecondFactorSetting, { body: { read: usualRoles, asked: { ...usualRoles, unitClerk: true }, reason } })).changeId
}
/** A webhook of the office that is switched off: nothing leaves by it. */
const makeWebhook = async (): Promise<string> => {
  const id = newId()
  await db().rows(`INSERT INTO webhooks (id, organisation_id, name, template, address, host, groups, state, created_at, created_by) SELECT $1, c.organisation_id, '示例群', 'wecom', $2, 'bot.example.org', '{work}', 'off', product_time(), a.id FROM campaigns c, accounts a WHERE c.id = $3 AND a.login = 'zheng'`, [id, at.services.keys.seal(Buffer.from('https://bot.invalid/send')), ids['campaignId']])
  return id
}
const makeStrangers = async (): Promise<void> => {
  const [root, unit] = [newId(), newId()]
  await db().rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) VALUES ($1, NULL, $1, 'ROOT', '另一个省（示例）', 'office'), ($2, $1, $1, 'X1', '另一省的单位（示例）', 'hospital')`, [root, unit])
  for (const role of ['office', 'juror', 'jurySecretary', 'supervisor'] as const) strangers[role] = await signedIn(await account(`x-${role}`.toLowerCase(), role, root))
  const one = await account('x-one', 'office', root)
  ids['foreignMembership'] = one.membershipId
  ids['strangerAccount'] = one.accountId
  for (const role of ['unitClerk', 'unitApprover'] as const) strangers[role] = await signedIn(await account(`x-${role}`.toLowerCase(), role, unit))
}
