/** What each way of voting guards against and what it does not, for those who vote and those who choose the way (decisions 006, 046, 047, 052, 065). */
import type { Words } from '../kernel/finding'

/** `might`: not by what the product shows, but by whoever goes about it. */
export type Reach = 'no' | 'might' | 'yes'
interface Told { readonly reach: Reach; readonly words: Words }
export interface WayOfVoting {
  readonly id: 'named' | 'secret' | 'keyShares' | 'paper' | 'public'
  readonly name: Words
  /** For whom it is. */
  readonly suits: Words
  readonly officeBefore: Told
  readonly serverBefore: Told
  /** Who gave whom what, once the box is open. */
  readonly after: Told
  /** From copies of database and disk, later. */
  readonly backups: Told
  readonly holds: readonly Words[]
  readonly holdsNot: readonly Words[]
}

const w = (zh: string, en: string): Words => ({ zh, en })
const no = (zh: string, en: string): Told => ({ reach: 'no', words: w(zh, en) })
const might = (zh: string, en: string): Told => ({ reach: 'might', words: w(zh, en) })
const yes = (zh: string, en: string): Told => ({ reach: 'yes', words: w(zh, en) })

const sealedTillThen = no('只看得到已投几人', 'They see only how many have voted')
const sameForAll = w('改投以最后一次为准；封票前没有任何部分结果，对谁都没有', 'The last ballot of a juror counts; before the close there is no part of a result, for nobody')
const receipt = w('每张票有一个回执码，开箱后评委能在票箱清单里找到自己的票，查它有没有被改过、丢掉', 'Every ballot has a receipt code: when the box is open, jurors find their own among the codes and see that it was neither changed nor lost')

