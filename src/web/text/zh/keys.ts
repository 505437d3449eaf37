/** 开箱钥匙一分为三: printing, entering, giving a round up. */
export const keys = {
  'title': '开箱钥匙', 'note': '三方各持一份，任意两份开箱', 'holder': '持有', 'state': '打印和使用', 'notPrinted': '还没有印', 'printed': '{name} {at} 打印', 'printedAgain': '{name} {at} 打印（第 {n} 次，先印的作废）', 'used': '开箱时用了这一份', 'notUsed': '开箱时没有用',
  'waits': '三份印齐之前，评委还不能投票。', 'fixed': '已经有人投票，钥匙不再打印。封票时请持有人带着纸到场。',
  'print': '打印我的一份', 'printAgain': '重印我的一份', 'printTitle': '打印开箱钥匙：{holder}的一份', 'printAgainTitle': '重印：先印的一份随即作废', 'back': '先不印', 'printed.done': '已经印出，请当场取走',
  'fact.once': '这一份只给这一次，系统不留底。请直接打印，印好后删去下载的文件。', 'fact.keep': '自己保管，封票时带来；封票后当场销毁。', 'fact.lost': '丢了两份，票箱就再也打不开：本轮废止，重新投票。',
  'fact.can': '开箱之前，单凭服务器、它的备份或任何一方的一份，都打不开选票。', 'fact.cannot': '打印和封票的那一刻，钥匙要经过服务器；那时有人控制服务器，就能截下。两方串通又控制服务器的，封票前也能打开选票。', 'limits': '管得住什么，管不住什么',
  'enter': '第 {n} 份钥匙', 'enterHint': '逐行输入纸上的 64 个字，或用扫码枪扫二维码', 'enterSay': '请任意两方带着纸到场，各自输入。钥匙只在这一刻用，不保存。', 'read': '是{holder}的一份',
  'abandon': '钥匙不够，废止本轮', 'abandonTitle': '废止本轮', 'abandonBack': '先不废止', 'abandonSay': '只剩一份钥匙、票箱打不开时才用。已投的票永远封着，谁也看不到；本轮不计票，由活动办公室就同样的人选再开一轮，评委重新投票。不能恢复。', 'abandonReason': '理由', 'abandonHint': '如 秘书和办公室的两份都已遗失，只剩纪检监督的一份。', 'abandoned': '本轮已废止', 'abandonedFact': '{name} {at} 废止：{reason}。票箱没有打开，也不再打开；由活动办公室再开一轮，重新投票。', 'abandoned.done': '已废止本轮', 'abandonedRow': '{name}（已废止）', 'abandonedAt': '{at} 废止',
  'abandonPaper': '投票无效，废止本轮', 'abandonPaperSay': '收回多于发出、选票遗失等，按办法投票无效时才用。本轮不计票，已录入的清空；由活动办公室就同样的人选再开一轮，重新投票。不能恢复。', 'abandonPaperHint': '如 收回 8 张，多于发出的 7 张。',
  'abandonWrong': '轮次开错了，废止本轮', 'abandonWrongSay': '人选、评委或办法有错时才用：开启以后都不能改。已投的票、已打的分作废，谁也看不到；本轮不计票，由活动办公室改好后再开一轮，评委重新投票。不能恢复。', 'abandonWrongHint': '如 漏了一名人选；票数门槛定错。',
  'juror.waits': '请稍候，投票还没有开始', 'juror.waitsFact': '这一轮的开箱钥匙由秘书、纪检监督、活动办公室各持一份。三份印齐就能投票，现在可以先看材料。',
  'form': '开箱钥匙由三方分持', 'formFact': '秘书、纪检监督、活动办公室各印一份，任意两份到场才能封票开箱；只剩一份时，本轮废止、重新投票。只用于无记名的投票和排序，开启后不能改。',
} as const
