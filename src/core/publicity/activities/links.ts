/** Links as people paste them, judged by how they look as they are entered; no request fetches anything. Whether they open is looked at later, where that is on (publicity/links). */
import { finding, type Finding } from '../../kernel/finding'

const say = (code: string, strength: Finding['strength'], what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `activity.${code}`, rule: null, strength, at: { field: 'links' }, what, mend })

/** Scheme and host of an http(s) address; null: it is none. `core` has no URL: this reads the two parts that matter. */
const partsOf = (link: string): { readonly host: string; readonly rest: string } | null => {
  const m = /^https?:\/\/(?:[^/?#@\s]*@)?(\[[0-9a-f:.]+\]|[^/?#:\s]+)(?::\d{1,5})?([/?#]\S*)?$/iu.exec(link)
  return m === null ? null : { host: m[1]!.toLowerCase(), rest: m[2] ?? '' }
}
/** Null: it is no address of a page. */
export const hostOf = (link: string): string | null => partsOf(link)?.host ?? null

/** Reserved for examples, or reachable from one's own building alone (RFC 2606, 6761, 1918). */
const inside = /^(?:localhost|\[|(?:10|127|0)\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)|\.(?:local|localhost|lan|internal|test|invalid)$|^(?:www\.)?example\.(?:com|net)$/u

export const judgeLink = (link: string): Finding[] => {
  const shown = link.length > 40 ? `${link.slice(0, 40)}…` : link
  const parts = partsOf(link)
  if (parts === null) return [say('linkNone', 'block', [`“${shown}”不是一个网页地址`, `“${shown}” is no address of a page`], ['从浏览器的地址栏复制，以 https:// 开头，后面不带文字。', 'Copy it from the address bar: it begins with https:// and has no words behind it.'])]
  const looksDead = !/^[^.]+(?:\.[^.]+)+$/u.test(parts.host) || inside.test(parts.host) || /(?:…|\.\.\.)$/u.test(parts.rest) || /[\u4e00-\u9fff，。；、）”]$/u.test(parts.rest)
  return looksDead ? [say('linkDead', 'warn', [`“${shown}”看来别人打不开`, `“${shown}” looks as if others could not open it`], ['用手机流量打开一次试试；打不开的，换成公开的地址。', 'Open it once over the mobile network; where it does not open, give the public address.'])] : []
}
