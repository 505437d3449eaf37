import { describe, expect, it } from 'vitest'
import type { ResolvedRule } from '../campaign/definition'
import type { Finding } from '../kernel/finding'
import type { DocumentFacts, FaceMark, Facts, ImageFacts, VideoFacts } from './facts'
import { fileNameFor } from './file-name'
import { judgeCount } from './count'
import { judgeFile, judgeSize } from './judge'
import { recogniseMaterial } from './recognise'

type Rule = ResolvedRule<'material'>
const rests = { number: '四、1', zh: '示例条款', en: 'sample clause' }
const rule = (id: string, zh: string, file: Rule['file'], more: Partial<Rule> = {}): Rule => ({
  id, kind: 'material', strength: 'block', rests, name: { zh, en: id }, group: 'image', min: 1, max: 1, naming: 'asGiven', paperCopies: 0, file, ...more,
})
const portrait = rule('portrait', '证件照', { type: 'portrait', formats: ['jpeg'], background: 'red', millimetres: { width: 35, height: 45 }, ratioTolerancePercent: 3, minWidth: 413, maxBytes: 10_000_000 })
const photos = rule('photos', '生活工作照片', { type: 'photo', formats: ['jpeg'], minBytes: 2_000_000, minShortSide: 1000, maxBytes: 20_000_000 }, { min: 3, max: 5, naming: 'nameAndOrdinal' })
const videos = rule('videos', '工作生活视频', { type: 'video', containers: ['mp4', 'mov'], maxSeconds: 180, displaySizes: [{ width: 1920, height: 1080 }, { width: 1080, height: 1920 }], maxBytes: 500_000_000, manual: [] }, { min: 0, max: null })
const form = rule('form', '推荐表（盖章 PDF）', { type: 'document', formats: ['pdf'], stamped: true, maxPages: 12, maxBytes: 20_000_000 })
const opinion = rule('opinion', '廉政意见（盖章 PDF）', { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 20_000_000 })

const photo = (more: Partial<ImageFacts> = {}): ImageFacts => ({ kind: 'image', format: 'jpeg', name: '授课.jpg', bytes: 3_800_000, width: 4032, height: 3024, decodes: true, trailingBytes: 0, border: null, ...more })
const face = (more: Partial<ImageFacts> = {}): ImageFacts => photo({ name: '证件照.jpg', bytes: 300_000, width: 700, height: 900, border: { colour: 'red', share: 0.97 }, ...more })
const seen = (more: Partial<FaceMark> = {}): FaceMark => ({ x: 0.5, y: 0.5, width: 0.43, height: 0.33, score: 0.91, aside: 0.05, tilt: 1, ...more })
const film = (more: Partial<VideoFacts> = {}): VideoFacts => ({ kind: 'video', container: 'mp4', codec: 'avc', name: '急诊日记.mp4', bytes: 90_000_000, width: 1920, height: 1080, seconds: 108, hasSound: true, complete: true, ...more })
const scan = (more: Partial<DocumentFacts> = {}): DocumentFacts => ({ kind: 'document', format: 'pdf', name: '推荐表.pdf', bytes: 900_000, pages: 4, encrypted: false, active: false, ...more })
const found = (findings: readonly Finding[]) => findings.map((f) => `${f.code} ${f.strength}`)
const unreadable = (why: 'empty' | 'unknown' | 'broken' | 'bomb', looksLike: string | null, name = '授课.jpg'): Facts => ({ kind: 'unreadable', why, looksLike, name, bytes: why === 'empty' ? 0 : 3_000_000 })

describe('a file that keeps every limit of its material has no finding', () => {
  it.each([[portrait, face()], [portrait, face({ faces: [seen()] })], [portrait, face({ faces: null })], [photos, photo()], [videos, film()], [videos, film({ width: 1080, height: 1920 })], [form, scan()]] as const)('%#', (material, facts) => {
    expect(judgeFile(material, facts)).toEqual([])
  })
})

