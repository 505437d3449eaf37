/** Which field of the definition a label of a form means. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import { bareLabel, plainLabel } from './label'

/** What the product knows beside the fields. */
export const otherKeys = { portrait: { zh: '照片', en: 'Portrait' }, nominatingUnit: { zh: '推荐单位', en: 'Nominating unit' }, campaignName: { zh: '活动名称', en: 'Campaign' } } as const
export type OtherKey = keyof typeof otherKeys

/** How offices call the well-known fields; a field of the definition's own is found by its own label. */
const known: Readonly<Record<string, readonly string[]>> = {
  name: ['姓名', '名字'], sex: ['性别'], birthDate: ['出生日期', '出生年月', '出生年月日', '出生时间', '生日', '生年月'], ethnicGroup: ['民族', '族别'], politicalStatus: ['政治面貌', '政治面目', '党派'],
  education: ['学历', '文化程度', '全日制学历'], degree: ['学位'], idNumber: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号', '身份证件号码', '身份证件号', '身份证', '证件号码'],
  employer: ['工作单位', '所在单位', '单位', '任职单位', '就职单位'], department: ['所在部门', '部门', '科室', '所在科室', '工作部门'], post: ['职务', '行政职务', '担任职务', '岗位', '党政职务', '工作职务'],
  title: ['专业技术职务', '职称', '专业技术职称', '技术职称', '技术职务', '专业职称'], discipline: ['专业领域', '从事专业', '专业', '学科', '研究领域', '学科领域', '研究方向', '从事领域', '学科专业'],
  phone: ['联系电话', '手机', '手机号', '手机号码', '电话', '移动电话', '联系方式', '电话号码', '联系手机'], email: ['电子邮箱', '邮箱', '电子邮件', 'email', 'e-mail', '电子信箱'],
  category: ['人选类别', '类别', '推荐类别', '申报类别', '人选范围'], resume: ['学习和工作简历', '简历', '学习工作简历', '工作简历', '学习工作经历', '学习和工作经历', '学习经历', '工作经历', '经历', '履历'],
  honours: ['获得荣誉', '获奖', '曾获荣誉', '荣誉', '荣誉奖励', '奖励', '获得奖励', '获奖及荣誉', '荣誉称号', '获得荣誉称号', '表彰奖励', '奖惩', '何时何地受过何种奖励'],
  deeds: ['主要事迹', '事迹', '先进事迹', '主要先进事迹', '感人事迹', '突出事迹', '典型事迹'], unitOpinion: ['推荐单位意见', '推荐意见', '推荐单位推荐意见'],
}
const others: Readonly<Record<Exclude<OtherKey, 'portrait'>, readonly string[]>> = { nominatingUnit: ['推荐单位', '报送单位', '填报单位', '申报单位', '推荐组织'], campaignName: ['活动', '奖项', '评选'] }
const isPortrait = (label: string): boolean => /照片|相片|近照|证件照|免冠照/u.test(label) && [...label].length <= 16 && !/生活|工作照|视频|份|张/u.test(label)

export type Names = (label: string) => readonly string[]

/** Finds the keys a label means, more than one for 职务/职称; empty where it means none. Made once for a definition. */
export const namesOf = (d: Pick<ResolvedDefinition, 'rules'>): Names => {
  const fields = rulesOf(d, 'formField')
  const exact = new Map<string, string>()
  const add = (label: string, key: string): void => { if (!exact.has(label)) exact.set(label, key) }
  for (const f of fields) add(plainLabel(f.label.zh), f.field)
  for (const [key, words] of Object.entries(others)) for (const w of words) add(w, key)
  for (const f of fields) for (const w of Object.hasOwn(known, f.field) ? known[f.field]! : []) add(w, f.field)
  for (const f of fields) add(bareLabel(plainLabel(f.label.zh)), f.field)
  const one = (label: string): string | null => exact.get(label) ?? exact.get(bareLabel(label)) ?? null
  return (text) => {
    const label = plainLabel(text)
    if (label === '') return []
    const found = one(label)
    if (found !== null) return [found]
    if (isPortrait(text.normalize('NFKC').replace(/\s/gu, ''))) return ['portrait']
    return together(label, one)
  }
}

/** 职务职称, 学历/学位, 工作单位及职务: every part must be known. */
const together = (label: string, one: (label: string) => string | null): string[] => {
  const parts = label.split(/[/／、及和与|]/u).filter((p) => p !== '')
  const keys = parts.length > 1 ? parts.map(one) : []
  if (keys.length > 1 && keys.every((k): k is string => k !== null)) return [...new Set(keys)]
  for (let at = 2; at <= label.length - 2; at++) {
    const [a, b] = [one(label.slice(0, at)), one(label.slice(at))]
    if (a !== null && b !== null && a !== b) return [a, b]
  }
  return []
}

/** A tag of the office's: the key itself, or the label of a field. */
export const keyOfTag = (d: Pick<ResolvedDefinition, 'rules'>, names: Names, tag: string): string | null => {
  const name = tag.trim()
  if (Object.hasOwn(otherKeys, name) || rulesOf(d, 'formField').some((f) => f.field === name)) return name
  const keys = names(name)
  return keys.length === 1 ? keys[0]! : null
}

export const fieldOf = (d: Pick<ResolvedDefinition, 'rules'>, key: string): ResolvedRule<'formField'> | undefined => rulesOf(d, 'formField').find((f) => f.field === key)
/** What people call a key. */
export const sayKey = (d: Pick<ResolvedDefinition, 'rules'>, key: string): { zh: string; en: string } => (Object.hasOwn(otherKeys, key) ? otherKeys[key as OtherKey] : fieldOf(d, key)?.label ?? { zh: key, en: key })
