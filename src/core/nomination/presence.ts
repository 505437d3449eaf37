/** 谁在看: a page tells that it is still open every `beat`; who was not heard of for `gone` is not there any more. Milliseconds. */
export const presenceTimes = { beat: 20_000, gone: 45_000 } as const
