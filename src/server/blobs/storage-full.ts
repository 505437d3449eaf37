import { Refusal } from '#core/kernel/refusal'

export const storageFull = (): Refusal => new Refusal('storageFull', {
  zh: '服务器存储空间不足，这个文件没有收下，已收下的都在。请联系活动办公室，腾出空间后接着传。',
  en: 'The server’s storage is full; this file was not taken, everything taken before is kept. Tell the office; once there is room, the upload goes on.',
})
