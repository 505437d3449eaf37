/** Characters that nobody sees: two names that look alike would be two, and one that turns the direction reads as another. */
const turning = /[\u202A-\u202E\u2066-\u2069]/u
const unseen = /\u00AD|\u061C|\u180E|\u200B|\u200C|\u200D|\u200E|\u200F|\u2060|\uFEFF/u

/** `turning` changes the order in which a line is read; `unseen` shows nothing at all. */
export const hiddenIn = (text: string): 'turning' | 'unseen' | null => (turning.test(text) ? 'turning' : unseen.test(text) ? 'unseen' : null)
/** Whether anything of it is seen. */
export const isVisible = (text: string): boolean => text.replace(/[\p{C}\p{Z}\s]/gu, '') !== '' || /\p{Co}/u.test(text)
