/** 分配评阅: who reads whom. */
export const assignment = {
  'form.shared': '分配评阅，不是人人都评', 'form.sharedFact': '每名人选由几名评委评，开启前由秘书分配。须用记名评分。', 'form.readers': '每名人选几名评委', 'form.most': '每名评委至多几份', 'form.least': '每名评委尽量不少于几份', 'form.perUnit': '同一单位至多几名评委',
  'link': '评阅分配', 'title': '评阅分配：{round}', 'office.open': '评阅还没有分配好，由评委会秘书分配并确认', 'office.confirmed': '评阅已分配并确认',
  'state.none': '还没有分配', 'state.asked': '正在分配', 'state.failed': '没有算完', 'state.found': '已分配，等确认', 'state.impossible': '分不开', 'state.confirmed': '已确认', 'state.closed': '已封票',
  'confirmedAt': '{at} {by}确认', 'hash': '分配的摘要', 'toRoom': '去评审现场',
  'next.ask': '请系统分配，看过再确认', 'next.wait': '正在分配，稍候', 'next.look': '看过分配，需要的改一改，然后确认', 'next.mend': '看清缺在哪里，请活动办公室加请评委或放宽份数，再分配', 'next.open': '等活动办公室开启这一轮', 'next.running': '评委正在评；有人回避或退出的，再分配一次', 'next.over': '本轮已封票，分配随计票存档',
  'ask': '分配评阅', 'askAgain': '再分配一次', 'askAfresh': '全部重新分配', 'asked': '已开始分配', 'progress': '已分配 {n} 名人选，共 {of} 名', 'failed': '分配没有算完', 'failedFact': '请再分配一次；仍不行的，告诉系统管理员。',
  'none': '还没有分配评阅', 'noneFact': '系统按专业、单位、回避和每人份数分配，每名人选 {n} 名评委，一名不少。分配好了先给您看，确认以后才算数。',
  'confirm': '确认分配', 'confirmTitle': '确认评阅分配', 'confirmFact': '确认后，活动办公室才能开启这一轮；开启时分配随办法一起冻结，摘要记入台账。', 'confirmOpen': '确认后马上生效：评委只看得到分给自己的人选；换出的人选，原来打的分不再计。', 'keep': '先不确认', 'confirmed': '分配已确认',
  'fig.candidates': '人选', 'fig.readers': '每名人选', 'fig.jurors': '评委', 'fig.people': '名', 'fig.readings': '共评', 'fig.parts': '份', 'fig.load': '每名评委', 'fig.loadNote': '至多 {most} 份', 'fig.loadNoteLeast': '至多 {most} 份，尽量不少于 {least} 份', 'fig.field': '同专业', 'fig.fieldNote': '{n} 份由同专业的评委评', 'fig.unit': '同一单位的评委至多 {n} 名', 'fig.readersNote': '评委，一名不少',
  'why.candidates': '涉及的人选（{n} 名）', 'why.jurors': '涉及的评委（{n} 名）',
  'moved.title': '与原来不同', 'moved.note': '{n} 名人选，其余不动', 'moved.none': '与原来完全一样', 'moved.candidate': '人选', 'moved.out': '换出', 'moved.in': '换入',
  'byJuror': '按评委', 'byCandidate': '按人选', 'picture': '全图', 'pictureNote': '一行一名人选，一列一名评委；深色为同专业', 'pictureSay': '{n} 名人选和 {m} 名评委的分配图，共 {k} 份，其中同专业 {f} 份',
  'juror': '评委', 'unit': '单位', 'field': '专业', 'load': '份数', 'ofField': '同专业', 'candidate': '人选', 'readers': '评委', 'noField': '未填', 'find': '找人选或评委', 'more': '再列 {n} 名', 'foundNone': '没有找到', 'loadOf': '{n} 份，至多 {most} 份',
  'instead': '换掉{name}', 'insteadTitle': '{candidate}：换掉{juror}，由谁来评', 'insteadFact': '各人后面写明换过去的影响；不能换的不能选。', 'insteadLoad': '现评 {n} 份', 'insteadDo': '换成{name}', 'insteadPick': '换', 'insteadKeep': '先不换', 'insteadFree': '没有影响', 'changed': '已换成{name}，请再确认', 'sameField': '同专业',
} as const
