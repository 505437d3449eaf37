/** 推进: how many came how far, who fell out between two steps, and the returns, which are loops and no loss. */
import type { Words } from '../kernel/finding'
import type { UnitGroup } from './people'
import { isAt, type Stage } from './stages'

export interface Step {
  readonly id: string
  readonly name: Words
  readonly count: number
  /** Those who left the way after this step, by what became of them. */
  readonly lost: readonly { readonly name: Words; readonly count: number }[]
}
/** 退回补正. */
export interface Loops { readonly returns: number; /** Nominations returned once or more. */ readonly nominations: number; /** Submissions that came back mended. */ readonly cameBack: number; /** Still with the unit. */ readonly open: number }
export interface Funnel { readonly steps: readonly Step[]; readonly loops: Loops }

export const funnelOf = (groups: readonly UnitGroup[], stages: readonly Stage[], loops: Omit<Loops, 'open'>): Funnel => {
  const count = (is: (g: UnitGroup) => boolean): number => groups.reduce((n, g) => n + (is(g) ? g.n : 0), 0)
  const lost = (zh: string, en: string, n: number): Step['lost'] => (n === 0 ? [] : [{ name: { zh, en }, count: n }])
  return {
    steps: [
      { id: 'begun', name: { zh: '已开始', en: 'Begun' }, count: count(() => true), lost: lost('报送前撤下', 'Given up before submission', count((g) => g.state === 'withdrawn' && !g.sent)) },
      { id: 'atApproval', name: { zh: '送审签', en: 'At the approver' }, count: count((g) => g.sent || g.state === 'atApproval'), lost: [] },
      { id: 'sent', name: { zh: '报送过', en: 'Submitted' }, count: count((g) => g.sent), lost: [...lost('报送后撤回', 'Withdrawn', count((g) => g.sent && g.state === 'withdrawn')), ...lost('不予受理', 'Rejected', count((g) => g.state === 'rejected'))] },
      ...stages.filter((s) => s.id !== 'begun' && s.id !== 'submitted').map((s): Step => ({ id: s.id, name: s.name, count: count((g) => isAt(g, s.id)), lost: [] })),
    ],
    loops: { ...loops, open: count((g) => g.state === 'returned') },
  }
}
