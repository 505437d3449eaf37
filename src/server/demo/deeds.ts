import { pick, randomFrom } from './files/random'

/** Plain accounts of invented work, put together from pieces that fit each other; figures differ from person to person. */
export interface Deed { readonly discipline: string; readonly post: string; readonly title: string; readonly category: string; readonly summary: string; readonly text: string; readonly honours: string }

interface Field { readonly discipline: string; readonly posts: readonly string[]; readonly category: string; readonly summaries: readonly string[]; readonly openings: readonly string[]; readonly middles: readonly string[]; readonly ends: readonly string[] }

const fields: readonly Field[] = [
  { discipline: '急诊医学', posts: ['科主任', '副主任', '急救站站长'], category: 'grassroots',
    summaries: ['在山区急诊{n}年，把急救到达时间从{a}分钟缩到{b}分钟。', '守着国道边的急救站{n}年，夜里的灯从没灭过。', '培训村医{c}人次，让{d}个乡镇有了会用的转运装置。', '汛期连守{d}天，没有一人因转运耽误。'],
    openings: ['在山区急诊工作{n}年，牵头建成“半小时急救圈”，把院前急救的平均响应时间由{a}分钟缩短到{b}分钟。', '所在的急救站管着三个乡镇、{c}个行政村，最远的一户要走四十公里山路。'],
    middles: ['他们把急救员培训办到村里，先后培训村医{c}人次，编写的急救口袋书只有二十页，每一页都是真实发生过的病例。', '研制的便携式转运监护装置成本不到同类产品的三分之一，图纸和操作规程向全省基层医疗机构免费开放，已在{d}个乡镇卫生院使用，累计转运危重患者{e}余人次。'],
    ends: ['汛期连续值守{d}天，转移被困群众中的伤病员{a}人，没有一人因转运延误加重病情。', '坚持每月一次“夜校问诊”，整理典型病例{c}份，带出{f}名能独立主持县域急救站的业务骨干。'] },
  { discipline: '公共卫生', posts: ['研究员', '传染病所所长', '检验科主任'], category: 'economyAndHealth',
    summaries: ['跑遍{c}个监测点，让一种地方病从常见变成罕见。', '把实验室搬上卡车，{f}天的等待变成当天的结果。', '推动{d}个村改换水源，三年后发病率降到五分之一。', '为{e}名群众做完筛查，每个数字都可以核对。'],
    openings: ['从事地方病和传染病监测{n}年，走遍全省{c}个监测点，建立起连续{d}年的数据序列。', '牵头建设移动检测车，把原来要等{f}天的结果缩短到当天。'],
    middles: ['发现水源中一项指标与发病率的关系后，推动{d}个村改换水源，三年后的发病率下降到原来的五分之一。', '制定的采样办法只用三种容器、一张记录纸，村医半天就能学会，先后为{e}余名群众完成筛查。'],
    ends: ['所有数据按月公开，任何人都可以核对；他说看得见的数字才让人放心。', '培养的{f}名年轻人如今分别在{f}个市的疾控中心独当一面。'] },
  { discipline: '生物医学工程', posts: ['高级工程师', '设备科科长', '研究室主任'], category: 'frontier',
    summaries: ['{n}年做一件事：让国产监护仪在高原上数得准。', '在海拔四千米测得{e}组数据，写进行业的检定办法。', '把{f}项专利无偿许可给基层医疗机构。', '让便携探头的关键部件不再依赖进口，已用于{d}家医院。'],
    openings: ['长期研究低气压环境下的生命体征测量，{n}年间提出并验证了一种校准方法，把误差降到原来的{f}分之一。', '主持研制的便携超声探头实现了关键部件自主制造，价格降到进口产品的四成。'],
    middles: ['为取得可靠数据，和同事在海拔四千米的试验点住了{d}个星期，测得{e}组对照数据，原始记录全部归档可查。', '获授权发明专利{f}项，其中{f}项无偿许可给基层医疗机构使用，维修手册写成了可以照着做的图册。'],
    ends: ['相关方法写入检定办法，已在{d}家医院使用。', '他带的课题组不讲排场，例会只有半小时，谁做的实验谁来讲。'] },
  { discipline: '中医药', posts: ['主任医师', '药剂科主任', '制剂室主任'], category: 'grassroots',
    summaries: ['收集民间验方{e}条，去掉说不清依据的{c}条。', '让老药农的经验变成看得懂、查得到的标准，示范{d}亩。', '在县乡中医馆{n}年，把疗效不好的病例也写进总结。', '带徒{f}人，要求先抄满三年病历再开方。'],
    openings: ['在县乡两级中医馆工作{n}年，收集民间验方{e}条，逐条做了文献核对和临床观察，去掉其中{c}条说不清依据的。', '和药农一起建起{d}亩种植示范地，从选种到采收都留有记录。'],
    middles: ['编写的用药提示贴在每个村卫生室的墙上，写明什么时候不该用、什么时候必须转诊。', '坚持把疗效不好的病例也写进总结，年门诊{e}余人次，次均费用不到{c}元。'],
    ends: ['带徒{f}人，要求每人先抄满三年病历再开方。', '所得讲课费全部用来给卫生室买血压计，至今{a}台，台台有编号。'] },
  { discipline: '护理学', posts: ['护理部主任', '护士长', '主任护师'], category: 'economyAndHealth',
    summaries: ['一张只有{f}项的护理清单，让压疮少了八成。', '办起居家护理站，服务失能老人{c}户。', '夜间热线{n}年接了{e}个电话，最长的一通两小时。', '培训家庭照护者{e}人，{a}人成了志愿者。'],
    openings: ['从事老年和安宁护理{n}年，设计的床旁清单只有{f}项，使卧床老人压疮发生率下降八成。', '最早在市里办起居家护理站，服务失能老人{c}户。'],
    middles: ['清单在{d}家医院和{a}个社区使用，配套的短视频由护士自己出镜，用方言讲解。', '建立“夜间热线”，{n}年接听电话{e}余个，最长的一通打了两个小时。'],
    ends: ['她常说护理没有小事；科里的不良事件一律公开讲，先讲自己的。', '培训家庭照护者{e}余人，其中{a}人后来成了社区志愿者。'] },
]

