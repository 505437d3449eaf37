import { z } from 'zod'
import { MOST_MODE_MINUTES } from '#core/nomination/deadline-mode'
import { download, operation } from '../operation'
import { campaignParams, clause, day, finding, id, instant, resolvedDefinition, role, sha256, words } from '../shapes'

const campaignState = z.enum(['draft', 'open', 'closed'])

/**
 * What a draft was read from: the notice's text, and by rule the stretch it stands on and what the office said of it. Not of the definition: it leads
 * a reader back to the words, and keeps what a definition cannot hold yet (a rule that lacks something, one that was taken out, questions not answered).
 */
const source = z.object({
  text: z.string().max(500_000),
  marks: z.array(z.object({ ruleId: z.string().max(100), from: z.int().min(0), to: z.int().min(0), state: z.enum(['open', 'confirmed', 'changed', 'added', 'removed']),
    rule: z.record(z.string(), z.unknown()).optional(), doubts: z.array(z.object({ at: z.string().max(200), what: words, readings: z.array(z.string().max(400)).max(20) })).max(20).optional(),
  })).max(400),
})
/** What the office decides when it makes a campaign of a definition or a notice. Rules are given whole, each with its clause or office decision. */
export const plan = z.object({
  /** Absent for a notice that rests on no definition here. */
  templateId: z.string().max(100).optional(),
  /** One's own campaign of an earlier year that this one continues; its definition takes the place of a template. */
  previousId: id.optional(),
  /** forward: as a level below, tightening only. renew: one's own notice for a new year. own: by one's own notice alone. */
  mode: z.enum(['forward', 'renew', 'own']),
  level: z.enum(['national', 'province', 'city', 'society', 'unit']).optional(),
  year: z.int(), name: words, award: words,
  notice: z.object({ title: z.string().min(1).max(300), number: z.string().max(100), date: day, hosts: z.array(words).min(1).max(30), basis: z.array(z.string().min(1).max(300)).max(30).optional() }),
  source: source.optional(),
  /** Rules as the core's schemas have them; checked there, findings and all. */
  rules: z.array(z.record(z.string(), z.unknown())).max(200),
  contact: z.object({ person: z.string().max(60), phone: z.string().max(60), email: z.string().max(100), address: z.string().max(200) }),
})
export const campaignRow = z.object({
  id, name: words, award: words, state: campaignState, organisationName: z.string(),
  /** End of nominations with extensions, null before a deadline stands. */
  deadline: instant.nullable(),
  nominations: z.int(), isDemo: z.boolean(),
})

export const listTemplates = operation({
  id: 'templates.list', method: 'GET', path: '/api/templates', who: 'office',
  summary: { zh: '可用作蓝本的活动方案', en: 'Definitions to start from' },
  answer: z.object({ templates: z.array(z.object({ id: z.string(), name: words, issuer: words, year: z.int(), level: z.string(), definition: resolvedDefinition })) }),
})
export const previewCampaign = operation({
  id: 'campaigns.preview', method: 'POST', path: '/api/campaigns/preview', who: 'office', bodyBytes: 4 << 20,
  summary: { zh: '活动方案：看看成什么样、缺什么', en: 'See what a plan resolves to and what is missing' },
  body: plan,
  answer: z.object({ definition: resolvedDefinition.nullable(), findings: z.array(finding) }),
})
export const createCampaign = operation({
  id: 'campaigns.create', method: 'POST', path: '/api/campaigns', who: 'office', bodyBytes: 4 << 20,
  summary: { zh: '建立活动（草稿）', en: 'Make a campaign (draft)' },
  body: plan, answer: z.object({ campaignId: id }),
})
export const reviseCampaign = operation({
  id: 'campaigns.revise', method: 'PUT', path: '/api/campaigns/:campaignId', who: 'officeOfCampaign', bodyBytes: 4 << 20,
  summary: { zh: '修改活动草稿：发布后不能再改', en: 'Revise a draft; once open it stands' },
  params: campaignParams,
  body: plan.extend({ /** Revision of the draft the plan was made on; what another saved in the meantime is never overwritten. */ read: z.int().positive() }),
  answer: z.object({ hash: sha256, revision: z.int() }),
})
export const readSource = operation({
  id: 'campaigns.readSource', method: 'GET', path: '/api/campaigns/:campaignId/source', who: 'officeOfCampaign',
  summary: { zh: '草稿读自哪份通知', en: 'The notice a draft was read from' },
  params: campaignParams, answer: z.object({ source: source.nullable() }),
})
/** One thing found against issuing; a warning is answered under its key. */
const raisedFinding = finding.extend({ key: z.string(), /** The other place: a rule, the calendar, a stretch of the notice. */ against: z.object({ name: words, clause: clause.nullable() }).nullable() })
const burdenCounts = z.object({ fields: z.int(), known: z.int(), answers: z.int(), uploads: z.int(), conditional: z.int(), stamps: z.int(), paperCopies: z.int(), steps: z.int() })
const minutesByPart = z.object({ form: z.int(), answers: z.int(), files: z.int(), seals: z.int(), paper: z.int(), procedure: z.int() })
const burdenThing = z.object({ ruleId: z.string(), kind: z.string(), says: words, counts: burdenCounts.partial(), seconds: z.object({ form: z.number(), answers: z.number(), files: z.number(), seals: z.number(), paper: z.number(), procedure: z.number() }).partial() })

