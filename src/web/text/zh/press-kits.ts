/** Words of 媒体素材包. */
export const pressKits = {
  nav: '媒体素材包', of: '{name}的媒体素材包', back: '回到故事', note: '只用已发布故事里的话和图片，不用另审；故事撤下，所有链接同时停用。', none: '现在还不能做', texts: '文字',
  short: '短稿', middle: '中稿', whole: '全文', shortNote: '100 字上下', middleNote: '500 字上下', wholeNote: '整篇故事 {n} 字，自动放进。', count: '已选 {n} 字', proposal: '用推荐的', pick: '勾选句子', preview: '读起来是这样', empty: '还没有选句子',
  'from.opening': '导语', 'from.text': '正文', 'from.quote': '引语',
  media: '图片和视频', mediaNote: '原尺寸，不带拍摄地点等信息。', picture: '图片', film: '视频', noCredit: '没有写作者', posters: '海报', noPosters: '还没有做过海报', noPostersFact: '要放海报，先在海报页做好。', toPosters: '去做海报', size: '{w}×{h}',
  contact: '媒体联系谁', contactNote: '下次自动带出。', name: '联系人', phone: '电话', email: '邮箱', days: '链接开多久', 'days.7': '7 天', 'days.30': '30 天', 'days.90': '90 天',
  make: '做好并生成链接', making: '正在准备原尺寸图片……', made: '链接只显示这一次', madeFact: '发给记者即可打开和下载，到 {at} 失效。系统里不存这个地址，关掉就看不到了；丢了请停用后另做。', link: '链接', copy: '复制链接', open: '打开看看', done: '我已复制', code: '链接的二维码',
  list: '做过的素材包', listNone: '还没有做过素材包', listNoneFact: '勾好句子和图片，生成链接，发给媒体。', madeAt: '做于', state: '状态', 'state.open': '开着', 'state.expired': '已到期', 'state.ended': '已停用', 'state.stopped': '随故事停用', until: '到期', use: '使用', used: '打开 {opened} 次，下载 {n} 次', last: '最近一次下载 {at}', holds: '内容', contents: '图片视频 {n}，海报 {m}', by: '{at} {by}', endedBy: '{at} {by}停用',
  end: '停用链接', endOf: '停用 {at} 做的链接', endFact: '链接立即打不开；媒体已经下载的收不回，请另行告知。', keep: '先不停用', ended: '链接已停用',
} as const
