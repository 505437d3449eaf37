/** Right photographs under names that are rare, hostile or ambiguous: the bytes are judged, the name only told. */
import type { CorpusFile } from './corpus-file'
import { texture } from './grain'

const onDisk = ['𬭎1.jpg', '㛃.jpg', '阿卜杜拉·买买提01.jpg', '照片\u202Egpj.exe', 'a.jpg.exe', 'CON.jpg', '尾点.jpg.', '尾空格.jpg ', '张三 １.jpeg', '張三1.jpg', 'ZhangSan1.JPG', '引号"分号;.jpg', '😀.jpg', '换\r\n行.jpg', '零\u200b宽.jpg', 'e\u0301.jpg', '\u00e9.jpg', '.jpg', '%00.jpg', '很长'.repeat(30) + '.jpg']
const nowhere = ['../../x.jpg', '..\\..\\x.jpg', '/etc/x.jpg', '空\0字.jpg', `${'超长名'.repeat(40)}.jpg`]

export const rareNames = async (): Promise<CorpusFile[]> => {
  const bytes = await (await texture('names', 360, 270)).jpeg({ quality: 92 }).toBuffer()
  return [...onDisk.map((name): CorpusFile => ({ name, material: 'photos', bytes })), ...nowhere.map((name): CorpusFile => ({ name, material: 'photos', bytes, notOnDisk: true }))]
}
