/** 新建推荐: nothing is begun that nobody could send. What was begun in time is kept, and goes on where the office extends for all. */
import { ruleOf, type ResolvedDefinition } from '../campaign/definition'
import { finding, type Finding } from '../kernel/finding'
import { sayEnd, type Instant } from '../kernel/instant'

/** @param end of nominations, extensions included; null: not set */
export const mayBegin = (definition: Pick<ResolvedDefinition, 'rules'>, { end, now }: { readonly end: Instant | null; readonly now: Instant }): Finding[] => (end === null || now < end ? [] : [finding({
  code: 'nomination.late', rule: ruleOf(definition, 'deadline') ?? null, strength: 'block',
  what: [`报送已于 ${sayEnd(end).zh} 截止，不能再新建推荐`, `Nominations closed at ${sayEnd(end).en}; none can be begun any more`],
  mend: ['已有的草稿和材料都保留着，办公室给所有单位一起延长后还能报送，也能再新建。确有特殊情况，请与活动办公室联系。', 'Drafts and materials are kept: where the office extends for all units alike they can be sent, and new ones begun. Speak to the office if there is a reason.'] })])
