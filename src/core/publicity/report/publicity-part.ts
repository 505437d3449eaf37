/** 五、宣传 and 六、学习宣传活动. */
import type { Words } from '../../kernel/finding'
import { activityForms, formNames } from '../activities/activity'
import { isSame, wholeOf } from '../activities/totals'
import type { ReportFacts } from './facts'
import { sum } from './participation'
import { plain, type Draft, type Figure, type ReportTable } from './report'

const column = (zh: string, en: string, width = 14, numeric = true) => ({ name: { zh, en }, width, numeric })
const figure = (key: string, zh: string, en: string, value: number, from: Words): Figure => ({ key, name: { zh, en }, value, from })

const mediaTable = ({ media }: ReportFacts): ReportTable | null => (media === null || media.channels.length === 0 ? null : {
  id: 'media', title: { zh: '刊播情况', en: 'Placements' }, columns: [column('渠道', 'Channel', 30, false), column('计划', 'Planned'), column('已刊播', 'Placed'), column('覆盖人次', 'Reach')],
  rows: media.channels.map((c) => [c.name, c.planned, c.placed, c.reach ?? plain('—')]), from: { zh: '宣传计划', en: 'media plan' }, note: null, chart: { kind: 'bars', rows: media.channels.map((c) => ({ name: c.name, n: c.placed, of: c.planned })) },
})

export const publicityPart = (f: ReportFacts): Draft => {
  const stories: Words = { zh: '人物故事的发布记录', en: 'records of stories' }
  const posters: Words = { zh: '海报的制作记录', en: 'records of posters' }
  const media: Words = { zh: '宣传计划', en: 'media plan' }
  const channels = f.media?.channels ?? []
  return {
    id: 'publicity', title: { zh: '集中宣传', en: 'Publicity' },
    figures: [
      figure('stories', '已发布的人物故事', 'Stories published', f.stories.out, stories), figure('stories.making', '准备中的人物故事', 'Stories in the making', f.stories.making, stories), figure('stories.withdrawn', '撤回的人物故事', 'Stories withdrawn', f.stories.withdrawn, stories),
      figure('posters', '可用的海报', 'Posters that may be used', f.posters.out, posters), figure('posters.people', '海报涉及人选', 'Persons on posters', f.posters.people, posters), figure('posters.sizes', '海报尺寸', 'Sizes of posters', f.posters.sizes, posters), figure('posters.withdrawn', '撤回的海报', 'Posters withdrawn', f.posters.withdrawn, posters),
      figure('certificates', '有效的证书编号', 'Certificates that stand', f.honours.standing, { zh: '荣誉名册', en: 'register of honours' }),
      ...(f.media === null ? [] : [figure('media.planned', '计划刊播', 'Placements planned', sum(channels, (c) => c.planned), media), figure('media.placed', '已刊播', 'Placed', sum(channels, (c) => c.placed), media)]),
    ],
    says: [
      f.stories.out + f.stories.making + f.stories.withdrawn === 0 ? { zh: '没有编写人物故事。', en: 'No story was written.' } : { zh: '现有已发布的人物故事 {stories} 篇，准备中 {stories.making} 篇，撤回 {stories.withdrawn} 篇。', en: '{stories} stories are published, {stories.making} in the making, {stories.withdrawn} withdrawn.' },
      f.posters.out + f.posters.withdrawn === 0 ? { zh: '没有制作海报。', en: 'No poster was made.' } : { zh: '现有可用海报 {posters} 张，涉及 {posters.people} 名、{posters.sizes} 种尺寸；撤回 {posters.withdrawn} 张。', en: '{posters} posters of {posters.people} persons in {posters.sizes} sizes may be used; {posters.withdrawn} were withdrawn.' },
      f.honours.standing === 0 ? null : { zh: '有效证书编号 {certificates} 个。', en: '{certificates} certificates stand.' },
      f.media === null || channels.length === 0 ? { zh: '没有登记媒体刊播。', en: 'No placements were entered.' } : { zh: '计划刊播 {media.planned} 次，已刊播 {media.placed} 次。', en: '{media.planned} placements were planned and {media.placed} made.' },
    ],
    tables: [
      f.stories.out + f.posters.out + f.honours.standing === 0 ? null : {
        id: 'made', title: { zh: '宣传产品', en: 'What was made' }, columns: [column('产品', 'What', 30, false), column('现有', 'Now'), column('撤回', 'Withdrawn')],
        rows: [[{ zh: '人物故事（篇）', en: 'Stories' }, f.stories.out, f.stories.withdrawn], [{ zh: '海报（张）', en: 'Posters' }, f.posters.out, f.posters.withdrawn], [{ zh: '证书编号（个）', en: 'Certificates' }, f.honours.standing, f.honours.given - f.honours.standing]],
        from: { zh: '故事、海报的记录和荣誉名册', en: 'records of stories and posters, register of honours' }, note: null, chart: { kind: 'bars', rows: [{ name: { zh: '人物故事（篇）', en: 'Stories' }, n: f.stories.out }, { name: { zh: '海报（张）', en: 'Posters' }, n: f.posters.out }, { name: { zh: '证书编号（个）', en: 'Certificates' }, n: f.honours.standing }] },
      },
      mediaTable(f),
    ],
  }
}

