/** Texts in the shapes that pages and letters leave them in: no title, a catalogue above it, a table cell by cell, who signs right below the list. */
import { expect, test } from 'vitest'
import { readNotice } from '#core/notice/read-notice'

const facts = (text: string) => readNotice(text).facts

test('a text that begins with those it is sent to has no title; its campaign is named by its opening', () => {
  const f = facts('各分会：\n为表扬先进，现启动2024年度示例十佳护士评选工作，请各分会认真组织。\n请于2024年5月8日前把推荐表报送学会秘书处。\n示例护理学会\n2024年4月1日')
  expect([f.title, f.campaignName, f.issuer, f.deadlines.map((d) => d.date)]).toEqual([null, '2024年度示例十佳护士', '示例护理学会', ['2024-05-08']])
})

test('what a page’s catalogue says above a text is no text of its own', () => {
  const f = facts('索引号：示例-1\n发文机关：群团组织 成文日期：2024年01月07日\n标题：关于推荐示例“最美家庭”的通知\n发文字号：\n\n关于推荐示例“最美家庭”的通知\n\n各乡镇妇联：\n各乡镇妇联限报3户。纸质版材料于2024年1月15日前送至县妇联办公室。\n联系人：马某某 联系电话：0000-0000000\n\n示例县妇女联合会\n2024年1月7日')
  expect([f.title, f.issuer, f.quota, f.contacts]).toEqual(['关于推荐示例“最美家庭”的通知', '示例县妇女联合会', [{ who: '各乡镇妇联', max: 3 }], 1])
})

test('cells below each other are a table again: 各 and 每会 belong to the number', () => {
  const f = facts('关于选树示例工匠的通知\n各工会：\n各单位上报的人数不得突破下表：\n单位\n名额（人）\n城关街道总工会\n3\n其余乡镇工会\n各1\n直属基层工会\n每会2\n请于2024年7月21日前报送推荐表。\n示例县总工会\n2024年6月28日')
  expect(f.quota).toEqual([{ who: '城关街道总工会', max: 3 }, { who: '其余乡镇工会', max: 1 }, { who: '直属基层工会', max: 2 }])
  expect(f.exclusions).toEqual([])
})

test('a number under a table’s head without rows is still the page’s own', () => {
  expect(facts('关于推荐示例之星的通知\n各单位限报2人。\n- 1 -\n3\n请于2024年7月1日前报送。').quota).toEqual([{ who: '各单位', max: 2 }])
})

test('who signs stands below the last attachment and is no part of its name', () => {
  const f = facts('关于评选示例三好学生的通知\n各学院：\n学生请于2024年4月28日前提出申请，并填好示例学院三好学生、优秀学生干部审批表，由所在班级评议后交学院学生工作领导小组审核。\n附件：1.示例学院2024届毕业生三好学生、优秀学生干部名额分配表\n2.示例学院2024届毕业生三好学生、优秀学生干部汇总表\n学生工作处\n2024年4月17日')
  expect([f.issuer, f.attachments.at(-1)]).toEqual(['学生工作处', '示例学院2024届毕业生三好学生、优秀学生干部汇总表'])
})

test('people with their numbers, one a line below their offices, are all told', () => {
  expect(facts('关于评选示例之星的通知\n各单位限报1人。\n联系人信息：\n行业发展部：\n谢某某 010-00000001\n信息统计部：\n谷某某 010-00000002\n段某某 010-00000003\n示例分会\n2024年9月10日').contacts).toBe(3)
  expect(facts('关于评选示例之星的通知\n各单位限报1人。\n联系人：生产保护部田某、罗某 电话：0000-0000000').contacts).toBe(2)
})

test.each([
  ['每个推荐单位原则上推荐2篇论文，最多不得超过4篇。', [{ who: '每个推荐单位', max: 4 }]],
  ['每个社区最多报四人，物业企业一家一人。', [{ who: '每个社区', max: 4 }, { who: '物业企业一家', max: 1 }]],
])('of %s', (sentence, quota) => {
  expect(facts(`关于推荐示例之星的通知\n${sentence}\n请于2024年7月1日前报送。`).quota).toEqual(quota)
})

test.each([
  ['属于以下情况的，请不要推荐：近三年内事故的直接责任人；列入失信名单的。', ['近三年内事故的直接责任人', '列入失信名单者']],
  ['在编的工作人员就不参加了。', ['在编的工作人员']],
])('%s leaves out', (sentence, left) => {
  expect(facts(`关于推荐示例之星的通知\n${sentence}`).exclusions).toEqual(left)
})

