/** Words of 学习宣传活动: recording, sums, the wall. */
export const activities = {
  nav: '学习活动', title: '学习宣传活动', unitNote: '办过一次记一次，两分钟就好。汇总表由系统生成，不用另填。', record: '记一次活动', none: '还没有记过活动', noneFact: '学习、宣讲、座谈、展览都可以记。没有办的不必凑数。',
  back: '全部活动', new: '记一次学习宣传活动', edit: '更正活动', name: '活动名称', nameHint: '例如：学习某某先进事迹报告会', form: '形式', otherForm: '是什么形式', day: '时间', place: '地点', people: '参加人数', peopleHint: '到场的人，大致即可。', peopleOpen: '展览、线上宣传不计人数，可以不填。',
  words: '主要内容和效果', wordsHint: '一两句话，实事求是。', hosts: '主办', links: '报道链接', linksHint: '一行一个，没有就空着。', more: '主办、链接（选填）', last: '形式、地点和主办已照上次带入，不同的请改。',
  photos: '照片', photosNote: '最多 {n} 张。照片里的拍摄地点和设备信息会自动去掉。', addPhotos: '选照片', chosen: '{name}，待传', drop: '去掉', people_: '照片里有谁', 'seen.nobody': '没有人', 'seen.adults': '有人', 'seen.children': '有儿童', consent: '同意的日期和保存处', consentHint: '只供办公室看的不必填；要公开的须有。', keep: '登记', kept: '照片情况已登记',
  distinct: '是另外一次', distinctHint: '同一天同一地点确实办了两次', save: '记下', saveEdit: '存下更正', sending: '正在传照片 {n}/{all}', saved: '已记下', changed: '已更正', photoFailed: '活动已记下；{n} 张照片没有传上，请在下面再试。', unreadable: '这张照片读不出来，请换一张。',
  withdraw: '撤回这次活动', withdrawWhy: '为什么撤回', withdrawNote: '撤回后不再计入各级汇总，已公开的立即撤下；记录留有痕迹。', withdrawn: '已撤回', keepIt: '先不撤回', trace: '改动记录', traceLine: '第 {n} 稿，{at} {by}', tracePeople: '{name}；{day}，{place}，{n} 人', tracePeopleNone: '{name}；{day}，{place}',
  sheet: '开展情况汇总表', sheetNote: '各单位记下的活动自动汇总，逐级相加。', take: '下载', word: 'Word', excel: 'Excel', takeList: '全部明细（Excel）', agrees: '与每一次活动逐条相加的结果一致', differs: '与逐条相加的结果不一致，请勿报送，并告知系统管理人员', unit: '单位', level: '{name}（本级及所属）', times: '场次', took: '参加人数', reports: '报道篇次', total: '合计',
  noRank: '单位按名册顺序排列。本页不比数量、不排名：数量多不等于学得好，排了名就会有人凑数。', sheetNone: '还没有活动可以汇总', sheetNoneFact: '单位记下第一次活动后，这里就有汇总表。',
  byForm: '按形式', byFormNote: '场次', byFormRow: '{name} {n} 场，{people} 人次', overTime: '按时间', 'overTime.day': '每天场次', 'overTime.week': '每周场次', 'overTime.month': '每月场次', spanRow: '{day} {n} 场', from: '起', to: '止',
  wall: '活动墙', wallNote: '照片和几句话，按日期先后。', 'show.all': '全部', 'show.waiting': '没有公开的', 'show.released': '已公开的', 'show.below': '下级已公开的', show: '看哪些', allForms: '各种形式', nextPage: '看更早的', newerPage: '看较新的', recorded: '记下的活动', wallNone: '这里还没有活动',
  release: '公开', holdBack: '收回', released: '已公开', onPage: '公开页', releaseTitle: '公开这次活动', releaseNote: '公开后任何人都能看到名称、时间、地点、人数、内容、照片和链接。', releaseOk: '没有查到不能公开的内容。请再看一眼照片和文字。', releaseStops: '还不能公开，请单位先改好：', notYet: '先不公开', releasedNow: '已公开', heldNow: '已从公开页收回', look: '查看', peopleN: '{n} 人', reportN: '报道 {n}', photoOf: '{name}，照片 {n}', ownRecord: '记本单位的活动', unitSum: '共 {times} 场，{people} 人次', open: '打开', readOnly: '由 {unit} 记录，只有该单位能更正。',
} as const
