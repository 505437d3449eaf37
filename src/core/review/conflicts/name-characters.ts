/** One form of the characters of names: half width, simplified, without blanks. What the reader of notices folds is folded there; here are those that stand in names of people and bodies only. */
import { fold } from '../../text/fold'

const pairs = '偉伟麗丽輝辉鳳凤賢贤蘭兰瑩莹靜静潔洁穎颖銘铭鵬鹏濤涛瀟潇澤泽淵渊淨净鴻鸿劉刘陳陈楊杨趙赵吳吴孫孙馬马許许鄭郑馮冯鄧邓葉叶盧卢蔣蒋譚谭鄒邹陸陆龐庞賀贺賴赖龔龚湯汤閻阎聶聂駱骆凱凯勝胜啟启喬乔嘯啸堯尧壽寿夢梦奧奥嬌娇寶宝岡冈峯峰崗岗帥帅廬庐彥彦彌弥憲宪懷怀戀恋揚扬撫抚曉晓暉晖楓枫棟栋樺桦機机權权歐欧歡欢氣气涼凉淩凌潤润澗涧燈灯爾尔瓊琼瑪玛甯宁碩硕禎祯禮礼穀谷竇窦簡简純纯紹绍綺绮維维綱纲緒绪緣缘縱纵繼继纓缨羅罗義义習习翹翘聖圣聰聪聲声肅肃臨临興兴艷艳莊庄蓮莲蕭萧薩萨藝艺蘊蕴覺觉詠咏詩诗語语諾诺諸诸謙谦謝谢謹谨貞贞賓宾賈贾賽赛贇赟躍跃軒轩輕轻連连遙遥邁迈鈞钧鈴铃鋒锋錦锦鍾钟鐘钟鎖锁鏡镜鑑鉴閔闵闊阔陽阳隱隐韋韦韓韩韻韵順顺頌颂願愿顧顾飛飞馳驰駿骏騰腾驍骁驊骅魯鲁鮑鲍鳴鸣鶴鹤鷹鹰麥麦黃黄嶺岭濱滨瀘泸潛潜灃沣廈厦兒儿腫肿訊讯礦矿運运輸输財财體体貿贸紡纺測测繪绘儀仪軟软島岛創创師师導导課课題题瀾澜風风'
const more: ReadonlyMap<string, string> = new Map(Array.from({ length: Math.floor(pairs.length / 2) }, (_, i): [string, string] => [pairs.charAt(2 * i), pairs.charAt(2 * i + 1)]))
/** 异体: another way to write what is most often one name. */
const variants: ReadonlyMap<string, string> = new Map(['昇升', '堃坤', '喆哲', '祐佑', '暐炜', '晧皓', '凃涂', '溎桂', '邨村', '甦苏', '菓果'].map((v): [string, string] => [v.charAt(0), v.charAt(1)]))

/** 張 偉 （Ａ） → 张伟(A); blanks of every width go. */
export const foldName = (text: string): string => { let out = ''; for (const c of text.normalize('NFKC')) out += folded(c); return out }
/** One character has one form for ever: kept, because whole texts are gone through. */
const kept = new Map<string, string>()
const folded = (c: string): string => {
  let f = kept.get(c)
  if (f === undefined) kept.set(c, (f = [...fold(c)].map((x) => more.get(x) ?? x).join('').replace(/\s+/gu, '')))
  return f
}
export const withoutVariants = (folded: string): string => [...folded].map((c) => variants.get(c) ?? c).join('')
