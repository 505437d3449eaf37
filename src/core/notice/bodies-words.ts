/** Vocabulary of bodies and kinds of text, as data. */

/** Ends of the names of bodies. */
export const bodyEnd = '(?:委员会|协会|学会|研究会|联合会|总会|基金会|委|局|厅|部|办|办公室|处|院|会|科协|妇联|工商联|残联|文联|青联|侨联|社联|科联|记协|作协|总工会|报社|杂志社|通讯社|出版社|电视台|联盟|分院|大学|学院|学校|中学|医院|中心|公司|集团|研究所|所|署|政府|工会|团委|支部|组织部|宣传部|领导小组|编辑部|出版社|科技处|协|六部门|部门)'
/** Kinds of official text. */
export const textKind = '(?:通知|公告|公示|启事|办法|细则|方案|函|意见|决定|规定|规则|规程|简章|条例|章程|通报)'
