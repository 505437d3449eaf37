/** Words of the page that checks a certificate. */
const zh = {
  title: '查验荣誉证书', lead: '扫证书左下角的二维码，或者填写证书上的编号。', number: '证书编号', numberHint: '如 2026-001', code: '校验码（选填）', codeHint: '在二维码的地址里，c= 后面的一串字母和数字。填了才显示姓名。', check: '查验', again: '再查一份', tooFast: '查得太快。请过一分钟再查。',
  valid: '证书有效', revoked: '荣誉已经撤销，证书作废', unknown: '没有查到有效的证书', numberKnown: '有这个编号的有效证书',
  unknownFact: '请核对编号和校验码是否与证书上的一致。一致而仍查不到的，这份证书不能作为凭据，可向授予单位核实。', maskedFact: '只凭编号不显示全名。要核对姓名、单位和内容，请扫证书上的二维码。',
  validFact: '请与手中的证书逐项对照；有一项不同，就不是这一份。', name: '姓名', unit: '工作单位', award: '荣誉', campaign: '活动', issuers: '授予单位', given: '授予日期', revokedOn: '撤销日期', reason: '理由', hash: '内容校验值',
  promise: '本页只显示姓名、单位、荣誉和日期，不记录谁来查过。', home: '查验证书',
}
export const checkTexts: Readonly<Record<'zh' | 'en', typeof zh>> = {
  zh,
  en: {
    title: 'Check a certificate of honour', lead: 'Scan the QR code at the lower left of the certificate, or type its number.', number: 'Certificate number', numberHint: 'such as 2026-001', code: 'Check code (optional)', codeHint: 'In the address of the QR code, the letters and digits after c=. Only with it the name is shown.', check: 'Check', again: 'Check another', tooFast: 'Too many checks at once. Try again in a minute.',
    valid: 'This certificate is valid', revoked: 'The honour was revoked; the certificate is void', unknown: 'No valid certificate was found', numberKnown: 'There is a valid certificate of this number',
    unknownFact: 'Compare number and check code with those on the certificate. If they are the same and it is still not found, the certificate proves nothing: ask whoever issued it.', maskedFact: 'By the number alone the name is not shown. To compare name, workplace and content, scan the QR code on the certificate.',
    validFact: 'Compare each line with the certificate in your hand; if one differs, it is not this one.', name: 'Name', unit: 'Workplace', award: 'Honour', campaign: 'Campaign', issuers: 'Given by', given: 'Given on', revokedOn: 'Revoked on', reason: 'Reason', hash: 'Hash of the content',
    promise: 'This page shows name, workplace, honour and date alone, and does not record who asked.', home: 'Check a certificate',
  },
}
