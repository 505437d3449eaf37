/** What nearly every notice asks beside the nomination becomes rules of the kind that can judge or show it; a duty in words is what is left. */
import { expect, test } from 'vitest'
import { prepare } from '../../text/prepare'
import { sentencesOf } from '../../text/sentences'
import { recogniseRules } from './kinds'
import type { Page } from './page'

const page = (text: string): Page => {
  const prepared = prepare(text)
  return { prepared, span: { from: 0, to: prepared.text.length }, sentences: sentencesOf(prepared), title: '示例奖推荐', notDeadlines: [], year: { value: 2026, month: 4, from: 'signature' } }
}
const read = (text: string, kind: string) => recogniseRules(page(text)).filter((f) => f.value.kind === kind).map((f) => f.value)

test.each<[string, string, object[]]>([
  ['云川日报、云川广播电视台设专栏报道先进事迹。', 'publicity', [{ id: 'publicity-press', channels: [{ by: 'press' }, { by: 'broadcast' }] }]],
  ['学会在本领域发布获评者，宣传事迹。', 'publicity', [{ id: 'publicity', channels: [] }]],
  ['利用户外大屏展示。在客户端开设专栏。商业平台播发短视频。', 'publicity', [{ id: 'publicity-screens', channels: [{ by: 'screens' }] }, { id: 'publicity-new-media', channels: [{ by: 'newMedia' }, { by: 'shortVideo' }] }]],
  // With a number it is read once, with the number.
  ['各单位在报刊宣传获评者事迹不少于3篇，广泛宣传事迹。', 'publicity', [{ channels: [{ by: 'press', least: 3 }] }]],
  ['及时报送典型线索，有关情况及时报送省科协宣传部。', 'reportBack', [{ id: 'report-leads', to: { zh: '省科协宣传部', en: '省科协宣传部' } }, { id: 'report-situation', to: { zh: '省科协宣传部', en: '省科协宣传部' } }]],
  ['各单位将推荐材料报送省医学会办公室。照片以U盘随纸质材料报送。', 'dueDate', [{ id: 'due-paper', to: { zh: '省医学会办公室', en: '省医学会办公室' }, day: null, before: { count: 0, days: 'calendar' } }]],
  ['力戒形式主义，减轻基层负担。', 'burden', [{ id: 'burden' }]],
  ['学会成立专门评审委员会进行评审。', 'jury', [{ id: 'jury', body: { zh: '专门成立的评选机构', en: 'a body formed for it' } }]],
  ['从中择优推荐至国家科协参加评选。', 'quota', [{ id: 'quota-upward', role: 'upward', max: null, to: { zh: '国家科协', en: '国家科协' } }]],
  ['省科协择优推荐3人至国家科协。', 'quota', [{ role: 'upward', max: 3 }]],
  ['推荐兼顾不同领域、不同年龄、不同性别的科技工作者。', 'preference', [{ across: ['category', 'age', 'sex'] }]],
  ['向基层一线倾斜。', 'preference', [{ toward: [expect.objectContaining({ name: expect.anything() })] }]],
])('%s', (text, kind, drafts) => expect(read(text, kind)).toEqual(drafts.map((d) => expect.objectContaining(d))))

test('a paper with a day of its own is due on that day and not with the files', () => {
  expect(read('电子版于5月15日前报送，纸质材料于5月20日前报送。以上材料要有纸质版和电子版。', 'dueDate').map((d) => ('day' in d ? d.day : undefined))).toEqual(['2026-05-20'])
})
