import type { Words } from '../kernel/finding'
import { roleNames, type Role } from '../access/actor'
import { sayNews, type NewsKind } from '../access/account-news'
import { sayEnd } from '../kernel/instant'
import { carriageNames, type Carriage } from '../secrecy/offline-track'
import { gateNames, type Gate } from '../nomination/gate-names'
import { entrySourceNames, type EntrySource } from '../nomination/enter-for-unit'
import { consentTexts, type ConsentKind } from '../nomination/candidate-part'
import { sayFailure, type FilmFailure } from '../materials/film-conversion'
import { sayActivities } from './say-activities'
import { sayMedia } from './say-media'
import { sayJuries } from './say-juries'
import { sayObjection } from './say-objections'
import { sayReleases } from './say-releases'
import { sayRounds } from './say-rounds'
import { sayJoining } from './say-joining'
import { sayInterviews } from './say-interviews'
import { saySituations } from './say-situations'
import { sayStories } from './say-stories'
import { saySupervision } from './say-supervision'
import { sayUpward } from './say-upward'
import type { Act, LedgerEntry } from './entry'

type Say = (data: LedgerEntry['data']) => Words
const plain = (zh: string, en: string): Say => () => ({ zh, en })
const until = (data: LedgerEntry['data']) => sayEnd(Number(data['until']))
const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

const because = (data: LedgerEntry['data'], [zh, en]: readonly [string, string]): Words => (data['reason'] === '' ? { zh, en } : { zh: `${zh}：${data['reason']}`, en: `${en}: ${data['reason']}` })

const saidFacts = (data: LedgerEntry['data']): string => [...Object.entries(data['counts'] ?? {}).map(([what, n]) => `${what} ${n}`), ...(Array.isArray(data['properties']) ? data['properties'] : [])].join('、') || '—'

const saidRoles = (data: LedgerEntry['data']): Words => {
  const names = (Array.isArray(data['roles']) ? data['roles'] as Role[] : []).map((r) => roleNames[r])
  return { zh: names.map((n) => n.zh).join('、'), en: names.map((n) => n.en).join(', ') }
}
const ownersOf: Readonly<Record<string, Words>> = { unit: { zh: '考核调研', en: 'the appraisal' }, office: { zh: '办公室自行组织的考核调研', en: 'the office’s own appraisal' } }
const whose = (d: LedgerEntry['data']): Words => ownersOf[String(d['owner'])] ?? ownersOf['unit']!
const partNames: Readonly<Record<string, Words>> = { visit: { zh: '走访', en: 'visits' }, symposium: { zh: '座谈会', en: 'the symposium' }, seat: { zh: '参加人员', en: 'who attended' }, talk: { zh: '个别谈话', en: 'talks' }, verdict: { zh: '逐项核实', en: 'verification' }, conclusion: { zh: '考核意见', en: 'the conclusion' } }
const partsTold = (d: LedgerEntry['data']): Words => {
  const all = Array.isArray(d['parts']) ? d['parts'].map((p) => partNames[String(p)]).filter((w) => w !== undefined) : []
  return { zh: all.map((w) => w.zh).join('、'), en: all.map((w) => w.en).join(', ') }
}

