/** Rooms where people of science and medicine work. */
import type { Chance } from '../chance'
import { box, daylight, fade, glow, hairs, listener, sheet, skins, standing } from './strokes'

const { width: W, height: H } = sheet
const room = (wallTop: string, wallFoot: string, floor: string, floorAt = 900): string =>
  `<defs>${fade('wall', wallTop, wallFoot)}${fade('beam', '#fff6df00', '#fff6df', '#fff6df00')}</defs>${box(0, 0, W, H, 'url(#wall)')}${box(0, floorAt, W, H - floorAt, floor)}${box(0, floorAt, W, 10, '#000', 'opacity=".1"')}`
const beam = (x: number, width: number, lean: number, opacity = 0.22): string => `<path d="M${x} 240h${width}L${x + width + lean} 1200H${x + lean - 120}z" fill="url(#beam)" opacity="${opacity}"/>`
const person = (c: Chance, x: number, y: number, height: number, coat: string, more: Partial<Parameters<typeof standing>[0]> = {}): string =>
  standing({ x, y, height, coat, skin: c.pick(skins), hair: c.pick(hairs), ...more })
const shelf = (c: Chance, x: number, y: number, width: number, colours: readonly string[]): string =>
  `${box(x, y, width, 14, '#8d7f70')}${Array.from({ length: Math.floor(width / 34) }, (_, i) => { const h = c.int(46, 92); return box(x + 8 + i * 34, y - h, c.int(18, 28), h, c.pick(colours), 'rx="3" opacity=".9"') }).join('')}`

export const microscope = (c: Chance): string =>
  `${room('#e9e4da', '#d6cfc3', '#5c4d42', 860)}${daylight(110, 140, 300, 420, '#f4f7f6', '#cfc7ba')}${daylight(500, 140, 260, 420, '#eef3f3', '#cfc7ba')}${shelf(c, 1010, 330, 470, ['#a9b8b5', '#c2a78c', '#8fa1a8', '#d7cfc0'])}${beam(200, 320, 330)}
${person(c, 1210, 1130, 780, '#f6f5f1', { reach: [-0.31, 0.16] })}${box(0, 860, W, 340, '#6a584a')}${box(0, 846, W, 30, '#8b7663')}
<g transform="translate(790 852) scale(1.900)"><path d="M-70 0h150v-16q0-14-20-14h-110q-20 0-20 14z" fill="#26343a"/><path d="M30 -24C96 -60 92 -150 34 -182l-20 26c34 22 34 70-6 96z" fill="#2f4047"/><rect x="-44" y="-84" width="92" height="13" rx="4" fill="#26343a"/><rect x="-22" y="-186" width="34" height="88" rx="6" transform="rotate(-26 -4 -150)" fill="#2f4047"/><rect x="-44" y="-238" width="26" height="54" rx="5" transform="rotate(-26 -30 -210)" fill="#1f2a2f"/><rect x="-16" y="-84" width="26" height="6" fill="#cfe1e0"/></g>
<g opacity=".9"><path d="M300 846v-118h-10v-14h70v14h-10v118z" fill="#e3ebea" opacity=".8"/>${box(302, 786, 46, 60, '#b4573f', 'opacity=".6"')}<path d="M420 846l-52-96v-54h-8v-12h66v12h-8v54l52 96z" transform="translate(44 0)" fill="#e3ebea" opacity=".8"/></g>${box(120, 826, 140, 20, '#efe9dc')}${box(130, 808, 120, 18, '#b9c6c4')}`

