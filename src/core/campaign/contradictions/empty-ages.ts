/** Ages that leave nobody: by one rule, or by two that each look right. */
import { addDays, sayDay, type CalendarDay } from '../../kernel/instant'
import type { Words } from '../../kernel/finding'
import { rulesOf, type ResolvedRule } from '../definition'
import { beside, cited, contradiction, type Check } from './matter'

type Age = ResolvedRule<'age'>
interface Born { readonly from: CalendarDay | null; readonly to: CalendarDay | null }

const yearsBefore = (day: CalendarDay, years: number): CalendarDay => `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`
const later = (a: CalendarDay | null, b: CalendarDay | null) => (a === null ? b : b === null || a > b ? a : b)
const earlier = (a: CalendarDay | null, b: CalendarDay | null) => (a === null ? b : b === null || a < b ? a : b)

interface Limits { readonly max?: number | undefined; readonly min?: number | undefined; readonly bornOnOrAfter?: CalendarDay | undefined; readonly bornAfter?: CalendarDay | undefined }

/** Days of birth that a limit lets in. Years need the day they are counted on. */
const bornBy = (l: Limits, on: CalendarDay | undefined): Born => ({
  from: later(later(l.bornOnOrAfter ?? null, l.bornAfter === undefined ? null : addDays(l.bornAfter, 1)), l.max === undefined || on === undefined ? null : addDays(yearsBefore(on, l.max + 1), 1)),
  to: l.min === undefined || on === undefined ? null : yearsBefore(on, l.min),
})
const men = (r: Age): Born => bornBy(r, r.on)
const women = (r: Age): Born => (r.femaleMax === undefined && r.femaleBornOnOrAfter === undefined && r.femaleBornAfter === undefined ? men(r) : bornBy({ min: r.min, max: r.femaleMax, bornOnOrAfter: r.femaleBornOnOrAfter, bornAfter: r.femaleBornAfter }, r.on))
const both = (a: Born, b: Born): Born => ({ from: later(a.from, b.from), to: earlier(a.to, b.to) })
const nobody = (b: Born): boolean => b.from !== null && b.to !== null && b.from > b.to

const groups: readonly { readonly of: (r: Age) => Born; readonly name: Words }[] = [{ of: men, name: { zh: '男性', en: 'men' } }, { of: women, name: { zh: '女性', en: 'women' } }]

const never = (a: Age, b: Age, whom: readonly Words[], born: Born) => {
  const who = whom.length === groups.length ? { zh: '所有人', en: 'everybody' } : whom[0]!
  const [said, other] = [cited(a), cited(b)]
  return contradiction({ code: 'agesNever', strength: 'block', rule: a, ...(a === b ? {} : { against: beside(b) }),
    what: [`${said.zh}${a === b ? '自相矛盾' : `与${other.zh}合起来`}，排除了${who.zh}：须${sayDay(born.from!).zh}及以后出生，又须${sayDay(born.to!).zh}及以前出生`, `${said.en}${a === b ? '' : ` with ${other.en}`} excludes ${who.en}: born on or after ${sayDay(born.from!).en} and on or before ${sayDay(born.to!).en}`],
    mend: ['请改正年龄的上限、下限或计算日。', 'Mend the upper or lower limit, or the day on which years are counted.'] })
}

export const emptyAges: Check = ({ definition }) => {
  const all = rulesOf(definition, 'age').filter((r) => r.strength === 'block')
  return all.flatMap((a, i) => {
    const alone = groups.filter((g) => nobody(g.of(a)))
    if (alone.length > 0) return [never(a, a, alone.map((g) => g.name), alone[0]!.of(a))]
    const pair = all.slice(0, i).map((b) => ({ b, of: groups.filter((g) => !nobody(g.of(b)) && nobody(both(g.of(a), g.of(b)))) })).find(({ of }) => of.length > 0)
    return pair === undefined ? [] : [never(a, pair.b, pair.of.map((g) => g.name), both(pair.of[0]!.of(a), pair.of[0]!.of(pair.b)))]
  })
}
