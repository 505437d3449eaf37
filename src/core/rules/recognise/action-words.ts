/** Verbs of a campaign's calendar by what they do, as data; an open class each, so that a new wording is one more word here. */

/** Handing something in or over. */
export const sendVerbs = '报送|提交|递交|呈报|上报|报备|申报至|报至|报到|报给|交至|交到|交给|交由|送至|送达|送到|送交|寄至|寄达|寄到|寄往|寄送|寄出|寄回|邮寄|快递|投递|投送|发送|发至|发到|发往|传至|传到|传送|推送|反馈|返回|返还|上交|上传|上载|录入|填报|填写|导入|报|交|送|发|寄|传'
const noVerb = '(?!告|价|考|名|刊|书|流|展|动|现|挥|布|言|信人|通|会|(?<=报)纸|奖|社|扬|统|承|说|达|验|明|揭晓|表示|账|系统|平台)'
/** The same where the characters are no part of another word: 推荐报告, 交流, 发展, 宣传. */
export const sends = new RegExp(`(?<!申(?=报[材表书])|[举汇通电日填申海](?=报)|[宣流相](?=传)|[颁](?=发)|[社](?=交)|[赠](?=送))(?:${sendVerbs})${noVerb}`, 'u')
/** Applying, for which a time runs out. */
export const applyVerbs = '收件|收稿|交稿|递交|寄送|邮寄|申报|报名|申请|征集|征稿|投稿|提名|受理|接受报名|自荐|填报|填写|登记|注册|推荐|提交|报送|上传|异议'
/** Open to everybody between two moments, whose beginning is told as well. */
export const openVerbs = '公示|投票|点赞|票选|投选|异议|公告'
/** Steps the organiser takes. */
export const stageVerbs = '初赛|预赛|复赛|半决赛|决赛|选拔赛|初筛|筛选|初审|复审|终审|初评|复评|终评|函评|网评|会评|通讯评审|评审|评议|评定|评选|评比|审核|审查|审定|审议|审批|复核|核查|核实|考察|考核|调研|答辩|路演|展示(?!并|和投)|展评|遴选|推选|选树|选拔|初选|复选|终选|推荐|提名|申报|报名|征集|征求意见|异议|受理|填报|动员|发动|票决|表决|征求|公示|投票|点赞'
/** What ends in something that is there afterwards. */
export const doneVerbs = '完成|确定|形成|产生|核对|确认|修改|补正|补充|补齐|整理|汇总|退回|撤回|领取|报到|缴纳|反馈'
/** What the public learns of. */
export const eventVerbs = '揭晓|公布|宣布|发布|命名|表彰|颁奖|颁发|授奖|授牌|召开|举行|举办|启动|开幕|通报'
const anyAction = `${eventVerbs}|${stageVerbs}|${doneVerbs}`
export const acts = new RegExp(anyAction, 'u')
/** Words of manner that change nothing about what is done. */
export const manner = /(?:务必|及时|统一|一并|一同|打包|集中|同时|同期|同步|分别|准时|按时|如期|逐级|直接|必须|正式行文|盖章后|汇总后?(?!表)|审核后|自行|尽快|另行)(?=.)|(?:按照?|根据|依照)[^,;。]{1,14}?(?:要求|规定|程序|顺序|格式|通知)|以[^,;。]{1,10}?(?:形式|方式|渠道|邮件)|(?:通过|经)[^,;。]{0,14}?(?:方式|系统|平台|网站|邮箱|邮件|OA|APP|小程序)|登录[^,;。]{1,14}?(?:系统|平台|网站|网)/gu