export const waysOfVoting: readonly WayOfVoting[] = [
  {
    id: 'named', name: w('记名投票', 'Named vote'), suits: w('须对自己的票负责、要存档备查的表决', 'Votes that people answer for and that are kept on file'),
    officeBefore: sealedTillThen, serverBefore: might('封票前开箱钥匙在服务器上', 'The key lies on the server until the close'),
    after: yes('记录里写明谁投了什么', 'The record says who gave what'), backups: yes('备份里就是这份记录', 'A backup holds the same record'),
    holds: [sameForAll, receipt], holdsNot: [w('不保密：开箱后姓名和票在一起，看得到这份记录的人都能看到', 'It is not secret: once open, name and ballot stand together for all who may read the record')],
  },
  {
    id: 'secret', name: w('无记名投票', 'Secret vote'), suits: w('一般评委会；相信管服务器的人在投票那几天不动手脚', 'Most juries: those who trust whoever runs the server for the days of the vote'),
    officeBefore: sealedTillThen, serverBefore: might('封票前开箱钥匙在服务器上', 'The key lies on the server until the close'),
    after: no('对不上人：开箱时打乱次序、一次写入，钥匙随即销毁', 'At the opening all are shuffled and written at once, and the key is destroyed'), backups: no('对不上人；投票期间把放钥匙的目录也备份了的除外', 'Unless the folder of keys was copied too while the vote was on'),
    holds: [sameForAll, receipt, w('事后拿到数据库、日志、备份和主密钥的人，也分不清哪张票是谁的', 'Whoever later has database, log, backups and the master key cannot tell whose ballot is whose')],
    holdsNot: [w('投票期间掌管服务器的人，能取到钥匙，有可能逐张打开并知道是谁的', 'Whoever controls the server while the vote is on can get at the key, and might open ballots and know whose they are'), w('打分的，回避留下的空格、评语的口气和长短，可能让人猜到是谁', 'In scoring, gaps left by recusals, and the manner and length of comments, may let people guess')],
  },
  {
    id: 'keyShares', name: w('无记名投票，开箱钥匙三人分持', 'Secret vote, key split among three'), suits: w('不愿把信任放在一个人身上的评委会', 'Juries that will not rest their trust on one person'),
    officeBefore: no('三人中两人到场才开得了箱', 'The box opens only with two of the three'), serverBefore: might('要在打印钥匙、开箱那两刻改动程序，或与两位保管人合谋', 'Only by changing the program when shares are printed or the box is opened, or together with two holders'),
    after: no('对不上人，同无记名投票', 'As in a secret vote'), backups: no('对不上人', 'Nothing in it tells whose ballot is whose'),
    holds: [sameForAll, receipt, w('开箱前，管理员、整份备份、一个不可靠的保管人，都打不开', 'Before the opening neither administrator, nor a whole backup, nor one dishonest holder opens it')],
    holdsNot: [w('服务器的程序被人改动，或两位保管人与掌管服务器的人合谋', 'A program that somebody changed, or two holders together with whoever runs the server'), w('两份钥匙都丢了，这轮只能废止重投', 'With two shares lost the round can only be given up and voted again'), w('印出的钥匙被拍照、下载后没删，就等于多了一份', 'A share that is photographed, or downloaded and not deleted, exists twice')],
  },
  {
    id: 'paper', name: w('纸质选票', 'Paper ballots'), suits: w('不接受选票经过服务器的评委会；当面开会的', 'Juries that will not have their ballots pass a server, and meetings in one room'),
    officeBefore: might('开票的人看得到票面，看不到是谁的', 'Those who open the box see the papers, not whose they are'), serverBefore: no('票上的号不对应任何人', 'The number on a paper belongs to nobody'),
    after: might('认得笔迹的人', 'By somebody who knows the hand'), backups: no('票上的号不对应任何人', 'The number on a paper belongs to nobody'),
    holds: [w('两个人各自录入，互相看不到，不一致的对着原票改，全部留痕', 'Two persons enter all papers without seeing each other’s; what differs is settled over the paper, on record'), w('发出、收回张数由监票人登记，收回多于发出的整轮无效', 'Scrutineers state how many were issued and returned; more returned than issued voids the round')],
    holdsNot: [w('开票到录完这段时间，结果靠监票人守住', 'From opening to entering, it is for the scrutineers that no result gets out'), w('没有回执码：评委不能自己查自己的票', 'There is no receipt code: jurors cannot look for their own ballot')],
  },
  {
    id: 'public', name: w('公众投票', 'Vote of the public'), suits: w('只占少量、事先写明比例的参考', 'A small part of the result, declared beforehand'),
    officeBefore: no('各人得票结束前对谁都不显示', 'Votes by candidate are shown to nobody before the end'), serverBefore: might('结束前可以拿网络地址去试是不是投过', 'Until the end network addresses could be tried against what is kept'),
    after: no('逐票记录结束时销毁，只留按天合计', 'Single votes are destroyed at the end; sums by day remain'), backups: might('结束前的备份里有，结束后的没有', 'In copies from before the end, not in later ones'),
    holds: [w('同一浏览器、同一网络每天有上限，规则事先公布，中途不能改、不能提前结束', 'There are limits for a browser and a network a day, published beforehand; nobody changes them or ends the vote early')],
    holdsNot: [w('清除浏览记录、换网络就能再投：挡不住有组织的刷票，所以只占很小比例', 'Who clears the browser or changes the network votes again: organised stuffing is not kept out, which is why the part is small')],
  },
]

/** True of every way. */
export const alwaysTrue: readonly Words[] = [
  w('评委少、意见一致时，看票数就知道每个人投了什么。没有哪种办法能挡住；人少的评委会只公布通过与否。', 'Where a jury is small and of one mind, the figures tell how each voted. No way of voting prevents that; small juries publish only who passed.'),
  w('坐在旁边的人、拍下屏幕的人、要你拿回执码证明投了谁的人，系统挡不住。回执码请自己收好，不给别人看。', 'Nobody is kept from looking over a shoulder, photographing a screen, or asking for a receipt code as proof. Keep the code and show it to nobody.'),
  w('记录里的票数、门槛和结果，任何人都能用校验页重新算一遍；校验证明数得对，不证明投票时没人偷看。', 'Anybody can recount figures, thresholds and result of a record on the page that verifies; it proves the count, not that nobody looked during the vote.'),
]

/** @param round of a definition */
export const wayOfRound = (round: { readonly ballot: 'secret' | 'named'; readonly keyShares?: boolean | undefined; readonly paper?: boolean | undefined }): WayOfVoting['id'] =>
  round.paper === true ? 'paper' : round.keyShares === true ? 'keyShares' : round.ballot
