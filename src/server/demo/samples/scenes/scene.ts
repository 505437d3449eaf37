/** The scenes by name, and one sheet of any of them as SVG. */
import { chance, type Chance } from '../chance'
import { bloodCentre, classroom, meeting, microscope, nightDuty, theatre, ward, workshop } from './indoors'
import { courtyardClinic, duskAntenna, mountainRoad, orchard, riverStation, snowPass } from './outdoors'
import { sheet } from './strokes'

const scenes = {
  mountainRoad, microscope, classroom, ward, courtyardClinic, theatre, riverStation, orchard, nightDuty, workshop, meeting, snowPass, bloodCentre, duskAntenna,
} satisfies Record<string, (c: Chance) => string>

export type SceneName = keyof typeof scenes
export const sceneNames = Object.keys(scenes) as SceneName[]

/** What each picture shows, for its text alternative and its caption. */
export const sceneWords: Readonly<Record<SceneName, string>> = {
  mountainRoad: '清晨沿山路去村卫生室', microscope: '在实验台前观察标本', classroom: '给学员讲课', ward: '查房', courtyardClinic: '在村卫生室门口问诊', theatre: '手术室里', riverStation: '在江边站点采样',
  orchard: '到地头随访', nightDuty: '夜班值守', workshop: '在工作台调试设备', meeting: '病例讨论', snowPass: '流动诊疗车到了牧区', bloodCentre: '在血液冷库核对', duskAntenna: '傍晚检查台站',
}

/** Other light, other hour: the same place photographed on another day. */
const washes = ['#ffffff00', '#f2c98a22', '#8fb4d622', '#e8b59a1f', '#9cc2a51c', '#5f6f8a24'] as const

/** The scene cut to the wanted sides around its middle. */
export const sceneSvg = (seed: string, name: SceneName, width: number, height: number): string => {
  const c = chance(`scene ${name} ${seed}`)
  const mirrored = c.next() > 0.5
  const wash = c.pick(washes)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${sheet.width} ${sheet.height}" preserveAspectRatio="xMidYMid slice"><g${mirrored ? ` transform="translate(${sheet.width} 0) scale(-1 1)"` : ''}>${scenes[name](c)}</g><rect width="${sheet.width}" height="${sheet.height}" fill="${wash}"/><defs><radialGradient id="edge" r=".78"><stop offset=".35" stop-color="#000" stop-opacity="0"/><stop offset=".7" stop-color="#000" stop-opacity=".05"/><stop offset="1" stop-color="#000" stop-opacity=".18"/></radialGradient></defs><rect width="${sheet.width}" height="${sheet.height}" fill="url(#edge)"/></svg>`
}
