import { z } from 'zod'
import { operation } from '../operation'
import { finding, id, instant, name, role } from '../shapes'

/** The sheet goes up as it is (≤ 5 MB): the server finds out encoding and kind. */
const sheet = z.object({ fileName: z.string().max(300), base64: z.string().max(7_500_000) })
const importRow = z.object({
  /** Line of the sheet, the header is line 1. */
  line: z.int(),
  code: z.string(), name: z.string(), type: z.string(), parentCode: z.string(), email: z.string(),
  /** What quotas by formula count, as written, and properties of the unit. */
  counts: z.record(z.string(), z.string()), properties: z.array(z.string()),
  people: z.array(z.object({ role, personName: z.string(), login: z.string() })),
  findings: z.array(finding),
  /** What the import would do with it. */
  effect: z.enum(['create', 'update', 'same', 'refused']),
})
export const activation = z.object({ unit: z.string(), personName: z.string(), role, login: z.string(), code: z.string() })

export const listOrganisations = operation({
  id: 'organisations.list', method: 'GET', path: '/api/organisations', who: 'office',
  summary: { zh: '本单位之下的组织树', en: 'The tree of organisations below one’s own' },
  answer: z.object({
    organisations: z.array(z.object({
      id, parentId: id.nullable(), code: z.string(), name: z.string(), type: z.string(), /** Where its letters go; empty: nowhere. */ email: z.string(),
      /** 会员, 正式党员…: what quotas by formula count. */ counts: z.record(z.string(), z.number()), properties: z.array(z.string()),
      people: z.array(z.object({ accountId: id, personName: z.string(), login: z.string(), role, activated: z.boolean(), /** Its person came in by it once; only two persons open it again. */ opened: z.boolean() })),
    })),
    /** What the quotas of one’s own campaigns have to know of a unit. */
    needed: z.object({ counts: z.array(z.string()), properties: z.array(z.string()) }),
  }),
})
export const previewImport = operation({
  id: 'organisations.previewImport', method: 'POST', path: '/api/organisations/import/preview', who: 'office', bodyBytes: 8 << 20,
  summary: { zh: '导入单位名单：先看结果，不写入', en: 'Import of units: look first, write nothing' },
  body: sheet,
  answer: z.object({ encoding: z.string(), rows: z.array(importRow), findings: z.array(finding), counts: z.object({ create: z.int(), update: z.int(), same: z.int(), refused: z.int() }) }),
})
export const importOrganisations = operation({
  id: 'organisations.import', method: 'POST', path: '/api/organisations/import', who: 'office', bodyBytes: 8 << 20,
  summary: { zh: '导入单位名单和账号', en: 'Import units and their accounts' },
  body: sheet.extend({ /** Rows with blocking findings are left out; the number must match what was shown. */ refusedSeen: z.int() }),
  answer: z.object({ created: z.int(), updated: z.int(), activations: z.array(activation), expiresAt: instant }),
})
export const setEmail = operation({
  id: 'organisations.setEmail', method: 'PUT', path: '/api/organisations/email', who: 'office',
  summary: { zh: '填写或更改单位的联系邮箱', en: 'Set the address a unit’s letters go to' },
  body: z.object({ organisationId: id, /** Empty takes it away. */ email: z.string().trim().max(254) }),
})
const unitFacts = z.object({ counts: z.record(z.string().max(100), z.number()), properties: z.array(z.string().trim().max(100)).max(100) })
export const setCounts = operation({
  id: 'organisations.setCounts', method: 'PUT', path: '/api/organisations/counts', who: 'office',
  summary: { zh: '填写或更改单位的人数和属性', en: 'Set what a unit counts, and what it is' },
  body: unitFacts.extend({ organisationId: id, /** As they were read. */ read: unitFacts }),
})
export const listAccounts = operation({
  id: 'accounts.list', method: 'GET', path: '/api/accounts', who: 'office',
  summary: { zh: '本单位的账号：办公室、评委、秘书、纪检', en: 'Accounts of one’s own organisation: office, jurors, secretary, supervisor' },
  answer: z.object({ accounts: z.array(z.object({ accountId: id, personName: z.string(), login: z.string(), role, activated: z.boolean(), opened: z.boolean(), unitName: z.string(), fieldOfWork: z.string() })) }),
})
export const inviteAccount = operation({
  id: 'accounts.invite', method: 'POST', path: '/api/accounts', who: 'office',
  summary: { zh: '新建账号，取得启用码', en: 'Create an account and get its activation code' },
  body: z.object({
    /** Absent: one’s own. Else one below it, which gets a clerk, an approver, an office or a supervisor. */
    organisationId: id.optional(),
    personName: name, login: z.string().trim().min(2).max(60), role: z.enum(['office', 'juror', 'jurySecretary', 'supervisor', 'unitClerk', 'unitApprover']),
    /** Jurors: where they work and in what field, for conflicts. */
    unitName: z.string().trim().max(200).default(''), fieldOfWork: z.string().trim().max(100).default(''),
  }),
  answer: activation.extend({ accountId: id, expiresAt: instant }),
})
export const reissueCode = operation({
  id: 'accounts.reissueCode', method: 'POST', path: '/api/accounts/:accountId/activation', who: 'office',
  summary: { zh: '给还没有启用的账号重发启用码', en: 'A new activation code for an account that nobody opened yet' },
  params: z.object({ accountId: id }),
  answer: activation.extend({ expiresAt: instant }),
})
