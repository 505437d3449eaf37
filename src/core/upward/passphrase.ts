/** 口令词: common words that are read aloud, typed without looking and never taken for each other. Eight bits each. */
const list = `春天 夏日 秋风 冬雪 早晨 黄昏 月亮 太阳 星星 云彩 彩虹 雨水 露珠 冰川 雷电 海洋 江河 湖泊 溪流 瀑布 山峰 草原 森林 沙漠 岛屿 田野 村庄 城市 街道 桥梁
铁路 公路 车站 码头 机场 邮局 银行 商店 学校 医院 书店 公园 广场 剧院 球场 工厂 农场 果园 花园 菜园 苹果 香蕉 葡萄 西瓜 橘子 柠檬 樱桃 草莓 核桃 花生
红枣 土豆 白菜 萝卜 黄瓜 茄子 辣椒 豆腐 面条 馒头 饺子 米饭 牛奶 绿茶 蜂蜜 白糖 食盐 酱油 老虎 狮子 大象 熊猫 骆驼 绵羊 水牛 骏马 小狗 花猫 白兔 松鼠
刺猬 狐狸 猴子 企鹅 海豚 鲸鱼 金鱼 乌龟 青蛙 蝴蝶 蜜蜂 蜻蜓 蚂蚁 喜鹊 燕子 麻雀 孔雀 天鹅 老鹰 鸽子 松树 柳树 杨树 梧桐 银杏 竹子 荷花 牡丹 菊花 梅花
兰花 玫瑰 水仙 茉莉 青草 种子 树叶 红色 黄色 蓝色 绿色 白色 黑色 紫色 灰色 橙色 铅笔 钢笔 毛笔 墨水 纸张 书包 课本 字典 地图 黑板 桌子 椅子 沙发 书架
台灯 窗户 大门 钥匙 雨伞 帽子 围巾 手套 皮鞋 衬衫 棉袄 毛衣 口袋 纽扣 剪刀 针线 毛巾 肥皂 镜子 梳子 脸盆 茶壶 杯子 盘子 筷子 勺子 铁锅 菜刀 水桶 扫帚
电灯 电话 电视 电脑 冰箱 风扇 相机 手表 闹钟 轮船 飞机 火车 汽车 卡车 马车 单车 帆船 风筝 皮球 足球 篮球 排球 乒乓 象棋 围棋 钢琴 二胡 笛子 锣鼓 歌曲
舞蹈 图画 故事 诗歌 小说 报纸 杂志 信封 邮票 礼物 灯笼 对联 鞭炮 月饼 粽子 元宵 生日 老师 学生 医生 护士 工人 农民 司机 厨师 木匠 裁缝 画家 作家 歌手
演员 邻居 朋友 同学 祖父 祖母 父亲 母亲 哥哥 姐姐 弟弟 妹妹 石头 黄金 白银 珍珠`.split(/\s+/)

/** As many words as one byte tells. */
export const passWords: readonly string[] = list.slice(0, 256)
/** 64 bits, made slow by scrypt. */
export const WORDS = 8

/** @param chance at least `WORDS` random bytes */
export const passphraseFrom = (chance: Uint8Array): string => Array.from(chance.slice(0, WORDS), (b) => passWords[b]).join(' ')

/** The same words however they were typed: blanks, commas and line ends between them do not count. */
export const passphraseKey = (typed: string): string => typed.normalize('NFKC').replace(/[^\p{Script=Han}]/gu, '')
