/** What a person is told about the own account: each change of a way in, whoever made it. */
import type { Words } from '../kernel/finding'
import { sayFullEnd, type Instant } from '../kernel/instant'
import { oneLine } from '../mobilisation/letter'

export const newsKinds = ['passwordChanged', 'passkeyAdded', 'passkeyRemoved', 'totpSet', 'totpRemoved', 'codesMade', 'codeUsed', 'oidcLinked', 'oidcUnlinked', 'reopened'] as const
export type NewsKind = (typeof newsKinds)[number]

/** All optional: the ledger tells the same without names. `name`: of a passkey or of the organisation's sign-in. `left`: recovery codes that are not used. `proposedBy`, `confirmedBy`: who opened the account again. */
export interface NewsDetail { readonly name?: string; readonly left?: number; readonly proposedBy?: string; readonly confirmedBy?: string; /** On the server, by whoever runs it. */ readonly operator?: boolean }

export const sayNews = (kind: NewsKind, d: NewsDetail): Words => {
  const [zh, en] = d.name === undefined ? ['', ''] : [`“${d.name}”`, ` “${d.name}”`]
  const both = d.operator === true ? { zh: '由系统管理员在服务器上', en: ' on the server by its operator' } : { zh: `由${d.proposedBy}提请、${d.confirmedBy}确认`, en: `, proposed by ${d.proposedBy} and confirmed by ${d.confirmedBy}` }
  const left = d.left === undefined ? { zh: '', en: '' } : { zh: `，还剩 ${d.left} 个`, en: `; ${d.left} left` }
  switch (kind) {
    case 'passwordChanged': return { zh: '密码改过了', en: 'The password was changed' }
    case 'passkeyAdded': return { zh: `添加了通行密钥${zh}`, en: `The passkey${en} was added` }
    case 'passkeyRemoved': return { zh: `去掉了通行密钥${zh}`, en: `The passkey${en} was removed` }
    case 'totpSet': return { zh: '绑定了动态口令', en: 'A one-time code was set up' }
    case 'totpRemoved': return { zh: '去掉了动态口令', en: 'The one-time code was taken away' }
    case 'codesMade': return { zh: '生成了新的恢复码，旧的都已作废', en: 'New recovery codes were made; older ones are void' }
    case 'codeUsed': return { zh: `用掉了一个恢复码${left.zh}`, en: `A recovery code was used${left.en}` }
    case 'oidcLinked': return { zh: `关联了单位的统一登录${zh}`, en: `The sign-in of the organisation${en} was linked` }
    case 'oidcUnlinked': return { zh: `解除了与单位统一登录${zh}的关联`, en: `The sign-in of the organisation${en} was unlinked` }
    case 'reopened': return { zh: `账号${both.zh}重开：原来的密码、动态口令、通行密钥、恢复码都已作废`, en: `The account was opened again${both.en}: password, one-time code, passkeys and recovery codes of before are void` }
  }
}

export interface AccountLetter { readonly subject: string; readonly text: string }
interface About { readonly kind: NewsKind; readonly detail: NewsDetail; readonly at: Instant; readonly personName: string; readonly login: string; readonly organisation: string; readonly address: string }

/** The same by mail: nothing in it opens anything. */
export const accountLetter = ({ kind, detail, at, personName, login, organisation, address }: About): AccountLetter => {
  const [said, when] = [sayNews(kind, detail), sayFullEnd(at)]
  const who = { zh: `${oneLine(organisation)}${oneLine(personName)}的账号 ${oneLine(login)}`, en: `the account ${oneLine(login)} of ${oneLine(personName)}, ${oneLine(organisation)}` }
  return {
    subject: `账号有变动：${oneLine(personName)}`,
    text: [
      `${who.zh}：${oneLine(said.zh)}。`, `时间：${when.zh}（北京时间）。`, '', '是本人办的，不用理会。不是本人办的，请立即告诉本单位的活动办公室和纪检监督。', `登录后在“我的账号”里可以看到每一次变动：${address}`, '', '此信由活动办公系统自动发出，不收回信；信里没有能用来登录的内容。',
      '', '- - -', '', `A change to an account: ${oneLine(personName)}`, '', `About ${who.en}: ${oneLine(said.en)}.`, `Time: ${when.en} (Beijing).`, '', 'If the person did it, there is nothing to do. If not, tell your office and its discipline supervisor at once.', `Every change is listed under “My account”: ${address}`, '', 'Sent by the campaign system; replies are not read; nothing in it lets anybody in.', '',
    ].join('\n'),
  }
}
