/** How alike two names are: what they share in order, against the longer. */

/** Longest common subsequence over the longer length: 1 is the same, 0 nothing in common. */
export const likeness = (a: string, b: string): number => {
  const [x, y] = [[...a], [...b]]
  let row = Array.from({ length: y.length + 1 }, () => 0)
  for (const c of x) {
    const next = [0]
    for (let j = 0; j < y.length; j++) next.push(c === y[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
    row = next
  }
  return Math.max(x.length, y.length) === 0 ? 1 : row[y.length]! / Math.max(x.length, y.length)
}

/** A paper's name without its form in brackets, its file's ending and quotes: 推荐表（盖章 PDF） → 推荐表. */
export const bareName = (name: string): string => name.replaceAll(/[（(][^（）()]*[）)]/gu, '').replace(/\.(?:docx?|xlsx?|pdf|wps|et)$/iu, '').replaceAll(/[《》“”"\s]/gu, '')
