/** Invented names. Some are of one character, some longer than a column, some with characters beyond the basic plane: all must pass unchanged. */
import { chance } from '../samples/chance'

const surnames = [...'陈周沈傅孟黎欧秦唐顾罗何江许林于丁方卫梅谢尹苏程白石洪纪柳汪邵曾温简杜贺严蒲冉向卓祁庄范葛阮聂鲍骆翟', '欧阳', '司徒', '上官', '诸葛']
const female = ['知微', '若川', '见微', '禾', '南星', '照野', '岚', '立夏', '听澜', '映雪', '采薇', '静姝', '宛白', '素心', '书宁', '晚晴', '云舒', '雁秋', '㛃', '冬青', '慧敏', '春燕', '秀英', '海棠', '玉洁']
const male = ['明溪', '临舟', '砚秋', '望山', '亦凡', '青川', '知远', '明远', '向川', '一苇', '亦舟', '庆之', '季平', '守拙', '长风', '怀瑾', '松涛', '修远', '𬭎', '建中', '国栋', '大勇', '立群', '广田', '志和']
const byPeople = {
  维吾尔族: { female: ['阿依努尔·托合提江', '热娜古丽·艾山', '古丽娜尔·艾尼瓦尔', '米热古丽·阿布都克里木'], male: ['阿卜杜拉·买买提', '艾力·吐尔逊', '阿不都热西提·阿不都热合曼·吐尔逊尼亚孜·买买提明'] },
  哈萨克族: { female: ['加依娜·叶尔肯'], male: ['加那提·叶尔肯江', '巴合提别克·努尔兰'] },
  蒙古族: { female: ['乌云其其格', '萨仁高娃'], male: ['巴特尔', '那日苏'] },
  藏族: { female: ['卓玛央宗', '德吉'], male: ['扎西顿珠', '索朗'] },
  彝族: { female: ['阿依木呷'], male: ['吉克阿木'] },
} as const

export interface PersonName { readonly name: string; readonly ethnicGroup: string }

/** One in nine bears a name of another people; one of those names has more than 25 characters. */
export const personName = (seed: string, sex: 'female' | 'male'): PersonName => {
  const c = chance(`name ${seed}`)
  if (c.next() < 0.11) {
    const [ethnicGroup, names] = c.pick(Object.entries(byPeople))
    return { name: c.pick<string>(names[sex]), ethnicGroup }
  }
  const surname = c.pick(surnames)
  return { name: surname + c.pick(sex === 'female' ? female : male), ethnicGroup: c.next() < 0.06 ? c.pick(['回族', '满族', '土家族', '壮族', '苗族']) : '汉族' }
}
