import { latin, u16be, u32be } from './byte-window'

/** No real profile calls itself longer. */
const longest = 60

/** What an ICC profile calls itself (its tag `desc`, ISO 15076-1); null when the bytes are no profile. */
export const profileName = (profile: Uint8Array): string | null => {
  if (latin(profile, 36, 40) !== 'acsp') return null
  const tags = Math.min(u32be(profile, 128), 100)
  for (let n = 0; n < tags; n++) {
    const entry = 132 + n * 12
    if (latin(profile, entry, entry + 4) === 'desc') return clean(described(profile, u32be(profile, entry + 4))) || 'ICC'
  }
  return 'ICC'
}

/** Version 2 holds ASCII, version 4 a list of languages, of which the first is taken. */
const described = (b: Uint8Array, at: number): string => {
  if (latin(b, at, at + 4) === 'desc') return latin(b, at + 12, at + 12 + Math.min(u32be(b, at + 8), longest))
  if (latin(b, at, at + 4) !== 'mluc') return ''
  const [length, start] = [Math.min(u32be(b, at + 20), longest * 2), at + u32be(b, at + 24)]
  return String.fromCharCode(...Array.from({ length: length / 2 }, (_, n) => u16be(b, start + n * 2)))
}

const clean = (text: string): string => text.replace(/\p{Cc}[\s\S]*$/u, '').trim().slice(0, longest)
