/** 证件照: a drawn frontal head and shoulders before a plain ground, 35 × 45 mm at 600 dpi unless asked otherwise. */
import sharp from 'sharp'
import { chance, type Chance } from './chance'

export interface PortraitWanted {
  readonly background?: 'red' | 'white' | 'blue'
  readonly sex?: 'female' | 'male'
  /** In years: greys the hair and deepens the lines. */
  readonly age?: number
  readonly width?: number
  readonly height?: number
  readonly format?: 'jpeg' | 'png'
}

const grounds = { red: ['#c8281f', '#b71f1a'], white: ['#ffffff', '#f6f6f5'], blue: ['#4a8fce', '#3579bd'] } as const
const skins = [['#efcaa9', '#dcae8a'], ['#eac19c', '#d3a27c'], ['#e2b48d', '#c8946d'], ['#f1d0b2', '#deb392']] as const
const suits = ['#27303c', '#2f3338', '#3a3340', '#22343c', '#43382f', '#2d3b33'] as const
const ties = ['#2d4a72', '#6d2f32', '#4a5a3f', '#3d3f57', '#7a6638'] as const
const blouses = ['#f6f4ef', '#e9eef2', '#f3e6e0', '#efeadb'] as const

/** Nobody’s face. The same seed gives the same bytes. */
export const portrait = async (seed: string, wanted: PortraitWanted = {}): Promise<Buffer> => {
  const { width = 826, height = 1062, format = 'jpeg' } = wanted
  const drawn = sharp(Buffer.from(portraitSvg(seed, wanted, width, height))).removeAlpha().withMetadata({ density: 600 })
  return (format === 'png' ? drawn.png() : drawn.jpeg({ quality: 94, chromaSubsampling: '4:4:4' })).toBuffer()
}

interface Face { readonly c: Chance; readonly female: boolean; readonly age: number; readonly skin: readonly [string, string]; readonly hair: string; readonly wide: number }