/** Each act of the ledger as a sentence without a subject; who and about whom stand beside it. */
const sentences: Readonly<Record<Act, Say>> = {
  'organisations.imported': (d) => ({ zh: `导入单位：新增 ${d['created']} 家，更新 ${d['updated']} 家`, en: `Imported units: ${d['created']} new, ${d['updated']} updated` }),
  'account.invited': plain('新建账号', 'Created an account'),
  ...sayJoining,
  'account.activated': plain('启用账号', 'Activated an account'),
  'account.wayChanged': (d) => sayNews(d['what'] as NewsKind, {}),
  'reopening.proposed': (d) => because(d, ['提请重开账号', 'Proposed to open an account again']),
  'reopening.withdrawn': plain('撤回重开账号的提请', 'Withdrew the proposal to open an account again'),
  'account.reopened': (d) => because(d, ['确认重开账号，原来的登录办法都已作废', 'Confirmed that an account is opened again; its former ways in are void']),
  'secondFactor.proposed': (d) => because(d, [`提请改登录核对两次的角色为：${saidRoles(d).zh}`, `Proposed that these sign in with two steps: ${saidRoles(d).en}`]),
  'secondFactor.withdrawn': plain('撤回登录核对的改动', 'Withdrew the change of who signs in with two steps'),
  'secondFactor.set': (d) => ({ zh: `确认登录核对两次的角色：${saidRoles(d).zh}`, en: `Confirmed who signs in with two steps: ${saidRoles(d).en}` }),
  'installation.setUp': plain('首次设置', 'First set-up'),
  'campaign.created': (d) => (d['previous'] === undefined ? { zh: '建立活动', en: 'Made the campaign' } : { zh: '接着上年的活动建立新一年的活动', en: 'Made the campaign of a new year from the one before' }),
  'campaign.revised': plain('修改活动草稿', 'Revised the draft of the campaign'),
  'campaign.opened': (d) => {
    const reasons = Array.isArray(d['answers']) ? d['answers'].map((a: { readonly reason?: unknown }) => String(a.reason)) : []
    const [zh, en] = [`发布活动，${d['units']} 家单位可见`, `Opened the campaign to ${d['units']} units`]
    return reasons.length === 0 ? { zh, en } : { zh: `${zh}；对 ${reasons.length} 处提醒写明理由：${reasons.join('；')}`, en: `${en}; gave reasons for ${reasons.length} warning(s): ${reasons.join('; ')}` }
  },
  'extension.proposed': (d) => ({ zh: `提请延长截止至 ${until(d).zh}：${d['reason']}`, en: `Proposed to extend the deadline to ${until(d).en}: ${d['reason']}` }),
  'extension.confirmed': (d) => ({ zh: `确认延长截止至 ${until(d).zh}，对所有单位有效`, en: `Confirmed the extension to ${until(d).en}, for all units` }),
  'campaign.forwarded': plain('转发上级活动', 'Forwarded a campaign from above'),
  'amendment.proposed': (d) => ({ zh: `提请修订方案：${d['reason']}`, en: `Proposed to amend the definition: ${d['reason']}` }),
  'amendment.confirmed': (d) => ({ zh: `确认修订，方案第 ${d['version']} 版起效`, en: `Confirmed the amendment: version ${d['version']} of the definition is in force` }),
  'amendment.withdrawn': plain('撤回修订', 'Withdrew the amendment'),
  'children.reasked': (d) => ({ zh: `重新核对下级活动 ${d['asked']} 个，须修改 ${d['mend']} 个`, en: `Asked ${d['asked']} campaigns below again; ${d['mend']} must be mended` }),
  'quota.received': (d) => ({ zh: `登记名额总数 ${d['total']} 个：${d['ground']}`, en: `Recorded ${d['total']} to distribute: ${d['ground']}` }),
  'quota.granted': (d) => ({ zh: `分配名额 ${d['count']} 个，${countOf(d['to'])} 家单位`, en: `Granted ${d['count']} to ${countOf(d['to'])} organisation(s)` }),
  'quota.returned': (d) => ({ zh: `退回名额 ${d['count']} 个`, en: `Returned ${d['count']}` }),
  'attachment.replaced': (d) => because(d, ['更换附件', 'Replaced an attachment']),
  'attachment.restored': (d) => because(d, ['恢复产品自带的附件', 'Went back to the product’s own attachment']),
  'attachment.added': (d) => because(d, [`加发附件“${d['title']}”`, `Added the attachment “${d['title']}”`]),
  'attachment.removed': (d) => because(d, [`去掉附件“${d['title']}”`, `Took the attachment “${d['title']}” away`]),
  'attachment.placed': () => ({ zh: '改正推荐表的填写位置', en: 'Corrected where the form is filled in' }),
  'original.stated': (d) => (d['name'] === '' ? { zh: '不再写明通知来源', en: 'No longer states where the notice comes from' } : { zh: `写明通知来源：${d['name']}`, en: `Stated where the notice comes from: ${d['name']}` }),
  'notice.acknowledged': plain('已阅知', 'Acknowledged the notice'),
  'reminder.sent': (d) => ({ zh: `提醒 ${d['units']} 家单位，发信 ${d['letters']} 封`, en: `Reminded ${d['units']} unit(s) by ${d['letters']} letter(s)` }),
  'reminder.paceSet': plain('设置催办时间', 'Set when reminders are due'),
  'organisation.countsSet': (d) => ({ zh: `填写单位的人数等：${saidFacts(d)}`, en: `Entered what a unit counts: ${saidFacts(d)}` }),
  'organisation.emailSet': plain('更改单位的联系邮箱', 'Changed the address of a unit’s letters'),
  'letter.retried': plain('再发一次没有发出的信', 'Sent once more a letter that had not left'),
  'nomination.created': plain('新建推荐', 'Began a nomination'),
  'nomination.enteredForUnit': (d) => { const from = entrySourceNames[d['source'] as EntrySource]; return { zh: `代没有账号的单位录入推荐，由来：${from.zh}，${d['receivedOn']} 收到`, en: `Began a nomination for a unit without an account, from ${from.en.toLowerCase()} of ${d['receivedOn']}` } },
  'application.begun': plain('本人申报', 'A person applied alone'),
  'application.declined': plain('单位不同意个人申报', 'The unit declined an application'),
  'lead.reported': (d) => (d['source'] === 'public' ? { zh: '公开征集到一条典型线索', en: 'Took in a lead from the public' } : { zh: '报告一条典型线索', en: 'Reported a lead' }),
  'lead.seen': plain('看了一条典型线索', 'Looked at a lead'),
  'lead.passed': (d) => (d['to'] === null ? { zh: '把一条典型线索退给活动办公室', en: 'Gave a lead back to the office' } : { zh: '转交一条典型线索', en: 'Passed a lead on' }),
  'lead.takenUp': (d) => ({ zh: `采用典型线索，新建推荐，带入 ${d['fields']} 栏`, en: `Took a lead up as a nomination, ${d['fields']} field(s) filled` }),
  'lead.joined': (d) => ({ zh: `把典型线索并入这件推荐，带入 ${d['fields']} 栏`, en: `Added a lead to this nomination, ${d['fields']} field(s) filled` }),
  'lead.declined': plain('没有采用一条典型线索', 'Did not take a lead up'),
  'leads.cleared': (d) => ({ zh: `到期删除典型线索 ${d['count']} 条`, en: `Deleted ${d['count']} lead(s) whose time was over` }),
  'record.linked': (d) => ({ zh: `由人选档案带入 ${d['fields']} 栏`, en: `Filled ${d['fields']} field(s) from the record of the person` }),
  'record.erased': (d) => (d['as'] === 'person' ? { zh: `本人要求删除个人信息：推荐草稿 ${countOf(d['nominations'])} 件`, en: `Erased at the person’s request: ${countOf(d['nominations'])} draft(s)` } : { zh: `单位代本人删除个人信息：推荐草稿 ${countOf(d['nominations'])} 件`, en: `Erased by the unit on the person’s behalf: ${countOf(d['nominations'])} draft(s)` }),
  'candidate.codeGiven': plain('发推荐码，请人选填写', 'Gave out the code for the candidate'),
  'candidate.opened': plain('人选凭推荐码打开', 'The candidate came in by the code'),
  'candidate.consented': (d) => { const { zh, en } = consentTexts[d['kind'] as ConsentKind].title; return { zh: `本人同意：${zh}`, en: `The candidate consents: ${en}` } },
  'candidate.refused': (d) => { const { zh, en } = consentTexts[d['kind'] as ConsentKind].title; return { zh: `本人不同意：${zh}`, en: `The candidate refuses: ${en}` } },
  'candidate.gaveBack': plain('人选填好，交回单位', 'The candidate gave it back to the unit'),
  'candidate.takenBack': plain('收回，由单位自己填', 'The unit took it back to fill in itself'),
  'candidate.askedAgain': plain('请人选再改', 'Asked the candidate to change something'),
  'candidate.withdrew': plain('人选本人退出', 'The candidate withdrew'),
  'candidate.recordTaken': plain('人选下载了关于自己的记录', 'The candidate took the record about oneself'),
  'offline.begun': (d) => ({ zh: `登记线下件 ${d['number']} 号，${carriageNames[d['carriedBy'] as Carriage].zh}`, en: `Registered offline item ${d['number']}: ${carriageNames[d['carriedBy'] as Carriage].en.toLowerCase()}` }),
  'offline.registered': plain('改线下件的登记', 'Changed what is registered of an offline item'),
  'offline.received': (d) => ({ zh: `收到线下件 ${d['volumes']} 卷（${d['on']}）`, en: `Took in an offline item of ${d['volumes']} volume(s) on ${d['on']}` }),
  'seat.taken': (d) => (d['as'] === 'unitApprover' ? { zh: '在单位的席位上代为审签', en: 'Took the seat of the unit’s approver' } : { zh: '在单位的席位上接着录入', en: 'Took the seat of the unit’s clerk' }),
  'nomination.sentToApprover': plain('送审签', 'Sent it to the approver'),
  'nomination.handedBack': plain('退给经办人', 'Handed it back to the clerk'),
  'nomination.submitted': (d) => ({ zh: `审签报送，${countOf(d['files'])} 份材料${d['sealed'] === undefined ? '' : `，另有 ${countOf(d['sealed'])} 份封单在途`}`, en: `Sealed and submitted with ${countOf(d['files'])} files${d['sealed'] === undefined ? '' : ` and ${countOf(d['sealed'])} sealed on their way`}` }),
  'deadlineMode.set': (d) => (d['minutes'] === 0 ? { zh: '解除截止模式，打包等照常进行', en: 'Lifted the deadline mode: heavy work goes on' } : { zh: `截止模式：截止前 ${d['minutes']} 分钟起，打包等暂缓`, en: `Deadline mode: heavy work waits from ${d['minutes']} minutes before the end` }),
  'attempt.handedIn': plain('浏览器补交一次报送尝试', 'A browser handed in an attempt to submit'),
  'nomination.withdrawn': plain('撤回推荐', 'Withdrew the nomination'),
  'nominations.imported': (d) => ({ zh: `由汇总表新建推荐 ${d['created']} 件`, en: `Began ${d['created']} nomination(s) from a summary sheet` }),
  'nominations.ranked': (d) => ({ zh: `排定本单位 ${countOf(d['order'])} 件推荐的先后`, en: `Put the unit’s ${countOf(d['order'])} nominations in order` }),
  'appraisal.recorded': (d) => ({ zh: `记录${whose(d).zh}：${partsTold(d).zh}`, en: `Recorded ${whose(d).en}: ${partsTold(d).en}` }),
  'appraisal.verified': (d) => ({ zh: `${whose(d).zh}逐项核实完毕：${d['facts']} 项，有出入 ${d['differs']} 项，无法核实 ${d['unknown']} 项`, en: `Verified all ${d['facts']} facts in ${whose(d).en}: ${d['differs']} differ, ${d['unknown']} cannot be verified` }),
  'appraisal.absenceConfirmed': (d) => (d['confirmed'] === true ? { zh: '审核人确认座谈会有一个席位该单位没有', en: 'The approver confirmed that a post at the symposium does not exist there' } : { zh: '审核人撤回对座谈会席位的确认', en: 'The approver took back the confirmation of a post that does not exist' }),
  'appraisal.closed': (d) => ({ zh: `办结${whose(d).zh}，${d['items']} 条记录，校验值 ${String(d['content']).slice(0, 12)}`, en: `Closed ${whose(d).en}: ${d['items']} items, ${String(d['content']).slice(0, 12)}` }),
  'appraisal.reopened': (d) => ({ zh: `重新打开${whose(d).zh}`, en: `Opened ${whose(d).en} again` }),
  'phone.letIn': plain('一部手机凭码接入，只能看和传这件推荐的材料', 'A phone was let in by its code, to the materials of this nomination alone'),
  'phone.shutOut': plain('断开手机', 'Shut a phone out'),
  'material.received': plain('收到一份材料', 'Received a file'),
  'material.supplemented': (d) => (d['as'] === 'sealed' ? { zh: '封单的文件传到，校验值相符', en: 'A sealed file arrived, its checksum as registered' } : { zh: '报送后补传一份材料', en: 'A file came after the submission, by its own date' }),
  'manifest.registered': (d) => ({ zh: `登记封单，${countOf(d['files'])} 个文件`, en: `Registered the checksums of ${countOf(d['files'])} file(s) on their way` }),
  'material.removed': plain('移除一份材料', 'Removed a file'),
  'film.asked': plain('请服务器转换一个视频', 'Asked the server to convert a film'),
  'film.made': plain('服务器转换好一个视频，等经办人采用', 'The server converted a film; the clerk has to take it'),
  'film.failed': (d) => { const { what } = sayFailure(d['why'] as FilmFailure); return { zh: `服务器没有转成一个视频：${what.zh}`, en: `The server did not convert a film: ${what.en}` } },
  'film.taken': plain('采用服务器转换的视频', 'Took a film that the server had converted'),
  'film.dropped': plain('不用服务器转换的视频，原片一并删去', 'Dropped a conversion; the original that was sent for it is removed'),
  'consultation.asked': (d) => ({ zh: `征求意见：发出 ${d['letters']} 封信，问 ${d['questions']} 人次`, en: `Asked other organs by ${d['letters']} letter(s), ${d['questions']} question(s)` }),
  'consultation.linkMade': plain('给一个部门的信换了链接', 'Made a new link for a letter to an organ'),
  'consultation.linkRevoked': plain('撤回给一个部门的链接', 'Revoked the link of a letter to an organ'),
  'consultation.answered': (d) => (d['link'] !== undefined ? { zh: `一个部门凭链接复函，${d['answers']} 名人选`, en: `An organ replied by its link about ${d['answers']} candidate(s)` } : { zh: `登记一个部门的复函，${d['answers']} 名人选`, en: `Entered the reply of an organ about ${d['answers']} candidate(s)` }),
  'opinion.asked': (d) => ({ zh: `请外单位出具一份材料，期限 ${until(d).zh}`, en: `Asked another office for a material, until ${until(d).en}` }),
  'opinion.revoked': plain('撤回给外单位的链接', 'Revoked the link of another office'),
  'opinion.answered': plain('外单位经链接出具一份材料', 'Another office issued a material by its link'),
  'paper.received': (d) => ({ zh: `登记收到纸质材料 ${countOf(d['items'])} 项`, en: `Entered ${countOf(d['items'])} item(s) of paper as received` }),
  'paper.undone': (d) => because(d, ['撤销一条纸质材料登记', 'Undid an entry of paper']),
  'secrecy.setApart': (d) => ({ zh: `文件带密级标志 ${d['markings']} 处，已隔离`, en: `A file with ${d['markings']} marking(s) was set apart` }),
  'secrecy.sentAgain': plain('隔离过的文件再次上传，没有保存', 'A file that had been set apart was sent again; nothing was kept'),
  'secrecy.reported': (d) => ({ zh: `隔离件已向${d['to']}报告`, en: `Reported a file set apart to ${d['to']}` }),
  'secrecy.decided': (d) => because(d, d['decision'] === 'release' ? ['提请解除隔离（误报）', 'Proposed to release a file set apart'] : ['提请清除隔离件', 'Proposed to purge a file set apart']),
  'secrecy.takenBack': plain('撤回对隔离件的处理意见', 'Took back the decision about a file set apart'),
  'secrecy.confirmed': (d) => (d['decision'] === 'release' ? { zh: '第二人确认解除隔离', en: 'Confirmed the release, as the second person' } : { zh: '第二人确认清除隔离件', en: 'Confirmed the purge, as the second person' }),
  'secrecy.done': (d) => (d['decision'] === 'release' ? { zh: '隔离已解除，文件照常核验', en: 'Released: the file goes its ordinary way' } : { zh: '隔离件已清除', en: 'The file set apart was purged' }),
  'screening.accepted': plain('形式审查：接收', 'Screening: accepted'),
  'screening.returned': (d) => ({ zh: `形式审查：退回补正 ${d['points']} 处，期限 ${until(d).zh}`, en: `Screening: returned with ${d['points']} point(s), until ${until(d).en}` }),
  'screening.rejected': plain('形式审查：不予受理', 'Screening: rejected'),
  'screening.held': (d) => (d['decision'] === 'accept' ? { zh: `批量接收 ${countOf(d['nominations'])} 件，先不发出`, en: `Accepts ${countOf(d['nominations'])} at once; held before they are told` } : { zh: `批量退回补正 ${countOf(d['nominations'])} 件，先不发出`, en: `Returns ${countOf(d['nominations'])} at once; held before they are told` }),
  'screening.undone': (d) => ({ zh: `撤销还没发出的批量结论 ${d['nominations']} 件`, en: `Undid decisions on ${d['nominations']} that were held` }),
  'screening.holdSet': (d) => ({ zh: `批量结论改为 ${d['minutes']} 分钟后发出，原为 ${d['before']} 分钟`, en: `Bulk decisions are told after ${d['minutes']} minutes, before: ${d['before']}` }),
  'gate.asked': (d) => ({ zh: `${d['objection'] === undefined ? '' : '补充'}公示前请 ${countOf(d['units'])} 家单位确认 ${d['nominations']} 名人选，${until(d).zh}前答复`, en: `Asked ${countOf(d['units'])} unit(s) before the ${d['objection'] === undefined ? 'public' : 'supplementary'} notice about ${d['nominations']} candidate(s), until ${until(d).en}` }),
  'gate.answered': (d) => { const at = gateNames[d['gate'] as Gate]; return d['answer'] === 'changed' ? { zh: `说明人选资格有变化（${at.zh}）`, en: `Told that something about the candidate changed (${at.en})` } : { zh: `确认人选当天仍然符合（${at.zh}）`, en: `Confirmed that the candidate still fits that day (${at.en})` } },
  'gate.decided': (d) => { const at = gateNames[d['gate'] as Gate]; return d['outcome'] === 'stops' ? { zh: `决定：在“${at.zh}”这一关不再列入`, en: `Decided: left out at ${at.en}` } : { zh: `决定：“${at.zh}”这一关继续`, en: `Decided: goes on at ${at.en}` } },
  'jury.formed': (d) => ({ zh: `组成评委会，评委 ${countOf(d['jurors'])} 人`, en: `Formed a jury of ${countOf(d['jurors'])}` }),
  'conflicts.declared': (d) => (countOf(d['candidates']) === 0 ? { zh: '签到，无须回避', en: 'Checked in, no conflict' } : { zh: `签到，申报回避 ${countOf(d['candidates'])} 人`, en: `Checked in, recused from ${countOf(d['candidates'])}` }),
  'ballot.cast': (d) => (d['again'] === true ? { zh: '改投', en: 'Changed the ballot' } : { zh: '投票', en: 'Cast a ballot' }),
  'round.closed': (d) => ({ zh: `封票计票，收回 ${d['returned']} 张`, en: `Closed the round and counted ${d['returned']} ballots` }),
  ...sayReleases, ...sayRounds, ...saySupervision, ...sayStories, ...sayActivities, ...saySituations, ...sayMedia, ...sayInterviews,
  'publicNotice.started': (d) => {
    const silent = countOf(d['silent'])
    const without = silent === 0 ? { zh: '', en: '' } : { zh: `；${silent} 人的单位没有答复，理由：${d['reason']}`, en: `; the units of ${silent} had not answered, reason: ${d['reason']}` }
    return { zh: `开始公示 ${countOf(d['candidates'])} 人，至 ${until(d).zh}${without.zh}`, en: `Began the public notice of ${countOf(d['candidates'])} until ${until(d).en}${without.en}` }
  },
  ...sayJuries, ...sayObjection,
  ...sayUpward,
  'honour.certificatesShaped': (d) => (d['upright'] === true ? { zh: '证书改用竖版', en: 'Chose upright certificates' } : { zh: '证书改用横版', en: 'Chose lying certificates' }),
  'honours.given': (d) => ({ zh: `授予荣誉 ${countOf(d['honours'])} 人`, en: `Gave ${countOf(d['honours'])} honours` }),
  'honour.changeProposed': (d) => because(d, d['change'] === 'revoke' ? [`提请撤销荣誉 ${d['number']}`, `Proposed to revoke the honour ${d['number']}`] : [`提请恢复荣誉 ${d['number']}`, `Proposed to restore the honour ${d['number']}`]),
  'honour.changeWithdrawn': (d) => ({ zh: `撤回对荣誉 ${d['number']} 的提请`, en: `Withdrew the proposal about the honour ${d['number']}` }),
  'honour.revoked': (d) => because(d, [`第二人确认，撤销荣誉 ${d['number']}`, `Revoked the honour ${d['number']}, confirmed by a second person`]),
  'honour.restored': (d) => because(d, [`第二人确认，恢复荣誉 ${d['number']}`, `Restored the honour ${d['number']}, confirmed by a second person`]),
  'package.asked': (d) => ({ zh: `请求打包材料 ${d['nominations']} 件`, en: `Asked for a package of ${d['nominations']} dossier(s)` }),
  'package.made': (d) => ({ zh: `材料包已做好：${d['nominations']} 件，${d['files']} 个文件${d['lacking'] === 0 ? '' : `，${d['lacking']} 个没有装入`}，清单校验值 ${String(d['manifest']).slice(0, 12)}`, en: `Package ready: ${d['nominations']} dossier(s), ${d['files']} files${d['lacking'] === 0 ? '' : `, ${d['lacking']} left out`}, manifest ${String(d['manifest']).slice(0, 12)}` }),
  'package.removed': plain('提前删去材料包', 'Removed a package before its time'),
  'webhook.added': (d) => ({ zh: `添加群机器人，发往 ${d['host']}`, en: `Added a webhook to ${d['host']}` }),
  'webhook.changed': (d) => (d['on'] === false ? { zh: '停用群机器人', en: 'Switched a webhook off' } : { zh: '改群机器人的设置', en: 'Changed a webhook' }),
  'webhook.removed': plain('去掉群机器人', 'Removed a webhook'),
  'webhook.stopped': plain('群机器人多日发不出，自动停用', 'A webhook failed for days and was switched off by itself'),
  'record.exported': (d) => ({ zh: `导出活动记录，至第 ${d['position']} 条`, en: `Exported the record up to row ${d['position']}` }),
}

export const sayAct = (entry: Pick<LedgerEntry, 'act' | 'data'>): Words => sentences[entry.act](entry.data)
