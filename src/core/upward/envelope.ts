/** 封套: what stands outside an archive that goes from one installation to another: from whom, for which campaign, which sealed parts with which sums. No person is named on it. */
import { z } from 'zod'
import { finding, type Finding } from '../kernel/finding'

/** 征集文件 comes down, 报送包 goes up, 结果文件 comes down again. */
export const archiveKinds = ['call', 'recommendation', 'answer'] as const
export type ArchiveKind = (typeof archiveKinds)[number]
export const kindNames: Readonly<Record<ArchiveKind, { readonly zh: string; readonly en: string }>> = {
  call: { zh: '征集文件', en: 'call file' }, recommendation: { zh: '报送包', en: 'recommendation' }, answer: { zh: '结果文件', en: 'file of results' },
}

/** Everything about the outside is fixed: whatever is not one of these names is no archive of ours. */
export const outer = { envelope: 'xuanshu.json', signature: 'xuanshu.sig', readMe: 'README.txt' } as const
export const partPath = (n: number): string => `parts/${String(n).padStart(5, '0')}`
export const isOuterPath = (path: string): boolean => path === outer.envelope || path === outer.signature || path === outer.readMe || /^parts\/\d{5}$/.test(path)
/** Without room for the long form of zip: what is larger goes in several. */
export const MOST_BYTES = 3_900_000_000
export const MOST_PARTS = 4_000
/** Envelope and list of contents: read whole into memory. */
export const MOST_LIST_BYTES = 24_000_000

export const FORMAT = 1
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const words = z.object({ zh: z.string().max(400), en: z.string().max(400) })

/** Ed25519 for what it signs, X25519 for what is sealed to it; raw keys. */
export const publicKeys = z.strictObject({ sign: hex(32), box: hex(32) })
export type PublicKeys = z.infer<typeof publicKeys>

const sealing = z.discriminatedUnion('to', [
  /** To the receiver's key: ephemeral X25519, HKDF-SHA-256, AES-256-GCM around the content key. */
  z.strictObject({ to: z.literal('key'), receiver: hex(32), ephemeral: hex(32), nonce: hex(12), wrapped: hex(48) }),
  /** By words that travel apart: scrypt. */
  z.strictObject({ to: z.literal('words'), salt: hex(16), logN: z.int().min(15).max(18), nonce: hex(12), wrapped: hex(48) }),
])
export type Sealing = z.infer<typeof sealing>

export const envelope = z.strictObject({
  format: z.literal('xuanshu-archive'),
  version: z.literal(FORMAT),
  kind: z.enum(archiveKinds),
  id: z.uuid(),
  madeAt: z.int(),
  from: z.strictObject({ name: z.string().min(1).max(200), keys: publicKeys }),
  /** The campaign above, as its own installation calls it; the unit in it that we are. */
  campaign: z.strictObject({ id: z.uuid(), name: words, definition: hex(32) }),
  unit: z.strictObject({ id: z.uuid(), name: z.string().min(1).max(200) }),
  /** Dossiers or results in it. */
  items: z.int().min(0).max(2000),
  /** null: nothing in it is anybody's own. */
  sealing: sealing.nullable(),
  /** The first is the list of contents. Sums are of the bytes as they lie in the archive. */
  parts: z.array(z.strictObject({ path: z.string().max(40), bytes: z.int().min(0), sha256: hex(32), nonce: hex(12).nullable(), tag: hex(16).nullable() })).min(1).max(MOST_PARTS),
})
export type Envelope = z.infer<typeof envelope>

export type EnvelopeRead = { readonly ok: true; readonly envelope: Envelope } | { readonly ok: false; readonly findings: readonly Finding[] }

/** @param text as it stands in the archive; its signature is asked by whoever has keys */
export const readEnvelope = (text: string): EnvelopeRead => {
  let raw: unknown
  try { raw = JSON.parse(text) } catch { return { ok: false, findings: [archiveFindings.foreign()] } }
  const head = z.object({ format: z.literal('xuanshu-archive'), version: z.int().min(1) }).safeParse(raw)
  if (!head.success) return { ok: false, findings: [archiveFindings.foreign()] }
  if (head.data.version > FORMAT) return { ok: false, findings: [archiveFindings.tooNew(head.data.version)] }
  const read = envelope.safeParse(raw)
  if (!read.success || !soundParts(read.data)) return { ok: false, findings: [archiveFindings.broken()] }
  return { ok: true, envelope: read.data }
}
/** Each under its own number, all of them sealed or none; only a call holds nothing of anybody's own. */
const soundParts = ({ kind, parts, sealing: s }: Envelope): boolean => (kind === 'call') === (s === null) && parts.every((p, i) => p.path === partPath(i) && (p.nonce !== null) === (s !== null) && (p.tag !== null) === (s !== null))

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `archive.${code}`, rule: null, strength: 'block', what, mend })
const again = ['请从U盘或光盘重新拷贝一次再导入；仍然这样，请对方重新导出。', 'Copy it from the USB stick or disc once more; if it stays so, ask the sender to export it again.'] as const
const nothingKept = (mend: readonly [string, string]): readonly [string, string] => [`${mend[0]}这个文件没有留下。`, `${mend[1]} Nothing of this file was kept.`]

