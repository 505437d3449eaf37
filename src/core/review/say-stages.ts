/** Counts that go by stages, told stage by stage as a person would follow them on paper. */
import type { Words } from '../kernel/finding'
import { decimal } from './counting/ratio'
import { UNIT } from './counting/single-transferable'
import type { Tally } from './tally'

export const sayStages = (t: Tally, nameOf: (id: string) => string): Words[] => {
  if (t.method === 'instantRunoff') return t.detail.stages.map((s, i): Words => {
    const votes = list(Object.entries(s.votes).sort((a, b) => b[1] - a[1]).map(([c, v]) => [nameOf(c), String(v)]))
    const end: Words = s.out.length > 0 ? { zh: `；淘汰 ${s.out.map(nameOf).join('、')}`, en: `; out: ${s.out.map(nameOf).join(', ')}` } : { zh: '', en: '' }
    return { zh: `第 ${i + 1} 轮：${votes.zh}，用尽 ${s.exhausted} 张${end.zh}`, en: `Stage ${i + 1}: ${votes.en}; ${s.exhausted} exhausted${end.en}` }
  })
  if (t.method !== 'singleTransferable') return []
  return t.detail.stages.map((s, i): Words => {
    const votes = list(Object.entries(s.votes).filter(([, v]) => v > 0).sort((a, b) => b[1] - a[1]).map(([c, v]) => [nameOf(c), decimal({ numerator: v, denominator: UNIT }, 2)]))
    const who = s.act.candidate === null ? '' : nameOf(s.act.candidate)
    const act: Words = s.act.kind === 'first' ? { zh: '计第一志愿', en: 'first preferences' } : s.act.kind === 'transfer' ? { zh: `转 ${who} 的余票`, en: `the surplus of ${who} passes on` } : { zh: `淘汰 ${who}，转其票`, en: `${who} is excluded, the papers pass on` }
    const end: Words = s.elected.length > 0 ? { zh: `；当选 ${s.elected.map(nameOf).join('、')}`, en: `; elected: ${s.elected.map(nameOf).join(', ')}` } : { zh: '', en: '' }
    return { zh: `第 ${i + 1} 步，${act.zh}：${votes.zh}${end.zh}`, en: `Stage ${i + 1}, ${act.en}: ${votes.en}${end.en}` }
  })
}

const list = (of: readonly (readonly [string, string])[]): Words => ({ zh: of.map(([n, v]) => `${n} ${v}`).join('、'), en: of.map(([n, v]) => `${n} ${v}`).join(', ') })
