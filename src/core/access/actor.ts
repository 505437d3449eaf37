/** What a person is in one session. Somebody with several roles picks one. */
export const roles = ['office', 'unitClerk', 'unitApprover', 'juror', 'jurySecretary', 'supervisor', 'candidate'] as const
export type Role = (typeof roles)[number]

export const roleNames: Readonly<Record<Role, { zh: string; en: string }>> = {
  office: { zh: '活动办公室', en: 'Office' },
  unitClerk: { zh: '经办人', en: 'Unit clerk' },
  unitApprover: { zh: '审核人', en: 'Unit approver' },
  juror: { zh: '评委', en: 'Juror' },
  jurySecretary: { zh: '评委会秘书', en: 'Jury secretary' },
  supervisor: { zh: '纪检监督', en: 'Discipline supervisor' },
  candidate: { zh: '人选', en: 'Candidate' },
}

export interface Actor {
  readonly accountId: string
  readonly personName: string
  readonly role: Role
  readonly organisationId: string
  /** Sits in for a unit that has no people of its own here: the office whose person it is. */
  readonly forOffice?: string
}