export const classroom = (c: Chance): string => {
  const heads = Array.from({ length: 6 }, (_, i) => listener(150 + i * 262 + c.int(-16, 16), 1080, 1.35, c.pick(['#7f8f9b', '#a06a53', '#5f7a68', '#8b7a94', '#b9a077']), c.pick(hairs.slice(0, 3)), c.next() > 0.5)).join('')
  const back = Array.from({ length: 5 }, (_, i) => listener(270 + i * 262 + c.int(-16, 16), 940, 0.95, c.pick(['#8796a2', '#a77964', '#6f8877', '#c1ab85']), c.pick(hairs.slice(0, 3)), c.next() > 0.5)).join('')
  return `${room('#e4dccd', '#cfc3af', '#8f7a63', 920)}${box(300, 150, 900, 470, '#6c5746')}${box(318, 168, 864, 434, '#2f4a43')}<g stroke="#dfe8e2" stroke-width="7" fill="none" opacity=".85"><path d="M380 250h330M380 310h250M380 370h300"/><path d="M860 500c-70-80-80-170 0-200 20-8 40 6 50 22 10-16 30-30 50-22 80 30 70 120 0 200l-50 44z"/><path d="M800 420h60l20-50 30 100 24-70h80" stroke="#e7b08e"/></g>
${person(c, 1290, 990, 640, '#f3f1ea', { reach: [-0.34, -0.1] })}${daylight(30, 170, 180, 400, '#f3f5f2', '#c8bca8')}${beam(60, 160, 300, 0.18)}${back}${heads}`
}

export const ward = (c: Chance): string =>
  `${room('#e3eae8', '#cfd9d6', '#a9b5b1', 890)}${daylight(150, 130, 420, 420, '#f6f9f8', '#b9c6c2')}${box(620, 90, 26, 640, '#b9cfc9')}${box(646, 90, 60, 640, '#c9dcd6')}${beam(230, 320, 320, 0.3)}
${box(1310, 250, 200, 130, '#39464c', 'rx="8"')}<path d="M1325 320h40l14-34 20 64 16-44 12 14h70" stroke="#8fd0b4" stroke-width="5" fill="none"/><path d="M1410 380v500" stroke="#8d9a9c" stroke-width="12"/>
${person(c, 1140, 1060, 690, '#fbfaf7', { reach: [-0.34, 0.2] })}${person(c, 1330, 1050, 620, '#a7c7c6', { long: true, cap: '#e9f1ef', legs: '#a7c7c6' })}
<path d="M360 240v620M310 250h100" stroke="#8d9a9c" stroke-width="9"/><path d="M322 256h34v74q-17 16-34 0z" fill="#e6f0f0"/><path d="M340 340C330 560 520 640 560 770" stroke="#dfe9e8" stroke-width="4" fill="none"/>
<g><path d="M250 830h700v90h-700z" fill="#f6f5f1"/><path d="M210 700v320M980 790v230" stroke="#7f8d8f" stroke-width="18"/><path d="M440 840C480 770 820 760 960 830v100H430z" fill="#b7cdd4"/><path d="M250 790q90-40 190 10l-10 50H250z" fill="#fdfdfb"/><ellipse cx="352" cy="760" rx="46" ry="52" fill="#d6a983"/><path d="M304 770c-8-70 30-72 48-72s56 4 50 60c-16-24-28-26-48-26s-36 6-50 38z" fill="#9a958f"/><path d="M250 920h700v30h-700z" fill="#8d9a9c"/></g>`

export const theatre = (c: Chance): string => {
  const team = [[500, '#3f7d79'], [760, '#4a8a83'], [1030, '#3f7d79'], [1210, '#4a8a83']] as const
  return `${room('#3d5358', '#2b3c41', '#26343a', 930)}<defs>${glow('lamp', '#fff7e2')}</defs><path d="M800 0v150M800 60L1160 130" stroke="#8d9a9c" stroke-width="18"/><ellipse cx="800" cy="200" rx="210" ry="56" fill="#c3cbcb"/><ellipse cx="800" cy="214" rx="176" ry="40" fill="#fff9ea"/><circle cx="800" cy="330" r="560" fill="url(#lamp)" opacity=".55"/><path d="M640 220L420 980h760L960 220z" fill="#fff3d2" opacity=".09"/>
${box(90, 360, 250, 180, '#1f2b30', 'rx="10"')}<path d="M110 470h50l16-50 24 90 20-60 16 20h84" stroke="#8fd0b4" stroke-width="6" fill="none"/><path d="M110 515h210" stroke="#d8b56b" stroke-width="4"/>
${team.map(([x, coat], i) => person(c, x, 1230, 760 - (i % 2) * 40, coat, { cap: '#6fa8a0', legs: coat })).join('')}${team.map(([x], i) => { const top = 1230 - (760 - (i % 2) * 40); return `<path d="M${x - 44} ${top + 78}q44 22 88 0v28q-44 34-88 0z" fill="#dfeae8"/>` }).join('')}
<path d="M180 930H1430l60 130H110z" fill="#4e948d"/><path d="M180 930H1430l10 26H168z" fill="#67aaa2"/><path d="M110 1060h1380v140H110z" fill="#3b756f"/><ellipse cx="800" cy="975" rx="120" ry="20" fill="#e9d3bd"/>`
}

