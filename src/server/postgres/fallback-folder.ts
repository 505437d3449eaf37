import { chmod, lstat, mkdir } from 'node:fs/promises'

/** Used only by root when the server's user cannot traverse the folders above ours (a home of root, mode 0700). */
const places = ['/var/lib/xuanshu', '/var/tmp/xuanshu']

/** The first of these folders that is, or can be made, root's own and traversable for all. */
export const fallbackFolder = async (): Promise<string> => {
  for (const place of places) {
    const made = await mkdir(place, { recursive: true, mode: 0o711 }).then(() => lstat(place), () => null)
    // Somebody else's folder of that name in a place all may write to is not ours to trust.
    if (made === null || !made.isDirectory() || made.uid !== 0) continue
    await chmod(place, 0o711)
    return place
  }
  throw new Error(`没有一个数据库用户进得去的文件夹（试过 ${places.join('、')}）。请把程序放到所有用户都能进入的文件夹。\nNo folder the database's user can enter (tried ${places.join(', ')}). Put the program where every user may enter.`)
}
