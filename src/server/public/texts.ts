/** Words of the public pages. zh is the source of keys; en must have the same, or it does not compile. */
const zh = {
  home: '活动', publicNotice: '公示', honourees: '风采', notice: '通知', other: 'English',
  demo: '示例页面 · 机构、人物、事迹与数据均为虚构',
  running: '公示进行中', voting: '公众投票进行中', voteUntil: ['投到 ', ' 止'], voteHere: '去投票', seeNotice: '查看与反映', apply: '个人申报', lead: '推荐线索', readNotice: '阅读活动通知', seeList: '查看公示名单',
  whereItStands: '活动走到哪一步', today: '今天', hosts: '主办单位', contact: '联系我们', office: '活动办公室', phone: '电话', email: '邮箱', address: '地址',
  provisional: '拟表彰人选', order: '按姓名音序排列，不分先后。', nowToPublic: '现面向社会公示，听取意见。',
  left: '公示还剩', leftDays: '个工作日（含今天）', leftCalendar: '天（含今天）', ended: '公示已结束', lastDay: '今天', until: ['', ' 止'] as [string, string], from: '自', rise: '起，共', workingDays: '个工作日', days: '天', updated: '北京时间，更新于',
  object: '怎样反映情况', byPhone: '电话与邮件', byLetter: '来信来访', fair: '实名与匿名都受理。', fairMore: '以单位名义反映的，请加盖公章；以个人名义反映的，提倡署真实姓名并留下联系方式，便于核实和答复。反映人的身份只有纪检监督人员和具名办理人可见，不转给被反映人和推荐单位。',
  closedToObjections: '公示期已过。仍有情况要反映的，请与活动办公室联系。',
  after: '之后会怎样', step1: '登记', step1a: '收到当日登记，告知是否受理及理由。', step2: '核查', step2a: '由两名以上无利害关系的人员调查。', step3: '处理', step3a: '核查期间，该人选的表彰暂缓；查实影响评选的，取消资格。', step4: '答复', step4a: '结果书面答复实名反映人；名单有变化的，在本页公告。',
  honoured: '获评者', noHonours: '荣誉在公示期满后授予，名单届时在这里公布。', number: '证书编号', given: '授予日期', deeds: '事迹', unit: '工作单位', post: '职务',
  name: '姓名', revokedList: '已撤销', revokedTitle: '荣誉已经撤销', revokedLead: '这项荣誉不再有效，原页面已撤下。', revokedOn: '撤销日期', reason: '理由', recall: '须收回和更正的', recallCertificate: '证书即日作废，由授予单位收回。', recallPages: '转载过原页面的网站、公众号和媒体，请撤下或更正。', recallUse: '履历、申报和评审材料中，请不再使用这项荣誉。', checkCertificate: '查验证书',
  rules: '活动规定', clause: '依据', issuer: '发文单位', docNumber: '发文字号', date: '日期', notStated: '未注明', deadline: '报送截止',
  stages: '环节', promise: '公开、公正、公平、择优。公开页面不发布身份证号、电话、住址等个人信息。', allCampaigns: '活动一览', nothing: '还没有公开的活动。', officeDecision: '办公室决定',
  contents: '目录', keyPoints: '要点', attachments: '附件', fromOffice: '向活动办公室索取', replaced: '更换：', added: '新增：', forwarded: '转发自', source: '来源', original: '原文：', extended: '已延长', version: '方案',
  daysLeft: ['还剩 ', ' 天（含今天）'] as [string, string], beginsIn: ['', ' 天后开始'] as [string, string], over: '已结束', underWay: '进行中', upTo: '至', onwards: '起', amended: ['第 ', ' 版，修订于'], chineseHolds: '', readChinese: '中文通知', readIt: '通知全文',
  product: '选树', enter: '工作人员入口', backToAll: '全部活动', campaign: '项', campaigns: '项', listLead: '每一项活动从通知、公示到获评名单，都在这里公开，无须登录。', nothingMore: '活动发布当日，通知和报送截止时间会在这里公布；此后是公示和获评名单。', seeHonourees: '看获评者',
  captions: '字幕', transcript: '阅读文字稿', captionFile: '下载字幕', published: '发布', shareTitle: '把这个故事传给更多人', shareLead: '扫码在手机上阅读，转载请注明来源。', others: '其他人物', previous: '上一位', following: '下一位',
  gallery: '历年风采', galleryLead: '历年获评者。同一年里按姓名音序排列，不分先后。', byYear: '年份', search: '搜索', searchLead: '姓名、单位、荣誉或活动', nothingFound: '没有找到。换个说法，或到历年风采里看看。', found: '条结果', foundMany: '结果很多，只列出一部分，请再写具体些。',
}
const en: typeof zh = {
  home: 'Campaign', publicNotice: 'Public notice', honourees: 'Honourees', notice: 'Notice', other: '中文',
  demo: 'Demonstration: organisations, persons, deeds and figures are invented',
  running: 'Public notice under way', voting: 'The public is voting', voteUntil: ['Until ', ''], voteHere: 'Vote', seeNotice: 'Read and respond', apply: 'Apply yourself', lead: 'Report a lead', readNotice: 'Read the notice', seeList: 'See the list',
  whereItStands: 'Where the campaign stands', today: 'Today', hosts: 'Hosts', contact: 'Contact', office: 'Office', phone: 'Phone', email: 'E-mail', address: 'Address',
  provisional: 'Provisional honourees', order: 'In the order of names; the order says nothing of rank.', nowToPublic: 'Published for comment by anyone.',
  left: 'Time left', leftDays: 'working day(s), today included', leftCalendar: 'day(s), today included', ended: 'The public notice has ended', lastDay: 'Today', until: ['until ', ''], from: 'From', rise: ', in all', workingDays: 'working days', days: 'days', updated: 'Beijing time, written',
  object: 'How to object', byPhone: 'Phone and e-mail', byLetter: 'By letter or in person', fair: 'Named and anonymous objections are both taken up.', fairMore: 'On behalf of an organisation, add its seal; as a person, your name and a way to reach you help us verify and answer. Only the discipline supervisor and the named handler see who objected; it is not passed on to the candidate or the nominating unit.',
  closedToObjections: 'The term is over. If there is still something to report, speak to the office.',
  after: 'What happens then', step1: 'Registered', step1a: 'On the day it arrives, with word whether it is taken up and why.', step2: 'Looked into', step2a: 'By at least two people without an interest.', step3: 'Dealt with', step3a: 'Meanwhile the honour waits; if it is true and bears on the selection, the candidate is struck off.', step4: 'Answered', step4a: 'In writing to those who gave their name; changes of the list are announced here.',
  honoured: 'Honourees', noHonours: 'Honours are given after the public notice; the list will stand here.', number: 'Certificate number', given: 'Given on', deeds: 'Deeds', unit: 'Workplace', post: 'Post',
  name: 'Name', revokedList: 'Revoked', revokedTitle: 'This honour was revoked', revokedLead: 'It is no longer valid; the page that stood here was withdrawn.', revokedOn: 'Revoked on', reason: 'Reason', recall: 'To be taken back and corrected', recallCertificate: 'The certificate is void from this day; whoever issued it takes it back.', recallPages: 'Sites and media that carried the page are asked to withdraw or correct it.', recallUse: 'Please use this honour in no record or application any more.', checkCertificate: 'Check a certificate',
  rules: 'Rules', clause: 'Clause', issuer: 'Issuer', docNumber: 'Document number', date: 'Date', notStated: 'not stated', deadline: 'Nominations close',
  stages: 'Stages', promise: 'Open, fair, just, the best first. No ID numbers, phones or home addresses are published here.', allCampaigns: 'Campaigns', nothing: 'No campaign is public yet.', officeDecision: 'decision of the office',
  contents: 'Contents', keyPoints: 'At a glance', attachments: 'Attachments', fromOffice: 'ask the office for it', replaced: 'replaced: ', added: 'added: ', forwarded: 'Forwards', source: 'Source', original: 'Original: ', extended: 'extended', version: 'Definition',
  daysLeft: ['', ' days left, today included'], beginsIn: ['begins in ', ' days'], over: 'over', underWay: 'under way', upTo: 'until', onwards: 'onwards', amended: ['version ', ', amended'], chineseHolds: 'The notice is issued in Chinese; here are its rules in English.', readChinese: 'The notice itself', readIt: 'The notice',
  product: 'Xuanshu', enter: 'Staff entrance', backToAll: 'All campaigns', campaign: 'campaign', campaigns: 'campaigns', listLead: 'Notice, public notice and honourees of every campaign, open to anyone without signing in.', nothingMore: 'On the day a campaign opens, its notice and deadline appear here; later its public notice and its honourees.', seeHonourees: 'See the honourees',
  captions: 'Captions (Chinese)', transcript: 'Read the transcript', captionFile: 'Caption file', published: 'Published', shareTitle: 'Pass this story on', shareLead: 'Scan it to read on a phone; name the source when you quote it.', others: 'Other people', previous: 'Before', following: 'Next',
  gallery: 'All years', galleryLead: 'Honourees of all years. Within a year in the order of names; the order says nothing of rank.', byYear: 'Years', search: 'Search', searchLead: 'A name, workplace, honour or campaign', nothingFound: 'Nothing was found. Try other words, or look through all years.', found: 'found', foundMany: 'There are many: some are shown. Say more.',
}
export type Lang = 'zh' | 'en'
export type Texts = typeof zh
export const texts: Readonly<Record<Lang, Texts>> = { zh, en }
