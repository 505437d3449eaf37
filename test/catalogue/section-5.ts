/** Section 5 of the catalogue: 推荐材料. */
import { pdf, photo, portrait, video, word } from './files'
import type { Parameters, Row, Section } from './row'

const MB = 1_000_000
const stamped = { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 20 * MB }
const text = { type: 'document', formats: ['docx', 'pdf'], stamped: false, maxBytes: 20 * MB }
const one = (zh: string, en: string, more: Parameters = {}): Parameters => ({ name: { zh, en }, group: 'stamped', min: 1, max: 1, file: stamped, ...more })
const [host, discipline, street] = [{ zh: '推荐单位', en: 'the nominating unit' }, { zh: '所在单位纪检部门', en: 'the discipline department' }, { zh: '街道社区', en: 'the street community' }]
const enterpriseHead = { property: 'headOfEnterprise', name: { zh: '企业负责人', en: 'heads of enterprises' } }
const head = (is: boolean) => ({ properties: { headOfEnterprise: is } })
const missing = { of: { files: [], person: {} }, codes: ['material.missing'] } as const

const rows: Row[] = [
  {
    row: 'nomination form', kind: 'material', rule: one('推荐表', 'Nomination form', { paperCopies: 3, seals: [{ of: host, at: { words: { zh: '推荐单位意见', en: '推荐单位意见' }, page: 'lastPage' } }], paper: { size: 'A4', doubleSided: true, noCover: true } }),
    passes: { files: [pdf()], person: {} }, fails: missing,
    // Paper is no matter of tightness.
    tighter: { paperCopies: 1, signatures: [{ zh: '负责人', en: 'the head' }] }, looser: { change: { seals: undefined }, aspects: ['seals', 'seals.at'] },
    says: { zh: '推荐表：1 件，PDF，盖章扫描件，不超过 20 MB，在末页“推荐单位意见”处盖推荐单位公章，另交纸质 3 份（A4 纸、双面打印、不加封面）', en: 'Nomination form: 1; PDF, a scan with the seal, at most 20 MB each; seal of the nominating unit at “推荐单位意见” on the last page; 3 on paper (A4, double-sided, no cover)' },
    recognised: { text: '请报送推荐表一式3份，A4纸正反打印，不加封面，加盖推荐单位公章。', draft: { id: 'nomination-form-stamped', paperCopies: 3, group: 'stamped', paper: { size: 'A4', doubleSided: true, noCover: true } } },
  },
  {
    row: 'summary sheet', kind: 'material', rule: one('汇总表', 'Summary sheet', { group: 'text', file: { ...text, formats: ['xlsx', 'pdf'] }, paperCopies: 1 }),
    passes: { files: [pdf()], person: {} }, fails: { of: { files: [word()], person: {} }, codes: ['file.format'] },
    tighter: { file: { ...text, formats: ['xlsx'] } }, looser: { change: { file: { ...text, formats: ['xlsx', 'pdf', 'xls'] } }, aspects: ['file.formats'] },
    says: { zh: '汇总表：1 件，XLSX/PDF，不超过 20 MB，另交纸质 1 份', en: 'Summary sheet: 1; XLSX/PDF, at most 20 MB each; 1 on paper' },
    recognised: { text: '报送候选人汇总表1份，加盖推荐单位公章。', draft: { id: 'summary-sheet-stamped', paperCopies: 1, group: 'stamped' } },
  },
  {
    row: 'integrity opinion', kind: 'material', rule: one('廉政意见', 'Integrity opinion', { issuedBy: discipline, orIssuedBy: [street], when: enterpriseHead }),
    passes: { files: [], person: head(false) }, fails: { of: { files: [], person: {} }, codes: ['material.unanswered'] },
    tighter: { orIssuedBy: undefined, when: undefined }, looser: { change: { when: { ...enterpriseHead, is: false } }, aspects: ['when'] },
    says: { zh: '人选是企业负责人的，廉政意见：1 件，PDF，盖章扫描件，不超过 20 MB，由所在单位纪检部门或街道社区出具', en: 'if the candidate is one of heads of enterprises: Integrity opinion: 1; PDF, a scan with the seal, at most 20 MB each; issued by the discipline department or the street community' },
    recognised: { text: '人选为企业负责人的，须提交廉政意见1份，加盖公章。', draft: { id: 'integrity-opinion-stamped', when: enterpriseHead, paperCopies: 1 } },
  },
  {
    row: 'portrait', kind: 'material', rule: one('证件照', 'Portrait', { group: 'image', file: { type: 'portrait', formats: ['jpeg'], background: 'red', millimetres: { width: 35, height: 45 }, maxBytes: 10 * MB, manual: [{ zh: '免冠由人核看', en: '免冠由人核看' }] } }),
    passes: { files: [portrait('red')], person: {} }, fails: { of: { files: [portrait('white')], person: {} }, codes: ['portrait.ground'] },
    tighter: { file: { type: 'portrait', formats: ['jpeg'], background: 'red', millimetres: { width: 35, height: 45 }, minWidth: 400, maxBytes: 10 * MB, manual: [{ zh: '免冠由人核看', en: '免冠由人核看' }] } }, looser: { change: { file: { type: 'portrait', formats: ['jpeg'], background: 'any', millimetres: { width: 35, height: 45 }, maxBytes: 10 * MB } }, aspects: ['file.background', 'file.manual'] },
    says: { zh: '证件照：1 件，JPG，红底，35×45 毫米，不超过 10 MB，免冠由人核看', en: 'Portrait: 1; JPG, red ground, 35 × 45 mm, at most 10 MB each, 免冠由人核看' },
    recognised: { text: '提交近期正面免冠小2寸红底彩色照片1张，jpg格式。', draft: { id: 'portrait', file: { type: 'portrait', formats: ['jpeg'], background: 'red', millimetres: { width: 35, height: 45 }, ratioTolerancePercent: 3, maxBytes: 10 * MB } } },
  },
  {
    row: 'life / work photos', kind: 'material', rule: { name: { zh: '工作照', en: 'Work photos' }, group: 'image', min: 3, max: 5, file: { type: 'photo', formats: ['jpeg'], minBytes: 2 * MB, maxBytes: 20 * MB } },
    passes: { files: [1, 2, 3].map(() => photo(2 * MB)), person: {} }, fails: { of: { files: [photo(2 * MB - 1), photo(2 * MB)], person: {} }, codes: ['material.tooFew', 'photo.tooSmall'] },
    tighter: { min: 4 }, looser: { change: { max: null }, aspects: ['max'] },
    says: { zh: '工作照：3—5 件，JPG，每张不小于 2 MB，不超过 20 MB', en: 'Work photos: 3–5; JPG, at least 2 MB each, at most 20 MB each' },
    recognised: { text: '报送生活或工作照片3-5张，jpg格式，每张不小于2MB。', draft: { id: 'photos', min: 3, max: 5, file: { type: 'photo', formats: ['jpeg'], minBytes: 2 * MB, maxBytes: 20 * MB } } },
  },
  {
    row: 'video', kind: 'material', rule: { name: { zh: '视频', en: 'Video' }, group: 'image', min: 1, max: null, file: { type: 'video', containers: ['mp4', 'mov'], maxSeconds: 180, maxBytes: 500 * MB } },
    passes: { files: [video(180), video(20)], person: {} }, fails: { of: { files: [video(181)], person: {} }, codes: ['video.tooLong'] },
    tighter: { file: { type: 'video', containers: ['mp4'], maxSeconds: 120, maxBytes: 500 * MB } }, looser: { change: { file: { type: 'video', containers: ['mp4', 'mov'], maxBytes: 500 * MB } }, aspects: ['file.maxSeconds'] },
    says: { zh: '视频：至少 1 件，数量不限，MP4/MOV，单个不超过 3 分钟，不超过 500 MB', en: 'Video: at least 1, any number; MP4/MOV, at most 3 min each, at most 500 MB each' },
    recognised: { text: '提交事迹短视频，MP4格式，单个不超过3分钟，数量不限。', draft: { id: 'video', max: null, file: { type: 'video', containers: ['mp4'], maxSeconds: 180, maxBytes: 500 * MB } } },
  },
  {
    row: 'file naming', kind: 'material', rule: { name: { zh: '照片', en: 'Photo' }, group: 'image', min: 1, max: 1, naming: 'name', file: { type: 'photo', formats: ['jpeg'], maxBytes: 20 * MB } },
    passes: { files: [photo(MB, '沈若川.jpg')], fields: { name: '沈若川' }, person: {} }, fails: { of: { files: [photo(MB, 'IMG_0001.jpg')], fields: { name: '沈若川' }, person: {} }, codes: ['file.naming'] },
    tighter: { min: 1 }, looser: { change: { naming: 'asGiven' }, aspects: ['naming'] },
    says: { zh: '照片：1 件，JPG，不超过 20 MB，以姓名命名', en: 'Photo: 1; JPG, at most 20 MB each; named by the candidate’s name' },
    recognised: { text: '报送生活照片3张，jpg格式，以“姓名+序号”命名。', draft: { id: 'photos', naming: 'nameAndOrdinal', min: 3 } },
  },
  {
    row: 'deeds text', kind: 'material', rule: one('事迹材料', 'Deeds', { group: 'text', file: { ...text, text: { min: 1500, max: 2000, person: 'third', title: { zh: '先进事迹', en: 'Deeds' } } } }),
    passes: { files: [word(2000)], person: {} }, fails: { of: { files: [word(2001)], person: {} }, codes: ['document.long'] },
    tighter: { file: { ...text, text: { min: 1800, max: 2000, person: 'third', title: { zh: '先进事迹', en: 'Deeds' } } } }, looser: { change: { file: { ...text, text: { max: 2500, title: { zh: '先进事迹', en: 'Deeds' } } } }, aspects: ['file.text.max', 'file.text.min', 'file.text.person'] },
    says: { zh: '事迹材料：1 件，DOCX/PDF，不少于 1500 字，不超过 2000 字，第三人称，标题为“先进事迹”，不超过 20 MB', en: 'Deeds: 1; DOCX/PDF, at least 1500 characters, at most 2000 characters, in the third person, under the title “Deeds”, at most 20 MB each' },
    recognised: { text: '报送先进事迹材料，第三人称，不超过2000字。', draft: { id: 'report', name: { zh: '先进事迹材料', en: 'Report' }, file: { type: 'document', formats: ['docx', 'doc', 'pdf'], stamped: false, maxBytes: 20 * MB, text: { max: 2000, person: 'third' } } } },
  },
  {
    row: 'evidence', kind: 'material', rule: one('证明材料', 'Evidence', { max: null, seals: [{ of: host, across: true }], paper: { bound: 'glued', contents: true, originalsShown: true }, window: { from: '2023-01-01' }, agreesWith: ['form'] }),
    passes: { files: [pdf(), pdf('二.pdf')], person: {} }, fails: missing,
    tighter: { window: { from: '2023-01-01', to: '2026-01-01' } }, looser: { change: { window: { from: '2022-12-31' }, agreesWith: undefined }, aspects: ['agreesWith', 'window'] },
    says: { zh: '证明材料：至少 1 件，数量不限，PDF，盖章扫描件，不超过 20 MB，盖推荐单位骑缝章，只收2023年1月1日以来的，与所附各表内容一致，纸质件胶装、编目录、原件备查', en: 'Evidence: at least 1, any number; PDF, a scan with the seal, at most 20 MB each; seal of the nominating unit across the pages; of the time since 1 Jan 2023 only; it agrees with the sheets beside it; paper glued, with a table of contents, originals shown' },
    recognised: { text: '提交近三年获奖证书等证明材料，编目录，胶装成册，加盖骑缝章，原件备查。', draft: { id: 'evidence', paper: { bound: 'glued', contents: true, originalsShown: true }, window: { from: '2023-01-01' }, seals: [{ of: host, across: true }] } },
  },
  {
    row: 'non-secret proof', kind: 'material', rule: one('非涉密证明', 'Non-secret proof', { paperCopies: 2, issuedBy: { zh: '单位保密办', en: 'the secrecy office' } }),
    passes: { files: [pdf()], person: {} }, fails: { of: { files: [pdf(), pdf('二.pdf')], person: {} }, codes: ['material.tooMany'] },
    tighter: { paperCopies: 0 }, looser: { change: { file: { ...stamped, stamped: false } }, aspects: ['file.stamped'] },
    says: { zh: '非涉密证明：1 件，PDF，盖章扫描件，不超过 20 MB，另交纸质 2 份', en: 'Non-secret proof: 1; PDF, a scan with the seal, at most 20 MB each; 2 on paper' },
    recognised: { text: '由单位保密办出具的非涉密证明2份，加盖公章。', draft: { name: { zh: '非涉密证明', en: 'Other material' }, paperCopies: 2, group: 'stamped', issuedBy: { zh: '单位保密办', en: 'as the notice names it' } } },
  },
  {
    row: 'report on the nomination, activity sheet, minutes', kind: 'material', rule: one('推荐工作报告', 'Report on the nomination', { signatures: [{ zh: '全体评委', en: 'all reviewers' }] }),
    passes: { files: [pdf()], person: {} }, fails: missing,
    tighter: { file: { ...stamped, maxPages: 4 } }, looser: { change: { signatures: undefined }, aspects: ['signatures'] },
    says: { zh: '推荐工作报告：1 件，PDF，盖章扫描件，不超过 20 MB，全体评委签字', en: 'Report on the nomination: 1; PDF, a scan with the seal, at most 20 MB each; signed by all reviewers' },
    recognised: { text: '提交推荐工作情况报告1份，由全体评委签字并加盖公章。', draft: { id: 'report', name: { zh: '推荐工作情况报告', en: 'Report' }, signatures: [{ zh: '全体评委', en: '全体评委' }] } },
  },
  {
    row: 'consent of the candidate; opinion-request form', kind: 'material', rule: one('本人同意书', 'Consent of the candidate', { signatures: [{ zh: '人选本人', en: 'the candidate' }], keptBy: host }),
    passes: { files: [pdf()], person: {} }, fails: { of: { files: [word()], person: {} }, codes: ['file.format'] },
    tighter: { seals: [{ of: host }] }, looser: { change: { min: 0 }, aspects: ['min'] },
    says: { zh: '本人同意书：1 件，PDF，盖章扫描件，不超过 20 MB，人选本人签字，由推荐单位留存', en: 'Consent of the candidate: 1; PDF, a scan with the seal, at most 20 MB each; signed by the candidate; kept by the nominating unit' },
    recognised: { text: '报送知情同意书1份，由人选本人签字。', draft: { name: { zh: '知情同意书', en: 'Other material' }, signatures: [{ zh: '人选本人', en: '人选本人' }] } },
  },
  {
    row: 'letter', kind: 'material', rule: one('推荐函', 'Letter of nomination', { file: { ...stamped, maxPages: 2 } }),
    passes: { files: [pdf()], person: {} }, fails: missing,
    tighter: { file: { ...stamped, maxPages: 1 } }, looser: { change: { file: stamped }, aspects: ['file.maxPages'] },
    says: { zh: '推荐函：1 件，PDF，盖章扫描件，不超过 2 页，不超过 20 MB', en: 'Letter of nomination: 1; PDF, a scan with the seal, at most 2 pages, at most 20 MB each' },
    recognised: { text: '请以正式文件报送推荐函1份，加盖公章。', draft: { name: { zh: '推荐函', en: 'Other material' }, group: 'stamped', paperCopies: 1 } },
  },
  {
    row: 'paper = electronic', kind: 'declaration', rule: { by: 'approver', text: { zh: '纸质与电子版一致', en: 'Paper and files are the same' }, paperMatches: true },
    passes: { answers: { exclusions: {}, declarations: { rule: true }, steps: {} } }, fails: { of: { answers: { exclusions: {}, declarations: {}, steps: {} } }, codes: ['declaration.missing'] },
    tighter: { by: 'clerk' }, looser: { change: { strength: 'note' }, aspects: ['strength'] },
    says: { zh: '审核人确认：纸质与电子版一致', en: 'Confirmed by the unit approver: Paper and files are the same' },
    recognised: { text: '纸质材料须与电子版内容完全一致。', draft: { id: 'declare-paper-equals-electronic', by: 'approver', paperMatches: true } },
  },
  {
    row: 'fee', kind: 'burden', rule: { noFee: true },
    passes: { asked: { uploads: 5, paperCopies: 3, fee: false } }, fails: { of: { asked: { uploads: 5, paperCopies: 3, fee: true } }, codes: ['burden.fee'] },
    tighter: { paperCopies: 2 }, looser: { change: { noFee: undefined, uploads: 9 }, aspects: ['noFee'] },
    says: { zh: '不收取任何费用', en: 'no fee is asked' },
    recognised: { text: '推荐评选不得收取任何费用。', draft: { noFee: true } },
  },
  {
    row: 'how it is sent', kind: 'material', rule: one('纸质材料', 'Paper', { paperCopies: 1, paper: { by: ['ems', 'registeredPost'] } }),
    passes: { files: [pdf()], person: {} }, fails: missing,
    tighter: { paperCopies: 0, paper: undefined }, looser: { change: { strength: 'warn' }, aspects: ['strength'] },
    says: { zh: '纸质材料：1 件，PDF，盖章扫描件，不超过 20 MB，另交纸质 1 份（以EMS或挂号信报送）', en: 'Paper: 1; PDF, a scan with the seal, at most 20 MB each; 1 on paper (by EMS or by registered post)' },
    recognised: { text: '推荐表一式2份，以EMS或挂号信寄送。', draft: { id: 'nomination-form-stamped', paperCopies: 2, paper: { by: ['ems', 'registeredPost'] } } },
  },
  {
    row: 'two packages', kind: 'material', rule: one('审批表', 'Approval form', { package: 'chosen' }),
    passes: { files: [], person: {} }, fails: { of: { files: [word()], person: {} }, codes: ['file.format'] },
    tighter: { package: undefined }, looser: { change: { file: { ...stamped, maxBytes: 30 * MB } }, aspects: ['file.maxBytes'] },
    says: { zh: '入选后报送：审批表：1 件，PDF，盖章扫描件，不超过 20 MB', en: 'once chosen: Approval form: 1; PDF, a scan with the seal, at most 20 MB each' },
    recognised: { text: '入选者须另行报送审批表3份。', draft: { package: 'chosen', paperCopies: 3 } },
  },
]

export const section: Section = {
  title: '5 Materials 推荐材料', rows,
  // The table's rows, then its two paragraphs: how things are sent, and two packages.
  names: [
    'nomination form', 'summary sheet', 'integrity opinion', 'portrait', 'life / work photos', 'video', 'file naming', 'deeds text', 'evidence', 'non-secret proof', 'report on the nomination, activity sheet, minutes',
    'consent of the candidate; opinion-request form', 'letter', 'paper = electronic', 'fee', 'how it is sent', 'two packages',
  ],
}