export const nightDuty = (c: Chance): string => {
  const screens = Array.from({ length: 4 }, (_, i) => `${box(210 + i * 310, 300, 280, 200, '#1a2227', 'rx="8"')}${box(222 + i * 310, 312, 256, 176, '#2f566a')}<path d="M${232 + i * 310} ${c.int(400, 440)}${Array.from({ length: 8 }, (__, n) => `L${262 + i * 310 + n * 28} ${c.int(340, 460)}`).join('')}" stroke="${c.pick(['#9fd8c3', '#e8c78a', '#a9cfe6'])}" stroke-width="5" fill="none"/>`).join('')
  return `${room('#33414b', '#26323a', '#1d262c', 980)}<defs>${glow('light', '#f3d9a4')}${glow('blue', '#8fc0d6')}</defs>${screens}<circle cx="800" cy="420" r="620" fill="url(#blue)" opacity=".28"/>${box(120, 720, 1360, 40, '#56636b')}${box(120, 760, 1360, 300, '#3a464e')}
<path d="M1320 720v-120l-70-60" stroke="#c9a15c" stroke-width="10" fill="none"/><path d="M1210 520l70-20 20 60-70 24z" fill="#c9a15c"/><circle cx="1220" cy="640" r="190" fill="url(#light)" opacity=".8"/>${box(1130, 700, 160, 20, '#efe6d2')}
${listener(560, 760, 2.3, '#dfe6e8', '#2a2421')}${listener(960, 780, 2.2, '#7f95a3', '#231f1d', true)}${box(430, 940, 260, 260, '#273138', 'rx="26"')}${box(830, 940, 260, 260, '#273138', 'rx="26"')}`
}

export const workshop = (c: Chance): string =>
  `${room('#ded3c2', '#c4b49d', '#6d5a48', 930)}${daylight(90, 150, 260, 400, '#f2f3ec', '#b5a58e')}${box(470, 150, 640, 380, '#b79f80')}${Array.from({ length: 13 }, (_, i) => `<path d="M${520 + i * 46} 190v${c.int(90, 260)}" stroke="${c.pick(['#58636a', '#8d4a3a', '#3f4b52', '#9a8a58'])}" stroke-width="${c.int(9, 18)}" stroke-linecap="round"/>`).join('')}${shelf(c, 1180, 330, 360, ['#6f7f86', '#a5533f', '#c4a15e', '#59664f'])}${beam(150, 260, 340, 0.25)}
${person(c, 660, 1170, 780, '#4d6a80', { reach: [0.31, 0.16], legs: '#39434b' })}${person(c, 1180, 1160, 720, '#8a6a4c', { hair: '#8b8782', reach: [-0.3, 0.2] })}
${box(0, 880, W, 40, '#a2845f')}${box(0, 920, W, 280, '#7d644a')}<g transform="translate(830 880)">${box(-150, -140, 300, 140, '#dfe3e1', 'rx="8"')}${box(-130, -120, 150, 84, '#2f4f5c')}<path d="M-122 -78q20-40 40 0t40 0 40 0" stroke="#a9e0c8" stroke-width="5" fill="none"/><circle cx="66" cy="-92" r="19" fill="#58636a"/><circle cx="116" cy="-92" r="19" fill="#58636a"/><circle cx="66" cy="-44" r="13" fill="#b8321f"/><circle cx="116" cy="-44" r="13" fill="#58636a"/></g><path d="M330 880v-60h150v60M1290 880c0-80 120-80 120 0" stroke="#58636a" stroke-width="12" fill="none"/>`