describe('one point wrong gives exactly one finding', () => {
  it.each<[string, Rule, Facts, string]>([
    ['a photo under the least size', photos, photo({ bytes: 1_400_000 }), 'photo.tooSmall block'],
    ['a photo one byte under the least size', photos, photo({ bytes: 1_999_999 }), 'photo.tooSmall block'],
    ['a photo over the greatest size', photos, photo({ bytes: 20_000_001 }), 'file.tooLarge block'],
    ['a photo of few pixels', photos, photo({ width: 1400, height: 999 }), 'photo.fewPixels block'],
    ['a photo filled up after its end is shown to people', photos, photo({ bytes: 2_200_000, trailingBytes: 1_900_000 }), 'photo.padded warn'],
    ['a photo whose notes fill it up', photos, photo({ bytes: 2_200_000, metadataBytes: 1_900_000 }), 'photo.padded warn'],
    ['a photo with a little appended', photos, photo({ trailingBytes: 90 }), 'image.trailing note'],
    ['a photo that seems enlarged is a question', photos, photo({ enlarged: true }), 'photo.enlarged warn'],
    ['a photo in colours for printing', photos, photo({ colour: { model: 'cmyk', bits: 8, profile: null } }), 'image.cmyk note'],
    ['a photo that tells its place', photos, photo({ place: true }), 'image.place note'],
    ['a portrait that moves', portrait, face({ animated: true }), 'image.animated note'],
    ['a grey portrait where any ground may be', { ...portrait, file: { ...portrait.file, background: 'any' } as Rule['file'] }, face({ colour: { model: 'gray', bits: 8, profile: null } }), 'portrait.gray note'],
    ['a video in a coding not everybody plays', videos, film({ codec: 'hevc' }), 'video.coding note'],
    ['a stamped paper that was never scanned', form, scan({ textPages: 4, picturePages: 0 }), 'document.notScanned warn'],
    ['a scan changed after it was saved', form, scan({ revisions: 3 }), 'document.revised note'],
    ['a photo cut off', photos, photo({ decodes: false }), 'file.broken block'],
    ['a PNG named .jpg', photos, photo({ format: 'png' }), 'file.renamed block'],
    ['a PNG named .png', photos, photo({ format: 'png', name: '授课.png' }), 'file.format block'],
    ['a HEIC from a phone, renamed', photos, photo({ format: 'heic', decodes: null }), 'file.renamed block'],
    ['a JPEG with a wrong ending is named anew', photos, photo({ name: '授课.jpg.php' }), 'file.name note'],
    ['an SVG named .jpg', photos, unreadable('unknown', 'svg'), 'file.renamed block'],
    ['an empty file', photos, unreadable('empty', null), 'file.empty block'],
    ['a file of no known kind', photos, unreadable('unknown', null), 'file.unknown block'],
    ['a damaged file', photos, unreadable('broken', 'jpeg'), 'file.broken block'],
    ['a file that unpacks to too much', form, unreadable('bomb', 'pdf'), 'file.bomb block'],
    ['a document among the photos', photos, scan(), 'file.format block'],
    ['a portrait of another shape', portrait, face({ width: 800, height: 900 }), 'portrait.ratio block'],
    ['a portrait too narrow to print', portrait, face({ width: 350, height: 450 }), 'portrait.fewPixels block'],
    ['a portrait on blue', portrait, face({ border: { colour: 'blue', share: 0.95 } }), 'portrait.ground block'],
    ['a portrait whose ground the machine is not sure of', portrait, face({ border: { colour: 'red', share: 0.5 } }), 'portrait.groundUnsure warn'],
    ['a portrait without a face', portrait, face({ faces: [] }), 'portrait.noFace warn'],
    ['a portrait of two', portrait, face({ faces: [seen(), seen({ x: 0.2 })] }), 'portrait.manyFaces warn'],
    ['a portrait that looks aside', portrait, face({ faces: [seen({ aside: -0.7 })] }), 'portrait.turned warn'],
    ['a portrait on its side', portrait, face({ faces: [seen({ tilt: 89 })] }), 'portrait.lying warn'],
    ['a tilted portrait', portrait, face({ faces: [seen({ tilt: -19 })] }), 'portrait.tilted note'],
    ['a portrait of somebody far away', portrait, face({ faces: [seen({ width: 0.1 })] }), 'portrait.faceSmall warn'],
    ['a portrait with the face at its edge', portrait, face({ faces: [seen({ x: 0.2 })] }), 'portrait.faceOff note'],
    ['a portrait of another shape is cut first, which puts the face in its place', portrait, face({ width: 800, height: 900, faces: [seen({ x: 0.2 })] }), 'portrait.ratio block'],
    ['a video too long', videos, film({ seconds: 204 }), 'video.tooLong block'],
    ['a video of another size', videos, film({ width: 1280, height: 720 }), 'video.size block'],
    ['a video cut off', videos, film({ complete: false }), 'video.cut block'],
    ['an AVI renamed .mp4', videos, unreadable('unknown', 'avi', '急诊日记.mp4'), 'file.renamed block'],
    ['a scan under a password', form, scan({ encrypted: true, pages: null }), 'document.encrypted block'],
    ['a scan with script', form, scan({ active: true }), 'document.active block'],
    ['a scan of too many pages', form, scan({ pages: 13 }), 'document.pages block'],
    ['a Word file where a scan is asked for', form, scan({ format: 'docx', name: '推荐表.docx', pages: null }), 'file.format block'],
  ])('%s', (_, material, facts, expected) => {
    expect(found(judgeFile(material, facts))).toEqual([expected])
  })

  it('several points at once are all told', () => {
    expect(found(judgeFile(videos, film({ seconds: 200, width: 640, height: 480, bytes: 600_000_000 })))).toEqual(['file.tooLarge block', 'video.tooLong block', 'video.size block'])
  })
})

