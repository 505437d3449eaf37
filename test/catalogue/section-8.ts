/** Section 8 of the catalogue: 宣传, 情况报送, 减负. */
import { pdf } from './files'
import type { Row, Section } from './row'

const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`)
const text = { zh: '集中宣传获评者', en: 'The honoured are made known' }
const sheet = { zh: '活动开展情况', en: 'how the campaign went' }
const province = { zh: '省科协', en: 'the province’s association' }

const rows: Row[] = [
  {
    row: 'publicity duties', kind: 'publicity', rule: { text, channels: [{ by: 'press', least: 3 }, { by: 'screens' }], on: '2026-05-30' },
    passes: { published: { press: 3, screens: 1 }, done: { rule: '2026-05-30' } }, fails: { of: { published: { press: 2, screens: 1 }, done: { rule: null }, now: noon('2026-05-31') }, codes: ['publicity.tooFew', 'publicity.late'] },
    tighter: { channels: [{ by: 'press', least: 5 }, { by: 'screens' }, { by: 'posters' }] }, looser: { change: { channels: [{ by: 'press', least: 1 }], on: undefined }, aspects: ['channels', 'least.press', 'on'] },
    says: { zh: '集中宣传获评者（报刊不少于 3 次、电子屏），2026年5月30日', en: 'The honoured are made known (press, 3 at least; screens) on 30 May 2026' },
    recognised: { text: '各单位要在报刊宣传获评者事迹不少于3篇，利用户外大屏展播海报。', draft: { channels: [{ by: 'press', least: 3 }, { by: 'screens' }, { by: 'posters' }] } },
  },
  {
    row: 'learning activities reported back', kind: 'reportBack', rule: { what: sheet, to: province, by: '2026-05-23', withNomination: true, material: 'activity-report' },
    passes: { files: [pdf('情况表.pdf', 'activity-report')], done: { rule: '2026-05-23' } }, fails: { of: { files: [], done: { rule: null }, now: noon('2026-05-24') }, codes: ['reportBack.missing', 'reportBack.late'] },
    tighter: { by: '2026-05-20' }, looser: { change: { by: undefined, withNomination: undefined, material: undefined }, aspects: ['by', 'withNomination', 'material'] },
    says: { zh: '随推荐材料2026年5月23日前将活动开展情况报省科协', en: 'how the campaign went is reported to the province’s association by 23 May 2026, with the nomination' },
    recognised: { text: '学习宣传活动开展情况表随推荐材料一并报送省科协。', draft: { what: { zh: '学习宣传活动开展情况表', en: '学习宣传活动开展情况表' }, to: { zh: '省科协', en: '省科协' }, withNomination: true } },
  },
  {
    row: 'burden clause', kind: 'burden', rule: { text: { zh: '力戒形式主义，减轻基层负担', en: 'no formalism, little burden' }, heldWith: { zh: '最美教师推选', en: 'the selection of teachers' }, paperCopies: 0 },
    passes: { asked: { uploads: 5, paperCopies: 0, fee: false } }, fails: { of: { asked: { uploads: 5, paperCopies: 2, fee: false } }, codes: ['burden.paper'] },
    tighter: { uploads: 5 }, looser: { change: { paperCopies: 2 }, aspects: ['paperCopies'] },
    says: { zh: '力戒形式主义，减轻基层负担，与最美教师推选合并开展，不要纸质材料', en: 'no formalism, little burden; held together with the selection of teachers; no paper is asked' },
    recognised: { text: '为减轻基层负担，不再报送纸质材料。', draft: { paperCopies: 0 } },
  },
  {
    row: 'duties in words alone', kind: 'duty', rule: { subject: 'principle', text: { zh: '坚持公开、公正、公平', en: 'Open, just and fair' }, owedTo: province },
    passes: { done: { rule: '2026-05-01' } }, fails: { of: { done: { rule: null } }, codes: ['duty.owed'] },
    tighter: { strength: 'block' }, looser: { change: { strength: 'note' }, aspects: ['strength'] },
    says: { zh: '坚持公开、公正、公平（报省科协）', en: 'Open, just and fair (owed to the province’s association)' },
    recognised: { text: '评选坚持公开、公正、公平。', draft: { id: 'duty-fairness', subject: 'principle' } },
  },
]

export const section: Section = {
  title: '8 Publicity, reporting, burden 宣传、报送、减负', rows,
  // The table's three rows, and what of them is words alone.
  names: ['publicity duties', 'learning activities reported back', 'burden clause', 'duties in words alone'],
}
