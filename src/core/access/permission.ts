import type { Actor } from './actor'

/** Facts about the thing an operation touches, loaded by the ids in its path; what the path does not name is absent. */
export interface Subject {
  readonly campaign?: {
    readonly organisationId: string
    readonly state: 'draft' | 'open' | 'closed'
    /** The actor's organisation is one of its units. */
    readonly participating: boolean
    /** Somebody nominated here is the actor. */
    readonly ownCandidate: boolean
    /** The actor sits on its jury, as this. */
    readonly seatOnJury: 'juror' | 'secretary' | null
  }
  readonly nomination?: { readonly unitId: string; /** It was submitted once: a draft that was taken back never was. */ readonly sent: boolean; /** The candidate is the actor. */ readonly ownCandidate: boolean }
  /** `unitId` null: with the office. `throughId`: the office in between that passed it on. */
  readonly lead?: { readonly officeId: string; readonly unitId: string | null; readonly throughId: string | null }
  /** What was objected during a public notice; `handlerId` null: nobody is named yet. */
  readonly objection?: { readonly handlerId: string | null }
  /** 有关情况: between two organisations, by the notice of `hostId`. */
  readonly situation?: { readonly senderId: string; readonly addresseeId: string; readonly hostId: string }
  readonly round?: { readonly state: 'open' | 'closed'; readonly candidate: boolean; readonly recused: boolean; /** The actor has signed in to the round and declared conflicts. */ readonly declared: boolean }
}

type Sentence = (actor: Actor, subject: Subject) => boolean

const officeOf: Sentence = (a, s) => a.role === 'office' && s.campaign?.organisationId === a.organisationId
const supervisorOf: Sentence = (a, s) => a.role === 'supervisor' && s.campaign?.organisationId === a.organisationId
const secretaryOf: Sentence = (a, s) => a.role === 'jurySecretary' && s.campaign?.seatOnJury === 'secretary'
const jurorOf: Sentence = (a, s) => a.role === 'juror' && s.campaign?.seatOnJury === 'juror'
/** Who sits in for a unit does so in the campaigns of the own office alone. */
const inOwnPlace: Sentence = (a, s) => a.forOffice === undefined || s.campaign?.organisationId === a.forOffice
const ofUnit: Sentence = (a, s) => (a.role === 'unitClerk' || a.role === 'unitApprover') && s.campaign?.participating === true && s.campaign.state !== 'draft' && inOwnPlace(a, s)
const ownNomination: Sentence = (a, s) => ofUnit(a, s) && s.nomination?.unitId === a.organisationId
/** Whom it is about, by the own account. */
const itsCandidate: Sentence = (a, s) => a.role === 'candidate' && s.nomination?.ownCandidate === true
/** The office of an organisation that a campaign of a level above is addressed to: it may forward it. */
const officeBelow: Sentence = (a, s) => a.role === 'office' && s.campaign?.participating === true && s.campaign.state !== 'draft'
/** Whom a campaign is addressed to: a unit's people, or the office that receives in its place. */
const addressed: Sentence = (a, s) => ofUnit(a, s) || officeBelow(a, s)
/** A lead is with the unit it is for; with the office while it is for none. */
const holdsLead: Sentence = (a, { lead: l }) => l !== undefined && (a.role === 'office' ? (l.unitId ?? l.officeId) === a.organisationId : (a.role === 'unitClerk' || a.role === 'unitApprover') && l.unitId === a.organisationId && (a.forOffice === undefined || a.forOffice === l.officeId))
/** The one named person of the office. */
const handles: Sentence = (a, s) => officeOf(a, s) && s.objection !== undefined && s.objection.handlerId === a.accountId
const sentSituation: Sentence = (a, { situation: s }) => s !== undefined && s.senderId === a.organisationId && (a.role === 'office' || ((a.role === 'unitClerk' || a.role === 'unitApprover') && (a.forOffice === undefined || a.forOffice === s.hostId)))
const gotSituation: Sentence = (a, { situation: s }) => s !== undefined && a.role === 'office' && s.addresseeId === a.organisationId
/** Drafts belong to the unit alone; the office and the supervisor read what was submitted. */
const sent: Sentence = (_, s) => s.nomination?.sent === true

/**
 * Who may do what, as sentences. Deny by default: what no sentence allows is absent for the asker.
 * An operation names one of these; without a name it does not compile.
 */