describe('a finding that a machine cannot be sure of asks a person', () => {
  it('and none that blocks does', () => {
    const all = [photo({ enlarged: true, animated: true, decodes: false }), face({ border: { colour: 'red', share: 0.5 } }), scan({ textPages: 4, picturePages: 0, revisions: 2, active: true, holds: ['script'] })].flatMap((f) => [form, photos, portrait].flatMap((m) => judgeFile(m, f)))
    expect([all.some((f) => f.asksPerson), all.filter((f) => f.asksPerson && f.strength === 'block')]).toEqual([true, []])
  })
  it('what makes a paper active is named', () => {
    expect(judgeFile(form, scan({ active: true, holds: ['script', 'embedded'] }))[0]?.what).toEqual({ zh: '文件里有脚本、内嵌文件', en: 'The file holds a script, an embedded file' })
  })
  it('no photo is asked about where neither size nor pixels are asked for', () => {
    const { minBytes: _, minShortSide: __, ...file } = photos.file as Extract<Rule['file'], { type: 'photo' }>
    expect(judgeFile({ ...photos, file }, photo({ enlarged: true }))).toEqual([])
  })
})

describe('every limit follows the definition', () => {
  it('a photo of 1.4 MB passes where 1 MB is asked for', () => {
    expect(judgeFile({ ...photos, file: { ...photos.file, minBytes: 1_000_000 } as Rule['file'] }, photo({ bytes: 1_400_000 }))).toEqual([])
  })
  it('a portrait on white passes where white is asked for, and any ground where none is', () => {
    const white = face({ border: { colour: 'white', share: 0.95 } })
    expect(judgeFile({ ...portrait, file: { ...portrait.file, background: 'white' } as Rule['file'] }, white)).toEqual([])
    expect(judgeFile({ ...portrait, file: { ...portrait.file, background: 'any' } as Rule['file'] }, white)).toEqual([])
  })
  it('a limit that only warns, warns', () => {
    expect(found(judgeFile({ ...videos, strength: 'warn' }, film({ seconds: 204 })))).toEqual(['video.tooLong warn'])
  })
  it('a damaged file is refused though its limits only warn', () => {
    expect(found(judgeFile({ ...photos, strength: 'warn' }, photo({ decodes: false })))).toEqual(['file.broken block'])
  })
})

