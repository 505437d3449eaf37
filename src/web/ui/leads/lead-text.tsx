/** A text in which addresses are links of their own; nothing else of it is more than text. */
const address = /(https?:\/\/[^\s，。；、）)》]+)/g

export const LeadText = ({ text }: { text: string }) => (
  <>{text.split(address).map((part, i) => (i % 2 === 1 ? <a key={i} className="link" href={part} rel="noreferrer noopener" target="_blank">{part}</a> : part))}</>
)
