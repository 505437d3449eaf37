/**
 * Words of the discipline supervisor's pages. To add one: write the key and the Chinese here, the same key and the English in `en/supervisor.ts`
 * (the compiler names what is missing), then `t('supervisor.<key>', { n })`. Places are `{n}`, the same in both languages.
 */
export const supervisor = {
  title: '纪检监督',
} as const
