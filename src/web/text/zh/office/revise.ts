/** Changing a draft before it opens. */
export const revise = {
  'revise.title': '修改草稿',
  'revise.act': '保存草稿',
  'revise.say': '保存后仍是草稿，各单位看不到；台账记一笔。',
  'revise.unchanged': '没有改动',
  'revise.done': '草稿已改好',
  'revise.newest': '看最新内容',
  'revise.open': '活动已经发布，草稿已成方案',
  'revise.openFact': '要推迟截止，由两人办理延长；其他改动在“修订”页提请。',
  'revise.toDeadline': '去延长截止',
} as const
