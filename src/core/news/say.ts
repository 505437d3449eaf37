/** What news says. The sentence holds no name: what it is about (campaign, unit, candidate) stands beside it, as far as its reader may read it. */
import type { Words } from '../kernel/finding'
import { sayEnd } from '../kernel/instant'
import type { Confirmation, NewsDetail, NewsKind } from './kinds'

type Say = (d: NewsDetail) => Words
const plain = (zh: string, en: string): Say => () => ({ zh, en })
/** With the end of the term, where one is known. */
const ending = (zh: string, en: string): Say => ({ until }) => (until === undefined ? { zh, en } : { zh: `${zh}，${sayEnd(until).zh} 截止`, en: `${en}, until ${sayEnd(until).en}` })

const asked: Readonly<Record<Confirmation, Words>> = {
  extension: { zh: '延长截止，请第二人确认', en: 'An extension waits for a second person' },
  amendment: { zh: '方案修订，请第二人确认', en: 'An amendment waits for a second person' },
  reopening: { zh: '重开账号，请第二人确认', en: 'An account to be opened again waits for a second person' },
  secondFactor: { zh: '改动登录核对，请第二人确认', en: 'A change of who signs in with two steps waits for a second person' },
  objection: { zh: '异议的处理意见，请第二人确认', en: 'The outcome of an objection waits for a second person' },
  setApart: { zh: '隔离件的处理意见，请第二人确认', en: 'A decision about a file set apart waits for a second person' },
  otherInstallation: { zh: '另一个平台的指纹，请第二人核对', en: 'The fingerprint of another installation waits for a second person' },
  roundDecision: { zh: '评委会对一轮评审的决定，请第二人确认', en: 'A decision of the jury about a round waits for a second person' },
  honourChange: { zh: '撤销或恢复荣誉，请第二人确认', en: 'An honour to be revoked or restored waits for a second person' },
}

