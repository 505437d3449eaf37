/** Section 3 of the catalogue: 推荐范围、条件. */
import { noAnswers } from '#core/nomination/form'
import { propertyOf } from '#core/rules/recognise/named'
import type { Case } from '#core/rules/case'
import type { Row, Section } from './row'

const same = (text: string) => ({ zh: text, en: text })
const [own, sister] = [{ zh: '示例奖', en: 'Example Award' }, { zh: '示例青年奖', en: 'Example Youth Award' }]
const now = Date.parse('2026-05-01T00:00:00+08:00')
const honoured = (...honours: NonNullable<NonNullable<Case['person']>['honours']>): Case => ({ now, person: { honours } })
const is = (property: string, yes = true): Case => ({ person: { properties: { [property]: yes } } })
const applies = (yes: boolean, reason = ''): Case => ({ answers: { ...noAnswers, exclusions: { rule: { applies: yes, reason } } } })
const excluded = { passes: applies(false), fails: { of: applies(true), codes: ['exclusion.applies'] as const }, tighter: { question: { zh: '含离任的吗？', en: 'Those who left too?' } }, looser: { change: { strength: 'warn' }, aspects: ['strength'] as const } }
const out = (zh: string, en: string) => ({ rule: { who: { zh, en } }, says: { zh: `${zh}不在推荐范围`, en: `Not to be nominated: ${en}` } })

