/** A Chinese campaign title breaks only between its parts: after the quoted honour, as 2026年“云川最美科技工作者” ‖ 选树和学习宣传活动. */
export const titleParts = (title: string): string[] => {
  const cut = title.indexOf('”') + 1
  return cut === 0 || !/^\p{Script=Han}/u.test(title.slice(cut)) ? [title] : [title.slice(0, cut), title.slice(cut)]
}
