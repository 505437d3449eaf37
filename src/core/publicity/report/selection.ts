/** 四、评审和公示. Of rounds that are closed the head of the count sheet; never a vote, a juror, or who objected. */
import type { Words } from '../../kernel/finding'
import { outcomeNames } from '../../objections/standing'
import type { ReportFacts, RoundFacts } from './facts'
import { plain, type Cell, type Draft, type Figure } from './report'
import { sum } from './participation'

const column = (zh: string, en: string, width = 10, numeric = true) => ({ name: { zh, en }, width, numeric })
const rowOf = (r: RoundFacts): Cell[] => {
  const rest: Cell[] = r.counted === null ? Array.from({ length: 8 }, () => plain('—')) : [r.counted.entitled, r.counted.present, { zh: r.counted.quorumReached ? '达到' : '未达到', en: r.counted.quorumReached ? 'reached' : 'not reached' }, r.counted.returned, r.counted.valid, r.counted.invalid, r.counted.recusals, r.counted.selected]
  return [r.name, r.candidates, ...rest]
}

export const selection = (f: ReportFacts): Draft => {
  const figure = (key: string, zh: string, en: string, value: number, from: Words): Figure => ({ key, name: { zh, en }, value, from })
  const desk: Words = { zh: '审查结论的记录', en: 'records of the desk' }
  const counts: Words = { zh: '各轮计票单', en: 'count sheets of the rounds' }
  const closed = f.rounds.flatMap((r) => (r.counted === null ? [] : [r.counted]))
  const objections = f.objections.filter((o) => o.track === 'objection')
  const of = (which: (o: ReportFacts['objections'][number]) => boolean): number => sum(f.objections.filter(which), (o) => o.n)
  const register: Words = { zh: '异议登记，只计件数', en: 'register of objections, by number alone' }
  return {
    id: 'selection', title: { zh: '评审和公示', en: 'Selection and public notice' },
    figures: [
      figure('desk.accept', '审查接收', 'Accepted by the desk', f.screenings.accept, desk), figure('desk.return', '退回补正', 'Returned', f.screenings.return, desk), figure('desk.reject', '不予受理', 'Rejected', f.screenings.reject, desk), figure('appraisals', '完成的考核调研', 'Appraisals closed', f.appraisals, { zh: '考核调研的记录', en: 'records of appraisals' }),
      figure('rounds', '评审轮次', 'Rounds closed', closed.length, counts), figure('rounds.open', '正在进行的轮次', 'Rounds under way', f.rounds.length - closed.length, counts), figure('rounds.abandoned', '作废的轮次', 'Rounds given up', f.abandoned, counts),
      figure('ballots', '收回选票和评分表', 'Ballots and score sheets returned', sum(closed, (c) => c.returned), counts), figure('ballots.valid', '其中有效', 'of which valid', sum(closed, (c) => c.valid), counts), figure('recusals', '回避', 'Recusals', sum(closed, (c) => c.recusals), counts), figure('recused', '回避的评委（各轮相加）', 'Jurors recused, over all rounds', sum(closed, (c) => c.recused), counts), figure('dropped', '退出的评委（各轮相加）', 'Jurors who dropped out, over all rounds', sum(closed, (c) => c.dropped), counts),
      figure('notice.days', '公示天数', 'Days of public notice', f.publicNotice?.days ?? 0, { zh: '公示的记录', en: 'record of the public notice' }), figure('notice.people', '公示名单', 'On the public list', f.publicNotice?.people ?? 0, { zh: '公示的记录', en: 'record of the public notice' }), figure('notice.supplements', '补充公示', 'Supplementary notices', f.publicNotice?.supplements ?? 0, { zh: '公示的记录', en: 'record of the public notice' }),
      figure('objections', '异议', 'Objections', of((o) => o.track === 'objection'), register), figure('objections.decided', '其中办结', 'of which decided', of((o) => o.track === 'objection' && o.outcome !== null), register), figure('objections.upheld', '其中成立', 'of which upheld', of((o) => o.outcome === 'upheld' || o.outcome === 'partly'), register), figure('corrections', '更正', 'Corrections', of((o) => o.track === 'correction'), register),
      figure('honours', '授予荣誉', 'Honours given', f.honours.given, { zh: '荣誉名册', en: 'register of honours' }), figure('honours.standing', '其中有效', 'of which stand', f.honours.standing, { zh: '荣誉名册', en: 'register of honours' }),
    ],
    says: [
      f.screenings.first === null ? { zh: '还没有审查结论。', en: 'The desk has decided nothing yet.' } : { zh: '形式审查接收 {desk.accept} 次，退回补正 {desk.return} 次，不予受理 {desk.reject} 次。', en: 'The desk accepted {desk.accept} times, returned {desk.return} times, rejected {desk.reject} times.' },
      f.appraisals === 0 ? null : { zh: '完成考核调研 {appraisals} 次。', en: '{appraisals} appraisals were closed.' },
      f.rounds.length === 0 ? { zh: '还没有开启评审。', en: 'No round has been opened.' } : { zh: `评审完成 {rounds} 轮，收回选票和评分表 {ballots} 份，其中有效 {ballots.valid} 份；登记回避 {recusals} 人次，涉及评委 {recused} 人次${f.rounds.length > closed.length ? '；另有 {rounds.open} 轮正在进行，结果未出，不列' : ''}。`, en: `{rounds} rounds were closed with {ballots} ballots or score sheets returned, {ballots.valid} of them valid; {recusals} recusals of {recused} jurors were recorded${f.rounds.length > closed.length ? '; {rounds.open} more are under way and not told' : ''}.` },
      f.abandoned === 0 ? null : { zh: '作废 {rounds.abandoned} 轮。', en: '{rounds.abandoned} rounds were given up.' },
      f.publicNotice === null ? { zh: '还没有公示。', en: 'There was no public notice yet.' } : { zh: '公示 {notice.people} 名，为期 {notice.days} 天，补充公示 {notice.supplements} 次。', en: '{notice.people} persons were on public notice for {notice.days} days, with {notice.supplements} supplementary notices.' },
      f.publicNotice === null ? null : f.objections.length === 0 ? { zh: '公示期间没有收到异议。', en: 'No objection was received.' } : { zh: '收到异议 {objections} 件，办结 {objections.decided} 件，其中成立或部分成立 {objections.upheld} 件；收到更正 {corrections} 件。', en: '{objections} objections were received, {objections.decided} decided and {objections.upheld} of them upheld in whole or part; {corrections} corrections were asked for.' },
      f.honours.given === 0 ? { zh: '还没有授予荣誉。', en: 'No honour has been given yet.' } : { zh: '授予荣誉 {honours} 名，现有效 {honours.standing} 名。', en: '{honours} honours were given; {honours.standing} stand.' },
    ],
    tables: [
      f.rounds.length === 0 ? null : {
        id: 'rounds', title: { zh: '各轮评审', en: 'Rounds' }, columns: [column('轮次', 'Round', 18, false), column('人选', 'Candidates'), column('应到', 'Entitled'), column('实到', 'Present'), column('法定人数', 'Quorum', 12, false), column('收回', 'Returned'), column('有效', 'Valid'), column('无效', 'Invalid'), column('回避', 'Recusals'), column('入选', 'Chosen')],
        rows: f.rounds.map(rowOf), from: counts, note: { zh: '正在进行的轮次只列人选数；每张票投给谁、谁投的，不在本表。', en: 'Of a round under way only the candidates are told; how anybody voted is not in this table.' },
        chart: { kind: 'bars', rows: f.rounds.filter((r) => r.counted !== null).map((r) => ({ name: r.name, n: r.counted!.selected, of: r.candidates })) },
      },
      objections.length === 0 && f.objections.length === 0 ? null : {
        id: 'objections', title: { zh: '异议和更正', en: 'Objections and corrections' }, columns: [column('事项', 'What', 20, false), column('结果', 'Outcome', 24, false), column('件数', 'Number')],
        rows: f.objections.map((o) => [{ zh: o.track === 'objection' ? '异议' : '更正', en: o.track === 'objection' ? 'Objection' : 'Correction' }, o.outcome === null ? { zh: '办理中', en: 'being dealt with' } : outcomeNames[o.outcome], o.n]), from: register, note: null, chart: null,
      },
    ],
  }
}
