/** Which cells of the form stand beside each other: two short ones to a line, the long ones alone, the portrait beside the first. */
import type { BlankForm, FormRow } from '../attachments/blank-sheets'

export type FormLine<R> = { readonly kind: 'pair'; readonly cells: readonly [R, R] } | { readonly kind: 'single' | 'long'; readonly cells: readonly [R] }
/** Lines beside the portrait: with five of them it has the 45 mm it needs. */
export const LINES_BESIDE_PORTRAIT = 5
/** More characters than this, and half a line is too narrow for a value. */
const MOST_IN_HALF = 22

export const formLines = <R extends FormRow & { readonly value?: string }>(rows: readonly R[]): FormLine<R>[] => {
  const out: FormLine<R>[] = []
  let open: R | null = null
  const close = (): void => { if (open !== null) out.push({ kind: 'single', cells: [open] }); open = null }
  for (const r of rows) {
    const long = r.lines > 1
    const written = (r.value ?? '') === '' && r.hint.startsWith('□') ? r.hint : r.value ?? ''
    if (long || r.wide || [...written].length > MOST_IN_HALF) { close(); out.push({ kind: long ? 'long' : 'single', cells: [r] }) } else if (open === null) open = r
    else { out.push({ kind: 'pair', cells: [open, r] }); open = null }
  }
  close()
  return out
}

/** How many lines from the top the portrait stands beside; 0 where the form has none, or nothing short to stand beside. */
export const besidePortrait = (form: Pick<BlankForm, 'portrait'>, lines: readonly FormLine<unknown>[]): number => {
  if (form.portrait === null) return 0
  const long = lines.findIndex((l) => l.kind === 'long')
  return Math.min(long < 0 ? lines.length : long, LINES_BESIDE_PORTRAIT)
}
