/** A photograph made small before it leaves the phone: fewer bytes, and place and device stay behind already. Where the browser cannot, it goes as it is and the server does it. */
import { base64Of } from '../../api/base64-of'

const WIDEST = 1600
const asFile = async (file: File): Promise<File> => {
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return file
  const share = Math.min(1, WIDEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * share)
  canvas.height = Math.round(picture.height * share)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((told) => canvas.toBlob(told, 'image/jpeg', 0.88))
  return blob === null || blob.size >= file.size ? file : new File([blob], file.name.replace(/\.\w+$/u, '.jpg'), { type: 'image/jpeg' })
}
export const shrunk = async (file: File): Promise<string> => base64Of(await asFile(file))
