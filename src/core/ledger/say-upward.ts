import type { Words } from '../kernel/finding'
import { sayEnd } from '../kernel/instant'
import { outcomeNames, type Outcome } from '../upward/contents'
import { kindNames, type ArchiveKind } from '../upward/envelope'
import type { Act, LedgerEntry } from './entry'

type Say = (data: LedgerEntry['data']) => Words
export type UpwardAct = Extract<Act, `upward.${string}` | `archive.${string}` | `arrival.${string}` | `mirror.${string}` | `otherInstallation.${string}` | 'nomination.recommended' | 'call.given' | 'answer.given'>
const plain = (zh: string, en: string): Say => () => ({ zh, en })
const n = (value: unknown): number => (Array.isArray(value) ? value.length : 0)
const outcome = (d: LedgerEntry['data']): Words => outcomeNames[String(d['outcome']) as Outcome] ?? { zh: '', en: '' }
const print = (d: LedgerEntry['data']): string => String(d['fingerprint'] ?? '')
const sealed = (d: LedgerEntry['data']): Words => (d['sealed'] === 'words' ? { zh: '用口令加密', en: 'sealed by words' } : { zh: '加密给收件平台', en: 'sealed to the receiver' })

/** Numbers, sums and fingerprints; never who is in an archive. */
export const sayUpward: Readonly<Record<UpwardAct, Say>> = {
  'upward.recommended': (d) => ({ zh: `向上级推荐 ${n(d['nominations'])} 人`, en: `Recommended ${n(d['nominations'])} upwards` }),
  'nomination.recommended': (d) => ({ zh: `由下级活动推荐上来，带上 ${d['carried']} 项`, en: `Recommended from a campaign below, with ${d['carried']} item(s)` }),
  'upward.answered': (d) => outcome(d),
  'upward.cameBack': (d) => ({ zh: `推荐上去的有了结果：${outcome(d).zh}${typeof d['until'] === 'number' ? `，补正期限 ${sayEnd(d['until']).zh}` : ''}`, en: `What went up came back: ${outcome(d).en}` }),
  'archive.asked': (d) => ({ zh: `请求导出报送包 ${n(d['nominations'])} 件，${sealed(d).zh}`, en: `Asked for an archive of ${n(d['nominations'])}, ${sealed(d).en}` }),
  'archive.made': (d) => ({ zh: `报送包已做好：${n(d['nominations'])} 件，校验值 ${String(d['sha256']).slice(0, 12)}`, en: `Archive ready: ${n(d['nominations'])} dossier(s), ${String(d['sha256']).slice(0, 12)}` }),
  'call.given': (d) => ({ zh: `给出征集文件，本平台指纹 ${print(d)}`, en: `Gave out the call file; fingerprint ${print(d)}` }),
  'answer.given': (d) => ({ zh: `给出结果文件，${n(d['results'])} 条`, en: `Gave out a file of ${n(d['results'])} result(s)` }),
  'mirror.begun': (d) => ({ zh: `收进上级的征集文件，截止 ${sayEnd(Number(d['end'])).zh}`, en: `Took in the call file from above, until ${sayEnd(Number(d['end'])).en}` }),
  'mirror.renewed': (d) => ({ zh: `收进上级新的征集文件，截止 ${sayEnd(Number(d['end'])).zh}`, en: `Took in a newer call file from above, until ${sayEnd(Number(d['end'])).en}` }),
  'arrival.asked': (d) => { const kind = kindNames[String(d['kind']) as ArchiveKind] ?? { zh: '文件', en: 'file' }; return { zh: `导入${kind.zh}，校验值 ${String(d['archive']).slice(0, 12)}`, en: `Asked to take in a ${kind.en}, ${String(d['archive']).slice(0, 12)}` } },
  'arrival.taken': (d) => ({ zh: `由报送包收进 ${Number(d['created']) + Number(d['updated'])} 件，已有 ${d['same']} 件，没有收 ${d['refused']} 件`, en: `Took in ${Number(d['created']) + Number(d['updated'])} from an archive; ${d['same']} here already, ${d['refused']} refused` }),
  'arrival.refused': (d) => ({ zh: `没有收一个文件（${(Array.isArray(d['why']) ? d['why'] : []).join('、')}），没有留下`, en: `Refused a file (${(Array.isArray(d['why']) ? d['why'] : []).join(', ')}); nothing was kept` }),
  'arrival.dropped': plain('删去一个没有导入的文件', 'Dropped a file that was not taken in'),
  'otherInstallation.looked': (d) => ({ zh: `第一人核对指纹 ${print(d)}`, en: `Compared the fingerprint ${print(d)}, as the first` }),
  'otherInstallation.confirmed': (d) => (d['typed'] === true ? { zh: `照交接单键入，确认指纹 ${print(d)}`, en: `Confirmed the fingerprint ${print(d)} by typing it from paper` } : { zh: `第二人核对，确认指纹 ${print(d)}`, en: `Confirmed the fingerprint ${print(d)}, as the second` }),
  'otherInstallation.ended': (d) => ({ zh: `停用来往的平台 ${print(d)}：${d['reason']}`, en: `Ended dealing with ${print(d)}: ${d['reason']}` }),
}
