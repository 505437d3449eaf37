/** Words of the page on the telephone, and of the dialog at the desk that lets it in. */
export const phone = {
  'desk.open': '换手机拍', 'desk.title': '用手机拍照上传', 'desk.alt': '用手机扫这个码，打开这件推荐的材料', 'desk.scan': '用手机扫码，不用登录。', 'desk.once': '这个码只能用一次，{minutes} 分钟内有效。', 'desk.only': '手机只能看和传这件推荐的材料，一小时后自动断开；这里退出登录，手机也断开。',
  'desk.onlyHere': '这个网址只有本机打得开。请用单位网络里的网址打开本页，再扫码。', 'desk.waiting': '等待手机扫码', 'desk.in': '手机已接入', 'desk.inDevice': '{device}，到 {until} 自动断开', 'desk.end': '断开手机', 'desk.arrived': '手机已传来 {n} 件', 'desk.over': '这个码已经过时', 'desk.again': '换一个码', 'desk.close': '回到电脑上继续',
  'title': '手机拍照上传', 'until': '手机已接入，到 {until} 自动断开', 'leave': '断开', 'none': '这部手机没有接入', 'noneFact': '码只能用一次，几分钟内有效；接入一小时后自动断开。请在电脑上打开材料页，点“换手机拍”，再扫一次。', 'left': '已断开', 'leftFact': '可以关掉本页。要再传，请在电脑上换一个码。', 'closed': '这件推荐现在不收材料', 'closedFact': '已送审签、报送，或由别人填写。请看电脑上的页面。',
  'kept': '已收 {n} 件', 'camera': '拍照', 'choose': '选文件', 'cameraOf': '拍照：{name}', 'chooseOf': '选文件：{name}', 'cameraInputOf': '拍的照片：{name}', 'inputOf': '选择文件：{name}', 'state.inspecting': '查看文件', 'state.sending': '正在传', 'state.checking': '服务器核验中', 'state.kept': '已收', 'state.refused': '没有收', 'state.stopped': '断了', 'goOn': '接着传', 'stoppedLost': '已传的部分还在，接着传即可。', 'opening': '正在接入', 'picture': '{name}的小图',
} as const
