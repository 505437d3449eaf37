/** What the ffmpeg of this machine makes of telephones' films: the right film, the right way up, its own sound, and nothing that tells where and by whom. */
import { BufferSource, EncodedPacketSink, Input, MP4, QTFF } from 'mediabunny'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listFilms, takeFilm } from '#contract/operations/films'
import { createNomination, readNomination } from '#contract/operations/nominations'
import { beginUpload } from '#contract/operations/uploads'
import { rulesOf } from '#core/campaign/definition'
import type { VideoFacts } from '#core/materials/facts'
import { ffmpegArguments } from '#server/films/ffmpeg-arguments'
import { inspectFile } from '#server/inspection/inspect-file'
import { runProgram } from '#server/programs/run-program'
import { definitionFor } from './dossier'
import { ffmpegHere, hevcFilm, sayNoFfmpeg } from './hevc-film'
import { freshInstallation, type Installation } from './installation'
import { livingWith } from './living'
import { openOffice, openProvincial } from './office'
import type { Person } from './person'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder'

sayNoFfmpeg('films-made')
/** The short run converts one film and shows what is refused; sound, light, turning and the product's own way are of the long one. */
const long = process.env['XUANSHU_LONG'] === '1'
let folder: TemporaryFolder
beforeAll(async () => { folder = await temporaryFolder() })
afterAll(() => folder.remove())

let n = 0
const to = { width: 1920, height: 1080, bitsASecond: 10_000_000 }
const limits = { milliseconds: 120_000, residentBytes: 1.5e9, folderBytes: 1e9 }
/** A film through the very arguments of the product. */
const convert = async (film: Buffer, size = to) => {
  const work = join(folder.path, `work-${n++}`)
  await mkdir(work)
  const [from, made] = [join(work, 'from'), join(work, 'film.mp4')]
  await writeFile(from, film)
  const facts = await inspectFile(from, 'IMG_0420.MOV') as VideoFacts
  const { ffmpeg } = ffmpegHere!
  const end = await runProgram({ program: ffmpeg!, folder: work, nice: 5, limits, args: ffmpegArguments({ from, to: made, facts, film: size, threads: 1, mapsTones: ffmpeg!.mapsTones }) })
  expect(end).toMatchObject({ how: 'ended', code: 0 })
  return { facts, made: await readFile(made), result: await inspectFile(made, 'film.mp4') as VideoFacts, path: made, work }
}
const packetsOf = async (film: Buffer): Promise<string[]> => {
  const track = (await new Input({ source: new BufferSource(film), formats: [MP4, QTFF] }).getPrimaryAudioTrack())!
  const packets = []
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(Buffer.from(packet.data).toString('base64'))
  return packets
}
/** The first picture as a player shows it. */
const firstPicture = async (path: string, work: string) => {
  const png = join(work, 'first.png')
  await runProgram({ program: ffmpegHere!.ffmpeg!, folder: work, nice: 0, limits, args: ['-nostdin', '-v', 'error', '-i', `file:${path}`, '-frames:v', '1', `file:${png}`] })
  return sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
}

// Needs ffmpeg, an optional extra.
describe.skipIf(ffmpegHere === null)('a telephone’s film', () => {
  test('comes out as H.264 of the size that is asked for, with its sound bit by bit, and tells no place, person or device', async () => {
    const film = await hevcFilm()
    const { facts, made, result } = await convert(film)
    expect(facts).toMatchObject({ codec: 'hevc', width: 2560, height: 1440, container: 'mov', sound: 'aac', range: null, complete: true })
    expect(result).toMatchObject({ codec: 'avc', width: 1920, height: 1080, container: 'mp4', sound: 'aac', hasSound: true, complete: true })
    expect(Math.abs(result.seconds - facts.seconds)).toBeLessThan(0.2)
    expect(await packetsOf(made)).toEqual(await packetsOf(film))
    const told = ['Example Phone', '+31.2304']
    // The original does tell: a test that finds nothing would prove nothing.
    expect([told.map((t) => film.includes(t)), told.map((t) => made.includes(t))]).toEqual([[true, true], [false, false]])
  })
  // Of the long run (decision 068).
  test.runIf(long)('held upright, it stands upright, for good', async () => {
    const lying = await convert(await hevcFilm({ sound: null }))
    const upright = await convert(await hevcFilm({ sound: null, upright: true }), { ...to, width: 1080, height: 1920 })
    expect([[upright.facts.width, upright.facts.height], [upright.result.width, upright.result.height], upright.result.hasSound]).toEqual([[1440, 2560], [1080, 1920], false])
    // No note to turn it is left: its pictures themselves stand.
    const track = (await new Input({ source: new BufferSource(upright.made), formats: [MP4] }).getPrimaryVideoTrack())!
    expect([await track.getRotation(), await track.getCodedWidth()]).toEqual([0, 1080])
    // And by a quarter to the right, as the note said.
    const [a, b] = [await firstPicture(lying.path, lying.work), await firstPicture(upright.path, upright.work)]
    const turned = await sharp(a.data, { raw: { width: 1920, height: 1080, channels: 3 } }).rotate(90).raw().toBuffer()
    let off = 0
    for (let i = 0; i < turned.length; i += 997) off += Math.abs(turned[i]! - b.data[i]!)
    expect(off / (turned.length / 997)).toBeLessThan(12)
  })
  // Of the long run (decision 068).
  test.runIf(long)('with a sound that is not AAC gets AAC', async () => {
    const { facts, result } = await convert(await hevcFilm({ sound: 'pcm' }))
    expect([facts.sound, result.sound, result.hasSound]).toEqual(['pcm-s16', 'aac', true])
  })
  // Of the long run (decision 068).
  test.runIf(long)('of a wide range of brightness comes out in the ordinary one', async (context) => {
    if (!ffmpegHere!.ffmpeg!.mapsTones) return context.skip('this ffmpeg has no zscale or tonemap')
    const { facts, made } = await convert(await hevcFilm({ hlg: true, sound: null }))
    const track = (await new Input({ source: new BufferSource(made), formats: [MP4] }).getPrimaryVideoTrack())!
    expect([facts.range, (await track.getColorSpace()).transfer, (await track.getDecoderConfig())?.codec.slice(0, 7)]).toEqual(['hlg', 'bt709', 'avc1.64'])
  })
})

