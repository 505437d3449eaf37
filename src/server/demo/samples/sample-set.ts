/** The standard set of files that the demo and the browser tests upload, made once and kept by content. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { excelDocument, wordDocument } from './office-files'
import { photo } from './photo'
import { portrait } from './portrait'
import { stampedPdf } from './scan'
import { sceneNames, sceneWords } from './scenes/scene'
import { video } from './video'

const kind = z.enum(['photo', 'portrait', 'video', 'stampedForm', 'stampedOpinion', 'stampedSummary', 'stampedReport', 'form', 'opinion', 'summary', 'report'])
const sampleFile = z.object({ kind, name: z.string(), path: z.string(), sha256: z.string(), bytes: z.int(), /** What a picture shows. */ shows: z.string(), /** Whose portrait it could be. */ sitter: z.object({ sex: z.enum(['female', 'male']), age: z.int() }).optional() })
export type SampleKind = z.infer<typeof kind>
export type SampleFile = z.infer<typeof sampleFile>

/** Raise it when a maker changes what it makes: sets of older versions are left behind and made anew. */
const version = '3'
/** The papers are everybody’s: they name no unit and nobody. */
const unit = '示例推荐单位（示例）'

interface Plan { readonly kind: SampleKind; readonly name: string; readonly shows: string; readonly sitter?: SampleFile['sitter']; readonly make: () => Promise<Buffer> }

const pictures: readonly Plan[] = [
  ...sceneNames.map((scene): Plan => ({ kind: 'photo', name: `照片-${scene}.jpg`, shows: sceneWords[scene], make: () => photo('set', { scene }) })),
  // Half of each sex, so that a person of either has a choice of eight.
  ...Array.from({ length: 16 }, (_, i): Plan => {
    const sitter = { sex: i % 2 === 0 ? 'female' : 'male', age: 30 + i * 2 } as const
    return { kind: 'portrait', name: `证件照-${sitter.sex}-${i + 1}.jpg`, shows: '红底证件照（示例）', sitter, make: () => portrait(`set ${i}`, { background: 'red', ...sitter }) }
  }),
  { kind: 'video', name: '视频-查房.mp4', shows: sceneWords.ward, make: () => video('set', { scene: 'ward', seconds: 10, frames: 16 }) },
  { kind: 'video', name: '视频-下乡路上.mp4', shows: sceneWords.mountainRoad, make: () => video('set', { scene: 'mountainRoad', seconds: 8, width: 1080, height: 1920, frames: 12 }) },
  { kind: 'video', name: '视频-工作台.mov', shows: sceneWords.workshop, make: () => video('set', { scene: 'workshop', seconds: 9, container: 'mov', frames: 12 }) },
]

const papers: readonly Plan[] = [
  scan('stampedForm', '推荐表（盖章）.pdf', '“云川最美科技工作者”推荐表（示例）', ['人选有关情况见电子版推荐表，内容已由本人和所在单位核对。', '推荐单位意见：经集体研究并在单位内公示，同意推荐，所填内容和所附材料真实。']),
  scan('stampedOpinion', '廉政意见（盖章）.pdf', '关于推荐人选的廉政意见（示例）', ['经查阅廉政档案并听取所在部门意见，该同志遵守廉洁从业各项规定，未发现违纪违法问题，没有正在接受的调查。', '同意推荐。']),
  scan('stampedSummary', '候选人汇总表（盖章）.pdf', '“云川最美科技工作者”候选人汇总表（示例）', ['本单位推荐人选 1 名，信息与电子版汇总表一致。']),
  scan('stampedReport', '活动开展情况汇总表（盖章）.pdf', '学习宣传活动开展情况汇总表（示例）', ['报告会 2 场，参加 140 人次；科普进村 3 次；院内宣传栏 1 期。']),
  { kind: 'form', name: '推荐表.docx', shows: '', make: () => wordDocument('form', { title: '“云川最美科技工作者”推荐表（示例）', rows: [['推荐单位', unit], ['姓名', '见系统填报'], ['主要事迹', '与系统填报内容一致。']] }) },
  { kind: 'opinion', name: '廉政意见.docx', shows: '', make: () => wordDocument('opinion', { title: '关于推荐人选的廉政意见（示例）', rows: [['出具单位', '人选所在单位纪检部门（示例）'], ['意见', '遵守廉洁从业各项规定，同意推荐。']] }) },
  { kind: 'summary', name: '候选人汇总表.xlsx', shows: '', make: () => excelDocument('summary', { title: '候选人汇总表', header: ['序号', '姓名', '所在单位', '职务', '推荐单位'], rows: [['1', '见系统填报', '见系统填报', '见系统填报', unit]] }) },
  { kind: 'report', name: '活动开展情况汇总表.docx', shows: '', make: () => wordDocument('report', { title: '学习宣传活动开展情况汇总表（示例）', rows: [['报告会', '2 场，140 人次'], ['科普进村', '3 次'], ['宣传栏', '1 期']] }) },
]

function scan(of: SampleKind, name: string, title: string, lines: readonly string[]): Plan {
  return { kind: of, name, shows: '', make: () => stampedPdf(of, { title, lines, unit }) }
}

/** Where sets live: one folder for each version, so that a second start finds it whole or not at all. */
export const sampleSet = async (folder: string): Promise<SampleFile[]> => {
  const home = join(folder, `samples-${createHash('sha256').update(version).digest('hex').slice(0, 12)}`)
  const known = await readManifest(home)
  if (known !== null) return known.map((file) => ({ ...file, path: join(home, file.name) }))
  const beside = `${home}.${process.pid}`
  await mkdir(beside, { recursive: true })
  const made = await twoAtATime([...pictures, ...papers], async ({ make, ...plan }): Promise<SampleFile> => {
    const bytes = await make()
    await writeFile(join(beside, plan.name), bytes)
    return { ...plan, path: join(home, plan.name), sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
  })
  await writeFile(join(beside, 'manifest.json'), JSON.stringify(made))
  // Two starts at once: the one that comes second finds the other's set and throws its own away.
  await rename(beside, home).catch(() => rm(beside, { recursive: true, force: true }))
  return made
}

/** Drawing happens off this thread, grain and films on it: two at once keep two cores busy. */
const twoAtATime = async <T, R>(list: readonly T[], each: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let i = next++; i < list.length; i = next++) results[i] = await each(list[i] as T)
  }
  await Promise.all([worker(), worker()])
  return results
}

const readManifest = async (home: string): Promise<SampleFile[] | null> => {
  const text = await readFile(join(home, 'manifest.json'), 'utf8').catch(() => null)
  return text === null ? null : z.array(sampleFile).parse(JSON.parse(text))
}
