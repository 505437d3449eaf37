/** 回避: found, declared, decided; the juror's own hints. */
export const conflicts = {
  'title': '回避', 'link': '看回避', 'nav': '回避',
  'note': '系统比对评委库和推荐材料里写的单位、经历和姓名，只提示，不替任何人回避。由评委本人申报，或由纪检监督、评委会秘书认定。', 'years': '同一单位按近 {n} 年查找。', 'yearsUsual': '办法没有写明同一单位的年限，按近 {n} 年查找。',
  'none': '没有要看的', 'noneFact': '没有查到评委和人选之间的关系，也没有人申报回避。', 'noJury': '还没有评委', 'noJuryFact': '组成评委会、有了已接收的人选以后，在这里比对。',
  'missing': '查到了，还没有申报', 'missingNote': '{n} 处', 'missingNone': '没有。', 'unjustified': '申报了，没有查到', 'unjustifiedNote': '只供参考：评委可能知道系统不知道的事', 'standsBack': '已回避', 'stays': '已认定不须回避',
  'juror': '评委', 'candidate': '人选', 'found': '查到的关系和办理', 'asked': '办法规定须回避', 'said': '本人申报：{reason}', 'claimed': '{by}提出回避：{reason}', 'dismissed': '{by}认定不须回避：{reason}', 'withdrawn': '已收回 {n} 张未开封的选票，请评委重投（封着的票不能打开只取出一人）', 'voided': '此前交的评分表里，给这位人选的分作废，其余照计', 'moved': '评委 {at} 起改在这个单位',
  'met': '{juror}“{a}”，与人选{place}“{b}”', 'claim': '提出回避', 'dismiss': '不须回避', 'takeBack': '收回回避', 'reason': '理由', 'reasonHint': '写明是什么关系，或为什么不须回避。评委本人看得到。', 'keep': '先不定', 'claimTitle': '请 {juror} 回避 {candidate}', 'dismissTitle': '认定 {juror} 不须回避 {candidate}',
  'claimFact': '定了以后，这位评委看不到这位人选的材料，不能投票，是否计入基数按办法。已经投过票、交过评分表的：', 'dismissFact': '评委照常看材料、投票。', 'late.namedName': '记名评分', 'late.named': '只作废这位评委给这位人选的分，留痕；评分表其余部分照计，不用重打。', 'late.secretName': '无记名、投票、排序', 'late.secret': '选票封着，谁也不能打开来只取出一人，只好整张收回，请评委重投。', 'late.closedName': '已经封票', 'late.closed': '交评委会研究，计票结果不自动改动。', 'claimed.done': '已提出回避', 'claimed.voided': '已提出回避；这位评委给这位人选的分作废，评分表其余部分照计', 'claimed.again': '已提出回避，收回选票 {n} 张，已通知评委重投', 'dismissed.done': '已认定不须回避',
  'other': '对其他评委和人选提出回避', 'otherNote': '系统没有查到的，也可以提出',
  'own.hint': '请核对：{kind}（{words}）', 'again.title': '您的选票已收回，请重新投票', 'again.fact': '{at} 有人提出您应回避 {name}（{reason}）。选票未经开封，整张收回；请对其余人选重新投票。',
  'own.voided.title': '给 {name} 的分作废，评分表其余部分照计', 'own.voided.fact': '{at} 有人提出您应回避 {name}（{reason}）。不用重新提交。',
} as const
