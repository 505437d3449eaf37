import { z } from 'zod'
import { carriers } from '#core/paper/register'
import { download, operation } from '../operation'
import { campaignParams, finding, id, instant, nominationParams, words } from '../shapes'

const seal = z.object({ x: z.number(), y: z.number(), radius: z.number(), share: z.number(), cut: z.boolean(), /** Absent: the file does not tell. */ layer: z.enum(['scan', 'picture', 'annotation', 'signature', 'drawn']).optional() })
const pageShape = z.object({
  number: z.int(), looked: z.boolean(),
  /** Codes of ours on it. Of another nomination's form nothing more is told than that it is one. */
  codes: z.array(z.object({ of: z.enum(['current', 'old', 'other']), version: z.int().nullable(), page: z.object({ number: z.int(), of: z.int() }).nullable() })),
  seals: z.array(seal), colour: z.boolean(), hasText: z.boolean(),
  /** Where a seal must be on it, as far as is known; shares of the page. A hint, like the seals. */
  places: z.array(z.object({ words, left: z.number(), top: z.number(), width: z.number(), height: z.number(), /** Which of its seals stand there. */ seals: z.array(z.int()), /** One of the pages that have this place carries a seal there. */ isThere: z.boolean() })),
  /** A small picture of the page, upright, and one of each of its seals. */
  hasPicture: z.boolean(),
})
/** One stamped scan, page by page. */
export const paperFile = z.object({
  fileId: id, materialId: z.string(), name: z.string(), /** `waiting`: the reader has not come to it. */ state: z.enum(['waiting', 'read', 'unreadable']),
  /** Pages in the file; more than `pages` where there were too many to look at. */
  count: z.int(), pages: z.array(pageShape),
  /** Every page is of the version that holds, none is missing. It says nothing of what was written or sealed on it. */
  whole: z.boolean(), sealsDue: z.int(), findings: z.array(finding),
})
const arrival = z.object({
  id, carrier: z.enum(carriers), materialId: z.string().nullable(), copies: z.int(), version: z.int().nullable(), toldBy: z.enum(['code', 'person', 'none']),
  receivedAt: instant, receivedBy: z.string(), undone: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
})
/** What is due on paper, disc or USB stick, and what came in. */
export const register = z.object({
  papers: z.array(z.object({ materialId: z.string(), name: words, /** Printed from here: it carries the code. */ coded: z.boolean(), due: z.int(), received: z.int(), missing: z.int(), stale: z.int() })),
  carrier: z.object({ ways: z.array(z.enum(['disc', 'usb'])), names: z.array(words), received: z.boolean() }).nullable(),
  end: instant.nullable(), whole: z.boolean(), nothingDue: z.boolean(), findings: z.array(finding), arrivals: z.array(arrival),
})

export const paperOfNomination = operation({
  id: 'paper.read', method: 'GET', path: '/api/nominations/:nominationId/paper', who: 'readersOfNomination',
  summary: { zh: '一件推荐的纸质：扫描件逐页核对、应交与已收', en: 'The paper of a nomination: scans page by page, what is due and what came in' },
  params: nominationParams, answer: z.object({ version: z.int(), files: z.array(paperFile), register }),
})
export const paperPicture = download({
  id: 'paper.picture', path: '/api/nominations/:nominationId/materials/:fileId/paper-pictures/:picture', who: 'readersOfMaterials', summary: { zh: '盖章件一页或一枚章的小图', en: 'Small picture of a page or a seal' },
  params: nominationParams.extend({ fileId: id, /** `3`: the third page; `3-1`: the first seal on it; `3-p1`: the first place for a seal on it. */ picture: z.string().max(60) }), mediaType: 'image/webp',
})
/** What a person compares; whether it is the same seal, and a genuine one, no program says. */
export const earlierSeals = operation({
  id: 'paper.earlierSeals', method: 'GET', path: '/api/nominations/:nominationId/paper/earlier-seals', who: 'overseersOfNomination',
  summary: { zh: '同一单位此前报送件上的章，供比对', en: 'Seals on what the same unit sent before, to compare' }, params: nominationParams,
  answer: z.object({ seals: z.array(z.object({ nominationId: id, fileId: id, materialId: z.string(), fileName: z.string(), receivedAt: instant, /** As paper.picture takes it. */ picture: z.string() })) }),
})
export const paperReceiptPdf = download({ id: 'paper.receipt', path: '/api/nominations/:nominationId/paper-receipt.pdf', who: 'readersOfNomination', summary: { zh: '纸质材料回执（PDF）', en: 'Receipt of paper (PDF)' }, params: nominationParams, mediaType: 'application/pdf' })

