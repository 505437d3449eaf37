/** Words about secrets: the review, what was set apart, what is done about it. */
export const secrecy = {
  'review.title': '保密审查',
  'review.note': '由本单位保密人员审查全部材料后填写，审核人据此确认',
  'review.name': '审查人姓名',
  'review.post': '职务',
  'review.day': '审查日期',
  'review.by': '保密审查：{name}（{post}），{day}',
  'review.none': '还没有写明保密审查人',
} as const
