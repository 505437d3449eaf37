/** Our Word files against what Word demands of one; and the check against files that break it. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { attachmentsOf, type Attachment } from '#core/campaign/attachments'
import { parseDefinition } from '#core/campaign/parse'
import { resolve } from '#core/campaign/resolve'
import { templateFile } from '#documents/attachments/template-file'
import { officialDocumentOf } from '#documents/official/from-definition'
import { officialWord } from '#documents/official/word'
import { forwardingNotice } from './forwarding-notice'
import { unzip } from './unzip'
import { wordFaults } from './word-schema'

const read = (id: string) => {
  const parsed = parseDefinition(readFileSync(new URL(`../../campaigns/${id}.yaml`, import.meta.url), 'utf8'), `${id}.yaml`)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.definition
}
const definition = resolve(['national-2021', 'liaoning-2021', 'lnma-2021'].map(read))
const contact = { person: '示例', phone: '', email: '', address: '' }

describe('what Word demands', () => {
  test('of the official document: forwarded with its attachment, several issuers and signers, and as a definition makes it', async () => {
    const joint = { ...forwardingNotice, mark: { issuers: ['云川省示例医学会', '云川省示例科协'] as const, suffix: '文件' as const }, signers: ['甲', '乙', '丙'], copyNumber: '000001', urgency: '加急' as const, sealed: false }
    for (const document of [forwardingNotice, joint, officialDocumentOf(definition, contact, '2026-11-21', attachmentsOf(definition))]) expect(wordFaults(await unzip(await officialWord(document as typeof forwardingNotice)))).toEqual([])
  })
  test('of every blank sheet in Word, upright and lying', async () => {
    const kinds = (['form', 'summary', 'report'] as const).map((template): Attachment => ({ id: template, name: { zh: '示例表', en: 'sheet' }, template, format: 'docx', rests: null }))
    for (const sheet of kinds) expect([sheet.id, wordFaults(await unzip((await templateFile(definition, sheet))!))]).toEqual([sheet.id, []])
  })
})

describe('mutants: the check finds', () => {
  const broken = async (part: string, change: (xml: string) => string): Promise<string[]> => {
    const parts = new Map(await unzip(await officialWord(forwardingNotice)))
    const before = parts.get(part)!
    const after = change(before)
    expect(after).not.toBe(before)
    return wordFaults(after === '' ? new Map([...parts].filter(([p]) => p !== part)) : parts.set(part, after))
  }
  test('paragraph properties out of order', async () => {
    expect(await broken('word/document.xml', (x) => x.replace(/(<w:pPr>)(<w:pStyle [^>]*\/>)(<w:keepNext\/>)/, '$1$3$2'))).toEqual(['word/document.xml: pStyle after keepNext in pPr'])
  })
  test('run properties out of order', async () => {
    expect(await broken('word/document.xml', (x) => x.replace(/(<w:rPr>)(<w:rFonts [^>]*\/>)(<w:[^>]*\/>)/, '$1$3$2'))).not.toEqual([])
  })
  test('a section before the text', async () => {
    expect(await broken('word/document.xml', (x) => x.replace(/(<w:body>)([\s\S]*)(<w:sectPr[\s\S]*<\/w:sectPr>)(<\/w:body>)/, '$1$3$2$4'))).toContain('word/document.xml: no section at the end of the body')
  })
  test('a style nobody defines, a relationship that leads nowhere, a part that is missing or has no type', async () => {
    expect([
      await broken('word/document.xml', (x) => x.replace('w:pStyle w:val="BodyText"', 'w:pStyle w:val="Nowhere"')), await broken('word/_rels/document.xml.rels', (x) => x.replace('Target="styles.xml"', 'Target="style.xml"')),
      (await broken('word/fontTable.xml', () => '')).length > 0, await broken('[Content_Types].xml', (x) => x.replace(/<Override [^>]*PartName="\/word\/settings.xml"[^>]*\/>/, '')),
    ]).toEqual([['word/document.xml: no style Nowhere'], ['word/_rels/document.xml.rels: style.xml is not there'], true, ['/word/settings.xml is missing or of another type']])
  })
})
