/** 转载: the address under which a notice stands elsewhere. People follow it from a public page: a web address and nothing else. */
import { finding, type Finding } from '../kernel/finding'

/** No name and password before the host, no blank or control character, no other scheme. */
const web = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?|[a-z0-9]*[\u4e00-\u9fff][a-z0-9\u4e00-\u9fff-]*)(?:\.[a-z0-9\u4e00-\u9fff-]+)*(?::\d{1,5})?(?:[/?#][^\s\p{C}<>"'`\\]*)?$/iu

/** Whole, http or https, without a login. */
export const isWebAddress = (text: string): boolean => web.test(text)

/** Empty: it may stand on a public page; null is no link. */
export const judgeOriginal = (url: string | null): Finding[] => (url === null || isWebAddress(url) ? [] : [finding({ code: 'original.address', strength: 'block', rule: null, at: { field: 'url' },
  what: ['原文链接不是网页地址', 'The link is no web address'], mend: ['请写以 http:// 或 https:// 开头的完整网址，不带账号密码；没有的可以空着。', 'Write a whole address that begins with http:// or https://, without a login; it may stay empty.'] })])
