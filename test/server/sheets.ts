/** Files an office may bring as an attachment, and some it may not, made by the project itself. */
import { Document, Packer, Paragraph } from 'docx'
import { timelessZip } from '#server/demo/samples/timeless-zip'
import { ZipFile } from 'yazl'
import { buffer } from 'node:stream/consumers'
import { unzip } from '../documents/unzip'

export const word = async (text: string): Promise<Buffer> => timelessZip(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] })))

/** The same file with macros in it, as .docm has them. */
export const withMacros = async (text: string): Promise<Buffer> => {
  const out = new ZipFile()
  for (const [name, data] of await unzip(await word(text))) out.addBuffer(Buffer.from(data), name)
  out.addBuffer(Buffer.from('not a real project'), 'word/vbaProject.bin')
  out.end()
  return buffer(out.outputStream)
}
