/** Who objects is known to the named handler and the supervisor alone: what others will read must not say it. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { sureIn } from '../secrecy/marked-values'
import { markedField } from '../secrecy/say'

export interface Identity { readonly name: string; readonly contact: string }
export const nobody: Identity = { name: '', contact: '' }

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s·•\-—()（）]/gu, '').toLowerCase()
/** Shorter ones stand in too many words. */
const LEAST = 2
const LEAST_CONTACT = 5

/** Whether a text tells the name or the contact, however it is spaced or widened. */
export const tellsWho = (text: string, who: Identity): boolean => {
  const [said, name, contact] = [plain(text), plain(who.name), plain(who.contact)]
  const digits = contact.replace(/\D/gu, '')
  return (name.length >= LEAST && said.includes(name)) || (contact.length >= LEAST_CONTACT && said.includes(contact)) || (digits.length >= 7 && said.replace(/\D/gu, '').includes(digits))
}
/** @param texts what others will read, by field */
export const judgeAnonymity = (texts: Readonly<Record<string, string>>, who: Identity): Finding[] => Object.entries(texts).filter(([, text]) => tellsWho(text, who)).map(([field]) => finding({
  code: 'objection.tellsWho', rule: null, strength: 'block', at: { field }, what: ['这一栏里有提出人的姓名或联系方式', 'This field holds the name or the contact of whoever objects'], mend: ['请删去：这一栏别人也会看到。姓名和联系方式只写在加密的栏目里。', 'Remove it: others read this field. Name and contact stand in the sealed fields only.'] }))

const labels: Readonly<Record<string, Words>> = {
  said: { zh: '异议内容', en: 'What is wrong' }, name: { zh: '您的姓名', en: 'Your name' }, contact: { zh: '您的联系方式', en: 'How to reach you' }, reads: { zh: '应当写成', en: 'As it should read' },
}
/** 密级标志 in what was typed: nothing of it is kept then. */
export const markedObjection = (typed: Readonly<Record<string, string>>): Finding[] => Object.entries(typed).flatMap(([field, value]) => {
  const markings = sureIn(value)
  return markings.length === 0 ? [] : [markedField(field, labels[field] ?? { zh: '这一栏', en: 'This field' }, markings)]
})
/** The network an address is counted by: one of IPv4, the /64 of IPv6. */
export const networkOf = (address: string): string => {
  const bare = address.replace(/^::ffff:(?=\d+\.)/iu, '')
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.split('::')
  const [left, right] = [head.split(':').filter((p) => p !== ''), (tail ?? '').split(':').filter((p) => p !== '')]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array.from({ length: zeros }, () => '0'), ...right].slice(0, 4).map((p) => p.toLowerCase().replace(/^0+(?=.)/u, '')).join(':')
}