test.each([
  ['依照《示例学院奖励条例（修订稿）》，现开展评选。', ['示例学院奖励条例（修订稿）']],
  ['根据《中共示例县委办公室印发〈关于加强队伍建设的意见〉的通知》（示办发〔2022〕31号），开展选树。', ['中共示例县委办公室印发〈关于加强队伍建设的意见〉的通知(示办发〔2022〕31号)']],
])('%s rests on', (sentence, basis) => {
  expect(facts(`关于评选示例之星的通知\n各单位：\n${sentence}`).basis).toEqual(basis)
})

test.each([['实操展示定在8月中旬。', '2024-08-20'], ['函评改在9月中旬进行。', '2024-09-20'], ['表彰放在2024年12月上旬的工作会上。', '2024-12-10'], ['学生在2024年6月24日至6月28日之间提出申请。', '2024-06-28']])('%s is on the calendar', (sentence, date) => {
  expect(facts(`关于评选示例之星的通知\n各单位：\n${sentence}\n示例协会\n2024年6月1日`).deadlines.map((d) => d.date)).toEqual([date])
})

test('a table with a column for each honour, a cell a line, says how many each unit has of each', () => {
  const f = facts('关于评选2012年度示例县优秀教师的通知\n各中心校：\n各单位名额如下：\n单位\n优秀教师\n优秀班主任\n城关中心校\n12\n6\n柳河中心校\n9\n4\n其余中心校\n5\n2\n请于2012年8月24日前报送。')
  expect(f.quota).toEqual(['城关中心校(优秀教师) 12', '城关中心校(优秀班主任) 6', '柳河中心校(优秀教师) 9', '柳河中心校(优秀班主任) 4', '其余中心校(优秀教师) 5', '其余中心校(优秀班主任) 2'].map((row) => ({ who: row.split(' ')[0], max: Number(row.split(' ')[1]) })))
})

test.each([
  ['总院：医生、护士各6名', [{ who: '总院(医生)', max: 6 }, { who: '总院(护士)', max: 6 }]],
  ['赴外援助医疗队可另推3名，不占所在单位名额。', [{ who: '赴外援助医疗队', max: 3 }]],
  ['本届获奖者不超过5名；另设提名奖，名额不超过4名。', [{ who: '本届获奖者', max: 5 }, { who: '提名奖', max: 4 }]],
  ['每省须至少推荐1名一线保管员。', []],
])('under 推荐名额, %s', (sentence, quota) => {
  expect(facts(`关于推荐示例之星的通知\n一、推荐名额\n${sentence}\n二、其他\n请于2024年7月1日前报送。`).quota).toEqual(quota)
})

test.each([
  ['同一候选人不得通过多个渠道提名；材料涉密的候选人不予提名。', ['同一候选人通过多个渠道提名', '材料涉密的候选人']],
  ['本届拟表彰一批工匠（往届“示例工匠”不重复推荐）。', ['往届“示例工匠”']],
  ['公示有异议尚未查实的，暂缓推荐。', ['公示有异议尚未查实者']],
  ['非学术性报刊上的报道，不作为证明材料。', []],
])('%s leaves out', (sentence, left) => {
  expect(facts(`关于推荐示例之星的通知\n各单位：\n${sentence}`).exclusions).toEqual(left)
})

test.each([['联系方式\n学会科普部 陆某 010-00000000；韦某某 010-00000001', 2], ['联系人：郝某，电话 8000（内线）；传真 8001；褚某某，电话 8002。', 2], ['联系人：人事股  宋某某    电话：0000000', 1]])('%s: who can be asked', (said, count) => {
  expect(facts(`关于推荐示例之星的通知\n各单位限报1人。\n${said}\n示例协会\n2024年6月1日`).contacts).toBe(count)
})

test('a row of figures is a row, with a dash where there is none; cells keep apart behind brackets', () => {
  const f = facts('关于推荐示例之星的通知\n各党支部：\n二、推荐名额\n党支部 最美医生(名)   最美护士(名) 最美医技人(名)\n内科一支部 2 3 —\n医技支部 — — 5\n请于2024年7月1日前报送。')
  expect(f.quota).toEqual([{ who: '内科一支部(最美医生(名))', max: 2 }, { who: '内科一支部(最美护士(名))', max: 3 }, { who: '医技支部(最美医技人(名))', max: 5 }])
})

test.each([['3.2月24日(周五)下班前把材料报到街道妇联。', ['2024-02-24']], ['5.3月1日至3日在街道公众号公示。', ['2024-03-01', '2024-03-03']], ['材料2月24日前报送，网上填报通道同日18点关闭。', ['2024-02-24', '2024-02-24T18:00']]])('%s: an item’s number is no part of its date', (sentence, dates) => {
  expect(facts(`关于评选示例之星的通知\n各单位：\n${sentence}\n示例协会\n2024年2月3日`).deadlines.map((d) => d.date)).toEqual(dates)
})
