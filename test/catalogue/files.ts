/** Files as the inspector tells of them, for the rows on materials. */
import type { Case } from '#core/rules/case'

type File = NonNullable<Case['files']>[number]
const file = (materialId: string, name: string, facts: object): File => ({ materialId, name, facts: { bytes: 100_000, name, ...facts } as File['facts'] })

export const pdf = (name = '扫描.pdf', id = 'rule'): File => file(id, name, { kind: 'document', format: 'pdf', pages: 1, encrypted: false, active: false })
export const word = (characters?: number, name = '文稿.docx'): File => file('rule', name, { kind: 'document', format: 'docx', pages: null, encrypted: false, active: false, ...(characters === undefined ? {} : { characters }) })
export const portrait = (colour: 'red' | 'white', width = 413, height = 531): File => file('rule', '证件照.jpg', { kind: 'image', format: 'jpeg', width, height, decodes: true, trailingBytes: 0, border: { colour, share: 0.97 } })
export const photo = (bytes: number, name = '沈若川01.jpg'): File => file('rule', name, { kind: 'image', format: 'jpeg', width: 4000, height: 3000, decodes: true, trailingBytes: 0, border: null, bytes })
export const video = (seconds: number): File => file('rule', '视频.mp4', { kind: 'video', container: 'mp4', codec: 'avc', width: 1920, height: 1080, seconds, hasSound: true, complete: true })
