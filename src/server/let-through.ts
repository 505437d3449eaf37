/** Who was let through where a moment ago, in this process: only whether to ask two things at once is decided by it, never whether anybody may. A stranger's question locks nothing, so that nobody learns from waiting what is there. */
const [MOST, FOR_MS] = [5000, 120_000]
const through = new Map<string, number>()

/** Whose session, what and where. */
export const pathOf = (token: Buffer, operation: string, params: Readonly<Record<string, string>>): string => `${operation} ${token.toString('base64')} ${Object.values(params).join(' ')}`

export const wasLetThrough = (path: string): boolean => performance.now() - (through.get(path) ?? -FOR_MS) < FOR_MS

export const noteLetThrough = (path: string): void => {
  if (through.size >= MOST && !through.has(path)) through.clear()
  through.set(path, performance.now())
}
