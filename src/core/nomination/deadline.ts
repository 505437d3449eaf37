import { finding, type Finding } from '../kernel/finding'
import { sayEnd, stamp, type Instant } from '../kernel/instant'
import { endOfDeadline } from '../rules/deadline'
import { ruleOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'

export const deadlineOf = (definition: Pick<ResolvedDefinition, 'rules'>): Instant | null => {
  const rule = ruleOf(definition, 'deadline')
  return rule === undefined ? null : endOfDeadline(rule)
}

/** 逾期不予受理: accepted iff the server's time after the lock is before the end. */
export const judgeDeadline = (rule: ResolvedRule<'deadline'>, end: Instant, now: Instant): Finding[] => {
  if (now < end) return []
  const said = sayEnd(end)
  return [finding({
    code: 'deadline.passed', rule, strength: 'block',
    what: [`报送已于 ${said.zh} 截止，服务器收到这次报送的时间是 ${stamp(now)}`, `Nominations closed at ${said.en}; the server received this at ${stamp(now)}`],
    mend: ['草稿和材料都保留着。确有特殊情况，请与活动办公室联系；办公室只能对所有单位一起延长。', 'Draft and materials are kept. Speak to the office if there is a reason; it can only extend for all units alike.'],
  })]
}
