/** The number an item of a list begins with: 一、 （一） 1． 1) ① a. 一是 第一，. */
export const itemNumber = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)[、.]?|\d{1,2}[.、·)](?!\d)|\d{1,2}\.(?=\d{3}|\d{1,2}(?:分钟|秒|张|份|寸|段))|\d{1,2} (?=[一-鿿《“])|[a-zA-Z][.)、](?=[一-鿿《“])|[一二三四五六七八九十]是(?!否)|第[一二三四五六七八九十][,、])/u

/** The words without their item number; a number inside a number, (一)1., goes too. */
export const withoutItemNumber = (words: string): string => words.replace(itemNumber, '').trimStart().replace(itemNumber, '')
