/**
 * What one thing takes, in seconds of somebody's work at the unit. Declared estimates: nobody measured them. Each says what it was taken from, so that
 * whoever knows better changes one number here, and the page that shows minutes shows these too. Waiting for others is not counted, only work.
 */
import type { FormField } from '../../rules/form-field'
import type { Words } from '../../kernel/finding'
import type { Material } from '../../rules/material-terms'

const MINUTE = 60

/** By type of field: read the label, look the thing up, enter it, look it over. */
export const fieldSeconds: Readonly<Record<Exclude<FormField['type'], 'longText'>, number>> = {
  /** One line that one knows. */
  text: 30,
  /** A choice between a few words. */
  choice: 10,
  /** Needs a thought: the categories have to be read. */
  category: 60,
  /** Typed or picked, then compared with a document. */
  day: 20,
  /** 18 characters from a card, compared digit by digit. */
  idNumber: 45,
  phone: 20,
  email: 20,
  /** Six rows of a résumé at a minute and a half. */
  entries: 9 * MINUTE,
}
/** Composed Chinese text: about 20 characters a minute, corrections in it. */
export const SECONDS_PER_CHARACTER = 3
/** People write to about half of what is allowed, and never less than is asked. */
export const shareWritten = { numerator: 1, denominator: 2 } as const
/** A long text of no stated length: half a page. */
export const LENGTH_WITHOUT_LIMIT = 300

/** Read a question about the candidate, ask if need be, answer. */
export const QUESTION_SECONDS = 30
/** A declaration is to be verified before it is ticked. */
export const DECLARATION_SECONDS = 60

/** By kind of file: find or make it, bring it into the form asked, look at it, upload it. */
export const fileSeconds: Readonly<Record<Material['file']['type'], number>> = {
  /** Filled elsewhere and saved in the right format. */
  document: 5 * MINUTE,
  /** Have it taken or found, cropped to size and ground. */
  portrait: 10 * MINUTE,
  /** Choose among many, check size and sharpness. */
  photo: 3 * MINUTE,
  /** Film and cut a few minutes. */
  video: 120 * MINUTE,
}
/** Print, hand in for the seal, have it registered and pressed, scan. */
export const SEAL_SECONDS = 20 * MINUTE
/** Bring a paper to whoever signs it and fetch it again. */
export const SIGNATURE_SECONDS = 10 * MINUTE
/** Each further copy under the same seal. */
export const FURTHER_SEAL_SECONDS = MINUTE
/** A paper that another body issues: write the request, go there, fetch it. */
export const OTHER_BODY_SECONDS = 60 * MINUTE
/** Print, put together, compare with the electronic version. */
export const PAPER_SECONDS = 2 * MINUTE
/** Once, when anything goes in on paper: pack it and send or bring it. */
export const PARCEL_SECONDS = 20 * MINUTE

/** A step of the unit’s own procedure: prepare, hold, record. */
export const STEP_SECONDS = 60 * MINUTE
/** Each person who has to attend, for the time of the meeting. */
export const ATTENDANCE_SECONDS = 45 * MINUTE

/** As people are told them. */
export const declared: readonly { readonly what: Words; readonly seconds: number }[] = [
  { what: { zh: '一栏短文字', en: 'a short field' }, seconds: fieldSeconds.text }, { what: { zh: '一栏选择', en: 'a choice' }, seconds: fieldSeconds.choice },
  { what: { zh: '一份简历（逐条）', en: 'a résumé, line by line' }, seconds: fieldSeconds.entries }, { what: { zh: '长文字每 100 字（按上限的一半计）', en: 'long text, per 100 characters (half of what is allowed)' }, seconds: 100 * SECONDS_PER_CHARACTER },
  { what: { zh: '回答一个问题', en: 'a question' }, seconds: QUESTION_SECONDS }, { what: { zh: '核实一条承诺', en: 'a declaration, verified' }, seconds: DECLARATION_SECONDS },
  { what: { zh: '一份文档', en: 'a document' }, seconds: fileSeconds.document }, { what: { zh: '一张证件照', en: 'a portrait' }, seconds: fileSeconds.portrait },
  { what: { zh: '一张照片', en: 'a photo' }, seconds: fileSeconds.photo }, { what: { zh: '一段视频', en: 'a video' }, seconds: fileSeconds.video },
  { what: { zh: '盖一次章并扫描', en: 'a seal, and the scan' }, seconds: SEAL_SECONDS }, { what: { zh: '请其他部门出具一份', en: 'a paper issued by another body' }, seconds: OTHER_BODY_SECONDS },
  { what: { zh: '一份纸质件', en: 'a paper copy' }, seconds: PAPER_SECONDS }, { what: { zh: '装袋寄送一次', en: 'packing and sending, once' }, seconds: PARCEL_SECONDS },
  { what: { zh: '一步单位程序', en: 'a step of procedure' }, seconds: STEP_SECONDS }, { what: { zh: '程序中每位应到人员', en: 'each person who must attend' }, seconds: ATTENDANCE_SECONDS },
]
