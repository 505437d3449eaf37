/** The demo's files are what they say, the same at every run, and each broken one meets exactly its finding. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { resolve } from '#core/campaign/resolve'
import { judgeFile } from '#core/materials/judge'
import { brokenFiles, type BrokenFile } from '#server/demo/samples/broken-files'
import { excelDocument, wordDocument } from '#server/demo/samples/office-files'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { sampleSet, type SampleFile } from '#server/demo/samples/sample-set'
import { stampedPdf } from '#server/demo/samples/scan'
import { sceneNames } from '#server/demo/samples/scenes/scene'
import { video } from '#server/demo/samples/video'
import { chainOf, readDefinitions } from '#server/definitions'
import { closeInspectors, inspectFile } from '#server/inspection/inspect-file'

let folder: string
let set: SampleFile[]
let broken: BrokenFile[]
let definition: ResolvedDefinition
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const filmFacts = async (bytes: Buffer) => {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  const track = await input.getPrimaryVideoTrack()
  return { codec: track?.codec, width: track?.displayWidth, height: track?.displayHeight, seconds: Math.round(await input.computeDuration()), format: (await input.getFormat()).name }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'))
  set = await sampleSet(inject('samples'))
  broken = await brokenFiles(join(folder, 'broken'))
  definition = resolve(chainOf((await readDefinitions('campaigns')).definitions, 'lnma-2021')!)
}, 240_000)
afterAll(async () => {
  closeInspectors()
  await rm(folder, { recursive: true, force: true })
})

const findings = async (material: string, path: string, name: string): Promise<string[]> => {
  const rule = ruleOf(definition, 'material', material)!
  const facts = await inspectFile(path, name, { border: rule.file.type === 'portrait', faces: rule.file.type === 'portrait' })
  return judgeFile(rule, facts).map((f) => `${f.code} ${f.strength}`)
}

describe('the standard set', () => {
  it('holds enough of every kind, each file different', () => {
    const count = (kind: SampleFile['kind']): number => set.filter((f) => f.kind === kind).length
    expect([count('photo'), count('portrait'), count('video')]).toEqual([sceneNames.length, 16, 3])
    expect(new Set(set.map((f) => f.sha256)).size).toBe(set.length)
  })

  it('lies on the disk under the sums that it names, and is found again unchanged', async () => {
    for (const file of set) expect(sha256(await readFile(file.path))).toBe(file.sha256)
    expect(await sampleSet(inject('samples'))).toEqual(set)
  })

  it('passes the rules of the forwarded campaign without a finding', async () => {
    const asMaterial = { photo: 'photos', portrait: 'portrait', video: 'video', stampedForm: 'nomination-form-stamped', stampedOpinion: 'integrity-opinion-stamped', stampedSummary: 'summary-sheet-stamped', stampedReport: 'activity-report-stamped', form: 'nomination-form-word', opinion: 'integrity-opinion-word', summary: 'summary-sheet', report: 'activity-report' } as const
    // Evidence of the unit's own steps may be left out, and the set holds none.
    expect(rulesOf(definition, 'material').filter((r) => r.min > 0).map((r) => r.id).sort()).toEqual(Object.values(asMaterial).sort())
    const met = await Promise.all(set.map(async (f) => [f.name, await findings(asMaterial[f.kind], f.path, f.name)]))
    expect(met).toEqual(set.map((f) => [f.name, []]))
  }, 120_000)

  it('has photographs of at least 2.1 MB that are JPEG of 2560 × 1920', async () => {
    for (const file of set.filter((f) => f.kind === 'photo')) {
      const { format, width, height } = await sharp(file.path).metadata()
      expect({ format, width, height, large: file.bytes >= 2_100_000 }).toEqual({ format: 'jpeg', width: 2560, height: 1920, large: true })
    }
  })

  it('has portraits of 35 × 45 mm', async () => {
    for (const file of set.filter((f) => f.kind === 'portrait')) {
      const { format, width, height } = await sharp(file.path).metadata()
      expect([format, Math.round((width / height) * 1000)]).toEqual(['jpeg', Math.round((35 / 45) * 1000)])
    }
  })

  it('has films in both directions and both containers', async () => {
    expect(await Promise.all(set.filter((f) => f.kind === 'video').map(async (f) => filmFacts(await readFile(f.path))))).toEqual([
      { codec: 'avc', width: 1920, height: 1080, seconds: 10, format: 'MP4' },
      { codec: 'avc', width: 1080, height: 1920, seconds: 8, format: 'MP4' },
      { codec: 'avc', width: 1920, height: 1080, seconds: 9, format: 'QuickTime File Format' },
    ])
  })
})

describe('makers', () => {
  it.each([
    ['photo', (seed: string) => photo(seed, { width: 800, height: 600, minBytes: 1 })],
    ['portrait', (seed: string) => portrait(seed)],
    ['film', (seed: string) => video(seed, { seconds: 1, width: 640, height: 360 })],
    ['scan', (seed: string) => stampedPdf(seed, { title: '推荐表', lines: ['同意推荐。'], unit: '示例单位' })],
    ['Word file', (seed: string) => wordDocument(seed, { title: '推荐表', rows: [['姓名', '𬭎']] })],
    ['Excel file', (seed: string) => excelDocument(seed, { title: '汇总表', header: ['姓名'], rows: [['𬭎']] })],
  ])('make the same %s from the same seed and another from another', async (_, make) => {
    const [first, again, other] = [await make('a'), await make('a'), await make('b')].map(sha256)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  it('put the seal on a page only where it is asked for', async () => {
    const page = { title: '推荐表', lines: ['同意推荐。'], unit: '青陵市医学会（示例）' }
    const redness = async (pdf: Buffer): Promise<number> => {
      const { data } = await sharp(pdf.subarray(pdf.indexOf('ffd8ff', 0, 'hex'))).raw().toBuffer({ resolveWithObject: true })
      let red = 0
      for (let at = 0; at < data.length; at += 3) if (data[at]! - data[at + 1]! > 80) red++
      return red
    }
    expect(await redness(await stampedPdf('s', { ...page, seal: false }))).toBe(0)
    expect(await redness(await stampedPdf('s', page))).toBeGreaterThan(4000)
  })
})

describe('broken files', () => {
  it('meet their own finding and no other', async () => {
    const met = []
    for (const file of broken) met.push([file.name, await findings(file.material, file.path, file.name)])
    expect(met).toEqual(broken.map((f) => [f.name, [`${f.expectedCode} ${f.strength}`]]))
  }, 120_000)

  it('hold one of 200 MB that takes no such room on the disk', async () => {
    const huge = await stat(broken.find((f) => f.name === 'huge.jpg')!.path)
    expect(huge.size).toBe(200_000_000)
    expect(huge.blocks * 512).toBeLessThan(20_000_000)
  })
})
