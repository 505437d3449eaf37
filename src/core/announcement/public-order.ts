/** 公示名单次序: by name in one stable order that says nothing of rank; the key (strokes or pinyin) comes in as data. */
export const publicOrder = <T extends { readonly name: string }>(people: readonly T[], compare: (a: string, b: string) => number): T[] =>
  [...people].sort((a, b) => compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
