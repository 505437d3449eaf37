import { z } from 'zod'
import type { MaterialRule } from '#core/rules/material-terms'
import { download, operation } from '../operation'
import { finding, id, instant, nominationParams, words } from '../shapes'
import { materialFile } from './nominations'

/** 换手机拍, at the desk: a code that opens once, for minutes. It is in this answer and nowhere else. */
export const issueHandover = operation({
  id: 'handover.issue', method: 'POST', path: '/api/nominations/:nominationId/handover', who: 'fillersOfNomination', summary: { zh: '换手机拍：出一个一次性的码', en: 'Hand over to a phone: a code that opens once' }, params: nominationParams,
  answer: z.object({ code: z.string(), until: instant }),
})
/** One's own telephones alone. */
export const handoverState = operation({
  id: 'handover.state', method: 'GET', path: '/api/nominations/:nominationId/handover', who: 'fillersOfNomination', summary: { zh: '已接入的手机', en: 'Phones that are let in' }, params: nominationParams,
  answer: z.object({ phones: z.array(z.object({ handoverId: id, device: z.string(), openedAt: instant, endsAt: instant })) }),
})
export const endHandover = operation({ id: 'handover.end', method: 'POST', path: '/api/nominations/:nominationId/handover/end', who: 'fillersOfNomination', summary: { zh: '断开手机', en: 'Shut the phone out' }, params: nominationParams, answer: z.object({ ended: z.int() }) })

/** The code of the screen for a token of an hour; nobody signs in, and nobody is signed in by it. */
export const openHandover = operation({ id: 'handover.open', method: 'POST', path: '/api/phone/open', who: 'anyone', summary: { zh: '手机凭码接入', en: 'By the code: let the phone in' }, body: z.object({ code: z.string().max(100) }), answer: z.object({ token: z.string(), endsAt: instant }) })

/** What a telephone may: look at the materials of the one nomination and bring files. Its token comes as `Authorization: Bearer …`; no path names a nomination. */
const phone = 'phoneHolder' as const
export const lookByPhone = operation({
  id: 'phone.look', method: 'GET', path: '/api/phone', who: phone, summary: { zh: '手机看：这件推荐的材料', en: 'By phone: the materials of the nomination' },
  answer: z.object({
    campaign: words, unit: z.string(), candidateName: z.string(), endsAt: instant, /** Files are still taken. */ open: z.boolean(),
    rules: z.array(z.custom<MaterialRule>((v) => typeof v === 'object' && v !== null && 'file' in v && 'rests' in v)), files: z.array(materialFile),
  }),
})
export const previewByPhone = download({ id: 'phone.preview', path: '/api/phone/materials/:fileId/preview', who: phone, summary: { zh: '手机看：一张小图', en: 'By phone: a small picture' }, params: z.object({ fileId: id }), mediaType: 'image/webp' })
export const beginPhoneUpload = operation({
  id: 'phone.beginUpload', method: 'POST', path: '/api/phone/uploads', who: phone, summary: { zh: '手机开始上传（tus 断点续传）', en: 'By phone: begin an upload (tus, resumable)' },
  body: z.object({ materialId: z.string().max(100), name: z.string().min(1).max(400), bytes: z.int().min(0) }), answer: z.object({ url: z.string(), uploadId: id }),
})
export const phoneUploadState = operation({
  id: 'phone.uploadState', method: 'GET', path: '/api/phone/uploads/:uploadId', who: phone, summary: { zh: '手机上传的核验结果', en: 'By phone: what became of an upload' }, params: z.object({ uploadId: id }),
  answer: z.object({ state: z.enum(['receiving', 'inspecting', 'kept', 'refused', 'quarantined']), offset: z.int(), findings: z.array(finding) }),
})
export const leaveByPhone = operation({ id: 'phone.leave', method: 'POST', path: '/api/phone/leave', who: phone, summary: { zh: '手机断开', en: 'By phone: leave' } })
