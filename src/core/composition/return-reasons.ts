/** 为什么退回: points of return letters by what they are about, the most frequent first, and what the office could mend in its notice. */
import { ruleOf, rulesOf, type ResolvedDefinition } from '../campaign/definition'
import type { Words } from '../kernel/finding'

/** Points that are alike: code of the finding (empty: the desk's own words), its material or field, the clause it rests on. */
export interface PointCount { readonly code: string; readonly material: string; readonly field: string; readonly clause: string; readonly n: number }

interface Family { readonly id: string; /** Codes that begin so. */ readonly codes: readonly string[]; readonly what: Words; readonly hint: Words | null }
const words = (zh: string, en: string): Words => ({ zh, en })
/** What a code is called where it stands for many, and what a notice can do about it. The first that fits. */
const families: readonly Family[] = [
  { id: 'seal', codes: ['paper.noSeal', 'paper.fewSeals', 'paper.sealElsewhere', 'paper.sealLaidOn', 'paper.noColour'], what: words('公章缺、少或不清', 'Seals missing, too few or unclear'), hint: words('在通知里写明哪几处盖章、由谁盖、盖在哪里，附一张盖好的样张。', 'Say in the notice which seals are asked, whose, and where; add a sealed sample.') },
  { id: 'version', codes: ['paper.oldVersion', 'paper.foreignPage', 'paper.otherPaper', 'paper.staleCopies', 'paper.missingPage', 'paper.pageTwice', 'paper.noCode', 'paper.'], what: words('纸质件与网上的不一致或缺页', 'Paper that differs from the form, or lacks pages'), hint: words('在通知里写明先在网上定稿，再打印盖章；改过要重新打印。', 'Say that the form is finished first and printed and sealed after; what was changed is printed anew.') },
  { id: 'portrait', codes: ['portrait.'], what: words('标准照不合要求', 'Portraits not as asked'), hint: words('把尺寸、底色、正面免冠写成一行，附一张合格样照。', 'Put size, ground and pose into one line and add a sample.') },
  { id: 'photo', codes: ['photo.', 'image.'], what: words('照片不合要求', 'Photos not as asked'), hint: words('写明要原图，不要截图和微信转发的小图；看看大小的下限是否必要。', 'Ask for originals, not screenshots; see whether the lower limit is needed.') },
  { id: 'video', codes: ['video.', 'film.'], what: words('视频不合要求', 'Films not as asked'), hint: words('写明分辨率和时长，说明产品可以代为转换。', 'State size and length, and that the product converts.') },
  { id: 'missing', codes: ['material.'], what: words('材料缺、少或迟', 'Materials missing, too few or late'), hint: words('把要交的材料列成一张表：名称、份数、由谁出具、哪天前交。', 'List the materials in one table: name, copies, who issues them, by when.') },
  { id: 'file', codes: ['file.', 'document.', 'scan.', 'manifest.'], what: words('文件格式、页数不合要求', 'Files of a wrong format or length'), hint: words('写明要什么格式、几页、扫描还是拍照都行。', 'Say which format, how many pages, and whether a photo of the paper will do.') },
  { id: 'form', codes: ['field.', 'form.', 'idNumber.', 'fieldTwice'], what: words('推荐表栏目缺填或填得不对', 'Fields of the form empty or wrong'), hint: words('在填表说明里写清这一栏填什么、写多长，附一份填好的样表。', 'Explain what belongs into the field and how long; add a filled-in sample.') },
  { id: 'step', codes: ['step.', 'visit.', 'symposium.', 'talks.', 'seat.', 'verification.', 'appraisal.', 'procedureStep.'], what: words('单位程序、考核调研不全', 'Unit procedure or appraisal incomplete'), hint: words('把步骤按先后写成清单，每一步写明谁参加、留什么材料。', 'List the steps in order, each with who attends and what is kept.') },
  { id: 'unitNotice', codes: ['publicNotice.', 'property.ownNotice'], what: words('单位内公示天数、范围不够', 'Public notice inside the unit too short'), hint: words('写明公示几个工作日、在哪里公示，举一个起止日期的例子。', 'State the working days and the place, with an example of dates.') },
  { id: 'opinion', codes: ['opinion.'], what: words('外单位意见缺或过期', 'Opinions of other offices missing or expired'), hint: words('写明由哪个部门出具、有效期多长，提前发范本。', 'Say which office issues it and how long it holds; send the model early.') },
  { id: 'eligible', codes: ['exclusion.', 'age.', 'seniority.', 'priorHonour.', 'requiredHonour.', 'sanction.', 'membership.', 'property.', 'prize.', 'place.'], what: words('资格条件不清或不符', 'Eligibility unclear or not met'), hint: words('看这一条是否能读成几种意思；分开写，并写明按哪一天算。', 'See whether the sentence can be read in several ways; part it and name the day that counts.') },
  { id: 'declaration', codes: ['declaration.', 'candidate.', 'channel.'], what: words('承诺、同意或来源未落实', 'Declarations, consents or channel not settled'), hint: words('写明由本人还是单位承诺，什么时候作。', 'Say who declares, and when.') },
  { id: 'list', codes: ['quota.', 'proportion.', 'rank.', 'preference.'], what: words('名额、比例、排序的问题', 'Quota, shares or order'), hint: words('写明每家几名、比例的分母是谁。', 'State the number for each unit and what shares are of.') },
  { id: 'secrecy', codes: ['secrecy.'], what: words('疑似涉密', 'Possibly classified'), hint: words('在通知开头写明涉密内容不上网、怎样线下报。', 'Say at the beginning that secrets stay offline, and how they are handed in.') },
]
const own: Family = { id: 'own', codes: [], what: words('审查人员自己写的意见', 'In the desk’s own words'), hint: null }
const other: Family = { id: 'other', codes: [], what: words('其他', 'Other'), hint: null }
const familyOf = (code: string): Family => (code === '' ? own : families.find((f) => f.codes.some((c) => code.startsWith(c))) ?? other)