export const permissions = {
  office: (a) => a.role === 'office',
  signedIn: () => true,
  /** Who answers for a unit; never one who sits in for it. */
  approverOfUnit: (a) => a.role === 'unitApprover' && a.forOffice === undefined,
  officeOrSupervisor: (a) => a.role === 'office' || a.role === 'supervisor',
  officeOfCampaign: officeOf,
  peopleOfCampaign: (a, s) => officeOf(a, s) || supervisorOf(a, s) || secretaryOf(a, s) || jurorOf(a, s) || ofUnit(a, s) || (a.role === 'candidate' && s.campaign?.ownCandidate === true),
  supervisorOfCampaign: supervisorOf,
  overseersOfCampaign: (a, s) => officeOf(a, s) || supervisorOf(a, s),
  /** Each in the own branch: what is counted and matched is narrowed to it first. */
  searchersOfCampaign: (a, s) => officeOf(a, s) || supervisorOf(a, s) || ofUnit(a, s),
  officeAddressed: officeBelow,
  addressedByCampaign: addressed,
  quotaReaders: (a, s) => officeOf(a, s) || supervisorOf(a, s) || officeBelow(a, s) || ofUnit(a, s),
  quotaHolders: (a, s) => officeOf(a, s) || officeBelow(a, s) || (a.role === 'unitApprover' && ofUnit(a, s)),
  ledgerReaders: (a, s) => officeOf(a, s) || supervisorOf(a, s) || secretaryOf(a, s),
  unitOfCampaign: ofUnit,
  clerkOfUnit: (a, s) => a.role === 'unitClerk' && ofUnit(a, s),
  unitOfNomination: ownNomination,
  candidate: (a) => a.role === 'candidate',
  candidateOfNomination: itsCandidate,
  /** 删除个人信息: the person, or the unit’s approver on the person’s behalf. */
  erasersOfNomination: (a, s) => itsCandidate(a, s) || (a.role === 'unitApprover' && ownNomination(a, s)),
  /** Who types and uploads: the clerk, and the candidate in the own part. */
  fillersOfNomination: (a, s) => (a.role === 'unitClerk' && ownNomination(a, s)) || itsCandidate(a, s),
  /** Whoever the nomination concerns; of the unit’s own matters a candidate is shown nothing. */
  concernedByNomination: (a, s) => ownNomination(a, s) || ((officeOf(a, s) || supervisorOf(a, s)) && sent(a, s)) || itsCandidate(a, s),
  viewersOfMaterials: (a, s) => ownNomination(a, s) || ((officeOf(a, s) || supervisorOf(a, s)) && sent(a, s)) || itsCandidate(a, s),
  /** The unit and the candidate: what is no part of the dossier yet is nobody else's. */
  makersOfNomination: (a, s) => ownNomination(a, s) || itsCandidate(a, s),
  /** 本人确认: whom it is about; the unit’s approver where that person signed on paper. */
  answerersOfStory: (a, s) => itsCandidate(a, s) || (a.role === 'unitApprover' && ownNomination(a, s)),
  /** 采访、拍摄: the office and the unit arrange it, either may call it off. */
  partnersOfInterview: (a, s) => ownNomination(a, s) || (officeOf(a, s) && sent(a, s)),
  clerkOfNomination: (a, s) => a.role === 'unitClerk' && ownNomination(a, s),
  approverOfNomination: (a, s) => a.role === 'unitApprover' && ownNomination(a, s),
  readersOfNomination: (a, s) => ownNomination(a, s) || ((officeOf(a, s) || supervisorOf(a, s)) && sent(a, s)),
  readersOfMaterials: (a, s) => ownNomination(a, s) || (officeOf(a, s) && sent(a, s)) || (supervisorOf(a, s) && sent(a, s)),
  /** Minutes tell who said what: those who judge by them or watch over it, never jurors and never the candidate. */
  readersOfAppraisal: (a, s) => ownNomination(a, s) || ((officeOf(a, s) || supervisorOf(a, s) || secretaryOf(a, s)) && sent(a, s)),
  /** What organs were asked about a candidate and said: never the unit's, the candidate's or a juror's. */
  overseersOfNomination: (a, s) => (officeOf(a, s) || supervisorOf(a, s)) && sent(a, s),
  /** 一件推荐的全部程序和阅看记录: the supervisor alone; the office is among those who are noted. */
  supervisorOfNomination: (a, s) => supervisorOf(a, s) && sent(a, s),
  screenerOfNomination: (a, s) => officeOf(a, s) && sent(a, s),
  /** Who is asked at a gate, and who watches: the approver about the own, the office about what was sent. */
  gatekeepersOfCampaign: (a, s) => officeOf(a, s) || supervisorOf(a, s) || (a.role === 'unitApprover' && ofUnit(a, s)),
  gatekeepersOfNomination: (a, s) => (a.role === 'unitApprover' && ownNomination(a, s)) || (officeOf(a, s) && sent(a, s)),
  /** Also of one not sent yet: about that the office is asked by the unit, and the command looks whether it was. */
  officeOfNomination: (a, s) => officeOf(a, s) && s.nomination !== undefined,
  /** Whole and unmasked: the unit its own, the office what was sent to it. */
  holdersOfDossier: (a, s) => ownNomination(a, s) || (officeOf(a, s) && sent(a, s)),
  /** One file as it was received: a candidate the own ones. */
  takersOfFiles: (a, s) => ownNomination(a, s) || (officeOf(a, s) && sent(a, s)) || itsCandidate(a, s),
  takersOfDossiers: (a, s) => officeOf(a, s) || ofUnit(a, s),
  /** 典型线索: by the units, the office, and whoever is put forward in it. */
  reportersOfLeads: (a, s) => s.campaign !== undefined && s.campaign.state !== 'draft' && (officeOf(a, s) || addressed(a, s) || (a.role === 'candidate' && s.campaign.ownCandidate)),
  /** 学习宣传活动: whoever a campaign is addressed to, and its office, each its own; the supervisor reads. */
  recordersOfActivities: (a, s) => s.campaign !== undefined && s.campaign.state !== 'draft' && (officeOf(a, s) || addressed(a, s)),
  readersOfActivities: (a, s) => s.campaign !== undefined && s.campaign.state !== 'draft' && (officeOf(a, s) || supervisorOf(a, s) || addressed(a, s)),
  /** 有关情况: sent by whoever a campaign is addressed to, and by its office to one above; read by the two and by their supervisors. */
  sendersOfSituations: (a, s) => s.campaign !== undefined && s.campaign.state !== 'draft' && (officeOf(a, s) || addressed(a, s)),
  readersOfSituations: (a) => a.role === 'office' || a.role === 'supervisor' || a.role === 'unitClerk' || a.role === 'unitApprover',
  partiesOfSituation: (a, s) => sentSituation(a, s) || gotSituation(a, s) || (a.role === 'supervisor' && s.situation !== undefined && [s.situation.senderId, s.situation.addresseeId, s.situation.hostId].includes(a.organisationId)),
  writersOfSituation: (a, s) => sentSituation(a, s) || gotSituation(a, s),
  senderOfSituation: sentSituation,
  addresseeOfSituation: gotSituation,
  readersOfLeads: (a) => a.role === 'office' || a.role === 'supervisor' || a.role === 'unitClerk' || a.role === 'unitApprover',
  holdersOfLead: holdsLead,
  readersOfLead: (a, s) => holdsLead(a, s) || ((a.role === 'office' || a.role === 'supervisor') && s.lead?.officeId === a.organisationId) || (a.role === 'office' && s.lead?.throughId === a.organisationId),
  clerkOfLead: (a, s) => a.role === 'unitClerk' && ofUnit(a, s) && holdsLead(a, s),
  /** 异议: office and supervisor read what was said; who said it, the named handler and the supervisor alone. */
  overseersOfObjection: (a, s) => s.objection !== undefined && (officeOf(a, s) || supervisorOf(a, s)),
  officeOfObjection: (a, s) => s.objection !== undefined && officeOf(a, s),
  supervisorOfObjection: (a, s) => s.objection !== undefined && supervisorOf(a, s),
  handlerOfObjection: handles,
  identityReadersOfObjection: (a, s) => s.objection !== undefined && (supervisorOf(a, s) || handles(a, s)),
  juryRoomOfCampaign: (a, s) => officeOf(a, s) || supervisorOf(a, s) || secretaryOf(a, s),
  /** 定回避: who watches and who keeps the jury's minutes; the office reads. */
  decidersOfConflicts: (a, s) => supervisorOf(a, s) || secretaryOf(a, s),
  secretaryOfCampaign: secretaryOf,
  secretaryOfRound: secretaryOf,
  /** 计票人 of a round on paper: the secretary and people of the office, two of whom enter it; never a juror, never the supervisor. */
  countersOfRound: (a, s) => secretaryOf(a, s) || officeOf(a, s),
  jurorOfRound: jurorOf,
  /** Conflicts are declared before any dossier opens; a recused juror never sees the candidate's. */
  jurorOfCandidate: (a, s) => jurorOf(a, s) && s.round?.candidate === true && s.round.declared && !s.round.recused,
} as const satisfies Readonly<Record<string, Sentence>>

/** `anyone` needs no session; `linkHolder` asks for the token of a link that is open, and for nothing else: no session opens it, and it opens no other operation; `phoneHolder` likewise for a telephone that was let in, `organHolder` for the letter to an organ; `demoVisitor` exists in demo installations only; `setUpKey` only before the set-up. */
export type PermissionName = keyof typeof permissions | 'anyone' | 'linkHolder' | 'phoneHolder' | 'organHolder' | 'demoVisitor' | 'setUpKey' | 'halfSignedIn'

export const allows = (name: keyof typeof permissions, actor: Actor, subject: Subject): boolean => permissions[name](actor, subject)
