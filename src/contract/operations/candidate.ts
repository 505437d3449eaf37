import { z } from 'zod'
import { consentKinds } from '#core/nomination/candidate-part'
import { download, operation } from '../operation'
import { id, instant, name, nominationParams, nominationState, words } from '../shapes'
import { password } from './sign-in'

const code = z.string().trim().min(8).max(40)

/** The code is in this answer and nowhere else. One that was given out before opens nothing any more. */
export const issueCode = operation({
  id: 'candidate.issueCode', method: 'POST', path: '/api/nominations/:nominationId/code', who: 'clerkOfNomination',
  summary: { zh: '发推荐码，请人选填写自己的部分', en: 'Give out the code by which the candidate fills in the own part' }, params: nominationParams,
  answer: z.object({ code: z.string(), until: instant }),
})
export const takeBackPart = operation({
  id: 'candidate.takeBack', method: 'POST', path: '/api/nominations/:nominationId/code/take-back', who: 'clerkOfNomination',
  summary: { zh: '收回，由单位自己填', en: 'Take it back: the unit fills in itself' }, params: nominationParams,
})
export const askAgain = operation({
  id: 'candidate.askAgain', method: 'POST', path: '/api/nominations/:nominationId/code/ask-again', who: 'clerkOfNomination',
  summary: { zh: '请人选再改', en: 'Ask the candidate to change something' }, params: nominationParams, body: z.object({ note: z.string().trim().max(500) }),
})

export const lookAtCode = operation({
  id: 'candidate.look', method: 'POST', path: '/api/candidate/look', who: 'anyone', tries: 20,
  summary: { zh: '凭推荐码看：哪个单位推荐我参加什么', en: 'By the code: who nominates me for what' }, body: z.object({ code }),
  answer: z.object({ campaign: words, unit: z.string(), candidateName: z.string(), deadline: instant.nullable() }),
})
/** Used up by this; from then on it is the login. */
export const redeemCode = operation({
  id: 'candidate.redeem', method: 'POST', path: '/api/candidate', who: 'anyone', tries: 20,
  summary: { zh: '凭推荐码开始填写，设密码', en: 'Begin by the code, and set a password' }, body: z.object({ code, password }), answer: z.object({ nominationId: id, login: z.string() }),
})
/** Somebody who was nominated before adds another nomination to the own account. */
export const joinCode = operation({
  id: 'candidate.join', method: 'POST', path: '/api/candidate/join', who: 'candidate', tries: 20,
  summary: { zh: '把另一个推荐码加到自己的账号', en: 'Add another code to one’s own account' }, body: z.object({ code }), answer: z.object({ nominationId: id }),
})

export const ownNominations = operation({
  id: 'candidate.list', method: 'GET', path: '/api/own/nominations', who: 'candidate', summary: { zh: '推荐我的活动', en: 'What I am nominated for' },
  answer: z.object({ nominations: z.array(z.object({ nominationId: id, campaign: words, unitName: z.string(), candidateName: name, state: nominationState, hands: z.enum(['candidate', 'unit']), withdrew: z.boolean(), deadline: instant.nullable() })) }),
})
export const giveConsent = operation({
  id: 'candidate.consent', method: 'PUT', path: '/api/nominations/:nominationId/consents', who: 'candidateOfNomination',
  summary: { zh: '逐项同意或不同意', en: 'Consent or refuse, one by one' }, params: nominationParams, body: z.object({ kind: z.enum(consentKinds), given: z.boolean() }),
})
export const giveBack = operation({
  id: 'candidate.giveBack', method: 'POST', path: '/api/nominations/:nominationId/give-back', who: 'candidateOfNomination', summary: { zh: '交回单位', en: 'Give it back to the unit' }, params: nominationParams,
})
/** Frees the seat. Nobody has to say why. */
export const withdrawMyself = operation({
  id: 'candidate.withdraw', method: 'POST', path: '/api/nominations/:nominationId/withdraw-myself', who: 'candidateOfNomination', summary: { zh: '本人退出评选', en: 'Withdraw oneself' }, params: nominationParams,
})
/** Entered in the ledger: a download that writes, and therefore asked by POST. */
export const ownRecord = {
  ...download({ id: 'candidate.record', path: '/api/nominations/:nominationId/own-record', who: 'candidateOfNomination', summary: { zh: '下载关于我的全部记录（JSON）', en: 'All that is held about me (JSON)' }, params: nominationParams, mediaType: 'application/json' }),
  method: 'POST' as const,
}
