import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { identityOf } from './process-identity'

/** One program at a time supervises a cluster. One that is just stopping is waited for; one that was killed is not in the way. */
export const takeOwnership = async (ownerFile: string, dataDir: string, patience = 10_000): Promise<void> => {
  for (const end = Date.now() + patience; ; await pause(50)) {
    const other = await livingOwner(ownerFile)
    if (other === null) break
    if (Date.now() > end)
      throw new Error(`另一个选树（进程 ${other}）正在用这个数据库文件夹：${dataDir}。请先停止它（Ctrl-C），或换一个文件夹（--data）。\nAnother Xuanshu (process ${other}) is using this database folder: ${dataDir}. Stop it first (Ctrl-C), or take another folder (--data).`)
  }
  const aside = `${ownerFile}.${process.pid}`
  await writeFile(aside, `${identityOf(process.pid)}\n`, { mode: 0o600 })
  await rename(aside, ownerFile)
}

export const giveUpOwnership = async (ownerFile: string): Promise<void> => {
  if ((await written(ownerFile)) === identityOf(process.pid)) await rm(ownerFile, { force: true })
}

/** The process that supervises this cluster, not counting ourselves. */
export const livingOwner = async (ownerFile: string): Promise<number | null> => {
  const said = await written(ownerFile)
  const pid = Number(said.split(' ')[0])
  return pid > 1 && pid !== process.pid && identityOf(pid) === said ? pid : null
}
const written = (ownerFile: string): Promise<string> => readFile(ownerFile, 'utf8').then((text) => text.trim(), () => '')
