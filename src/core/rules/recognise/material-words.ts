/** Vocabulary of materials, as data: what things are called, by kind; longer names before shorter ones. */

export type MaterialKind = 'form' | 'summarySheet' | 'integrityOpinion' | 'photoPortrait' | 'photoLife' | 'video' | 'report' | 'evidence' | 'other'

export const heads: readonly { readonly kind: MaterialKind; readonly words: string }[] = [
  { kind: 'report', words: '(?:开展情况|活动情况|活动|(?<!推荐|申报|候选人|报名|人选|基本|提名)情况)(?:汇总|统计)表' },
  { kind: 'report', words: '开展情况表|公示情况(?:报告|说明|表)|情况(?:报告|说明|汇报)|推荐报告|推荐意见报告|工作报告|工作总结|个人总结|总结报告|(?<!及时|认真|全面|系统|善于)总结(?!会|表彰|大会|经验|\\d|交流|推广|宣传|和)|会议(?:纪要|记录)|评审报告|研究报告|(?:先进|主要|简要|典型|突出|个人|单位)?事迹材料|事迹介绍|事迹简介|事迹简述|事迹报告|(?:先进|主要|简要|典型|突出|个人)事迹(?=\\d|\\(|材料|$|、|,|;|一式|一份|及)|事迹(?=\\(|$|\\d)|(?:先进|主要|简要|典型|突出|个人)?事迹(?=不|约|在|控制|限)|简介材料|(?<=字(?:以内|左右)?(?:的)?)简介(?=$|[,;。、(各一\\d])|人物小传|个人简介|单位简介|活动方案|工作方案|宣传方案|报告' },
  { kind: 'integrityOpinion', words: '(?:廉政|廉洁|廉洁自律|党风廉政|纪检监察|纪检|纪委)(?:鉴定|情况|证明|审查)?(?:意见|证明|材料)(?:书|表|函)?|廉洁自律情况(?:说明|证明)?|征求意见(?:表|函|书)|(?<=出具的|提供的)(?:鉴定|审查|书面|考察)?意见|(?:计生|公安|税务|环保|安监|综治|工商)(?:部门)?(?:出具的)?(?:意见|证明)|无(?:违法犯罪|违法违纪|违纪|犯罪)(?:记录)?证明' },
  { kind: 'summarySheet', words: '(?:汇总|情况汇总|信息汇总|一览|统计)表|花名册|名册|推荐名单|候选人名单|信息表|简况表|排序表|登记汇总表' },
  { kind: 'form', words: '(?:推荐|申报|申请|登记|审批|提名|呈报|报名|备案|鉴定|自荐|评审|评选|基本情况|审核|信息登记)(?:审批|登记|申报|备案|呈报)?(?:表|书)(?![彰决示达现明白态扬演面记架法])(?:格)?' },
  { kind: 'photoPortrait', words: '(?:正面)?免冠[^,;。、]{0,8}?(?:照片|彩照|照)|证件照片?|标准照片?|登记照片?|寸照片?|寸(?:彩色|彩|半身|近期|白底|红底|蓝底|[^,;。、]{0,4})照片?|头像|肖像照|近照|近影|(?:半身|单人|大头|标准)照片?' },
  { kind: 'photoLife', words: '(?:生活|工作)照片?|合影|合照|全家福|照片|彩照|图片' },
  { kind: 'video', words: '(?:短|微|小|宣传|事迹|专题)?视频(?!会|号|平台|网|账)(?:材料|短片|资料|素材|作品|短视频)?|短片|宣传片|专题片|音视频|(?:讲课|教学|现场|活动)?录像(?:带|片)?(?!机|师)|影像资料|微电影' },
  { kind: 'other', words: 'PPT(?:介绍|材料|汇报)?|演示文稿|幻灯片|推荐函|推荐信|公函|报送函|[无不非]涉密[一-鿿]{0,4}(?:证明|承诺|审查意见|声明)(?:书|材料)?|非涉密(?:证明|承诺)(?:书|材料)?|不涉密证明|保密(?:审查)?(?:证明|意见|承诺书?)|涉密审查(?:证明|意见|表)|承诺书|知情同意书|同意书|授权书|声明书?|公示证明(?:材料)?|公示材料|公示(?:截图|照片)|(?:成果|业绩|材料)清单|正式文件|简历|展板|画册|样品|样书|样刊' },
  { kind: 'evidence', words: '(?:有关|相关|必要的?)?(?:证明|佐证|支撑|证书|附件|业绩|旁证)(?:性)?材料|(?:身份证|荣誉|获奖|学历|学位|职称|专利|任职|资格|立项)[^,;。、()]{0,8}?(?:证书|证明|证件|复印件|扫描件)|身份证明|身份证(?!号)(?:复印件|扫描件)?|证书(?:复印件|扫描件|材料)?|证件(?:复印件)?|复印件|获奖证明|证明|(?:论文|代表作|著作)(?!奖|须|应|占|发表|被|评)' },
]

const anyHead = heads.map((h) => `(?:${h.words})`).join('|')
/** All heads as one pattern; the kind is asked of the words that matched. */
export const headPattern = new RegExp(anyHead, 'gu')
const oneHead = new RegExp(anyHead, 'u')
/** Whether the words name a thing at all. */
export const namesThing = (words: string): boolean => oneHead.test(words)
const each = heads.map((h) => ({ kind: h.kind, pattern: new RegExp(`(?:${h.words})$`, 'u') }))
/** The head a name ends with. */
export const lastHead = new RegExp(`(?:${anyHead})$`, 'u')
/** The kind of a thing by the end of its name. */
export const kindOfName = (name: string): MaterialKind | undefined => each.find((h) => h.pattern.test(name))?.kind

/** What stands before a name and is no part of it. */
export const leadWords = /^(?:请|配|并|须|需|应|要|将|把|同时|另|另外|一并|还|各单位|申报人|申请人|推荐单位|提交|报送|保送|上报|填写好?的?|填报|填好的?|填|提供|附上|附(?!件)|另附|包括|包含|含|主要包括|具体包括|以及|及|和|与|或|交(?!流)|发|寄|准备|出具|开具|需提交|需报送|制作|上传|递交|撰写|每人|每位|报|一份|1份|推荐材料|申报材料|材料|签字盖章的?|加盖公章的?|书面|纸质版?(?=《|推荐|申报|提名|申请)|推荐的(?=.{4,})|打印的?(?=《|推荐|申报|提名|申请)|各(?!类|单位)(?=[一-鿿]{2,12}[书表]$)|电子版的?(?=《))+/u

/** Words by which a sentence asks for things. */
export const asks = /提交|报送|保送|填写|填报|填|提供|上报|报至|交至|送至|寄|发送|发至|上传|递交|报名材料|材料[:包]|材料(?:要求|清单|如下|应|须|要|需)|一式|\d份|[一二三四五两]份|附件|(?<![举汇通日电])报(?![告道名销酬刊])|交(?!流)|发(?![展布现挥掘扬动])|附|准备|须有|需有|出具/u
/** Headings under which things are asked for, and those under which they are not. */
export const askingHeadings = /材料|报送|申报|提交|推荐要求|推荐程序|推荐办法|程序|流程|方式|步骤|事项|安排|组织推荐|报名/u
export const otherHeadings = /宣传|总体要求|指导思想|标准|条件|范围|意义|组织领导|联系|奖励|表彰|目的|学习/u
