/** 总结: the figures for the final report of a campaign. */
export const finalReport = {
  'nav': '总结',
  'title': '总结',
  'asOf': '截至 {at}。每处只列数，不写人名。',
  'take': '下载初稿（Word）',
  'about': '初稿由下面的数字和句子写成，表旁附图，最后一页列出每个数的出处。下载后可以接着改；“经验、问题和建议”请主办单位补写。',
  'from': '数据来源：{from}',
  'where': '数字和出处',
  'whereNote': '句子里的每个数都在这里',
  'what': '数字',
  'value': '数',
  'source': '出处',
  'contents': '目录',
} as const
