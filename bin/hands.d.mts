export const HANDS: number
export const always: readonly string[]
export const byTurns: readonly string[]
export const dealt: (root: string) => string[][]
export const handOf: (commit: string, wish: string | undefined) => number | null
