/** Words of leads: the page of reporting, the lists of unit and office, and what whoever reported is told. */
export const leads = {
  'nav': '线索', 'title': '典型线索', 'note': '有人报来的、值得推荐的人。采用后直接成为推荐，不用再填一遍。', 'kept': '没有采用的线索满 {days} 天自动删除。',
  'none': '还没有线索', 'noneUnit': '看到值得推荐的人，随时可以报；别人报给本单位的，也在这里。', 'noneOffice': '各单位、人选和公众报来的线索在这里；不知道归哪个单位的，由办公室转交。', 'noneSupervisor': '各单位和公众报来线索之后，在这里可以看到办理情况。',
  'open': '待办', 'done': '已办', 'noOpen': '没有待办的线索', 'noOpenFact': '报来的线索都办过了。', 'whom': '人选', 'with': '归哪里', 'office': '活动办公室', 'state': '办理', 'came': '报来', 'look': '查看', 'lookLabel': '查看线索：{name}', 'byPublic': '公众', 'byPerson': '实名账号',
  'report': '报告线索', 'reportIn': '报告线索：{campaign}', 'back': '返回线索',
  'candidate': '人选姓名', 'employer': '工作单位', 'post': '职务', 'reach': '怎么联系到人选', 'deeds': '主要事迹', 'sources': '从哪里知道的', 'reporter': '报告人', 'contact': '报告人的联系方式',
  'form.title': '报告典型线索', 'form.two': '两分钟，知道多少写多少。', 'form.candidate': '他（她）叫什么', 'form.employer': '在哪里工作', 'form.post': '职务（知道就写）', 'form.reach': '怎么联系到他（她）（知道就写）', 'form.reachHint': '电话或邮箱。加密保存，只有办理的单位看得到。',
  'form.deeds': '什么打动了您', 'form.deedsHint': '几句话就行：做了什么，难在哪里，谁受益。', 'form.sources': '从哪里知道的（知道就写）', 'form.sourcesHint': '报道的网址、书报、认识他（她）的人。', 'form.unit': '报给哪个单位', 'form.unknown': '不清楚，请活动办公室转交', 'form.unitHint': '一般是他（她）所在地区或系统的单位',
  'form.name': '您的姓名', 'form.contact': '您的电话或邮箱', 'form.contactHint': '只用于核实。加密保存，人选和其他单位都看不到。', 'form.whole': '请填写', 'form.short': '请多写几个字', 'form.send': '报告线索', 'form.late': '本次推荐已经截止。线索照收，留给下一次活动。',
  'form.keep': '这是别人的个人信息：只有您选的单位、活动办公室和纪检监督看得到；没有采用的，满 {days} 天自动删除。', 'form.noFiles': '照片和材料不用在这里传，单位会向本人要。',
  'sent.title': '收到了', 'sent.code': '回执码', 'sent.fact': '请记下或截屏：只在这里显示一次。凭它随时可以查办到哪一步。', 'sent.copy': '复制回执码', 'sent.again': '再报一条', 'sent.see': '查看办理',
  'standing.title': '线索办到哪一步', 'standing.code': '回执码', 'standing.codeHint': '报告线索时给您的 12 位字母和数字', 'standing.look': '查看', 'standing.reported': '报告于', 'standing.changed': '最近办理', 'standing.reason': '没有采用的理由',
  'one.new': '还没有办理', 'one.take': '采用，开始推荐', 'one.takeIn': '采用，开始推荐：{campaign}', 'one.join': '并入这件推荐', 'one.joinLabel': '并入这件推荐：{name}，{state}', 'one.twin': '已有的同名推荐', 'one.twinSame': '工作单位相同', 'one.twinOther': '工作单位不同或还没有填', 'one.twinLocked': '已送审签或报送，现在不能并入',
  'one.taken': '已采用', 'one.toNomination': '打开这件推荐', 'one.declinedTitle': '没有采用', 'one.notNow': '现在没有可以采用它的活动', 'one.notNowFact': '推荐截止以后线索留着，下一次活动开始时在这里采用。', 'one.clerkTakes': '由经办人采用；您可以退给办公室，或不采用。', 'one.elsewhere': '由{unit}办理',
  'one.pass': '转交', 'one.passTo': '转交给', 'one.passBack': '不归本单位，退给办公室', 'one.passBackAct': '退给办公室', 'one.decline': '不采用', 'one.declineWhy': '理由（报告的人凭回执码会看到）', 'one.declineWhat': '不采用{name}的线索', 'one.not': '先不', 'one.sealed': '联系方式只有办理的单位看得到', 'one.nothing': '没有写',
  'from.title': '来自线索', 'from.at': '{at} 报来', 'from.note': '线索说的已填进推荐表，下面是没有栏目的部分',
  'known': '线索里有同名的人', 'knownTake': '看线索',
} as const
