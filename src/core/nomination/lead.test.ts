/** A lead: who may report one, what of it goes into the form, and whom it may be about twice. */
import { expect, test } from 'vitest'
import type { ResolvedDefinition } from '../campaign/definition'
import { fieldsOfLead, judgeLeadTwins, leadsClause, markedLead, mayReport } from './lead'

const field = (id: string, type: string, more: object = {}) => ({ kind: 'formField', id, field: id, section: 'person', type, required: true, label: { zh: id, en: id }, ...more })
const rules = (...more: object[]) => ({ rules: [field('name', 'text'), field('employer', 'text'), field('phone', 'phone'), field('email', 'email'), field('deeds', 'longText'), ...more] }) as unknown as ResolvedDefinition
const lead = { candidateName: '沈若川', employer: '示例医院', post: '护士长', reach: '139 0000 0000', deeds: '二十年守在急诊一线。', sources: 'https://news.example.org/1' }
const clause = { number: '六、（二）', zh: '及时报送典型线索', en: 'Leads are reported in time' }

test('what it says goes into the fields it belongs to, nothing over what was typed', () => {
  expect(fieldsOfLead(rules(), lead, { name: '沈若川' })).toEqual({ employer: '示例医院', phone: '139 0000 0000', deeds: '二十年守在急诊一线。' })
  expect(fieldsOfLead(rules(), { ...lead, reach: 'shen@example.org' }, { deeds: '已经写了' })).toEqual({ name: '沈若川', employer: '示例医院', email: 'shen@example.org' })
})
test('what is no telephone and no address stays beside the form', () => expect(Object.keys(fieldsOfLead(rules(), { ...lead, reach: '问急诊科' }, {}))).toEqual(['name', 'employer', 'deeds']))
test('the public only where the notice says so; who is signed in at any time', () => {
  const open = rules({ kind: 'channel', id: 'channel', allowed: ['unit', 'public'], rests: clause, strength: 'block' })
  expect([mayReport(rules(), 'public', 'open'), mayReport(open, 'public', 'closed'), mayReport(open, 'public', 'open'), mayReport(rules(), 'person', 'closed')].map((f) => f.map((x) => x.code))).toEqual([['lead.notOpen'], ['lead.closed'], [], []])
  expect(mayReport(open, 'public', 'closed')[0]?.clause).toEqual(clause)
})
test('the clause of the notice that asks for leads is found by what it asks for', () => {
  const asks = rules({ kind: 'reportBack', id: 'report-leads', what: { zh: '典型线索', en: 'leads' }, to: { zh: '办公室', en: 'office' }, rests: clause, strength: 'note' })
  expect([leadsClause(asks), leadsClause(rules())]).toEqual([clause, null])
})
test('a marking in any field is told at that field', () => expect(markedLead({ deeds: '机密★10年', post: '处长' }).map((f) => [f.code, f.at.field])).toEqual([['secrecy.field', 'deeds']]))
test('the same person is asked about and never blocks', () => {
  const twins = judgeLeadTwins({ own: [{ nominationId: 'n', sameEmployer: true, open: true }], elsewhere: true, leads: 2 })
  expect(twins.map((f) => [f.code, f.strength])).toEqual([['lead.twice.own', 'warn'], ['lead.twice.elsewhere', 'warn'], ['lead.twice.lead', 'note']])
  expect(judgeLeadTwins({ own: [], elsewhere: false, leads: 0 })).toEqual([])
})