export const beforeIssuing = operation({
  id: 'campaigns.beforeIssuing', method: 'GET', path: '/api/campaigns/:campaignId/before-issuing', who: 'officeOfCampaign',
  summary: { zh: '发布前核对：矛盾、负担、谁会收到', en: 'Before issuing: contradictions, burden, who receives it' },
  params: campaignParams,
  answer: z.object({
    /** Of the definition looked at; issuing names it. */
    hash: sha256,
    state: campaignState,
    /** Who wrote the draft as it stands: somebody else issues it. */
    drafter: z.object({ accountId: z.string(), name: z.string() }),
    findings: z.array(raisedFinding),
    recipients: z.array(z.object({ type: z.string(), units: z.int() })),
    /** What one nomination asks of a unit. */
    burden: z.object({ counts: burdenCounts, minutesByPart, minutes: z.int(), things: z.array(burdenThing) }),
    /** Root first: what each level adds. */
    levels: z.array(z.object({ id: z.string(), issuer: words, adds: burdenCounts.extend({ minutes: z.int() }), minutesByPart })),
    comparisons: z.array(z.object({
      with: z.enum(['previous', 'parent', 'template']), name: words, issuer: words, year: z.int(),
      lines: z.array(z.object({ line: z.enum(['fields', 'known', 'answers', 'uploads', 'conditional', 'stamps', 'paperCopies', 'steps', 'minutes']), before: z.int(), after: z.int(), difference: z.int() })),
      changes: z.array(z.object({ thing: burdenThing, how: z.enum(['added', 'dropped', 'changed']), seconds: z.number() })),
    })),
  }),
})
export const openCampaign = operation({
  id: 'campaigns.open', method: 'POST', path: '/api/campaigns/:campaignId/open', who: 'officeOfCampaign',
  summary: { zh: '由第二人发布活动：各单位可见', en: 'A second person issues the campaign: units see it' },
  params: campaignParams, body: z.object({
    /** Hash of the definition that was looked at; another one in the meantime is not issued. */
    read: sha256,
    /** Why each warning may stand, by its key. */
    reasons: z.array(z.object({ key: z.string().max(3000), reason: z.string().trim().max(500) })).max(300).default([]),
    /** Units that may nominate; absent: every unit below the office. */
    unitIds: z.array(id).max(50_000).optional(),
  }),
})
export const listCampaigns = operation({
  id: 'campaigns.list', method: 'GET', path: '/api/campaigns', who: 'signedIn',
  summary: { zh: '与我有关的活动', en: 'Campaigns that concern me' },
  answer: z.object({ campaigns: z.array(campaignRow) }),
})
export const listPublicCampaigns = operation({
  id: 'campaigns.listPublic', method: 'GET', path: '/api/public/campaigns', who: 'anyone',
  summary: { zh: '公开的活动：各到哪一步', en: 'Public campaigns and where each stands' },
  answer: z.object({ campaigns: z.array(z.object({
    /** Its public home. */
    path: z.string(), year: z.int(), name: words, award: words, hosts: z.array(words), organisationName: z.string(), openedAt: instant,
    stage: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('nominating'), until: instant.nullable() }), z.object({ kind: z.literal('selecting') }),
      z.object({ kind: z.literal('announcing'), until: instant, daysLeft: z.int(), count: z.enum(['working', 'calendar']), people: z.int() }),
      z.object({ kind: z.literal('announced'), people: z.int() }), z.object({ kind: z.literal('honoured'), people: z.int() }),
    ]),
  })) }),
})
export const readCampaign = operation({
  id: 'campaigns.read', method: 'GET', path: '/api/campaigns/:campaignId', who: 'peopleOfCampaign',
  summary: { zh: '一项活动：方案、环节、截止', en: 'One campaign: definition, stages, deadline' },
  params: campaignParams,
  answer: campaignRow.extend({
    definition: resolvedDefinition,
    /** The deadline of the definition and what extended it. */
    deadlineOfDefinition: instant.nullable(),
    extensions: z.array(z.object({ id, until: instant, reason: z.string(), proposedBy: z.string(), proposedById: id, confirmedBy: z.string().nullable(), confirmedAt: instant.nullable() })),
    /** 截止模式: from so many minutes before the deadline heavy work waits; 0: lifted. */
    deadlineModeMinutes: z.int(),
    contact: z.object({ person: z.string(), phone: z.string(), email: z.string(), address: z.string() }),
    /** Counts what was saved of a draft: rules, contact, or marks beside the notice. */
    revision: z.int(),
    /** First path segment of its public pages. */
    slug: z.string(),
    openedAt: instant.nullable(),
    publicNotice: z.object({ startsAt: instant, endsAt: instant }).nullable(),
    roundIds: z.array(id),
    /** What it forwards, for its office and supervisor; `behind`: the level above was amended since. */
    parent: z.object({ campaignId: id, organisationName: z.string(), behind: z.boolean() }).nullable(),
    /** One's own of an earlier year that it continues, for its office and supervisor. */
    previous: z.object({ campaignId: id, name: words, year: z.int() }).nullable(),
  }),
})
export const readOverview = operation({
  id: 'campaigns.overview', method: 'GET', path: '/api/campaigns/:campaignId/overview', who: 'overseersOfCampaign',
  summary: { zh: '总览：各单位到哪一步、推进与构成', en: 'Overview: where each unit stands, funnel and composition' },
  params: campaignParams,
  answer: z.object({
    units: z.array(z.object({
      unitId: id, name: z.string(), shortName: z.string(), groupId: id.nullable(), groupName: z.string(),
      state: z.enum(['notOpened', 'opened', 'draft', 'atApproval', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn']),
      since: instant.nullable(), clerk: z.string(), activated: z.boolean(),
    })),
    funnel: z.array(z.object({ step: z.string(), name: words, count: z.int() })),
    composition: z.array(z.object({ dimension: z.string(), name: words, parts: z.array(z.object({ value: z.string(), name: words, count: z.int() })) })),
    today: z.array(z.object({ at: instant, act: z.string(), say: words, /** The unit whose nomination it concerns; empty for acts on the campaign. */ about: z.string() })),
  }),
})
export const proposeExtension = operation({
  id: 'extensions.propose', method: 'POST', path: '/api/campaigns/:campaignId/extensions', who: 'officeOfCampaign',
  summary: { zh: '提请延长截止时间（对所有单位）', en: 'Propose to extend the deadline (for all units)' },
  params: campaignParams, body: z.object({ until: instant, reason: z.string().trim().min(5).max(500) }), answer: z.object({ extensionId: id }),
})
export const confirmExtension = operation({
  id: 'extensions.confirm', method: 'POST', path: '/api/campaigns/:campaignId/extensions/:extensionId/confirm', who: 'officeOfCampaign',
  summary: { zh: '由第二人确认延长', en: 'A second person confirms the extension' },
  params: campaignParams.extend({ extensionId: id }),
})
/** 截止模式: 0 lifts it. */
export const setDeadlineMode = operation({
  id: 'campaigns.setDeadlineMode', method: 'PUT', path: '/api/campaigns/:campaignId/deadline-mode', who: 'officeOfCampaign',
  summary: { zh: '截止模式：截止前多久让打包等等一等（0 为解除）', en: 'Deadline mode: how long before the end heavy work waits (0 lifts it)' },
  params: campaignParams, body: z.object({ minutes: z.int().min(0).max(MOST_MODE_MINUTES) }),
})
export const campaignLedger = operation({
  id: 'ledger.read', method: 'GET', path: '/api/campaigns/:campaignId/ledger', who: 'ledgerReaders',
  summary: { zh: '台账', en: 'The ledger' },
  params: campaignParams, query: z.object({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(500).default(200) }),
  answer: z.object({
    length: z.int(), head: z.string(),
    entries: z.array(z.object({ position: z.int(), at: instant, act: z.string(), say: words, actor: z.string(), /** null: the product itself. */ role: role.nullable(), organisation: z.string(), /** Whose person sat in for it; empty: its own. */ office: z.string(), subject: z.string(), hash: z.string() })),
  }),
})
export const verifyLedger = operation({
  id: 'ledger.verify', method: 'POST', path: '/api/campaigns/:campaignId/ledger/verify', who: 'ledgerReaders',
  summary: { zh: '核验台账与计票', en: 'Verify the chain and every count' },
  params: campaignParams,
  answer: z.object({ whole: z.boolean(), entries: z.int(), head: z.string(), counts: z.int(), faults: z.array(z.object({ code: z.string(), position: z.int().nullable(), what: words })) }),
})

/** 公文: the campaign's notice in print form, from its definition; of a draft too, to be looked at before it goes out. */
export const officialPdf = download({ id: 'campaigns.officialPdf', path: '/api/campaigns/:campaignId/official.pdf', who: 'officeOfCampaign', summary: { zh: '正式公文（PDF）', en: 'Official document (PDF)' }, params: campaignParams, mediaType: 'application/pdf' })
export const officialWord = download({ id: 'campaigns.officialWord', path: '/api/campaigns/:campaignId/official.docx', who: 'officeOfCampaign', summary: { zh: '正式公文（Word）', en: 'Official document (Word)' }, params: campaignParams, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' })
