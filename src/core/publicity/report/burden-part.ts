/** 七、给单位增加的负担: what was asked, what it took, what came back. */
import { counts, sayCount } from '../../campaign/burden/burden'
import { howMinutesAreCounted } from '../../composition/burden-caused'
import { sayLength } from '../../composition/figures'
import type { Words } from '../../kernel/finding'
import type { ReportFacts } from './facts'
import { plain, type Draft, type Figure } from './report'

const column = (zh: string, en: string, width = 14, numeric = true) => ({ name: { zh, en }, width, numeric })
const MEGABYTE = 1 << 20

export const burdenPart = (f: ReportFacts): Draft => {
  const b = f.figures.burden
  const figure = (key: string, zh: string, en: string, value: number, from: Words): Figure => ({ key, name: { zh, en }, value, from })
  const saves: Words = { zh: '推荐件前后保存的时间', en: 'times of saving' }
  const states: Words = { zh: '退回的记录', en: 'records of returns' }
  const files: Words = { zh: '收下和核验的文件', en: 'files received and inspected' }
  const timed = b.spread
  return {
    id: 'burden', title: { zh: '给单位增加的负担', en: 'Burden caused' },
    figures: [
      figure('burden.sent', '计入的推荐件', 'Nominations counted', b.sent, { zh: '报送过的推荐件', en: 'nominations submitted' }), figure('burden.minutes', '页面上合计用时（分钟）', 'Minutes on the pages, together', b.totalMinutes, saves), figure('burden.median', '每件用时，中位（分钟）', 'Minutes for each, median', timed?.median ?? 0, saves), figure('burden.estimated', '发布前估计，页面上（分钟）', 'Minutes on the pages as estimated', b.estimated.onPages, { zh: '按通知的规定估计', en: 'estimated from the notice' }),
      figure('burden.returns', '退回', 'Returns', b.returns, states), figure('burden.files', '收下的文件', 'Files received', f.files.n, files), figure('burden.megabytes', '收下的文件（MB）', 'Files received, MB', Math.round(f.files.bytes / MEGABYTE), files), figure('burden.refused', '核验不过的文件', 'Files refused', b.filesRefused, files), figure('burden.replaced', '换下或删去的文件', 'Files replaced or taken out', b.filesReplaced, files), figure('burden.reminders', '催办信', 'Reminders sent', f.reminders, { zh: '发出的信', en: 'letters sent' }),
      figure('burden.fields', '每件要填的栏目', 'Fields asked of each', f.asked.fields, { zh: '通知的规定', en: 'the notice' }), figure('burden.uploads', '每件最少上传', 'Files asked of each, least', f.asked.uploads, { zh: '通知的规定', en: 'the notice' }), figure('burden.stamps', '每件盖章', 'Seals asked of each', f.asked.stamps, { zh: '通知的规定', en: 'the notice' }),
    ],
    says: [
      { zh: '按通知，每件推荐要填 {burden.fields} 栏，至少上传 {burden.uploads} 份文件，盖章 {burden.stamps} 次。', en: 'By the notice each nomination takes {burden.fields} fields, at least {burden.uploads} files and {burden.stamps} seals.' },
      b.sent === 0 ? { zh: '还没有报送的推荐件，实际负担无从计起。', en: 'Nothing was submitted yet, so no burden was caused that could be counted.' } : timed === null ? { zh: '报送 {burden.sent} 件，没有可计的用时。', en: '{burden.sent} were submitted; no time was counted.' } : { zh: '报送的 {burden.sent} 件在页面上合计用时 {burden.minutes} 分钟，每件中位 {burden.median} 分钟，发布前估计 {burden.estimated} 分钟。', en: 'The {burden.sent} that were submitted took {burden.minutes} minutes on the pages, {burden.median} for each at the median; {burden.estimated} had been estimated.' },
      b.sent === 0 ? null : { zh: '收下文件 {burden.files} 份、{burden.megabytes} MB；退回 {burden.returns} 次，核验不过 {burden.refused} 份，换下或删去 {burden.replaced} 份；发出催办信 {burden.reminders} 封。', en: '{burden.files} files of {burden.megabytes} MB were received; {burden.returns} returns, {burden.refused} files refused, {burden.replaced} replaced or taken out; {burden.reminders} reminders were sent.' },
    ],
    tables: [
      { id: 'asked', title: { zh: '每件推荐要做的事', en: 'What each nomination asks' }, columns: [column('事项', 'What', 40, false), column('数', 'Number')], rows: counts.map((c) => [sayCount[c], f.asked[c]]), from: { zh: '按通知的规定逐条计', en: 'counted rule by rule from the notice' }, note: null, chart: null },
      timed === null ? null : {
        id: 'minutes', title: { zh: '每件在页面上的用时', en: 'Time on the pages' }, columns: [column('用时', 'Time', 40, false), column('件数', 'Nominations')],
        rows: b.bars.map((bar) => [{ zh: bar.to === null ? `${bar.from} 分及以上` : `${bar.from}—${bar.to} 分`, en: bar.to === null ? `${bar.from} min and more` : `${bar.from}–${bar.to} min` }, bar.n]), from: saves, note: { zh: `九成不超过${sayLength(timed.p90).zh}。${howMinutesAreCounted.zh}`, en: `Nine in ten within ${sayLength(timed.p90).en}. ${howMinutesAreCounted.en}` },
        chart: { kind: 'bars', rows: b.bars.map((bar) => ({ name: plain(bar.to === null ? `${bar.from}+` : `${bar.from}–${bar.to}`), n: bar.n })) },
      },
    ],
  }
}
