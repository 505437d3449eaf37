/** Words of 海报. */
export const posters = {
  nav: '海报', all: '全部海报', title: '海报', of: '{name}的海报', note: '海报只用已发布故事里的话和照片；撤下故事，海报同时停止下载。', back: '回到故事', backAll: '回到人物故事',
  compose: '选设计，写话', design: '设计', 'design.a': '留白', 'design.a.fact': '人像和姓名为主。要一张好的人像。', 'design.b': '竖排', 'design.b.fact': '工作照为底，字竖排在右。照片右侧要平静、较暗。', 'design.c': '朱', 'design.c.fact': '本人的话为主。适合户外、地铁、公交。',
  words: '海报上的话', wordsHint: '一行一句，一至四行，按意思断行。', proposals: '故事里的话', use: '用这句', picture: '照片', pictureSize: '{name}（{w}×{h}）', sizes: '尺寸', sizesHint: '各场地的实际尺寸以场地方为准。',
  preview: '预览', previewOf: '{name}，{design}，{size}', previewSize: '预览的尺寸', drawing: '正在排版…', previewFailed: '预览没有排出来', fine: '排得下，没有要改的。', findings: '要看的', release: '现在还不能制作',
  make: '制作这 {n} 张', making: '已开始制作', batch: '为多人制作', batchNote: '每人用故事里的引语和合适的照片；单独调过的请在各人的海报页做。', people: '给谁做', notReady: '（故事未发布）', chooseAll: '全选故事已发布的 {n} 人', makeBatch: '为 {n} 人制作 {m} 张', leftOut: '有 {n} 人没有列入',
  crop: '取景', cropHint: '在预览上拖动照片，或用方向键和加减键；不会露出照片以外的地方。', 'crop.stage': '海报预览：方向键移动照片，加减键放大缩小', 'crop.x': '左右', 'crop.y': '上下', 'crop.zoom': '放大到 {n}%', 'crop.reset': '恢复原样', templateOn: '本单位的模板，以“{design}”为底', templateVersion: '{name} 第 {n} 版',
  sets: '做过的海报', setsNone: '还没有做过海报', setsNoneFact: '选好设计和尺寸，做好的在这里下载。', setOf: '{design}，{n} 张', at: '{at} {by}', state: '状态', 'state.making': '正在做', 'state.ready': '做好了', 'state.failed': '没有做完，请再做一次', progress: '{done}/{all} 张',
  archive: '下载全部（zip）', file: '下载', 'poster.waiting': '等着做', 'poster.made': '已做好', 'poster.lacks': '没有做', 'poster.withdrawn': '已停用', person: '人物', size: '尺寸', result: '结果', show: '看 {n} 张',
  none: '还没有可以做海报的人', noneFact: '故事发布以后，在这里做海报。', noPictures: '故事里还没有照片', noPicturesFact: '先在故事里放照片，再做海报。',
} as const
