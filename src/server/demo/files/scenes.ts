import { pick, randomFrom } from './random'

interface Scene { readonly sky: readonly [string, string]; readonly draw: (r: () => number) => string }

const ridge = (r: () => number, y: number, height: number, colour: string): string => {
  const points = Array.from({ length: 13 }, (_, i) => `${i * 100},${(y - height * (0.3 + 0.7 * r())).toFixed(0)}`)
  return `<polygon points="0,800 ${points.join(' ')} 1200,800" fill="${colour}"/>`
}
const person = (x: number, y: number, scale: number, coat: string, hair = '#2a2420'): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M-46 150c0-70 18-96 46-96s46 26 46 96z" fill="${coat}"/><rect x="-9" y="34" width="18" height="26" fill="#d2a17c"/><ellipse cy="14" rx="26" ry="32" fill="#dfb18c"/><path d="M-28 8c-2-34 14-44 28-44s30 10 28 44c-6-14-14-20-28-20s-22 6-28 20z" fill="${hair}"/></g>`
const window_ = (x: number): string => `<rect x="${x}" y="120" width="180" height="240" fill="#eaf1f3"/><path d="M${x + 90} 120v240M${x} 240h180" stroke="#b7c4c6" stroke-width="8"/>`

/** Invented places where people of science work; drawn, calm, nobody real. */
const scenes: readonly Scene[] = [
  { sky: ['#dfe8ee', '#f6f1e6'], draw: (r) => `${ridge(r, 520, 260, '#9fb2bb')}${ridge(r, 600, 200, '#7d9a86')}${ridge(r, 700, 120, '#5d7d66')}<rect x="690" y="560" width="120" height="80" fill="#f1ece0"/><path d="M675 562l75-52 75 52z" fill="#8d4a3a"/>${person(360, 560, 1.1, '#f4f4f2')}${person(470, 590, 0.9, '#48627a')}` },
  { sky: ['#c9d7da', '#e9eeee'], draw: (r) => `<rect y="520" width="1200" height="280" fill="#93a5a8"/>${window_(90)}${window_(330)}<rect x="640" y="430" width="420" height="26" fill="#5e6f73"/><path d="M740 430h170l-30-28h-50v-60l70-110-40-25-80 118-10 45z" fill="#33474d"/><rect x="800" y="180" width="60" height="80" rx="10" transform="rotate(32 830 220)" fill="#22333a"/>${person(520 + r() * 60, 440, 1.8, '#f4f6f6')}` },
  { sky: ['#cdbfae', '#e6dccd'], draw: (r) => `<rect x="180" y="90" width="760" height="350" fill="#2f4a43"/><path d="M240 170h320M240 240h430M240 310h220" stroke="#d8e3dd" stroke-width="8" opacity=".8"/>${person(860, 400, 1.9, '#4d5d6c')}${[0, 1, 2, 3, 4].map((i) => person(120 + i * 190 + r() * 30, 650, 0.9, pick(r, ['#a8553f', '#3f6277', '#6d7d4e', '#8a6a94']))).join('')}` },
  { sky: ['#4a5560', '#71818d'], draw: (r) => `<rect x="120" y="120" width="420" height="280" rx="12" fill="#9cc3d2"/><path d="M150 300l60-60 50 70 70-120 70 90 60-40" stroke="#1f4552" stroke-width="9" fill="none"/>${person(820, 330, 2.4, '#e8eef0', '#56a09a')}<rect y="700" width="1200" height="100" fill="#37414a"/>${r() > 0.5 ? '<circle cx="1030" cy="210" r="70" fill="#f3efe2" opacity=".85"/>' : ''}` },
  { sky: ['#e7d9b9', '#f5ecd8'], draw: (r) => `<rect y="430" width="1200" height="370" fill="#c2a85a"/>${Array.from({ length: 42 }, (_, i) => `<path d="M${(i * 29 + r() * 12).toFixed(0)} 800c8-120 4-220 ${(r() * 20 - 10).toFixed(0)}-${(300 + r() * 60).toFixed(0)}" stroke="${pick(r, ['#8a7a35', '#a08c3f', '#6f6a30'])}" stroke-width="5" fill="none"/>`).join('')}${person(640, 430, 1.7, '#5b7386')}` },
  { sky: ['#b9cfdd', '#eef3f5'], draw: (r) => `<rect y="540" width="1200" height="260" fill="#5f8aa0"/><path d="M180 560h640l-70 90H260z" fill="#a3402f"/><rect x="360" y="440" width="240" height="120" fill="#f2efe8"/><path d="M480 440V240M420 300h120" stroke="#59666c" stroke-width="12"/>${person(690, 470, 0.9, '#e0a13c')}${Array.from({ length: 9 }, () => `<path d="M${(r() * 1200).toFixed(0)} ${(600 + r() * 180).toFixed(0)}q30-16 60 0" stroke="#86a9bb" stroke-width="6" fill="none"/>`).join('')}` },
]

