/** 草稿 → 待审签 → 已报送 → 已接收 | 退回补正 → …；不予受理、已撤回 are ends. */
export const nominationStates = ['draft', 'atApproval', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn'] as const
export type NominationState = (typeof nominationStates)[number]

export type NominationAct = 'edit' | 'register' | 'sendToApprover' | 'handBack' | 'submit' | 'withdraw' | 'supplement' | 'receive' | 'accept' | 'return' | 'reject' | 'appraise' | 'confirmAbsence'

/** 线上 with form and files, or 线下: a placeholder here, the papers by hand. */
export type Track = 'online' | 'offline'
export const trackOf = (n: { readonly offline: object | null }): Track => (n.offline === null ? 'online' : 'offline')
/** Acts of one track alone; all others are of both. */
const onlyOn: Readonly<Partial<Record<NominationAct, Track>>> = { edit: 'online', supplement: 'online', appraise: 'online', confirmAbsence: 'online', register: 'offline', receive: 'offline' }

/** The one table of transitions; an act that is not in it cannot be done in that state. */
const transitions: Readonly<Record<NominationState, Partial<Record<NominationAct, NominationState>>>> = {
  draft: { edit: 'draft', register: 'draft', confirmAbsence: 'draft', sendToApprover: 'atApproval', withdraw: 'withdrawn' },
  atApproval: { supplement: 'atApproval', confirmAbsence: 'atApproval', handBack: 'draft', submit: 'submitted' },
  submitted: { supplement: 'submitted', appraise: 'submitted', receive: 'submitted', accept: 'accepted', return: 'returned', reject: 'rejected', withdraw: 'withdrawn' },
  returned: { edit: 'returned', appraise: 'returned', confirmAbsence: 'returned', register: 'returned', receive: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  accepted: { supplement: 'accepted', appraise: 'accepted' },
  rejected: {},
  withdrawn: {},
}

export const after = (state: NominationState, act: NominationAct, track: Track = 'online'): NominationState | null => ((onlyOn[act] ?? track) === track ? transitions[state][act] ?? null : null)

/** Still put forward, whether sent or not. */
export const isStanding = (state: NominationState): boolean => state !== 'rejected' && state !== 'withdrawn'

export const stateNames: Readonly<Record<NominationState, { zh: string; en: string }>> = {
  draft: { zh: '填报中', en: 'Drafting' },
  atApproval: { zh: '待审签', en: 'At approval' },
  submitted: { zh: '已报送', en: 'Submitted' },
  returned: { zh: '退回补正', en: 'Returned for correction' },
  accepted: { zh: '已接收', en: 'Accepted' },
  rejected: { zh: '不予受理', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}
