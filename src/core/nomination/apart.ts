/** 隔离件在关口: a candidate of whom a file is set apart is asked about wherever a nomination goes on. The machine only asks: the office decides. */
import { finding, type Finding } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import { articles } from '../secrecy/say'
import { isOver, stateOf, type Spill } from '../secrecy/spill'

/** A matter that nobody has closed, and that came after what the office decided last. @param decidedAt null: nothing was decided */
export const openMatters = (matters: readonly Spill[], decidedAt: Instant | null): Spill[] => matters.filter((m) => !isOver(stateOf(m)) && (decidedAt === null || m.foundAt > decidedAt))

const rule = { rests: articles.whoFinds, strength: 'block' } as const
const at = { field: 'gate' }
/** Neither name nor marking of the file: those stand where the matter is dealt with. */
export const apartFinding = (name: string, matters: readonly Spill[]): Finding => finding({ code: 'gate.apart', rule, at,
  what: [`${name}有 ${matters.length} 份材料因涉密标志已隔离，还没有处置完`, `${matters.length} file(s) of ${name} are set apart for a marking, and the matter is still open`],
  mend: ['请到“涉密隔离与处置”办理；不等处置完的，由活动办公室写明理由继续，或者在这一关不再列入。系统不会自行排除。', 'Deal with it under “Markings of secrecy”; without waiting for that the office goes on with a reason, or leaves the candidate out here. The product excludes nobody by itself.'] })

/** 联审: before other organs are asked about them. @param seen how many such candidates the person was shown */
export const apartAmong = (names: readonly string[], seen: number): Finding[] => {
  if (names.length === 0 || seen === names.length) return []
  const [few, n] = [names.slice(0, 3), names.length]
  return [finding({ code: 'consultation.apart', rule, at: { field: 'about' },
    what: [`有材料因涉密标志已隔离、还没有处置完：${few.join('、')}${n > 3 ? `等 ${n} 人` : ''}`, `Files are set apart for a marking and the matter is still open: ${few.join(', ')}${n > 3 ? ` and ${n - 3} more` : ''}`],
    mend: ['请先看“涉密隔离与处置”，再决定现在就征求，还是先处置。仍要征求的，勾选“已看过，仍然征求”。', 'Look under “Markings of secrecy” first and decide whether to ask now. If so, tick “seen, ask all the same”.'] })]
}
