/** Text for drawn pages: the fonts that the product ships, made known to the drawing library once. */
import { createRequire } from 'node:module'
import sharp from 'sharp'

const require = createRequire(import.meta.url)
const faces = ['@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'] as const

let known: Promise<unknown> | undefined
/** Drawing one character with a font file registers it; afterwards `<text>` in an SVG finds it by its family. */
export const readyFonts = (): Promise<unknown> =>
  (known ??= Promise.all(faces.map((face) => sharp({ text: { text: '例', fontfile: require.resolve(face), font: 'Noto Serif SC' } }).png().toBuffer())))

export const family = 'Noto Serif SC'
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

/** Breaks running Chinese text into lines of so many characters; a line never begins with a mark that closes. */
export const lines = (text: string, perLine: number): string[] => {
  const out: string[] = []
  let line: string[] = []
  for (const character of text) {
    if (line.length >= perLine && !'，。、；：）”》'.includes(character)) {
      out.push(line.join(''))
      line = []
    }
    line.push(character)
  }
  return line.length > 0 ? [...out, line.join('')] : out
}