const piece = z.object({ kind: z.enum(['same', 'left', 'right']), text: z.string() })
/** Word file against stamped PDF or against what was filled in. */
export const compareTexts = operation({
  id: 'paper.compare', method: 'GET', path: '/api/nominations/:nominationId/paper/compare', who: 'readersOfMaterials',
  summary: { zh: 'Word 版与盖章 PDF 的文字对照', en: 'The Word file compared with the stamped PDF' }, params: nominationParams,
  answer: z.object({ pairs: z.array(z.object({
    name: words, wordFile: z.string(), stampedFile: z.string(),
    /** `noTextLayer`: a picture of paper; matched by its code alone. `waiting`: not read yet. `unreadable`: no text can be had of one of them. */
    state: z.enum(['same', 'different', 'noTextLayer', 'waiting', 'unreadable']),
    differences: z.int(), pieces: z.array(piece),
    /** Values of the form that the Word file does not hold. */
    notInWord: z.array(z.object({ label: words, value: z.string() })),
  })) }),
})

const registerRow = z.object({ nominationId: id, candidateName: z.string(), unitName: z.string(), state: z.string(), version: z.int(), register })
export const paperRegister = operation({
  id: 'paper.register', method: 'GET', path: '/api/campaigns/:campaignId/paper', who: 'overseersOfCampaign',
  summary: { zh: '纸质材料登记：应收、已收、还缺', en: 'Register of paper: due, received, missing' }, params: campaignParams, answer: z.object({ rows: z.array(registerRow) }),
})
export const lookUpPaper = operation({
  id: 'paper.lookUp', method: 'POST', path: '/api/campaigns/:campaignId/paper/look-up', who: 'officeOfCampaign', bodyBytes: 8 << 20,
  summary: { zh: '按扫到的码、短编号或码的照片找到推荐', en: 'Find the nomination by a code, a short number or a photograph of the code' }, params: campaignParams,
  body: z.union([z.object({ text: z.string().max(300) }), z.object({ /** JPG or PNG. */ photo: z.string().max(8_000_000) })]),
  answer: z.object({
    /** The code as text, to be sent with what is received; null: a short number. */
    code: z.string().nullable(),
    /** Of paper that the code tells: `current`, `old`. `unknown`: a short number alone. */
    standing: z.enum(['current', 'old', 'unknown']), printedVersion: z.int().nullable(), page: z.object({ number: z.int(), of: z.int() }).nullable(),
    /** The sealed material it is the paper of; null: it does not tell. */
    materialId: z.string().nullable(),
    /** Several where a short number fits several. */
    rows: z.array(registerRow.extend({ /** Beginning of the content hash, as the foot of the pages shows it. */ check: z.string() })),
    findings: z.array(finding),
  }),
})
export const receivePaper = operation({
  id: 'paper.receive', method: 'POST', path: '/api/campaigns/:campaignId/paper', who: 'officeOfCampaign', summary: { zh: '登记收到纸质、光盘或 U 盘', en: 'Enter paper, disc or USB stick as received' }, params: campaignParams,
  body: z.object({ nominationId: id, code: z.string().max(300).nullable(), /** A person compared the version in the foot. */ compared: z.boolean().default(false), items: z.array(z.object({ carrier: z.enum(carriers), materialId: z.string().max(100).nullable(), copies: z.int().min(1).max(99) })).min(1).max(40) }),
  answer: z.object({ register }),
})
export const undoArrival = operation({
  id: 'paper.undo', method: 'POST', path: '/api/campaigns/:campaignId/paper/:arrivalId/undo', who: 'officeOfCampaign', summary: { zh: '撤销一条登记（写明理由）', en: 'Undo an entry, with its reason' },
  params: campaignParams.extend({ arrivalId: id }), body: z.object({ reason: z.string().trim().min(2).max(300) }),
})
