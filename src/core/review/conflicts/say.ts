/** What was found about a juror and a candidate, in words. */
import type { Words } from '../../kernel/finding'
import type { Certainty } from './compare-units'
import type { JurorPlace, SignKind } from './facts'

export const signNames: Readonly<Record<SignKind, Words>> = {
  self: { zh: '评委就是人选本人', en: 'the juror is the candidate' }, sameName: { zh: '与人选同名', en: 'bears the candidate’s name' }, sameUnit: { zh: '现在同一单位', en: 'the same unit now' }, usedToWork: { zh: '曾在同一单位', en: 'the same unit before' },
  unitAbove: { zh: '上下级单位', en: 'one unit belongs to the other' }, underOne: { zh: '同属一个上级单位', en: 'both units belong to one' }, nominated: { zh: '评委单位就是推荐单位', en: 'the juror’s unit nominated' }, referee: { zh: '评委是推荐人', en: 'the juror recommended' },
  teacherStudent: { zh: '师生', en: 'teacher and student' }, sameProject: { zh: '合作者或同一项目', en: 'co-author or one project' }, relative: { zh: '亲属', en: 'relative' }, named: { zh: '材料里提到这位评委的姓名', en: 'the dossier names the juror' },
}
export const certaintyNames: Readonly<Record<Certainty, Words>> = { certain: { zh: '确定', en: 'certain' }, likely: { zh: '很可能', en: 'likely' }, ask: { zh: '请核实', en: 'please check' } }
export const jurorPlaceNames: Readonly<Record<JurorPlace, Words>> = { name: { zh: '姓名', en: 'name' }, unit: { zh: '所在单位', en: 'unit' }, parentUnit: { zh: '上级单位', en: 'parent unit' }, places: { zh: '任职经历', en: 'past units' }, ties: { zh: '本人说明的关系', en: 'ties as told' } }
/** Where the form does not say what its field is called. */
export const candidatePlaceNames: Readonly<Record<string, Words>> = { name: { zh: '姓名', en: 'name' }, employer: { zh: '工作单位', en: 'employer' }, nominatingUnit: { zh: '推荐单位', en: 'nominating unit' }, unitsAbove: { zh: '推荐单位的上级', en: 'above the nominating unit' }, resume: { zh: '简历', en: 'résumé' } }