const rows: Row[] = [
  {
    row: 'political, integrity, conduct clause', kind: 'declaration', rule: { by: 'clerk', text: { zh: '人选遵纪守法', en: 'The candidate keeps the law' } },
    passes: { answers: { ...noAnswers, declarations: { rule: true } } }, fails: { of: { answers: noAnswers }, codes: ['declaration.missing'] },
    tighter: { strength: 'block' }, looser: { change: { by: 'approver' }, aspects: ['by'] },
    says: { zh: '经办人确认：人选遵纪守法', en: 'Confirmed by the unit clerk: The candidate keeps the law' },
    recognised: { text: '人选应当政治立场坚定，遵纪守法，学风严谨。', draft: { id: 'declare-integrity', by: 'clerk' } },
  },
  {
    row: 'already honoured', kind: 'priorHonour', rule: { titles: [own], level: 'city', withinYears: 3, strength: 'warn' },
    passes: honoured({ name: '示例奖', year: 2020, level: 'city' }), fails: { of: honoured({ name: '示例奖', year: 2024, level: 'province' }), codes: ['priorHonour.held'] },
    tighter: { withinYears: 5, strength: 'block' }, looser: { change: { withinYears: 1, level: 'province' }, aspects: ['level', 'withinYears'] },
    says: { zh: '近 3 年获得市级及以上“示例奖”的原则上不推荐', en: 'Whoever had Example Award (of a city or higher) in the last 3 year(s) is as a rule not to be nominated' },
    recognised: { text: '近3年获得过市级及以上荣誉的，原则上不再推荐。', draft: { level: 'city', withinYears: 3, strength: 'warn', counts: 'winner' } },
  },
  {
    row: 'incompatible sister titles', kind: 'priorHonour', rule: { titles: [sister], teamLeaders: true },
    passes: honoured({ name: '另一奖', year: 2020 }), fails: { of: honoured({ name: '第三届“示例青年奖”', year: 2019 }), codes: ['priorHonour.held'] },
    tighter: { titles: [sister, own] }, looser: { change: { onlyYear: 2025 }, aspects: ['span'] },
    says: { zh: '曾经获得“示例青年奖”的（含团队负责人）不得推荐', en: 'Whoever had Example Youth Award ever (leaders of teams too) is not to be nominated' },
    recognised: { text: '已获“示例青年奖”“示例女科学家奖”的（含团队负责人）不得推荐。', draft: { titles: [same('示例青年奖'), same('示例女科学家奖')], counts: 'winner', teamLeaders: true } },
  },
  {
    row: 'after refusal or failure', kind: 'priorHonour', rule: { titles: [own], counts: 'failed', times: 2, withinYears: 3, unless: { id: 'newResults', name: { zh: '有新成果', en: 'new results' } } },
    passes: honoured({ name: '示例奖', year: 2025, as: 'candidate' }), fails: { of: { now, person: { honours: [{ name: '示例奖', year: 2025, as: 'candidate' }, { name: '示例奖', year: 2024, as: 'candidate' }], properties: { newResults: false } } }, codes: ['priorHonour.held'] },
    tighter: { times: 1, unless: undefined }, looser: { change: { times: 3 }, aspects: ['times'] },
    says: { zh: '近 3 年 2 次推荐而未获“示例奖”的不得推荐，有新成果的除外', en: 'Whoever was put forward in vain for Example Award 2 times in the last 3 year(s) is not to be nominated, except new results' },
    recognised: { text: '两次未获奖后3年不受理。', draft: { counts: 'failed', times: 2, withinYears: 3 }, title: '关于推荐“示例奖”人选的通知' },
  },
  { row: 'rank: civil servants, 参公, leaders', kind: 'exclusion', ...out('厅局级以上领导干部', 'leading cadres at department level or above'), ...excluded, recognised: { text: '厅局级以上领导干部不得推荐。', draft: { who: same('厅局级以上领导干部') } } },
  { row: 'military', kind: 'exclusion', ...out('现役军人', 'military personnel in active service'), ...excluded, recognised: { text: '推荐范围不包括现役军人。', draft: { id: 'exclude-military', who: { zh: '现役军人', en: 'military personnel in active service' } } } },
  { row: 'full-time staff of associations, mainly administrative staff', kind: 'exclusion', ...out('学会专职工作人员', 'full-time staff of societies'), ...excluded, recognised: { text: '学会专职工作人员不在推荐范围。', draft: { who: same('学会专职工作人员') } } },
  { row: 'punished in a period', kind: 'exclusion', ...out('本学年受过处分者', 'those punished in this school year'), ...excluded, recognised: { text: '本学年受过处分的取消推荐资格。', draft: { who: same('本学年受过处分者') } } },
  {
    row: 'age, upper', kind: 'age', rule: { on: '2026-01-01', max: 45, femaleMax: 50, exempt: [{ id: 'academician', name: { zh: '院士', en: 'academicians' } }] },
    passes: { person: { birthDay: '1980-06-01', sex: 'male' } }, fails: { of: { person: { birthDay: '1979-06-01', sex: 'male', properties: { academician: false } } }, codes: ['age.outside'] },
    tighter: { max: 40, femaleMax: 45, exempt: undefined }, looser: { change: { femaleMax: 55 }, aspects: ['female.max'] },
    says: { zh: '年龄（截至2026年1月1日）：不超过 45 周岁；女性不超过 50 周岁；院士不受年龄限制', en: 'Age on 1 Jan 2026: at most 45; women at most 50; no limit for academicians' },
    recognised: { text: '截至2026年1月1日，男性不超过45周岁，女性不超过50周岁，院士不受年龄限制。', draft: { on: '2026-01-01', max: 45, femaleMax: 50, exempt: [{ id: 'academician', name: { zh: '院士', en: 'academicians' } }] } },
  },
  {
    row: 'age, lower', kind: 'age', rule: { on: '2026-01-01', min: 18 },
    passes: { person: { birthDay: '2008-01-01' } }, fails: { of: { person: { birthDay: '2008-01-02' } }, codes: ['age.outside'] },
    tighter: { min: 20 }, looser: { change: { min: 16 }, aspects: ['min'] },
    says: { zh: '年龄（截至2026年1月1日）：年满 18 周岁', en: 'Age on 1 Jan 2026: at least 18' },
    recognised: { text: '申报人年满18周岁以上。', draft: { min: 18 } },
  },
  {
    row: 'inclusive or exclusive day', kind: 'age', rule: { bornAfter: '1986-01-01' },
    passes: { person: { birthDay: '1986-01-02' } }, fails: { of: { person: { birthDay: '1986-01-01' } }, codes: ['age.outside'] },
    tighter: { bornAfter: '1987-01-01' }, looser: { change: { bornAfter: undefined, bornOnOrAfter: '1986-01-01' }, aspects: ['born'] },
    says: { zh: '年龄：1986年1月1日以后出生（不含当日）', en: 'Age: born after 1 Jan 1986 (that day not included)' },
    recognised: { text: '年龄不超过40周岁（1986年1月1日及以后出生）。', draft: { max: 40, bornOnOrAfter: '1986-01-01' } },
  },
  {
    row: 'nationality', kind: 'membership', rule: { of: { id: 'chineseCitizen', name: { zh: '中国公民', en: 'a Chinese citizen' } } },
    passes: is('chineseCitizen'), fails: { of: is('chineseCitizen', false), codes: ['membership.missing'] },
    tighter: { of: { id: 'chineseCitizen', name: { zh: '具有中国国籍的公民', en: 'a citizen of Chinese nationality' } } }, looser: { change: { of: { id: 'anyCitizen', name: { zh: '公民', en: 'a citizen' } } }, aspects: ['of'] },
    says: { zh: '人选须是中国公民', en: 'The candidate must be: a Chinese citizen' },
    recognised: { text: '申报人须具有中国国籍。', draft: { of: { id: 'chineseCitizen', name: { zh: '中国国籍', en: 'a Chinese citizen' } } } },
  },
  {
    row: 'membership', kind: 'membership', rule: { of: { id: 'memberOfSociety', name: { zh: '示例学会个人会员', en: 'a member of the Example Society' } } },
    passes: is('memberOfSociety'), fails: { of: { person: {} }, codes: ['membership.unanswered'] },
    tighter: { strength: 'block' }, looser: { change: { strength: 'warn' }, aspects: ['strength'] },
    says: { zh: '人选须是示例学会个人会员', en: 'The candidate must be: a member of the Example Society' },
    recognised: { text: '候选人须为示例学会个人会员。', draft: { of: propertyOf('示例学会个人会员') } },
  },
  {
    row: 'seniority', kind: 'seniority', rule: { years: 2, of: { zh: '从事科技工作', en: 'work in science' }, since: 'workingSince', on: '2026-01-01' },
    passes: { person: { values: { workingSince: '2024-01-01' } } }, fails: { of: { person: { values: { workingSince: '2024-01-02' } } }, codes: ['seniority.short'] },
    tighter: { years: 3 }, looser: { change: { years: 1 }, aspects: ['years'] },
    says: { zh: '截至2026年1月1日，从事科技工作满 2 年', en: 'work in science: 2 year(s) by 1 Jan 2026' },
    recognised: { text: '人选应从事科技工作两年以上。', draft: { years: 2, of: same('从事科技工作') } },
  },
  {
    row: 'place', kind: 'place', rule: { anyOf: [{ id: 'inYunzhou', name: { zh: '在云州市工作', en: 'work in Yunzhou' } }] },
    passes: is('inYunzhou'), fails: { of: is('inYunzhou', false), codes: ['place.elsewhere'] },
    tighter: { strength: 'block' }, looser: { change: { anyOf: [{ id: 'inYunzhou', name: { zh: '在云州市工作', en: 'work in Yunzhou' } }, { id: 'inLinhai', name: { zh: '在临海市工作', en: 'work in Linhai' } }] }, aspects: ['anyOf'] },
    says: { zh: '人选须在云州市工作', en: 'The candidate must work in Yunzhou' },
    recognised: { text: '人选须在云州市、临海市工作。', draft: { anyOf: ['在云州市工作', '在临海市工作'].map(propertyOf) } },
  },
  {
    row: 'basis honour required', kind: 'requiredHonour', rule: { level: 'province', evidence: 'certificate' },
    passes: { ...honoured({ name: '示例省劳动模范', year: 2020, level: 'province' }), files: [{ materialId: 'certificate', name: '证书.pdf', facts: { kind: 'document' } as never }] },
    fails: { of: honoured({ name: '示例市劳动模范', year: 2020, level: 'city' }), codes: ['requiredHonour.missing'] },
    tighter: { level: 'national' }, looser: { change: { level: 'city', evidence: undefined }, aspects: ['level', 'evidence'] },
    says: { zh: '须曾获省级及以上荣誉，并附证明', en: 'The candidate has had an honour provincial or higher, with evidence' },
    recognised: { text: '推荐对象应曾获得省级及以上荣誉称号。', draft: { level: 'province' } },
  },
  {
    row: 'one person, one category', kind: 'exclusion', rule: { who: { zh: '兼报两类的', en: 'those put forward in two categories' }, strength: 'warn' },
    passes: applies(false), fails: { of: applies(true), codes: ['exclusion.reason'] },
    tighter: { strength: 'block' }, looser: { change: { strength: 'note' }, aspects: ['strength'] },
    says: { zh: '兼报两类的原则上不推荐，推荐的须说明理由', en: 'As a rule not to be nominated, otherwise with a reason: those put forward in two categories' },
    recognised: { text: '个人和团队两类奖项，二者原则上不可兼报。', draft: { strength: 'warn', who: same('二者兼报') } },
  },
  { row: 'secrecy', kind: 'exclusion', ...out('涉密领域人员', 'people of classified fields'), ...excluded, recognised: { text: '涉密领域人员不得推荐。', draft: { who: same('涉密领域人员') } } },
  {
    row: 'self-nomination allowed / refused', kind: 'channel', rule: { allowed: ['unit', 'self'], sealed: ['self'] },
    passes: { person: { properties: { viaSelf: true, unitSealGiven: true } } }, fails: { of: { person: { properties: { viaSelf: true, unitSealGiven: false } } }, codes: ['channel.unsealed'] },
    tighter: { allowed: ['unit'], sealed: undefined }, looser: { change: { sealed: undefined }, aspects: ['sealed'] },
    says: { zh: '接受单位推荐、个人自荐，个人自荐须盖单位公章，不接受专家推荐、社会征集', en: 'Accepted: nomination by a unit, self-nomination; self-nomination under the seal of the unit; refused: nomination by experts, nomination by the public' },
    recognised: { text: '接受个人自荐，自荐的须经所在单位盖章。', draft: { allowed: ['unit', 'self'], sealed: ['self'] } },
  },
  {
    row: 'preference', kind: 'preference', rule: { toward: [{ id: 'frontline', name: { zh: '一线科技工作者', en: 'people of the front line' } }] },
    passes: is('frontline'), fails: { of: is('frontline', false), codes: ['preference.none'] },
    tighter: { toward: [{ id: 'frontline', name: { zh: '一线科技工作者', en: 'people of the front line' } }, { id: 'woman', name: { zh: '女性', en: 'women' } }] }, looser: { change: { toward: [{ id: 'woman', name: { zh: '女性', en: 'women' } }] }, aspects: ['toward'] },
    says: { zh: '同等条件下优先考虑一线科技工作者', en: 'Other things being equal, preferred: people of the front line' },
    recognised: { text: '推荐工作向一线科技工作者倾斜。', draft: { toward: [{ id: 'frontline', name: { zh: '一线科技工作者', en: 'people of the front line' } }] } },
  },
]

export const section: Section = {
  title: '3 Eligibility 推荐范围、条件', rows,
  // The catalogue's row “nationality / membership / seniority / place” is four rules.
  names: [
    'political, integrity, conduct clause', 'already honoured', 'incompatible sister titles', 'after refusal or failure', 'rank: civil servants, 参公, leaders', 'military', 'full-time staff of associations, mainly administrative staff', 'punished in a period',
    'age, upper', 'age, lower', 'inclusive or exclusive day', 'nationality', 'membership', 'seniority', 'place', 'basis honour required', 'one person, one category', 'secrecy', 'self-nomination allowed / refused', 'preference',
  ],
}
