/** Words of 网站外观. */
export const siteLook = {
  nav: '网站外观', title: '公开网页的外观', note: '用在本单位各项活动的公开页。怎么选字都看得清。', hostNote: '活动一览、历年风采和搜索也用它。', colour: '颜色', own: '自选颜色', ownHint: '六位色值，如 #23508e', pick: '取色', badHex: '要“#”加六位数字或字母（0-9、a-f）', house: '本产品的朱色',
  emblem: '徽标', emblemHint: 'JPEG、PNG、WebP；PNG 透明底最好，短边 96 像素以上。国旗、国徽、党旗党徽的使用另有规定，不要随意用。', header: '页首图片', headerHint: 'JPEG、PNG、WebP；横的，宽 1600 像素以上。放在活动首页标题上方，上面不压字。', choose: '选图片', another: '换一张', none: '不用', drop: '去掉', chosen: '{name}（{w}×{h}）',
  credit: '作者和来源', creditHint: '写在图片下方，如：图：示例融媒体中心', people: '画面里有谁', 'people.nobody': '没有人', 'people.person': '只有获评者本人', 'people.others': '有别人', 'people.children': '有儿童', consent: '书面同意的日期和保存处', consentHint: '只给办公室看。如：2026-05-20，存办公室',
  preview: '保存前先看', previewNote: '活动首页的样子', 'preview.nav': '活动　公示　风采', 'preview.label': '2026', 'preview.honour': '“最美示例人物”', 'preview.lead': '示例：选树和学习宣传活动', 'preview.act': '查看公示名单', 'preview.plain': '阅读活动通知', 'preview.stage': '公示', 'preview.left': '公示还剩', 'preview.days': '个工作日', 'preview.link': '查看与反映 →', 'preview.org': '示例单位',
  save: '保存外观', saving: '正在处理图片……', saved: '已保存，公开页随即更新', see: '看公开页', reset: '恢复原来的外观', resetFact: '颜色、徽标、页首图片全部去掉，回到本产品的样子。', keep: '先不恢复', wasReset: '已恢复', setAt: '{at} {by}保存', unreadable: '这个文件浏览器读不出来；保存时会说明原因', findings: '要看的', fine: '没有要改的。',
} as const
