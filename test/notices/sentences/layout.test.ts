import { describe, expect, test } from 'vitest'
import { readNotice } from '#core/notice/read-notice'
import { deadlines, exclusions, materials, noticeDays, quotas, rounds } from './page'

const read = (text: string) => readNotice(text).facts

describe('how a page is laid out', () => {
  test('offices above the title and below the last line of contacts', () => {
    const f = read('示例县委宣传部  示例县文明办  示例县妇联\n关于开展“好儿媳”评选活动的通知\n各乡镇：\n现通知如下。\n一、名额\n每个乡镇限推荐1名。\n联系电话：0000-1112223（方老师）\n护理部 院团委\n2025年3月25日\n')
    expect([f.title, f.issuer]).toEqual(['关于开展“好儿媳”评选活动的通知', '示例县委宣传部、示例县文明办、示例县妇联'])
    expect(read('示例医院“护理新星”评选方案\n每科推荐1人。\n联系电话：0000-1112223（方老师）\n护理部 院团委\n2025年3月25日\n').issuer).toBe('护理部、院团委')
  })
  test('a signature far to the right is no end of the list of attachments', () => {
    expect(read('关于评选示例奖的通知\n各分工会：\n　　现通知如下。\n　　附件：1. 评选登记表 2. 推荐汇总表\n　　　　　　　　　　　　　　　云川省示例学院工会委员会\n　　　　　　　　　　　　　　　　2023年11月13日').attachments).toEqual(['评选登记表', '推荐汇总表'])
  })
  test('framed headings with their text right behind', () => {
    const text = '【评选名额】“金牌班组长”20名，“银牌班组长”30名。\n推荐名额：\n热电公司 4\n化工公司 6\n其他单位 各1\n【报送材料】推荐表1份（盖公章）、工作照2张。3月31日17时前发至集团工会邮箱。'
    expect([quotas(text), materials(text), deadlines(text)]).toEqual(['“金牌班组长”=20 | “银牌班组长”=30 | 热电公司=4 | 化工公司=6 | 其他单位=1', 'form 推荐表 ×1 [盖公章] | photoLife 工作照 [2张]', '发集团工会邮箱 2026-03-31T17:00'])
  })
  test.each([
    ['三、时间安排\n4月1日—10日：科室推荐。\n4月11日—15日：护理部资格审核。\n4月20日至25日：微信公众号投票（占30%）。\n4月28日：评审委员会综合评定。\n5月6日—8日：公示。', '科室推荐 > 护理部资格审核 > 微信公众号投票 > 评审委员会综合评定 > 公示'],
    ['三、方法步骤\n1.推荐申报阶段（3月1日—4月10日）。采取村民评议、村（社区）推荐、乡镇审核的方式逐级产生推荐人选，并在村务公开栏公示不少于3天。', '村民评议 > 村(社区)推荐 > 乡镇审核 > 村务公开栏公示'],
    ['评奖结果已经协会第四届理事会第六次会议审议通过，现予公示。', '协会第四届理事会第六次会议审议通过 > 公示'],
    ['科研院将组织校学术委员会评审，评审结果公示三天后上报。', '校学术委员会评审 > 公示'],
  ])('steps of %s', (text, expected) => { expect(rounds(text)).toBe(expected) })
  test('what is in a bundle, and what is only spoken of', () => {
    expect(materials('请于9月15日前将推荐材料（推荐表3份、附件材料1套）送科研院。')).toBe('form 推荐表 ×3 | evidence 附件材料 ×1')
    expect(materials('12月15日公布结果并在年终总结会上表彰。')).toBe('')
    expect(quotas('按会员人数的8%评选，不足1人的按1人推荐，全院共评选60名。')).toBe('全院共=60')
    expect(noticeDays('5月6日—8日：公示。')).toBeUndefined()
    expect(exclusions('连续三年获评者本年度不再推荐。')).toBe('连续三年获评者')
  })
  test.each([
    ['提名系统关闭时间由4月30日17:00延长至5月15日17:00；提名书寄送截止时间相应延至5月20日。', '提名系统关闭 2026-05-15T17:00 | 提名书寄送截止 2026-05-20'],
    ['形式审查结果于5月30日前通过系统反馈。', '形式审查结果反馈 2026-05-30'],
    ['五一前夕表彰奖励。', '表彰奖励 2026-05-01'],
  ])('%s', (text, expected) => { expect(deadlines(text)).toBe(expected) })
})