const portraitSvg = (seed: string, wanted: PortraitWanted, width: number, height: number): string => {
  const c = chance(`portrait ${seed}`)
  const [bySeed, ageBySeed] = [c.next() > 0.5, c.int(29, 62)]
  const female = wanted.sex === undefined ? bySeed : wanted.sex === 'female'
  const age = wanted.age ?? ageBySeed
  const grey = age > 57 ? ['#8d8984', '#a5a29d', '#6d6864'] : age > 49 ? ['#55504c', '#47413e', '#2b2624'] : ['#231f1d', '#2a2422', '#1d1b1c', '#352b27']
  const face: Face = { c, female, age, skin: c.pick(skins), hair: c.pick(grey), wide: c.real(-1.6, 1.8) }
  const ground = grounds[wanted.background ?? 'red']
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 350 450" preserveAspectRatio="xMidYMid slice"><defs><radialGradient id="ground" cy=".4" r=".8"><stop offset="0" stop-color="${ground[0]}"/><stop offset="1" stop-color="${ground[1]}"/></radialGradient>
<linearGradient id="skin" x1="0" x2="1"><stop offset="0" stop-color="${face.skin[0]}"/><stop offset=".62" stop-color="${face.skin[0]}"/><stop offset="1" stop-color="${face.skin[1]}"/></linearGradient><radialGradient id="blush"><stop offset="0" stop-color="#d97f66"/><stop offset="1" stop-color="#d97f66" stop-opacity="0"/></radialGradient></defs>
<rect width="350" height="450" fill="url(#ground)"/><g transform="translate(175 -12) scale(${c.real(1.05, 1.11).toFixed(3)} 1.07)">${female ? longHair(face) : ''}<g transform="translate(0 -30)">${clothes(face)}</g>${head(face)}${features(face)}${hairOf(face)}${c.next() < (age > 45 ? 0.55 : 0.4) ? glasses(face) : ''}</g></svg>`
}

/** Hair behind the shoulders, drawn first. */
const longHair = ({ c, hair }: Face): string =>
  `<ellipse cx="0" cy="150" rx="65" ry="78" fill="${hair}"/>` + c.pick([
    `<path d="M-78 190C-92 80 -60 62 0 62S92 80 78 190C84 250 86 300 72 330L-72 330C-86 300 -84 250 -78 190z" fill="${hair}"/>`,
    `<path d="M-74 190C-88 84 -58 66 0 66S88 84 74 190C80 232 78 262 66 278L-66 278C-78 262 -80 232 -74 190z" fill="${hair}"/>`,
    `<circle cx="0" cy="64" r="30" fill="${hair}"/>`,
    '',
  ])

const clothes = ({ c, female }: Face): string => {
  const suit = c.pick(suits)
  const body = `<path d="M-150 490C-148 384 -112 362 -52 345L0 372 52 345C112 362 148 384 150 490z" fill="${suit}"/><path d="M96 366C126 380 148 404 150 490H112C114 412 108 386 96 366z" fill="#000" opacity=".14"/>`
  const lapels = `<path d="M-52 345L-66 362 -34 402 -16 490H-4L-30 364z M52 345L66 362 34 402 16 490H4L30 364z" fill="#000" opacity=".2"/>`
  if (female) return `${body}<path d="M-40 350L0 490 40 350 26 338H-26z" fill="${c.pick(blouses)}"/>${c.next() > 0.5 ? `<path d="M-28 342L-40 362 -6 396 0 384 6 396 40 362 28 342 0 372z" fill="#fff" opacity=".85"/>` : ''}${lapels}`
  return `${body}<path d="M-42 350L-14 490H14L42 350 26 338H-26z" fill="#f5f5f2"/><path d="M-28 336L-44 356 -12 392 0 372 12 392 44 356 28 336 0 366z" fill="#fff"/><path d="M-28 336L-44 356 -12 392 0 372z" fill="#000" opacity=".05"/>${c.next() > 0.2 ? `<path d="M-9 374H9L7 386 17 490H-17L-7 386z" fill="${c.pick(ties)}"/><path d="M-9 374H9L7 386H-7z" fill="#000" opacity=".22"/>` : ''}${lapels}`
}

const head = ({ skin, wide, female, age }: Face): string => {
  const w = (female ? 58 : 61) + wide
  const jaw = female ? 42 : 51
  return `<path d="M-29 262h58v56q-29 32-58 0z" fill="${skin[1]}"/><path d="M-29 276q29 38 58 0v22q-29 28-58 0z" fill="#000" opacity=".12"/>
<ellipse cx="${-w - 1}" cy="204" rx="10" ry="19" fill="${skin[1]}"/><ellipse cx="${w + 1}" cy="204" rx="10" ry="19" fill="${skin[1]}"/><path d="M${-w + 2} 196q-8 8-2 20M${w - 2} 196q8 8 2 20" stroke="#000" stroke-opacity=".16" stroke-width="2.500" fill="none"/>
<path d="M${-w} 190C${-w - 3} 120 -36 98 0 98S${w + 3} 120 ${w} 190C${w} 230 ${jaw + 5} 258 ${jaw - 20} 284Q0 302 ${20 - jaw} 284C${-jaw - 5} 258 ${-w} 230 ${-w} 190z" fill="url(#skin)"/>
<ellipse cx="-34" cy="236" rx="24" ry="17" fill="url(#blush)" opacity="${female ? 0.34 : 0.2}"/><ellipse cx="34" cy="236" rx="24" ry="17" fill="url(#blush)" opacity="${female ? 0.34 : 0.2}"/>
${age > 47 ? '<path d="M-25 240q-9 11-8 24M25 240q9 11 8 24M-42 214q-6 2-8 6M42 214q6 2 8 6M-24 140q24-5 48 0" stroke="#8b5a3c" stroke-opacity=".24" stroke-width="2.200" fill="none" stroke-linecap="round"/>' : ''}`
}

const features = ({ c, female, hair, age }: Face): string => {
  const [lift, brow, smile, lid] = [c.real(-2, 2), c.real(3.4, 6), c.real(1, 7), c.real(0.8, 1.15)]
  const brows = female ? brow * 0.7 : brow
  const eye = (x: number) => `<g transform="translate(${x} 200) scale(1 ${lid.toFixed(2)})"><path d="M-14 1Q-2 -9 14 1 Q0 8 -14 1z" fill="#fbf8f4"/><circle cx="0" cy="-.500" r="5.200" fill="#2c201b"/><circle cx="1.800" cy="-2.200" r="1.300" fill="#fff"/><path d="M-15 1.500Q-2 -10 15 1.500" stroke="#2a211d" stroke-width="${female ? 2.8 : 2}" fill="none" stroke-linecap="round"/><path d="M-13 -6Q0 -13 13 -6" stroke="#8b5a3c" stroke-opacity=".35" stroke-width="1.300" fill="none"/>${age > 44 ? '<path d="M-11 11q11 6 22 0" stroke="#8b5a3c" stroke-opacity=".28" stroke-width="1.600" fill="none"/>' : ''}</g>`
  const browHair = age > 57 ? '#6a6560' : hair
  return `${eye(-28)}${eye(28)}<path d="M-46 ${180 + lift}Q-30 ${172 + lift} -13 ${179 + lift}M46 ${180 + lift}Q30 ${172 + lift} 13 ${179 + lift}" stroke="${browHair}" stroke-width="${brows.toFixed(1)}" fill="none" stroke-linecap="round" opacity=".86"/>
<path d="M-5 196C-7 218 -12 228 -13 236" stroke="#8b5a3c" stroke-opacity=".2" stroke-width="2.500" fill="none"/><path d="M-12 238q5 6 12 4 7 2 12-4" stroke="#8b5a3c" stroke-opacity=".55" stroke-width="2.600" fill="none" stroke-linecap="round"/><path d="M3 198C6 216 9 226 13 236L4 240z" fill="#000" opacity=".045"/>
<path d="M-20 ${262 - smile * 0.3}Q-8 257 0 260 8 257 20 ${262 - smile * 0.3} 0 ${266 + smile * 0.35} -20 ${262 - smile * 0.3}z" fill="${female ? '#b8584f' : '#ab685a'}"/><path d="M-18 ${263 - smile * 0.3}Q0 ${276 + smile * 0.5} 18 ${263 - smile * 0.3} 0 ${266 + smile * 0.3} -18 ${263 - smile * 0.3}z" fill="${female ? '#c86f64' : '#bd7b6b'}"/><path d="M-21 ${262 - smile * 0.4}Q0 ${264 + smile * 0.4} 21 ${262 - smile * 0.4}" stroke="#7f3f37" stroke-width="1.800" fill="none" stroke-linecap="round"/>`
}

/** Hair over the brow. All keep the face and both ears' line free, as the form asks. */
const hairOf = ({ c, female, hair }: Face): string => {
  const men = [
    'M-63 186C-76 96 -40 66 4 66S78 98 63 186C61 160 56 142 46 128 20 138 -16 136 -38 124 -52 138 -61 160 -63 186z',
    'M-63 184C-74 92 -44 70 0 70S74 92 63 184C60 160 57 148 50 136 46 124 30 116 0 116S-46 124 -50 136C-57 148 -60 160 -63 184z',
    'M-63 180C-74 100 -52 64 -6 62 48 58 76 98 63 180C61 156 58 146 52 134 22 132 0 122 -14 108 -20 124 -40 132 -52 140 -58 150 -61 160 -63 180z',
    'M-63 178C-70 110 -50 84 0 84S70 110 63 178C61 158 58 144 52 136 40 118 20 112 0 112S-40 118 -52 136C-58 144 -61 158 -63 178z',
  ]
  const women = [
    'M-66 214C-84 96 -48 66 0 66S84 96 66 214C68 176 60 146 30 118 6 140 -40 150 -56 164 -62 178 -65 196 -66 214z',
    'M-64 200C-82 92 -46 64 0 64S82 92 64 200C62 160 50 132 0 112 -50 132 -62 160 -64 200z',
    'M-64 196C-80 94 -46 66 0 66S80 94 64 196C63 170 60 156 54 144 20 148 -20 148 -54 144 -60 156 -63 170 -64 196z',
  ]
  return `<path d="${c.pick(female ? women : men)}" fill="${hair}"/><path d="M-26 102Q0 90 28 102" stroke="#fff" stroke-opacity=".08" stroke-width="7" fill="none" stroke-linecap="round"/>`
}

const glasses = ({ c }: Face): string => {
  const frame = c.pick(['#2a2727', '#5b4636', '#6d7073'])
  const shape = c.next() > 0.5 ? (x: number) => `<rect x="${x - 23}" y="186" width="46" height="31" rx="10"/>` : (x: number) => `<ellipse cx="${x}" cy="201" rx="22" ry="18"/>`
  return `<g fill="#fff" fill-opacity=".07" stroke="${frame}" stroke-width="${c.pick(['2.200', '3.200'])}">${shape(-29)}${shape(29)}<path d="M-7 198q7-5 14 0M-51 196L-63 192M51 196L63 192" fill="none"/></g>`
}
