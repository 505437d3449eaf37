/** Words of the page for journalists. */
const zh = {
  label: '媒体素材包', until: ['链接开到 ', ''] as [string, string], left: ['还有 ', ' 天'] as [string, string], take: '下载全部', size: ['zip，约 ', ''] as [string, string], holds: '文字、图片原图和说明、视频、海报，一次下载。',
  texts: '文字', short: '短稿', middle: '中稿', whole: '全文', characters: '字', pick: '点一下选中全部，再复制。', readWhole: '展开全文', pictures: '图片', films: '视频', posters: '海报', original: '原图', film: '下载视频', captions: '字幕', rules: '怎样使用', contact: '核对与采访', office: '活动办公室', person: '联系人', phone: '电话', email: '邮箱',
  page: '公开页', again: '在别的设备上打开', againFact: '扫码或复制地址。给本单位的同事可以，请不要公开张贴。', other: 'English', people: '画面', poster: '海报', demo: '示例',
  gone: '这里没有可用的素材包', goneFact: '链接到期、已经停用，或者地址不完整，看到的都是这一页。请向给您链接的办公室另要；手里已经下载的，使用前请先与办公室核对。',
}
const en: typeof zh = {
  label: 'Press kit', until: ['Open until ', ''], left: ['', ' days left'], take: 'Download all', size: ['zip, about ', ''], holds: 'Texts, pictures in full size with their captions, films and posters in one file.',
  texts: 'Texts (Chinese)', short: 'Short', middle: 'Middle', whole: 'Whole story', characters: 'characters', pick: 'One press marks it all; then copy.', readWhole: 'Read the whole story', pictures: 'Pictures', films: 'Films', posters: 'Posters', original: 'Full size', film: 'Film', captions: 'Captions', rules: 'How to use it', contact: 'Checks and interviews', office: 'Office', person: 'Contact', phone: 'Phone', email: 'E-mail',
  page: 'Public page', again: 'Open it elsewhere', againFact: 'Scan the code or copy the address. Share it with colleagues; do not post it.', other: '中文', people: 'Seen', poster: 'Poster', demo: 'Sample',
  gone: 'There is no press kit here', goneFact: 'A link that ran out, was ended, or is not whole leads to this page. Ask the office that gave it to you for another; check with it before you use what you have downloaded.',
}
export const pressWords = { zh, en } as const
