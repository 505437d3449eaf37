import type { Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import type { UnreadableFacts } from './facts'
import { about, formatName, formatNames, formatsOf, wrongFormat } from './say'

type Pair = readonly [zh: string, en: string]

/** A file nobody can use is refused whatever strength its limits have. */
export const judgeUnreadable = (rule: ResolvedRule<'material'>, facts: UnreadableFacts): Finding => {
  if (facts.why === 'unknown' && facts.looksLike !== null && facts.looksLike !== 'ole') return { ...wrongFormat(rule, facts, facts.looksLike), strength: 'block' }
  const like = facts.looksLike === null ? null : formatName(named[facts.looksLike] ?? facts.looksLike)
  const must = formatNames(formatsOf(rule))
  const words: Readonly<Record<UnreadableFacts['why'], { readonly what: Pair; readonly mend: Pair }>> = {
    empty: { what: ['文件是空的，0 字节', 'The file is empty: 0 bytes'], mend: ['请重新导出或重新拍摄后再选。', 'Export or take it again and choose that file.'] },
    unknown: { what: ['认不出这是什么文件', 'This kind of file is not known'], mend: [`请在原来的软件里另存为 ${must.zh}。`, `Save it from its own program as ${must.en}.`] },
    broken: {
      what: [`文件读不完整${like === null ? '' : `（${like.zh}）`}，可能没有传完或已损坏`, `The file cannot be read to its end${like === null ? '' : ` (${like.en})`}; it may be cut or damaged`],
      mend: ['请从相机、手机或原软件里重新取一份原件。', 'Take the original from the camera, phone or program again.'],
    },
    damaged: { what: ['这份文件收下时完好，现在服务器磁盘上的已经损坏', 'The file was sound when it came in; on the server’s disk it is damaged now'], mend: ['请把同一份文件再传一次，会补回原处；推荐已经送出的，请告诉活动办公室。', 'Upload the same file again and it goes back to its place; where the nomination has been sent, tell the office.'] },
    bomb: { what: ['文件展开后大得不正常，没有打开', 'Unpacked, the file would be abnormally large; it was not opened'], mend: ['请另存一份正常的文件。', 'Save an ordinary copy.'] },
  }
  return about(rule, facts, `file.${facts.why}`, words[facts.why].what, words[facts.why].mend, 'block')
}

/** Signatures that stand for several formats, named by the one people know. */
const named: Readonly<Record<string, string>> = { isoMedia: 'mp4', zip: 'ZIP', ole: 'Office' }
