/** Section 7 of the catalogue: 公示, 异议. */
import type { Row, Section } from './row'

const group = { zh: '调查组', en: 'the investigation group' }
const given = (gives: string[], more: object = {}) => ({ objection: { way: 'written' as const, gives, receivedOn: '2026-06-01', ...more } })

const rows: Row[] = [
  {
    row: 'public notice', kind: 'publicNotice', rule: { days: 5, count: 'working', from: '2026-06-15', endsAt: '17:00', scope: { zh: '本系统范围内', en: 'our system' } },
    passes: { notice: { from: '2026-06-15', to: '2026-06-19' } }, fails: { of: { notice: { from: '2026-06-12', to: '2026-06-16' } }, codes: ['publicNotice.early', 'publicNotice.short'] },
    tighter: { days: 7, endsAt: undefined }, looser: { change: { days: 3, endsAt: '12:00' }, aspects: ['days', 'endsAt'] },
    says: { zh: '在本系统范围内公示 5 个工作日，最后一天 17:00 止', en: 'The public notice in our system lasts 5 working days, until 17:00 of the last day' },
    recognised: { text: '对拟表彰人选公示5个工作日。', draft: { id: 'public-notice', days: 5, count: 'working' } },
  },
  {
    row: 'repeated', kind: 'publicNotice', rule: { at: 'unit', days: 5, count: 'working' },
    // Dragon Boat day off on the Friday: the Monday after is the fifth.
    passes: { person: { values: { ruleFrom: '2026-06-15', ruleTo: '2026-06-22' } }, holidays: { holidays: ['2026-06-19'], workdays: [] } }, fails: { of: { person: { values: { ruleFrom: '2026-06-15', ruleTo: '2026-06-19' } }, holidays: { holidays: ['2026-06-19'], workdays: [] } }, codes: ['publicNotice.short'] },
    tighter: { days: 7 }, looser: { change: { count: 'calendar' }, aspects: ['days'] },
    says: { zh: '人选所在单位公示 5 个工作日', en: 'The public notice at the candidate’s workplace lasts 5 working days' },
    recognised: { text: '推荐前须在人选所在单位公示5个工作日。', draft: { at: 'unit', id: 'public-notice-unit', days: 5, count: 'working' } },
  },
  {
    row: 'objection form', kind: 'objection', rule: { ways: ['written', 'visit'], demands: ['realName', 'contact', 'unitSeal'] },
    passes: given(['realName', 'contact', 'unitSeal']), fails: { of: { objection: { way: 'phone', gives: ['realName'] } }, codes: ['objection.way'] },
    tighter: { ways: ['written', 'visit', 'phone'] }, looser: { change: { ways: ['written'], demands: ['realName', 'contact', 'unitSeal', 'idNumber'] }, aspects: ['ways', 'demands'] },
    says: { zh: '异议以书面或来访方式提出；须有真实姓名、联系方式、单位公章（以单位名义的）', en: 'Objections may come in writing or in person; with the real name, a way to be reached, the seal of the unit (where a unit objects)' },
    recognised: { text: '对公示人选有异议的，应以书面形式提出，写明真实姓名和联系方式，以单位名义提出的须加盖公章。', draft: { id: 'objection', ways: ['written'], demands: ['realName', 'contact', 'unitSeal'] } },
  },
  {
    row: 'anonymous', kind: 'objection', rule: { ways: ['written'], anonymous: 'refused' },
    passes: given(['realName']), fails: { of: given(['contact']), codes: ['objection.anonymous'] },
    tighter: { anonymous: 'lead' }, looser: { change: { strength: 'note' }, aspects: ['strength'] },
    says: { zh: '异议以书面方式提出；匿名的不受理', en: 'Objections may come in writing; anonymous ones are not accepted' },
    recognised: { text: '匿名的异议原则上不予受理。', draft: { anonymous: 'refused' } },
  },
  {
    row: 'evidence; identity kept secret', kind: 'objection', rule: { ways: ['written'], demands: ['evidence'], confidential: true },
    passes: given(['realName', 'evidence']), fails: { of: given(['realName'], { disclosed: true }), codes: ['objection.incomplete', 'objection.disclosed'] },
    tighter: { demands: undefined }, looser: { change: { confidential: undefined }, aspects: ['confidential'] },
    says: { zh: '异议以书面方式提出；须有证据材料；为异议人保密', en: 'Objections may come in writing; with evidence; who objects is kept secret' },
    recognised: { text: '提出异议的应当提供证据材料，受理单位对异议人的身份保密。', draft: { demands: ['evidence'], confidential: true } },
  },
  {
    row: 'who decides', kind: 'objection', rule: { ways: ['written'], decides: { by: group, within: { days: 10, count: 'working' }, report: true } },
    passes: given(['realName'], { decidedOn: '2026-06-15', reported: true }), fails: { of: given(['realName'], { decidedOn: '2026-06-16' }), codes: ['objection.overdue', 'objection.noReport'] },
    tighter: { decides: { by: group, within: { days: 7, count: 'working' }, report: true } }, looser: { change: { decides: { by: group } }, aspects: ['decides.within', 'decides.report'] },
    says: { zh: '异议以书面方式提出；由调查组在 10 个工作日内调查并书面报告', en: 'Objections may come in writing; decided by the investigation group within 10 working days, with a written report' },
    recognised: { text: '对异议由调查组在10个工作日内调查，形成书面报告。', draft: { decides: { by: { zh: '调查组', en: '调查组' }, within: { days: 10, count: 'working' }, report: true } } },
  },
  {
    row: 'separate track: correction of names', kind: 'objection', rule: { track: 'correction', ways: ['phone', 'email'] },
    passes: { objection: { way: 'phone', gives: [] } }, fails: { of: { objection: { way: 'visit', gives: [] } }, codes: ['objection.way'] },
    tighter: { ways: ['phone', 'email', 'visit'] }, looser: { change: { ways: ['email'] }, aspects: ['ways'] },
    says: { zh: '信息勘误以电话或电子邮件方式提出', en: 'Corrections may come by telephone or by e-mail' },
    recognised: { text: '公示名单中姓名、单位名称有误需要更正的，请电话联系，不作为异议。', draft: { track: 'correction', id: 'correction', ways: ['phone'] } },
  },
  {
    row: 'sanctions', kind: 'sanction', rule: { of: 'nominator', breach: { zh: '弄虚作假', en: 'fraud' }, measures: ['cancel', 'certificateBack', 'moneyBack', 'barred'], years: 3 },
    passes: { now: Date.parse('2026-06-01T00:00:00+08:00'), breaches: [{ rule: 'rule', on: '2023-06-01' }] }, fails: { of: { now: Date.parse('2026-05-31T12:00:00+08:00'), breaches: [{ rule: 'rule', on: '2023-06-01' }] }, codes: ['sanction.barred'] },
    tighter: { years: 5 }, looser: { change: { measures: ['cancel', 'barred'], years: 1 }, aspects: ['measures', 'years'] },
    says: { zh: '推荐单位弄虚作假的，取消资格或称号、收回证书、追回奖金、3 年内不得参加', en: 'nominating units, fraud: place or title withdrawn, certificate taken back, prize money taken back, barred for 3 year(s)' },
    recognised: { text: '推荐单位弄虚作假的，取消获奖资格，收回证书，追回奖金，3年内不得推荐。', draft: { of: 'nominator', breach: { zh: '弄虚作假', en: '弄虚作假' }, measures: ['cancel', 'certificateBack', 'moneyBack', 'barred'], years: 3 } },
  },
]

export const section: Section = {
  title: '7 Public notice and objections 公示、异议', rows,
  names: ['public notice', 'repeated', 'objection form', 'anonymous', 'evidence; identity kept secret', 'who decides', 'separate track: correction of names', 'sanctions'],
}
