/** The few line icons of the product. Always beside a word, hence hidden from screen readers. */
import type { ReactNode } from 'react'

const shapes = {
  ok: <><circle cx="8" cy="8" r="6.5" /><path d="M5.2 8.2l2 2 3.6-4" /></>,
  warn: <><path d="M8 2.2L14.4 13.4H1.6z" /><path d="M8 6.6v3M8 11.6v.1" /></>,
  block: <><rect x="2" y="2" width="12" height="12" rx="2" /><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" /></>,
  none: <circle cx="8" cy="8" r="6.3" strokeDasharray="2.4 2.2" />,
  half: <><circle cx="8" cy="8" r="6.3" /><path d="M8 1.7a6.3 6.3 0 0 1 0 12.6z" fill="currentColor" stroke="none" /></>,
  wait: <><circle cx="8" cy="8" r="6.3" /><path d="M8 4.4V8l2.4 1.6" /></>,
  info: <><circle cx="8" cy="8" r="6.5" /><path d="M8 7.4V11M8 5v.1" /></>,
  lock: <><rect x="3" y="7" width="10" height="6.6" rx="1.5" /><path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" /></>,
  tick: <path d="M3.5 8.5l3 3 6-7" />,
  up: <path d="M8 10.5V2.8M4.8 5.8L8 2.6l3.2 3.2M2.5 10.5v2.8h11v-2.8" />,
  down: <path d="M8 2.6v7.7M4.8 7.3L8 10.500l3.2-3.200M2.5 10.500v2.800h11v-2.8" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  more: <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" strokeWidth="2.4" />,
  print: <path d="M4.5 6V2h7v4M4.5 12H2.200V6h11.600v6h-2.300M4.5 9.500h7V14h-7z" />,
  bell: <path d="M3.2 11.600h9.600l-1.2-1.800V7a3.6 3.6 0 0 0-7.2 0v2.800zM6.8 13.800h2.4" />,
  menu: <path d="M2.4 4.800h11.200M2.4 8h11.200M2.4 11.200h11.2" />,
  paper: <path d="M4 1.800h5.500L12.5 5v9.200h-8.500zM9.3 2v3.200h3M6 8h4.500M6 10.800h4.5" />,
  film: <><rect x="1.8" y="3.5" width="12.4" height="9" rx="1.5" /><path d="M6.7 6v4l3.3-2z" /></>,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{shapes[name]}</svg>
)