export const meeting = (c: Chance): string => {
  const seats = [330, 560, 800, 1040, 1270].map((x, i) => `<g transform="translate(${x} 700) scale(${1.5 + c.real(-0.06, 0.06)})"><path d="M-66 130C-66 60 -44 46 -16 40L16 40C44 46 66 60 66 130z" fill="${c.pick(['#42505c', '#6b5a52', '#5b6d62', '#e9e7e0', '#7a8894'])}"/><path d="M-15 40L0 66 15 40Q0 46 -15 40z" fill="#f2efe8"/><rect x="-11" y="18" width="22" height="26" fill="#c99a76"/><ellipse cx="0" cy="-6" rx="27" ry="33" fill="${c.pick(skins)}"/><path d="M-30 -2C-33 -42 -16 -46 0 -46s33 4 30 44c-5-18-12-24-30-24s-25 6-30 24z" fill="${i === 2 ? '#8b8782' : c.pick(hairs.slice(0, 3))}"/></g>`).join('')
  return `${room('#e8e2d6', '#d8cfbf', '#8b7660', 900)}${box(420, 110, 760, 300, '#f7f5ef')}${box(420, 110, 760, 8, '#b5a994')}<path d="M500 190h380M500 240h520M500 290h300" stroke="#7d8a8d" stroke-width="11"/><path d="M980 350v-70M1030 350v-120M1080 350v-160" stroke="#5f8290" stroke-width="26"/>${daylight(70, 170, 230, 360, '#f5f6f1', '#c9beab')}${daylight(1310, 170, 230, 360, '#f5f6f1', '#c9beab')}${seats}
<path d="M120 890H1480l120 150H0z" fill="#a68a68"/><path d="M0 1040h1600v160H0z" fill="#86694c"/>${[300, 540, 800, 1060, 1300].map((x) => `<path d="M${x - 60} 960h120l10 30H${x - 70}z" fill="#f6f3ea"/><path d="M${x + 92} 930h30v44q-15 8-30 0z" fill="#dfe7e6"/>`).join('')}`
}

export const bloodCentre = (c: Chance): string => {
  const racks = [0, 1, 2].map((i) => `${box(90 + i * 300, 190, 270, 700, '#dfe5e6', 'rx="10"')}${box(112 + i * 300, 220, 226, 560, '#b9cdd4')}${[0, 1, 2, 3, 4].map((r) => `${box(112 + i * 300, 312 + r * 108, 226, 8, '#eef2f2')}${Array.from({ length: 6 }, (_, n) => box(122 + i * 300 + n * 36, 250 + r * 108, 26, 62, c.pick(['#8f3a33', '#a5483d', '#c98a4a', '#7f2f2b']), 'rx="6" opacity=".85"')).join('')}`).join('')}<path d="M${324 + i * 300} 460v120" stroke="#7f8d92" stroke-width="10"/>`).join('')
  return `${room('#e7ebea', '#d3dbda', '#aab4b3', 920)}${racks}${person(c, 1190, 1150, 820, '#f7f7f3', { reach: [-0.3, 0.1], cap: '#dfe9ec' })}${box(1290, 820, 310, 30, '#8f9b9d')}${box(1310, 850, 270, 350, '#b9c3c4')}${box(1350, 740, 170, 80, '#e9edec', 'rx="8"')}${box(1370, 758, 90, 44, '#3f5f6d')}<path d="M60 1090h640" stroke="#fff" stroke-width="5" opacity=".35"/>`
}
