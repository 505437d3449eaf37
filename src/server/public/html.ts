/** Text that is safe inside HTML. Everything that comes from people goes through `html`. */
export class Html {
  constructor(readonly text: string) {}
}
type Part = string | number | Html | readonly (string | Html)[] | null | undefined | false

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => escapes[c] ?? c)

const part = (p: Part): string => {
  if (p === null || p === undefined || p === false) return ''
  if (p instanceof Html) return p.text
  if (Array.isArray(p)) return p.map((x) => part(x as Part)).join('')
  return escape(String(p))
}

/** Template tag: values are escaped unless they are Html already. */
export const html = (strings: TemplateStringsArray, ...values: readonly Part[]): Html =>
  new Html(strings.reduce((out, s, i) => out + s + (i < values.length ? part(values[i]) : ''), ''))
