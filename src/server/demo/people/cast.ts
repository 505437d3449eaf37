/** People of the province's own office and its jury. */

export interface OfficePerson { readonly name: string; readonly login: string; readonly role: 'office' | 'jurySecretary' | 'supervisor'; readonly duty: string }
export interface DemoJuror { readonly name: string; readonly login: string; readonly fieldOfWork: string; readonly unitName: string }

/** The first sets the office up and invites the others. */
export const officePeople: readonly [OfficePerson, ...OfficePerson[]] = [
  { name: '郑一帆', login: 'office', role: 'office', duty: '活动办公室负责人' },
  { name: '许听澜', login: 'office2', role: 'office', duty: '活动办公室，复核' },
  { name: '蒋立言', login: 'secretary', role: 'jurySecretary', duty: '评委会秘书' },
  { name: '程守正', login: 'supervisor', role: 'supervisor', duty: '纪检监督' },
]

const juror = (n: number, name: string, fieldOfWork: string, unitName: string): DemoJuror => ({ name, login: `juror${n}`, fieldOfWork, unitName: `${unitName}（示例）` })

/** Eleven, so that two thirds is no whole number; three work where candidates come from, and have to say so. */
export const jurors: readonly DemoJuror[] = [
  juror(1, '顾怀瑾', '内科学', '云川医科大学'), juror(2, '秦望山', '急诊医学', '云川省第三人民医院'), juror(3, '孟静姝', '护理学', '云川省护理学会'), juror(4, '罗季平', '生物医学工程', '云川省生物医学工程学会'),
  juror(5, '热娜古丽·艾山', '公共卫生', '云川省疾病预防控制中心'), juror(6, '傅守拙', '中医学', '云川省中医院'), juror(7, '尹素心', '儿科学', '青陵市第二人民医院'), juror(8, '黎修远', '肿瘤学', '云川医学科学研究院'),
  juror(9, '司徒明远', '医学影像学', '云岭市第一人民医院'), juror(10, '唐晚晴', '科学传播', '云川理工大学'), juror(11, '纪长风', '医学伦理', '云川医科大学'),
]
