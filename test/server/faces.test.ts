/** 正面免冠: what the small network sees on drawn portraits, on two people, on none, on a head that is turned, and what a person is asked. No real face is among them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ruleOf, type ResolvedRule } from '#core/campaign/definition'
import { resolve } from '#core/campaign/resolve'
import type { FaceMark, ImageFacts } from '#core/materials/facts'
import { judgeFile } from '#core/materials/judge'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { sceneNames } from '#server/demo/samples/scenes/scene'
import { chainOf, readDefinitions } from '#server/definitions'
import { ChildPool } from '#server/inspection/child-pool'
import { inspectFile } from '#server/inspection/inspect-file'
import { cat } from '../corpus/cat'
import { texture } from '../corpus/grain'
import { turnedPortrait } from '../corpus/turned-portraits'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder'

const long = process.env['XUANSHU_LONG'] === '1'
let folder: TemporaryFolder
let rule: ResolvedRule<'material'>
let n = 0
const pool = new ChildPool()
beforeAll(async () => {
  folder = await temporaryFolder()
  rule = ruleOf(resolve(chainOf((await readDefinitions('campaigns')).definitions, 'lnma-2021')!), 'material', 'portrait')!
})
afterAll(async () => { pool.close(); await folder.remove() })

interface Told { readonly faces: readonly FaceMark[]; readonly codes: string[]; readonly blocks: string[] }
/** Faces as the child sees them, and what the rule says of them. */
const told = async (bytes: Buffer): Promise<Told> => {
  const path = join(folder.path, String(n++))
  await writeFile(path, bytes)
  const facts = await inspectFile(path, '证件照.jpg', { border: true, faces: true }, pool)
  if (facts.kind !== 'image') throw new Error(`no picture: ${facts.kind}`)
  const about = judgeFile(rule, facts).filter((f) => /face|Face|turned|tilted|lying/.test(f.code))
  expect(about.every((f) => f.asksPerson && f.clause?.zh === rule.rests.zh)).toBe(true)
  return { faces: facts.faces ?? [], codes: about.map((f) => f.code), blocks: about.filter((f) => f.strength === 'block').map((f) => f.code) }
}
/** Drawn pieces on one red sheet of 35 × 45. */
const sheet = async (pieces: readonly { readonly bytes: Buffer; readonly width: number; readonly left: number; readonly top: number }[]): Promise<Buffer> =>
  sharp({ create: { width: 700, height: 900, channels: 3, background: '#c8281f' } }).composite(await Promise.all(pieces.map(async ({ bytes, width, left, top }) => ({ input: await sharp(bytes).resize({ width }).toBuffer(), left, top })))).jpeg({ quality: 92 }).toBuffer()

it('one drawn face before any ground, with and without glasses, of any age: exactly one, looking straight on, nothing to ask', async () => {
  const seeds = Array.from({ length: long ? 40 : 3 }, (_, i) => ({ seed: `face ${i}`, background: (['red', 'white', 'blue'] as const)[i % 3]!, age: 25 + i }))
  for (const { seed, ...how } of seeds) {
    const { faces, codes } = await told(await portrait(seed, { ...how, width: 413, height: 531 }))
    expect([seed, faces.length, codes]).toEqual([seed, 1, []])
    expect(Math.abs(faces[0]!.aside), seed).toBeLessThan(0.3)
  }
})

it('two people: both are found, and a person is asked', async () => {
  const [a, b] = [await portrait('a', { width: 413, height: 531 }), await portrait('b', { width: 413, height: 531 })]
  const { faces, codes } = await told(await sheet([{ bytes: a, width: 350, left: 0, top: 300 }, { bytes: b, width: 350, left: 350, top: 260 }]))
  expect([faces.length, codes]).toEqual([2, ['portrait.manyFaces']])
})

