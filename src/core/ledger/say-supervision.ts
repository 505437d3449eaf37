/** Acts of the supervisor, and what two persons let pass, in words. */
import { sayKind, type PersonalKind } from '../announcement/personal-data'
import type { Words } from '../kernel/finding'
import { sampledNames, verdictNames, type Sampled, type SampleVerdict } from '../supervision/sample'

type Say = (data: Readonly<Record<string, unknown>>) => Words
const what = (d: Readonly<Record<string, unknown>>): Words => sampledNames[d['what'] as Sampled] ?? sampledNames.nominations

const kindOf = (d: Readonly<Record<string, unknown>>): readonly [string, string] => sayKind[d['kind'] as PersonalKind] ?? ['个人信息', 'personal data']
const isFile = (d: Readonly<Record<string, unknown>>): boolean => d['file'] !== undefined

export const saySupervision = {
  'privacyPass.proposed': (d) => (isFile(d) ? { zh: `提请放行一份附件（${String(d['file']).slice(0, 12)}…）：${String(d['reason'])}`, en: `Proposed that an attachment (${String(d['file']).slice(0, 12)}…) may pass: ${String(d['reason'])}` } : { zh: `提请公示时放行一处${kindOf(d)[0]}：${String(d['reason'])}`, en: `Proposed that ${kindOf(d)[1]} found may be published: ${String(d['reason'])}` }),
  'privacyPass.confirmed': (d) => (isFile(d) ? { zh: '第二人确认放行一份附件', en: 'Confirmed as a second person that an attachment may pass' } : { zh: `第二人确认放行一处${kindOf(d)[0]}`, en: `Confirmed as a second person that ${kindOf(d)[1]} may be published` }),
  'privacyPass.withdrawn': () => ({ zh: '撤回或不同意放行', en: 'Withdrew or refused that it may be published' }),
  'count.replayed': (d) => (d['equal'] === true ? { zh: '重算一轮计票，与公布的结果一致', en: 'Counted a round again: equal to what was announced' } : { zh: '重算一轮计票，与公布的结果不一致', en: 'Counted a round again: it differs from what was announced' }),
  'sample.seedFixed': (d) => ({ zh: `抽查${what(d).zh}前固定种子的摘要（${String(d['commitment']).slice(0, 12)}…）：${d['pool']} 件中抽 ${d['size']} 件`, en: `Fixed the hash of the seed (${String(d['commitment']).slice(0, 12)}…) before sampling ${d['size']} of ${d['pool']} ${what(d).en}` }),
  'sample.drawn': (d) => { const n = Array.isArray(d['drawn']) ? d['drawn'].length : 0; return { zh: `按种子抽出${what(d).zh} ${n} 件`, en: `Sampled ${n} ${what(d).en} by the seed` } },
  'sample.noted': (d) => { const v = verdictNames[d['verdict'] as SampleVerdict] ?? verdictNames.doubtful; return { zh: `记下抽查的一件：${v.zh}`, en: `Noted one sampled item: ${v.en}` } },
  'supervision.reportSealed': (d) => ({ zh: `监督报告定稿，校验值 ${String(d['hash']).slice(0, 12)}…`, en: `Sealed the supervisor’s report, hash ${String(d['hash']).slice(0, 12)}…` }),
} as const satisfies Readonly<Record<string, Say>>
