/** 关口: 今天是否仍然符合, 有变化的怎么办. */
export const gate = {
  'title': '今天（{day}）是否仍然符合', 'note': '每到一关再问一次，记下日期和姓名',
  'still.one': '已核实，今天仍然符合', 'still.many': '已核实，这 {n} 人今天都仍然符合', 'first': '先确认今天仍然符合，才能{act}',
  'changed.open': '有变化，说明情况', 'changed.which': '哪一条有变化', 'changed.note': '变化是什么', 'changed.hint': '如职务、身份何时起有何变化，不少于 5 个字；由活动办公室决定', 'changed.send': '报告活动办公室', 'changed.not': '没有变化', 'changed.sent': '已报告，由活动办公室决定',
  'changed.title': '人选资格有变化吗', 'changed.fact': '报送以后职务、身份有变化的，请告诉活动办公室，由办公室核实后决定。', 'changed.offline': '线下件不在这里写内容：写“请面谈”等字样即可，情况当面说明。',
  'raised.title': '有情况、等您决定 {n} 件', 'raised.look': '看情况并决定', 'raised.at': '{name}：{unit}',
  'decide.reason': '决定的理由', 'decide.hint': '不少于 5 个字，记在案', 'decide.goesOn': '继续', 'decide.stops': '这一关不再列入', 'decide.again': '改为继续', 'decide.done.goesOn': '{name}：继续', 'decide.done.stops': '{name}：这一关不再列入',
  'stopped': '{name}：这一关不再列入', 'went': '{name}：{by}于{day}决定继续：{reason}', 'close': '先不决定',
  'units.title': '推荐单位的确认', 'units.note': '公示前请单位各确认一次', 'units.fact': '发信给已接收推荐的每一家单位，不只是拟表彰的：信里看不出谁入选。', 'units.by': '请在哪天前答复', 'units.ask': '请推荐单位确认', 'units.again': '再请未答复的单位', 'units.asked': '已请 {units} 家单位确认 {n} 名人选',
  'units.sum': '全部 {asked} 名人选中，单位已答复 {answered} 名', 'units.due': '，请于 {due}前答复', 'units.name': '人选', 'units.unit': '推荐单位', 'units.word': '单位的话', 'units.said': '{by}，{at}',
  'units.silent': '{n} 位人选的单位没有答复', 'units.reason': '不等单位答复的理由', 'units.reasonHint': '不少于 {least} 个字，记入台账',
  'anew.fact': '补充公示前再请单位确认：不久前答复过的不再打扰，其他单位不收信。', 'anew.ask': '请单位确认', 'anew.silent': '{name}的单位没有答复',
  'own.title': '公示之前，请确认本单位人选', 'own.note': '{due}前，由审核人答复', 'own.ask': '{name}今天是否仍然符合', 'own.still': '仍然符合', 'own.changed': '有变化', 'own.thanks': '{name}：已答复“仍然符合”', 'own.told': '{name}：已报告变化，由活动办公室决定', 'own.clerk': '等审核人答复', 'own.over': '确认已经结束，不再收', 'own.is.still': '{at} {by}：仍然符合', 'own.is.changed': '{at} {by}：有变化，已报活动办公室',
} as const
