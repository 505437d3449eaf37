/** Word and Excel files, since 2007 and before. */
import { oleFile, wordFlags } from '#media/sample-ole'
import { excelDocument, wordDocument } from '#server/demo/samples/office-files'
import { filesOf, joined, type CorpusFile } from './corpus-file'
import { share } from './image-surgery'
import { zipOf, type Part } from './zip-maker'

const types = { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' }
const body = (xml: string): Part => ({ name: 'word/document.xml', data: `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${xml}</w:body></w:document>` })
const said = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const plain = body(said('主要事迹（示例）'))
const word = (...more: readonly Part[]): Buffer => zipOf([types, ...(more.some((p) => p.name === plain.name) ? [] : [plain]), ...more])
const excel = (sheets: string, ...more: readonly Part[]): Buffer => zipOf([types, { name: 'xl/workbook.xml', data: `<workbook><sheets>${sheets}</sheets></workbook>` }, ...more])
const outside = (type: string, target: string, at = 'word/_rels/document.xml.rels'): Part => ({ name: at, data: `<Relationships><Relationship Id="a" Type="x/${type}" Target="${target}" TargetMode="External"/></Relationships>` })

const ole = (...of: Parameters<typeof oleFile>): Buffer => Buffer.from(oleFile(...of))

export const officeFiles = async (): Promise<CorpusFile[]> => {
  const form = await wordDocument('corpus', { title: '推荐表（示例）', rows: [['姓名', '𬭎']] })
  const sheet = await excelDocument('corpus', { title: '汇总表', header: ['姓名'], rows: [['𬭎'], ['阿卜杜拉·买买提']] })
  const laughs = `<!DOCTYPE a [<!ENTITY b "笑">${Array.from({ length: 9 }, (_, n) => `<!ENTITY b${n} "&b;&b;&b;">`).join('')}]>`
  return [
    ...filesOf('nomination-form-word', [
      ['推荐表.docx', form], ['推荐表.doc', form], ['手写的.docx', word()], ['长文.docx', word(body(said('字').repeat(3000)))], ['空文.docx', word(body(''))],
      ['宏.docx', word({ name: 'word/vbaProject.bin', data: 'x' })], ['控件.docx', word({ name: 'word/activeX/activeX1.xml', data: '<a/>' })], ['嵌入对象.docx', word({ name: 'word/embeddings/oleObject1.bin', data: 'x' })],
      ['远程模板.docx', word(outside('attachedTemplate', 'http://example.org/t.dotm', 'word/_rels/settings.xml.rels'))], ['外部图片.docx', word(outside('image', 'http://example.org/a.png'))], ['共享图片.docx', word(outside('image', '\\\\host\\share\\a.png'))], ['本机图片.docx', word(outside('image', 'file:///etc/hosts'))],
      ['普通链接.docx', word(outside('hyperlink', 'https://example.org/'))], ['脚本链接.docx', word(outside('hyperlink', 'javascript:alert(1)'))], ['本机模板.docx', word(outside('attachedTemplate', 'file:///C:\\Templates\\公文.dotx', 'word/_rels/settings.xml.rels'))],
      ['动态数据交换.docx', word(body('<w:p><w:r><w:instrText>DDEAUTO c:\\\\a.exe</w:instrText></w:r></w:p>'))], ['网页块.docx', word({ name: 'word/afchunk.html', data: '<script>1</script>' })],
      ['修订.docx', word(body('<w:p><w:ins w:id="1"><w:r><w:t>增</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>'))], ['批注.docx', word(body('<w:p><w:r><w:t>文</w:t><w:commentReference w:id="0"/></w:r></w:p>'))], ['隐藏文字.docx', word(body('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>'))],
      ['实体炸弹.docx', word({ name: 'word/document.xml', data: `<?xml version="1.0"?>${laughs}<w:document>&b8;</w:document>` })], ['读本机的实体.docx', word({ name: 'word/document.xml', data: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><w:document>&b;</w:document>' })],
      ['压缩炸弹.docx', word({ name: 'word/media/a.bin', data: Buffer.alloc(20 * 1024 * 1024) })], ['声称三百兆.docx', word({ name: 'a', data: 'x', claims: 300 * 1024 * 1024 })], ['声称过小.docx', word({ name: 'word/media/a.bin', data: Buffer.alloc(900_000), claims: 100 })],
      ['重叠条目.docx', word({ name: 'a', data: Buffer.alloc(500, 7) }, { name: 'b', data: Buffer.alloc(500, 7), at: 10 })], ['条目太多.docx', zipOf(Array.from({ length: 5_001 }, (_, n) => ({ name: `w/${n}`, data: '' })))],
      ['跳出文件夹.docx', word({ name: '../../evil.sh', data: 'x' })], ['反斜杠跳出.docx', word({ name: 'a\\..\\..\\b', data: 'x' })], ['符号链接.docx', word({ name: 'a', data: '/etc', attributes: 0xa1ff0000 })], ['加密条目.docx', word({ name: 'a', data: 'x', flags: 1 })],
      ['密码.docx', ole(['Root Entry', 'EncryptionInfo', 'EncryptedPackage'])], ['截断一半.docx', share(form, 0.5)], ['截断末尾.docx', form.subarray(0, -30)], ['前有垃圾.docx', joined('xxxx', form)], ['后有垃圾.docx', joined(form, Buffer.alloc(40))],
      ['老格式.doc', ole(['Root Entry', 'WordDocument'], wordFlags(0))], ['老格式密码.doc', ole(['Root Entry', 'WordDocument'], wordFlags(0x0100))], ['老格式宏.doc', ole(['Root Entry', 'WordDocument', 'Macros'])], ['截断.doc', ole(['Root Entry', 'WordDocument']).subarray(0, 900)], ['幻灯片.doc', ole(['Root Entry', 'PowerPoint Document'])],
      ['富文本.doc', Buffer.from('{\\rtf1 推荐表}')], ['版式.docx', zipOf([{ name: 'OFD.xml', data: '<ofd/>' }])], ['开放文档.docx', zipOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }, { name: 'content.xml', data: '<a/>' }])], ['压缩包.docx', zipOf([{ name: 'a.txt', data: 'x' }])], ['汇总表改名.docx', sheet],
      ['RAR.docx', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')], ['七压.docx', Buffer.from('377abcaf271c0004', 'hex')], ['空.docx', Buffer.alloc(0)],
    ]),
    ...filesOf('summary-sheet', [
      ['汇总表.xlsx', sheet], ['两张表.xlsx', excel('<sheet name="汇总" sheetId="1" r:id="a"/><sheet name="说明" sheetId="2" r:id="b"/>')], ['隐藏表.xlsx', excel('<sheet name="汇总" sheetId="1" r:id="a"/><sheet name="底稿" state="veryHidden" sheetId="2" r:id="b"/>')],
      ['宏.xlsx', excel('', { name: 'xl/vbaProject.bin', data: 'x' })], ['老宏表.xlsx', excel('', { name: 'xl/macrosheets/sheet1.xml', data: '<a/>' })], ['外部引用.xlsx', excel('', outside('externalLinkPath', 'file:///\\\\host\\a.xlsx', 'xl/externalLinks/_rels/externalLink1.xml.rels'))], ['压缩炸弹.xlsx', excel('', { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(20 * 1024 * 1024, 32) })],
      ['密码.xlsx', ole(['Root Entry', 'EncryptionInfo', 'EncryptedPackage'])], ['老格式.xls', ole(['Root Entry', 'Workbook'], Buffer.of(9, 8, 2, 0, 0, 6))], ['老格式密码.xls', ole(['Root Entry', 'Workbook'], Buffer.of(9, 8, 2, 0, 0, 6, 0x2f, 0, 2, 0, 1, 0))], ['截断.xlsx', share(sheet, 0.7)], ['逗号表.xlsx', Buffer.from('姓名,单位\n𬭎,示例\n')],
    ]),
  ]
}
