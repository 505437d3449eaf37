/** Section 6 of the catalogue: 程序. */
import type { Case } from '#core/rules/case'
import { pdf } from './files'
import type { Parameters, Row, Section } from './row'

const step = (zh: string, en: string, more: Parameters = {}): Parameters => ({ name: { zh, en }, about: { zh: '记下经过', en: 'what happened is recorded' }, ...more })
const done = (more: object = {}, rest: Case = {}): Case => ({ answers: { exclusions: {}, declarations: {}, steps: { rule: { day: '2026-05-10', note: '在会议室进行', attended: ['leader'], absentReason: '', ...more } } }, person: {}, ...rest })
const half = { share: { numerator: 1, denominator: 2 }, inclusive: false }
const twoThirds = { share: { numerator: 2, denominator: 3 }, inclusive: true }
const [first, final] = [{ zh: '初评', en: 'First round' }, { zh: '终评', en: 'Final round' }]
const held = (more: Parameters = {}): Parameters => ({ name: final, method: 'approval', ballot: 'secret', quorum: twoThirds, threshold: { ...half, base: 'present', recusedLeaveBase: false }, places: 10, ...more })
const people = (n: number) => Array.from({ length: n }, (_, i) => `p${String(i + 1)}`)
const counted = (present: number, quorumReached: boolean, outcome: 'selected' | 'tied' = 'selected'): Case => ({
  round: { count: { entitled: 9, present, issued: present, returned: present, valid: present, invalid: 0, quorumReached, rows: people(10).map((candidate) => ({ candidate, approvals: 6, base: 9, reached: true, rank: 1, outcome })) } },
})
const secret = '无记名投赞成票，实到不少于 2/3方可投票，赞成票超过 1/2（以实到评委计）通过'
const secretEn = 'secret approval vote; quorum at least 2/3 of the jury; approvals more than 1/2 of jurors present'

