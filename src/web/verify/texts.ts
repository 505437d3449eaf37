/** The words of the page that checks a record; it stands alone, without the texts of the work pages. */
export const texts = {
  zh: {
    lang: 'zh-CN', other: 'English', title: '核验活动记录', lead: '拿一份导出的活动记录，在自己的电脑上重新核对台账、活动方案和每一轮计票。文件不上传，断网也能用。',
    choose: '选择记录文件', drop: '或者把文件拖到这里', receipts: '回执编号（选填，一行一个）', receiptsHint: '填了才查得出台账的尾部有没有被截去。编号印在回执上。', reading: '正在核验', file: '文件',
    whole: '记录完整', wholeMore: (rows: number, counts: number, draws: number, split: number) => `台账 ${rows} 条，首尾相接；${counts} 轮计票按票箱重算，结果一致${draws > 0 ? `；${draws} 次抽取评委按种子重抽，结果一致` : ''}${split > 0 ? `；${split} 轮用三方分持的钥匙开箱` : ''}。`, faults: (n: number) => `有 ${n} 处不符`, row: (n: number) => `第 ${n} 条`, noRow: '整份记录',
    head: '台账末条校验值', headHint: '与活动办公室公布的对照：相同，说明是同一份台账。', badReceipt: (code: string) => `回执编号“${code}”认不出来，请照回执再核对一遍。`, unusable: '这个文件不能核验',
    rounds: '各轮计票', turnout: (r: Turnout) => `应到 ${r.entitled} 人，实到 ${r.present} 人，发出 ${r.issued} 张，收回 ${r.returned} 张，有效 ${r.valid} 张`, candidate: '人选编号', rank: '名次', outcome: '结果', noNames: '记录里没有姓名，人选以编号表示；编号与姓名的对应由活动办公室公布。', reproduced: '重算一致', notReproduced: '不一致',
    outcomes: { selected: '入围', tied: '并列待定', belowPlaces: '未入围', belowThreshold: '未达票数', open: '未定' } as Record<string, string>,
    keep: '把本页存下来', keepHint: '存成一个文件，以后断网也能核验。', about: '本页不连接任何服务器，不保存任何内容。',
  },
  en: {
    lang: 'en', other: '中文', title: 'Verify a record', lead: 'Take an exported record and check ledger, definition and every count anew on your own computer. Nothing is uploaded; it works without a network.',
    choose: 'Choose a record', drop: 'or drop the file here', receipts: 'Receipt codes (optional, one a line)', receiptsHint: 'Only with them a cut tail of the ledger is found. The code is printed on the receipt.', reading: 'Verifying', file: 'File',
    whole: 'The record is whole', wholeMore: (rows: number, counts: number, draws: number, split: number) => `${rows} rows of the ledger, unbroken; ${counts} round(s) counted anew from the box with the same result${draws > 0 ? `; ${draws} jury draw(s) repeated from the seed with the same result` : ''}${split > 0 ? `; ${split} box(es) opened with two of three shares` : ''}.`, faults: (n: number) => `${n} thing(s) do not hold`, row: (n: number) => `Row ${n}`, noRow: 'The whole record',
    head: 'Hash of the last row', headHint: 'Compare it with what the office announced: if they are the same, it is the same ledger.', badReceipt: (code: string) => `The receipt code “${code}” cannot be read: please compare it with the receipt.`, unusable: 'This file cannot be verified',
    rounds: 'Rounds', turnout: (r: Turnout) => `${r.entitled} entitled, ${r.present} present, ${r.issued} issued, ${r.returned} returned, ${r.valid} valid`, candidate: 'Candidate', rank: 'Rank', outcome: 'Outcome', noNames: 'A record holds no names: candidates are told by number; the office announces who is who.', reproduced: 'same result', notReproduced: 'another result',
    outcomes: { selected: 'selected', tied: 'tied, undecided', belowPlaces: 'not selected', belowThreshold: 'below the threshold', open: 'undecided' } as Record<string, string>,
    keep: 'Keep this page', keepHint: 'As one file it verifies without a network.', about: 'This page connects to no server and keeps nothing.',
  },
}
export interface Turnout { readonly entitled: number; readonly present: number; readonly issued: number; readonly returned: number; readonly valid: number }
