/** 证书 lying and upright, one page each, whatever the name and the honour are called; the facts and their hash are the same. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { certificateHash, type CertificateFacts } from '#core/announcement/certificate'
import { certificatePdf } from '#documents/certificate'
import { pagesOf } from '../server/drawn-pages'
import { pdfText } from '../browser/pdf-text'

const shots = process.env['XUANSHU_SCREENSHOTS']
const facts = (more: Partial<CertificateFacts> = {}): CertificateFacts => ({ number: '2026-001', name: '𬭎衡', unit: '示例县人民医院', award: { zh: '云川最美科技工作者', en: 'Most Beautiful Sci-Tech Worker of Yunchuan' }, campaign: { zh: '“云川最美科技工作者”选树和学习宣传活动', en: 'sample' }, year: 2026, issuers: [{ zh: '云川省医学会（示例）', en: 'sample' }], givenOn: '2026-11-22', ...more })
const AWARD = '云川省基层医疗卫生机构急诊急救与重症医学专业最美科技工作者暨学雷锋先进标兵个人荣誉'
const sets: readonly (readonly [string, CertificateFacts])[] = [
  ['short', facts()],
  ['long', facts({ name: '阿卜杜热依木江·买买提吐尔逊·阿不都克里木', award: { zh: AWARD, en: 'Most Beautiful Sci-Tech Worker in Primary Emergency and Critical Care Medicine of Yunchuan Province, Model of Learning from Lei Feng' }, campaign: { zh: `2026年度“${AWARD}”推荐评选和学习宣传活动`, en: 'sample' }, issuers: ['云川省科学技术协会（示例）', '云川省卫生健康委员会（示例）', '云川省人力资源和社会保障厅（示例）', '云川省总工会（示例）', '云川省医学会（示例）', '云川省精神文明建设办公室（示例）'].map((zh) => ({ zh, en: zh })) })],
]

test('both shapes hold on one page with everything on it, also 40 signs of an honour and a name of twenty', async () => {
  expect([...AWARD].length).toBeGreaterThanOrEqual(40)
  for (const [what, f] of sets) for (const upright of [false, true]) {
    const pdf = await certificatePdf({ ...f, checkAt: 'http://localhost/check?n=2026-001&c=ABCDEFGHJKLMNPQR', sample: true, upright })
    const [page, more] = await pagesOf(pdf)
    if (shots !== undefined) await writeFile(join(shots, `certificate-${what}-${upright ? 'upright' : 'lying'}.png`), page!)
    const text = (await pdfText(Buffer.from(pdf))).replaceAll(/\s/gu, '')
    const size = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(Buffer.from(pdf).toString('latin1'))
    expect([what, upright, more, size !== null && Number(size[1]) < Number(size[2]), [f.name, f.award.zh, f.number, certificateHash(f), ...f.issuers.map((i) => i.zh), '二〇二六年十一月二十二日', '示例，不具效力'].filter((w) => !text.includes(w.replaceAll(/\s/gu, '')))]).toEqual([what, upright, undefined, upright, []])
  }
}, 120_000)
