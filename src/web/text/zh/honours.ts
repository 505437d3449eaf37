/** Words of the register of honours, certificates, revoking and restoring. */
export const honours = {
  nav: '荣誉名册', title: '荣誉名册', note: '历年授予的荣誉永久保存。撤销和恢复都另记一条，原来的记载不改。',
  find: '姓名、单位、编号或荣誉', year: '年度', allYears: '全部年度', standing: '现状', all: '全部', valid: '有效', revoked: '已撤销',
  count: '{n} 项', more: '再列出一些', none: '没有符合的荣誉', noneFact: '授予荣誉后自动记入名册。', export: '导出', 'as.xlsx': 'Excel', 'as.docx': 'Word，供打印', 'as.csv': 'CSV',
  caption: '荣誉名册', number: '编号', name: '姓名', unit: '工作单位', award: '荣誉', given: '授予', state: '现状', entries: '记载',
  'kind.given': '授予', 'kind.revoked': '撤销', 'kind.restored': '恢复', 'by': '{proposed}提请，{confirmed}确认', basisIs: '依据：{basis}',
  certificate: '证书', certificateOf: '{name}的证书', publicPage: '公开页', publicPageOf: '{name}的公开页', open: '记载和办理', openOf: '{name}：记载和办理',
  'change.revoke': '提请撤销', 'change.restore': '提请恢复', 'change.keep': '先不提请', reason: '理由（原样公布）', reasonHint: '查验页和公开页会照此显示。不写身份证号、电话等个人信息。', basis: '依据（只留在名册）', basisHint: '条款、决定文号或会议。',
  'fact.revoke': '第二人确认后，证书立即作废，公开页撤下，查验页显示已撤销和理由。', 'fact.restore': '第二人确认后，荣誉恢复有效；撤销的记载仍留在名册。',
  proposed: '已提请，等第二人确认', 'waiting.revoke': '{name}提请撤销，等第二人确认', 'waiting.restore': '{name}提请恢复，等第二人确认', 'waiting.mine': '您提请的，须由办公室另一位同志确认。',
  'confirm.revoke': '确认撤销', 'confirm.restore': '确认恢复', withdraw: '撤回提请', withdrawn: '提请已撤回', 'done.revoked': '荣誉已撤销', 'done.valid': '荣誉已恢复',
  recall: '系统撤不回、须由人办的', close: '收起',
  certificates: '证书', certificatesNote: '每人一张，A4，带查验二维码；盖章处留白', shape: '版式', lying: '横版', upright: '竖版', shapeHint: '对本活动全部证书有效，编号和校验值不变', shaped: '版式已改', packageAll: '打包全部证书', begun: '已开始打包，可以离开本页', document: '表彰文件草稿（Word）', toRegister: '看荣誉名册', check: '查验证书的页面',
  'own.title': '获得荣誉', 'own.note': '编号 {number}，{day} 授予', 'own.certificate': '下载证书', 'own.page': '看公开页', 'own.revoked': '荣誉已于 {day} 撤销，证书作废', 'own.reason': '理由：{reason}',
} as const