const rows: Row[] = [
  {
    row: 'democratic procedure', kind: 'procedureStep', rule: step('民主程序', 'Democratic procedure', { votes: { ...half, of: 'present' }, evidence: ['minutes'] }),
    passes: done({}, { person: { values: { ruleFor: '6', ruleOf: '11' } }, files: [pdf('纪要.pdf', 'minutes')] }), fails: { of: done({}, { person: { values: { ruleFor: '5', ruleOf: '10' } }, files: [] }), codes: ['step.votes', 'step.noEvidence'] },
    tighter: { votes: { ...twoThirds, of: 'present' } }, looser: { change: { votes: { share: half.share, inclusive: true, of: 'present' }, evidence: undefined }, aspects: ['votes', 'evidence'] },
    says: { zh: '民主程序：记下经过；赞成票超过 1/2（以到会人数计）；附书面材料', en: 'Democratic procedure: what happened is recorded; more than 1/2 of those present in favour; with its papers' },
    recognised: { text: '按民主程序研究，经职工代表大会过半数同意后推荐。', draft: { id: 'step-democratic', votes: { ...half, of: 'present' } } },
  },
  {
    row: 'appraisal', kind: 'procedureStep', rule: step('座谈会', 'Symposium', { attendance: [{ id: 'leader', name: { zh: '负责同志', en: 'the leader' } }], after: ['step-democratic'] }),
    passes: { ...done(), answers: { exclusions: {}, declarations: {}, steps: { 'step-democratic': { day: '2026-05-09', note: '', attended: [], absentReason: '' }, rule: { day: '2026-05-10', note: '到会九人', attended: ['leader'], absentReason: '' } } } }, fails: { of: done({ attended: [] }), codes: ['step.absent'] },
    tighter: { attendance: [{ id: 'leader', name: { zh: '负责同志', en: 'the leader' } }, { id: 'colleague', name: { zh: '同事', en: 'a colleague' } }] }, looser: { change: { attendance: [], after: undefined }, aspects: ['attendance', 'after'] },
    says: { zh: '座谈会：记下经过；参加：负责同志', en: 'Symposium: what happened is recorded; attended by the leader' },
    recognised: { text: '召开座谈会，座谈会人员包括单位党委负责同志、纪检部门负责同志、2名同事和人选本人。', draft: { id: 'step-symposium', attendance: [{ id: 'party-leader', name: { zh: '单位党组（党委）负责同志', en: 'leader of the unit’s Party group or committee' } }, { id: 'discipline-head', name: { zh: '单位纪检部门负责同志', en: 'head of the unit’s discipline department' } }, { id: 'colleague-1', name: { zh: '同事一', en: 'first colleague' } }, { id: 'colleague-2', name: { zh: '同事二', en: 'second colleague' } }, { id: 'candidate', name: { zh: '人选本人', en: 'the candidate' } }] } },
  },
  {
    row: 'opinions of other bodies', kind: 'opinion', rule: { of: [{ zh: '税务部门', en: 'the tax office' }], when: { property: 'headOfEnterprise', name: { zh: '企业负责人', en: 'heads of enterprises' } }, before: 'submission', evidence: 'tax-opinion' },
    passes: { person: { properties: { headOfEnterprise: true, ruleGiven: true } }, files: [pdf('意见.pdf', 'tax-opinion')] }, fails: { of: { person: { properties: { headOfEnterprise: true, ruleGiven: false } }, files: [] }, codes: ['opinion.missing', 'opinion.noEvidence'] },
    tighter: { of: [{ zh: '税务部门', en: 'the tax office' }, { zh: '应急管理部门', en: 'the office of emergencies' }], when: undefined }, looser: { change: { before: 'approval', evidence: undefined }, aspects: ['before', 'evidence'] },
    says: { zh: '人选是企业负责人的，报送前征求税务部门意见，并附书面意见', en: 'if the candidate is one of heads of enterprises: before submission the opinion of the tax office is asked, in writing' },
    recognised: { text: '人选为企业负责人的，推荐单位须征求税务、生态环境等部门意见。', draft: { of: ['税务', '生态环境'].map((zh) => ({ zh, en: zh })), when: { property: 'headOfEnterprise', name: { zh: '企业负责人', en: 'heads of enterprises' } }, before: 'submission' } },
  },
  {
    row: 'rounds', kind: 'round', rule: held({ after: 'round-1' }),
    passes: { round: { closed: ['round-1'] } }, fails: { of: { round: { closed: [] } }, codes: ['round.order'] },
    tighter: { places: 8 }, looser: { change: { after: undefined, places: 12 }, aspects: ['places', 'after'] },
    says: { zh: `终评：${secret}，名额 10 个`, en: `Final round: ${secretEn}; 10 place(s)` },
    recognised: { text: '初评采用无记名投票，选出20名。终评采用无记名投票，选出10名。', draft: { id: 'round-2', name: final, method: 'approval', ballot: 'secret', places: 10, after: 'round-1' } },
  },
  {
    row: 'oral defence', kind: 'round', rule: held({ defence: { of: { zh: '入围人选', en: 'those shortlisted' }, minutes: 10 } }),
    passes: { round: { candidates: ['a', 'b'], heard: ['a', 'b'] } }, fails: { of: { round: { candidates: ['a', 'b'], heard: ['a'] } }, codes: ['round.notHeard'] },
    tighter: { countedInPublic: true }, looser: { change: { defence: undefined }, aspects: ['defence'] },
    says: { zh: `终评：${secret}，名额 10 个，入围人选答辩 10 分钟`, en: `Final round: ${secretEn}; 10 place(s); oral defence of those shortlisted, 10 minutes` },
    recognised: { text: '终评时入围人选须进行现场答辩，每人10分钟。', draft: { name: final, defence: { of: { zh: '终评时入围人选', en: '终评时入围人选' }, minutes: 10 } } },
  },
  {
    row: 'surplus / as many as places', kind: 'round', rule: held({ surplus: { kind: 'more', atLeast: 2 }, groups: [{ id: 'a', name: { zh: '甲组', en: 'group A' }, places: 4 }, { id: 'b', name: { zh: '乙组', en: 'group B' }, places: 6 }] }),
    passes: { round: { candidates: people(14), groups: { a: 6, b: 8 } } }, fails: { of: { round: { candidates: people(11), groups: { a: 3, b: 8 } } }, codes: ['round.noSurplus', 'round.groupNoSurplus'] },
    tighter: { surplus: { kind: 'more', atLeast: 3 } }, looser: { change: { surplus: { kind: 'equal' } }, aspects: ['surplus'] },
    says: { zh: `终评：${secret}，名额 10 个，差额，人选至少多 2 人，分组：甲组 4 个、乙组 6 个`, en: `Final round: ${secretEn}; 10 place(s); at least 2 more candidates than places; by group: group A 4, group B 6` },
    recognised: { text: '终评实行差额评选，评选出10名。', draft: { name: final, surplus: { kind: 'more', atLeast: 1 }, places: 10 } },
  },
  {
    row: 'public vote', kind: 'round', rule: held({ name: { zh: '网络投票', en: 'Public vote' }, method: 'publicVote', quorum: { share: { numerator: 0, denominator: 1 }, inclusive: true }, publicVote: { perDay: 1, least: 5, most: 10 }, weights: [{ of: { zh: '网络投票', en: 'public vote' }, percent: 20 }, { of: { zh: '专家评审', en: 'jury' }, percent: 80 }] }),
    passes: { round: { votes: [{ account: 'a', day: '2026-06-01', candidates: people(5) }, { account: 'a', day: '2026-06-02', candidates: people(10) }] } },
    fails: { of: { round: { votes: [{ account: 'a', day: '2026-06-01', candidates: people(4) }, { account: 'a', day: '2026-06-01', candidates: people(10) }] } }, codes: ['round.votesOver', 'round.votesShort'] },
    tighter: { publicVote: { perDay: 1, least: 5, most: 8 } }, looser: { change: { publicVote: { perDay: 3, least: 5, most: 10 } }, aspects: ['publicVote.perDay'] },
    says: { zh: '网络投票：公众投票，名额 10 个，每个账号每天 1 票，每票至少选 5 人，每票至多选 10 人，网络投票占 20%、专家评审占 80%', en: 'Public vote: a vote of the public; 10 place(s); 1 vote(s) a day of each account; each names 5 at least; each names 10 at most; public vote 20%, jury 80%' },
    recognised: { text: '网络投票每个账号每天可投1票，每票至少选5名、至多选10名。', draft: { name: { zh: '网络投票', en: 'Public vote' }, method: 'publicVote', publicVote: { perDay: 1, least: 5, most: 10 } } },
  },
  {
    row: 'jury ballot', kind: 'round', rule: held({ ballot: 'named', maxApprovals: 2, countedInPublic: true }),
    passes: { round: { ballot: { approvals: ['a', 'b'], candidates: ['a', 'b', 'c'], recused: [], present: true } } }, fails: { of: { round: { ballot: { approvals: ['a', 'b', 'c'], candidates: ['a', 'b', 'c'], recused: ['c'], present: true } } }, codes: ['ballot.recused', 'ballot.tooMany'] },
    tighter: { maxApprovals: 1 }, looser: { change: { ballot: 'secret', countedInPublic: undefined }, aspects: ['ballot', 'countedInPublic'] },
    says: { zh: '终评：记名投赞成票，实到不少于 2/3方可投票，赞成票超过 1/2（以实到评委计）通过，名额 10 个，公开计票', en: 'Final round: named approval vote; quorum at least 2/3 of the jury; approvals more than 1/2 of jurors present; 10 place(s); counted in public' },
    recognised: { text: '终评采用记名投票表决，公开计票。', draft: { name: final, method: 'approval', ballot: 'named', countedInPublic: true } },
  },
  {
    row: 'quorum, threshold', kind: 'round', rule: held({ threshold: { ...twoThirds, base: 'present', recusedLeaveBase: false } }),
    passes: counted(6, true), fails: { of: counted(5, false), codes: ['round.noQuorum'] },
    tighter: { threshold: { ...twoThirds, base: 'entitled', recusedLeaveBase: false } }, looser: { change: { quorum: half, threshold: { ...half, base: 'present', recusedLeaveBase: false } }, aspects: ['quorum', 'threshold'] },
    says: { zh: '终评：无记名投赞成票，实到不少于 2/3方可投票，赞成票不少于 2/3（以实到评委计）通过，名额 10 个', en: 'Final round: secret approval vote; quorum at least 2/3 of the jury; approvals at least 2/3 of jurors present; 10 place(s)' },
    recognised: { text: '三分之二以上评委到会方可投票，获到会评委过半数赞成票的当选。', draft: { method: 'approval', quorum: twoThirds, threshold: { ...half, base: 'present', recusedLeaveBase: false } } },
  },
  {
    row: 'tie', kind: 'round', rule: held({ tie: 'again' }),
    passes: counted(9, true), fails: { of: counted(9, true, 'tied'), codes: ['round.tie'] },
    tighter: { places: 9 }, looser: { change: { tie: 'all' }, aspects: ['tie'] },
    says: { zh: `终评：${secret}，名额 10 个，同票再投一次`, en: `Final round: ${secretEn}; 10 place(s); ties are voted on again` },
    recognised: { text: '终评打分后得分相同且不能并列的，提交评委复议。', draft: { name: final, tie: 'again', method: 'score' } },
  },
  {
    row: 'draw of jurors', kind: 'jury', rule: { size: { min: 9, max: 9 }, draw: { pool: 82, toldAtOnce: true } },
    passes: { jury: { members: people(9), draw: { pool: 90, drawn: true } } }, fails: { of: { jury: { members: people(8), draw: { pool: 80, drawn: false } } }, codes: ['jury.tooFew', 'jury.notDrawn', 'jury.smallPool'] },
    tighter: { draw: { pool: 100, toldAtOnce: true } }, looser: { change: { draw: undefined }, aspects: ['draw'] },
    says: { zh: '评委9 人；从不少于 82 人的评委库随机抽取，当场通知', en: 'jurors: 9; drawn by lot from a pool of at least 82, told at once' },
    recognised: { text: '评委从82人组成的评委库中随机抽取9人，当场通知。', draft: { size: { min: 9, max: 9 }, draw: { pool: 82, toldAtOnce: true } } },
  },
  {
    row: 'blind', kind: 'round', rule: held({ name: first, blind: ['name', 'unit'] }),
    passes: { round: { shown: ['place'] } }, fails: { of: { round: { shown: ['unit'] } }, codes: ['round.notBlind'] },
    tighter: { blind: ['name', 'place', 'unit'] }, looser: { change: { blind: ['name'] }, aspects: ['blind'] },
    says: { zh: `初评：${secret}，名额 10 个，盲评，不显示姓名、单位`, en: `First round: ${secretEn}; 10 place(s); blind: name, unit hidden` },
    recognised: { text: '初评实行盲评，隐去姓名、地区和单位。', draft: { name: first, blind: ['name', 'place', 'unit'] } },
  },
  {
    row: 'recusal', kind: 'jury', rule: { recusal: { relations: ['self', 'relative', 'sameUnit'], leaveBase: true } },
    passes: { jury: { ties: [{ relation: 'relative', recused: true }, { relation: 'sameProject', recused: false }] } }, fails: { of: { jury: { ties: [{ relation: 'relative', recused: false }] } }, codes: ['jury.notRecused'] },
    tighter: { recusal: { relations: ['self', 'relative', 'sameUnit', 'referee'], leaveBase: true } }, looser: { change: { recusal: { relations: ['self'], leaveBase: true } }, aspects: ['recusal'] },
    says: { zh: '有本人参评、直系亲属、同一单位关系的评委回避，不计入基数', en: 'jurors stand back for being a candidate, a direct relative, the same unit and leave the base' },
    recognised: { text: '评委与候选人是亲属或同一单位的应当回避，回避的评委不计入基数。', draft: { recusal: { relations: ['relative', 'sameUnit'], leaveBase: true } } },
  },
  {
    row: 'secrecy of the jury', kind: 'jury', rule: { secret: true, standIn: 'byLeave' },
    passes: { jury: { disclosed: false, standIns: [{ leave: true }] } }, fails: { of: { jury: { disclosed: true, standIns: [{ leave: false }] } }, codes: ['jury.disclosed', 'jury.standIn'] },
    tighter: { standIn: 'never' }, looser: { change: { secret: undefined }, aspects: ['secret'] },
    says: { zh: '评委名单和评选情况保密；经评委会主任同意方可代替', en: 'jurors and proceedings are kept secret; stand-ins by leave of the chair only' },
    recognised: { text: '评委不得泄露身份和评选情况。', draft: { secret: true } },
  },
  {
    row: 'disjoint juries', kind: 'round', rule: held({ disjointFrom: ['round-1'] }),
    passes: { round: { jurors: ['d', 'e'], others: { 'round-1': ['a', 'b'] } } }, fails: { of: { round: { jurors: ['b', 'c'], others: { 'round-1': ['a', 'b'] } } }, codes: ['round.sameJuror'] },
    tighter: { disjointFrom: ['round-1', 'round-2'] }, looser: { change: { disjointFrom: undefined }, aspects: ['disjointFrom'] },
    says: { zh: `终评：${secret}，名额 10 个，评委与前轮不重复`, en: `Final round: ${secretEn}; 10 place(s); no juror of the earlier rounds` },
    recognised: { text: '初评和终评的评委不得重复。', draft: { id: 'round-2', name: final, disjointFrom: ['round-1'] } },
  },
  {
    row: 'joint examination', kind: 'opinion', rule: { of: [{ zh: '组织部', en: 'the organisation department' }, { zh: '公安局', en: 'the police' }], before: 'publicNotice' },
    passes: { done: { rule: '2026-06-01' } }, fails: { of: { done: { rule: null } }, codes: ['opinion.owed'] },
    tighter: { before: 'approval' }, looser: { change: { of: [{ zh: '组织部', en: 'the organisation department' }] }, aspects: ['of'] },
    says: { zh: '公示前征求组织部、公安局意见', en: 'before the public notice the opinion of the organisation department, the police is asked' },
    recognised: { text: '评审后公示前，由组织部、公安局、税务局联合审查。', draft: { of: ['组织部', '公安局', '税务局'].map((zh) => ({ zh, en: zh })), before: 'publicNotice' } },
  },
  {
    row: 'correction', kind: 'correction', rule: { days: 3, count: 'working', times: 1 },
    // Thursday to Tuesday: three working days.
    passes: { correction: { from: '2026-05-21', until: '2026-05-26', time: 1 } }, fails: { of: { correction: { from: '2026-05-21', until: '2026-05-27', time: 2 } }, codes: ['correction.times', 'correction.tooLong'] },
    tighter: { days: 2 }, looser: { change: { days: 5, times: undefined }, aspects: ['days', 'times'] },
    says: { zh: '形式审查不合要求的，在 3 个工作日内补正，不超过 1 次', en: 'Faults of form are put right within 3 working days, 1 time(s) at most' },
    recognised: { text: '形式审查不合格的，可在3个工作日内补正，仅限一次。', draft: { days: 3, count: 'working', times: 1 } },
  },
  {
    row: 'runner-up title', kind: 'quota', rule: { role: 'shortlist', max: 10 },
    passes: { list: [] }, fails: { of: { list: Array.from({ length: 11 }, () => ({})) }, codes: ['quota.over'] },
    tighter: { max: 8 }, looser: { change: { max: 12 }, aspects: ['max'] },
    says: { zh: '入围不超过 10 人', en: 'At most 10 are shortlisted' },
    recognised: { text: '评选出10名提名奖获得者。', draft: { role: 'shortlist', max: 10 } },
  },
  {
    row: 'upward', kind: 'quota', rule: { role: 'upward', max: 2 },
    passes: { list: [] }, fails: { of: { list: [{}, {}, {}] }, codes: ['quota.over'] },
    tighter: { max: 1 }, looser: { change: { max: 3 }, aspects: ['max'] },
    says: { zh: '向上级推荐不超过 2 人', en: 'At most 2 go up to the level above' },
    recognised: { text: '评选产生本省获奖者后，省科协择优推荐2人至国家科协。', draft: { id: 'quota-upward', role: 'upward', max: 2 } },
  },
  {
    row: 'public money and prize', kind: 'prize', rule: { gives: { zh: '颁发荣誉证书', en: 'a certificate of honour' }, mainlyHonour: true, maxYuan: 5000 },
    passes: { prize: { yuan: 5000 } }, fails: { of: { prize: { yuan: 5001 } }, codes: ['prize.over'] },
    tighter: { maxYuan: 0 }, looser: { change: { maxYuan: 8000, mainlyHonour: undefined }, aspects: ['maxYuan', 'mainlyHonour'] },
    says: { zh: '以精神奖励为主，颁发荣誉证书，奖金不超过 5000 元', en: 'honour rather than money; a certificate of honour; at most 5000 yuan' },
    recognised: { text: '评选以精神奖励为主，颁发荣誉证书。', draft: { mainlyHonour: true, gives: { zh: '颁发荣誉证书', en: '颁发荣誉证书' } } },
  },
]

export const section: Section = {
  title: '6 Procedure 程序', rows,
  names: [
    'democratic procedure', 'appraisal', 'opinions of other bodies', 'rounds', 'oral defence', 'surplus / as many as places', 'public vote', 'jury ballot', 'quorum, threshold', 'tie', 'draw of jurors', 'blind', 'recusal', 'secrecy of the jury', 'disjoint juries',
    'joint examination', 'correction', 'runner-up title', 'upward', 'public money and prize',
  ],
}
