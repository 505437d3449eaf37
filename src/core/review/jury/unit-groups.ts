/** 同一单位, however it is written: people of one unit get one key that says nothing of its name. */
import { compareUnits } from '../conflicts/compare-units'
import { readUnits } from '../conflicts/unit-name'

/** @returns for each name a key; names that mean one body for certain or most likely share it */
export const unitGroups = (names: readonly string[]): Map<string, string> => {
  const distinct = [...new Set(names)].sort()
  const read = distinct.map((n) => readUnits(n))
  const group = distinct.map((_, i) => i)
  const find = (i: number): number => (group[i] === i ? i : find(group[i]!))
  for (let i = 0; i < distinct.length; i++)
    for (let j = 0; j < i; j++) {
      const m = compareUnits(read[i]!, read[j]!)
      if (m?.tie === 'same' && m.certainty !== 'ask') group[find(i)] = find(j)
    }
  return new Map(distinct.map((n, i) => [n, `u${find(i) + 1}`]))
}
