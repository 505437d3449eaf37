/** 删除个人信息 (PIPL 47): what goes when somebody asks, what stays, and why. */
import type { Words } from '../kernel/finding'

/** By the person, or by the unit on the person’s behalf. */
export const erasers = ['person', 'unit'] as const
export type Eraser = (typeof erasers)[number]

export const goesKinds = ['drafts', 'files', 'records', 'leads', 'account'] as const
export type GoesKind = (typeof goesKinds)[number]
export const goesNames: Readonly<Record<GoesKind, Words>> = {
  drafts: { zh: '没有报送过的推荐：推荐表、答复、程序和考核记录', en: 'Nominations that were never submitted: form, answers, procedure and appraisal' }, files: { zh: '其中的照片、视频和扫描件', en: 'Their pictures, films and scans' },
  records: { zh: '单位的人选档案', en: 'The unit’s record of the person' }, leads: { zh: '采用过的线索', en: 'Leads that were taken up' }, account: { zh: '本人的账号', en: 'The person’s account' },
}

export const staysKinds = ['submitted', 'honour', 'apart', 'offline', 'account', 'ledger', 'backups'] as const
export type StaysKind = (typeof staysKinds)[number]
export const staysNames: Readonly<Record<StaysKind, { readonly what: Words; readonly why: Words }>> = {
  submitted: { what: { zh: '报送过的推荐', en: 'Nominations that were submitted' }, why: { zh: '评选要能复核，异议要能查证：按活动的保存期限留存，期满删除。', en: 'A selection must stay open to review and objections: they are kept for the campaign’s term and deleted then.' } },
  honour: { what: { zh: '荣誉名册', en: 'The register of honours' }, why: { zh: '已经授予并公布的荣誉，是公开的记录。', en: 'An honour that was given and published is a public record.' } },
  apart: { what: { zh: '因密级标志隔离的文件的记录', en: 'What is noted of files set apart for a marking' }, why: { zh: '按保守国家秘密法第三十四条保存记录，由两人另行处置。', en: 'The law on state secrets asks for the record; two persons deal with it apart.' } },
  offline: { what: { zh: '线下件的编号', en: 'Numbers of nominations that go by hand' }, why: { zh: '这里没有人选的内容，只有交接的编号。', en: 'They hold nothing of the person.' } },
  account: { what: { zh: '本人的账号', en: 'The person’s account' }, why: { zh: '还有留存的推荐，凭它查看、退出和下载自己的记录。', en: 'Nominations stay; by it the person sees them, withdraws and takes along what is held.' } },
  ledger: { what: { zh: '台账', en: 'The ledger' }, why: { zh: '台账只记编号和校验值，不含姓名和内容；记下这次删除。', en: 'It holds ids and hashes, no names and no content; it keeps that this was erased.' } },
  backups: { what: { zh: '备份', en: 'Backups' }, why: { zh: '备份按保存期限到期后消失，期间不使用。', en: 'They run out with their term and are not used meanwhile.' } },
}
