/** The letter that proves an address: a code, and nothing to open. */
import type { Letter } from '../mobilisation/letter'
import { CODE_MINUTES } from './mail-address'

export const codeLetter = (code: string): Letter => ({
  subject: `邮箱验证码 ${code}`,
  text: [
    `验证码：${code}`, '', `请在“我的账号”里填写，${CODE_MINUTES} 分钟内有效。填写后，选树的消息通知会发到这个邮箱。`, '不是您要的，不用理会：没有验证码，不会再有通知发来。', '', '此信由活动办公系统自动发出，不收回信；信里没有能用来登录的内容。',
    '', '- - -', '', `The code of your address: ${code}`, '', `Enter it under “My account” within ${CODE_MINUTES} minutes; news of Xuanshu then comes to this mailbox.`, 'If you did not ask for it, there is nothing to do: without the code nothing more will come.', '', 'Sent by the campaign system; replies are not read; nothing in it lets anybody in.', '',
  ].join('\n'),
})
