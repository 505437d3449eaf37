/** Words of importing a summary sheet, and of asking that a record be erased. */
export const people = {
  'sheet.open': '从汇总表导入', 'sheet.title': '从汇总表导入人选', 'sheet.note': '每行一人，导入后各是一件填报中的推荐，不占名额；已有的不改，重复导入不会多出来。', 'sheet.takes': '认得的列名：{headings}。列名一行上面可以有标题，也可以有两行列名。身份证号一列请设为“文本”。',
  'sheet.kinds': 'Excel（.xlsx）或 CSV（UTF-8、GB18030、UTF-16）', 'sheet.choose': '选择汇总表', 'sheet.other': '换一份', 'sheet.drop': '不导入', 'sheet.reading': '正在读 {name}', 'sheet.tooLarge': '文件太大：{size}，最多 5 MB', 'sheet.columns': '读到的列', 'sheet.column': '{heading} → {field}',
  'sheet.create': '新建', 'sheet.same': '已有，不改', 'sheet.refused': '不导入', 'sheet.rows': '行', 'sheet.line': '行', 'sheet.name': '姓名', 'sheet.effect': '结果', 'sheet.read': '读成', 'sheet.findings': '请看', 'sheet.fine': '—', 'sheet.preview': '{name} 的预览', 'sheet.allRows': '看全部 {n} 行', 'sheet.problemRows': '只看有问题的 {n} 行',
  'sheet.act': '导入 {n} 人', 'sheet.actSome': '导入 {n} 人，另 {m} 行不导入', 'sheet.nothing': '没有可以导入的', 'sheet.done': '新建了 {n} 件推荐', 'sheet.back': '返回活动', 'sheet.closed': '现在不能导入', 'sheet.closedFact': '只有经办人在推荐期内可以导入。',
  'erase.open': '删除个人信息', 'erase.title': '删除个人信息', 'erase.goes': '会删除，不能恢复', 'erase.nothing': '没有可以删除的内容。', 'erase.stays': '会留下，理由如下', 'erase.sure': '我知道删除以后不能恢复；文件在一小时内从存储中清除', 'erase.act': '删除', 'erase.not': '先不删除', 'erase.section': '代本人删除个人信息', 'erase.sectionNote': '本人要求删除的，由审核人代办；没有报送过的内容和人选档案会删除',
} as const
