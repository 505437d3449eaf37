/** Words of the candidate's own pages, and of the unit's panel about them. */
export const candidate = {
  'nav': '我的推荐', 'title': '推荐我的活动', 'none': '还没有推荐', 'noneFact': '拿到推荐码后在下面输入。', 'by': '推荐单位：{unit}', 'yourTurn': '请您填写', 'withdrew': '本人已退出',
  'join': '再加一个推荐码', 'joinNote': '又被推荐参加别的活动时，把推荐码加到这里', 'joinAct': '加进来', 'code': '推荐码',
  'enter.title': '人选填写', 'enter.codeHint': '单位经办人给您的 12 位字母和数字，大小写都行。', 'enter.short': '推荐码不完整', 'enter.look': '下一步', 'enter.again': '已经设过密码？登录', 'enter.password': '设一个密码',
  'enter.person': '人选', 'enter.unit': '推荐单位', 'enter.campaign': '活动', 'enter.deadline': '截止', 'enter.notYou': '不是您本人，请关掉本页并告诉单位的经办人。', 'enter.login': '以后用推荐码 {code} 作账号、用这个密码登录。推荐码只能这样打开一次。', 'enter.begin': '开始填写',
  'next.fill': '还差 {fields} 处，{consents} 项同意没有答复', 'next.fillWhy': '随填随存，可以分几次填。交回后由单位审签报送。', 'next.giveBack': '填好了，交回单位', 'next.unit': '已交回，由{unit}办理', 'next.withdrew': '您已退出这次评选',
  'noteTitle': '单位请您改', 'pictures': '照片和视频', 'picturesNote': '用手机里的原图；微信转发的会被压小', 'said': '单位怎么说您', 'saidNote': '由单位填写；有出入的请告诉经办人', 'notSaid': '单位还没有写',
  'asked': '是否同意{title}', 'consents': '逐项同意', 'consentsNote': '每项单独答复，随时可以改', 'yes': '同意', 'no': '不同意', 'notAnswered': '还没有答复',
  'giveBack': '交回单位', 'givenBack': '已交回', 'notYet': '先不', 'giveBackOpen': '还有 {n} 处没有填好。可以先交回，由单位补；也可以再填。', 'giveBackWhat': '交回后由单位审签报送；要改，请单位的经办人再交给您。',
  'barConsents': '还有 {n} 项同意没有答复', 'barLeft': '还差 {n} 处，可以先交回', 'barDone': '填好了',
  'rights': '我的记录', 'rightsNote': '这些随时可以办', 'record': '下载关于我的全部记录', 'withdraw': '退出评选', 'withdrawAct': '确认退出', 'withdrawNot': '不退出', 'withdrawWhat': '退出后这件推荐不再办理，名额退还单位，不能恢复。已经审定的，由活动办公室处理。不用说明理由。',
  'panel.title': '请人选填写', 'panel.titleNote': '人选在手机上填自己的部分，逐项同意，交回单位', 'panel.none': '人选最清楚自己的履历、事迹和照片。发一个推荐码，请本人在手机上填；单位只写意见。', 'panel.out': '推荐码已发出，还没有打开，{until}失效。', 'panel.filling': '人选 {at} 打开，正在填写。这期间人选的部分由人选改。',
  'panel.returned': '人选 {at} 交回。', 'panel.takenBack': '已收回，由单位填写。', 'panel.withdrew': '人选本人 {at} 退出。', 'panel.issue': '发推荐码', 'panel.reissue': '重发推荐码', 'panel.takeBack': '收回自己填', 'panel.again': '请人选再改', 'panel.note': '请人选改什么',
  'panel.hidden': '人选正在填写其余各栏', 'panel.hiddenFact': '交回之前由人选改。要自己填，在清单页收回。',
  'made.title': '推荐码', 'made.once': '只在这里显示一次', 'made.onceFact': '请当面扫码，或发给人选本人，不要发到群里。谁先用它设密码，就由谁填写。', 'made.message': '发给人选的话', 'made.copy': '复制', 'made.qr': '推荐码的二维码', 'made.done': '已发给人选',
  'made.text': '{person}：{unit}推荐您参加{campaign}。请在手机上打开 {link} ，填写本人信息和事迹、上传照片，并逐项答复是否同意。推荐码 {code}，{until}失效，请勿转发。',
  'desk.title': '本人意见',
} as const
