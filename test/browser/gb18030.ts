/** Writes GB18030, as Excel of a Chinese desktop saves CSV. Node only reads it, so the table is what it reads, turned round. */
const table = new Map<string, number[]>()
const decoder = new TextDecoder('gb18030')
for (let first = 0x81; first <= 0xfe; first++)
  for (let second = 0x40; second <= 0xfe; second++) {
    if (second === 0x7f) continue
    const character = decoder.decode(Uint8Array.of(first, second))
    if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character)) table.set(character, [first, second])
  }

export const gb18030 = (text: string): Buffer => Buffer.from([...text].flatMap((c) => {
  const pair = c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : table.get(c)
  if (pair === undefined) throw new Error(`${c} is not among the two-byte characters`)
  return pair
}))
