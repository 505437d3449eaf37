/** Whether links that people entered are looked at, which is off unless the operator says so: many an office network has no way out. */
export interface LinkSettings {
  readonly on: boolean
  /** Addresses that the guard lets through though it would not, asked of the text of an address and again of what its name leads to. The environment cannot set it: nobody is let through but in tests. */
  readonly exempt: (url: URL, asked: 'text' | 'name') => boolean
  /** How long is waited for one answer. */
  readonly answerMs: number
}
export const linksOff: LinkSettings = { on: false, exempt: () => false, answerMs: 5000 }

/** @throws Error in words for the operator */
export const linkSettings = (env: Readonly<Record<string, string | undefined>>): LinkSettings => {
  const value = env['XUANSHU_LINK_LOOKS']?.trim() ?? ''
  if (value !== '' && value !== 'allow') throw new Error('XUANSHU_LINK_LOOKS 只能写 allow，或者不写 / must be "allow" or absent')
  return { ...linksOff, on: value === 'allow' }
}