// Needs ffmpeg, an optional extra.
describe.skipIf(ffmpegHere === null)('what is no film', () => {
  const arguments_ = (from: string, made: string) => ffmpegArguments({ from, to: made, facts: { sound: 'aac', range: null }, film: to, threads: 1, mapsTones: false })
  const tried = async (name: string, content: string | Buffer, change: (args: string[]) => string[] = (a) => a) => {
    const work = join(folder.path, `bad-${n++}`)
    await mkdir(work)
    const from = join(work, name)
    await writeFile(from, content)
    return { end: await runProgram({ program: { ...ffmpegHere!.ffmpeg!, alone: [] }, folder: work, nice: 5, limits: { ...limits, milliseconds: 20_000 }, args: change(arguments_(from, join(work, 'film.mp4'))) }), work }
  }
  test('a list of addresses under a film’s name opens no address and no other file', async () => {
    const asked: string[] = []
    const server = createServer((request, answer) => { asked.push(request.url ?? ''); answer.end() }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const list = `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:${(server.address() as AddressInfo).port}/secret.ts\n#EXT-X-ENDLIST\n`
    const { end } = await tried('a.mp4', list)
    expect([end.how === 'ended' && end.code !== 0, asked]).toEqual([true, []])
    // The mutant: told neither what it is nor from where, it does ask.
    const naive = (args: string[]) => args.filter((a, i) => !(a === '-f' && args[i + 1] === 'mov') && !(a === 'mov' && args[i - 1] === '-f')).map((a, i, all) => (all[i - 1] === '-protocol_whitelist' ? 'file,http,tcp,crypto,data' : a))
    await tried('a.m3u8', list, naive)
    server.close()
    expect(asked.length).toBeGreaterThan(0)
  })
  test('noise in the place of the pictures ends in words, not in a material', async () => {
    const film = await hevcFilm({ sound: null })
    const spoilt = Buffer.from(film)
    const [from, until] = [film.indexOf('mdat') + 8, film.indexOf('moov') - 8]
    for (let i = from; i < until; i++) spoilt[i] = (i * 2_654_435_761) >>> 24
    const { end, work } = await tried('a.mov', spoilt)
    const made = await inspectFile(join(work, 'film.mp4'), 'film.mp4').catch(() => null)
    expect(end.how === 'ended' && end.code === 0 && made?.kind === 'video' && made.complete && made.seconds > 0.9).toBe(false)
  })
})

// Needs ffmpeg, an optional extra; of the long run (decision 068).
describe.runIf(long && ffmpegHere !== null)('in the product', () => {
  let at: Installation
  let clerk: Person
  let campaignId: string
  let materialId: string
  beforeAll(async () => {
    at = await freshInstallation({ programs: ffmpegHere! })
    const o = await openOffice(at, 1)
    clerk = o.units[0]!.clerk
    campaignId = await openProvincial(at, o)
    materialId = rulesOf(await definitionFor(clerk, campaignId), 'material').find((m) => m.file.type === 'video')!.id
  })
  afterAll(() => at?.close())

  test('a film of a telephone is sent, converted, taken, and right by every rule', async () => {
    const film = await hevcFilm({ width: 3840, height: 2160, seconds: 1, fps: 5 })
    const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })
    const params = { nominationId }
    const { url } = await clerk.ask(beginUpload, { params, body: { materialId, name: 'IMG_0420.MOV', bytes: film.byteLength, toConvert: true } })
    await clerk.raw('PATCH', url, film, { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' })
    const films = async () => (await clerk.ask(listFilms, { params })).films
    await expect.poll(async () => (await films()).map((f) => f.state), { timeout: 120_000, interval: 200 }).toEqual(['made'])
    expect(await livingWith(at.services.filmsDir)).toEqual([])
    await clerk.ask(takeFilm, { params: { ...params, filmId: (await films())[0]!.filmId } })
    const [file] = (await clerk.ask(readNomination, { params })).materials
    expect([file?.originalName, file?.facts['codec'], file?.facts['width'], file?.facts['sound'], file?.findings]).toEqual(['IMG_0420.mp4', 'avc', 1920, 'aac', []])
  })
})
