/** Words of 海报模板. */
export const posterTemplates = {
  nav: '海报模板', title: '海报模板', note: '模板是本单位自己的设计：在三种设计上换颜色、底图、徽标和固定的字。每次改动存成新的一版，做过的海报不变。', none: '还没有模板', noneFact: '新建一个，换上本单位的颜色和徽标，边改边看。', new: '新建模板', list: '本单位的模板', one: '模板“{name}”',
  base: '以哪种设计为底', name: '模板名称', colours: '颜色', 'colour.ground': '底色', 'colour.ink': '字色', 'colour.accent': '点缀色', code: '{what}的色号', coloursHint: '字与底的对比度至少 4.5，不够的会给出最近的可用颜色。', heading: '标题行', headingHint: '留空就用荣誉的名称。最多 40 字。', hosts: '主办单位', hostsHint: '一行一个，最多 6 个；留空就用通知里的。',
  background: '底图', emblem: '徽标', choose: '上传{what}', remove: '去掉{what}', artHint: 'JPEG、PNG 或 WebP，20 MB 以内。系统重新绘制，不保留原文件。', artSize: '{name}（{w}×{h}）', reuse: '用传过的', veil: '底图淡化 {n}%',
  save: '存成第 {n} 版', add: '存下模板', saved: '已存为第 {n} 版', version: '第 {n} 版，{at} {by}', edit: '改', editOf: '改模板“{name}”', drop: '删去', dropOf: '删去模板“{name}”', dropFact: '以后不能再选；已经用它做的海报不变。', dropped: '已删去', not: '不删', cancel: '不改了',
  sample: '试排的人物', 'sample.short': '短姓名、短标题', 'sample.middle': '八字姓名', 'sample.long': '十二字姓名、四十字标题、四行话', preview: '预览', previewOf: '模板预览，{name}，{size}', nothing: '填完后这里出现预览。', fine: '对比度够，长短姓名都放得下。',
} as const