const sentences: Readonly<Record<NewsKind, Say>> = {
  returned: ending('推荐被退回补正', 'A nomination was returned for correction'),
  returnTermNear: ending('退回补正的期限快到了', 'The term of a return is near'),
  deadlineNear: ending('报送快截止了，本单位还没有报送', 'The deadline is near and your unit has not submitted'),
  deadlineExtended: ending('报送截止时间延长', 'The deadline was extended'),
  stillAsked: ending('公示之前，请确认本单位人选仍然符合', 'Before the public notice: please say whether your candidates still fit'),
  accepted: plain('形式审查通过，已接收', 'Screening passed: the nomination was accepted'),
  rejected: plain('形式审查：不予受理', 'Screening: the nomination was rejected'),
  offlineReceived: plain('活动办公室收到线下件', 'The office took in an offline item'),
  paperReceived: plain('活动办公室登记收到纸质材料', 'The office entered paper as received'),
  paperUndone: plain('活动办公室撤销一条纸质材料登记', 'The office undid an entry of paper'),
  waitsForApprover: plain('推荐等您审签', 'A nomination waits for your seal'),
  handedBack: plain('审核人退给经办人修改', 'The approver handed a nomination back'),
  submitted: plain('推荐已审签报送', 'The nomination was sealed and submitted'),
  withdrawn: plain('推荐已撤回', 'The nomination was withdrawn'),
  applicationBegun: plain('有人个人申报，请看是否同意', 'A person applied alone: see whether your unit agrees'),
  candidateGaveBack: plain('人选填好，交回单位', 'The candidate gave the own part back'),
  candidateRefused: plain('人选有一项不同意', 'The candidate refused a consent'),
  candidateWithdrew: plain('人选本人退出', 'The candidate withdrew'),
  opinionAnswered: plain('外单位出具的材料到了', 'Another office issued the material it was asked for'),
  filmMade: plain('视频转换好了，等您采用', 'A film was converted and waits to be taken'),
  filmFailed: plain('视频没有转换成', 'A film could not be converted'),
  packageReady: plain('材料包做好了', 'The package is ready'),
  setApart: plain('一个文件带密级标志，已隔离', 'A file with a secrecy marking was set apart'),
  setApartSettled: plain('隔离件已处理完', 'A file set apart was dealt with'),
  campaignOpened: plain('新活动发布，请打开通知', 'A new campaign: open its notice'),
  campaignAmended: plain('活动方案有修订', 'The definition of the campaign was amended'),
  attachmentsChanged: plain('通知的附件有变动', 'An attachment of the notice changed'),
  quotaGranted: ({ count }) => (count === undefined ? { zh: '分到名额', en: 'Places were granted' } : { zh: `分到名额 ${count} 个`, en: `${count} ${count === 1 ? 'place was' : 'places were'} granted` }),
  quotaReturned: ({ count }) => (count === undefined ? { zh: '有单位退回名额', en: 'Places were returned' } : { zh: `退回名额 ${count} 个`, en: `${count} ${count === 1 ? 'place was' : 'places were'} returned` }),
  publicNoticeStarted: ending('公示开始', 'The public notice began'),
  honoursGiven: plain('荣誉已授予', 'The honours were given'),
  honourRevoked: plain('荣誉被撤销', 'An honour was revoked'),
  honourRestored: plain('荣誉恢复', 'An honour was restored'),
  partAskedAgain: plain('单位请您再改一改', 'Your unit asks you to change something'),
  partTakenBack: plain('单位收回，由单位接着填', 'Your unit took the form back to go on itself'),
  applicationDeclined: plain('单位不同意您的个人申报', 'The unit declined your application'),
  nominationSent: plain('收到一件推荐', 'A nomination came in'),
  nominationWithdrawn: plain('单位撤回一件推荐', 'A unit withdrew a nomination'),
  lateFileArrived: plain('报送后补传的材料到了', 'A file came after the submission'),
  attemptHandedIn: plain('单位补交一次没有报成的尝试', 'A unit handed in an attempt to submit that failed'),
  sentAgainApart: plain('隔离过的文件又有人上传，没有保存', 'A file that had been set apart was sent again; nothing was kept'),
  secondPersonAsked: ({ what }) => (what === undefined ? { zh: '有一件事请第二人确认', en: 'Something waits for a second person' } : asked[what]),
  organAnswered: plain('一个部门凭链接复函', 'An organ replied by its link'),
  objectionCame: plain('公示期间收到异议', 'An objection came in during the public notice'),
  correctionCame: plain('公示期间收到更正请求', 'A correction of the public notice was asked for'),
  objectionYours: plain('一件异议由您具名办理', 'You were named to handle an objection'),
  statementAsked: ending('活动办公室请您单位说明情况', 'The office asks your unit for a statement'),
  statementCame: plain('推荐单位作出了说明', 'The unit gave its statement'),
  statementSettled: plain('活动办公室请您单位说明的事有了结果', 'What the office asked your unit about is settled'),
  objectionDecided: plain('一件异议办结', 'An objection was closed'),
  objectionReopened: plain('纪检监督对一件异议提出意见，请办理', 'The supervisor’s note on an objection asks for action'),
  gateChanged: plain('有人选的资格有变化，等您决定', 'Something changed about a candidate: it waits for your decision'),
  gateDecided: plain('活动办公室对您说明的变化作了决定', 'The office decided about the change you told'),
  webhookStopped: plain('一个群机器人多日发不出，已停用', 'A webhook failed for days and was switched off'),
  cameFromAbove: ending('推荐上去的人选有了结果', 'Something came back from the level above'),
  archiveTaken: plain('由报送包收进推荐', 'Nominations were taken in from an archive'),
  wentUp: plain('向上级推荐了人选', 'Candidates were recommended upwards'),
  juryFormed: plain('请您担任评委会的工作', 'You were asked to serve on the jury'),
  roundOpened: plain('一轮评审已开启', 'A round of the jury was opened'),
  roundClosed: plain('一轮评审已封票计票', 'A round was closed and counted'),
  roundDecided: plain('评委会对一轮评审的并列作出了决定', 'The jury’s decision settled a round'),
  jurorDropped: plain('一名评委退出一轮评审，法定人数已重算', 'A juror was taken out of a round; its quorum was worked out anew'),
}

export const sayNews = (kind: NewsKind, detail: NewsDetail): Words => sentences[kind](detail)
