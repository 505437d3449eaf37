/** 关口: 今天是否仍然符合, 有变化的怎么办. */
export const gate = {
  'title': '今天（{day}）是否仍然符合', 'note': '每到一关再问一次，记下日期和姓名',
  'still.one': '已核实，今天仍然符合', 'still.many': '已核实，这 {n} 人今天都仍然符合', 'first': '先确认今天仍然符合，才能{act}',
  'changed.open': '有变化，说明情况', 'changed.which': '哪一条有变化', 'changed.note': '变化是什么', 'changed.hint': '如职务、身份何时起有何变化，不少于 5 个字；由活动办公室决定', 'changed.send': '报告活动办公室', 'changed.not': '没有变化', 'changed.sent': '已报告，由活动办公室决定',
  'changed.title': '人选资格有变化吗', 'changed.fact': '报送以后职务、身份有变化的，请告诉活动办公室，由办公室核实后决定。', 'changed.offline': '线下件不在这里写内容：写“请面谈”等字样即可，情况当面说明。',
  'raised.title': '资格有变化、等您决定 {n} 件', 'raised.look': '看情况并决定', 'raised.at': '{name}：{unit}',
  'decide.reason': '决定的理由', 'decide.hint': '不少于 5 个字，记在案', 'decide.goesOn': '继续', 'decide.stops': '这一关不再列入', 'decide.again': '改为继续', 'decide.done.goesOn': '{name}：继续', 'decide.done.stops': '{name}：这一关不再列入',
  'stopped': '{name}：这一关不再列入', 'went': '{name}：{by}于{day}决定继续：{reason}', 'close': '先不决定',
} as const