describe('a finding says the measured value, the limit and the way to mend it', () => {
  it('a photo of 1.4 MB under 2 MB', () => {
    const [finding] = judgeFile(photos, photo({ bytes: 1_400_000 }))
    expect(finding?.what).toEqual({ zh: '照片 1.4 MB，小于规定的 2 MB', en: 'The photograph is 1.4 MB; at least 2 MB is asked for' })
    expect(finding?.clause).toEqual(rests)
    expect(finding?.at).toEqual({ material: 'photos', file: '授课.jpg' })
  })
  it('a value just beyond a limit is never rounded to it', () => {
    expect(judgeFile(photos, photo({ bytes: 1_999_999 }))[0]?.what.zh).toBe('照片 1.99 MB，小于规定的 2 MB')
    expect(judgeSize(photos, { name: 'a.jpg', bytes: 20_000_001 })[0]?.what.zh).toBe('生活工作照片 20.01 MB，超过规定的 20 MB')
  })
  it('a video is judged by the tenth of a second it shows', () => {
    expect(judgeFile(videos, film({ seconds: 180.04 }))).toEqual([])
    expect(judgeFile(videos, film({ seconds: 204 }))[0]?.what).toEqual({ zh: '时长 3 分 24 秒，超出 24 秒', en: 'It lasts 3 min 24 s, 24 s too long' })
    expect(judgeFile(videos, film({ seconds: 180.3 }))[0]?.what.zh).toBe('时长 3 分 0.3 秒，超出 0.3 秒')
  })
  it('no Chinese character or punctuation stands in an English sentence', () => {
    const all = [photo({ format: 'png' }), photo({ bytes: 1 }), photo({ decodes: false }), unreadable('broken', 'doc'), unreadable('unknown', 'html', 'a.pdf')].flatMap((f) => judgeFile(photos, f)).concat(judgeFile(videos, photo()))
    expect(all.filter((f) => /[\p{Script=Han}、，。（）]/u.test(`${f.what.en}${f.mend.en}`.replaceAll('生活工作照片', '')))).toEqual([])
  })
})

describe('counts', () => {
  it.each([[0, ['material.missing block']], [2, ['material.tooFew block']], [3, []], [5, []], [6, ['material.tooMany block']]] as const)('%i of 3 to 5 photos', (n, expected) => {
    expect(found(judgeCount(photos, n))).toEqual(expected)
  })
  it('any number of videos, or none', () => {
    expect([judgeCount(videos, 0), judgeCount(videos, 40)]).toEqual([[], []])
  })
  it('tells how many are missing', () => {
    expect(judgeCount(photos, 2)[0]?.what.zh).toBe('“生活工作照片”2 份，还差 1 份')
  })
})

describe('a dropped file finds its material', () => {
  const all = [form, opinion, portrait, photos, videos]
  it.each<[string, Facts, string | undefined]>([
    ['a large picture is a photo', photo(), 'photos'],
    ['an upright small picture on red is the portrait', face({ name: 'IMG_0093.jpg' }), 'portrait'],
    ['a film is a video', film(), 'videos'],
    ['a scan is told by words of its name', scan({ name: '张示例廉政意见.pdf' }), 'opinion'],
    ['a damaged picture still goes to the photos', unreadable('broken', 'jpeg'), 'photos'],
    ['a Word file fits none of these', scan({ format: 'docx', name: '简历.docx' }), undefined],
  ])('%s', (_, facts, expected) => {
    expect(recogniseMaterial(all, facts)[0]).toBe(expected)
  })
})

describe('姓名+序号', () => {
  it('names a photo by person and ordinal, ending by its content', () => {
    expect(fileNameFor(photos, '沈若川', 1, photo({ name: 'IMG_1.JPEG' }))).toBe('沈若川01.jpg')
  })
  it('keeps rare characters and the middle dot', () => {
    expect([fileNameFor(photos, '𬭎', 2, photo()), fileNameFor(photos, '阿卜杜拉·买买提', 3, photo())]).toEqual(['𬭎02.jpg', '阿卜杜拉·买买提03.jpg'])
  })
  it('lets no path and no reversed direction into a name', () => {
    expect(fileNameFor(photos, '../a\u202Eb', 1, photo())).toBe('.._a_b01.jpg')
  })
})