it('landscapes, rooms, grain, a plain ground and a cat hold no face', async () => {
  const none = [
    ...await Promise.all(sceneNames.filter((_, i) => long || i % 8 === 0).map((scene) => photo('set', { scene, width: 700, height: 900, minBytes: 0 }))),
    await (await texture('face', 420, 540)).jpeg().toBuffer(), await sheet([]), await cat(),
  ]
  for (const [i, bytes] of none.entries()) expect([i, (await told(bytes)).codes]).toEqual([i, ['portrait.noFace']])
})

it('a head turned by thirty degrees and more is told, by ten it is not; to both sides', async () => {
  for (const seed of long ? ['a', 'b', 'c', 'd', 'e', 'f'] : ['a']) {
    for (const degrees of [30, 40, -30, -40]) expect([seed, degrees, (await told(await turnedPortrait(seed, degrees))).codes]).toEqual([seed, degrees, ['portrait.turned']])
    for (const degrees of [0, 10, -10]) expect([seed, degrees, (await told(await turnedPortrait(seed, degrees))).codes]).toEqual([seed, degrees, []])
  }
})

it('a portrait on its side or upside down is told as such, a tilted head as a note', async () => {
  const upright = await portrait('a', { width: 413, height: 531 })
  for (const degrees of [90, 180, 270]) expect([degrees, (await told(await sharp(upright).rotate(degrees).jpeg().toBuffer())).codes]).toEqual([degrees, ['portrait.lying']])
  const tilted = await sharp(upright).rotate(22, { background: '#c8281f' }).resize(413, 531, { fit: 'cover' }).jpeg().toBuffer()
  expect((await told(tilted)).codes).toEqual(['portrait.tilted'])
})

it('a face that is tiny or far from the middle is told, where the shape is right', async () => {
  const face = await portrait('a', { width: 413, height: 531 })
  expect((await told(await sheet([{ bytes: face, width: 230, left: 235, top: 300 }]))).codes).toEqual(['portrait.faceSmall'])
  expect((await told(await sheet([{ bytes: face, width: 400, left: 0, top: 200 }]))).codes).toEqual(['portrait.faceOff'])
})

it('the largest picture that is taken stays within what a foreign file gets of the machine', async () => {
  const large = await sharp(await portrait('a', { format: 'png' })).resize(7000, 9000).jpeg({ quality: 60 }).toBuffer()
  expect((await told(large)).faces.length).toBe(1)
})

it('a sheet of many faces is told as several, within the same limits', async () => {
  const small = await sharp(await portrait('a', { width: 413, height: 531 })).resize({ width: 280 }).toBuffer()
  const many = Array.from({ length: 25 }, (_, i) => ({ input: small, left: (i % 5) * 280, top: Math.floor(i / 5) * 360 }))
  const { faces, codes } = await told(await sharp({ create: { width: 1400, height: 1800, channels: 3, background: '#c8281f' } }).composite(many).jpeg().toBuffer())
  expect([faces.length > 1, codes]).toEqual([true, ['portrait.manyFaces']])
})

it('where nobody looked, nothing is said; whatever is seen, nothing blocks', () => {
  const facts: ImageFacts = { kind: 'image', format: 'jpeg', name: '证件照.jpg', bytes: 300_000, width: 700, height: 900, decodes: true, trailingBytes: 0, border: { colour: 'red', share: 1 } }
  expect([judgeFile(rule, facts), judgeFile(rule, { ...facts, faces: null })]).toEqual([[], []])
  const face: FaceMark = { x: 0.5, y: 0.5, width: 0.4, height: 0.3, score: 0.9, aside: 0, tilt: 0 }
  const all = [[], [face, face], [{ ...face, aside: 1 }], [{ ...face, aside: -1 }], [{ ...face, tilt: 20 }], [{ ...face, tilt: -180 }], [{ ...face, width: 0.1 }], [{ ...face, x: 0.1 }], [{ ...face, y: 0.9 }]].map((faces) => judgeFile(rule, { ...facts, faces }))
  expect(all.map((f) => f.length)).toEqual(all.map(() => 1))
  expect(all.flat().filter((f) => f.strength === 'block' || !f.asksPerson)).toEqual([])
})
