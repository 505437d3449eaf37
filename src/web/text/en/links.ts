import type { links as zh } from '../zh/links'

export const links = { title: 'Links to reports', again: 'Look again', asked: 'It is looked at in a while', off: 'Links are not looked at on this installation; open them yourself to see.' } as const satisfies Record<keyof typeof zh, string>
