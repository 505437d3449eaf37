/** Rules in sentences and the definition they come from. */
export const definition = {
  'rules.count': '{n} 条',
  'rules.open': '留待本单位决定',
  'rules.openNone': '没有留待决定的',
  'definition.title': '活动方案',
  'definition.note': '发布后由两人修订；每一条都注明依据',
  'definition.chain': '自上而下',
  'definition.hash': '方案校验码',
  'definition.notice': '通知',
  'definition.hosts': '主办单位',
  'definition.number': '文号',
  'definition.date': '日期',
  'definition.notStated': '未载明',
  'definition.officialPdf': '公文（PDF）',
  'definition.officialWord': '公文（Word）',
} as const
