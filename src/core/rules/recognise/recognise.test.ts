import { describe, expect, test } from 'vitest'
import { prepare } from '../../text/prepare'
import { sentencesOf } from '../../text/sentences'
import { recogniseAge } from './age'
import { recogniseDeadlines } from './deadline'
import { recogniseExclusions } from './exclusion'
import { recogniseMaterials } from './material'
import type { Page } from './page'
import { recogniseProportions } from './proportion'
import { recognisePublicNotice } from './public-notice'
import { recogniseQuotas } from './quota'
import { recogniseRounds } from './round'

const page = (text: string): Page => {
  const prepared = prepare(text)
  return { prepared, span: { from: 0, to: prepared.text.length }, sentences: sentencesOf(prepared), title: '示例奖推荐', notDeadlines: [], year: { value: 2026, month: 4, from: 'signature' } }
}
const quotas = (text: string): string[] => recogniseQuotas(page(text)).map((f) => `${f.value.who}=${String(f.value.max)}`)
const deadlines = (text: string): string[] => recogniseDeadlines(page(text)).map((f) => `${f.value.what} ${f.value.date}`)
const exclusions = (text: string): string[] => recogniseExclusions(page(text)).map((f) => f.value)
const materials = (text: string): string[] => recogniseMaterials(page(text)).map(({ value: m }) => `${m.kind}:${m.name}×${String(m.copies)}[${m.constraints.join(';')}]`)

describe('quotas', () => {
  test.each([
    ['每个省级学会限推荐候选人1人，高校限推荐两人。', ['每个省级学会=1', '高校=2']],
    ['市科协10名；各县（市、区）科协2名。', ['市科协=10', '各县(市、区)科协=2']],
    ['每个单位不超过3名，其中院士不超过1名。', ['每个单位=3', '其中院士=1']],
    ['个人20名，至少2名在西部；团队5个。', ['个人=20', '团队=5']],
    ['各学院推荐１—２名。', ['各学院=2']],
    ['作品项每类不超过1个，总数不多于2个。', ['作品项每类=1', '作品项总数=2']],
    ['优秀党员10名（教工4、学生6）。', ['优秀党员=10', '教工=4', '学生=6']],
    ['各单位推荐1个集体（个人）。', ['各单位(集体或个人)=1']],
  ])('%s', (text, expected) => { expect(quotas(text)).toEqual(expected) })
  test.each(['评审委员会由15人组成。', '座谈会由2名同事参加。', '公示5个工作日。', '近年来共有300余名科技工作者获得表彰。'])('no quota: %s', (text) => { expect(quotas(text)).toEqual([]) })
})

describe('deadlines', () => {
  test.each([
    ['请于6月12日前将推荐材料报送至省科协示例部。', ['推荐材料报送省科协示例部 2026-06-12']],
    ['推荐截止时间为2026年5月31日17：00。', ['推荐截止 2026-05-31T17:00']],
    ['公示期为2026年5月6日至5月10日。', ['公示开始 2026-05-06', '公示截止 2026-05-10']],
    ['电子版于5月9日前发至邮箱，纸质版5月15日前报送。', ['电子版发邮箱 2026-05-09', '纸质版报送 2026-05-15']],
    ['自即日起至6月30日止，接受社会推荐。', ['接受社会推荐截止 2026-06-30']],
  ])('%s', (text, expected) => { expect(deadlines(text)).toEqual(expected) })
  test.each(['1985年1月1日以后出生。', '根据2026年3月1日印发的通知。', '2026年4月，示例学会印发了通知。'])('no deadline: %s', (text) => { expect(deadlines(text)).toEqual([]) })
  test('whether the day itself counts is asked, not guessed', () => {
    expect(recogniseDeadlines(page('请于5月23日前报送。'))[0]?.doubts?.map((d) => d.readings)).toEqual([['2026-05-23T24:00', '2026-05-23T00:00']])
  })
  test('digits whose separator is lost are asked', () => {
    expect(recogniseDeadlines(page('于322日前报送材料。'))[0]?.doubts?.[0]?.readings).toEqual(['2026-03-22'])
  })
  test('a month before the signing month lies in the next year', () => {
    const late = { ...page('1月9日前报送。'), year: { value: 2026, month: 12, from: 'signature' as const } }
    expect(recogniseDeadlines(late)[0]?.value.date).toBe('2027-01-09')
  })
})