const closings = ['同事说，请教他什么事，回答总是先问一句“原始记录在哪里”；凡是说不清来处的数字，一律不写进材料。', '平时话不多，谁家里有难处却都记得；值班表上最难的几天，多半写着自己的名字。', '每年年底都把做成的和没做成的事各写一页，贴在办公室门后，谁都可以看，谁都可以提意见。'] as const

const numbers = (r: () => number): Record<string, number> => ({ n: 11 + Math.floor(r() * 20), a: 30 + Math.floor(r() * 40), b: 14 + Math.floor(r() * 10), c: 60 + Math.floor(r() * 400), d: 12 + Math.floor(r() * 30), e: 1200 + Math.floor(r() * 6000), f: 3 + Math.floor(r() * 8) })

export const deedFor = (seed: string): Deed => {
  const r = randomFrom(`deed ${seed}`)
  const field = pick(r, fields)
  const values = numbers(r)
  const put = (s: string) => s.replace(/\{(\w)\}/g, (_, k: string) => String(values[k]))
  const text = [...field.openings, ...field.middles, ...field.ends].map(put)
  const close = pick(r, closings)
  return {
    discipline: field.discipline, post: pick(r, field.posts), title: pick(r, ['主任医师', '研究员', '正高级工程师', '副主任医师']), category: field.category, summary: put(pick(r, field.summaries)),
    text: [text.slice(0, 2).join(''), text.slice(2, 4).join(''), text.slice(4).join('') + close].join('\n'), honours: pick(r, ['云川省优秀科技志愿者（示例）', '市级先进工作者（示例）', '无同期重复申报']),
  }
}