export const sceneSvg = (seed: string, width = 1200, height = 800): string => {
  const r = randomFrom(`scene ${seed}`)
  const scene = pick(r, scenes)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1200 800" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${scene.sky[0]}"/><stop offset="1" stop-color="${scene.sky[1]}"/></linearGradient></defs><rect width="1200" height="800" fill="url(#s)"/>${scene.draw(r)}</svg>`
}

const grounds = { red: '#c3241d', white: '#ffffff', blue: '#2f6db5' } as const

/** A frontal head before a plain ground, 35 × 45. */
export const portraitSvg = (seed: string, background: keyof typeof grounds): string => {
  const r = randomFrom(`portrait ${seed}`)
  const [skin, hair, suit] = [pick(r, ['#e3bb97', '#dcae8b', '#d6a47f', '#c99572']), pick(r, ['#1f1a17', '#2b2521', '#4a443f', '#7b7570']), pick(r, ['#27303c', '#3b3a45', '#2e4038', '#4b3440'])]
  const long = r() > 0.5
  const glasses = r() > 0.6
  return `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="900" viewBox="0 0 70 90"><rect width="70" height="90" fill="${grounds[background]}"/>
${long ? `<path d="M17 40c-3-24 6-30 18-30s21 6 18 30c0 14-2 22-5 26H22c-3-4-5-12-5-26z" fill="${hair}"/>` : ''}<path d="M6 90c1-15 9-19 20-22l9 5 9-5c11 3 19 7 20 22z" fill="${suit}"/><path d="M27 67l8 11 8-11-2-8H29z" fill="#f5f5f3"/><path d="M33.600 76h2.800l1.600 14h-6z" fill="${pick(r, ['#2d4a72', '#7a2b2b', '#3d5a48'])}"/>
<path d="M29.500 54h11v9c0 3-3.500 6-5.500 6s-5.500-3-5.500-6z" fill="${skin}" style="filter:brightness(.93)"/><path d="M21 38c0-15 6-22 14-22s14 7 14 22c0 13-7 22-14 22s-14-9-14-22z" fill="${skin}"/><path d="M20 38c-2-17 5-26 15-26s17 9 15 26c-1-9-4-14-${long ? '9' : '7'}-15-6 3-14 3-18 0-3 3-5 8-3 15z" fill="${hair}"/>
<g fill="#2a211c"><ellipse cx="29.500" cy="39" rx="1.500" ry="1.100"/><ellipse cx="40.500" cy="39" rx="1.500" ry="1.100"/></g><path d="M26.500 36q3-1.600 6 0M37.500 36q3-1.600 6 0" stroke="${hair}" stroke-width="1" fill="none"/><path d="M35 40v6l-1.600 1.200" stroke="#b58560" stroke-width=".8" fill="none"/><path d="M31 51.500q4 2.200 8 0" stroke="#a5584b" stroke-width="1.300" fill="none"/>
${glasses ? '<g fill="none" stroke="#3a3a3a" stroke-width=".8"><circle cx="29.500" cy="39" r="4.300"/><circle cx="40.500" cy="39" r="4.300"/><path d="M33.800 38.600h2.400"/></g>' : ''}</svg>`
}
