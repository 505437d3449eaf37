/** Section 2 of the catalogue: 时限. */
import type { Row, Section } from './row'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
const report = { zh: '活动总结', en: 'activity report' }

const rows: Row[] = [
  {
    row: 'a date', kind: 'deadline', rule: { day: '2026-05-23', dayIncluded: true },
    passes: { now: at('2026-05-23T23:59:59') }, fails: { of: { now: at('2026-05-24T00:00:00') }, codes: ['deadline.passed'] },
    tighter: { dayIncluded: false }, looser: { change: { day: '2026-05-24' }, aspects: ['end'] },
    says: { zh: '2026年5月23日（周六）24:00 前报送，逾期不予受理', en: 'Nominations close on Sat 23 May 2026, 24:00; late ones are not accepted' },
    recognised: { text: '请于2026年5月23日前报送推荐材料。', draft: { day: '2026-05-23', time: null } },
  },
  {
    row: 'with a clock time', kind: 'deadline', rule: { day: '2026-05-31', time: '17:00', dayIncluded: true },
    passes: { now: at('2026-05-31T16:59:59') }, fails: { of: { now: at('2026-05-31T17:00:00') }, codes: ['deadline.passed'] },
    tighter: { time: '16:00' }, looser: { change: { time: '18:00' }, aspects: ['end'] },
    says: { zh: '2026年5月31日（周日）17:00 前报送，逾期不予受理', en: 'Nominations close on Sun 31 May 2026, 17:00; late ones are not accepted' },
    recognised: { text: '推荐截止时间为2026年5月31日下午5点。', draft: { day: '2026-05-31', time: '17:00', dayIncluded: true } },
  },
  {
    row: 'end of work', kind: 'dueDate', rule: { what: { zh: '回执', en: 'reply slip' }, day: '2026-05-22', endOfWork: '17:30', dayIncluded: true },
    passes: { now: at('2026-05-22T17:00:00'), done: { rule: null } }, fails: { of: { now: at('2026-05-22T17:30:00'), done: { rule: null } }, codes: ['dueDate.missed'] },
    tighter: { endOfWork: '17:00' }, looser: { change: { endOfWork: '18:00' }, aspects: ['end'] },
    says: { zh: '回执：2026年5月22日（周五）17:30（下班前） 前', en: 'reply slip: due Fri 22 May 2026, 17:30 (close of work)' },
    recognised: { text: '请于2026年5月22日下班前将报名表报至省科协办公室。', draft: { day: '2026-05-22', dayIncluded: true } },
  },
  {
    row: 'third of a month, end of month', kind: 'dueDate', rule: { what: report, day: '2026-06-30', third: 'monthEnd', dayIncluded: true },
    passes: { now: at('2026-06-30T12:00:00'), done: { rule: null } }, fails: { of: { done: { rule: '2026-07-01' } }, codes: ['dueDate.late'] },
    tighter: { day: '2026-06-20', third: 'middle' }, looser: { change: { day: '2026-07-31' }, aspects: ['end'] },
    says: { zh: '活动总结：2026年6月30日（周二）24:00（月底） 前', en: 'activity report: due Tue 30 Jun 2026, 24:00 (end of the month)' },
    recognised: { text: '请各单位于2026年6月底前报送活动总结报告。', draft: { day: '2026-06-30', third: 'monthEnd' } },
  },
  {
    row: 'chain of internal dates', kind: 'dueDate', rule: { what: { zh: '学院纸质材料', en: 'paper of the schools' }, to: { zh: '校科协', en: 'the university’s association' }, day: '2026-05-08', time: '16:00', dayIncluded: true },
    passes: { now: at('2026-05-08T15:00:00'), done: { rule: null } }, fails: { of: { now: at('2026-05-08T16:00:00'), done: { rule: null } }, codes: ['dueDate.missed'] },
    tighter: { day: '2026-05-07' }, looser: { change: { time: null }, aspects: ['end'] },
    says: { zh: '学院纸质材料：2026年5月8日（周五）16:00 前，报校科协', en: 'paper of the schools: due Fri 8 May 2026, 16:00, to the university’s association' },
    recognised: { text: '各学院于5月8日16:00前将纸质材料报送校科协，校科协于5月18日前将推荐材料报送省科协。', draft: { day: '2026-05-08', time: '16:00', dayIncluded: true } },
  },
  {
    row: 'upper deadline minus public notice', kind: 'dueDate', rule: { what: { zh: '内部公示', en: 'public notice within the unit' }, day: null, before: { count: 5, days: 'working' }, dayIncluded: true },
    // Five working days before Saturday 23 May: Monday 18 May.
    passes: { end: at('2026-05-24T00:00:00'), done: { rule: '2026-05-18' } }, fails: { of: { end: at('2026-05-24T00:00:00'), done: { rule: '2026-05-19' } }, codes: ['dueDate.late'] },
    tighter: { before: { count: 7, days: 'working' } }, looser: { change: { before: { count: 5, days: 'calendar' } }, aspects: ['before.days'] },
    says: { zh: '内部公示：报送截止前 5 个工作日（含当日）', en: 'public notice within the unit: due 5 working day(s) before nominations close (that day included)' },
    recognised: { text: '各单位应于报送截止前5个工作日完成内部公示。', draft: { day: null, before: { count: 5, days: 'working' }, what: { zh: '内部公示', en: '内部公示' } } },
  },
  {
    row: 'paper and electronic apart', kind: 'dueDate', rule: { what: { zh: '纸质材料', en: 'paper' }, day: '2026-05-15', dayIncluded: false },
    passes: { done: { rule: '2026-05-14' } }, fails: { of: { done: { rule: '2026-05-15' } }, codes: ['dueDate.late'] },
    tighter: { day: '2026-05-14' }, looser: { change: { dayIncluded: true }, aspects: ['end'] },
    says: { zh: '纸质材料：2026年5月14日（周四）24:00 前', en: 'paper: due Thu 14 May 2026, 24:00' },
    recognised: { text: '电子版于5月9日前发至邮箱，纸质版5月15日前报送。', draft: { day: '2026-05-15', what: { zh: '纸质版报送', en: '纸质版报送' } } },
  },
  {
    row: 'late = forfeited', kind: 'deadline', rule: { day: '2026-05-23', dayIncluded: false },
    passes: { now: at('2026-05-22T23:59:59') }, fails: { of: { now: at('2026-05-23T00:00:00') }, codes: ['deadline.passed'] },
    tighter: { day: '2026-05-22' }, looser: { change: { strength: 'warn' }, aspects: ['strength'] },
    says: { zh: '2026年5月22日（周五）24:00 前报送，逾期不予受理', en: 'Nominations close on Fri 22 May 2026, 24:00; late ones are not accepted' },
    recognised: { text: '报送截止时间为2026年5月23日24时，逾期视为放弃。', draft: { day: '2026-05-23', time: '24:00', dayIncluded: true } },
  },
  {
    row: 'not a deadline but dated', kind: 'stage', rule: { name: { zh: '公示', en: 'public notice' }, from: '2026-08-28', to: '2026-09-01' },
    passes: { done: { rule: '2026-09-01' } }, fails: { of: { done: { rule: '2026-09-02' } }, codes: ['stage.outside'] },
    tighter: { to: '2026-08-31' }, looser: { change: { to: '2026-09-02' }, aspects: ['to'] },
    says: { zh: '公示：2026年8月28日至9月1日', en: 'public notice: 28 Aug to 1 Sep 2026' },
    recognised: { text: '活动分为推荐、评审、公示等环节。\n公示时间为2026年8月28日至9月1日。', draft: { name: { zh: '公示', en: '公示' }, from: '2026-08-28', to: '2026-09-01' } },
  },
]

export const section: Section = {
  title: '2 Deadlines 时限', rows,
  names: ['a date', 'with a clock time', 'end of work', 'third of a month, end of month', 'chain of internal dates', 'upper deadline minus public notice', 'paper and electronic apart', 'late = forfeited', 'not a deadline but dated'],
}
