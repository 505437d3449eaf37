/** Places under the sky: roads, rivers, fields, courtyards. */
import type { Chance } from '../chance'
import { box, fade, glow, hills, sheet, standing, tree, hairs, skins } from './strokes'

const { width: W, height: H } = sheet
const sky = (...stops: readonly string[]): string => `<defs>${fade('sky', ...stops)}${glow('mist', '#f3ece0')}${glow('sun', '#fff6e4')}</defs>${box(0, 0, W, H, 'url(#sky)')}`
const mist = (c: Chance, y: number, opacity: number): string => `<ellipse cx="${c.int(500, 1100)}" cy="${y}" rx="${W * 0.75}" ry="96" fill="url(#mist)" opacity="${opacity}"/>`
const person = (c: Chance, x: number, y: number, height: number, coat: string, more: Partial<Parameters<typeof standing>[0]> = {}): string =>
  standing({ x, y, height, coat, skin: c.pick(skins), hair: c.pick(hairs), ...more })

export const mountainRoad = (c: Chance): string => {
  const layers = ['#b9c4c9', '#9fb0b6', '#82969d', '#647a80', '#4b6063']
  const ridges = layers.map((fill, i) => hills(c, 500 + i * 105, 130 - i * 10, fill, 4) + (i < 4 ? mist(c, 640 + i * 105, 0.5) : '')).join('')
  return `${sky('#c9d3da', '#e8e2d6', '#f3e6d2')}<circle cx="${c.int(1050, 1350)}" cy="330" r="150" fill="url(#sun)"/>${ridges}
<path d="M560 1200 C640 1080 980 1080 900 1000 S700 950 820 905" stroke="#cbbf9f" stroke-width="34" fill="none" opacity=".9"/><path d="M820 905 C880 880 900 868 880 850" stroke="#cbbf9f" stroke-width="16" fill="none" opacity=".7"/>
${person(c, 905, 1040, 150, '#f2f1ec', { away: true, bag: '#8d4a3a' })}${person(c, 975, 1020, 138, '#44607a', { away: true, long: true })}`
}

export const riverStation = (c: Chance): string => {
  const ripples = Array.from({ length: 34 }, () => `<path d="M${c.int(0, W)} ${c.int(790, 1180)}h${c.int(40, 190)}" stroke="#eef3f3" stroke-opacity="${c.real(0.12, 0.4).toFixed(2)}" stroke-width="${c.int(2, 5)}"/>`).join('')
  return `${sky('#aebfc8', '#d5dcdb', '#ece4d6')}${hills(c, 610, 120, '#93a5ab')}${hills(c, 690, 80, '#748a8c')}<defs>${fade('river', '#a9bcc2', '#6d868e')}</defs>${box(0, 745, W, 455, 'url(#river)')}${ripples}
<path d="M1000 640V1010M1180 640V1020" stroke="#3b474b" stroke-width="22"/><path d="M1000 640V1010M1180 640V1020" stroke="#3b474b" stroke-width="20" opacity=".25" transform="translate(14 160)"/>
<path d="M1180 640H1600M1180 585H1600M1290 585v55M1410 585v55M1530 585v55" stroke="#4f5b5e" stroke-width="8"/>
${box(960, 470, 260, 170, '#e9e3d5')}<path d="M925 476L1090 392l165 84z" fill="#87483b"/>${box(1000, 520, 66, 62, '#54656b')}${box(1118, 520, 66, 120, '#6b5a4a')}<path d="M960 640h300v14h-300z" fill="#4f5b5e"/>
${person(c, 1345, 640, 150, '#c8793c', { reach: [-0.42, 0.16] })}<path d="M1302 566v240" stroke="#26343a" stroke-width="3"/>`
}

export const orchard = (c: Chance): string => {
  const rows = Array.from({ length: 17 }, (_, i) => `<path d="M${800 + (i - 8) * 14} 640L${800 + (i - 8) * 250} 1200" stroke="#7f7b3f" stroke-opacity=".5" stroke-width="${5 + Math.abs(i - 8)}"/>`).join('')
  const far = Array.from({ length: 13 }, (_, i) => tree(60 + i * 126 + c.int(-18, 18), 668, 74, '#7d9364', '#647b53')).join('')
  const near = [tree(190, 1030, 300, '#87a067', '#64804f'), tree(1440, 990, 270, '#7f9a62', '#5f7a4c'), tree(500, 830, 150, '#87a067', '#64804f'), tree(1120, 820, 140, '#7f9a62', '#5f7a4c')].join('')
  return `${sky('#bcd0da', '#e4e4d8', '#f4e9cf')}${hills(c, 610, 90, '#a3b4ab')}${hills(c, 650, 50, '#8a9f88')}<defs>${fade('field', '#b9ae6b', '#9a8f4c')}</defs>${box(0, 650, W, 550, 'url(#field)')}${rows}${far}${near}
${person(c, 760, 1010, 330, '#5f7f95', { reach: [0.34, 0.05], legs: '#4a4a44' })}${person(c, 905, 1000, 300, '#a9744f', { hair: '#8b8782', legs: '#3d4347' })}`
}

