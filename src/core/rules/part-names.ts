/** What the parameters of rules, and the values they choose from, are called on a page. One name each, whatever rule they stand in, unless a kind means something of its own by it. */
import type { Words } from '../kernel/finding'
import { namesOfKind } from './part-names-of-kind'

/** The name of a parameter or value; one that has none yet is shown as it is written in a definition. */
export const partName = (part: string, kind = ''): Words => {
  const name = namesOfKind[`${kind}.${part}`] ?? names[part]
  return name === undefined ? { zh: part, en: part } : { zh: name[0], en: name[1] }
}
export const hasName = (part: string, kind = ''): boolean => part in names || `${kind}.${part}` in namesOfKind

const names: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  strength: ['效力', 'Strength'], block: ['不得（拦下）', 'must (stops)'], warn: ['原则上（须说明理由）', 'as a rule (needs a reason)'], note: ['提示', 'advice'],
  max: ['最多', 'At most'], min: ['最少', 'At least'], day: ['日期', 'Day'], time: ['钟点', 'Time'], dayIncluded: ['含当日', 'The day itself counts'],
  name: ['名称', 'Name'], from: ['开始', 'From'], to: ['结束', 'To'], about: ['说明', 'About'], who: ['对象', 'Who'], question: ['待定的疑问', 'Open question'],
  by: ['由谁确认', 'Confirmed by'], clerk: ['经办人', 'clerk'], approver: ['审核人', 'approver'], text: ['文字', 'Text'], value: ['代号', 'Value'],
  field: ['栏目代号', 'Key'], section: ['所在部分', 'Section'], person: ['个人', 'person'], work: ['工作', 'work'], contact: ['联系', 'contact'], achievement: ['事迹', 'achievement'], opinion: ['意见', 'opinion'],
  label: ['栏目名', 'Label'], hint: ['提示语', 'Hint'], type: ['种类', 'Type'], longText: ['长文字', 'long text'], choice: ['选择', 'choice'], category: ['人选范围', 'category'],
  idNumber: ['身份证号', 'ID number'], phone: ['电话', 'phone'], email: ['邮箱', 'e-mail'], entries: ['逐条', 'entries'], required: ['必填', 'Required'],
  maxLength: ['最多字数', 'Longest'], minLength: ['最少字数', 'Shortest'], choices: ['选项', 'Choices'],
  group: ['归类', 'Group'], image: ['图像', 'pictures'], stamped: ['盖章', 'Stamped'], file: ['文件', 'File'], portrait: ['证件照', 'portrait'], formats: ['格式', 'Formats'],
  jpeg: ['JPG', 'JPEG'], png: ['PNG', 'PNG'], background: ['底色', 'Background'], red: ['红', 'red'], white: ['白', 'white'], blue: ['蓝', 'blue'], any: ['不限', 'any'],
  millimetres: ['冲印尺寸（毫米）', 'Printed size (mm)'], width: ['宽', 'Width'], height: ['高', 'Height'], ratioTolerancePercent: ['宽高比容差（%）', 'Ratio tolerance (%)'], minWidth: ['最小宽度（像素）', 'Least width (px)'],
  maxBytes: ['不大于（字节）', 'At most (bytes)'], minBytes: ['不小于（字节）', 'At least (bytes)'], photo: ['照片', 'photo'], minShortSide: ['短边不小于（像素）', 'Short side at least (px)'],
  video: ['视频', 'video'], containers: ['格式', 'Containers'], mp4: ['MP4', 'MP4'], mov: ['MOV', 'MOV'], maxSeconds: ['不长于（秒）', 'At most (s)'], displaySizes: ['画面尺寸', 'Picture sizes'], manual: ['人工看', 'Looked at by people'],
  document: ['文档', 'document'], pdf: ['PDF', 'PDF'], docx: ['Word（docx）', 'Word (docx)'], doc: ['Word（doc）', 'Word (doc)'], xlsx: ['Excel（xlsx）', 'Excel (xlsx)'], xls: ['Excel（xls）', 'Excel (xls)'], maxPages: ['最多页数', 'Pages at most'],
  naming: ['文件命名', 'File naming'], nameAndOrdinal: ['姓名加序号', 'name and number'], asGiven: ['不改名', 'as given'], paperCopies: ['纸质份数', 'Paper copies'], issuedBy: ['出具单位', 'Issued by'],
  attendance: ['参加人员', 'Attendance'], method: ['计票办法', 'Method'], approval: ['赞成票', 'approval vote'], ballot: ['投票方式', 'Ballot'], secret: ['无记名', 'secret'], named: ['具名', 'named'],
  quorum: ['法定人数', 'Quorum'], share: ['份额', 'Share'], numerator: ['分子', 'Numerator'], denominator: ['分母', 'Denominator'], inclusive: ['恰好等于也算', 'Exactly that is enough'],
  threshold: ['通过票', 'Threshold'], base: ['计票基数', 'Base'], entitled: ['应到评委', 'jurors entitled'], present: ['实到评委', 'jurors present'], cast: ['投票评委', 'jurors voting'],
  recusedLeaveBase: ['回避者不计入基数', 'Recused jurors leave the base'], places: ['名额', 'Places'], keyShares: ['开箱钥匙由三方分持', 'Key of the box split among three'], maxApprovals: ['每票最多赞成', 'Approvals a ballot may hold'],
  days: ['天数', 'Days'], count: ['怎样计', 'Counted'], working: ['工作日', 'working days'], calendar: ['自然日', 'calendar days'], summary: ['一句话事迹', 'Summary'],
  subject: ['方面', 'Subject'], mobilisation: ['动员', 'mobilisation'], publicity: ['宣传', 'publicity'], study: ['学习', 'study'], report: ['报告', 'report'], interview: ['采访', 'interviews'], principle: ['原则', 'principle'], selection: ['评选', 'selection'], owedTo: ['报给谁', 'Owed to'],
  role: ['名额所指', 'Whose number'], nominate: ['单位推荐', 'nominated by a unit'], upward: ['向上级推荐', 'sent up'], winners: ['获奖', 'winners'], shortlist: ['入围', 'shortlist'], byType: ['按单位类型', 'By type of unit'],
  codes: ['单位代码', 'Codes of units'], types: ['单位类型', 'Types of unit'], bonus: ['增报', 'More for some units'], property: ['属性', 'Property'], extra: ['增加', 'More'], formula: ['计算办法', 'Formula'], of: ['所指', 'Of'],
  rounding: ['取整', 'Rounding'], up: ['进一法', 'up'], down: ['舍尾', 'down'], nearest: ['四舍五入', 'to the nearest'], surplus: ['差额', 'Surplus'], included: ['已含在内', 'Included'], within: ['其中', 'Of which'],
  split: ['分组', 'Groups'], eachCategory: ['每类最多', 'At most in each category'], kinds: ['个人和团队', 'Persons and teams'], team: ['团队', 'teams'], either: ['任选其一', 'One or the other'], pools: ['共用名额', 'Shared numbers'], joint: ['共同推荐', 'Nominated jointly with'],
  rankedFrom: ['从几人起须排序', 'Ranked from'], outside: ['不占名额', 'Outside the quota'], byChannel: ['按渠道', 'By channel'], channel: ['渠道', 'Channel'], unit: ['单位', 'unit'], self: ['个人自荐', 'self-nomination'], expert: ['专家推荐', 'experts'],
  public: ['社会征集', 'the public'], sex: ['性别', 'Sex'], female: ['女', 'female'], male: ['男', 'male'], bornOnOrAfter: ['该日及以后出生', 'Born on or after'], bornAfter: ['该日以后出生', 'Born after'], femaleMax: ['女性最高年龄', 'Women at most'],
  femaleBornOnOrAfter: ['女性该日及以后出生', 'Women born on or after'], femaleBornAfter: ['女性该日以后出生', 'Women born after'], what: ['事项', 'What'], endOfWork: ['下班时间', 'Close of work'], third: ['旬', 'Third of the month'], early: ['上旬', 'first third'], middle: ['中旬', 'second third'],
  late: ['下旬', 'last third'], monthEnd: ['月底', 'end of the month'], before: ['截止前', 'Before the deadline'], titles: ['荣誉名称', 'Honours'], level: ['级别', 'Level'], city: ['市级', 'city'], province: ['省级', 'province'],
  national: ['国家级', 'national'], counts: ['计算的情形', 'What counts'], winner: ['获得', 'had it'], nominee: ['获得或获提名', 'had it or nominated'], failed: ['推荐而未获', 'put forward in vain'], times: ['次数', 'Times'], withinYears: ['近几年', 'In the last years'],
  sinceYear: ['自哪年起', 'Since'], onlyYear: ['只算哪年', 'Only in'], unless: ['除外', 'Unless'], teamLeaders: ['含团队负责人', 'Leaders of teams too'], id: ['代号', 'Id'], evidence: ['证明材料', 'Evidence'], on: ['计算到的日期', 'Counted on'],
  exempt: ['不受限制', 'Exempt'], variants: ['另有限制', 'Other limits'], anyOf: ['其中之一', 'One of'], years: ['年数', 'Years'], since: ['起始日期的代号', 'Id of the beginning'], toward: ['优先的', 'Preferred'], allowed: ['接受', 'Accepted'],
  sealed: ['须盖章', 'Under seal'], bound: ['上限或下限', 'Bound'], percent: ['百分比', 'Percent'], over: ['以哪份名单为分母', 'Share of which list'], candidates: ['个人或团队', 'Persons or teams'],
  zh: ['中文', 'In Chinese'], en: ['英文', 'In English'], across: ['兼顾的方面', 'Spread over'], age: ['年龄', 'age'], first: ['第一人称', 'first person'], title: ['标题', 'Title'], orIssuedBy: ['或由谁出具', 'Or issued by'],
  when: ['只对哪些人选', 'Asked of whom only'], is: ['是这样的人选', 'Those who are'], package: ['哪一次报送', 'Which package'], chosen: ['入选后报送', 'once chosen'], seals: ['公章', 'Seals'], words: ['表上的字', 'Words on the form'], page: ['哪一页', 'Which page'], firstPage: ['首页', 'first page'], lastPage: ['末页', 'last page'], signatures: ['签字人', 'Signed by'],
  paper: ['纸质要求', 'Paper'], size: ['大小', 'Size'], A4: ['A4', 'A4'], A3: ['A3', 'A3'], doubleSided: ['双面打印', 'Double-sided'], glued: ['胶装', 'glued'], stapled: ['简装', 'stapled'], loose: ['不装订', 'loose'],
  noCover: ['不加封面', 'No cover'], contents: ['编目录', 'Table of contents'], originalsShown: ['原件备查', 'Originals shown'], hand: ['面交', 'by hand'], post: ['邮寄', 'by post'], registeredPost: ['挂号信', 'registered post'], ems: ['EMS', 'EMS'],
  disc: ['光盘', 'disc'], usb: ['U盘', 'USB stick'], printout: ['由平台打印', 'Printed by the product'], paperMatches: ['纸质逐页核对', 'Paper held to it page by page'], secrecyReview: ['写明保密审查人', 'Who reviewed it for secrets is named'], agreesWith: ['须与哪些材料一致', 'Agrees with'], window: ['证明的时段', 'Time it proves'], keptBy: ['由谁留存', 'Kept by'], dueBy: ['可补传到哪个时限', 'May come until'], uploadGraceMinutes: ['封单后可续传几分钟', 'Minutes for sealed files to arrive'],
  votes: ['通过票', 'Votes in favour'], after: ['在哪一步之后', 'After'], submission: ['报送前', 'before submission'], publicNotice: ['公示前', 'before the public notice'],
  rounds: ['用于哪些轮次', 'Of which rounds'], body: ['评选机构', 'Body that selects'], structure: ['评委构成', 'Structure'], draw: ['随机抽取', 'Drawn by lot'], pool: ['评委库人数', 'Size of the pool'], toldAtOnce: ['当场通知', 'Told at once'],
  recusal: ['回避', 'Recusal'], relations: ['回避的关系', 'Ties'], relative: ['直系亲属', 'direct relative'], sameUnit: ['同一单位', 'same unit'], referee: ['推荐人', 'having recommended'], sameProject: ['同一项目', 'same project'], teacherStudent: ['师生', 'teacher and student'],
  leaveBase: ['回避者不计入基数', 'Leave the base'], standIn: ['代替评委', 'Stand-ins'], never: ['不得代替', 'nobody'], byLeave: ['经主任同意', 'by leave of the chair'],
  score: ['打分', 'score'], rank: ['排序', 'ranking'], publicVote: ['公众投票', 'public vote'], kind: ['怎样', 'Which'], more: ['差额', 'more than places'], atLeast: ['至少多几人', 'More by at least'], equal: ['等额', 'as many as places'], groups: ['分组', 'Groups'],
  blind: ['盲评隐去', 'Hidden from the jury'], place: ['地区', 'place'], weights: ['成绩构成', 'Weights'], trim: ['去掉最高最低各几个', 'Highest and lowest left out'], perDay: ['每天最多几票', 'Votes a day'], inAll: ['一共最多几票', 'Votes in all'],
  perAddress: ['每个网络地址每天最多几票', 'Votes of one network address a day'], perCandidate: ['每人最多几票', 'Votes for one candidate'], least: ['最少', 'At least'], most: ['最多', 'At most'], defence: ['答辩', 'Defence'], minutes: ['分钟', 'Minutes'], tie: ['同票', 'Ties'], jury: ['评委会商定', 'the jury settles it'], again: ['重新投票', 'vote again'],
  all: ['都入选', 'all go through'], withinGroups: ['在各组内按票数', 'by votes within each group'], disjointFrom: ['评委不得与哪些轮次重复', 'Shares no juror with'], countedInPublic: ['公开计票', 'Counted in public'],
  at: ['在哪里', 'Where'], nominator: ['推荐单位', 'nominating unit'], host: ['主办单位', 'host'], endsAt: ['最后一天的钟点', 'Hour it ends'], scope: ['范围', 'Circle'],
  track: ['哪一类', 'Track'], objection: ['异议', 'objections'], correction: ['信息勘误', 'corrections'], ways: ['方式', 'Ways'], written: ['书面', 'in writing'], visit: ['来访', 'in person'], demands: ['须提供', 'Must come with it'], realName: ['真实姓名', 'real name'],
  unitSeal: ['单位公章', 'seal of the unit'], address: ['地址', 'address'], signature: ['签名', 'signature'], anonymous: ['匿名的', 'Anonymous ones'], refused: ['不受理', 'not accepted'], lead: ['作为线索', 'kept as leads'], confidential: ['为异议人保密', 'Kept secret who objects'], decides: ['由谁处理', 'Who decides'],
  candidate: ['人选', 'candidate'], juror: ['评委', 'juror'], staff: ['工作人员', 'staff'], breach: ['违规情形', 'Breach'], measures: ['处理办法', 'What follows'], cancel: ['取消资格或称号', 'place or title withdrawn'], certificateBack: ['收回证书', 'certificate taken back'],
  moneyBack: ['追回奖金', 'prize money taken back'], barred: ['若干年不得参加', 'barred for years'], madeKnown: ['通报', 'made known'], passedOn: ['移送有关部门', 'passed on'],
  gives: ['颁发什么', 'What is given'], mainlyHonour: ['精神奖励为主', 'Honour rather than money'], maxYuan: ['奖金不超过（元）', 'Money at most (yuan)'],
  channels: ['宣传渠道', 'Channels'], press: ['报刊', 'press'], broadcast: ['广播电视', 'radio and television'], screens: ['电子屏', 'screens'], posters: ['海报', 'posters'], newMedia: ['新媒体', 'new media'], shortVideo: ['短视频', 'short videos'], website: ['网站', 'websites'],
  launch: ['发布仪式', 'launch event'], visits: ['走访', 'visits'], talks: ['宣讲', 'talks'], exhibition: ['展览', 'exhibition'], until: ['最晚日期', 'Until'],
  withNomination: ['随推荐材料报送', 'With the nomination'], material: ['用哪份材料', 'On which material'], noFee: ['不收费用', 'No fee'], uploads: ['材料件数', 'Files in all'], heldWith: ['与哪项活动合并', 'Held together with'],
}
