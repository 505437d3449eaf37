/** Where a piece of news leads its reader: an address of the product, by the role that reads it. */
import type { Role } from '../access/actor'
import { termsOf, type NewsKind } from './kinds'

export interface NewsPlace { readonly campaignId: string | null; readonly nominationId: string | null; readonly roundId: string | null }

const ofOffice: Partial<Readonly<Record<NewsKind, string>>> = {
  nominationSent: '/screening', nominationWithdrawn: '/screening', lateFileArrived: '/screening', candidateWithdrew: '/screening', candidateRefused: '/screening', opinionAnswered: '/screening',
  attemptHandedIn: '/deadline', gateChanged: '/screening?about=changes', setApart: '/secrecy', sentAgainApart: '/secrecy', setApartSettled: '/secrecy', quotaReturned: '/quotas', roundClosed: '/jury', roundAbandoned: '/jury', organAnswered: '/consultations', roundDecided: '/jury', jurorDropped: '/jury', recusalAfterCount: '/conflicts', objectionCame: '/objections', correctionCame: '/objections', objectionYours: '/objections', statementCame: '/objections', objectionDecided: '/objections', objectionReopened: '/objections', packageReady: '/packages', honourRevoked: '/announcement', releaseLapsed: '/announcement', releaseTakenBack: '/announcement', honourRestored: '/announcement', storySentBack: '/stories', storyAnswered: '/stories', storyWithdrawn: '/stories', interviewAnswered: '/interviews', interviewAgreed: '/interviews', interviewNear: '/interviews', interviewCancelled: '/interviews', interviewTakenBack: '/interviews', mediaDue: '/media?view=list&pressing=soon', mediaLate: '/media?view=list&pressing=late', cameFromAbove: '/upward', archiveTaken: '/screening',
}
const ofUnit: Partial<Readonly<Record<NewsKind, string>>> = { waitsForApprover: '/approve', gateDecided: '/approve', filmMade: '/materials', filmFailed: '/materials', opinionAnswered: '/materials', setApart: '/materials', candidateGaveBack: '/form', storyToConfirm: '/story', storyPublished: '/story', storyWithdrawn: '/story', interviewAsked: '/interviews', interviewAgreed: '/interviews', interviewFixed: '/interviews', interviewNear: '/interviews', interviewCancelled: '/interviews', interviewTakenBack: '/interviews' }
const confirmed: Readonly<Record<string, string>> = { objection: '/objections', extension: '/deadline', amendment: '/amend', setApart: '/secrecy', honourChange: '/announcement', roundDecision: '/jury', privacyPass: '/announcement', release: '/announcement' }

const office = (kind: NewsKind, what: string | undefined, { campaignId, nominationId }: NewsPlace): string => {
  if (kind === 'webhookStopped') return '/office/webhooks'
  if (what === 'otherInstallation') return '/office/incoming'
  if (kind.startsWith('situation')) return '/office/situations'
  if (campaignId === null) return '/office/people'
  if (kind === 'advisoryGiven') return `/office/forward/${campaignId}`
  // What units are told reaches an office as one of theirs: the campaign is that of the level above.
  if (kind !== 'quotaReturned' && ['campaign', 'terms'].includes(termsOf(kind).group)) return `/office/forward/${campaignId}`
  const path = kind === 'secondPersonAsked' ? confirmed[what ?? ''] ?? '' : ofOffice[kind] ?? ''
  return `/office/c/${campaignId}${path}${path === '/screening' && nominationId !== null ? `?n=${nominationId}` : ''}`
}

export const whereOf = (kind: NewsKind, role: Role, place: NewsPlace, what?: string): string => {
  const { campaignId, nominationId, roundId } = place
  switch (role) {
    case 'office': return office(kind, what, place)
    case 'supervisor': return campaignId === null ? '/supervisor' : kind === 'objectionCame' || kind === 'objectionDecided' ? `/supervisor/c/${campaignId}/objections` : `/supervisor/c/${campaignId}`
    case 'juror': return roundId === null ? '/jury' : `/jury/rounds/${roundId}`
    case 'jurySecretary': return roundId === null ? '/jury' : `/jury/rounds/${roundId}/room`
    case 'candidate': return nominationId === null ? '/me' : `/me/n/${nominationId}${['/story', '/interviews'].includes(ofUnit[kind] ?? '') ? ofUnit[kind] : ''}`
    default: return nominationId !== null ? `/unit/n/${nominationId}${ofUnit[kind] ?? ''}` : campaignId !== null ? `/unit/c/${campaignId}${kind.startsWith('situation') ? '/situations' : ''}` : '/unit'
  }
}
