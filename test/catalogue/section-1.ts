/** Section 1 of the catalogue: 名额. */
import { propertyOf } from '#core/rules/recognise/named'
import type { Row, Section } from './row'

/** Words that only the notice has: an id made of them, and Chinese in both languages until somebody translates them. */
const named = (zh: string) => ({ id: propertyOf(zh).id, name: { zh, en: zh } })

const person = { properties: {} }
const academicians = { name: { zh: '院士', en: 'academicians' }, property: 'academician' }
const [staff, students] = [{ name: { zh: '教工', en: 'staff' }, property: 'teacher' }, { name: { zh: '学生', en: 'students' }, property: 'student' }]
const is = (property: string, yes = true) => ({ properties: { [property]: yes } })
const teacher = { properties: { teacher: true, student: false } }

const rows: Row[] = [
  {
    row: 'cap per nominating unit', kind: 'quota', rule: { max: 2 },
    passes: { held: [1], person }, fails: { of: { held: [1, 2], person }, codes: ['quota.full'] },
    tighter: { max: 1 }, looser: { change: { max: 3 }, aspects: ['max'] },
    says: { zh: '每个推荐单位限报 2 人', en: 'Each unit may nominate at most 2' },
    recognised: { text: '每个推荐单位限报2人。', draft: { max: 2 } },
  },
  {
    row: 'cap by type of unit', kind: 'quota', rule: { max: 1, byType: [{ type: '市科协', max: 10 }], named: [{ codes: ['yunzhou'], name: { zh: '云州市科协', en: 'Yunzhou' }, max: 12 }] },
    passes: { held: [1, 2], person, unit: { type: '市科协' } }, fails: { of: { held: [1], person, unit: { type: '省级学会' } }, codes: ['quota.full'] },
    tighter: { byType: [{ type: '市科协', max: 8 }] }, looser: { change: { byType: [{ type: '市科协', max: 10 }, { type: '高校', max: 2 }], named: [{ codes: ['yunzhou'], name: { zh: '云州市科协', en: 'Yunzhou' }, max: 13 }] }, aspects: ['byType', 'named'] },
    says: { zh: '每个推荐单位限报 1 人，市科协不超过 10 人，云州市科协不超过 12 人', en: 'Each unit may nominate at most 1; 市科协: at most 10; Yunzhou: at most 12' },
    recognised: { text: '市科协限推荐10名，省级学会限推荐2名，高校限推荐1名。', draft: { max: null, byType: [{ type: '市科协', max: 10 }, { type: '省级学会', max: 2 }, { type: '高校', max: 1 }] } },
  },
  {
    row: 'bonus by a property of the unit', kind: 'quota', rule: { max: 1, bonus: [{ property: { id: 'ownAssociation', name: { zh: '已建科协', en: 'units with an association of their own' } }, extra: 1 }] },
    passes: { held: [1], person, unit: { properties: { ownAssociation: true } } }, fails: { of: { held: [1], person, unit: { properties: { ownAssociation: false } } }, codes: ['quota.full'] },
    tighter: { bonus: undefined }, looser: { change: { bonus: [{ property: { id: 'ownAssociation', name: { zh: '已建科协', en: 'units with an association of their own' } }, extra: 2 }] }, aspects: ['bonus'] },
    says: { zh: '每个推荐单位限报 1 人，已建科协的可增报 1 人', en: 'Each unit may nominate at most 1; 1 more for units with an association of their own' },
    recognised: { text: '各单位限推荐1人，已成立科协的单位可再推荐1人。', draft: { max: 1, bonus: [{ property: named('已成立科协的单位'), extra: 1 }] } },
  },
  {
    row: 'range', kind: 'quota', rule: { max: 2, min: 1 },
    passes: { held: [1] }, fails: { of: { held: [] }, codes: ['quota.tooFew'] },
    tighter: { max: 1 }, looser: { change: { min: 0 }, aspects: ['min'] },
    says: { zh: '每个推荐单位限报 2 人，至少 1 人', en: 'Each unit may nominate at most 2; at least 1' },
    recognised: { text: '各学会推荐1—2名。', draft: { max: 2, min: 1 } },
  },
  {
    row: 'floor: a duty to nominate', kind: 'quota', rule: { max: 5, min: 2 },
    passes: { held: [1, 2] }, fails: { of: { held: [1] }, codes: ['quota.tooFew'] },
    tighter: { min: 3 }, looser: { change: { min: 1 }, aspects: ['min'] },
    says: { zh: '每个推荐单位限报 5 人，至少 2 人', en: 'Each unit may nominate at most 5; at least 2' },
    recognised: { text: '每个部门限推荐5名，且至少推荐2名。', draft: { max: 5, min: 2 } },
  },
  {
    row: 'optional, “better none”', kind: 'quota', rule: { max: 1, min: 0 },
    passes: { held: [], done: { rule: '2026-05-20' } }, fails: { of: { held: [], done: { rule: null } }, codes: ['quota.noneUnsaid'] },
    tighter: { min: 1 }, looser: { change: { max: 2 }, aspects: ['max'] },
    says: { zh: '每个推荐单位限报 1 人，无合适人选可不推荐，但须报明', en: 'Each unit may nominate at most 1; a unit without a fit candidate says so and sends none' },
    recognised: { text: '每个单位限报1人，没有合适人选的可不推荐。', draft: { max: 1, min: 0 } },
  },
  {
    row: 'persons and teams apart, or either/or', kind: 'quota', rule: { max: 1, kinds: { person: 1, team: 1, either: true } },
    passes: { list: [{ kind: 'team' }] }, fails: { of: { list: [{ kind: 'team' }, { kind: 'person' }] }, codes: ['quota.either'] },
    tighter: { kinds: { person: 1, team: 0, either: true } }, looser: { change: { kinds: { person: 1, team: 1, either: false } }, aspects: ['kinds.either'] },
    says: { zh: '每个推荐单位限报 1 人，个人或团队任选其一', en: 'Each unit may nominate at most 1; persons or teams, not both' },
    recognised: { text: '各市可推荐先进个人3名、先进团队1个。', draft: { max: 4, kinds: { person: 3, team: 1, either: false } } },
  },
  {
    row: 'sub-quota', kind: 'quota', rule: { max: 3, within: [{ of: academicians, max: 1 }] },
    passes: { list: [is('academician'), is('academician', false)] }, fails: { of: { list: [is('academician'), is('academician')] }, codes: ['quota.within'] },
    tighter: { within: [{ of: academicians, max: 0 }] }, looser: { change: { within: [{ of: academicians, max: 2 }] }, aspects: ['within'] },
    says: { zh: '每个推荐单位限报 3 人，其中院士不超过 1 人', en: 'Each unit may nominate at most 3; of which academicians: at most 1' },
    recognised: { text: '每个单位推荐不超过3名，其中院士不超过1名。', draft: { max: 3, within: [{ of: academicians, max: 1 }] } },
  },
  {
    row: 'two limits at once', kind: 'quota', rule: { max: 3, eachCategory: 1 },
    passes: { list: [{ category: 'frontier' }, { category: 'grassroots' }] }, fails: { of: { list: [{ category: 'frontier' }, { category: 'frontier' }] }, codes: ['quota.category'] },
    tighter: { max: 2 }, looser: { change: { eachCategory: 2 }, aspects: ['eachCategory'] },
    says: { zh: '每个推荐单位限报 3 人，每类不超过 1 人', en: 'Each unit may nominate at most 3; at most 1 in each category' },
    recognised: { text: '各单位推荐总数不超过3名，每类不超过1名。', draft: { max: 3, eachCategory: 1 } },
  },
  {
    row: 'split by group', kind: 'quota', rule: { max: 10, split: [{ of: staff, max: 4 }, { of: students, max: 6 }] },
    passes: { list: Array.from({ length: 4 }, () => teacher) }, fails: { of: { list: Array.from({ length: 5 }, () => teacher) }, codes: ['quota.within'] },
    tighter: { max: 8, split: [{ of: staff, max: 3 }, { of: students, max: 5 }] }, looser: { change: { split: [{ of: staff, max: 5 }, { of: students, max: 5 }] }, aspects: ['split'] },
    says: { zh: '每个推荐单位限报 10 人，教工 4 人、学生 6 人', en: 'Each unit may nominate at most 10; staff 4, students 6' },
    recognised: { text: '每个学院推荐10人（教工4、学生6）。', draft: { max: 10, split: [{ of: staff, max: 4 }, { of: students, max: 6 }] } },
  },
  {
    row: 'by formula', kind: 'quota', rule: { max: null, formula: { share: { numerator: 5, denominator: 100 }, of: { id: 'partyMembers', name: { zh: '正式党员', en: 'full Party members' } }, rounding: 'up' } },
    passes: { held: [1, 2], person, unit: { counts: { partyMembers: 41 } } }, fails: { of: { held: [1, 2, 3], person, unit: { counts: { partyMembers: 41 } } }, codes: ['quota.full'] },
    tighter: { formula: { share: { numerator: 4, denominator: 100 }, of: { id: 'partyMembers', name: { zh: '正式党员', en: 'full Party members' } }, rounding: 'down' } },
    looser: { change: { formula: { share: { numerator: 6, denominator: 100 }, of: { id: 'partyMembers', name: { zh: '正式党员', en: 'full Party members' } }, rounding: 'up' } }, aspects: ['formula'] },
    says: { zh: '推荐名额按下列规定，按正式党员的 5% 计（进一法）', en: 'Units nominate as follows; 5% of full Party members (rounded up)' },
    recognised: { text: '各支部按正式党员人数的5%推荐（进一法，含差额）。', draft: { max: null, formula: { share: { numerator: 5, denominator: 100 }, of: { id: 'partyMembers', name: { zh: '正式党员', en: 'Party members' } }, rounding: 'up', surplus: { share: { numerator: 0, denominator: 1 }, included: true } } } },
  },
  {
    row: 'conditional, floating', kind: 'quota', rule: { max: 2, extra: { max: 1 } },
    passes: { held: [1, 2], person, unit: { granted: 1 } }, fails: { of: { held: [1, 2], person, unit: { granted: 0 } }, codes: ['quota.full'] },
    tighter: { extra: undefined }, looser: { change: { extra: { max: null } }, aspects: ['extra'] },
    says: { zh: '每个推荐单位限报 2 人，经批准可增加不超过 1 人', en: 'Each unit may nominate at most 2; up to 1 more on approval' },
    recognised: { text: '各单位限报2人，人选特别突出的，经活动办公室批准，名额可上浮1人。', draft: { max: 2, extra: { max: 1 } } },
  },
  {
    row: 'outside the quota', kind: 'quota', rule: { max: 1, outside: [{ id: 'academician', name: { zh: '院士', en: 'academicians' } }] },
    passes: { held: [1], person: is('academician') }, fails: { of: { held: [1], person: is('academician', false) }, codes: ['quota.full'] },
    tighter: { outside: undefined }, looser: { change: { outside: [{ id: 'academician', name: { zh: '院士', en: 'academicians' } }, { id: 'young', name: { zh: '青年', en: 'young people' } }] }, aspects: ['outside'] },
    says: { zh: '每个推荐单位限报 1 人，院士不占名额', en: 'Each unit may nominate at most 1; academicians outside the quota' },
    recognised: { text: '各单位限报2人，院士不占推荐名额。', draft: { max: 2, outside: [{ id: 'academician', name: { zh: '院士', en: 'academicians' } }] } },
  },
  {
    row: 'three numbers for three roles', kind: 'quota', rule: { role: 'winners', max: 10 },
    passes: { list: Array.from({ length: 10 }, () => person) }, fails: { of: { list: Array.from({ length: 12 }, () => person) }, codes: ['quota.over'] },
    tighter: { max: 8 }, looser: { change: { max: 11 }, aspects: ['max'] },
    says: { zh: '评选产生不超过 10 人', en: 'At most 10 are chosen' },
    recognised: { text: '各单位限推荐1人；省科协择优推荐3人至国家科协；最终评选产生获奖者10名。', draft: { id: 'quota-upward', role: 'upward', max: 3 } },
  },
  {
    row: 'joint nomination', kind: 'quota', rule: { max: 1, joint: [{ id: 'publicityAgrees', name: { zh: '市委宣传部', en: 'the publicity department' } }] },
    passes: { held: [], person: is('publicityAgrees') }, fails: { of: { held: [], person: is('publicityAgrees', false) }, codes: ['quota.notJoint'] },
    tighter: { joint: [{ id: 'publicityAgrees', name: { zh: '市委宣传部', en: 'the publicity department' } }, { id: 'bureauAgrees', name: { zh: '市科技局', en: 'the science bureau' } }] },
    looser: { change: { joint: undefined }, aspects: ['joint'] },
    says: { zh: '每个推荐单位限报 1 人，须与市委宣传部共同推荐', en: 'Each unit may nominate at most 1; jointly with the publicity department' },
    recognised: { text: '由市委宣传部、市科技局、市科协共同推荐1人。', draft: { max: 1, joint: ['市委宣传部', '市科技局', '市科协'].map(named) } },
  },
  {
    row: 'after asking other offices', kind: 'quota', rule: { max: 2, joint: [{ id: 'asked', name: { zh: '组织部门', en: 'the organisation department' } }] },
    passes: { held: [1], person: is('asked') }, fails: { of: { held: [1], person }, codes: ['quota.unanswered'] },
    tighter: { max: 1 }, looser: { change: { joint: undefined }, aspects: ['joint'] },
    says: { zh: '每个推荐单位限报 2 人，须与组织部门共同推荐', en: 'Each unit may nominate at most 2; jointly with the organisation department' },
    recognised: { text: '征求组织部门意见后，每个单位可提名2人。', draft: { max: 2, joint: [named('组织部门')] } },
  },
  {
    row: 'several channels', kind: 'quota', rule: { max: 3, byChannel: [{ channel: 'self', max: 1 }] },
    passes: { list: [is('viaSelf'), person] }, fails: { of: { list: [is('viaSelf'), is('viaSelf')] }, codes: ['quota.channel'] },
    tighter: { byChannel: [{ channel: 'self', max: 0 }] }, looser: { change: { byChannel: [{ channel: 'self', max: 2 }] }, aspects: ['byChannel'] },
    says: { zh: '每个推荐单位限报 3 人，个人自荐不超过 1 人', en: 'Each unit may nominate at most 3; self-nomination: at most 1' },
    recognised: { text: '每个单位限推荐2人，专家推荐的不超过1人，个人自荐的不超过1人。', draft: { max: 2, byChannel: [{ channel: 'expert', max: 1 }, { channel: 'self', max: 1 }] } },
  },
  {
    row: 'channel refused', kind: 'channel', rule: { allowed: ['unit', 'expert'] },
    passes: { person: is('viaExpert', false) }, fails: { of: { person: is('viaSelf') }, codes: ['channel.refused'] },
    tighter: { allowed: ['unit'] }, looser: { change: { allowed: ['unit', 'expert', 'self'] }, aspects: ['allowed'] },
    says: { zh: '接受单位推荐、专家推荐，不接受个人自荐、社会征集', en: 'Accepted: nomination by a unit, nomination by experts; refused: self-nomination, nomination by the public' },
    recognised: { text: '本次活动不接受个人申报。', draft: { allowed: ['unit'] } },
  },
  {
    row: 'rank order required', kind: 'quota', rule: { max: 3, rankedFrom: 2 },
    passes: { list: [{ values: { rank: '2' } }, { values: { rank: '1' } }] }, fails: { of: { list: [{ values: { rank: '1' } }, { values: { rank: '1' } }] }, codes: ['quota.rank'] },
    tighter: { max: 2 }, looser: { change: { rankedFrom: 3 }, aspects: ['rankedFrom'] },
    says: { zh: '每个推荐单位限报 3 人，推荐 2 人以上的须排出先后', en: 'Each unit may nominate at most 3; in order of rank from 2 on' },
    recognised: { text: '各单位限报3人，推荐2人以上的，请按先后顺序排列。', draft: { max: 3, rankedFrom: 2 } },
  },
]

export const section: Section = {
  title: '1 Quota 名额', rows,
  names: [
    'cap per nominating unit', 'cap by type of unit', 'bonus by a property of the unit', 'range', 'floor: a duty to nominate', 'optional, “better none”', 'persons and teams apart, or either/or', 'sub-quota', 'two limits at once',
    'split by group', 'by formula', 'conditional, floating', 'outside the quota', 'three numbers for three roles', 'joint nomination', 'after asking other offices', 'several channels', 'channel refused', 'rank order required',
  ],
}
