/** Attachments by name: the list after 附件, and things the text marks 附件N; the number is no part of the name. */
import type { Prepared, Span } from '../text/prepare'
import type { Sentence } from '../text/sentences'
import type { Found } from '../rules/recognise/page'
import { isBody, linesIn } from './heading'

const extension = /\.(?:docx?|xlsx?|pdf|rar|zip|wps|et|pptx?)$/iu
const clean = (name: string): string => name.replace(/^附:/u, '').replace(/^-?\s*附件\s*(?:\d{1,2}(?!\d))?\s*[.:、·)]?\s*/u, '').replace(/^\d{1,2}\s*[.:、·)]\s*/u, '').replace(extension, '').replace(/[《》。;]/gu, '').replace(/\((?:另附|见附件|下载|略|点击下载)\)$/u, '').trim()
const listHead = /^附件 (?=[一-鿿《“])|^-? ?附件(?:下载|列表|材料)?(?:[:]|$)|^附:|^-? ?附件 ?\d{1,2}[:.]/u
const ends = /^(?:来源|原文|版权|电话|邮箱|联系|编辑|责任|上一篇|下一篇|抄送|印发)|(?:\d{4}|二[〇零O○][^ ]{2})年.{1,3}月.{1,3}日$/u

/** Lines or inline items from 附件: on, with the stretch they fill. */
function block(prepared: Prepared, span: Span): { found: Found<string>[]; span: Span } | undefined {
  const lines = linesIn(prepared, span)
  const start = lines.findIndex((l) => listHead.test(l.text))
  if (start < 0) return undefined
  const found: Found<string>[] = []
  let numbered = false
  let to = lines[start]?.to ?? span.to
  for (const line of lines.slice(start, start + 20)) {
    if (ends.test(line.text) || (line.text.length > 90) || /[。]./u.test(line.text)) break
    if (found.length > 0 && /^(?:\d{4}|二[〇零O○].{2})年/u.test(lines[lines.indexOf(line) + 1]?.text ?? '') && isBody(line.text)) break
    const text = line.text.replace(/^-? ?附件(?:下载|列表|材料)?:?$|^附件 (?=[一-鿿《“])/u, '')
    const pieces = text.split(/(?<=[^\d]) ?(?=\d{1,2}[.、](?!\d))|(?<=[表书函])、(?=[^、]{3,}[表书函](?:、|$))/u)
    // 附:名单 and the persons of the list
    if (found.length > 0 && !numbered && /^1[.、]/u.test(text.trim()) && /^附:.{2,}/u.test(lines[start]?.text ?? '')) break
    if (found.length > 0 && numbered && !/^-? ?(?:附件)? ?\d/u.test(text.trim())) break
    numbered ||= /^-? ?(?:附件:?)? ?\d/u.test(line.text)
    for (const piece of pieces) {
      const name = clean(piece.replace(/^-? ?附件(?:下载|列表)?:/u, ''))
      if (name.length < 2) continue
      const from = line.from + line.text.indexOf(piece)
      const own = clean(prepared.say(from, from + piece.length).normalize('NFKC').replace(/^-? ?附件(?:下载|列表)?:/u, ''))
      found.push({ value: own === '' ? name : own, from, to: from + piece.length })
    }
    to = line.to
  }
  return found.length === 0 ? undefined : { found, span: { from: lines[start]?.from ?? span.from, to } }
}

/** 推荐表(附件2), 附件1推荐表, 附件:公示名单 inside the text. */
function inline(sentences: readonly Sentence[]): Found<string>[] {
  const out: Found<string>[] = []
  const put = (value: string, s: Sentence): void => { if (value.length >= 2 && value.length <= 50 && !out.some((o) => o.value === value)) out.push({ value, from: s.from, to: s.to }) }
  for (const s of sentences) {
    for (const m of s.text.matchAll(/(?:^|[、,;:。和及))])([^、,;:。()和及]{2,44}?)(?:\((?:详?见)?附件 ?\d{1,2}(?:[、,和及-]\d{1,2})*\))|附件 ?\d{1,2}[:.]?《?([一-鿿“”\d年]{2,40}?)》?(?=[;,。、(]|$)|(?:^|。)附件:([一-鿿“”]{2,40})|\(附([一-鿿]{3,16})\)/gu)) {
      const raw = m[1] ?? m[2] ?? m[3] ?? m[4] ?? ''
      if (m[2] !== undefined && /^(?:要求|规定|所|中|格式|的)/u.test(raw)) continue
      put(clean(raw.replace(/^.*(?:填写?|提交|报送|填报|将|原件|包括)/u, '').replace(/^.*《/u, '')), s)
    }
  }
  return out
}

/** The attachments of a layer, and the stretch of their list when there is one. */
export function attachmentsOf(prepared: Prepared, span: Span, sentences: readonly Sentence[]): { found: Found<string>[]; block?: Span } {
  const listed = block(prepared, span)
  return listed === undefined ? { found: inline(sentences) } : { found: listed.found, block: listed.span }
}