/** Why an archive is not taken. In each case nothing of it stays. */
export const archiveFindings = {
  foreign: () => no('foreign', ['这不是选树平台导出的文件', 'This is no file of this product'], nothingKept(['请核对是不是选错了文件：要的是扩展名为 .xuanshu 的那一个。', 'Check that it is the right file: its name ends in .xuanshu.'])),
  cut: () => no('cut', ['文件不完整，后面一截没有了', 'The file is cut off'], nothingKept(again)),
  broken: () => no('broken', ['文件损坏，读不出来', 'The file is damaged and cannot be read'], nothingKept(again)),
  tooNew: (version: number) => no('tooNew', [`文件是更新版本的平台导出的（格式 ${version}，这里认得到 ${FORMAT}）`, `It was made by a newer version of the product (format ${version}; known here: ${FORMAT})`], nothingKept(['请先升级本平台，或请对方用旧格式导出。', 'Upgrade this installation first, or ask the sender for the older format.'])),
  tampered: () => no('tampered', ['文件在导出以后被改动过：签名对不上', 'It was changed after it was exported: its signature does not fit'], nothingKept(['不要使用这个文件。请与对方办公室通电话核对，请对方重新导出。', 'Do not use it. Call the sending office and ask it to export it again.'])),
  changed: (path: string) => no('changed', [`文件里有一部分（${path}）与封套上登记的校验值不符`, `A part of it (${path}) is not what its envelope says`], nothingKept(again)),
  strange: () => no('strange', ['文件里有不该有的内容：多出的文件、指到别处的路径、压缩或加密的条目', 'It holds what it must not: extra files, paths that lead elsewhere, packed or encrypted entries'], nothingKept(['不要使用这个文件，也不要解压。请与对方办公室核对来历。', 'Do not use it and do not unpack it. Ask the sending office where it comes from.'])),
  tooLarge: () => no('tooLarge', ['文件太大，或展开后大得不正常', 'It is too large, or would be when unpacked'], nothingKept(['请对方分几次导出。', 'Ask the sender to export it in several.'])),
  notForUs: () => no('notForUs', ['这个文件是加密给另一个平台的，这里打不开', 'It is sealed to another installation and cannot be opened here'], nothingKept(['请核对是不是拿错了U盘；对方导出时要用我们给的征集文件。', 'Check that it is the right stick; the sender has to export it by the call file that we gave.'])),
  noSuchCampaign: () => no('noSuchCampaign', ['它要报送的活动不是本单位在这个平台上的活动', 'The campaign it is for is none of this office here'], nothingKept(['请核对是不是拿错了文件，或该由别的办公室导入。', 'Check that it is the right file; another office may have to bring it in.'])),
  ownFile: () => no('ownFile', ['这是本平台自己导出的文件', 'This file was made by this very installation'], nothingKept(['请交给对方导入。', 'Give it to whom it is for.'])),
  otherKey: () => no('otherKey', ['这家单位以前用另一把签名钥匙，这个文件不是那把钥匙签的', 'This unit signed with another key before'], nothingKept(['请与对方办公室当面或电话核对。对方确实换过平台的，请在“来往的平台”里先停用旧的。', 'Ask the sending office. If it did move to another installation, end the old one under “Other installations” first.'])),
  contents: () => no('contents', ['文件的清单读不出来，或与封套不符', 'Its list of contents cannot be read, or does not fit its envelope'], nothingKept(again)),
  olderCall: () => no('olderCall', ['已经导入过更新的征集文件', 'A newer call file was brought in before'], nothingKept(['不用再导入；要看现在的要求，请打开那项活动。', 'There is nothing to do: open the campaign to see what holds now.'])),
} as const
