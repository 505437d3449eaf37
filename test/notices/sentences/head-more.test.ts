import { describe, expect, test } from 'vitest'
import { readNotice } from '#core/notice/read-notice'
import { ages, noticeDays, shares } from './page'

const read = (text: string) => readNotice(text).facts
const body = '各有关单位：\n现将有关事项通知如下。\n一、名额\n每个单位限推荐1名。\n'

describe('who issues, who hosts, what it is called', () => {
  test.each([
    ['共青团云川省委 云川省青年联合会\n\n关于评选示例奖的通知', '共青团云川省委', '共青团云川省委、云川省青年联合会'],
    ['云川省总工会关于评选示例奖的通知', '云川省总工会办公室', '云川省总工会办公室'],
    ['云川省总工会关于评选示例奖的通知', '云川省总工会', '云川省总工会'],
    ['关于评选示例奖的通知', '人事处 教师工作部', '人事处、教师工作部'],
  ])('%s, signed %s', (head, signed, issuer) => { expect(read(`${head}\n${body}${signed}\n2026年5月6日`).issuer).toBe(issuer) })
  test.each([
    ['关于申报2026年度“示例奖”的通知——云川省示例协会', '2026年度“示例奖”'],
    ['关于第三届“云川优秀科技工作者”拟表彰人选的公示', '第三届“云川优秀科技工作者”'],
    ['关于调整第十三届云川省青年科技奖推荐工作时间安排的通知', '第十三届云川省青年科技奖'],
  ])('the campaign of %s', (title, name) => { expect(read(`title: ${title}\n${body}`).campaignName).toBe(name) })
  test.each([
    ['“示例奖”由云川省示例协会设立，每年评选一次。', ['云川省示例协会']],
    ['经报请批准，国家示例委员会决定，组织开展先进集体评选表彰。', ['国家示例委员会']],
    ['评审领导小组会议在征求区纪委监委意见的基础上，研究确定拟表彰人选15名。', []],
  ])('hosts: %s', (text, hosts) => { expect(read(`关于推荐示例奖的通知\n各单位：\n${text}\n${body}`).hosts).toEqual(hosts) })
  test('a notice that another one changes is a text it rests on', () => { expect(read('关于调整示例奖推荐时间的通知\n各单位：\n原通知（云科示发〔2019〕66号）中与本通知不符的，以本通知为准。').basis).toEqual(['云科示发〔2019〕66号']) })
  test('the persons of an attached list are no attachments', () => { expect(read('关于示例奖人选的公示\n现将名单予以公示。\n附：示例奖拟表彰人选名单\n\n1. 万某 云川示例站\n2. 方某某 云川示例医院\n').attachments).toEqual(['示例奖拟表彰人选名单']) })
})

describe('who can be asked', () => {
  test.each([
    ['受理电话：区科协办公室 000-8877665；派驻纪检监察组 000-8877666', 2],
    ['有不明白的请打院工会张老师电话，内线 2210。', 1],
    ['联系方式：示例委员会办公室综合处，联系人冯某某、沈某，电话000-6677889。', 2],
    ['联系人：温某某（组织部） 李某（青联秘书处）\n联系电话：000-1010101', 2],
  ])('%s', (text, count) => { expect(read(`关于推荐示例奖的通知\n${body}${text}\n`).contacts).toBe(count) })
})

describe('ages, shares and days of a notice', () => {
  test.each([
    ['年龄要求在五十五周岁以下（即一九六八年九月一日以后出生）。', { max: 55, bornAfter: '1968-09-01' }],
    ['年龄在40周岁以下（1984年5月4日至2010年5月4日期间出生）。', { max: 40, bornOnOrAfter: '1984-05-04' }],
    ['须在1987年12月31日以后出生（年龄36周岁以下）。', { max: 36, bornAfter: '1987-12-31' }],
    ['年龄计算时间不变，仍为“1980年1月1日（含）以后出生”。', { bornOnOrAfter: '1980-01-01' }],
  ])('%s', (text, age) => { expect(ages(text)).toEqual(age) })
  test('a share holds for the kind told at the head of its sentence', () => { expect(shares('先进个人中，来自基层的比例不得低于60％，一线人员不少于50％；处级干部控制在10％以内。先进集体中，机关的比例不得超过15％。')).toBe('先进个人中来自基层 min 60 | 先进个人中一线人员 min 50 | 先进个人中处级干部 max 10 | 先进集体中机关 max 15') })
  test('working days in brackets behind the days', () => { expect(noticeDays('公示时间为2026年10月8日至10月12日17:00（5个工作日；8日、9日为调休上班）。')).toBe(5) })
})
