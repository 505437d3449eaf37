/** Going about a page by keys alone. */
import { beginning, type Visitor } from './people'

/** What stands under the keys now, as a reader of the screen would hear it; empty: nothing. */
export const focused = (who: Visitor): Promise<string> => who.page.evaluate(() => {
  const now = document.activeElement
  if (now === null || now === document.body) return ''
  const labels = now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement || now instanceof HTMLSelectElement ? [...(now.labels ?? [])].map((l) => l.textContent ?? '') : []
  return (now.getAttribute('aria-label') ?? (labels.join(' ') || now.textContent || '')).trim()
})

/** Tab after Tab until what begins with these words has the keys. @param most more of them nobody would press */
export const byTab = async (who: Visitor, words: string, most = 25): Promise<void> => {
  const passed: string[] = []
  for (let i = 0; i < most; i++) {
    await who.page.keyboard.press('Tab')
    const now = await focused(who)
    if (beginning(words).test(now)) return
    passed.push(now.slice(0, 30))
  }
  throw new Error(`${words} was not reached by ${most} Tabs, which passed ${passed.join(' / ')}`)
}
