/** A campaign of a new year from last year's. */
export const renew = {
  'renew.title': '接着本单位的活动',
  'renew.note': '沿用方案和本单位的附件；人选、推荐和材料不带过来',
  'renew.use': '接着办新一年',
  'renew.useName': '接着办新一年：{name}',
  'renew.noneYet': '还没有发布过活动；办过一次，明年从这里接着办。',
  'renew.forwarded': '去年转发自{organisation}。今年上级发布后请转发；现在接着办，上级的规定记为本单位决定。',
  'renew.dates': '日期逐条核对',
  'renew.datesNote': '按去年推到 {year} 年，星期和放假不同，逐条确认',
  'renew.was': '去年 {day}',
  'renew.past': '推到今年已经过去，请另定',
  'renew.confirm': '已核对：{name}',
  'renew.unknown': '{year} 年的放假安排还没有公布，公布后请再看一遍',
  'renew.day': '{name}：日期',
  'renew.dayOf': '{name}：日期 {n}',
  'renew.named': '这 {n} 条写着 {year} 年，请看还对不对',
} as const