/** What findings are about, by the same families: what a desk is narrowed to. */
export const findingKinds: readonly string[] = [...families, other].map((f) => f.id)
export const findingKindName = (kind: string): Words => families.find((f) => f.id === kind)?.what ?? other.what
export const kindsOfFindings = (findings: readonly { readonly code: string }[]): string[] => [...new Set(findings.map((f) => familyOf(f.code).id))].sort()

export interface Reason {
  readonly key: string
  readonly what: Words
  /** Material or field it is about; null: the whole, or not noted. */
  readonly where: Words | null
  readonly clause: string
  readonly n: number
  /** Shown where it comes so often that the notice is more likely at fault than each unit. */
  readonly hint: Words | null
}
export interface Reasons { /** Return letters, and points in them. */ readonly letters: number; readonly points: number; readonly reasons: readonly Reason[]; /** Points of those not listed. */ readonly rest: number }

/** One in ten of all points, and at least three: less may be chance. */
export const isFrequent = (n: number, points: number): boolean => n >= 3 && n * 10 >= points
const MOST_LISTED = 30

const placeOf = (definition: Pick<ResolvedDefinition, 'rules'>, { material, field }: Pick<PointCount, 'material' | 'field'>): Words | null =>
  (material === '' ? undefined : ruleOf(definition, 'material', material)?.name) ?? rulesOf(definition, 'formField').find((f) => f.field === field)?.label ?? null

/** Codes of one family at one place and clause are one reason. */
export const reasonsOf = (definition: Pick<ResolvedDefinition, 'rules'>, letters: number, counts: readonly PointCount[]): Reasons => {
  const points = counts.reduce((n, c) => n + c.n, 0)
  const merged = new Map<string, { family: Family; where: Words | null; clause: string; n: number }>()
  for (const c of counts) {
    const [family, where] = [familyOf(c.code), placeOf(definition, c)]
    const key = JSON.stringify([family.id, where?.zh ?? '', c.clause])
    const known = merged.get(key)
    if (known === undefined) merged.set(key, { family, where, clause: c.clause, n: c.n })
    else known.n += c.n
  }
  const all = [...merged].map(([key, { family, where, clause, n }]): Reason => ({ key, what: family.what, where, clause, n, hint: isFrequent(n, points) ? family.hint : null })).sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
  return { letters, points, reasons: all.slice(0, MOST_LISTED), rest: all.slice(MOST_LISTED).reduce((n, r) => n + r.n, 0) }
}