export const activitiesPart = (f: ReportFacts): Draft => {
  const { sheet, counted } = f.activities
  const whole = wholeOf(sheet.total)
  const from: Words = isSame(sheet.total, counted) ? { zh: '开展情况汇总表，与逐次相加一致', en: 'activity report sheet; the same when every single one is added up' } : { zh: '开展情况汇总表；与逐次相加不一致，请先核对', en: 'activity report sheet; it differs from the single ones added up: check first' }
  const used = activityForms.flatMap((form) => { const s = sheet.total[form]; return s === undefined || s.times === 0 ? [] : [{ form, ...s }] })
  return {
    id: 'activities', title: { zh: '学习宣传活动', en: 'Learning activities' },
    figures: [
      figure('activities', '学习宣传活动（含各级）', 'Activities, all levels', whole.times, from), figure('activities.people', '参加人数', 'People', whole.people, from), figure('activities.links', '报道篇次', 'Reports', whole.links, from),
      figure('activities.units', '本级记过活动的单位', 'Units of this level that recorded any', sheet.rows.filter((r) => r.kind === 'unit').length, from), figure('activities.levels', '有活动的下级', 'Levels below with any', sheet.rows.filter((r) => r.kind === 'level').length, from), figure('activities.released', '公开的活动', 'Activities on the public page', f.activities.released, { zh: '本级放行的记录', en: 'releases of this level' }),
    ],
    says: [
      whole.times === 0 ? { zh: '还没有记录学习宣传活动。', en: 'No activity has been recorded.' } : { zh: '各级开展学习宣传活动 {activities} 场，参加 {activities.people} 人次，报道 {activities.links} 篇次；本级 {activities.units} 个单位有记录，下级汇总 {activities.levels} 个。', en: '{activities} activities were held at all levels, with {activities.people} people and {activities.links} reports; {activities.units} units of this level recorded some, and {activities.levels} levels below sent their sums.' },
      whole.times === 0 ? null : { zh: '其中在公开页上的 {activities.released} 场。场次不作为评比依据。', en: '{activities.released} of them are on the public page. Nobody is ranked by number.' },
    ],
    tables: [used.length === 0 ? null : {
      id: 'byForm', title: { zh: '分形式', en: 'By form' }, columns: [column('形式', 'Form', 30, false), column('场次', 'Times'), column('参加人数', 'People'), column('报道篇次', 'Reports')],
      rows: [...used.map((u) => [formNames[u.form], u.times, u.people, u.links]), [{ zh: '合计', en: 'Together' }, whole.times, whole.people, whole.links]], from, note: { zh: '展览、线上宣传不计人数。', en: 'Exhibitions and online publicity count no people.' }, chart: { kind: 'bars', rows: used.map((u) => ({ name: formNames[u.form], n: u.times })) },
    }],
  }
}
