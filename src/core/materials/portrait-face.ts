/** 正面免冠: exactly one face, looking straight on, in its place. A small network saw it, so every finding asks a person and none blocks; a hat no machine here tells. */
import type { Finding } from '../kernel/finding'
import type { MaterialRule } from '../rules/material-terms'
import type { FaceMark, ImageFacts } from './facts'
import { asks } from './say'

/** How good the instrument is, not limits of a notice: tried on drawn portraits turned by degrees (25° is told, 10° is not). */
const clear = {
  /** Nose off the middle, of half the distance between the ears. */
  aside: 0.55,
  /** Degrees. */
  tilt: 15, lying: 60,
  /** Shares of the picture. */
  leastWidth: 0.2, off: 0.16, high: 0.28, low: 0.68,
} as const

/** @param shaped the picture has the proportion asked for; one that has not is cut first, which puts the face in its place */
export const judgeFaces = (rule: MaterialRule, facts: ImageFacts, shaped: boolean): Finding[] => {
  const { faces } = facts
  if (faces === undefined || faces === null) return []
  const [face, ...others] = faces
  if (face === undefined) return [asks(rule, facts, 'portrait.noFace', ['没有找到正面的人脸，可能不是正面免冠照', 'No frontal face was found; it may be no frontal portrait'], ['看一眼：是清楚的正面免冠照就可以用；不是就换一张。', 'Look: if it is a clear frontal, bareheaded portrait, keep it; if not, use another.'])]
  if (others.length > 0) return [asks(rule, facts, 'portrait.manyFaces', [`像有 ${faces.length} 张人脸；证件照上只有本人一人`, `There seem to be ${faces.length} faces; a portrait shows the person alone`], ['看一眼：有别人的，请裁去或换一张单人照。', 'Look: if somebody else is on it, cut it or use another portrait.'])]
  return [...straight(rule, facts, face), ...(shaped ? placed(rule, facts, face) : [])]
}

const straight = (rule: MaterialRule, facts: ImageFacts, face: FaceMark): Finding[] => {
  if (Math.abs(face.tilt) >= clear.lying) return [asks(rule, facts, 'portrait.lying', ['人脸像是横着或倒着的', 'The face seems to lie on its side or upside down'], ['请把照片转正，另存后再传。', 'Turn the picture upright, save it and upload it again.'])]
  if (Math.abs(face.aside) >= clear.aside) return [asks(rule, facts, 'portrait.turned', ['脸像是侧着的，须为正面', 'The face seems to look aside; it must look straight on'], ['看一眼：是正面就可以用；侧脸的请换正面照。', 'Look: if it is frontal, keep it; if it looks aside, use a frontal one.'])]
  return Math.abs(face.tilt) < clear.tilt ? [] : [asks(rule, facts, 'portrait.tilted', [`头像是歪了约 ${Math.abs(face.tilt)} 度`, `The head seems to be tilted by about ${Math.abs(face.tilt)}°`], ['看一眼：歪得明显的，请转正或换一张。', 'Look: if it shows, straighten it or use another.'], 'note')]
}

const placed = (rule: MaterialRule, facts: ImageFacts, face: FaceMark): Finding[] => {
  if (face.width < clear.leastWidth) return [asks(rule, facts, 'portrait.faceSmall', [`人脸太小，只占照片宽的 ${Math.round(face.width * 100)}%`, `The face is small: ${Math.round(face.width * 100)}% of the width`], ['请裁近一些，让头和肩占满画面。', 'Cut it closer, so that head and shoulders fill it.'])]
  const off = Math.abs(face.x - 0.5) > clear.off || face.y < clear.high || face.y > clear.low
  return off ? [asks(rule, facts, 'portrait.faceOff', ['人脸不在照片中间', 'The face is not in the middle'], ['请重新裁切，头部居中。', 'Cut it again with the head in the middle.'], 'note')] : []
}
