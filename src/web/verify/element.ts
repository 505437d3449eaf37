/** Elements without a framework: the page is one file and stays small. Text is only ever text. */
type Child = Node | string | null
export const el = <K extends keyof HTMLElementTagNameMap>(tag: K, given: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, value)
  made.append(...children.filter((c) => c !== null))
  return made
}
