/** `xuanshu check` names every entry of the folder: judged as a material, fitting none, empty, or not to be looked at. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { check } from '#cli/check'
import { photo } from '#server/demo/samples/photo'
import { cat } from '../corpus/cat'
import { once } from './dossier'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xuanshu-folder-'))
  await writeFile(join(folder, '示例_照片1.jpg'), await once('photo 1', () => photo('t1')))
  await writeFile(join(folder, '示例_视频.mp4'), '')
  await writeFile(join(folder, '空.txt'), '')
  await writeFile(join(folder, '说明.txt'), '与申报无关的说明')
  await mkdir(join(folder, '旧材料/深/深/深/深/深/深/深'), { recursive: true })
  await writeFile(join(folder, '旧材料', '简历.rtf'), '{\\rtf1}')
  await symlink(join(folder, 'nowhere.jpg'), join(folder, '断了的链接.jpg'))
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = async (at: string, ...more: string[]): Promise<{ code: number; text: string }> => {
  const printed: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => { printed.push(String(line)); return true })
  const code = await check.run([at, '--campaign', 'lnma-2021', ...more]).finally(() => spy.mockRestore())
  return { code, text: printed.join('') }
}

test('each entry is named once for what it is; the photo alone is judged, and an empty film is no film', async () => {
  const { code, text } = await run(folder, '--json')
  const findings = JSON.parse(text) as { code: string; file: string | null; severity: string; message: { zh: string } }[]
  expect(findings.filter((f) => f.file !== null).map((f) => [f.file, f.code, f.severity]).sort()).toEqual([
    ['断了的链接.jpg', 'file.unopened', 'block'], ['旧材料/深/深/深/深/深/深', 'folder.skipped', 'warn'], ['旧材料/简历.rtf', 'file.judged', 'note'], ['旧材料/简历.rtf', 'file.format', 'block'], ['示例_照片1.jpg', 'file.judged', 'note'], ['示例_视频.mp4', 'file.empty', 'block'], ['空.txt', 'file.empty', 'block'], ['说明.txt', 'file.unplaced', 'warn'],
  ].sort())
  expect(findings.filter((f) => f.code === 'material.missing').map((f) => f.message.zh).some((m) => m.includes('视频'))).toBe(true)
  expect(code).toBe(1)
})

test('a folder of folders holds one candidate in each, and each is told what is missing', async () => {
  const several = await mkdtemp(join(tmpdir(), 'xuanshu-folders-'))
  await Promise.all(['甲（示例）', '乙（示例）'].map(async (name) => { await mkdir(join(several, name, '照片'), { recursive: true }); await writeFile(join(several, name, '照片', '1.jpg'), '') }))
  const { text } = await run(several, '--json')
  await rm(several, { recursive: true })
  const findings = JSON.parse(text) as { code: string; file: string }[]
  expect([findings.filter((f) => f.code === 'file.empty').map((f) => f.file), [...new Set(findings.filter((f) => f.code !== 'file.empty').map((f) => f.file))]]).toEqual([['乙（示例）/照片/1.jpg', '甲（示例）/照片/1.jpg'], ['乙（示例）/', '甲（示例）/']])
})

test('a finding says code, file, severity, clause, message and remedy, and nothing else', async () => {
  const { text } = await run(folder, '--json')
  expect([...new Set((JSON.parse(text) as object[]).map((f) => Object.keys(f).join(' ')))]).toEqual(['code file severity clause message remedy'])
})

test('for people the same names stand in sentences, and the last line counts the files', async () => {
  const { text } = await run(folder)
  const missing = ['断了的链接.jpg', '旧材料/简历.rtf', '示例_照片1.jpg', '示例_视频.mp4', '空.txt', '说明.txt'].filter((name) => !text.includes(` ${name} `))
  expect([missing, text.trimEnd().split('\n').at(-1)!.startsWith('6 个文件，')]).toEqual([[], true])
})

test('a portrait is looked at for a face here too: a cat is asked about and blocks nothing by that', async () => {
  const portraits = await mkdtemp(join(tmpdir(), 'xuanshu-portraits-'))
  await writeFile(join(portraits, '证件照甲.jpg'), await cat())
  const { text } = await run(portraits, '--json')
  const { text: said } = await run(portraits)
  await rm(portraits, { recursive: true })
  const about = (JSON.parse(text) as { code: string; file: string | null; severity: string; clause: string | null }[]).filter((f) => f.file === '证件照甲.jpg')
  expect(about.map((f) => [f.code, f.severity, f.clause])).toEqual([['file.judged', 'note', '四、1'], ['portrait.noFace', 'warn', '四、1']])
  expect(said).toContain('? 证件照甲.jpg 没有找到正面的人脸')
})
