/** How long it takes to get the text out of a notice of the same length in each format, with the parsers that the server's child uses, once they are warm. */
import { Document, Packer, Paragraph } from 'docx'
import { textHost } from '#server/inspection/notice-job'
import { noticeText } from '#media/text/notice-text'
import { doc, gb, pdf } from '../test/server/notice-files'

const formats = async (text: string): Promise<Readonly<Record<string, Uint8Array>>> => {
  const lines = text.split('\n')
  return {
    '.docx': await Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })), '.doc': doc(lines.join('\r')), '.pdf': await pdf(lines),
    '.html': Buffer.from(`<!DOCTYPE html><html><body>${lines.map((line) => `<p>${line}</p>`).join('\n')}</body></html>`), '.txt GB18030': gb(text.replace(/[^ -~\n\u3000-\u303f\u4e00-\u9fa5\uff01-\uff5e]/g, '')), '.txt UTF-8': Buffer.from(text),
  }
}

/** One line for each format. */
export const extractionTimes = async (text: string): Promise<string[]> => {
  const said: string[] = []
  for (const [name, bytes] of Object.entries(await formats(text))) {
    const times: number[] = []
    for (let i = 0; i < 24; i++) {
      const from = performance.now()
      const { ok } = await noticeText(bytes, textHost)
      if (!ok) throw new Error(`${name} could not be read`)
      if (i >= 3) times.push(performance.now() - from)
    }
    times.sort((a, b) => a - b)
    said.push(`file to text, ${name.padEnd(13)} ${(bytes.length / 1024).toFixed(0).padStart(5)} kB: median ${times[10]!.toFixed(1)} ms, worst ${times[20]!.toFixed(1)} ms`)
  }
  return said
}
