/** Names to its workers the folder of a run in which single files stand that one of them made and others want too. */
export const madeFolder = 'XUANSHU_TEST_MADE'
