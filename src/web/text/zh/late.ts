/** Words about what may still come near and after a deadline: later files, sealed files, times of outage, deadline mode. */
export const late = {
  'files.title': '报送后还可以传的材料', 'files.note': '推荐表已按时报送，下面这些另有时限', 'files.go': '去补传', 'files.next': '补传盖章件等材料', 'files.nextWhy': '推荐已按时报送；还有材料可以补传。', 'files.only': '这里只收下面列出的材料，其余已经封存。', 'files.rest': '已经封存的材料',
  'seal.title': '网速慢，截止前传不完？先封单', 'seal.note': '{n} 分钟续传时间',
  'seal.what': '浏览器先算出每个文件的校验值（SHA-256）登记下来，推荐就可以先送审签、按时报送。截止后 {n} 分钟内，只有同样的文件能接着传完，改动过的一律不收。',
  'seal.none': '现在没有在途的文件。先在下面选好文件，开始上传后再封单。', 'seal.act': '封单：登记 {n} 个在途文件', 'seal.summing': '正在计算“{name}” {percent}%', 'seal.done': '已登记 {n} 个文件的校验值',
  'seal.registered': '已登记的文件', 'seal.name': '文件', 'seal.bytes': '大小', 'seal.state': '情况', 'seal.coming': '还在传', 'seal.arrived': '已传到，校验值相符', 'seal.over': '没有传到', 'seal.keepOpen': '请不要关掉本页，也不要改动或另存这些文件。',
  'mode.title': '截止模式', 'mode.what': '临近截止时，上传和报送优先；打包、夜间复查等费力的事等截止后再做，一件也不会丢。急用时可以解除。', 'mode.on': '正在进行：打包等在 {end} 截止后进行', 'mode.will': '从 {at} 起，打包等暂缓', 'mode.off': '已解除：打包等照常进行', 'mode.lift': '解除截止模式', 'mode.restore': '恢复（截止前 2 小时起）', 'mode.liftedNow': '已解除截止模式', 'mode.restored': '已恢复截止模式',
  'mode.waits': '截止后进行',
  'mode.package': '临近截止，先让上传和报送；打包在 {end} 截止后进行',
  'attempts.title': '报送尝试记录', 'attempts.note': '没报成也留着，可作证明', 'attempts.pdf': '打印证明', 'attempts.at': '时间', 'attempts.answer': '系统的回答', 'attempts.trace': '编号', 'attempts.by': '由谁记下', 'attempts.by.server': '服务器', 'attempts.by.browser': '浏览器补交，时间为其自报',
  'outage.title': '系统不可用记录', 'outage.note': '决定是否延长时参考', 'outage.none': '没有停机，也没有因系统原因没报成的单位', 'outage.times': '不可用的时间', 'outage.from': '开始', 'outage.what': '情况', 'outage.how': '多久', 'outage.until': '到 {until}，约 {minutes} 分钟', 'outage.count': '这一分钟 {n} 个请求没办成',
  'outage.unavailable': '数据库连不上或系统意外', 'outage.storageFull': '存储空间不足', 'outage.unexpected': '系统意外', 'outage.units': '受影响的单位 {units} 家，尝试 {n} 次', 'outage.unit': '单位',
  'receipt.sealed': '封单在途',
} as const