describe('exclusions', () => {
  test.each([
    ['不包括现役军人、公务员和参公机关现任厅局级以上行政职务者。', ['现役军人', '公务员', '参公机关现任厅局级以上行政职务者']],
    ['往届获奖者原则上不再推荐。', ['往届获奖者(原则上)']],
    ['两次未获奖后3年不受理。', ['两次未获奖者(3年内)']],
    ['不接受个人申报。', ['个人申报']],
    ['有下列情形之一的，不得推荐：受过刑事处罚的；正在接受审查的。', ['受过刑事处罚者', '正在接受审查者']],
  ])('%s', (text, expected) => { expect(exclusions(text)).toEqual(expected) })
  test('逾期不予受理 excludes nobody', () => { expect(exclusions('逾期不予受理。')).toEqual([]) })
  test('which civil servants are meant is asked', () => {
    expect(recogniseExclusions(page('不包括公务员和参照公务员法管理的机关现任司局级以上者。'))[0]?.doubts?.[0]?.readings).toEqual(['所有公务员', '该级别以上的公务员'])
  })
})

describe('materials', () => {
  test('names, copies and what each must be like', () => {
    expect(materials('申报材料：《示例奖推荐表》一式3份，A4纸正反打印，加盖单位公章；事迹材料1份，2000字以内；近期2寸免冠照片2张（白底）；视频不超过3分钟，MP4格式。')).toEqual([
      'form:示例奖推荐表×3[A4纸正反打印;加盖单位公章]', 'report:事迹材料×1[≤2000字]', 'photoPortrait:近期2寸免冠照片×null[2张;白底]', 'video:视频×null[≤3分钟]'])
  })
  test('各N份 counts for all of the list', () => {
    expect(materials('提交候选人汇总表、活动开展情况表各2份。')).toEqual(['summarySheet:候选人汇总表×2[]', 'report:活动开展情况表×2[]'])
  })
  test('a thing named twice is one thing', () => {
    expect(materials('材料包括：《示例推荐表》。同时报送与电子版一致的《示例推荐表》纸质材料2份。')).toEqual(['form:示例推荐表×2[纸质与电子版一致]'])
  })
  test('a lost dash between numbers of photos is restored and asked', () => {
    const [m] = recogniseMaterials(page('材料：工作照35张。'))
    expect([m?.value.constraints, m?.doubts?.[0]?.readings]).toEqual([['3-5张'], ['3-5张', '35张']])
  })
  test('publicity asks for no material', () => { expect(materials('五、宣传\n各媒体播发先进事迹短视频。')).toEqual([]) })
})

describe('other rules', () => {
  test('ages by sex with the day of birth', () => {
    expect(recogniseAge(page('男性不超过40周岁（1986年1月1日及以后出生），女性不超过45周岁（1981年1月1日以后出生）。'))?.value).toEqual({ max: 40, bornOnOrAfter: '1986-01-01', femaleMax: 45, femaleBornAfter: '1981-01-01' })
  })
  test('shares with bound and strength', () => {
    expect(recogniseProportions(page('院士比例原则上不超过20%，45岁以下青年不少于百分之三十。')).map((f) => f.value)).toEqual([{ what: '院士(原则上)', bound: 'max', percent: 20 }, { what: '45岁以下青年', bound: 'min', percent: 30 }])
  })
  test.each([['公示5个工作日。', 5], ['公示一周。', 7], ['自公布之日起15天内为异议期。', 15]])('%s', (text, days) => { expect(recognisePublicNotice(page(text))?.value.days).toBe(days) })
  test('a range of dates alone names no length', () => { expect(recognisePublicNotice(page('公示期为5月6日至5月10日。'))).toBeUndefined() })
  test('steps in order', () => {
    expect(recogniseRounds(page('评审程序：形式审查、函评、会评、公示。')).map((f) => f.value)).toEqual(['形式审查', '函评', '会评', '公示'])
  })
})