export const courtyardClinic = (c: Chance): string =>
  `${sky('#c3d4dc', '#eae7dc')}${hills(c, 520, 110, '#9db0a9')}${hills(c, 600, 70, '#7f9679')}<defs>${fade('yard', '#d8c8a8', '#b9a585')}${fade('wall', '#f4efe3', '#ddd3c0')}</defs>${box(0, 760, W, 440, 'url(#yard)')}
${box(640, 470, 820, 330, 'url(#wall)')}<path d="M590 480L680 350H1430L1510 480z" fill="#8a4c3d"/><path d="M590 480h920v16h-920z" fill="#6f3b30"/>${box(760, 560, 130, 240, '#6d5846')}${box(980, 560, 170, 120, '#9fb7bf')}${box(1230, 560, 150, 120, '#9fb7bf')}<path d="M1065 560v120M980 620h170M1305 560v120" stroke="#f4efe3" stroke-width="10"/>
<path d="M700 560h34v34h-34z" fill="#fff"/><path d="M711 566h12v22h-12zM706 571h22v12h-22z" fill="#b8321f"/>${tree(300, 900, 420, '#8ba271', '#6a8558')}
<path d="M960 985h330v22h-330zM985 1007v70M1265 1007v70" fill="#7a5f48" stroke="#7a5f48" stroke-width="16"/>
<g transform="translate(1180 985)"><path d="M-52 0C-56 -90 -40 -130 0 -134S56 -90 52 0z" fill="#56606b"/><path d="M-50 -6h120v30h-50v84h-30v-70h-40z" fill="#3f464d"/><ellipse cx="0" cy="-172" rx="28" ry="34" fill="#d3a37d"/><path d="M-30 -168C-34 -214 -14 -216 0 -216s34 2 30 48c-6-20-14-26-30-26s-24 6-30 26z" fill="#a9a6a1"/></g>
${person(c, 960, 1110, 400, '#f5f4ef', { reach: [0.33, 0.13], bag: '#9c4a38' })}`

export const snowPass = (c: Chance): string => {
  const peaks = `<path d="M0 640L220 380 330 470 560 210 800 520 930 400 1180 260 1400 520 1600 360V800H0z" fill="#8fa3b3"/><path d="M220 380l60 110-70 40-60-60zM560 210l120 150-80 10-60 60-70-90zM1180 260l120 150-90 0-50 50-90-90z" fill="#f4f6f8"/>`
  return `${sky('#9fbad0', '#d9e5ec')}${peaks}${hills(c, 760, 50, '#a39b7c')}<defs>${fade('plain', '#b9a878', '#8f8158')}</defs>${box(0, 790, W, 410, 'url(#plain)')}<path d="M300 1200L770 790h60L1180 1200z" fill="#8b8a86"/><path d="M745 1160l40-330" stroke="#e8e2cf" stroke-width="6" stroke-dasharray="40 34"/>
<g transform="translate(980 820)"><ellipse cx="190" cy="236" rx="260" ry="16" fill="#000" opacity=".2"/><path d="M0 0h290q50 0 74 60l34 70v96H0z" fill="#f4f2ec"/>${box(0, 120, 398, 22, '#b8321f')}<path d="M290 26h18q26 0 40 34l16 42h-74z" fill="#7f98a6"/>${box(40, 30, 90, 66, '#8fa7b3')}${box(160, 30, 90, 66, '#8fa7b3')}<circle cx="84" cy="226" r="40" fill="#2b2d30"/><circle cx="84" cy="226" r="17" fill="#9a9a98"/><circle cx="318" cy="226" r="40" fill="#2b2d30"/><circle cx="318" cy="226" r="17" fill="#9a9a98"/></g>
${person(c, 700, 1120, 340, '#f3f2ee', { reach: [-0.33, 0.1] })}${person(c, 560, 1120, 320, '#7b4a56', { long: true, legs: '#3a3f47' })}${person(c, 460, 1128, 210, '#4c6c59')}`
}

export const duskAntenna = (c: Chance): string => {
  const stars = Array.from({ length: 70 }, () => `<circle cx="${c.int(0, W)}" cy="${c.int(0, 480)}" r="${c.real(0.8, 2.4).toFixed(1)}" fill="#fff" opacity="${c.real(0.25, 0.8).toFixed(2)}"/>`).join('')
  return `${sky('#2f4154', '#6e7f8c', '#d9b795')}${stars}${hills(c, 840, 80, '#4d5c66')}${hills(c, 930, 60, '#333f47')}${box(0, 1010, W, 190, '#262f35')}
<g transform="translate(900 520)"><path d="M-26 90L-90 500H110L46 90z" fill="#7f8b92"/><path d="M-26 90L-60 500H-90z" fill="#5f6a71"/><path d="M-300 -150A330 330 0 0 0 240 190z" fill="#dfe3e2"/><path d="M-300 -150A330 330 0 0 0 240 190Q40 -60 -300 -150z" fill="#b4bdc0"/><path d="M-30 20L110 -150M-200 -90L110 -150M170 130L110 -150" stroke="#6d777c" stroke-width="9"/><circle cx="112" cy="-152" r="17" fill="#59636a"/></g>
<defs>${glow('lamp', '#f6d69a')}</defs>${box(240, 900, 240, 150, '#53616a')}${box(290, 940, 60, 50, '#f6d69a')}<circle cx="320" cy="965" r="120" fill="url(#lamp)" opacity=".5"/>${person(c, 590, 1080, 190, '#8794a0')}${person(c, 660, 1085, 180, '#a36b50', { reach: [0.4, -0.28] })}`
}
