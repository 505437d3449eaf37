/** 有关情况 and 提示. */
export const situations = {
  nav: '情况', title: '情况报告', send: '报告情况', none: '没有情况报告', noneFact: '活动里有情况要让主办单位知道的，在这里报，一两句话就行。', unitNote: '通知要求有关情况及时报告；一两句话，可以附照片。',
  to: '报给', toHint: '通知写的是“{owed}”，已替您选好。', nobody: '上面没有可以报的办公室', nobodyFact: '这项活动由本单位自己主办，没有转发自上级。',
  name: '标题', nameHint: '例如：报告会改期', words: '情况', wordsHint: '发生了什么、影响什么、已经怎么办、要什么支持。', urgency: '紧急程度', urgentHint: '对方不论早晚都会收到消息。', files: '附件（可不加）', filesNote: '照片、PDF，最多 {n} 个，每个不超过 20 MB', choose: '选照片或文件', drop: '去掉', sendNow: '报送', sending: '正在传第 {n} 个附件，共 {all} 个', sent: '已报送', lost: '情况已报送；有 {n} 个附件没有传到，请在下面重加。',
  from: '来自', urgent: '紧急', newOne: '未打开', opened: '已打开', closed: '已办结', answersN: '{n} 条回复', filesN: '{n} 个附件', open: '打开', more: '更早的', received: '收到的', sentOnes: '报出的', all: '全部情况报告',
  sentLine: '{at} {by} 报送', openedLine: '{at} {by} 首次打开', notOpened: '对方还没有打开', closedLine: '{at} {by} 办结', thread: '回复', noAnswers: '还没有回复', answer: '写回复', answerSend: '回复', answered: '已回复', close: '办结', closeTitle: '办结这份情况', closeNote: '办结后不再回复、不再加附件，记录留着。', closeNow: '办结', notYet: '先不办结', closedNow: '已办结', add: '加附件',
  advisories: '提示', advisoriesNote: '疫情、天气等提示挂在通知旁，到期自动消失', give: '加一条提示', kind: '类别', said: '内容', saidHint: '一句话，例如：近期高发流感，活动现场请佩戴口罩、控制人数。', saidEn: '英文（可不填）', lastDay: '有效到', given: '提示已挂出', end: '撤下', ended: '提示已撤下', until: '{at} 止', noAdvisories: '现在没有提示。', ofOther: '来自{name}',
} as const
