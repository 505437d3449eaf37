/** Traditional forms of the characters the reader's grammar is written in; names keep the form of the notice. */
const pairs = '關关於于開开發发會会學学協协單单報报從从長长張张給给個个們们來来時时間间後后選选舉举評评審审審审議议決决定定為为與与業业產产傑杰優优獎奖勵励勞劳動动模模範范員员團团隊队黨党務务紀纪檢检監监廉廉見见證证書书據据'
  + '材材料料電电紙纸質质視视頻频圖图檔档號号碼码簽签蓋盖齊齐術术專专家家組组織织級级處处廳厅門门區区縣县鄉乡鎮镇國国華华聯联絡络話话郵邮筆笔過过還还進进遠远達达應应當当須须須须請请將将現现轉转載载輪轮項项類类條条約约數数總总額额歲岁齡龄屆届'
  + '備备複复復复製制準准標标實实應应徵征詢询萬万億亿兩两參参與与隸隶屬属軍军職职幹干負负責责導导領领講讲課课題题論论譽誉榮荣獲获續续滿满離离佔占餘余內内無无逾逾則则別别該该說说寫写讀读訂订裝装釘钉單单雙双張张顏颜寬宽橫横豎竖攝摄畫画圍围網网'
  + '絕绝對对拒拒補补齊齐遞递送送寄寄匯汇總总確确認认識识資资訊讯業业創创爭争貢贡獻献農农醫医衛卫護护師师廣广東东蘇苏寧宁臺台灣湾雲云龍龙貴贵陝陕遼辽瀋沈慶庆濟济閩闽贛赣漢汉強强調调節节約约際际嚴严條条終终結结'
/** 關 → 关. */
export const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: Math.floor(pairs.length / 2) }, (_, i): [string, string] => [pairs.charAt(2 * i), pairs.charAt(2 * i + 1)]).filter(([a, b]) => a !== b))
