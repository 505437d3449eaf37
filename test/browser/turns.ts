/** Parts of a play that a short run plays by turns (decision 068); whoever names a file, and the long run, has all of it. */
const wish = Number(process.env['XUANSHU_HAND'])
const hand = Number.isInteger(wish) && wish > 0 && process.env['XUANSHU_LONG'] !== '1' ? wish : null

/** @param which of `of` parts, from 0 */
export const isTurnOf = (which: number, of: number): boolean => hand === null || hand % of === which % of
