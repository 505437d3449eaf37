/** 1.1 and 3.1.2 before a word, ▲ ● ★: the marks of a list beside plain numbers. */
export const levelNumber = '\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?(?: (?=\\S)|(?=[一-鿿《“])(?![前日号月年万个名分寸倍元张至到]))'
export const bullet = '[▲△▼●◎■□◆◇★☆►▶➢➤❖※✦◉▪]+ ?'
/** The number an item of a list begins with: 一、 （一） 1． 1) ① a. 一是 第一， 1.1 ▲. */
export const itemNumber = new RegExp(`^(?:${bullet}|${levelNumber}|[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十\\d]{1,3}\\)[、.]?|\\d{1,2}[.、·)](?!\\d)|\\d{1,2}\\.(?=\\d{3}|\\d{1,2}(?:分钟|秒|张|份|寸|段|月))|\\d{1,2} (?=[一-鿿《“])|[a-zA-Z][.)、](?=[一-鿿《“])|[一二三四五六七八九十]是(?!否)|第[一二三四五六七八九十][,、])`, 'u')

/** The words without their item number; a number inside a number, (一)1., goes too. */
export const withoutItemNumber = (words: string): string => words.replace(itemNumber, '').trimStart().replace(itemNumber, '')
