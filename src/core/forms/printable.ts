/** What no document may hold: control characters, halves of characters. Rare characters stay as they are. */
const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff]/u
const all = new RegExp(unprintable, 'gu')

/** Line ends and tabs stay. */
export const printable = (text: string): string => (unprintable.test(text) ? text.replace(all, (c) => (c === '\n' || c === '\r' || c === '\t' ? c : '')) : text)
