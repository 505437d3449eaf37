/** Words of a clause that states how a thing must be made, as data. */
export const freeRequirement = /注明|标注|横屏|竖屏|横版|竖版|穿着|着装|逆光|画面|清晰|高清|背景|光线|对焦|无水印|水印|字幕|配音|免冠|正面|半身|近期|宋体|仿宋|字体|行距|标题|完整|真实|准确|突出|重点|装订|合订|打印|手写|签字|密封|分辨率|拍摄|时间范围|第三人称|不得涂改|勿|不得改变|不要/u
/** Formats, as written in notices. */
export const formats = /jpe?g|png|tiff?|bmp|mp4|mov|avi|wmv|word|excel|pdf|docx?|xlsx?|纸质|电子版|电子档|扫描件|原件|复印件/giu
