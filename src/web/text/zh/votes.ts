/** 公众投票: the switch in the plan, and the page of office and supervisor. */
export const votes = {
  'form.on': '公众投票计入结果', 'form.onFact': '网上公开投票，占一部分；评委会打分占其余。不勾就没有公众投票。机器投票不能完全排除，分量宜小。',
  'form.percent': '公众占百分之几', 'form.percentHint': '1 至 50，写进办法，开启后不能改', 'form.by': '票数怎样折成分', 'form.by.byRank': '按名次', 'form.by.byShare': '按得票',
  'form.byHint': '按名次：第一名 100 分，以下均匀递减，刷票的好处小', 'form.perDay': '每个浏览器每天几票', 'form.inAll': '每个浏览器共几票', 'form.perAddress': '每个网络地址每天几票', 'form.perAddressHint': '一个单位常共用一个地址；不填为 20', 'form.least': '一票至少选几人', 'form.most': '一票至多选几人', 'form.none': '不填不限',
  'title': '公众投票', 'of': '{name}　占结果的 {percent}%', 'back': '回到评审室', 'link': '公众投票',
  'open.title': '定时间，开始投票', 'open.fact': '{n} 名人选的姓名和单位将在公开网页上列出，先后由抽签定。占多少、限几票按本轮的办法，不能改；时间定了也不改。', 'open.day': '开始日期', 'open.time': '几点', 'open.lastDay': '结束日期', 'open.lastTime': '几点', 'open.act': '开始公众投票', 'open.confirm': '定下时间：{from} 至 {to}', 'open.confirmFact': '定下后不能改、不能提前结束；投完才能封票。', 'open.keep': '再看看', 'open.done': '公众投票已定下', 'notYet': '还没有开', 'notYetFact': '由活动办公室定时间开始。投完才能封票。',
  'state.waiting': '未开始', 'state.running': '进行中', 'state.over': '已结束', 'time': '时间', 'address': '投票网页', 'see': '打开', 'limits': '限制', 'weight': '分量', 'weightSay': '公众 {percent}%（{by}），评委会 {rest}%',
  'fig.votes': '收到', 'fig.votesUnit': '票', 'fig.browsers': '浏览器', 'fig.browsersUnit': '个', 'fig.networks': '最多的网段', 'fig.networksNote': '{n} 票，{addresses} 个地址',
  'hours': '每小时的票', 'hoursSay': '最多的一小时 {n} 票', 'hour': '时间', 'count': '票', 'networks': '票从哪些网段来', 'networksNote': '票最多的 10 个。只计数，不存地址，看不出是谁', 'networkHead': '网段', 'network': '网段 {n}', 'addresses': '地址数', 'share': '占',
  'quiet': '没有看到异常', 'quietFact': '异常指：一个网段占五分之一以上，或一小时的票是平常的六倍以上。看不到异常不等于没有刷票。', 'few': '不到 50 票，还看不出异常。', 'hidden': '各人选的票数，封票前谁也看不到，包括办公室。', 'destroyed': '投票已结束，浏览器和地址的代号已销毁，只留按天、按选法相加的票数。',
  'result': '各人选的票数', 'resultNote': '有效 {n} 票；超限不计 {struck} 票', 'candidate': '人选', 'points': '折成分',
} as const
