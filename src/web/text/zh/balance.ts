/** 结构比例 in the plan of a round. */
export const balance = {
  'title': '结构比例', 'note': '封票后与结果并列显示，并算出差多少、换谁最少；系统不替换任何人。没有要求的不填。', 'add': '加一条结构比例', 'remove': '去掉这一条', 'line': '第 {n} 条结构比例',
  'who': '哪些人', 'who.female': '女性', 'who.male': '男性', 'who.bornAfter': '年轻的（按出生日期）', 'who.category': '某一类别', 'born': '这一天及以后出生', 'bornHint': '如 45 岁以下，填满 45 岁的人的出生日期的后一天', 'category': '类别',
  'bound': '要求', 'bound.least': '不少于', 'bound.most': '不超过', 'number': '多少', 'unit': '单位', 'unit.percent': '%（占入选的）', 'unit.people': '人',
  'notYet': '填全以后，这里写出它的意思。', 'means.least': '名额 {places} 个都选满时至少 {n} 人', 'means.most': '名额 {places} 个都选满时至多 {n} 人', 'impossible': '名额 {places} 个，做不到 {n} 人',
} as const
