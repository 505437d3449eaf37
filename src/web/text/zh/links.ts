export const links = { title: '报道链接', again: '再看一次', asked: '已排上，过一会儿就看', off: '本系统没有开启链接检查，链接是否打得开请自己点开看。' } as const
